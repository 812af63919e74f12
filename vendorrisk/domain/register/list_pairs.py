"""Which row of an old list is which of a new one: by name, by second name, by likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from vendorrisk.domain.register.names import (
    fold,
    has_legal_form,
    name_key,
    name_parts,
    other_keys,
    same_vendor,
)
from vendorrisk.domain.register.published import ListRow, countries_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Likeness: TypeAlias = Callable[[str, str], float]
"""How alike two texts are, from 0.0 to 1.0; given by an adapter (documents/likeness.py)."""

Rule: TypeAlias = Callable[[ListRow, ListRow, Likeness, frozenset[str]], float]
"""Scores an old and a new row; 0.0 = not the same vendor. The last argument are sites that prove nothing."""

Marks: TypeAlias = Callable[[ListRow], set[str]]
"""What two rows must share before a rule looks at them at all."""

SPELLING = 0.88
"""Names at least this alike are one name in two spellings."""

RELATED = 0.6
"""Names at least this alike are one vendor if purpose and places are the same."""

SAME_PURPOSE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One vendor's row in both lists."""

    old: ListRow
    new: ListRow


def paired(
    old: Sequence[ListRow], new: Sequence[ListRow], likeness: Likeness
) -> tuple[list[Pair], list[ListRow], list[ListRow]]:
    """Pairs in the old list's order, rows only in the old list, rows only in the new one.

    Each rule is tried on what the stricter ones left over, best match first.
    """
    shared = _shared_sites([*old, *new])
    left_old, left_new = dict(enumerate(old)), dict(enumerate(new))
    found: dict[int, int] = {}
    for rule, marks in _RULES:
        scored = [
            (score, -old_at, -new_at)
            for old_at, new_at in _candidates(left_old, left_new, marks)
            if (score := rule(left_old[old_at], left_new[new_at], likeness, shared)) > 0
        ]
        for _, old_at, new_at in sorted(scored, reverse=True):
            if -old_at in left_old and -new_at in left_new:
                found[-old_at] = -new_at
                del left_old[-old_at], left_new[-new_at]
    pairs = [Pair(old=old[at], new=new[found[at]]) for at in sorted(found)]
    return pairs, list(left_old.values()), list(left_new.values())


def _candidates(
    left_old: Mapping[int, ListRow], left_new: Mapping[int, ListRow], marks: Marks
) -> list[tuple[int, int]]:
    """Index pairs that share a mark: only these are worth the dearer comparison."""
    by_mark: dict[str, list[int]] = {}
    for at, row in left_new.items():
        for mark in marks(row):
            by_mark.setdefault(mark, []).append(at)
    pairs = (
        (at, other) for at, row in left_old.items() for mark in marks(row) for other in by_mark.get(mark, ())
    )
    return list(dict.fromkeys(pairs))


def is_same_entity(pair: Pair) -> bool:
    """Whether both names mean one legal entity: a trade name is none, another legal form is another."""
    before, after = name_parts(pair.old.name).legal, name_parts(pair.new.name).legal
    if name_key(pair.old.name) != name_key(pair.new.name):
        return False
    return fold(before) == fold(after) or not (has_legal_form(before) and has_legal_form(after))


def _identical(before: ListRow, after: ListRow, _likeness: Likeness, _shared: frozenset[str]) -> float:
    """The same row, wherever it stands now."""
    return float(replace(before, source="") == replace(after, source=""))


def _equal(before: ListRow, after: ListRow, likeness: Likeness, _shared: frozenset[str]) -> float:
    """Of several rows of one vendor those with the same purpose, places and group go together."""
    facts = 2 * _same_places(before, after) + (before.group == after.group)
    return 1.0 + 4 * likeness(before.purpose, after.purpose) + facts


def _second_name(before: ListRow, after: ListRow, likeness: Likeness, _shared: frozenset[str]) -> float:
    return 1.0 + likeness(before.purpose, after.purpose) if same_vendor(before.name, after.name) else 0.0


def _respelt(before: ListRow, after: ListRow, likeness: Likeness, _shared: frozenset[str]) -> float:
    alike = likeness(name_key(before.name), name_key(after.name))
    return alike if alike >= SPELLING else 0.0


def _renamed(before: ListRow, after: ListRow, likeness: Likeness, _shared: frozenset[str]) -> float:
    """A related name for the same purpose in the same places."""
    alike = likeness(name_key(before.name), name_key(after.name))
    one, other = set(name_key(before.name).split()), set(name_key(after.name).split())
    if alike < RELATED and not one <= other and not other <= one:
        return 0.0
    purpose = likeness(before.purpose, after.purpose)
    fits = before.purpose and purpose >= SAME_PURPOSE and _same_places(before, after)
    return alike + purpose if fits else 0.0


def _same_site(before: ListRow, after: ListRow, likeness: Likeness, shared: frozenset[str]) -> float:
    """Another name, but the same web site and the same purpose."""
    site = _site(before)
    if not site or site in shared or site != _site(after):
        return 0.0
    purpose = likeness(before.purpose, after.purpose)
    return purpose if purpose >= SAME_PURPOSE else 0.0


def _same_places(before: ListRow, after: ListRow) -> bool:
    return set(countries_of(before)) == set(countries_of(after))


def _site(row: ListRow) -> str:
    return (urlsplit(row.website).hostname or "").removeprefix("www.") if row.website else ""


def _shared_sites(rows: Iterable[ListRow]) -> frozenset[str]:
    """Sites that several vendors share, such as a code host: more names than one vendor and its rename."""
    keys = {(_site(row), name_key(row.name)) for row in rows if _site(row)}
    counted = Counter(site for site, _ in keys)
    return frozenset(site for site, count in counted.items() if count > 2)


def _name_mark(row: ListRow) -> set[str]:
    return {name_key(row.name)}


def _any_name_mark(row: ListRow) -> set[str]:
    return {name_key(row.name), *other_keys(row.name)}


def _likely_mark(row: ListRow) -> set[str]:
    """Names that are alike begin alike, or share a word."""
    words = name_key(row.name).split()
    return {*words, *(word[:1] for word in words[:1])}


def _site_mark(row: ListRow) -> set[str]:
    return {_site(row)}


_RULES: tuple[tuple[Rule, Marks], ...] = (
    (_identical, _name_mark),
    (_equal, _name_mark),
    (_second_name, _any_name_mark),
    (_respelt, _likely_mark),
    (_renamed, _likely_mark),
    (_same_site, _site_mark),
)
