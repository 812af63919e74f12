"""Verbs on agreements: what GDPR Art. 28(3) and our policy ask of them, item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.verb import Group, Verb, pass_session
from vendorrisk.domain.diligence.records import ClauseResult, Document
from vendorrisk.domain.message import WrongArgument, msg
from vendorrisk.usecases.diligence import documents
from vendorrisk.usecases.looking_up import named

if TYPE_CHECKING:
    from vendorrisk.app.cli.session import Session
    from vendorrisk.domain.diligence.clauses import Checklist, Item

agreement = Group(
    "agreement",
    {
        "show": ("agreement", "show", "Show the checklist of an agreement."),
        "check": ("agreement", "check", "Record the results of items of the checklist."),
    },
    help="Check the contents of an agreement. DOCUMENT is the id or title of a data processing agreement.",
    example="vendorrisk -w acme agreement show 'Norte Cloud DPA'",
)


@click.command("show", cls=Verb, example="vendorrisk -w acme agreement show 'Norte Cloud DPA' --json")
@click.argument("wanted", metavar="DOCUMENT")
@pass_session
def show(session: Session, wanted: str) -> None:
    """Shows the items that an agreement is read against, the result of each, and what is still missing."""
    found = _agreement(session, wanted)
    checklist = _checklist(session, found)
    told = {**_plain(found, checklist), "items": [_item(one) for one in checklist.items]}
    rows = [
        (one.clause.id, session.word(one.standing),
         one.check.clause if one.check else "", session.say(one.clause.wording))
        for one in checklist.items
    ]  # fmt: skip
    headings = ("Item", "Result", "Clause", "What must stand in it")
    session.answer("agreement.show", told, lambda: table(headings, rows))


class _Result(click.ParamType[tuple[str, ClauseResult]]):
    """The result of one item, written ITEM=RESULT."""

    name = "ITEM=RESULT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The item and its result, or a usage error that names the results there are."""
        if isinstance(value, tuple):
            return value
        item, _, result = (part.strip().upper() for part in value.partition("="))
        if result not in set(ClauseResult):
            known = ", ".join(one.lower() for one in ClauseResult)
            self.fail(f"{value!r} is not ITEM=RESULT with one of: {known}.", param, ctx)
        return item, ClauseResult(result)


@click.command(
    "check", cls=Verb, example="vendorrisk -w acme agreement check 'Norte Cloud DPA' D-01=present D-02=weak"
)
@click.argument("wanted", metavar="DOCUMENT")
@click.argument("results", nargs=-1, required=True, type=_Result(), metavar="ITEM=RESULT...")
@click.option("--clause", help="Where it stands, such as 'clause 4.2'; for one item.")
@click.option("--note", help="What is missing or weak; for one item.")
@pass_session
def check(
    session: Session, wanted: str, results: tuple[tuple[str, ClauseResult], ...], clause: str | None,
    note: str | None,
) -> None:  # fmt: skip
    """Records results of the checklist, as one step: present, weak, missing or na; later ones replace."""
    judged, worded = dict(results), clause is not None or note is not None
    if worded and len(judged) > 1:
        raise click.UsageError("--clause and --note go with one item.")
    found = _agreement(session, wanted)
    if worded:
        ((item, result),) = judged.items()
        _check_one(session, found, item, result, clause=clause, note=note)
    else:
        documents.review_clauses(session.office, found.id, judged)
    told = {**_plain(found, _checklist(session, found)), "results": judged}
    session.answer(
        "agreement.check",
        told,
        lambda: ", ".join(f"{one}: {session.word(judged[one])}" for one in sorted(judged)),
    )


def _check_one(
    session: Session,
    found: Document,
    item: str,
    result: ClauseResult,
    *,
    clause: str | None,
    note: str | None,
) -> None:
    """With its words; those that are not given stay as they are."""
    known = next((one.check for one in _checklist(session, found).items if one.clause.id == item), None)
    documents.review_clause(
        session.office, found.id, item, result,
        clause=clause if clause is not None else known.clause if known else "",
        note=note if note is not None else known.note if known else "",
    )  # fmt: skip


def _agreement(session: Session, wanted: str) -> Document:
    with session.office.book.reading() as reader:
        found = named(reader, Document, wanted)
    if found.kind != "DPA":
        raise WrongArgument(msg("clauses.only_dpa"), msg("clauses.only_dpa.remedy"))
    return found


def _checklist(session: Session, found: Document) -> Checklist:
    from vendorrisk.usecases.diligence.document_view import checklist_of  # noqa: PLC0415  (not needed for --help)

    with session.office.book.reading() as reader:
        return checklist_of(session.office, reader, found)


def _plain(found: Document, checklist: Checklist) -> dict[str, Any]:
    """`missing` and `unchecked` are what the law demands; `open` what else holds going live back."""
    return {
        "document": found.id, "vendor": found.vendor_id, "asked": checklist.asked,
        "checked": checklist.looked_at, "missing": list(checklist.missing),
        "unchecked": list(checklist.unchecked), "open": list(checklist.open),
    }  # fmt: skip


def _item(one: Item) -> dict[str, Any]:
    clause, known = one.clause, one.check
    return {
        "item": clause.id, "wording": clause.wording, "citation": clause.citation,
        "statutory": clause.statutory, "standing": one.standing, "result": known.result if known else None,
        "clause": known.clause if known else "", "note": known.note if known else "",
        "reviewed_by": known.reviewed_by if known else "",
    }  # fmt: skip
