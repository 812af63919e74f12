"""An office that knows the small questionnaire, and one vendor with an engagement to be assessed."""

from __future__ import annotations

import pytest

from tests.support.assessed import an_engagement, an_office
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.usecases.office import Office


@pytest.fixture
def office() -> Office:
    """An empty register; workbooks are kept instead of written."""
    return an_office()


@pytest.fixture
def vendor_and_engagement(office: Office) -> tuple[Vendor, Engagement]:
    """Eastline Voice, which stores in Germany and is reached from Ireland."""
    return an_engagement(office)


@pytest.fixture
def vendor(vendor_and_engagement: tuple[Vendor, Engagement]) -> Vendor:
    """The vendor alone."""
    return vendor_and_engagement[0]


@pytest.fixture
def engagement(vendor_and_engagement: tuple[Vendor, Engagement]) -> Engagement:
    """Its engagement alone."""
    return vendor_and_engagement[1]
