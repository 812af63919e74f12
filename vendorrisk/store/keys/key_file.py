"""register.keys: who may open the workspace. Plain JSON without secrets, replaced as a whole."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vendorrisk.domain.message import msg
from vendorrisk.store.keys.key_slots import ArgonCost, Slot
from vendorrisk.usecases.safe_files import replace_file
from vendorrisk.usecases.workspace.opening_outcomes import Damaged, NewerFile, SlotKind

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.store.keys.data_key import DataKey

SCHEMA_NAME = "vendorrisk.keys"
SCHEMA_VERSION = 1
_LARGEST = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """The id of the workspace, the check value of its data key, and the slots that hold it."""

    db_uuid: UUID
    check_value: str
    slots: tuple[Slot, ...] = ()

    def of_kind(self, kind: SlotKind) -> tuple[Slot, ...]:
        """Lists the slots of one kind, newest last."""
        return tuple(slot for slot in self.slots if slot.kind is kind)

    def kinds(self) -> tuple[SlotKind, ...]:
        """Lists the ways to open, in the order in which a person would try them."""
        return tuple(kind for kind in SlotKind if self.of_kind(kind))

    def accepts(self, key: DataKey) -> bool:
        """Says whether a key is the one all slots hold."""
        return key.fits(self.check_value, self.db_uuid)

    def with_slot(self, slot: Slot) -> KeyFile:
        """Gives the same file with one more way to open it."""
        return replace(self, slots=(*self.slots, slot))

    def without(self, slots: tuple[Slot, ...]) -> KeyFile:
        """Gives the same file without some slots."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot not in slots))


def new_key_file(key: DataKey, db_uuid: UUID) -> KeyFile:
    """Starts the key file of a new workspace, without any slot yet."""
    return KeyFile(db_uuid=db_uuid, check_value=key.check_value(db_uuid))


def write_key_file(path: Path, key_file: KeyFile) -> None:
    """Replaces the key file in one step, for its owner alone."""
    with replace_file(path) as stream:
        stream.write(dump_key_file(key_file))


def read_key_file(path: Path) -> KeyFile:
    """Reads a key file.

    Raises:
        OpeningRefused: with `Damaged` if it is missing or unreadable, with `NewerFile` if a newer program
            wrote it.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
    except FileNotFoundError:
        raise Damaged(details=(msg("opening.damage.keys_missing"),)).as_error() from None
    return parse_key_file(content)


def dump_key_file(key_file: KeyFile) -> bytes:
    """Writes a key file as JSON."""
    content = {
        "schema": f"{SCHEMA_NAME}/{SCHEMA_VERSION}",
        "db_uuid": str(key_file.db_uuid),
        "kcv": key_file.check_value,
        "slots": [_slot_as_json(slot) for slot in key_file.slots],
    }
    return json.dumps(content, indent=1).encode() + b"\n"


def parse_key_file(content: bytes) -> KeyFile:
    """Reads the JSON of a key file; see `read_key_file` for what it raises."""
    try:
        fields = _fields_in(content)
        _refuse_newer(fields["schema"])
        return _key_file_of(fields)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Damaged(details=(msg("opening.damage.keys_unreadable"),)).as_error() from None


def _fields_in(content: bytes) -> dict[str, Any]:
    if len(content) > _LARGEST:
        raise ValueError("too large to be a key file")
    fields: dict[str, Any] = json.loads(content)
    return fields


def _refuse_newer(schema: str) -> None:
    name, _, number = schema.partition("/")
    if name != SCHEMA_NAME:
        raise ValueError("another kind of file")
    if int(number) > SCHEMA_VERSION:
        raise NewerFile(file="register.keys", stored=int(number), newest=SCHEMA_VERSION).as_error()


def _key_file_of(fields: dict[str, Any]) -> KeyFile:
    return KeyFile(
        db_uuid=UUID(fields["db_uuid"]),
        check_value=bytes.fromhex(fields["kcv"]).hex(),
        slots=tuple(_slot_of(slot) for slot in fields["slots"]),
    )


def _slot_of(fields: dict[str, Any]) -> Slot:
    return Slot(
        kind=SlotKind(fields["kind"]),
        id=str(fields["id"]),
        version=int(fields["version"]),
        sealed=bytes.fromhex(fields["sealed"]),
        salt=bytes.fromhex(fields["salt"]),
        cost=_cost_of(fields.get("argon2id")),
        backend=str(fields.get("backend", "")),
    )


def _cost_of(fields: dict[str, Any] | None) -> ArgonCost | None:
    if fields is None:
        return None
    cost = ArgonCost(
        memory_kib=int(fields["memory_kib"]), passes=int(fields["passes"]), lanes=int(fields["lanes"])
    )
    if not cost.bearable():
        raise ValueError("a cost nobody would set")
    return cost


def _slot_as_json(slot: Slot) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "kind": slot.kind.value,
        "id": slot.id,
        "version": slot.version,
        "sealed": slot.sealed.hex(),
        "salt": slot.salt.hex(),
    }
    if slot.cost is not None:
        cost = slot.cost
        fields["argon2id"] = {"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes}
    if slot.backend:
        fields["backend"] = slot.backend
    return fields
