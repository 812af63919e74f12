"""Calls of the command line inside this process: quick, at a fixed hour, with a keyring in memory."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.support.books import CountedEntropy
from tests.support.sentences import words
from tests.support.vaults import KeyringDouble
from vendorrisk.app.cli import run
from vendorrisk.app.cli.session import Session
from vendorrisk.app.outside import Outside
from vendorrisk.app.wiring import Manner, OpenWorkspace, opened
from vendorrisk.usecases.workspace.secret_keeper import KeeperState

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "correct horse battery staple"
CHEAP_KIB = 32
"""The least memory that a passphrase's stretching may take; the real one takes a second."""


@dataclass
class TickingClock:
    """The journal's clock: a second goes by with each look."""

    at: datetime = START

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@dataclass(frozen=True)
class Answer:
    """What a call gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one object on stdout."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


@dataclass
class Desk:
    """One person at a command line. Every call is a fresh one, as from a shell."""

    environ: dict[str, str]
    clock: TickingClock = field(default_factory=TickingClock)
    keyring: KeyringDouble = field(default_factory=lambda: KeyringDouble(state=KeeperState.ABSENT))
    entropy: CountedEntropy = field(default_factory=CountedEntropy)
    person: str = "Ana Novak"
    interactive: bool = False

    @property
    def workspace(self) -> Path:
        return Path(self.environ["VENDORRISK_WORKSPACE"])

    def outside(self) -> Outside:
        return Outside(
            environ=self.environ, words=words(), now=self.clock, entropy=self.entropy, person=self.person,
            interactive=self.interactive, key_memory_kib=CHEAP_KIB, keyring=lambda: self.keyring,
        )  # fmt: skip

    def __call__(self, *arguments: object) -> Answer:
        """Runs one call; `desk("vendor", "list")`."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = run([str(one) for one in arguments], Session(outside=self.outside()))
        return Answer(code, out.getvalue(), err.getvalue())

    @contextmanager
    def opened(self) -> Iterator[OpenWorkspace]:
        """The workspace between two calls, to look at or to change in a way that no verb offers."""
        workspace = opened(self.workspace, self.keyring, self.outside(), Manner())
        try:
            yield workspace
        finally:
            workspace.lock()

    def add_vendor(self, name: str = "Norte Cloud", **more: str) -> dict[str, Any]:
        """Adds a vendor from Brazil that hosts SMS, unless told otherwise."""
        options = {"country": "BR", "service": "SMS", "purpose": "Hosting"} | more
        words = [word for key, value in options.items() for word in (f"--{key}", value)]
        return self.ok("vendor", "add", "--name", name, *words)

    def ok(self, *arguments: object) -> dict[str, Any]:
        """A call that must end well, as JSON."""
        answer = self(*arguments, "--json")
        assert answer.code == 0, answer
        return answer.json
