"""One look for everything, switched while it runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPalette, QRawFont
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.ui.conftest import RESOURCES
from vendorrisk.ui.widgets import theme as theme_module
from vendorrisk.ui.widgets.buttons import secondary
from vendorrisk.ui.widgets.colours import palette_from, tokens_from
from vendorrisk.ui.widgets.fonts import FACES, SHIPPED, FontRole, InterfaceFont, load_inter
from vendorrisk.ui.widgets.labels import Label
from vendorrisk.ui.widgets.theme import NO_RULES, Scheme, Theme, current_theme
from vendorrisk.ui.widgets.tokens import DARK, LIGHT


def corner_colour(widget: QWidget) -> str:
    return widget.grab().toImage().pixelColor(2, widget.height() // 2).name().upper()


def test_a_window_that_is_open_follows_the_scheme(theme, qapp, qtbot):
    window = QWidget()
    window.setLayout(QVBoxLayout())
    field = QLineEdit()
    window.layout().addWidget(field)
    qtbot.addWidget(window)
    window.show()
    assert corner_colour(window) == LIGHT.window
    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, Scheme.DARK)
    assert corner_colour(window) == DARK.window
    assert theme.tokens is DARK
    assert field.grab().toImage().pixelColor(20, field.height() // 2).name().upper() == DARK.surface


def test_a_choice_that_is_in_force_already_changes_nothing(theme, qapp, qtbot):
    with qtbot.assertNotEmitted(theme.changed):
        theme.apply(qapp, Scheme.LIGHT)


def test_following_the_system_gives_light_where_the_system_does_not_say(theme, qapp):
    theme.apply(qapp, Scheme.DARK)
    theme.apply(qapp, Scheme.SYSTEM)
    assert qapp.styleHints().colorScheme() is not Qt.ColorScheme.Dark
    assert theme.tokens is LIGHT


def test_system_colours_drop_our_palette_our_sheet_and_our_letters(theme, qapp):
    theme.apply(qapp, Scheme.SYSTEM_COLOURS)
    assert qapp.styleSheet() == NO_RULES
    assert qapp.palette().color(QPalette.ColorRole.Highlight).name().upper() != LIGHT.selection
    assert theme.uses_system_colours
    assert qapp.font().family() != "Inter"
    assert theme.tokens.text == qapp.palette().color(QPalette.ColorRole.Text).name()
    theme.apply(qapp, Scheme.LIGHT)
    assert qapp.styleSheet() != NO_RULES
    assert qapp.font().family() == "Inter"


def test_a_desktop_that_asks_for_high_contrast_gets_its_own_colours(theme, qapp, monkeypatch):
    monkeypatch.setattr(theme_module, "_wants_high_contrast", lambda hints: True)
    theme.apply(qapp, Scheme.DARK)
    assert theme.uses_system_colours
    assert qapp.styleSheet() == NO_RULES


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_palette_sets_every_role_for_every_group(tokens):
    palette = palette_from(tokens)
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
    left_out = {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}
    for role in QPalette.ColorRole:
        if role not in left_out:
            assert all(palette.isBrushSet(group, role) for group in groups), role
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert disabled.name().upper() == tokens.disabled


def test_the_desktops_palette_gives_every_kind_of_mark_its_text_colour():
    tokens = tokens_from(palette_from(DARK))
    assert tokens.dark
    assert {pair.fg for pair in tokens.chips.values()} == {DARK.text.lower()}


@pytest.mark.parametrize("role", list(FontRole))
def test_figures_are_of_equal_width_in_every_role(theme, role):
    metrics = QFontMetricsF(theme.font(role))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_the_shipped_letters_have_all_three_weights(theme):
    widths = set()
    for role in (FontRole.BODY, FontRole.MEDIUM, FontRole.STRONG):
        font = theme.font(role)
        assert QFontInfo(font).family() == "Inter"
        assert QFontInfo(font).weight() == FACES[role].weight
        widths.add(QFontMetricsF(font).horizontalAdvance("Questionnaire"))
    assert len(widths) == 3


@pytest.mark.parametrize("file", SHIPPED)
def test_names_from_all_of_europe_can_be_written_with_the_shipped_letters(theme, file):
    font = QRawFont(str(RESOURCES / "fonts" / "inter" / file), 13)
    assert [
        letter
        for letter in "ĐuroŠarićŁódźΕλλάδαİstanbulБългарияÐþ€"
        if not font.supportsCharacter(ord(letter))
    ] == []


def test_missing_letters_are_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="Inter-Regular"):
        load_inter(tmp_path)


def test_text_size_reaches_widgets_that_are_open(theme, qtbot):
    label, button = Label("Vendors", role=FontRole.STRONG), secondary("Export…")
    for widget in (label, button):
        qtbot.addWidget(widget)
        widget.show()
    assert (label.font().pixelSize(), button.height()) == (13, 32)
    theme.set_text_size(150)
    button.adjustSize()
    assert label.font().pixelSize() == round(13 * 1.5)
    assert label.font().weight() == QFont.Weight.DemiBold
    assert button.height() == 48


@pytest.mark.parametrize(("asked", "given"), [(10, 80), (80, 80), (200, 200), (900, 200)])
def test_text_size_stays_within_its_bounds(theme, asked, given):
    theme.set_text_size(asked)
    assert theme.text_size == given


def test_the_platforms_letters_come_in_the_platforms_size(theme, qapp):
    theme.set_interface_font(InterfaceFont.PLATFORM)
    try:
        assert theme.font(FontRole.BODY).family() != "Inter"
        assert (
            theme.font(FontRole.BODY).pixelSize() == QFontInfo(theme_module.fonts.platform_font()).pixelSize()
        )
    finally:
        theme.set_interface_font(InterfaceFont.INTER)


def test_a_font_that_was_handed_out_can_be_changed_without_harm(theme):
    theme.font(FontRole.BODY).setPixelSize(99)
    assert theme.font(FontRole.BODY).pixelSize() == 13


def test_the_check_box_can_be_seen_in_the_dark(theme, qapp, qtbot):
    theme.apply(qapp, Scheme.DARK)
    box = QCheckBox("Company of our group")
    qtbot.addWidget(box)
    box.show()
    picture = box.grab().toImage()
    drawn = {picture.pixelColor(x, y).name().upper() for x in range(18) for y in range(picture.height())}
    assert DARK.control_border in drawn


def test_without_a_theme_the_remedy_is_named(monkeypatch):
    monkeypatch.setattr(theme_module, "_current", None)
    with pytest.raises(RuntimeError, match="Apply a Theme"):
        current_theme()


def test_the_sheet_has_no_rule_for_every_widget_and_no_font(theme, qapp):
    sheet = qapp.styleSheet()
    assert "QWidget {" not in sheet
    assert "::item {" not in sheet.replace("QMenu::item {", "").replace("QMenuBar::item {", "")
    assert "font" not in sheet


def test_plain_qt_buttons_and_fields_are_of_one_height(theme, qtbot):
    for widget in (QPushButton("Save"), QLineEdit()):
        qtbot.addWidget(widget)
        assert widget.sizeHint().height() == 32


def test_a_theme_that_was_not_applied_changes_nothing(theme, qapp):
    before = qapp.styleSheet()
    Theme(theme.icons_folder.parent).set_text_size(150)
    assert qapp.styleSheet() == before
