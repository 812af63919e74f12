"""What a file suggests about the document it is to become; a person takes or leaves each suggestion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.clues import Clues, DayRole, clues_in
from vendorrisk.domain.diligence.document_fields import DAY_FIELDS, asked_for

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from vendorrisk.usecases.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A value for a field as it is typed, with the words of the file that suggest it.

    `field` is empty for a day of which the file does not say what it is.
    """

    field: str
    value: str
    words: str = ""


def clues_of(office: Office, file: Path) -> Clues:
    """What the name of a file suggests, and of a PDF its first pages; raises UserError for a damaged one."""
    text = office.foreign.pdf_text(file) if file.suffix.lower() == ".pdf" else ""
    return clues_in(text, file.stem)


def suggestions(clues: Clues, kind: str, known: Collection[str]) -> tuple[Suggestion, ...]:
    """What clues suggest for a document of a kind, but for the fields that are `known`."""
    return (*_kinds(clues, kind, known), *_days(clues, kind, known))


def _kinds(clues: Clues, kind: str, known: Collection[str]) -> Iterator[Suggestion]:
    """The editions that are named with this kind; where the file does not name it at all, what it names."""
    own = [one for one in clues.kinds if one.code == kind]
    if clues.kinds and not own:
        yield Suggestion(field="kind", value=clues.kinds[0].code)
    if "edition" in asked_for(kind) and "edition" not in known:
        yield from (Suggestion(field="edition", value=one.edition) for one in own if one.edition)


def _days(clues: Clues, kind: str, known: Collection[str]) -> Iterator[Suggestion]:
    """Each day for the likeliest field that this kind has."""
    for one in clues.days:
        fields = [name for name in DAY_FIELDS[one.role] if name in asked_for(kind)]
        name = "" if one.role is DayRole.UNSAID else next(iter(fields), "")
        if fields and name not in known:
            yield Suggestion(field=name, value=one.day.isoformat(), words=one.words)
