"""What lies in a layout is let go of through the layout, so that nothing of it is remembered afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from vendorrisk.ui.widgets.flow_layout import FlowLayout
from vendorrisk.ui.widgets.layouts import empty, let_go, widgets_in


@pytest.fixture
def column(qapp):
    """The layout of a widget."""
    holder = QWidget()
    yield QVBoxLayout(holder)
    holder.deleteLater()


def filled(layout, *texts):
    """A layout that holds labels already when it is added to another one: PySide remembers their places."""
    for text in texts:
        layout.addWidget(QLabel(text))
    return layout


def texts_in(layout):
    return [one.text() for one in widgets_in(layout)]


def remembered_places():
    """How many places in layouts Python has an object for, and believes them to be there."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    kinds = [type(one) for one in Shiboken.getAllValidWrappers() if isinstance(one, QLayoutItem)]
    return sum(not issubclass(kind, QLayout) for kind in kinds)


def test_an_emptied_layout_holds_nothing_and_what_it_held_is_gone(column):
    label = QLabel("A")
    column.addWidget(label)
    column.addSpacing(4)
    empty(column)
    assert column.count() == 0
    assert label.isHidden()
    remembered_places()
    assert not Shiboken.isValid(label)


def test_what_lies_in_layouts_inside_is_let_go_of_too(column):
    row = filled(QHBoxLayout(), "A", "B")
    inner = [row.itemAt(place).widget() for place in range(2)]
    column.addLayout(row)
    empty(column)
    remembered_places()
    assert not any(Shiboken.isValid(one) for one in inner)


@pytest.mark.parametrize("kind", [QHBoxLayout, lambda: FlowLayout(gap=4)])
def test_one_widget_is_let_go_of_and_the_others_stay_in_their_order(column, kind):
    row = filled(kind(), "A", "B", "C")
    column.addLayout(row)
    let_go(row, widgets_in(row)[1])
    assert texts_in(row) == ["A", "C"]


def test_widgets_are_told_in_the_order_of_the_layout_not_of_their_making(column):
    filled(column, "A", "B")
    column.insertWidget(0, QLabel("first"))
    column.addLayout(filled(QHBoxLayout(), "beside"))
    assert texts_in(column) == ["first", "A", "B"]


def test_a_layout_without_a_widget_round_it_has_nothing_in_sight(qapp):
    assert widgets_in(QHBoxLayout()) == []


@pytest.mark.parametrize("leave", [empty, lambda row: [let_go(row, one) for one in widgets_in(row)]])
def test_no_place_of_what_has_gone_is_remembered(column, leave):
    """Else the next widget at its address would be taken for that place, which ends the program."""
    before = remembered_places()
    row = filled(QHBoxLayout(), "A", "B", "C")
    column.addLayout(row)
    leave(row)
    assert remembered_places() == before
