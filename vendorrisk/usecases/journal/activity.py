"""Activity as people read it: who did what when, and what each step changed, field by field."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Protocol

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.register.records import Setting
from vendorrisk.usecases.editing import EDITED
from vendorrisk.usecases.typed import fields_of
from vendorrisk.usecases.workspace.settings import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from vendorrisk.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityQuery:
    """Which steps to show. `text` is sought in the person's name, `actions` are the keys whose words hold it.

    `kind` is do, undo or redo; `wall` is why a step cannot be taken back, such as "restored". `since` and
    `until` are instants, both inclusive. With `about` only steps that wrote a record with one of these ids
    are shown.
    """

    text: str = ""
    actions: frozenset[str] = frozenset()
    actor: str = ""
    kind: str = ""
    wall: str = ""
    only_undone: bool = False
    about: frozenset[str] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    oldest_first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of Activity. `subject` is the present name of what it concerned, if that has a name.

    `about` is the table and id of what can be looked at: the record itself, or the vendor it belongs to.
    `kind` is do, undo or redo, `target` the step that an undo or redo concerns, `changes` how many records
    it wrote; `erased` says that personal data in it was erased since.
    """

    id: str
    sequence: int
    at: datetime
    actor: str
    action: str
    kind: str
    target: int | None
    wall: str
    undone: bool
    changes: int
    erased: bool = False
    subject: str = ""
    about: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """One record before and after a step, each by field, None where it did not exist.

    `table` names its kind in the catalogue. `names` gives the name of what an id in a field points to;
    `erased_at` and `erased_by` tell of an erasure.
    """

    kind: type[Record]
    table: str
    id: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    names: Mapping[str, str] = field(default_factory=dict)
    erased_at: datetime | None = None
    erased_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that a step wrote; a value is nothing where there was none."""

    label: Message
    before: Message | None
    after: Message | None


class ActivityLog(Protocol):
    """The journal, read for people."""

    def count(self, query: ActivityQuery) -> int:
        """How many steps the query shows."""
        ...

    def steps(self, query: ActivityQuery, *, offset: int, limit: int) -> Sequence[Step]:
        """A page of steps, the newest first."""
        ...

    def actors(self) -> Sequence[str]:
        """Everybody who ever did something here."""
        ...

    def changes(self, sequence: int, *, limit: int) -> Sequence[RecordChange]:
        """What a step changed, record by record, at most `limit` of them."""
        ...


def words_of(step: Step) -> Message:
    """A step in words, such as "Undo: Add a vendor"."""
    label = msg(f"action.{step.action}")
    return label if step.kind == "do" else msg(f"log.{step.kind}", action=label)


def field_changes(change: RecordChange) -> list[FieldChange]:
    """The fields that differ, in the order of the record; ids are told by the name they point to."""
    before, after = change.before or {}, change.after or {}
    names = [name for name in (before or after) if name not in _NEVER_TOLD]
    return [
        FieldChange(
            label=field_label(change, name),
            before=_told(change, before.get(name)),
            after=_told(change, after.get(name)),
        )
        for name in names
        if before.get(name) != after.get(name) and not _says_nothing(change.kind, name, before, after)
    ]


_NEVER_TOLD = frozenset({"id", "token"})
"""The id says nothing to a person; the token is the secret of a questionnaire workbook."""


def field_label(change: RecordChange, name: str) -> Message:
    """What a field is called; the program's own fields, which no form shows, keep their plain name."""
    kind = change.kind
    if kind is Setting and change.id in NAMES:
        return msg(f"field.setting.{change.id}")
    if kind in EDITED and name in fields_of(kind):
        return msg(f"field.{EDITED[kind]}.{name}")
    return msg("plain", text=name.removesuffix("_id").replace("_", " ").capitalize())


def _says_nothing(kind: type[Record], name: str, *sides: Mapping[str, Any]) -> bool:
    """Whether a field was empty and is; a "no" says something where the field begins without an answer."""
    values = [side.get(name) for side in sides]
    if False in values and any(one.name == name and one.default is None for one in fields(kind)):
        return False
    return _means_nothing(*values)


def _means_nothing(*values: Any) -> bool:
    return all(value in ("", None, (), {}, False) for value in values)


def _told(change: RecordChange, value: Any) -> Message | None:
    if _means_nothing(value) and value is not False:
        return None
    match value:
        case dict():
            texts = [f"{text} ({language})" for language, text in value.items()]
            return msg("plain", text=texts)
        case bool():
            return msg("activity.yes") if value else msg("activity.no")
        case str() if value in change.names:
            return msg("plain", text=change.names[value])
        case _:
            return msg("plain", text=value)
