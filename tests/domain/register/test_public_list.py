from __future__ import annotations

import json
from datetime import date
from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from vendorrisk.domain.register.public_list import (
    PublicAccess,
    PublicChanges,
    PublicList,
    PublicRow,
    as_list_row,
    canonical_rows,
    changes_between,
    plain_list,
    rows_from_canonical,
)
from vendorrisk.domain.register.records import VendorKind

ACCESS = (PublicAccess(country="IN", purpose="support"), PublicAccess(country="IN", purpose="engineering"))
FULL = PublicRow(
    legal_name="Alpha GmbH",
    kind=VendorKind.AFFILIATE,
    seat="DE",
    services=("SMS",),
    purpose="Help",
    data_categories=("Names", "Logs"),
    storage=("DE",),
    access=ACCESS,
    mechanisms=("SCC_2021_914",),
    since=date(2024, 5, 1),
    planned_from=date(2027, 1, 15),
    exception="Voice only",
    id="e-1",
)


def likeness(one, other):
    return SequenceMatcher(None, *sorted((one.casefold(), other.casefold())), autojunk=False).ratio()


def a_list(*rows, version=1, **more):
    return PublicList(
        profile="GLOBAL", version=version, updated=date(2026, 11, 21), company="Us", rows=rows, **more
    )


def test_a_public_row_can_be_compared_with_other_lists():
    row = as_list_row(FULL)
    assert (row.name, row.affiliate, row.access, row.status) == ("Alpha GmbH", True, ("IN",), "planned")
    assert (row.data, row.seat, row.since) == ("Names; Logs", "DE", date(2024, 5, 1))
    assert as_list_row(PublicRow(legal_name="Beta")).status == ""


def test_a_new_version_tells_what_it_changed():
    before = a_list(
        PublicRow(legal_name="Alpha"),
        PublicRow(legal_name="Gamma", purpose="Mail"),
        PublicRow(legal_name="Twillio", purpose="SMS"),
        PublicRow(legal_name="Delta", purpose="Hosting", storage=("DE",)),
    )
    after = a_list(
        PublicRow(legal_name="Alpha"),
        PublicRow(legal_name="Epsilon", purpose="Chat"),
        PublicRow(legal_name="Twilio", purpose="SMS"),
        PublicRow(legal_name="Delta", purpose="Hosting", storage=("US",)),
        version=2,
    )
    assert changes_between(before, after, likeness) == PublicChanges(
        previous_version=1,
        added=("Epsilon",),
        removed=("Gamma",),
        renamed=(("Twillio", "Twilio"),),
        changed=("Delta",),
    )


def test_what_stays_the_same_in_the_register_under_quite_another_name_is_renamed():
    before = a_list(PublicRow(id="1", legal_name="Facebook"), PublicRow(id="2", legal_name="Gamma"))
    after = a_list(
        PublicRow(id="1", legal_name="Meta Platforms"), PublicRow(id="3", legal_name="Epsilon"), version=2
    )
    assert changes_between(before, after, likeness) == PublicChanges(
        previous_version=1,
        added=("Epsilon",),
        removed=("Gamma",),
        renamed=(("Facebook", "Meta Platforms"),),
    )


def test_the_plain_form_is_the_documented_one():
    plain = plain_list(a_list(FULL, changes=PublicChanges(previous_version=3, renamed=(("A", "B"),))))
    assert plain["schema"] == "vendorrisk.public-list/1"
    assert plain["changes"] == {
        "previous_version": 3,
        "added": [],
        "removed": [],
        "renamed": [{"old": "A", "new": "B"}],
        "changed": [],
    }
    assert plain["rows"][0]["access"] == [
        {"country": "IN", "purpose": "support"},
        {"country": "IN", "purpose": "engineering"},
    ]
    assert (plain["rows"][0]["since"], plain["rows"][0]["kind"]) == ("2024-05-01", "AFFILIATE")
    assert plain_list(a_list())["changes"] is None
    json.dumps(plain)


texts = st.text(max_size=10)
rows = st.builds(
    PublicRow,
    legal_name=texts,
    kind=st.sampled_from(VendorKind),
    services=st.lists(texts, max_size=2).map(tuple),
    access=st.lists(st.builds(PublicAccess, country=texts, purpose=texts), max_size=2).map(tuple),
    since=st.none() | st.dates(),
    planned_from=st.none() | st.dates(),
    exception=texts,
)


@given(st.lists(rows, max_size=3))
def test_stored_rows_come_back_and_keep_their_text(some):
    text = canonical_rows(a_list(*some))
    assert rows_from_canonical(text) == tuple(some)
    assert canonical_rows(a_list(*rows_from_canonical(text))) == text
