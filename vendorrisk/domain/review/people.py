"""Where the register names people: what is erased when one of them asks, and what stays as proof.

Erasure is GDPR Art. 17(1). What shows who decided, reviewed or answered for something stays, as Art. 17(3)(b)
and (e) allow: it is the proof that Art. 5(2) and 28(1) ask for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.decision.records import Decision, HandCheck, StageMove
from vendorrisk.domain.diligence.records import Answer, ClauseCheck, Finding
from vendorrisk.domain.notice.records import Change, Customer
from vendorrisk.domain.register.names import fold
from vendorrisk.domain.register.records import Contact, Engagement, Vendor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vendorrisk.domain.record import Record

_PARTS = re.compile(r"[;,\s]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """The fields of a record that name people, and all that tells of the same person beside them."""

    names: tuple[str, ...]
    beside: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Everything that an erasure overwrites."""
        return (*self.names, *self.beside)


ERASABLE: Mapping[type[Record], Mention] = {
    Contact: Mention(names=("name", "email"), beside=("phone", "function")),
    Customer: Mention(names=("email",), beside=("salutation",)),
}
KEPT: Mapping[type[Record], Mention] = {
    Vendor: Mention(names=("owner",)),
    Engagement: Mention(names=("owner", "requested_by", "role_reviewed_by")),
    Answer: Mention(names=("reviewed_by",)),
    Finding: Mention(names=("owner", "accepted_by")),
    ClauseCheck: Mention(names=("reviewed_by",)),
    Decision: Mention(names=("decided_by", "confirmed_by")),
    HandCheck: Mention(names=("confirmed_by",)),
    StageMove: Mention(names=("moved_by", "head_of_privacy", "ciso")),
    Change: Mention(names=("owner", "text_approved_by")),
}


def is_named(wanted: str, text: str) -> bool:
    """Whether a field names this person: by the whole name, or by an e-mail address among several."""
    looked_for = fold(wanted)
    return bool(looked_for) and looked_for in {fold(text), *map(fold, _PARTS.split(text))}
