"""The list of sub-processors that the public sees: one per profile, versioned (domain.md 5.7)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from vendorrisk.domain.register.list_diff import diff
from vendorrisk.domain.register.published import ListRow
from vendorrisk.domain.register.records import VendorKind

if TYPE_CHECKING:
    from vendorrisk.domain.register.list_pairs import Likeness

SCHEMA = "vendorrisk.public-list/1"
"""Name and version of the JSON form; it changes only by adding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicAccess:
    """A country from which data can be reached, and what for ("support")."""

    country: str
    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicRow:
    """One live (or announced) engagement as the public sees it.

    Countries are ISO 3166 alpha-2 or EU, EEA, GLOBAL; `locations` those of which nobody has said whether data
    is stored there or reached from there. `mechanisms` are codes of domain.md 2.6; texts are in the list's
    language; `data_note` says of the data what no category does. `planned_from` is set while a notice runs;
    `exception` is a note on a region-locked list; `id` stays the same in all versions.
    """

    legal_name: str
    kind: VendorKind = VendorKind.THIRD_PARTY
    seat: str = ""
    services: tuple[str, ...] = ()
    purpose: str = ""
    data_categories: tuple[str, ...] = ()
    data_note: str = ""
    storage: tuple[str, ...] = ()
    access: tuple[PublicAccess, ...] = ()
    locations: tuple[str, ...] = ()
    mechanisms: tuple[str, ...] = ()
    since: date | None = None
    planned_from: date | None = None
    exception: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicChanges:
    """What a version changed against the one before it, by name."""

    previous_version: int
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicList:
    """A version of the list.

    `updated` is a plain date in our zone; `contact` an address or a sentence; `note` stands under the rows.
    """

    profile: str
    version: int
    updated: date
    company: str
    contact: str = ""
    subscription_url: str = ""
    rows: tuple[PublicRow, ...] = ()
    changes: PublicChanges | None = None
    note: str = ""


def data_texts(row: PublicRow) -> tuple[str, ...]:
    """What a row says of the data: its categories, and the note on them where there is one."""
    return (*row.data_categories, row.data_note) if row.data_note else row.data_categories


def as_list_row(row: PublicRow) -> ListRow:
    """A published row in the form in which lists are compared."""
    return ListRow(
        name=row.legal_name,
        purpose=row.purpose,
        data="; ".join(data_texts(row)),
        services=row.services,
        storage=row.storage,
        access=tuple(dict.fromkeys(place.country for place in row.access)),
        locations=row.locations,
        mechanism=row.mechanisms,
        affiliate=row.kind is VendorKind.AFFILIATE,
        since=row.since,
        seat=row.seat,
        status="planned" if row.planned_from else "",
        planned_from=row.planned_from,
    )


def changes_between(previous: PublicList, current: PublicList, likeness: Likeness) -> PublicChanges:
    """What the new version says differently in fact; rewording is left out.

    A row with the id of before under a name that nothing else of the two lists has is the same one, renamed.
    """
    found = diff(
        [as_list_row(row) for row in previous.rows],
        [as_list_row(row) for row in current.rows],
        likeness=likeness,
    )
    added, removed = [row.name for row in found.added], [row.name for row in found.removed]
    renamed = [(change.old.name, change.new.name) for change in found.renamed if change.old and change.new]
    names = {row.id: row.legal_name for row in previous.rows if row.id}
    pairs = dict.fromkeys((names.get(row.id, ""), row.legal_name) for row in current.rows)
    same = [(old, new) for old, new in pairs if old in removed and new in added]
    return PublicChanges(
        previous_version=previous.version,
        added=tuple(name for name in added if name not in {new for _, new in same}),
        removed=tuple(name for name in removed if name not in {old for old, _ in same}),
        renamed=(*renamed, *same),
        changed=tuple(dict.fromkeys(change.name for change in found.changed)),
    )


def plain_list(public: PublicList) -> dict[str, Any]:
    """The list as plain JSON data, in the documented form."""
    changes = public.changes
    return {
        "schema": SCHEMA,
        "profile": public.profile,
        "version": public.version,
        "updated": public.updated.isoformat(),
        "company": public.company,
        "contact": public.contact,
        "subscription_url": public.subscription_url,
        "changes": None if changes is None else _plain_changes(changes),
        "rows": [_plain_row(row) for row in public.rows],
        **({"note": public.note} if public.note else {}),
    }


def canonical_rows(public: PublicList) -> str:
    """The rows in one canonical text: the same rows give the same text, which is stored and hashed."""
    return canonical([_plain_row(row) for row in public.rows])


def canonical(plain: Any) -> str:
    """Plain JSON data in one text, however it was laid out: what is equal gives the same text."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def rows_from_canonical(text: str) -> tuple[PublicRow, ...]:
    """The rows that `canonical_rows` wrote."""
    return tuple(_row(plain) for plain in json.loads(text))


def _plain_changes(changes: PublicChanges) -> dict[str, Any]:
    return {
        "previous_version": changes.previous_version,
        "added": list(changes.added),
        "removed": list(changes.removed),
        "renamed": [{"old": old, "new": new} for old, new in changes.renamed],
        "changed": list(changes.changed),
    }


def _plain_row(row: PublicRow) -> dict[str, Any]:
    """The row as plain data; a key that came later stands only where it is filled: digests stay the same."""
    return {
        "id": row.id,
        "legal_name": row.legal_name,
        "kind": row.kind.value,
        "seat": row.seat,
        "services": list(row.services),
        "purpose": row.purpose,
        "data_categories": list(row.data_categories),
        "storage": list(row.storage),
        "access": [{"country": place.country, "purpose": place.purpose} for place in row.access],
        "mechanisms": list(row.mechanisms),
        "since": row.since.isoformat() if row.since else None,
        "planned_from": row.planned_from.isoformat() if row.planned_from else None,
        "exception": row.exception,
        **({"data_note": row.data_note} if row.data_note else {}),
        **({"locations": list(row.locations)} if row.locations else {}),
    }


def _row(plain: dict[str, Any]) -> PublicRow:
    return PublicRow(
        id=plain["id"],
        legal_name=plain["legal_name"],
        kind=VendorKind(plain["kind"]),
        seat=plain["seat"],
        services=tuple(plain["services"]),
        purpose=plain["purpose"],
        data_categories=tuple(plain["data_categories"]),
        data_note=plain.get("data_note", ""),
        storage=tuple(plain["storage"]),
        access=tuple(PublicAccess(**place) for place in plain["access"]),
        locations=tuple(plain.get("locations", ())),
        mechanisms=tuple(plain["mechanisms"]),
        since=_day(plain["since"]),
        planned_from=_day(plain["planned_from"]),
        exception=plain["exception"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
