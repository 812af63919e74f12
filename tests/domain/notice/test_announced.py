"""What was told is held against what is on record: more, other or earlier needs a new notice, less none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from vendorrisk.domain.message import Level
from vendorrisk.domain.notice.announced import (
    Announced,
    needs_new_letters,
    needs_new_notice,
    told_otherwise,
)

D = date
TOLD = Announced(
    vendor="Norte Cloud S.A.", vendor_country="BR", replaced="", services=frozenset({"s-1"}),
    purpose={"en": "Message logs"}, data=frozenset({"LOGS", "PHONE_NUMBER"}), storage=frozenset({"BR", "DE"}),
    access=frozenset({("BR", "")}), further=frozenset(), start=D(2027, 2, 2),
)  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({}, ()),
        ({"vendor": "Sul Cloud S.A."}, ("vendor",)),
        ({"purpose": {"en": "Advertising"}}, ("purpose",)),
        ({"data": frozenset({"LOGS"})}, ()),
        ({"data": frozenset({"LOGS", "MESSAGE_BODY"})}, ("data",)),
        ({"storage": frozenset({"DE"})}, ()),
        ({"storage": frozenset({"BR", "DE", "US"})}, ("storage",)),
        ({"access": frozenset({("BR", "Suporte Ltda")})}, ("access",)),
        ({"start": D(2027, 2, 3)}, ()),
        ({"start": D(2027, 2, 1)}, ("start",)),
        ({"start": D(2027, 2, 1), "vendor_country": "US"}, ("vendor_country", "start")),
    ],
)
def test_what_needs_a_new_notice_is_named(changed, named):
    assert told_otherwise(TOLD, replace(TOLD, **changed)) == named


@pytest.mark.parametrize(
    ("problems", "key"),
    [(needs_new_notice, "notice.check.N-5"), (needs_new_letters, "notice.check.N-4.facts")],
)
def test_the_facts_are_named_at_once(problems, key):
    assert problems("2026-07", ()) == ()
    (found,) = problems("2026-07", ("purpose", "start"))
    assert (found.where, found.what.key, found.level) == ("change 2026-07", key, Level.ERROR)
    assert [one.key for one in found.what.params["fields"]] == ["letter.field.purpose", "letter.field.start"]
