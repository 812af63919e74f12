"""Clearing out evidence nobody wants: noted first, removed a grace period and a backup later.

A file lies on the shelf before its row is written; where the row never came, nothing else clears it.
Time alone is not believed, since clocks jump: at least one backup must have been made since the note.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from vendorrisk.usecases.safe_files import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from vendorrisk.store.evidence import EvidenceShelf

GRACE = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Note:
    first_seen: datetime
    backup: int

    def __post_init__(self) -> None:
        if self.first_seen.tzinfo is None:
            raise ValueError("an instant has a zone")


def sweep_orphans(
    shelf: EvidenceShelf,
    wanted: Iterable[str],
    *,
    notes: Path,
    now: datetime,
    newest_backup: int,
    grace: timedelta = GRACE,
) -> tuple[str, ...]:
    """Notes new orphans, forgives those wanted again, removes those past their grace; gives the removed ids.

    `wanted` are the ids that rows hold or the journal tells of. `notes` is the file that remembers when an
    orphan was first seen; `now` is UTC; `newest_backup` is a sequence number.
    """
    orphans = sorted(set(shelf.stored_ids()) - set(wanted))
    known = _read(notes)
    first = _Note(first_seen=now, backup=newest_backup)
    noted = {evidence_id: known.get(evidence_id, first) for evidence_id in orphans}
    removed = tuple(each for each, note in noted.items() if _over(note, now, newest_backup, grace))
    for evidence_id in removed:
        shelf.remove(evidence_id)
    _write(notes, {each: note for each, note in noted.items() if each not in removed}, before=known)
    return removed


def _over(note: _Note, now: datetime, newest_backup: int, grace: timedelta) -> bool:
    return now - note.first_seen >= grace and newest_backup > note.backup


def _read(notes: Path) -> dict[str, _Note]:
    """Reads the notes; an unreadable file only starts every grace period anew."""
    try:
        stored = json.loads(notes.read_bytes())
        return {
            evidence_id: _Note(first_seen=datetime.fromisoformat(seen), backup=int(backup))
            for evidence_id, (seen, backup) in stored.items()
        }
    except (FileNotFoundError, ValueError, TypeError, AttributeError):
        return {}


def _write(notes: Path, noted: dict[str, _Note], *, before: dict[str, _Note]) -> None:
    if noted == before:
        return
    content = {each: [note.first_seen.isoformat(), note.backup] for each, note in noted.items()}
    with replace_file(notes) as stream:
        stream.write(json.dumps(content, indent=0).encode())
