"""The top of every page is measured alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from shiboken6 import delete

from vendorrisk.ui.widgets.buttons import primary, secondary
from vendorrisk.ui.widgets.labels import Label
from vendorrisk.ui.widgets.page_head import Page, PageHead
from vendorrisk.ui.widgets.tokens import PAGE_MARGIN, PAGE_WIDEST


def shown(page, qtbot):
    qtbot.addWidget(page)
    page.resize(1182, 708)
    page.show()
    return page


def middle(widget, page):
    return widget.mapTo(page, QPoint(0, 0)).y() + widget.height() // 2


def test_title_and_second_line_lie_where_all_titles_lie(theme, qtbot):
    head = PageHead("Carrier Norte S.A.", back_to="Vendors")
    head.add_action(secondary("Start change…"))
    head.set_line(("SMS carrier, Brazil", "", "Owner M. Horvat"))
    page, body = Page(head), Label("body")
    page.add(body, 1)
    shown(page, qtbot)
    assert middle(head.title, page) == 32
    assert middle(head._line, page) == 60
    assert body.y() == 84
    assert head._line.text() == "SMS carrier, Brazil  ·  Owner M. Horvat"
    assert head._line.mapTo(page, QPoint(0, 0)).x() == 24 + 44


def test_without_a_second_line_the_page_begins_higher(theme, qtbot):
    page, body = Page(PageHead("My week")), Label("body")
    page.add(body, 1)
    shown(page, qtbot)
    assert body.y() == 64


def test_actions_go_below_where_they_leave_the_title_no_room_and_come_back(theme, qtbot):
    head = PageHead("Carrier Norte S.A.", back_to="Vendors")
    actions = [secondary(text) for text in ("Raise finding…", "Send questionnaire", "Start change…")]
    for action in actions:
        head.add_action(action)
    page = Page(head)
    shown(page, qtbot)

    def is_below():
        return middle(actions[0], page) > middle(head.title, page)

    assert not is_below()
    page.resize(520, 708)
    qtbot.waitUntil(is_below)
    assert not head.title.is_cut()
    assert actions[-1].mapTo(page, actions[-1].rect().topRight()).x() < page.width() - PAGE_MARGIN
    page.resize(1182, 708)
    qtbot.waitUntil(lambda: not is_below())


def test_there_is_one_filled_button(theme, qtbot):
    head = PageHead("Vendors")
    head.add_action(secondary("Export…"))
    head.add_action(primary("New vendor"))
    qtbot.addWidget(head)
    assert head.primary().text() == "New vendor"
    with pytest.raises(ValueError, match="one filled button"):
        head.add_action(primary("Import…"))


def test_the_way_back_says_where_it_leads(theme, qtbot):
    head = PageHead("Carrier Norte S.A.", back_to="Vendors")
    qtbot.addWidget(head)
    head.show()
    (button,) = head.findChildren(QPushButton)
    assert button.accessibleName() == "Back to Vendors"
    with qtbot.waitSignal(head.back):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_title_and_states_can_change(theme, qtbot):
    head = PageHead("Carrier Norte S.A.")
    qtbot.addWidget(head)
    head.set_chips([Label("High"), Label("In review")])
    head.set_chips([Label("Low")])
    head.set_title("Baltic DC", beside="hosting")
    assert head.title.text() == "Baltic DC hosting"
    visible = [label.text() for label in head.findChildren(Label) if not label.isHidden()]
    assert "Low" in visible
    assert "High" not in visible


def test_a_long_name_gives_way_to_the_actions(theme, qtbot):
    head = PageHead("A very long name of a company that goes on and on " * 4)
    head.add_action(secondary("Start change…"))
    page = shown(Page(head), qtbot)
    assert page.minimumSizeHint().width() < 400
    assert head.title.is_cut()
    assert "goes on" in head.title.toolTip()


def test_a_page_says_where_the_keyboard_begins(theme, qtbot):
    page = Page(PageHead("Vendors"))
    button = secondary("Export…")
    page.add(button)
    page.start_at(button)
    shown(page, qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    assert button.hasFocus()


def test_the_tab_key_comes_to_what_a_page_shows_before_where_it_begins(theme, qtbot):
    head = PageHead("Vendors")
    before, start = secondary("Import…"), secondary("Export…")
    head.add_action(before)
    page = Page(head)
    page.add(start)
    page.start_at(start)
    shown(page, qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    qtbot.keyClick(start, Qt.Key.Key_Tab)
    assert before.hasFocus()


def test_a_page_whose_start_is_gone_takes_the_keyboard_itself(theme, qtbot):
    page = Page(PageHead("Vendors"))
    start = secondary("Export…")
    page.add(start)
    page.start_at(start)
    shown(page, qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    delete(start)
    page.setFocus()
    assert page.hasFocus()


def test_what_is_too_high_for_a_page_scrolls(theme, qtbot):
    page = Page(PageHead("Settings"))
    tall = Label("x")
    tall.setMinimumHeight(3000)
    page.add_scrolled(tall)
    shown(page, qtbot)
    assert page.minimumSizeHint().height() < 400


@pytest.mark.parametrize("hidden", [False, True])
def test_higher_things_on_the_second_line_move_neither_it_nor_the_page(theme, qtbot, hidden):
    head = PageHead("Carrier Norte S.A.", back_to="Vendors")
    head.set_line(("Owner M. Horvat",))
    button = secondary("Previous")
    button.setHidden(hidden)
    head.add_to_line(button)
    page, body = Page(head), Label("body")
    page.add(body, 1)
    shown(page, qtbot)
    assert middle(head._line, page) == 60
    assert head._line.height() >= 16
    assert body.y() == 84


def test_a_page_keeps_together_on_a_very_wide_screen_unless_it_is_round_a_table(qtbot, theme):
    page = Page(PageHead("Vendors"))
    qtbot.addWidget(page)
    page.resize(1182, 600)
    page.show()
    assert page.head.geometry().right() == 1182 - PAGE_MARGIN - 1
    page.resize(2400, 600)
    assert page.head.geometry().right() == PAGE_WIDEST - PAGE_MARGIN - 1
    page.widest = 0
    page.resize(2401, 600)
    assert page.head.geometry().right() == 2401 - PAGE_MARGIN - 1
