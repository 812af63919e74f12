"""The list of erasures beside the register: which fields of which rows, never whose.

It lies outside the encrypted file on purpose, so that a backup from before an erasure, once restored, forgets
again. It holds ids only.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import UserError, msg
from vendorrisk.usecases.journal.history import ERASE_PERSON
from vendorrisk.usecases.safe_files import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from vendorrisk.store.book import SqlBook

NAME = "register.erasures"

Target = tuple[str, str, tuple[str, ...]]


def remember(folder: Path, targets: Iterable[Target]) -> None:
    """Writes the whole list anew."""
    with replace_file(folder / NAME) as file:
        file.write(json.dumps(list(targets), indent=1).encode())


def remembered(folder: Path) -> list[Target]:
    """The list that lies in a folder, empty where none does; raises UserError for a damaged one."""
    path = folder / NAME
    if not path.is_file():
        return []
    try:
        return [_target(*told) for told in json.loads(path.read_text(encoding="utf-8"))]
    except (ValueError, TypeError):
        raise UserError(
            msg("erasures.damaged", file=str(path)), msg("erasures.damaged.remedy"), where=NAME
        ) from None


def _target(table: Any, row_id: Any, names: Any) -> Target:
    return str(table), str(row_id), tuple(map(str, names))


def erasures_beside(backup: Path) -> list[Target]:
    """The list of the workspace in whose `backups` folder this backup lies; empty where there is none."""
    folder = backup.absolute().parent
    return remembered(folder.parent) or remembered(folder)


def forget_again(folder: Path, book: SqlBook) -> int:
    """Erases what the list beside the register names and the journal does not know yet; says how much.

    That is so after a backup from before an erasure was restored, or after a crash in the middle of one.
    """
    known = set(book.erasures(ERASE_PERSON))
    pending = [one for one in remembered(folder) if one not in known]
    if pending:
        book.erase_again(ERASE_PERSON, pending)
    return len(pending)
