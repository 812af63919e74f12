"""What the vault asks of a place that keeps secrets for this person, such as the system keyring."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class KeeperState(StrEnum):
    """How an errand to the keyring ended; MISFIT: an entry is there, but it opens something else."""

    STORED = "stored"
    FOUND = "found"
    REMOVED = "removed"
    ABSENT = "absent"
    LOCKED = "locked"
    MISSING = "missing"
    MISFIT = "misfit"
    TIMED_OUT = "timed_out"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeeperAnswer:
    """The end of an errand; `secret` is filled only when something was found and never shows in a repr.

    `backend` names the kind of keyring that answered; `detail` the kind of failure, without any value.
    """

    state: KeeperState
    secret: bytes | None = field(default=None, repr=False)
    backend: str = ""
    detail: str = ""


class SecretKeeper(Protocol):
    """Keeps small secrets by name. Answers within seconds, also when the keyring waits for a person."""

    def probe(self) -> KeeperAnswer:
        """Says, without a prompt, whether a keyring we accept is there: FOUND with its name, or ABSENT."""
        ...

    def put(self, name: str, secret: bytes) -> KeeperAnswer:
        """Stores a secret and reads it back: STORED only if the same bytes came back."""
        ...

    def get(self, name: str, *, backend: str = "") -> KeeperAnswer:
        """Fetches a secret, from the named kind of keyring alone if one is named."""
        ...

    def remove(self, name: str, *, backend: str = "") -> KeeperAnswer:
        """Forgets a secret: REMOVED, also if it was not there."""
        ...
