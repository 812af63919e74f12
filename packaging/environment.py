"""The virtual environment .venv and its record: whether it may be used as it is."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from machine import Machine

RUN_LOCK = "requirements.txt"
DEV_LOCK = "requirements-dev.txt"
# The lock file for development repeats every line of the other one; a test compares them.
HELD_WITH = {DEV_LOCK: (DEV_LOCK, RUN_LOCK)}


class Environment:
    """A checkout's .venv, with a record of what was installed into it.

    The record is emptied when set-up begins and written when it is complete: an empty one means that set-up
    was interrupted. It also describes the environment, so that a moved one or a lost Python is noticed.
    """

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.root = machine.checkout
        self.folder = self.root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if machine.system == "Windows" else "bin/python")
        self.record = self.folder / "vendorrisk-setup.json"

    def is_ready(self, lock: str) -> bool:
        """Tell in about a millisecond whether a lock file's packages and the checkout can be imported."""
        return self.read_record().get(lock) == self._digest_of_lock(lock) and self.stands()

    def stands(self) -> bool:
        """Tell whether set-up was complete once, and the environment is still as it was then."""
        record = self.read_record()
        return (
            record.get("environment") == self._digest_of_itself()
            and self.python.exists()
            and Path(record.get("path_file", "")).is_file()
        )

    def begin(self) -> None:
        """Record that set-up has begun."""
        self._write_record({})

    def finish(self, lock: str, path_file: Path) -> None:
        """Record what is installed now, and the file that makes the checkout importable."""
        locks = {held: self._digest_of_lock(held) for held in HELD_WITH.get(lock, (lock,))}
        self._write_record({"environment": self._digest_of_itself(), "path_file": str(path_file), **locks})

    def read_record(self) -> dict[str, str]:
        """Read the record; an unreadable one is as good as none."""
        try:
            record = json.loads(self.record.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return record if isinstance(record, dict) else {}

    def _write_record(self, facts: dict[str, str]) -> None:
        beside = self.record.with_suffix(".new")
        beside.write_text(json.dumps(facts, indent=1), encoding="utf-8")
        beside.replace(self.record)

    def _digest_of_lock(self, lock: str) -> str:
        return hashlib.sha256((self.root / "packaging" / lock).read_bytes()).hexdigest()

    def _digest_of_itself(self) -> str:
        """Digest the Python, with its version, and the place of the checkout."""
        config = self.folder / "pyvenv.cfg"
        digest = hashlib.sha256(config.read_bytes() if config.is_file() else b"")
        digest.update(os.fsencode(f"{os.path.realpath(self.python)}\n{self.root}\n"))
        return digest.hexdigest()
