"""Fields load quietly, speak when the person acts, and lose nothing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QStyleOptionComboBox

from vendorrisk.ui.widgets.date_field import DateField, MonthPopover
from vendorrisk.ui.widgets.fields import (
    LONGEST_TEXT,
    REST_MS,
    CheckField,
    ChoiceField,
    CountryField,
    MultiLineField,
    NumberField,
    TextField,
)
from vendorrisk.ui.widgets.many_field import ManyField
from vendorrisk.ui.widgets.theme import Scheme

COUNTRIES = (("BR", "Brazil"), ("HR", "Croatia"), ("IE", "Ireland"))
KINDS = [
    (TextField, "Norte", ""),
    (MultiLineField, "Two\nlines", ""),
    (DateField, date(2026, 4, 3), None),
    (lambda: ChoiceField([("high", "High"), ("low", "Low")]), "low", None),
    (lambda: CountryField(COUNTRIES), "HR", None),
    (lambda: CheckField("Group"), True, False),
    (NumberField, 30, 0),
]


@pytest.fixture
def shown(theme, qtbot):
    def make(field):
        qtbot.addWidget(field)
        field.show()
        field.activateWindow()
        qtbot.waitUntil(field.isActiveWindow)
        return field

    return make


def wheel(widget):
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize(("make", "value", "nothing"), KINDS)
def test_what_is_loaded_is_given_back_quietly(shown, qtbot, make, value, nothing):
    field = shown(make())
    with qtbot.assertNotEmitted(field.edited), qtbot.assertNotEmitted(field.committed):
        field.load(value)
    assert field.value() == value
    assert not field.is_dirty()
    field.load(None)
    assert field.value() == nothing
    assert not field.is_dirty()


def test_typing_is_told_letter_by_letter_and_leaving_once(shown, qtbot):
    field = shown(TextField())
    heard = []
    field.edited.connect(lambda: heard.append("edited"))
    field.committed.connect(lambda: heard.append("committed"))
    qtbot.keyClicks(field.line, "ab")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    field.line.clearFocus()
    assert heard == ["edited", "edited", "committed"]
    assert field.value() == "ab"


def test_leaving_a_field_unchanged_says_nothing(shown, qtbot):
    field = shown(TextField())
    field.load("Norte")
    field.setFocus()
    with qtbot.assertNotEmitted(field.committed):
        field.line.clearFocus()


def test_blanks_round_a_text_are_dropped(shown):
    field = shown(TextField())
    field.load("  Norte  ")
    assert field.value() == "Norte"


def test_a_pause_is_told_so_that_a_draft_can_be_kept(shown, qtbot):
    field = shown(TextField())
    qtbot.keyClicks(field.line, "a")
    assert field._pause.isActive()
    assert field._pause.interval() == REST_MS
    with qtbot.waitSignal(field.rested):
        field._pause.timeout.emit()
    field.load("b")
    assert not field._pause.isActive()


def test_several_lines_are_committed_on_leaving_and_tab_leaves(shown, qtbot):
    field = shown(MultiLineField())
    field.setFocus()
    qtbot.keyClicks(field.paper, "a")
    with qtbot.waitSignal(field.committed):
        field.paper.clearFocus()
    assert field.paper.tabChangesFocus()


def test_a_text_too_long_to_keep_is_refused_with_a_remedy(shown):
    field = shown(MultiLineField())
    field.load("a" * (LONGEST_TEXT + 1))
    assert "100000" in field.problem().remedy


def test_a_date_with_two_readings_is_not_taken(shown, qtbot):
    field = shown(DateField())
    field.load(date(2026, 1, 1))
    field.line.clear()
    qtbot.keyClicks(field.line, "03/04/2026")
    with qtbot.assertNotEmitted(field.committed):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.problem().what == "03/04/2026 can be 3 April or 4 March."
    assert field.is_dirty()
    assert field.line.text() == "03/04/2026"
    with pytest.raises(ValueError, match="03/04/2026"):
        field.value()


def test_a_date_in_letters_becomes_iso_on_leaving(shown, qtbot):
    field = shown(DateField())
    qtbot.keyClicks(field.line, "3 Apr 2026")
    with qtbot.waitSignal(field.committed):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.line.text() == "2026-04-03"


def test_a_day_can_be_picked_from_the_month_and_esc_leaves_it(shown, qtbot):
    field = shown(DateField())
    field.load(date(2026, 4, 3))
    qtbot.mouseClick(field.button, Qt.MouseButton.LeftButton)
    month = field.findChild(MonthPopover)
    calendar = month.findChild(QCalendarWidget)
    assert calendar.selectedDate().toPython() == date(2026, 4, 3)
    with qtbot.waitSignal(field.committed):
        calendar.activated.emit(calendar.selectedDate().addDays(1))
    assert field.value() == date(2026, 4, 4)
    assert not month.isVisible()


def test_esc_closes_the_month_and_changes_nothing(shown, qtbot):
    field = shown(DateField())
    field.load(date(2026, 4, 3))
    field.button.click()
    month = field.findChild(MonthPopover)
    qtbot.keyClick(month.calendar, Qt.Key.Key_Escape)
    assert month.isHidden()
    assert field.value() == date(2026, 4, 3)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_no_day_of_the_month_is_in_qts_own_red(shown, theme, qapp, scheme):
    theme.apply(qapp, scheme)
    field = shown(DateField())
    field.button.click()
    calendar = field.findChild(MonthPopover).calendar
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        assert calendar.weekdayTextFormat(day).foreground().color().name().upper() == theme.tokens.text2


def test_choosing_is_committed_at_once(shown, qtbot):
    field = shown(ChoiceField([("high", "High"), ("low", "Low")]))
    field.setFocus()
    with qtbot.waitSignal(field.committed):
        qtbot.keyClick(field.combo, Qt.Key.Key_Down)
        field.combo.activated.emit(field.combo.currentIndex())
    assert field.value() == "high"


def test_a_stored_choice_that_is_not_offered_any_more_is_kept(shown):
    field = shown(ChoiceField([("high", "High")]))
    field.load("retired")
    assert field.value() == "retired"
    assert not field.is_dirty()


@pytest.mark.parametrize(
    ("typed", "code"), [("Croatia (HR)", "HR"), ("croatia (hr)", "HR"), ("hr", "HR"), ("IE", "IE"),
                      ("Croatia", "HR"), ("croatia", "HR"), ("ire", "IE")]
)  # fmt: skip
def test_a_country_is_found_by_name_or_code(shown, qtbot, typed, code):
    field = shown(CountryField(COUNTRIES))
    qtbot.keyClicks(field.combo.lineEdit(), typed)
    qtbot.keyClick(field.combo.lineEdit(), Qt.Key.Key_Return)
    assert field.value() == code
    assert field.combo.currentText() == {c: f"{n} ({c})" for c, n in COUNTRIES}[code]


def test_a_whole_name_counts_before_a_longer_one_and_a_shared_beginning_names_none(shown):
    field = shown(CountryField((("NE", "Niger"), ("NG", "Nigeria"))))
    field.combo.setEditText("niger")
    assert field.value() == "NE"
    field.combo.setEditText("Nige")
    assert field.problem() is not None


def test_further_names_are_read_where_a_reader_is_given(shown):
    field = shown(CountryField(COUNTRIES, read={"Hrvatska": "HR", "Mars": "", "France": "FR"}.get))
    codes = {}
    for typed in ("Hrvatska", "Mars", "France"):
        field.combo.setEditText(typed)
        codes[typed] = None if field.problem() else field.value()
    assert codes == {"Hrvatska": "HR", "Mars": None, "France": None}


def test_a_country_that_is_none_is_refused_by_its_name(shown, qtbot):
    field = shown(CountryField(COUNTRIES))
    with qtbot.assertNotEmitted(field.committed):
        qtbot.keyClicks(field.combo.lineEdit(), "Atlantis")
        qtbot.keyClick(field.combo.lineEdit(), Qt.Key.Key_Return)
    assert field.problem().what == "Atlantis is not in the list of countries."
    with pytest.raises(ValueError, match="Atlantis"):
        field.value()


def test_scrolling_over_a_field_changes_nothing(shown):
    for field, control in ((NumberField(), "spin"), (ChoiceField([("a", "A"), ("b", "B")]), "combo")):
        shown(field)
        field.load(5 if control == "spin" else "a")
        field.control.setFocus()
        wheel(getattr(field, control))
        assert not field.is_dirty()


def test_ticking_is_committed_at_once(shown, qtbot):
    field = shown(CheckField("Company of our group"))
    with qtbot.waitSignal(field.committed):
        qtbot.keyClick(field.box, Qt.Key.Key_Space)
    assert field.value() is True


def test_a_number_stays_within_its_bounds(shown, qtbot):
    field = shown(NumberField(most=365, unit="days"))
    field.spin.selectAll()
    qtbot.keyClicks(field.spin, "999")
    assert field.value() <= 365
    assert field.spin.text().endswith(" days")


def test_a_refused_field_says_why_to_readers(shown):
    from vendorrisk.ui.widgets.dates import Unreadable

    field = shown(TextField())
    field.mark(Unreadable(what="This is needed.", remedy="Please fill it in."))
    assert field.line.accessibleDescription() == "This is needed. Please fill it in."
    assert field.line.property("wrong") == "true"
    field.mark(None)
    assert field.line.accessibleDescription() == ""


def test_a_choice_with_long_texts_is_not_wider_than_the_others(qtbot):
    short, long = (ChoiceField([("a", text)]) for text in ("Yes", "A name that goes on and on " * 6))
    for field in (short, long):
        qtbot.addWidget(field)
        field.show_value("a")
    assert long.combo.minimumSizeHint().width() == short.combo.minimumSizeHint().width()
    assert long.value() == "a"


def test_a_choice_that_has_no_room_for_its_text_ends_it_with_an_ellipsis(shown):
    text = "Use may begin despite an open objection"
    field = shown(ChoiceField([("a", text)]))
    field.show_value("a")

    def drawn(width):
        field.resize(width, field.height())
        QApplication.processEvents()
        option = QStyleOptionComboBox()
        field.combo.initStyleOption(option)
        return option.currentText

    assert drawn(900) == text
    assert drawn(200).endswith("…")


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_what_a_field_suggests_is_as_readable_as_a_remark(shown, theme, qapp, scheme):
    theme.apply(qapp, scheme)
    field = shown(TextField(placeholder="Such as: e-mail delivery"))
    assert field.line.palette().color(QPalette.ColorRole.PlaceholderText).name().upper() == theme.tokens.text3


def test_several_of_a_list_stand_in_one_column_where_a_text_is_long(qtbot):
    def columns(*texts):
        field = ManyField([(text, text) for text in texts])
        qtbot.addWidget(field)
        field.resize(420, 200)
        field.show()
        return len({field.box(text).x() for text in texts})

    assert columns("EU", "Swiss", "UK") == 2
    assert columns("EU", "Criminal convictions and offences (GDPR 10)", "UK") == 1


def test_steady_typing_does_not_put_off_the_keeping_of_a_draft(theme, qtbot):
    field = TextField()
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.line, "a")
    left = field._pause.remainingTime()
    qtbot.waitUntil(lambda: field._pause.remainingTime() < left)
    qtbot.keyClicks(field.line, "b")
    assert field._pause.remainingTime() < left
