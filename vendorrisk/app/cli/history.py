"""Verbs on the journal: what was done, taking it back, proving it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vendorrisk.app.cli.plain import table
from vendorrisk.app.cli.verb import ISO_DATE, Verb, pass_session
from vendorrisk.domain.message import Refused, msg
from vendorrisk.usecases.journal import history, people

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.app.cli.session import Session
    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.journal.history import Line, Undone
    from vendorrisk.usecases.ports import FilesNaming


@click.command("log", cls=Verb, example="vendorrisk -w acme log --since 2026-11-01")
@click.option("--since", type=ISO_DATE, metavar="D", help="From this day on (UTC).")
@click.option(
    "--limit", type=click.IntRange(min=1, max=1_000_000), default=200, show_default=True, help="How many."
)
@pass_session
def log(session: Session, since: date | None, limit: int) -> None:
    """Shows what was done, newest first."""
    start = datetime.combine(since, time.min, tzinfo=UTC) if since else None
    lines = history.log(session.office, since=start, limit=limit)
    told = [_line_plain(session, line) for line in lines]
    rows = [
        (f"{line.at:%Y-%m-%d %H:%M}", line.actor, one["label"]) for line, one in zip(lines, told, strict=True)
    ]
    session.answer("log", {"entries": told}, lambda: table(("When (UTC)", "Who", "What"), rows))


def _line_plain(session: Session, line: Line) -> dict[str, Any]:
    label = session.say(msg(f"action.{line.action}"))
    if line.kind != "do":
        label = session.say(msg(f"log.{line.kind}", action=label))
    return {
        "sequence": line.sequence, "at": line.at, "actor": line.actor, "action": line.action,
        "kind": line.kind, "label": label, "target": line.target, "wall": line.wall or None,
        "undone": line.undone,
        "params": {name: _fact(value) for name, value in line.params.items()},
        "touched": [{"table": name, "id": row_id} for name, row_id in line.touched],
    }  # fmt: skip


def _fact(value: Any) -> Any:
    """A fact of an entry; the journal keeps instants as text, with the offset in figures."""
    is_instant = isinstance(value, str) and value.endswith("+00:00")
    return datetime.fromisoformat(value) if is_instant else value


@click.command("undo", cls=Verb, example="vendorrisk -w acme undo")
@pass_session
def undo(session: Session) -> None:
    """Undoes the newest step that was not undone yet."""
    _answer(session, "undo", history.undo(session.office))


@click.command("redo", cls=Verb, example="vendorrisk -w acme redo")
@pass_session
def redo(session: Session) -> None:
    """Redoes what was undone last."""
    _answer(session, "redo", history.redo(session.office))


def _answer(session: Session, name: str, done: Undone) -> None:
    label = session.say(msg(f"action.{done.action}"))
    told = {
        "action": done.action, "label": label, "target": done.target,
        "touched": [{"table": table_name, "id": row_id} for table_name, row_id in done.touched],
    }  # fmt: skip
    session.answer(name, told, lambda: session.say(msg(f"log.{name}", action=label)))


@click.command("verify", cls=Verb, example="vendorrisk -w acme verify")
@click.argument("file", required=False)
@pass_session
def verify(session: Session, file: str | None) -> None:
    """Proves the journal, or that a published FILE or a frozen quarter such as 2026Q3 is unaltered."""
    if file is not None:
        _verify_kept(session, file)
        return
    verdict = history.verify(session.office)
    told = {
        "intact": verdict.intact, "head": verdict.head,
        "entries": verdict.entries, "changes": verdict.changes,
        "erased": [{"sequence": n, "at": at, "by": by} for n, at, by in verdict.erased],
        "erasures": [{"at": one.at, "by": one.by, "entries": one.entries} for one in verdict.erasures],
        "problems": session.report(verdict.problems),
    }  # fmt: skip
    first = msg("verify.intact" if verdict.intact else "verify.altered", entries=verdict.entries)
    lines = [first, *(one.told for one in verdict.erasures)]
    session.answer("verify", told, lambda: "\n".join(map(session.say, lines)))
    if not verdict.intact:
        session.failed = True


def _verify_kept(session: Session, wanted: str) -> None:
    from vendorrisk.usecases.review.verifying_files import (  # noqa: PLC0415  (not needed for --help)
        verify_file,
        verify_quarter,
    )

    path = Path(wanted)
    office = session.office
    proved = verify_file(office, path) if path.is_file() else verify_quarter(office, wanted)
    told = {"file": wanted, "intact": proved.intact, "what": proved.what, "differs": list(proved.differs)}
    session.answer("verify", told, lambda: session.say(proved.what))
    if not proved.intact:
        session.failed = True


@click.command("erase", cls=Verb, example="vendorrisk -w acme erase luisa@norte.example --dry-run")
@click.argument("person")
@pass_session
def erase(session: Session, person: str) -> None:
    """Erases a PERSON, by whole name or e-mail address, from contacts, customers and their history."""
    traces = people.erasable_traces(session.office, person)
    if not (session.yes or session.dry_run):
        _make_sure(session, traces)
    files = session.office.saved.naming(person)
    done = people.erase_traces(session.office, traces)
    told = {
        "person": person, "changes": done.changes, "drafts": len(traces.drafts), "kept": traces.kept_count,
        "erased": [
            {"kind": one.kind.__name__.lower(), "id": one.id, "of": one.of, "fields": list(one.fields)}
            for one in traces.erasable
        ],
        "kept_because": [
            {"why": one.why.value, "records": dict(one.kinds), "told": session.say(one.told)}
            for one in traces.kept
        ],
        "files": list(files.naming), "files_unread": list(files.unread),
    }  # fmt: skip
    session.answer("erase", told, lambda: "\n".join(map(session.say, _erased(traces, files))))


def _erased(traces: people.Traces, files: FilesNaming) -> list[Message]:
    return [traces.about_erased, *people.about_rest(traces, files)]


def _make_sure(session: Session, traces: people.Traces) -> None:
    """Asks at a terminal; elsewhere only `--yes` will do, for it cannot be undone."""
    question = msg("person.sure", person=traces.person, count=len(traces.erasable))
    if not (session.outside.interactive and click.confirm(session.say(question), err=True)):
        raise Refused(question, msg("person.sure.remedy"))
