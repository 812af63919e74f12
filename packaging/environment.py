"""The virtual environment .venv and its record: whether it may be used as it is."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from machine import Machine

ROOT = Path(__file__).resolve().parent.parent
RUN_LOCK = "requirements.txt"
DEV_LOCK = "requirements-dev.txt"
# The lock file for development repeats every line of the other one; a test compares them.
HELD_WITH = {DEV_LOCK: (DEV_LOCK, RUN_LOCK)}

# -P leaves the working folder out of the search for modules: it may hold files that others sent.
WORKS = ("-P", "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))")


class Environment:
    """A checkout's .venv, with a record of which lock files were installed into it.

    A record without a lock file means that set-up was interrupted: the environment is made anew. No record at
    all means that somebody else made it: packages are added, and nothing of it is removed.
    """

    def __init__(self, machine: Machine, root: Path = ROOT) -> None:
        self.machine = machine
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if machine.system == "Windows" else "bin/python")
        self.record = self.folder / "vendorrisk-setup.json"

    def is_ready(self, lock: str) -> bool:
        """Tell in about a millisecond whether a lock file's packages and the checkout can be imported."""
        record = self._read_record()
        return (
            lock in record
            and record[lock] == self.digest(lock)
            and self.python.exists()
            and Path(record.get("path_file", "")).is_file()
        )

    def is_whole(self) -> bool:
        """Tell whether one lock file is installed, so that another may be installed on top of it."""
        return self.is_ready(RUN_LOCK) or self.is_ready(DEV_LOCK)

    def is_foreign(self) -> bool:
        """Tell whether somebody else made this environment, and it works."""
        return not self.record.exists() and self.machine.output((str(self.python), *WORKS)) is not None

    def digest(self, lock: str) -> str:
        """Digest a lock file together with the environment's Python and the checkout's place."""
        config = self.folder / "pyvenv.cfg"
        digest = hashlib.sha256((self.root / "packaging" / lock).read_bytes())
        digest.update(config.read_bytes() if config.is_file() else b"")
        digest.update(os.fsencode(f"{os.path.realpath(self.python)}\n{self.root}\n"))
        return digest.hexdigest()

    def begin(self) -> None:
        """Record that set-up has begun, so that an interrupted one is recognised."""
        self._write_record({})

    def finish(self, lock: str, path_file: Path) -> None:
        """Record what is installed now, and the file that makes the checkout importable."""
        digests = {held: self.digest(held) for held in HELD_WITH.get(lock, (lock,))}
        self._write_record({"path_file": str(path_file), **digests})

    def _write_record(self, facts: dict[str, str]) -> None:
        beside = self.record.with_suffix(".new")
        beside.write_text(json.dumps(facts, indent=1), encoding="utf-8")
        beside.replace(self.record)

    def _read_record(self) -> dict[str, str]:
        try:
            record = json.loads(self.record.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return record if isinstance(record, dict) else {}
