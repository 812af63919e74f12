"""Is the workspace sound: every page, every reference, every evidence file, and who may open it."""

from __future__ import annotations

import re
import stat
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlcipher

from vendorrisk.domain.message import Level, Message, Problem, UserError, msg
from vendorrisk.store.sqlite.opener import open_register
from vendorrisk.usecases.workspace.opening_outcomes import Damaged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from vendorrisk.store.evidence import EvidenceShelf, ShelfReport
    from vendorrisk.store.sqlite.opener import RegisterFile
    from vendorrisk.store.workspace_folder import WorkspaceFolder

_MOST_FINDINGS = 100


def check_register(register: RegisterFile) -> list[Problem]:
    """Reads the whole register: seals of all pages, structure, references between rows.

    The write-ahead log is moved into the file first, since judging before that reports damage that is none.
    """
    where = register.path.name
    try:
        with closing(open_register(register)) as connection:
            return [_problem(where, finding) for finding in _findings(connection)]
    except sqlcipher.DatabaseError as problem:
        return [_problem(where, msg("health.unreadable", detail=problem.sqlite_errorname))]
    except UserError as problem:
        return [Problem(where, problem.what, problem.remedy)]


def require_sound(register: RegisterFile) -> None:
    """Refuses to go on with a register that has any problem.

    Raises:
        OpeningRefused: with `Damaged`, naming every problem.
    """
    problems = check_register(register)
    if problems:
        raise Damaged(details=tuple(problem.what for problem in problems)).as_error()


def check_evidence(
    shelf: EvidenceShelf,
    wanted: Iterable[str],
    *,
    step: Callable[[int, int], None] = lambda _done, _all: None,
) -> list[Problem]:
    """Reads every evidence file the register mentions; what nobody mentions is a warning only."""
    report = shelf.check(wanted, step=step)
    return list(_shelf_problems(report))


def check_permissions(folder: WorkspaceFolder) -> list[Problem]:
    """Warns if other users of this computer may read the workspace."""
    places = (
        () if sys.platform == "win32" else (folder.root, folder.register, folder.keys, *folder.subfolders)
    )
    return [
        _problem(place.name, msg("health.open_to_others"), Level.WARNING)
        for place in places
        if place.exists() and _open_to_others(place.stat().st_mode)
    ]


def _findings(connection: sqlcipher.Connection) -> Iterator[Message]:
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    spoiled = connection.execute("PRAGMA cipher_integrity_check").fetchmany(_MOST_FINDINGS)
    for (finding,) in spoiled:
        yield msg("health.page", page=_page_in(str(finding)))
    if not spoiled:  # with a spoiled page every other look only fails on that page again
        yield from _structure_findings(connection)


def _structure_findings(connection: sqlcipher.Connection) -> Iterator[Message]:
    for (finding,) in connection.execute(f"PRAGMA integrity_check({_MOST_FINDINGS})"):
        if finding != "ok":
            yield msg("health.structure", detail=str(finding))
    for table, row, other, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST_FINDINGS):
        yield msg("health.reference", table=str(table), row=str(row), other=str(other))


def _shelf_problems(report: ShelfReport) -> Iterator[Problem]:
    for evidence_id in report.missing:
        yield _problem(evidence_id, msg("health.evidence_missing", id=evidence_id[:12]))
    for evidence_id in report.damaged:
        yield _problem(evidence_id, msg("health.evidence_damaged", id=evidence_id[:12]))
    for evidence_id in report.orphans:
        yield _problem(evidence_id, msg("health.evidence_orphan", id=evidence_id[:12]), Level.WARNING)


def _page_in(finding: str) -> str:
    named = re.search(r"page (\d+)", finding)
    return named[1] if named else finding


def _open_to_others(mode: int) -> bool:
    return bool(mode & (stat.S_IRWXG | stat.S_IRWXO))


def _problem(where: str, what: Message, level: Level = Level.ERROR) -> Problem:
    return Problem(where, what, msg(f"{what.key}.remedy"), level)
