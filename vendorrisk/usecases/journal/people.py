"""Erasing a person on request: where the name stands, what is overwritten, and what stays and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import Assessment, Document
from vendorrisk.domain.message import NotFound, msg
from vendorrisk.domain.notice.records import Customer, Notice
from vendorrisk.domain.register.fields import SEVERAL
from vendorrisk.domain.register.records import Contact, Engagement, Setting, Vendor
from vendorrisk.domain.review.people import Why, erased_with, is_named, is_proof, why_kept
from vendorrisk.usecases.editing import EDIT
from vendorrisk.usecases.journal.history import erase_person

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from vendorrisk.domain.message import Message
    from vendorrisk.domain.record import Record
    from vendorrisk.usecases.journal.history import Erased, Held
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import FilesNaming, Reader

SHOWN = 8
"""So many places are named, then how many more there are."""
DRAFT = "draft"
"""The table of half-typed texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A record that names the person now or once did, and what of it is erased; `of` is whose it is.

    `taken_over`: somebody else stands there now, and is overwritten too, for a record is erased as a whole.
    """

    kind: type[Record]
    id: str
    of: str
    fields: tuple[str, ...]
    taken_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What goes on naming the person for one reason: each record by table and id, and the first by name.

    A step of the journal stands there by its table and its number.
    """

    why: Why
    places: tuple[tuple[str, str], ...]
    named: tuple[str | Message, ...]

    @property
    def kinds(self) -> dict[str, int]:
        """How many there are of each table."""
        return dict(Counter(table for table, _ in self.places))

    @property
    def told(self) -> Message:
        """What stays and why."""
        return msg(f"person.kept.{self.why}", count=len(self.places), places=list(self.named))


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """Where the register names a person: what is to be erased, half-typed texts (their keys), what stays."""

    person: str
    erasable: tuple[Place, ...]
    drafts: tuple[str, ...]
    kept: tuple[Kept, ...]

    @property
    def kept_count(self) -> int:
        """How many records go on naming the person."""
        return len({place for one in self.kept for place in one.places})

    @property
    def about_erased(self) -> Message:
        """What was erased, once it is."""
        return msg("person.erased", person=self.person, count=len(self.erasable))

    @property
    def about_kept(self) -> list[Message]:
        """What stays and why, one sentence for each reason."""
        return [one.told for one in self.kept]


def traces_of(office: Office, person: str) -> Traces:
    """Where a person stands, by whole name or e-mail address; upper case and accents do not matter.

    Every text of every record, of the journal and of the drafts is looked at, so that whatever is not erased
    is told. What was removed or overwritten long ago is found too: the journal remembers it.
    """
    held = office.book.naming(partial(is_named, person))
    with office.book.reading() as reader:
        proofs = {one.id for one in reader.find(Notice, id=_rows(held, Notice)) if is_proof(one)}
        erased: dict[tuple[type[Record], str], dict[str, None]] = defaultdict(dict)
        stays: dict[Why, dict[tuple[type[Record] | None, str, str], None]] = defaultdict(dict)
        for one in held:
            fields = () if one.kind is None or one.row in proofs else erased_with(one.kind, one.field)
            if one.kind is not None and fields:
                erased[one.kind, one.row] |= dict.fromkeys(fields)
            elif one.table != DRAFT:
                stays[_why(one)][one.kind, one.table, one.row] = None
        return Traces(
            person=person,
            erasable=tuple(
                _place(reader, person, kind, row, tuple(fields)) for (kind, row), fields in erased.items()
            ),
            drafts=tuple(sorted({one.row for one in held if one.table == DRAFT})),
            kept=tuple(_kept(reader, why, stays[why]) for why in Why if why in stays),
        )


def _place(reader: Reader, person: str, kind: type[Record], row: str, fields: tuple[str, ...]) -> Place:
    present = [str(getattr(one, name)) for one in reader.find(kind, id=row) for name in fields]
    taken_over = any(present) and not any(is_named(person, text) for text in present)
    return Place(kind=kind, id=row, of=_called(reader, kind, row), fields=fields, taken_over=taken_over)


def _rows(held: Iterable[Held], kind: type[Record]) -> list[str]:
    return [one.row for one in held if one.kind is kind]


def _why(held: Held) -> Why:
    return Why.ACTED if held.kind is None else why_kept(held.kind, held.field)


def erasable_traces(office: Office, person: str) -> Traces:
    """Where a person stands, as `traces_of`; raises NotFound where nothing can be erased."""
    traces = traces_of(office, person)
    if not (traces.erasable or traces.drafts):
        raise NotFound(
            msg("person.unknown", person=person),
            msg("person.only_kept", kept=traces.about_kept) if traces.kept else msg("person.unknown.remedy"),
        )
    return traces


def erase_traces(office: Office, traces: Traces) -> Erased:
    """Overwrites what tells of the person, now and in all that the journal remembers; it cannot be undone.

    A customer's other addresses for notices stay. GDPR Art. 17(1); what is kept: 17(3)(b) and (e).
    """
    stay = _other_addresses(office, traces)
    targets = ((one.kind, one.id, one.fields) for one in traces.erasable)
    erased = erase_person(office, *targets, drafts=traces.drafts)
    if stay:
        with office.book.act(EDIT[Customer]) as desk:
            desk.put(*(replace(desk.get(Customer, id_), email=email) for id_, email in stay.items()))
    return erased


def _other_addresses(office: Office, traces: Traces) -> dict[str, str]:
    """What is left for notices of each customer that loses one of several addresses, by its id."""
    named = [one.id for one in traces.erasable if one.kind is Customer and "email" in one.fields]
    with office.book.reading() as reader:
        held = {one.id: one.email.split(SEVERAL) for one in reader.find(Customer, id=named)}
    left = {
        id_: [one for one in all_ if one and not is_named(traces.person, one)] for id_, all_ in held.items()
    }
    return {id_: SEVERAL.join(kept) for id_, kept in left.items() if 0 < len(kept) < len(held[id_])}


def about_rest(traces: Traces, files: FilesNaming) -> list[Message]:
    """All that is to be said besides the records that are erased: half-typed texts, what stays, files."""
    lists = (("person.files", files.naming), ("person.files_unread", files.unread))
    others = [one.of for one in traces.erasable if one.taken_over]
    return [
        *([msg("person.taken_over", count=len(others), places=others)] if others else []),
        *([msg("person.drafts", count=len(traces.drafts))] if traces.drafts else []),
        *traces.about_kept,
        *(msg(key, count=len(names), files=list(names)) for key, names in lists if names),
        msg("person.not_searched"),
    ]


def _kept(reader: Reader, why: Why, rows: Collection[tuple[type[Record] | None, str, str]]) -> Kept:
    records = [(kind, table, row) for kind, table, row in rows if kind is not None]
    named: list[str | Message] = [
        msg("person.place", kind=msg(f"kind.{table}"), name=_called(reader, kind, row))
        for kind, table, row in records[:SHOWN]
    ]
    more = [msg("guard.more", count=len(records) - SHOWN)] if len(records) > SHOWN else []
    places = tuple((table, row) for _, table, row in rows)
    return Kept(why=why, places=places, named=(*named, *more))


_NAMES = ("name", "title", "number")
_BELONGS: tuple[tuple[str, type[Record]], ...] = (
    ("customer_id", Customer), ("vendor_id", Vendor), ("engagement_id", Engagement),
    ("assessment_id", Assessment), ("document_id", Document),
)  # fmt: skip


def _called(reader: Reader, kind: type[Record], row: str) -> str:
    """The name by which a record is known, or that of what it belongs to; empty where it is gone.

    A contact is known by what it belongs to: its own name is the person's.
    """
    record = next(iter(reader.find(kind, id=row)), None)
    if kind is Setting or record is None:
        return row if kind is Setting else ""
    own = [getattr(record, field, "") for field in _NAMES if kind is not Contact]
    return next((name for name in own if name and isinstance(name, str)), "") or _owner(reader, record)


def _owner(reader: Reader, record: Record) -> str:
    owners = ((kind, getattr(record, field, "")) for field, kind in _BELONGS)
    return next((_called(reader, kind, row) for kind, row in owners if row), "")
