"""What a person would miss in a window: the ends of texts, names of controls, words on buttons."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from vendorrisk.ui.widgets.labels import ElidingLabel, Phrase


def cut(window):
    """Returns the texts that do not fit and do not say so."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if isinstance(widget, Phrase):
            fits = not widget.is_cut() or bool(widget.toolTip())
        elif isinstance(widget, QLabel) and widget.wordWrap():
            fits = widget.heightForWidth(widget.width()) <= widget.height()
        else:
            fits = widget.fontMetrics().horizontalAdvance(widget.text()) <= widget.contentsRect().width()
        if (
            not fits
            and not (isinstance(widget, ElidingLabel) and widget.toolTip())
            and not drawn_by_hand(widget)
        ):
            found.append((type(widget).__name__, widget.text(), widget.width()))
    return found


def drawn_by_hand(widget):
    return type(widget).__name__ in {"NavItem", "Step", "SearchBox", "AddFilter"}


def unnamed(window):
    """Returns the controls in sight that a screen reader could not name."""
    kinds = QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit | QSpinBox
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible()
        if not isinstance(widget.parent(), QComboBox | QSpinBox)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def bare(window):
    """Returns the buttons in sight with neither words, written or drawn, nor a tooltip."""
    buttons = window.findChildren(QAbstractButton)
    wordless = [one for one in buttons if one.isVisible() and not one.text() and not one.toolTip()]
    return [one for one in wordless if not drawn_by_hand(one)]
