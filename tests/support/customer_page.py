"""The customers' page over a register in memory, and the hands that work on it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QLabel

from tests.support.changing import a_context, a_register
from tests.support.offices import stored
from vendorrisk.documents.child.limits import Limits
from vendorrisk.documents.customers import read_customers
from vendorrisk.domain.notice.records import Customer
from vendorrisk.ui.notice.customers_page import CustomersPage
from vendorrisk.ui.widgets.buttons import Button


class Foreign:
    """Reads customer files in this process."""

    def customers(self, path):
        return read_customers(path, Limits())


def a_page(qtbot, context):
    """The page, shown, with its customers read."""
    page = CustomersPage(context)
    qtbot.addWidget(page)
    page.resize(1140, 700)
    context.changes.happened.connect(page.reload)
    page.show()
    page.reload()
    return page


def names(page):
    """The customers in sight, in order."""
    return [page.model.row_at(place).row.customer.name for place in range(page.model.rowCount())]


def cell(page, row, key):
    """What a cell says."""
    index = page.model.index(row, page.model.column_number(key))
    return index.data()


def open_dialog(kind=QDialog):
    """The one dialog of a kind that is open."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    assert len(found) == 1
    return found[0]


def said(panel):
    """Everything a panel says."""
    QApplication.processEvents()
    return "\n".join(one.text() for one in panel.findChildren(QLabel) if one.isVisibleTo(panel))


def pick(page, name):
    """Puts the keyboard on a customer."""
    page.pane.table.go_to(next(one.id for one in stored(page.context, Customer) if one.name == name))


def fill(dialog, **values):
    """Types into a form."""
    for key, text in values.items():
        dialog.form.field(key).show_value(text)


def verbs(panel):
    """The buttons in sight of a panel."""
    QApplication.processEvents()
    return [one for one in panel.findChildren(Button) if one.isVisibleTo(panel)]


def a_customers_context():
    """Four customers under different terms and a former one; customer files are read in this process."""
    made = a_context(foreign=Foreign())
    a_register(made.office)
    return made
