"""Verbs on engagements: vendor x our service x purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.decision import with_options
from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.shared import (
    assignments,
    block,
    engagement_plain,
    facts_for_people,
    flags,
    pairs,
    places_for_people,
    purpose,
    service_name,
    several,
)
from vendorrisk.app.cli.verb import ISO_DATE, Group, Verb, Word, pass_session
from vendorrisk.domain.decision.dossier import Ask, Attested
from vendorrisk.domain.decision.events import Trigger
from vendorrisk.domain.decision.records import HandCheck, StageMove
from vendorrisk.domain.diligence.acceptance import Approver, DpoOpinion
from vendorrisk.domain.message import Refused
from vendorrisk.domain.register.records import Engagement, Service, Stage, Vendor
from vendorrisk.usecases import editing
from vendorrisk.usecases.looking_up import engagement_named, named
from vendorrisk.usecases.register import vendors

if TYPE_CHECKING:
    from enum import StrEnum

    from vendorrisk.app.cli.session import Session

_FLAGS = {"never_assessed": "Never assessed", "without_full_gate": "Without full gate"}

engagement = Group(
    "engagement",
    {
        "add": ("engagement", "add", "Add a further engagement to a vendor."),
        "list": ("engagement", "list_", "List engagements."),
        "show": ("engagement", "show", "Show all that is known of an engagement."),
        "set": ("engagement", "set_", "Change fields of an engagement."),
        "move": ("engagement", "move", "Move an engagement to another stage, under its guards."),
        "confirm": ("decision", "confirm", "Confirm the newest decision as the second person."),
    },
    help="Add, list, show, change, move and confirm engagements. ENGAGEMENT is an id, or a vendor with "
    "exactly one.",
    example="vendorrisk -w acme engagement list",
)


@click.command(
    "add", cls=Verb,
    example="vendorrisk -w acme engagement add 'Norte Cloud' --service Voice --purpose 'Call recording'",
)  # fmt: skip
@click.argument("wanted", metavar="VENDOR")
@click.option("--service", required=True, metavar="S", help="A service of ours; a new name creates it.")
@click.option("--purpose", required=True, help="What it does for us, in one sentence.")
@click.option("--storage", multiple=True, metavar="CC,..", help="Countries in which data is stored.")
@click.option("--access", multiple=True, metavar="CC,..", help="Countries from which it is accessed.")
@click.option("--field", "more", multiple=True, metavar="FIELD=VALUE", help="Any other field; repeatable.")
@pass_session
def add(
    session: Session, /, wanted: str, service: str, purpose: str, storage: tuple[str, ...],
    access: tuple[str, ...], more: tuple[str, ...],
) -> None:  # fmt: skip
    """Adds a further engagement to a vendor, with its places, as one step."""
    with session.office.book.reading() as reader:
        vendor = named(reader, Vendor, wanted)
    typed = {"purpose": purpose, **pairs(more)}
    added = vendors.add_engagement(
        session.office, vendor.id, typed, service=service,
        storage=several(storage), access=several(access),
    )  # fmt: skip
    told = {"vendor": vendor.id, "engagement": added.id}
    session.answer("engagement.add", told, lambda: f"{vendor.name}: engagement {added.id}")


@click.command("list", cls=Verb, example="vendorrisk -w acme engagement list --stage LIVE")
@click.option("--vendor", "vendor_wanted", metavar="V", help="Of this vendor only.")
@click.option("--stage", type=Word(Stage), help="In this stage only.")
@pass_session
def list_(session: Session, vendor_wanted: str | None, stage: Stage | None) -> None:
    """Lists engagements with vendor, service and stage."""
    with session.office.book.reading() as reader:
        asked: dict[str, str] = {"stage": stage} if stage else {}
        if vendor_wanted:
            asked["vendor_id"] = named(reader, Vendor, vendor_wanted).id
        found = reader.find(Engagement, **asked)
        vendors = {one.id: one.name for one in reader.find(Vendor)}
        services = {one.id: service_name(one) for one in reader.find(Service)}
    told: list[dict[str, Any]] = [
        {
            "engagement": one.id, "vendor": one.vendor_id, "vendor_name": vendors.get(one.vendor_id, ""),
            "service": services.get(one.service_id, ""), "purpose": purpose(one), "role": one.role,
            "stage": one.stage, "origin": one.origin, **flags(one),
        }
        for one in found
    ]  # fmt: skip
    rows = [
        (one["vendor_name"], one["service"], one["purpose"], session.word(one["stage"]), one["engagement"])
        for one in told
    ]
    headings = ("Vendor", "Service", "Purpose", "Stage", "Id")
    session.answer("engagement.list", {"engagements": told}, lambda: table(headings, rows))


@click.command("show", cls=Verb, example="vendorrisk -w acme engagement show 'Norte Cloud'")
@click.argument("wanted", metavar="ENGAGEMENT")
@pass_session
def show(session: Session, wanted: str) -> None:
    """Shows an engagement with its locations, transfers, fourth parties and every move it made."""
    with session.office.book.reading() as reader:
        file = vendors.engagement_file(reader, engagement_named(reader, wanted))
        moves = reader.find(StageMove, engagement_id=file.engagement.id)
        checks = reader.find(HandCheck, engagement_id=file.engagement.id)
    stage = session.word(file.engagement.stage)
    facts = [("Service", service_name(file.service)), ("Stage", stage)]
    facts += facts_for_people(session, file.engagement) + places_for_people(session, file)
    told = {
        **engagement_plain(file), "moves": [_move_plain(one) for one in moves],
        "hand_checks": [_check_plain(one) for one in checks],
    }  # fmt: skip
    facts.append(("Reassessment due", told["reassessment_due"]))
    facts += [(_FLAGS[flag], "yes") for flag, raised in flags(file.engagement).items() if raised]
    facts += [("Moved", _move_words(session, one)) for one in moves]
    facts += [("Checked by hand", _check_words(one)) for one in checks]
    session.answer("engagement.show", told, lambda: block(facts))


def _move_plain(one: StageMove) -> dict[str, Any]:
    return {
        "step": one.step, "from": one.from_stage, "to": one.to_stage, "on": one.moved_on, "by": one.moved_by,
        "reason": one.reason, "cause": one.cause, "head_of_privacy": one.head_of_privacy, "ciso": one.ciso,
        "attested": list(one.attested), "dpo_opinion": one.dpo_opinion, "dpo_text": one.dpo_text,
        "dpo_on": one.dpo_on,
    }  # fmt: skip


def _move_words(session: Session, one: StageMove) -> str:
    """A move in one line: when, from where to where, who, and all that was said for it."""
    opinion = session.word(DpoOpinion(one.dpo_opinion)) if one.dpo_opinion else ""
    cause = session.word(Trigger(one.cause)) if one.cause in set(Trigger) else one.cause
    said = {
        "reason": one.reason, "cause": cause, "head of privacy": one.head_of_privacy, "CISO": one.ciso,
        "confirmed": ", ".join(session.word(Attested(fact)) for fact in one.attested),
        "DPO": " ".join(part for part in (opinion, one.dpo_text) if part),
    }  # fmt: skip
    stages = " -> ".join(session.word(Stage(stage)) for stage in (one.from_stage, one.to_stage))
    return "; ".join(
        [
            f"{one.moved_on}  {stages}, {one.moved_by}",
            *(f"{name}: {text}" for name, text in said.items() if text),
        ]
    )


def _check_plain(one: HandCheck) -> dict[str, Any]:
    return {
        "stage": one.stage, "guards": list(one.guards), "by": one.confirmed_by, "on": one.confirmed_on,
        "why": one.why,
    }  # fmt: skip


def _check_words(one: HandCheck) -> str:
    return f"{one.confirmed_on}  {', '.join(one.guards)}, {one.confirmed_by}: {one.why}"


@click.command("set", cls=Verb, example="vendorrisk -w acme engagement set 'Norte Cloud' factor_data=4")
@click.argument("wanted", metavar="ENGAGEMENT")
@assignments
@pass_session
def set_(session: Session, wanted: str, assignment: tuple[str, ...]) -> None:
    """Changes fields of an engagement, as one step."""
    with session.office.book.reading() as reader:
        found = engagement_named(reader, wanted)
    changed = editing.edit(session.office, Engagement, found.id, pairs(assignment))
    told = {"engagement": changed.id, "fields": sorted(pairs(assignment))}
    session.answer("engagement.set", told, lambda: changed.id)


def _words(vocabulary: type[StrEnum]) -> str:
    return ", ".join(one.value.lower() for one in vocabulary)


class _Approval(click.ParamType[tuple[Approver, str]]):
    """Who agreed, written FUNCTION=NAME."""

    name = "FUNCTION=NAME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The function and the person, or a usage error that names the functions."""
        if isinstance(value, tuple):
            return value
        function, _, person = value.partition("=")
        known = {one.value: one for one in Approver}
        if function.strip().upper() not in known or not person.strip():
            self.fail(f"{value!r} is not FUNCTION=NAME with one of: {', '.join(known).lower()}.", param, ctx)
        return known[function.strip().upper()], person.strip()


@click.command("move", cls=Verb, example="vendorrisk -w acme engagement move 'Norte Cloud' --to IN_REVIEW")
@click.argument("wanted", metavar="ENGAGEMENT")
@click.option("--to", "stage", required=True, type=Word(Stage), help="The stage, also as shown.")
@click.option("--reason", default="", help="Why; rejecting, withdrawing, suspending and ending need one.")
@click.option("--conditions", default="", help="What a conditional approval asks for.")
@click.option(
    "--approver", "approvers", multiple=True, type=_Approval(),
    help="Who agreed, such as head_of_privacy='M. Horvat'; repeatable.",
)  # fmt: skip
@click.option(
    "--dpo-opinion", type=Word(DpoOpinion), metavar="OPINION",
    help=f"What the data protection officer advised: {_words(DpoOpinion)}.",
)  # fmt: skip
@click.option("--dpo-text", default="", help="The opinion in words.")
@click.option("--dpo-on", type=ISO_DATE, metavar="D", help="The day of that opinion; today by default.")
@click.option("--trigger", type=Word(Trigger), help="What calls for a reassessment before its time.")
@click.option("--authority-order", is_flag=True, help="An authority ordered the suspension.")
@click.option("--decided-by", "by", default="", metavar="NAME", help="Who decides; you, if nobody is named.")
@click.option(
    "--attest", "attested", multiple=True, type=Word(Attested), metavar="ITEM",
    help=f"What you confirm to have checked; repeatable: {_words(Attested)}.",
)  # fmt: skip
@click.option(
    "--confirm-unchecked", "unchecked_why", default="", metavar="WHY",
    help="How you verified the guards that the program does not check.",
)  # fmt: skip
@pass_session
def move(
    session: Session, /, wanted: str, stage: Stage, approvers: tuple[tuple[Approver, str], ...],
    attested: tuple[Attested, ...], **said: Any,
) -> None:  # fmt: skip
    """Moves an engagement to another stage; a guard that stands in the way is named with its remedy."""
    from vendorrisk.usecases.decision import moving  # noqa: PLC0415  (not needed for --help)

    with session.office.book.reading() as reader:
        found = engagement_named(reader, wanted)
    by_hand = session.office.actor if said["unchecked_why"] else ""
    ask = Ask(
        approvers=dict(approvers), confirmed=frozenset(attested), unchecked_confirmed_by=by_hand, **said
    )  # fmt: skip
    try:
        moved = moving.move(session.office, found.id, stage, ask=ask)
    except Refused as refused:
        raise with_options(refused) from None
    told = {
        "engagement": moved.engagement.id, "stage": moved.engagement.stage,
        "not_checked": list(moved.not_checked),
    }  # fmt: skip
    session.answer("engagement.move", told, lambda: session.word(moved.engagement.stage))
