"""Taking widgets out of layouts: the only place where something that lies in a layout is let go of.

Where a layout that already holds something is added to another one, PySide remembers an object for each
place in it, and nobody tells it when Qt deletes such a place because its widget has gone. The next widget
that comes to lie at the same address is then taken for that place, and the program ends. What is taken out
by the layout itself is forgotten properly; what is only deleted is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """Takes everything out of a layout and lets go of it, the layouts inside it too."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            empty(inner)
        if widget is not None:
            _dismiss(widget)


def let_go(layout: QLayout, widget: QWidget) -> None:
    """Takes one widget out of its layout and lets go of it."""
    layout.removeWidget(widget)
    _dismiss(widget)


def widgets_in(layout: QLayout) -> list[QWidget]:
    """Returns what lies in a layout itself, in its order, without asking for the places in it."""
    holder = layout.parentWidget()
    if holder is None:
        return []
    children = holder.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return sorted((one for one in children if layout.indexOf(one) >= 0), key=layout.indexOf)


def _dismiss(widget: QWidget) -> None:
    widget.hide()  # at once: it is deleted only when whatever it is doing now has ended
    widget.deleteLater()
