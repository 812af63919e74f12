"""Proving a backup by restoring it from scratch in a new process that shares nothing with this one."""

from __future__ import annotations

import json
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.message import Message, UserError, msg
from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.usecases.safe_files import LITTER_PREFIX
from vendorrisk.usecases.workspace.opening_outcomes import SlotKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.store.keys.unlocking import Typed

_PATIENCE_SECONDS = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A trial restore that went well: the way the key was reached, rows counted, evidence files read."""

    through: SlotKind | None
    rows: int
    evidence: int


class BackupNotSound(UserError):
    """The trial restore failed; `problems` says in what."""

    def __init__(self, file: Path, problems: tuple[Message, ...]) -> None:
        super().__init__(
            msg("backup.not_sound", file=file.name, problems=list(problems)),
            msg("backup.not_sound.remedy"),
            where=str(file),
        )
        self.problems = problems


def verify_backup(
    backup: Path,
    secret: Typed | DataKey,
    *,
    argv: Sequence[str],
    newest: int,
    scratch: Path,
    seconds: float = _PATIENCE_SECONDS,
) -> Verified:
    """Restores a backup below `scratch`, checks every byte of it there, and removes it again.

    `argv` starts the child that answers with `verify_here`; `newest` is the layout this program knows.

    Raises:
        BackupNotSound: it could not be restored, unlocked, or differs from what it says of itself.
    """
    with tempfile.TemporaryDirectory(prefix=LITTER_PREFIX, dir=scratch) as place:
        request = {"backup": str(backup), "scratch": str(Path(place) / "restored"), "newest": newest}
        answer = _asked(argv, request | _as_json(secret), backup, seconds)
    problems = tuple(_message_of(problem) for problem in answer["problems"])
    if problems:
        raise BackupNotSound(backup, problems)
    through = SlotKind(answer["through"]) if answer["through"] else None
    return Verified(through=through, rows=answer["rows"], evidence=answer["evidence"])


def _asked(argv: Sequence[str], request: dict[str, Any], backup: Path, seconds: float) -> dict[str, Any]:
    try:
        child = subprocess.run(
            list(argv), input=json.dumps(request).encode(), capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise BackupNotSound(backup, (msg("backup.trial_too_slow", seconds=int(seconds)),)) from None
    if child.returncode != 0:
        raise RuntimeError(
            f"the trial restore ended with {child.returncode}: {child.stderr.decode()[-2000:]}"
        )
    answer: dict[str, Any] = json.loads(child.stdout)
    return answer


def _as_json(secret: Typed | DataKey) -> dict[str, str]:
    return {"raw": secret.secret().hex()} if isinstance(secret, DataKey) else {"typed": secret.text}


def _message_of(content: Any) -> Any:
    match content:
        case {"key": str(key), "params": dict(params)}:
            return Message(key, {name: _message_of(value) for name, value in params.items()})
        case list():
            return [_message_of(each) for each in content]
        case _:
            return content
