"""One example of every action a person can do: what comes before it, and the doing of it.

Each example gets a gate (an engagement that is assessed and under contract), prepares what the action needs,
and returns the action itself, ready to be called.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.support.assessed import Desk, answered, filled
from tests.support.gate import TO_CONTRACTING, Gate, a_gate, assessed
from tests.support.notice_examples import NEXT_YEAR, NOWHERE, Doing, Example, notice_examples
from tests.support.questionnaires import GOOD, SMALL
from vendorrisk.domain.decision.records import Decision
from vendorrisk.domain.diligence.acceptance import Acceptance, Approver, DpoOpinion
from vendorrisk.domain.diligence.records import (
    ClauseCheck,
    ClauseResult,
    Document,
    Finding,
    FindingState,
    Severity,
    Verdict,
)
from vendorrisk.domain.notice.customer_file import CustomerRow, CustomersRead
from vendorrisk.domain.notice.records import (
    Change,
    ChangeKind,
    Customer,
    DataCentre,
    Holiday,
    HolidayYear,
    Terms,
)
from vendorrisk.domain.register.published import ListRead, ListRow
from vendorrisk.domain.register.records import (
    Contact,
    Engagement,
    Flow,
    FourthParty,
    LawEntry,
    Location,
    Service,
    Stage,
    Vendor,
)
from vendorrisk.domain.review.quarters import parse_quarter
from vendorrisk.usecases import editing
from vendorrisk.usecases.decision import moving
from vendorrisk.usecases.diligence import answer_review, assessments, documents, findings, intake
from vendorrisk.usecases.journal import history
from vendorrisk.usecases.notice import (
    changes,
    customer_import,
    customer_records,
    customer_terms,
    holiday_table,
    holiday_years,
    letters,
)
from vendorrisk.usecases.register import list_import, publishing, vendors
from vendorrisk.usecases.review import quarterly, snoozing
from vendorrisk.usecases.workspace import setting_up, settings

if TYPE_CHECKING:
    from vendorrisk.domain.record import Record

KIT = Path("answered.xlsx")


@dataclass
class Typist(Desk):
    """Writes nothing, and says what it would have written."""

    keep: bool = False

    def letter(self, facts: Any, formats: Any) -> letters.LetterFiles:
        contents = {one: facts.customer.name.encode() for one in formats}
        stem = facts.customer.id
        return letters.LetterFiles(stem=stem, contents=contents, problems=(), sha256=f"digest of {stem}")

    def letter_languages(self) -> frozenset[str]:
        return frozenset({"en"})

    def unprintable(self, text: str) -> str:
        return "" if text.isascii() else text

    def public_list(self, public: Any, ending: str) -> bytes:
        return ending.encode()


def a_stage() -> Gate:
    """The gate on which every example plays."""
    gate, typist = a_gate(), Typist()
    return replace(gate, office=replace(gate.office, papers=typist, foreign=typist))


# What a person types to add one of each kind, and to change it; what the program adds by itself.
_TYPED: dict[type[Record], tuple[dict[str, str], dict[str, str]]] = {
    Vendor: ({"name": "Norte Cloud"}, {"owner": "M. Horvat"}),
    Service: ({"code": "SMS", "name": "Text messages"}, {"region_locked": "yes"}),
    Engagement: ({"purpose": "Hosting"}, {"factor_data": "4"}),
    Location: ({"kind": "storage", "country": "BR"}, {"place": "São Paulo"}),
    Flow: ({"kind": "storage", "importer_country": "BR", "regimes": "EU"}, {"mechanism": "SCC_2021_914"}),
    Contact: ({"name": "Luísa"}, {"email": "luisa@norte.example"}),
    FourthParty: ({"name": "Sul Backup", "rank": "3"}, {"country": "BR"}),
    LawEntry: ({"regime": "EU", "code": "BR", "name": "Brazil", "coverage": "general"}, {"source": "OJ"}),
    Document: ({"kind": "ISO27001"}, {"valid_to": "2027-05-13"}),
    ClauseCheck: ({"result": "weak"}, {"note": "Section 4 is vague."}),
    Finding: ({"severity": "H", "title": "No second factor"}, {"detail": "Only for administrators."}),
    DataCentre: ({"code": "US", "name": "Virginia"}, {"name": "Ohio"}),
    Customer: ({"name": "Meridova"}, {"language": "de"}),
    Terms: ({"notice_days": "60"}, {"objection_days": "14"}),
    Change: ({}, {"text": "A new sub-processor for calls."}),
    Holiday: ({"place": "HR", "day": "2026-12-25"}, {"name": "Christmas"}),
    HolidayYear: ({"place": "HR", "year": "2026"}, {"source": "typed"}),
}


def _given(gate: Gate, kind: type[Record]) -> dict[str, Any]:
    ids = {"vendor_id": gate.vendor_id, "engagement_id": gate.engagement_id}
    return {
        Engagement: {"vendor_id": gate.vendor_id, "service_id": gate.engagement.service_id},
        Location: {"engagement_id": gate.engagement_id},
        Flow: {"engagement_id": gate.engagement_id},
        Contact: {"vendor_id": gate.vendor_id},
        FourthParty: {"engagement_id": gate.engagement_id},
        Document: ids,
        ClauseCheck: {"document_id": "d", "item": "D-01"},
        Finding: {"engagement_id": gate.engagement_id},
        Terms: {"customer_id": "c"},
    }.get(kind, {})  # fmt: skip


def _adding(kind: type[Record]) -> Example:
    def example(gate: Gate) -> Doing:
        return lambda: _added(gate, kind)

    return example


def _added(gate: Gate, kind: type[Record]) -> Record:
    if kind is Change:  # its kind is a field of its own
        return changes.new_change(gate.office, ChangeKind.ADD, gate.engagement_id, NEXT_YEAR)
    return editing.add(gate.office, kind, _TYPED[kind][0], **_given(gate, kind))


def _after_adding(kind: type[Record], then: Callable[[Gate, str], Doing]) -> Example:
    def example(gate: Gate) -> Doing:
        return then(gate, _adding(kind)(gate)().id)

    return example


def _editing(kind: type[Record]) -> Example:
    return _after_adding(
        kind, lambda gate, id_: partial(editing.edit, gate.office, kind, id_, _TYPED[kind][1])
    )


def _removing(kind: type[Record]) -> Example:
    return _after_adding(kind, lambda gate, id_: partial(editing.remove, gate.office, kind, id_))


def _with_finding(doing: Callable[[Gate, Finding], Doing]) -> Example:
    def example(gate: Gate) -> Doing:
        raised = findings.raise_finding(
            gate.office, gate.engagement_id, Severity.M, "Old transport encryption"
        )
        return doing(gate, raised)

    return example


def _accepting(gate: Gate, raised: Finding) -> Doing:
    wish = Acceptance(
        reason="Replaced in March.", until=gate.clock.day + timedelta(days=60),
        approvers=frozenset({Approver.HEAD_OF_PRIVACY}), dpo_opinion=DpoOpinion.FAVOURABLE,
        dpo_text="No objection.",
    )  # fmt: skip
    return partial(findings.accept, gate.office, raised.id, wish)


def _with_open_assessment(doing: Callable[[Gate, str], Doing]) -> Example:
    return lambda gate: doing(gate, answered(gate.office, gate.engagement).id)


def _receiving(gate: Gate) -> Doing:
    made = assessments.start(gate.office, gate.engagement_id, SMALL.id)
    assessments.write_workbook(gate.office, made.id, KIT)
    typist = gate.office.foreign
    assert isinstance(typist, Typist)
    typist.returned[KIT] = (filled(typist.kits[-1], GOOD), "0" * 64)
    return partial(intake.receive, gate.office, KIT)


def _unchanged(gate: Gate) -> Doing:
    assessed(gate)
    gate.later(300)
    again = answered(gate.office, gate.engagement)
    return partial(answer_review.accept_unchanged, gate.office, again.id)


def _linking(gate: Gate, assessment_id: str) -> Doing:
    made = documents.add_document(gate.office, gate.vendor_id, None, {"kind": "POLICY", "title": "Rules"})
    return partial(answer_review.link_evidence, gate.office, assessment_id, "PRV-07", made.id)


def _finishing(gate: Gate, assessment_id: str) -> Doing:
    answer_review.review_many(gate.office, assessment_id, dict.fromkeys(SMALL.by_id, Verdict.MEETS))
    return partial(answer_review.finish, gate.office, assessment_id)


def _confirming(gate: Gate) -> Doing:
    settings.change_setting(gate.office, "second_person", "yes")
    assessed(gate)
    gate.move(*TO_CONTRACTING[:-1])
    with gate.office.book.reading() as reader:
        (decision,) = reader.find(Decision)
    return partial(moving.confirm, replace(gate.office, actor="Sven Second"), decision.id)


def _importing_list(gate: Gate) -> Doing:
    row = ListRow(name="Norte Cloud S.A.", purpose="Hosting", storage=("BR",), source="list.md:3")
    return partial(list_import.import_list, gate.office, ListRead(rows=(row,)))


def _importing_customers(gate: Gate) -> Doing:
    row = CustomerRow(where="c.csv:2", given=("name", "notice_days"), name="Meridova", services=("Voice",))
    return partial(customer_import.import_customers, gate.office, CustomersRead(rows=(row,)))


def _filled_years(gate: Gate) -> list[HolidayYear]:
    return holiday_table.fill_years(gate.office, "HR", [2026, 2027])


def _removing_days(gate: Gate) -> Doing:
    _filled_years(gate)
    with gate.office.book.reading() as reader:
        ids = [one.id for one in reader.find(Holiday)]
    return partial(holiday_years.remove_days, gate.office, ids)


def _adding_day(gate: Gate) -> Doing:
    _filled_years(gate)
    return partial(holiday_years.add_day, gate.office, "HR", date(2026, 12, 25), "Christmas")


def _erasing(gate: Gate) -> Doing:
    contact = editing.add(gate.office, Contact, {"name": "Luísa"}, vendor_id=gate.vendor_id)
    return partial(history.erase_person, gate.office, (Contact, contact.id, ("name",)))


def _returning(gate: Gate) -> Doing:
    customer = gate.customer()
    customer_records.end_customers(gate.office, [customer.id])
    return partial(customer_records.return_customers, gate.office, [customer.id])


def _archived(gate: Gate) -> Vendor:
    vendor = editing.add(gate.office, Vendor, {"name": "Former"})
    vendors.archive_vendors(gate.office, [vendor.id])
    return vendor


def _setting_up(gate: Gate) -> Doing:
    office, wanted = gate.office, setting_up.NewWorkspace(company="Acme", zone="Europe/Zagreb")
    return partial(setting_up.set_up, office.book, office.new_id, office.law, wanted)


def _freezing(gate: Gate) -> Doing:
    return partial(quarterly.freeze, gate.office, parse_quarter("2026Q3"))


def _agreement(gate: Gate) -> Document:
    with gate.office.book.reading() as reader:
        return reader.find(Document, kind="DPA")[0]


def _snoozing(gate: Gate) -> Doing:
    until = gate.clock.day + timedelta(days=7)
    return partial(snoozing.snooze, gate.office, ["REASSESS/e1"], until, "Waits for procurement")


def _waking(gate: Gate) -> Doing:
    _snoozing(gate)()
    return partial(snoozing.wake, gate.office, ["REASSESS/e1"])


EXAMPLES: dict[str, Example] = {
    "task.snooze": _snoozing,
    "task.wake": _waking,
    **{f"{word}.add": _adding(kind) for kind, word in editing.EDITED.items()},
    **{f"{word}.edit": _editing(kind) for kind, word in editing.EDITED.items()},
    **{f"{word}.remove": _removing(kind) for kind, word in editing.EDITED.items()},
    "vendor.archive": lambda gate: partial(
        vendors.archive_vendors, gate.office, [editing.add(gate.office, Vendor, {"name": "Idle"}).id]
    ),
    "vendor.unarchive": lambda gate: partial(vendors.unarchive_vendors, gate.office, [_archived(gate).id]),
    "setting.edit": lambda gate: partial(settings.change_setting, gate.office, "zone", "Europe/Zagreb"),
    "list.import": _importing_list,
    "customer.import": _importing_customers,
    "customer.end": lambda gate: partial(customer_records.end_customers, gate.office, [gate.customer().id]),
    "customer.return": _returning,
    "terms.amend": lambda gate: partial(
        customer_terms.amend_terms,
        gate.office,
        [gate.customer().id],
        {"notice_days": "45", "holidays": "HR", "valid_from": "2026-12-01"},
    ),
    "holiday.fill": lambda gate: partial(holiday_table.fill_years, gate.office, "HR", [2026, 2027]),
    "holiday.add_day": _adding_day,
    "holiday.remove_days": _removing_days,
    "holiday.forget_years": lambda gate: partial(
        holiday_years.forget_years, gate.office, [one.id for one in _filled_years(gate)]
    ),
    "document.clauses": lambda gate: partial(
        documents.review_clause, gate.office, _agreement(gate).id, "D-01", ClauseResult.WEAK
    ),
    "assessment.start": lambda gate: partial(assessments.start, gate.office, gate.engagement_id, SMALL.id),
    "assessment.send": lambda gate: partial(
        assessments.write_workbook,
        gate.office,
        assessments.start(gate.office, gate.engagement_id, SMALL.id).id,
        KIT,
    ),
    "assessment.receive": _receiving,
    "assessment.cancel": _with_open_assessment(
        lambda gate, id_: partial(assessments.cancel, gate.office, id_)
    ),
    "answer.edit": _with_open_assessment(
        lambda gate, id_: partial(answer_review.save_answer, gate.office, id_, "PRV-18", "48")
    ),
    "answer.review": _with_open_assessment(
        lambda gate, id_: partial(answer_review.review, gate.office, id_, "PRV-07", Verdict.FAILS)
    ),
    "answer.comment": _with_open_assessment(
        lambda gate, id_: partial(answer_review.comment_on, gate.office, id_, "PRV-07", "Asked again.")
    ),
    "answer.link_evidence": _with_open_assessment(_linking),
    "answer.accept_unchanged": _unchanged,
    "assessment.finish": _with_open_assessment(_finishing),
    "finding.communicate": _with_finding(
        lambda gate, raised: partial(findings.communicate, gate.office, raised.id, gate.clock.day)
    ),
    "finding.move": _with_finding(
        lambda gate, raised: partial(findings.move, gate.office, raised.id, FindingState.PLAN_AGREED)
    ),
    "finding.accept": _with_finding(_accepting),
    "engagement.move": lambda gate: partial(gate.move, Stage.TRIAGED),
    "decision.confirm": _confirming,
    **notice_examples(),
    "list.publish": lambda gate: partial(publishing.publish, gate.office, publishing.Profile.GLOBAL, NOWHERE),
    "quarter.freeze": _freezing,
    "person.erase": _erasing,
    "workspace.restore": lambda gate: partial(gate.office.book.note, history.RESTORE, sequence=3),
    "workspace.migrate": lambda gate: partial(gate.office.book.note, history.MIGRATE, to="0009"),
    "workspace.set_up": _setting_up,
}
