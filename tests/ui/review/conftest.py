"""A vendor's page over a register in memory, with the law as shipped and the small questionnaire."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.support.assessed import Desk, FewQuestionnaires
from tests.support.contexts import make_context
from tests.support.gate import Gate, a_gate_in
from tests.support.law import the_law
from tests.support.offices import NoLaw
from vendorrisk.ui.review.vendor_page import VendorPage
from vendorrisk.ui.shell.context import Context


@pytest.fixture
def vendor_context(theme) -> Context:
    """A context over an empty register that reads and writes workbooks in memory."""
    desk = Desk()
    parts = {"questionnaires": FewQuestionnaires(), "foreign": desk, "papers": desk}
    return make_context(law=NoLaw(transfers=the_law()), **parts)


@pytest.fixture
def gate(vendor_context) -> Gate:
    """Eastline Voice: rated, under contract, a draft of an engagement in Germany and Ireland."""
    return a_gate_in(vendor_context.office)


@pytest.fixture
def vendor_page(vendor_context, gate, qtbot) -> Iterator[VendorPage]:
    """The page of Eastline Voice in a window; it reads again after every change, as in the frame."""
    window = QMainWindow()
    qtbot.addWidget(window)
    page = VendorPage(vendor_context)
    window.setCentralWidget(page)
    window.resize(1182, 708)
    vendor_context.changes.happened.connect(page.reload)
    page.show_item(gate.vendor_id)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    page.setFocus()
    yield page
    window.close()


@pytest.fixture
def opened():
    """Finds the form or dialog of a kind that stands above the window; fails where there is none."""

    def find(kind):
        QApplication.processEvents()
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        assert len(found) == 1, [one.windowTitle() for one in found]
        return found[0]

    return find


@pytest.fixture
def stored(vendor_context):
    """Finds records as they are in the register now."""

    def find(kind, /, **equals):
        with vendor_context.office.book.reading() as reader:
            return reader.find(kind, **equals)

    return find


@pytest.fixture
def lists(monkeypatch):
    """The dialogs that were shown, each closed by opening its first row."""
    seen = []

    def ask(dialog):
        seen.append(dialog)
        rows = dialog.list.model.ids()
        dialog.chosen = rows[0] if rows else ""
        return True

    monkeypatch.setattr("vendorrisk.ui.widgets.dialogs.Dialog.ask", ask)
    return seen
