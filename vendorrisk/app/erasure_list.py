"""The list of erasures beside the register: which fields of which rows, never whose.

It lies outside the encrypted file on purpose, so that a backup from before an erasure, once restored, forgets
again. It holds ids only. A copy lies among the backups, so that whoever copies that folder takes it along.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import NotFound, UserError, msg
from vendorrisk.store.keys.key_file import read_key_file
from vendorrisk.store.workspace_folder import WorkspaceFolder
from vendorrisk.usecases.journal.history import ERASE_PERSON
from vendorrisk.usecases.safe_files import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from uuid import UUID

    from vendorrisk.store.book import SqlBook

NAME = "register.erasures"

Target = tuple[str, str, tuple[str, ...]]


class Source(StrEnum):
    """Where the list for a backup was found.

    WORKSPACE: in the workspace that it is of, or named by the person. COPY: only beside the backup, as old as
    the copy. NOWHERE: whoever was erased after the backup was made may be back.
    """

    WORKSPACE = "WORKSPACE"
    COPY = "COPY"
    NOWHERE = "NOWHERE"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownErasures:
    """What must be erased again in a restored backup, and where that was found."""

    targets: tuple[Target, ...]
    source: Source


def remember(folder: Path, targets: Iterable[Target]) -> None:
    """Writes the whole list anew, and its copy among the backups."""
    content = json.dumps(list(targets), indent=1).encode()
    for place in (folder, WorkspaceFolder(folder).backups):
        if place.is_dir():
            with replace_file(place / NAME) as file:
                file.write(content)


def remembered(folder: Path) -> list[Target]:
    """The list that lies in a folder, empty where none does; raises UserError for a damaged one."""
    path = folder / NAME
    return _read(path) if path.is_file() else []


def _read(path: Path) -> list[Target]:
    try:
        return [_target(*told) for told in json.loads(path.read_text(encoding="utf-8"))]
    except (ValueError, TypeError):
        raise UserError(
            msg("erasures.damaged", file=str(path)), msg("erasures.damaged.remedy"), where=NAME
        ) from None


def _target(table: Any, row_id: Any, names: Any) -> Target:
    return str(table), str(row_id), tuple(map(str, names))


def erasures_for(
    backup: Path, of: UUID, *, given: Path | None = None, known: Iterable[Path] = ()
) -> KnownErasures:
    """What was erased since a backup of this workspace was made.

    It is looked for in the workspace whose folder of backups it lies in, in what the person names (the old
    workspace, or the list itself), in other workspaces that are known here, and beside the backup.
    Raises UserError for a damaged list, or one of another workspace; NotFound where nothing has that name.
    """
    beside = backup.absolute().parent
    lists = [remembered(folder) for folder in known if _register_of(folder) == of]
    whose = _register_of(beside.parent)
    if whose == of or (whose is None and (beside.parent / NAME).is_file()):
        lists.append(remembered(beside.parent))
    if given is not None:
        lists.append(_given(given, of))
    copy = remembered(beside)
    targets = tuple(dict.fromkeys(target for one in (*lists, copy) for target in one))
    without = Source.COPY if copy else Source.NOWHERE
    return KnownErasures(targets=targets, source=Source.WORKSPACE if lists else without)


def _given(given: Path, of: UUID) -> list[Target]:
    if given.is_file():
        return _read(given)
    if not given.is_dir():
        raise NotFound(msg("file.missing", file=str(given)), msg("file.missing.remedy"))
    if _register_of(given) != of:
        raise UserError(msg("erasures.other", folder=str(given)), msg("erasures.other.remedy"))
    return remembered(given)


def _register_of(folder: Path) -> UUID | None:
    """Which register the keys of a workspace are for; None where they are missing or cannot be read."""
    try:
        return read_key_file(WorkspaceFolder(folder).keys).db_uuid
    except (UserError, OSError):
        return None


def forget_again(folder: Path, book: SqlBook) -> int:
    """Erases what the list beside the register names and the journal does not know yet; says how much.

    That is so after a backup from before an erasure was restored, or after a crash in the middle of one.
    """
    known = set(book.erasures(ERASE_PERSON))
    pending = [one for one in remembered(folder) if one not in known]
    if pending:
        book.erase_again(ERASE_PERSON, pending)
    return len(pending)
