"""Who touches one customer's data: by its services, its region lock, and what it was promised."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.changing import a_context, a_register
from tests.support.edited import edit_values
from tests.support.offices import put
from vendorrisk.domain.message import NotFound
from vendorrisk.domain.notice.records import ChangeKind
from vendorrisk.domain.register.records import Engagement, Location, LocationKind, Stage
from vendorrisk.usecases.notice import notices
from vendorrisk.usecases.notice.changes import new_change
from vendorrisk.usecases.notice.customer_records import edit_customer
from vendorrisk.usecases.notice.customer_sub_processors import sub_processors_of
from vendorrisk.usecases.register.vendors import add_vendor


@pytest.fixture
def office():
    made = a_context().office
    a_register(made)
    return made


def engagement(office):
    with office.book.reading() as reader:
        return reader.find(Engagement)[0]


def names(office, customer_id="c1"):
    return [one.name for one in sub_processors_of(office, customer_id)]


def test_a_sub_processor_is_named_with_purpose_and_countries(office):
    (one,) = sub_processors_of(office, "c1")
    assert (one.name, one.service, one.purpose) == ("Norte Cloud S.A.", "SMS", "Hosting of message logs")
    assert (one.storage, one.access, one.kept_off) == (("Brazil",), (), False)


def test_places_that_are_over_are_left_out(office):
    used = engagement(office).id
    put(
        office,
        Location(id="l2", engagement_id=used, kind=LocationKind.ACCESS, country="IN",
                 valid_to=date(2026, 11, 22)),
        Location(id="l3", engagement_id=used, kind=LocationKind.ACCESS, country="DE",
                 valid_from=date(2026, 11, 23)),
    )  # fmt: skip
    assert sub_processors_of(office, "c1")[0].access == ("Germany",)


def test_other_services_and_what_is_not_in_use_do_not_count(office):
    added = add_vendor(
        office,
        {"name": "Voz", "country": "BR"},
        {"purpose": "Calls"},
        service="Voice",
        storage=("BR",),
        access=(),
    )
    edit_values(office, Engagement, added.engagement.id, stage=Stage.LIVE)
    assert names(office) == ["Norte Cloud S.A."]
    edit_values(office, Engagement, engagement(office).id, stage=Stage.TERMINATED)
    assert names(office) == []


@pytest.mark.parametrize(("answer", "kept_out"), [(False, True), (True, False), (None, True)])
def test_a_region_lock_keeps_out_who_is_not_known_to_reach_it(office, answer, kept_out):
    edit_customer(office, "c1", {"region_lock": "yes"})
    edit_values(office, Engagement, engagement(office).id, reaches_locked=answer)
    assert names(office) == ([] if kept_out else ["Norte Cloud S.A."])


def test_who_was_promised_another_way_is_kept_off(office):
    change = new_change(office, ChangeKind.ADD, engagement(office).id, date(2027, 2, 2))
    notices.exclude(office, change.id, "c1", "Routed elsewhere.")
    assert [sub_processors_of(office, one)[0].kept_off for one in ("c1", "c2")] == [True, False]
    notices.cancel(office, change.id)
    assert not sub_processors_of(office, "c1")[0].kept_off


def test_a_customer_that_is_gone_is_not_found(office):
    with pytest.raises(NotFound):
        sub_processors_of(office, "gone")
