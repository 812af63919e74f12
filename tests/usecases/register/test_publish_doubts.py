"""What is named before a list goes out: guesses, gaps and grounds that do not hold, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.edited import edit_values
from tests.support.offices import TODAY, make_office, stored
from vendorrisk.domain.register.published import ListRead, ListRow
from vendorrisk.domain.register.records import Engagement, Flow, Location, Stage
from vendorrisk.usecases.editing import add
from vendorrisk.usecases.register.list_import import ImportAs, import_list
from vendorrisk.usecases.register.publish_doubts import doubts
from vendorrisk.usecases.register.publishing import Profile, on_list


@pytest.fixture
def office():
    return make_office()


def listed(office, become=ImportAs.LIVE, **facts):
    """A vendor of an imported list that was assessed since."""
    row = ListRow(**{"name": "Norte Cloud S.A.", "purpose": "Hosting", "source": "list.md:3"} | facts)
    import_list(office, ListRead(rows=(row,)), become=become)
    for one in stored(office, Engagement):
        edit_values(office, Engagement, one.id, anchor=TODAY, cycles=1)


def named(office, profile=Profile.GLOBAL):
    with office.book.reading() as reader:
        problems = doubts(office, reader, profile)
    assert {one.where for one in problems} <= {"Norte Cloud S.A."}
    return [one.what.key.removeprefix("publish.") for one in problems]


def test_an_assessed_vendor_in_the_eea_raises_no_doubt(office):
    listed(office, storage=("LU",))
    assert named(office) == []


def test_a_vendor_in_use_that_was_never_assessed_is_named_once(office):
    listed(office, storage=("LU",))
    (engagement,) = stored(office, Engagement)
    edit_values(office, Engagement, engagement.id, anchor=None)
    row = ListRow(name="Norte Cloud S.A.", purpose="Support", storage=("LU",))
    import_list(office, ListRead(rows=(row,)))
    assert named(office) == ["unassessed"]


def test_a_row_without_a_place_or_a_purpose_is_named(office):
    import_list(office, ListRead(rows=(ListRow(name="Norte Cloud S.A."),)))
    assert named(office) == ["unassessed", "no_place", "no_purpose"]


def test_who_was_never_asked_is_named_beside_the_region_locked_list_until_answered(office):
    listed(office, storage=("LU",))
    assert named(office, Profile.EU_REGION_LOCKED) == ["lock_unanswered"]
    assert named(office, Profile.GLOBAL) == []
    (engagement,) = stored(office, Engagement)
    add(office, Location, {"kind": "ACCESS", "country": "LU"}, engagement_id=engagement.id)
    listed_there = []
    for answer in (True, False):
        edit_values(office, Engagement, engagement.id, reaches_locked=answer)
        assert named(office, Profile.EU_REGION_LOCKED) == []
        with office.book.reading() as reader:
            listed_there.append(len(on_list(reader, Profile.EU_REGION_LOCKED)))
    assert listed_there == [1, 0]


def locked(office, **answers):
    """Puts the engagement, reached from Bosnia and Herzegovina, on the region-locked list."""
    (engagement,) = stored(office, Engagement)
    edit_values(office, Engagement, engagement.id, reaches_locked=True, **answers)
    add(office, Location, {"kind": "ACCESS", "country": "BA"}, engagement_id=engagement.id)


def test_whoever_breaks_the_region_lock_is_named_on_its_list_alone(office):
    listed(office, storage=("BA",))
    locked(office)
    said = named(office, Profile.EU_REGION_LOCKED)
    assert said.count("lock") == 2  # storage and access
    assert "lock" not in named(office, Profile.GLOBAL)


def test_access_under_an_exception_is_for_a_person_to_judge(office):
    listed(office, storage=("LU",))
    locked(office, locked_exception="Troubleshooting from Sarajevo until March.")
    assert "lock_exception" in named(office, Profile.EU_REGION_LOCKED)
    assert "lock" not in named(office, Profile.EU_REGION_LOCKED)


def test_a_country_taken_from_the_address_is_named_until_somebody_clears_the_mark(office):
    listed(office, locations=("LU",), assumed=True)
    assert named(office) == ["unconfirmed"]
    (place,) = stored(office, Location)
    edit_values(office, Location, place.id, place="")
    assert named(office) == []


def test_a_mere_location_is_named_until_somebody_says_what_happens_there(office):
    listed(office, locations=("LU",))
    assert named(office) == ["kind_unsaid"]
    (place,) = stored(office, Location)
    edit_values(office, Location, place.id, purpose={})
    assert named(office) == []


def test_a_country_outside_the_eea_needs_a_transfer_in_force(office):
    listed(office, storage=("BR", "DE"))
    assert named(office) == ["no_transfer"]
    ended = {"valid_from": date(2020, 1, 1), "valid_to": date(2021, 1, 1)}
    for place in stored(office, Location):
        edit_values(office, Location, place.id, **ended)
    assert named(office) == ["no_place"]


def test_old_clauses_and_other_grounds_that_do_not_hold_are_named(office):
    listed(office, storage=("US",), mechanism=("OLD_SCC",))
    assert named(office) == ["ground"]
    (flow,) = stored(office, Flow)
    edit_values(office, Flow, flow.id, valid_from=date(2020, 1, 1), valid_to=date(2021, 1, 1))
    assert named(office) == ["no_transfer"]


def test_what_is_not_on_the_list_is_not_looked_at(office):
    listed(office, become=ImportAs.DRAFT, locations=("BR",), assumed=True)
    assert named(office) == []
    (engagement,) = stored(office, Engagement)
    edit_values(office, Engagement, engagement.id, stage=Stage.LIVE)
    assert named(office) == ["unconfirmed", "no_transfer"]
    edit_values(office, Engagement, engagement.id, reaches_locked=False)
    assert named(office, Profile.EU_REGION_LOCKED) == []
