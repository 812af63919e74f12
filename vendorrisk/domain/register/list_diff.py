"""What changed between two versions of a list: who gets whose data, where, and for what.

Rewording, reordering and a new layout are no change; a vendor that is merely called otherwise is renamed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.register.list_pairs import Likeness, Pair, is_same_entity, paired
from vendorrisk.domain.register.names import fold, name_key
from vendorrisk.domain.register.published import ListRow, countries_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ALIKE_WORD = 0.75
"""Two words at least this alike are one word in two spellings or numbers (email and emails)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that differs, with its two values as text."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """A vendor's row before and after. `fields` are facts that changed, `wording` what only reads otherwise.

    One of the two rows is None where a vendor that stays on the list gains or loses a row (another purpose).
    """

    name: str
    old: ListRow | None
    new: ListRow | None
    fields: tuple[FieldChange, ...] = ()
    wording: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDiff:
    """The difference in five parts; each row is in one of them at most.

    `columns` names fields that only one version of the list has: they are not held against rows.
    """

    added: tuple[ListRow, ...] = ()
    removed: tuple[ListRow, ...] = ()
    renamed: tuple[RowChange, ...] = ()
    changed: tuple[RowChange, ...] = ()
    editorial: tuple[RowChange, ...] = ()
    columns: tuple[str, ...] = ()


def diff(
    old: Sequence[ListRow], new: Sequence[ListRow], *, likeness: Likeness, translated: bool = False
) -> ListDiff:
    """Compares two lists. `translated`: they are in different languages, so that texts cannot be compared."""
    pairs, only_old, only_new = paired(old, new, likeness)
    columns = _columns(old, new, pairs)
    compared = [_compared(pair, columns, likeness, translated=translated) for pair in pairs]
    known_old, known_new = {name_key(row.name) for row in old}, {name_key(row.name) for row in new}
    gained = [_another_row(None, row) for row in only_new if name_key(row.name) in known_old]
    lost = [_another_row(row, None) for row in only_old if name_key(row.name) in known_new]
    renamed = [change for pair, change in zip(pairs, compared, strict=True) if not is_same_entity(pair)]
    kept = [change for pair, change in zip(pairs, compared, strict=True) if is_same_entity(pair)]
    return ListDiff(
        added=tuple(row for row in only_new if name_key(row.name) not in known_old),
        removed=tuple(row for row in only_old if name_key(row.name) not in known_new),
        renamed=tuple(renamed),
        changed=(*(change for change in kept if change.fields), *gained, *lost),
        editorial=tuple(change for change in kept if change.wording and not change.fields),
        columns=tuple(sorted(columns)),
    )


def _another_row(old: ListRow | None, new: ListRow | None) -> RowChange:
    row = old or new
    assert row is not None  # noqa: S101  (one of them is given)
    change = FieldChange(field="row", old=old.purpose if old else "", new=new.purpose if new else "")
    return RowChange(name=row.name, old=old, new=new, fields=(change,))


# What counts as a fact, and how it is read out of a row. Texts are compared by their words, the rest as sets.
_TEXTS: dict[str, Callable[[ListRow], str]] = {
    "purpose": lambda row: row.purpose,
    "data": lambda row: row.data,
    "services": lambda row: ", ".join(row.services),
}
_FACTS: dict[str, Callable[[ListRow], tuple[str, ...]]] = {
    "places": countries_of,
    "mechanism": lambda row: row.mechanism,
    "seat": lambda row: (row.seat,) if row.seat else (),
    "affiliate": lambda row: ("affiliate",) if row.affiliate else (),
    "status": lambda row: (row.status,) if row.status else (),
    "since": lambda row: (day.isoformat(),) if (day := row.since or row.planned_from) else (),
    "until": lambda row: (row.until.isoformat(),) if row.until else (),
}
_WORDING: dict[str, Callable[[ListRow], str]] = {
    "name": lambda row: row.name,
    "group": lambda row: row.group,
    "website": lambda row: row.website,
    "address": lambda row: row.address,
    "place_text": lambda row: row.place_text,
    "other": lambda row: "; ".join(f"{heading}: {text}" for heading, text in row.other),
}


def _said(row: ListRow, field: str) -> str:
    return _TEXTS[field](row) if field in _TEXTS else ", ".join(_FACTS[field](row))


def _columns(old: Sequence[ListRow], new: Sequence[ListRow], pairs: Sequence[Pair]) -> set[str]:
    """Fields that one whole list lacks while most of the vendors on both have them in the other.

    A field that only a few rows gained says something about these rows (a vendor limited to one product).
    """
    found = set()
    for field in (*_TEXTS, *_FACTS):
        for rows, side in ((old, "new"), (new, "old")):
            filled = sum(bool(_said(getattr(pair, side), field)) for pair in pairs)
            if not any(_said(row, field) for row in rows) and filled * 2 > len(pairs):
                found.add(field)
    return found


def _compared(pair: Pair, columns: set[str], likeness: Likeness, *, translated: bool) -> RowChange:
    facts: list[FieldChange] = []
    wording: list[FieldChange] = []
    for field in (*_TEXTS, *_FACTS):
        before, after = _said(pair.old, field), _said(pair.new, field)
        if before == after or field in columns:
            continue
        change = FieldChange(field=field, old=before, new=after)
        same = (
            (translated or _same_words(before, after, likeness))
            if field in _TEXTS
            else _same_set(before, after)
        )
        (wording if same else facts).append(change)
    facts += [] if "places" in columns or any(c.field == "places" for c in facts) else _moved(pair)
    wording += [
        FieldChange(field=field, old=read(pair.old), new=read(pair.new))
        for field, read in _WORDING.items()
        if read(pair.old) != read(pair.new) and (field != "place_text" or _both_say(pair, read))
    ]
    return RowChange(
        name=pair.new.name, old=pair.old, new=pair.new, fields=tuple(facts), wording=tuple(wording)
    )


def _both_say(pair: Pair, read: Callable[[ListRow], str]) -> bool:
    """Whether both sides have a text; a version in the register has places only as codes."""
    return bool(read(pair.old) and read(pair.new))


def _moved(pair: Pair) -> list[FieldChange]:
    """A country that changed between storage and access; beginning to tell them apart is no change."""
    kinds = ("storage", "access")
    if not all(any(getattr(row, kind) for kind in kinds) for row in (pair.old, pair.new)):
        return []
    sides = [(kind, getattr(pair.old, kind), getattr(pair.new, kind)) for kind in kinds]
    return [
        FieldChange(field=kind, old=", ".join(before), new=", ".join(after))
        for kind, before, after in sides
        if set(before) != set(after)
    ]


def _same_set(before: str, after: str) -> bool:
    return sorted(before.split(", ")) == sorted(after.split(", "))


def _same_words(before: str, after: str, likeness: Likeness) -> bool:
    """Whether the same words stand there, in any order, spelling or number; a word more or less is a fact."""
    old_words, new_words = Counter(fold(before).split()), Counter(fold(after).split())
    gone, come = list((old_words - new_words).elements()), list((new_words - old_words).elements())
    gone, come = _without_small(gone), _without_small(come)
    if len(gone) != len(come):
        return False
    for word in gone:
        nearest = max(come, key=lambda other: likeness(word, other))
        if likeness(word, nearest) < ALIKE_WORD:
            return False
        come.remove(nearest)
    return True


_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "to",
        "in",
        "on",
        "and",
        "or",
        "via",
        "by",
        "with",
        "as",
        "der",
        "die",
        "das",
        "und",
        "oder",
        "fur",
        "zur",
        "zum",
        "von",
    ]
)


def _without_small(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in _SMALL_WORDS]
