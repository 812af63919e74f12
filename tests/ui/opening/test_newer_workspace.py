"""Check 26 at the window: a workspace of a newer program is refused in words, and no byte of it changes."""

from __future__ import annotations

from vendorrisk.app import upkeep, wiring
from vendorrisk.app.wiring import SCHEMA_VERSION
from vendorrisk.ui.opening.refusal_pane import RefusalPane


def bytes_of(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_workspace_of_a_newer_program_is_refused_in_words_and_left_as_it_is(person, monkeypatch):
    folder = person.makes_a_workspace()
    person.clicks(person.pane.go_on)
    person.waits_for_window()
    person.program.session.close()
    before = bytes_of(folder)
    for module in (wiring, upkeep):
        monkeypatch.setattr(module, "SCHEMA_VERSION", SCHEMA_VERSION - 1)
    person.program.come_to_front()
    person.clicks(person.page.recent.rows[0])
    person.waits_for_pane(RefusalPane)
    assert "newer" in person.pane.heading.text()
    assert person.program.session is None
    assert bytes_of(folder) == before
