"""What a vendor's artefacts are worth today: full, half or no credit, and which questions they answer.

Domain.md 3.3 and 3.4. Half credit never replaces a question, and halves the confidence it lends.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.artefacts import EVIDENCE, kind_of, kind_word
from vendorrisk.domain.diligence.credits import ALWAYS_ASKED, Area, Grade, codes_of, proofs
from vendorrisk.domain.diligence.findings import Proposal
from vendorrisk.domain.diligence.gaps import NO_CREDIT_OPINIONS
from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.diligence.validity import ArtefactStatus, Standing, scope_ok, status
from vendorrisk.domain.message import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from vendorrisk.domain.diligence.records import Document
    from vendorrisk.domain.diligence.validity import Archive


class CreditAmount(StrEnum):
    """How much credit an artefact earns."""

    FULL = "FULL"
    HALF = "HALF"
    NONE = "NONE"


SHARE: Final[Mapping[CreditAmount, float]] = {
    CreditAmount.FULL: 1.0,
    CreditAmount.HALF: 0.5,
    CreditAmount.NONE: 0.0,
}
LOST: Final = frozenset(
    {
        ArtefactStatus.LAPSED,
        ArtefactStatus.EXPIRED,
        ArtefactStatus.DEPENDENT_LAPSED,
        ArtefactStatus.SUSPENDED,
        ArtefactStatus.WITHDRAWN,
    }
)
"""States in which an artefact that once counted no longer does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What one artefact earns today and why, with a finding to raise."""

    document: Document
    standing: Standing
    amount: CreditAmount
    why: Message
    proposal: Proposal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCredit:
    """What the artefacts give to one question.

    `grade` FULL: it need not be asked; PARTIAL: it is asked, and the artefact supports the answer.
    `confidence` is k for its score (0 = none), `why` names the artefact or the reason there is none.
    """

    question: str
    grade: Grade
    confidence: float
    why: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What must be known of a question to credit it: its area and the codes that stand in for it."""

    question: str
    area: Area | None
    replaced_by: frozenset[str]
    partly_by: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A case of domain.md 3.3; the first that applies decides."""

    key: str
    amount: CreditAmount
    applies: Callable[[Document, ArtefactStatus, bool | None], bool]
    finding: Severity | None = None


_RULES: Final = (
    _Rule(
        key="not_evidence",
        amount=CreditAmount.NONE,
        applies=lambda document, _status, _scope: kind_of(document.kind).family not in EVIDENCE,
    ),
    _Rule(
        key="opinion",
        amount=CreditAmount.NONE,
        applies=lambda document, _status, _scope: document.opinion.strip().upper() in NO_CREDIT_OPINIONS,
    ),
    _Rule(
        key="out_of_scope", amount=CreditAmount.NONE, applies=lambda _document, _status, scope: scope is False
    ),
    _Rule(
        key="full",
        amount=CreditAmount.FULL,
        applies=lambda _document, standing, scope: standing is ArtefactStatus.VALID and scope is True,
    ),
    _Rule(
        key="scope_unknown",
        amount=CreditAmount.HALF,
        applies=lambda _document, standing, _scope: standing is ArtefactStatus.VALID,
    ),
    _Rule(
        key="stale_confirmed",
        amount=CreditAmount.HALF,
        applies=lambda document, standing, scope: (
            standing is ArtefactStatus.STALE and document.next_report_confirmed and scope is True
        ),
        finding=Severity.L,
    ),
    _Rule(
        key="stale",
        amount=CreditAmount.NONE,
        applies=lambda _document, standing, _scope: standing is ArtefactStatus.STALE,
    ),
    _Rule(key="not_valid", amount=CreditAmount.NONE, applies=lambda _document, _standing, _scope: True),
)


def credit(document: Document, today: date, archive: Archive) -> Credit:
    """Full, half or no credit for an artefact today (domain.md 3.3)."""
    standing = status(document, today, archive)
    scope = scope_ok(document)
    rule = next(rule for rule in _RULES if rule.applies(document, standing.status, scope))
    title = msg(f"credit.finding.{rule.key}", kind=kind_word(document.kind), why=standing.why)
    return Credit(
        document=document,
        standing=standing,
        amount=rule.amount,
        why=msg(f"credit.{rule.key}", why=standing.why),
        proposal=Proposal(source=document.id, severity=rule.finding, title=title) if rule.finding else None,
    )


def question_credit(ask: Ask, held: Iterable[Credit]) -> QuestionCredit:
    """The best that the artefacts give to one question.

    It is replaced only where the artefact has full credit, proves the whole area, and the questionnaire names
    it as a stand-in; contract and fact questions are always asked, whatever a questionnaire says.
    """
    if ask.question in ALWAYS_ASKED:
        return _nothing(ask, "credit.question.always")
    offers = [offer for given in held if (offer := _offer(ask, given)) is not None]
    if not offers:
        return _nothing(ask, "credit.question.none")
    return max(offers, key=lambda offer: (offer.grade is Grade.FULL, offer.confidence))


def lost_artefacts(documents: Iterable[Document], today: date, archive: Archive) -> list[Credit]:
    """Evidence that once counted, no longer does, and has no successor of its kind for the same vendor."""
    judged = [
        credit(document, today, archive)
        for document in documents
        if kind_of(document.kind).family in EVIDENCE
    ]
    held = {
        (given.document.kind, given.document.vendor_id)
        for given in judged
        if given.standing.status in {ArtefactStatus.VALID, ArtefactStatus.STALE}
    }
    return [
        given
        for given in judged
        if given.standing.status in LOST and (given.document.kind, given.document.vendor_id) not in held
    ]


def _offer(ask: Ask, given: Credit) -> QuestionCredit | None:
    codes = codes_of(given.document)
    named = codes & (ask.replaced_by | ask.partly_by)
    if given.amount is CreditAmount.NONE or not named:
        return None
    proof = proofs(given.document).get(ask.area) if ask.area is not None else None
    if proof is None:
        return None
    whole = given.amount is CreditAmount.FULL and proof.grade is Grade.FULL and bool(codes & ask.replaced_by)
    grade = Grade.FULL if whole else Grade.PARTIAL
    return QuestionCredit(
        question=ask.question,
        grade=grade,
        confidence=proof.confidence * SHARE[given.amount],
        why=msg(
            f"credit.question.{'full' if whole else 'partial'}",
            kind=kind_word(given.document.kind),
            why=given.why,
        ),
    )


def _nothing(ask: Ask, key: str) -> QuestionCredit:
    return QuestionCredit(question=ask.question, grade=Grade.NONE, confidence=0.0, why=msg(key))
