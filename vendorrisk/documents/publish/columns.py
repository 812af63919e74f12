"""The columns of a published list and the words in its cells: the same for every format people read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.documents.cleaning import clean, one_line
from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.public_list import data_texts
from vendorrisk.domain.register.vocabulary import Mechanism, label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from vendorrisk.domain.register.public_list import PublicList, PublicRow
    from vendorrisk.usecases.ports import Words

JOINT = "; "


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says messages in the list's language, as one line without control characters."""

    words: Words
    language: str = "en"

    def say(self, key: str, **facts: object) -> str:
        """A sentence or heading of this room's texts."""
        return self.line(self.words.say(msg(f"files.public.{key}", **facts), language=self.language))

    def message(self, message: Message | str) -> str:
        """A word of the vocabulary."""
        return self.line(
            message if isinstance(message, str) else self.words.say(message, language=self.language)
        )

    @staticmethod
    def line(text: str) -> str:
        """Text that people typed, fit to be written into any format."""
        return one_line(clean(text))


def _texts(texts: Iterable[str], speaker: Speaker) -> str:
    return JOINT.join(filter(None, map(speaker.line, texts)))


def _countries(codes: Iterable[str], speaker: Speaker) -> str:
    return JOINT.join(dict.fromkeys(speaker.message(country_name(code)) for code in codes))


def _mechanisms(codes: Iterable[str], speaker: Speaker) -> str:
    known = set(Mechanism)
    return JOINT.join(speaker.message(label(Mechanism(code)) if code in known else code) for code in codes)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


COLUMNS: dict[str, Callable[[PublicRow, Speaker], str]] = {
    "legal_name": lambda row, speaker: speaker.line(row.legal_name),
    "kind": lambda row, speaker: speaker.message(label(row.kind)),
    "seat": lambda row, speaker: _countries([row.seat] if row.seat else [], speaker),
    "services": lambda row, speaker: _texts(row.services, speaker),
    "purpose": lambda row, speaker: speaker.line(row.purpose),
    "data": lambda row, speaker: _texts(data_texts(row), speaker),
    "storage": lambda row, speaker: _countries(row.storage, speaker),
    "access": lambda row, speaker: _countries((place.country for place in row.access), speaker),
    "access_for": lambda row, speaker: _texts(dict.fromkeys(place.purpose for place in row.access), speaker),
    "locations": lambda row, speaker: _countries(row.locations, speaker),
    "mechanism": lambda row, speaker: _mechanisms(row.mechanisms, speaker),
    "since": lambda row, _: _day(row.since),
    "planned_from": lambda row, _: _day(row.planned_from),
    "exception": lambda row, speaker: speaker.line(row.exception),
}
"""Column key -> its text. Dates are ISO; a column that no row fills is left out of the pages people read."""

ALWAYS = ("legal_name", "kind", "purpose", "storage", "access")


PROFILES = ("GLOBAL", "EU_REGION_LOCKED")


def list_title(public: PublicList, speaker: Speaker) -> str:
    """The heading of a page: whose list it is, and which."""
    known = public.profile in PROFILES
    profile = speaker.say(f"profile_{public.profile}") if known else speaker.line(public.profile)
    return speaker.say("title", company=speaker.line(public.company), profile=profile)


def shown_columns(public: PublicList, speaker: Speaker) -> list[str]:
    """The columns worth showing: the essential ones, and those that some row fills."""
    return [
        key
        for key, text in COLUMNS.items()
        if key in ALWAYS or any(text(row, speaker) for row in public.rows)
    ]


def change_lines(public: PublicList, speaker: Speaker) -> list[str]:
    """The difference to the previous version, one line per kind of change; empty for a first version."""
    changes = public.changes
    if changes is None:
        return []
    renamed = [speaker.say("renamed_pair", old=old, new=new) for old, new in changes.renamed]
    kinds = {
        "added": changes.added,
        "removed": changes.removed,
        "renamed": renamed,
        "changed": changes.changed,
    }
    lines = [
        speaker.say(f"changes_{kind}", names=JOINT.join(map(speaker.line, names)))
        for kind, names in kinds.items()
        if names
    ]
    return lines or [speaker.say("changes_none")]
