"""Where the register names people: what is erased when one of them asks, and what stays and why.

Erasure is GDPR Art. 17(1). Every text of every record is searched; what is not erased is told with why.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.records import Decision, HandCheck, StageMove
from vendorrisk.domain.diligence.records import Answer, Assessment, ClauseCheck, Document, Finding
from vendorrisk.domain.notice.records import Change, Customer, Notice, Objection
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.records import Contact, Engagement, ListVersion, Setting, Vendor
from vendorrisk.domain.review.records import FrozenQuarter, Snooze

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.domain.record import Record

ERASABLE: Mapping[type[Record], tuple[tuple[str, ...], ...]] = {
    Contact: (("name", "email", "phone", "function"),),
    Customer: (("email", "salutation"), ("address",)),
    Notice: (("address",),),
}
"""Fields that tell of one person together: where one of them names the person, all of them are erased.

The address of a notice only while nobody was told (`is_proof`).
"""


class Why(StrEnum):
    """Why a record goes on naming a person.

    DECIDED: who decided, reviewed or answers for something, GDPR 5(2), 28(1), 17(3)(b) and (e). NOTICE: what
    customers were told, where it went and what came back, kept for the term of the contract and six years
    (17(3)(e); domain.md 5.6). EVIDENCE: what a vendor answered and filed, 28(1), 17(3)(b). PUBLISHED: frozen
    and provable. ACTED: who worked here. OURS: our own contacts in the settings. TEXT: anything else, which
    only a person can judge.
    """

    DECIDED = "DECIDED"
    NOTICE = "NOTICE"
    EVIDENCE = "EVIDENCE"
    PUBLISHED = "PUBLISHED"
    ACTED = "ACTED"
    OURS = "OURS"
    TEXT = "TEXT"


DECIDING: Mapping[type[Record], tuple[str, ...]] = {
    Vendor: ("owner",),
    Engagement: ("owner", "requested_by", "role_reviewed_by"),
    Assessment: ("reviewer",),
    Answer: ("reviewed_by",),
    Finding: ("owner", "accepted_by"),
    ClauseCheck: ("reviewed_by",),
    Decision: ("decided_by", "confirmed_by"),
    HandCheck: ("confirmed_by",),
    StageMove: ("moved_by", "head_of_privacy", "ciso"),
    Change: ("owner", "text_approved_by"),
}
"""Fields that say who decided, reviewed or answers for something."""

_WHOLE: Mapping[type[Record], Why] = {
    Decision: Why.DECIDED,
    HandCheck: Why.DECIDED,
    StageMove: Why.DECIDED,
    Change: Why.NOTICE,
    Notice: Why.NOTICE,
    Objection: Why.NOTICE,
    Answer: Why.EVIDENCE,
    ClauseCheck: Why.EVIDENCE,
    Document: Why.EVIDENCE,
    ListVersion: Why.PUBLISHED,
    FrozenQuarter: Why.PUBLISHED,
    Setting: Why.OURS,
    Snooze: Why.ACTED,
}


def why_kept(kind: type[Record], field: str) -> Why:
    """Why a field of a record that is not erased goes on naming a person; TEXT where no rule knows it."""
    return Why.DECIDED if field in DECIDING.get(kind, ()) else _WHOLE.get(kind, Why.TEXT)


def erased_with(kind: type[Record], field: str) -> tuple[str, ...]:
    """The fields that are erased where this one names the person, itself among them; empty for none."""
    return next((group for group in ERASABLE.get(kind, ()) if field in group), ())


def is_proof(notice: Notice) -> bool:
    """Whether a notice proves that a customer was told, so that its address stays (GDPR 17(3)(e))."""
    return notice.sent_at is not None or notice.earlier_sent_at is not None


_BETWEEN = re.compile(r"""(?:\\+[nrtbf]?|[\s,;:|"'‘’“”„«»<>()\[\]{}/=?&])+""")
"""What stands between words of a text, also of one that is kept as JSON; not what stands in an address."""
_IN_NAMES = re.compile(r"[._]+")
"""What stands between words as well where no address is looked for, as in the name of a file."""
_ESCAPED = re.compile(r"\\+u([0-9a-fA-F]{4})")


def is_named(wanted: str, text: str) -> bool:
    """Whether a text names this person: the whole name or e-mail address stands in it, word for word.

    Upper case and accents do not matter.
    """
    is_address = "@" in wanted
    looked_for = _words(wanted, is_address)
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "\\u" in text else text
    plain = text.lower() if text.isascii() else fold(text)
    if not looked_for or not all(part in plain for word in looked_for for part in word.split()):
        return False
    words, count = _words(text, is_address), len(looked_for)
    return any(words[at : at + count] == looked_for for at in range(len(words) - count + 1))


@lru_cache(maxsize=64)
def _words(text: str, is_address: bool) -> tuple[str, ...]:  # noqa: FBT001  (which of two readings)
    parts = _BETWEEN.split(text if is_address else _IN_NAMES.sub(" ", text))
    return tuple(word for part in parts if (word := fold(part)))
