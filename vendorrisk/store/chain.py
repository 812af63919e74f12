"""The arithmetic of the journal's chain: salted digests of row changes, hashes of headers."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from vendorrisk.store.mapping import canonical

if TYPE_CHECKING:
    from collections.abc import Sequence

GENESIS = "0" * 64
_CHANGE_TAG = b"vendorrisk/change/1\n"
_ENTRY_TAG = b"vendorrisk/entry/1\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the chain hashes of an entry, besides its digests. `at` is UTC text; `previous` a hash."""

    sequence: int
    at: str
    actor: str
    action: str
    kind: str
    target: int | None
    wall: str
    revision: str
    changes: int
    previous: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after, as canonical JSON; None = it was not there."""

    table: str
    row_id: str
    before: str | None
    after: str | None


def change_digest(change: RowChange, salt: str) -> str:
    """The digest of one change. Without its salt nobody can test a guess of what the change said."""
    text = canonical([change.table, change.row_id, change.before, change.after])
    return hashlib.sha256(_CHANGE_TAG + bytes.fromhex(salt) + text.encode()).hexdigest()


def entry_hash(header: Header, digests: Sequence[str]) -> str:
    """The hash of an entry: its header and the digests of its changes, in order."""
    text = canonical([asdict(header), list(digests)])
    return hashlib.sha256(_ENTRY_TAG + text.encode()).hexdigest()
