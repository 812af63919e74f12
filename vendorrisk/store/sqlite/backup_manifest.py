"""What a backup says of itself: in clear for choosing one without a key, sealed for everything else.

Row counts and the head of the journal are sealed with the data key, and the seal covers the clear part and
with it every member's hash: who swaps a member or edits the manifest breaks the seal.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.store.keys.data_key import DataKey

SCHEMA_NAME = "vendorrisk.backup"
SCHEMA_VERSION = 1
_NONCE_BYTES = 12


class NewerManifest(ValueError):
    """A newer program wrote this manifest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file inside: its SHA-256 in hex and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself; `user_version` is the layout of its register, `created_at` is UTC."""

    sequence: int
    created_at: datetime
    reason: str
    app_version: str
    db_uuid: UUID
    user_version: int
    members: dict[str, Member] = field(default_factory=dict)
    sealed: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What only the key's owner may know: rows by table, and the journal's head as its writer gives it."""

    rows: dict[str, int]
    journal_head: Any


def open_facts(manifest: Manifest, key: DataKey) -> Facts | None:
    """Opens the sealed part, or gives None if the key is another one or the manifest was altered."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(key.subkey("backup"))
    nonce, sealed = manifest.sealed[:_NONCE_BYTES], manifest.sealed[_NONCE_BYTES:]
    try:
        content = json.loads(cipher.decrypt(nonce, sealed, _clear_part(manifest)))
    except (InvalidTag, ValueError):
        return None
    return Facts(rows=content["rows"], journal_head=content["journal_head"])


def seal_manifest(
    manifest: Manifest, facts: Facts, key: DataKey, random_bytes: Callable[[int], bytes]
) -> Manifest:
    """Adds the sealed part, which covers everything that is said in clear."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = random_bytes(_NONCE_BYTES)
    content = json.dumps(asdict(facts)).encode()
    cipher = AESGCM(key.subkey("backup"))
    return replace(manifest, sealed=nonce + cipher.encrypt(nonce, content, _clear_part(manifest)))


def _clear_part(manifest: Manifest) -> bytes:
    return json.dumps(_fields(manifest), sort_keys=True).encode()


def dump_manifest(manifest: Manifest) -> bytes:
    """Writes a manifest as JSON."""
    return json.dumps({**_fields(manifest), "sealed": manifest.sealed.hex()}, indent=1).encode()


def _fields(manifest: Manifest) -> dict[str, Any]:
    return {
        "schema": f"{SCHEMA_NAME}/{SCHEMA_VERSION}",
        "sequence": manifest.sequence,
        "created_at": manifest.created_at.astimezone(UTC).isoformat(),
        "reason": manifest.reason,
        "app_version": manifest.app_version,
        "db_uuid": str(manifest.db_uuid),
        "user_version": manifest.user_version,
        "members": {name: asdict(member) for name, member in sorted(manifest.members.items())},
    }


def parse_manifest(content: bytes) -> Manifest:
    """Reads the JSON of a manifest.

    Raises:
        NewerManifest: a newer program wrote it. ValueError, KeyError, TypeError, AttributeError: it is none.
    """
    fields = json.loads(content)
    name, _, version = fields["schema"].partition("/")
    if name == SCHEMA_NAME and int(version) > SCHEMA_VERSION:
        raise NewerManifest
    if name != SCHEMA_NAME:
        raise ValueError("another kind of file")
    return Manifest(
        sequence=int(fields["sequence"]),
        created_at=datetime.fromisoformat(fields["created_at"]).astimezone(UTC),
        reason=str(fields["reason"]),
        app_version=str(fields["app_version"]),
        db_uuid=UUID(fields["db_uuid"]),
        user_version=int(fields["user_version"]),
        members={
            member: Member(sha256=str(each["sha256"]), size=int(each["size"]))
            for member, each in fields["members"].items()
        },
        sealed=bytes.fromhex(fields["sealed"]),
    )
