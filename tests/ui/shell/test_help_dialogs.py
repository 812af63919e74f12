"""The sheet of keys shows every key there is; About names the licences."""

from __future__ import annotations

from vendorrisk.ui.shell.help_dialogs import AboutDialog, KeysDialog
from vendorrisk.ui.widgets.labels import Label


def test_every_key_of_a_command_is_on_the_sheet(window, qtbot):
    dialog = KeysDialog(window, window.commands, ("F2: edit a fact",))
    qtbot.addWidget(dialog)
    rows = dialog.rows()
    for command in window.commands:
        keys = window.commands.shortcut_text(command.key)
        assert not keys or keys in rows
    assert rows[:3] == ["On this page", "F2", "edit a fact"]
    assert "In tables and lists" in rows


def test_about_names_version_and_licences(window, qtbot):
    dialog = AboutDialog(window, [("Qt 6.11", "LGPL-3.0")])
    qtbot.addWidget(dialog)
    texts = [label.text() for label in dialog.findChildren(Label)]
    assert texts[0].startswith("vendorrisk ")
    assert "LGPL-3.0" in texts
    assert any("no network connection" in text for text in texts)
