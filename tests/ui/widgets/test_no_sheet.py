from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QTableView

from vendorrisk.ui.widgets.theme import Scheme


def a_view() -> QTableView:
    view = QTableView()
    view.show()
    view.grab()
    return view


def test_widgets_that_live_through_the_desktops_colours_do_not_end_the_program_later(theme, qapp):
    """With an empty style sheet in between this dies in Qt; the loop is what shows it."""
    living = a_view()
    living.close()
    theme.apply(qapp, Scheme.SYSTEM_COLOURS)
    other = a_view()
    theme.apply(qapp, Scheme.LIGHT)
    for view in (living, other, *(a_view() for _ in range(20))):
        view.close()
        view.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for scheme in (Scheme.DARK, Scheme.LIGHT, Scheme.DARK):
        theme.apply(qapp, scheme)
    assert theme.tokens.dark
