"""A vendor's page in light, dark and large text: no text is cut, everything has a name, and can be read."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QBoxLayout

from tests.support.assessed import answered
from tests.ui.looking import bare, cut, unnamed
from tests.ui.test_pages_open import faint
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.register.records import Contact, FourthParty
from vendorrisk.ui.review.vendor_page import TABS
from vendorrisk.ui.widgets.theme import Scheme
from vendorrisk.usecases.diligence import findings
from vendorrisk.usecases.editing import add
from vendorrisk.usecases.register.places import add_place


@pytest.fixture
def full(vendor_page, gate):
    """The page with something on each of its tabs, and something that needs somebody."""
    office = gate.office
    add_place(office, gate.engagement_id, {"country": "IN", "place": "Pune"}, stores=True, reaches=True)
    add(office, Contact, {"name": "Lu Prado", "email": "lu@eastline.example"}, vendor_id=gate.vendor_id)
    add(office, FourthParty, {"name": "Deep Storage"}, engagement_id=gate.engagement_id)
    findings.raise_finding(office, gate.engagement_id, Severity.H, "Logs are kept for ever", detail="")
    answered(office, gate.engagement)
    gate.customer()
    gate.change(date(2027, 2, 2))
    vendor_page.reload()
    return vendor_page


def on_every_tab(page, look):
    found = {}
    for number, name in enumerate(TABS):
        page.tabs.setCurrentIndex(number)
        QApplication.processEvents()
        found |= {name: what} if (what := look(page)) else {}
    return found


@pytest.mark.parametrize("size", [100, 150])
def test_no_text_is_cut_on_any_tab(full, theme, size):
    theme.set_text_size(size)
    full.reload()
    assert on_every_tab(full, cut) == {}


def test_everything_that_can_be_used_has_a_name_and_a_word(full):
    assert on_every_tab(full, lambda page: unnamed(page) + bare(page)) == {}


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_text_stands_out_from_its_ground(full, theme, qapp, scheme):
    theme.apply(qapp, scheme)
    assert on_every_tab(full, faint) == {}


def test_at_large_text_the_columns_stand_below_each_other(vendor_page, theme, qtbot):
    vendor_page.resize(1182, 700)
    area = vendor_page.stack.currentWidget()
    columns = vendor_page.overview._columns
    assert columns.direction() == QBoxLayout.Direction.LeftToRight
    theme.set_text_size(200)
    qtbot.waitUntil(lambda: columns.direction() == QBoxLayout.Direction.TopToBottom)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    theme.set_text_size(100)
