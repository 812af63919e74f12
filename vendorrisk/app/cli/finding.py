"""Verbs on findings: raised, told to the vendor, mended and verified, or accepted for a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import block, record_plain
from vendorrisk.app.cli.verb import ISO_DATE, Group, Verb, Word, pass_session
from vendorrisk.domain.diligence import findings as rules
from vendorrisk.domain.diligence.acceptance import Acceptance, Approver, DpoOpinion
from vendorrisk.domain.diligence.records import Finding, FindingState, Severity
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.usecases.diligence import findings
from vendorrisk.usecases.looking_up import assessment_named, engagement_named, named

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.app.cli.session import Session

finding = Group(
    "finding",
    {
        "list": ("finding", "list_", "List findings, the most severe first."),
        "show": ("finding", "show", "Show all that is known of a finding."),
        "add": ("finding", "add", "Raise a finding on an engagement."),
        "told": ("finding", "told", "Record when the vendor was informed in writing."),
        "move": ("finding", "move", "Move a finding on: plan agreed, fix claimed, verified, dismissed."),
        "accept": ("finding", "accept", "Accept the risk of a finding for a time."),
    },
    help="List, show, raise, follow, close and accept findings. FINDING is an id or the exact title.",
    example="vendorrisk -w acme finding list --open",
)


@click.command("list", cls=Verb, example="vendorrisk -w acme finding list --vendor 'Norte Cloud' --open")
@click.option("--vendor", "wanted", metavar="V", help="Of this vendor only.")
@click.option("--open", "only_open", is_flag=True, help="Without those that are verified or dismissed.")
@pass_session
def list_(session: Session, wanted: str | None, only_open: bool) -> None:
    """Lists findings with the state that counts today, the most severe first."""
    today = session.office.clock.today()
    with session.office.book.reading() as reader:
        asked = {"vendor_id": named(reader, Vendor, wanted).id} if wanted else {}
        names = {one.id: one.name for one in reader.find(Vendor)}
        vendors = {one.id: one.vendor_id for one in reader.find(Engagement, **asked)}
        found = reader.find(Finding, engagement_id=list(vendors))
    shown = [one for one in found if not only_open or rules.is_open(one, today)]
    shown.sort(key=lambda one: (rules.rank(one.severity), one.id))
    told = [
        {
            **_plain(one, today), "vendor": vendors[one.engagement_id],
            "vendor_name": names[vendors[one.engagement_id]],
        }
        for one in shown
    ]  # fmt: skip
    rows = [
        (session.word(one.severity), one.title, names[vendors[one.engagement_id]],
         session.word(rules.state_on(one, today)), str(one.due_on or "-"), one.id)
        for one in shown
    ]  # fmt: skip
    headings = ("Severity", "Finding", "Vendor", "State", "Due", "Id")
    session.answer("finding.list", {"findings": told}, lambda: table(headings, rows))


def _plain(one: Finding, today: date) -> dict[str, Any]:
    """A finding as scripts read it, with the state that counts today."""
    told = record_plain(one)
    told["finding"], told["engagement"] = told.pop("id"), told.pop("engagement_id")
    told["assessment"] = told.pop("assessment_id")
    return {
        **told, "state": rules.state_on(one, today), "open": rules.is_open(one, today),
        "overdue_days": rules.overdue_days(one, today), "contain_by": rules.contain_by(one),
    }  # fmt: skip


@click.command("show", cls=Verb, example="vendorrisk -w acme finding show 'No second factor'")
@click.argument("wanted", metavar="FINDING")
@pass_session
def show(session: Session, wanted: str) -> None:
    """Shows a finding with its deadlines, and on whose word its risk was accepted."""
    from vendorrisk.domain.diligence.finding_words import finding_facts  # noqa: PLC0415  (not for --help)

    one, today = _named(session, wanted), session.office.clock.today()
    facts = [(session.word(fact.label), session.word(fact.value)) for fact in finding_facts(one, today)]
    session.answer("finding.show", _plain(one, today), lambda: block(facts))


def _answer(session: Session, verb: str, one: Finding) -> None:
    told = _plain(one, session.office.clock.today())
    state = session.word(told["state"])
    session.answer(f"finding.{verb}", told, lambda: f"{one.title}: {state}  {one.id}")


def _named(session: Session, wanted: str) -> Finding:
    with session.office.book.reading() as reader:
        return named(reader, Finding, wanted)


@click.command(
    "add", cls=Verb,
    example="vendorrisk -w acme finding add 'Norte Cloud' --severity h --title 'No second factor'",
)  # fmt: skip
@click.argument("wanted", metavar="ENGAGEMENT")
@click.option("--severity", required=True, type=Word(Severity), help="Critical, high, medium or low.")
@click.option("--title", required=True, help="The gap in one sentence.")
@click.option("--detail", default="", help="More on it.")
@click.option(
    "--source", default="", metavar="S", help="The question, clause item or document it was found in."
)
@click.option("--assessment", metavar="A", help="The assessment it was found in.")
@pass_session
def add(
    session: Session, /, wanted: str, severity: Severity, title: str, assessment: str | None, **more: str
) -> None:
    """Raises a finding; the vendor's time to fix it starts when it is informed in writing."""
    with session.office.book.reading() as reader:
        about = engagement_named(reader, wanted)
        found_in = assessment_named(reader, assessment).id if assessment else ""
    raised = findings.raise_finding(session.office, about.id, severity, title, assessment_id=found_in, **more)
    _answer(session, "add", raised)


@click.command("told", cls=Verb, example="vendorrisk -w acme finding told 'No second factor' --on 2026-11-23")
@click.argument("wanted", metavar="FINDING")
@click.option("--on", required=True, type=ISO_DATE, metavar="D", help="The day; the day it is due follows.")
@pass_session
def told(session: Session, wanted: str, on: date) -> None:
    """Records the day on which the vendor was informed in writing; the due date follows from it."""
    _answer(session, "told", findings.communicate(session.office, _named(session, wanted).id, on))


@click.command(
    "move",
    cls=Verb,
    example="vendorrisk -w acme finding move 'No second factor' --to verified --note 'Seen in the report'",
)
@click.argument("wanted", metavar="FINDING")
@click.option("--to", "state", required=True, type=Word(FindingState, title="state"), help="The state.")
@click.option("--note", default="", help="What was checked, or why; needed for what closes it.")
@pass_session
def move(session: Session, wanted: str, state: FindingState, note: str) -> None:
    """Moves a finding along its life, up to verified or dismissed, which close it and need a note."""
    _answer(session, "move", findings.move(session.office, _named(session, wanted).id, state, note=note))


@click.command(
    "accept", cls=Verb,
    example="vendorrisk -w acme finding accept 'No second factor' --until 2027-03-31 --reason 'few accounts' "
    "--approver head_of_privacy --approver ciso --dpo-opinion favourable --dpo-text 'No objection.'",
)  # fmt: skip
@click.argument("wanted", metavar="FINDING")
@click.option(
    "--until", required=True, type=ISO_DATE, metavar="D", help="Its last day; that day still counts."
)
@click.option("--reason", required=True, help="Why it can be borne.")
@click.option("--approver", "approvers", multiple=True, type=Word(Approver), help="Who agreed; repeatable.")
@click.option(
    "--dpo-opinion", "opinion", type=Word(DpoOpinion), default="none", show_default=True,
    help="What the data protection officer advised.",
)  # fmt: skip
@click.option("--dpo-text", default="", help="The opinion in words, or when it was asked for in vain.")
@click.option("--dpo-on", type=ISO_DATE, metavar="D", help="The day of that opinion; today by default.")
@click.option("--compensating", default="", help="The mitigation until then.")
@pass_session
def accept(
    session: Session, /, wanted: str, approvers: tuple[Approver, ...], opinion: DpoOpinion, **said: Any
) -> None:
    """Accepts the risk of a finding until a day; everything that stands against it is named at once."""
    one = _named(session, wanted)
    wish = Acceptance(approvers=frozenset(approvers), dpo_opinion=opinion, **said)
    _answer(session, "accept", findings.accept(session.office, one.id, wish))
