"""The world outside the program, read in one place: environment, clock, randomness, the person, paths."""

from __future__ import annotations

import getpass
import os
import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from vendorrisk.app import paths
from vendorrisk.app.words import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vendorrisk.usecases.workspace.secret_keeper import SecretKeeper


class Ids:
    """Makes UUIDv7 (RFC 9562) that grow strictly within this process, also within a millisecond."""

    def __init__(self) -> None:
        self._last = 0

    def fresh(self, milliseconds: int, noise: bytes) -> str:
        """A new one: 48 bits of time, then noise, or the one before plus one where time stood still."""
        low = int.from_bytes(noise, "big") & ((1 << 74) - 1)
        wanted = (milliseconds << 74) | low
        self._last = max(wanted, self._last + 1) if wanted >> 74 > self._last >> 74 else self._last + 1
        time, upper, lower = self._last >> 74, (self._last >> 62) & 0xFFF, self._last & ((1 << 62) - 1)
        return str(uuid.UUID(int=(time << 80) | (7 << 76) | (upper << 64) | (0b10 << 62) | lower))


def system_keyring() -> SecretKeeper:
    """The keyring of this person's session, behind its allow-list."""
    from vendorrisk.desktop.keyring_store import KeyringStore  # noqa: PLC0415  (not needed for --help)

    return KeyringStore()


@dataclass(frozen=True)
class Outside:
    """Everything that a test may replace. `now` is UTC; only tests and the sample builder move it."""

    environ: Mapping[str, str]
    words: Catalogue
    now: Callable[[], datetime]
    entropy: Callable[[int], bytes]
    person: str
    interactive: bool = False
    key_memory_kib: int = 256 * 1024
    keyring: Callable[[], SecretKeeper] = system_keyring
    ids: Ids = field(default_factory=Ids)

    @classmethod
    def real(cls) -> Outside:
        """The real world."""
        return cls(
            environ=os.environ,
            words=Catalogue(paths.resources() / "i18n"),
            now=lambda: datetime.now(UTC),  # noqa: TID251  (this is the clock)
            entropy=os.urandom,
            person=_person(os.environ),
            interactive=os.isatty(0) and os.isatty(2),
        )

    def new_id(self) -> str:
        """A fresh UUIDv7 in text form; each is greater than the one before."""
        return self.ids.fresh(int(self.now().timestamp() * 1000), self.entropy(10))

    def today_in(self, zone: str) -> date:
        """The date on the wall in a zone (the company's, never the machine's)."""
        from zoneinfo import ZoneInfo  # noqa: PLC0415  (not needed for --help)

        return self.now().astimezone(ZoneInfo(zone)).date()


def _person(environ: Mapping[str, str]) -> str:
    named = environ.get("VENDORRISK_USER", "")
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no account name on this machine
        return "analyst"
