"""The open workspace as use cases see it: the register, the clock, the person, and the outside world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.ports import (
        Book,
        Clock,
        Drafts,
        Evidence,
        ForeignFiles,
        HolidaySource,
        LawTables,
        Likeness,
        Papers,
        Questionnaires,
        Reader,
        SavedFiles,
        Words,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What every use case is given first.

    `new_id` returns a fresh UUIDv7 in text form, `new_secret` an unguessable token.
    """

    book: Book
    clock: Clock
    actor: str
    new_id: Callable[[], str]
    new_secret: Callable[[], str]
    drafts: Drafts
    evidence: Evidence
    saved: SavedFiles
    holidays: HolidaySource
    law: LawTables
    questionnaires: Questionnaires
    foreign: ForeignFiles
    papers: Papers
    likeness: Likeness
    words: Words

    def say(self, message: Message) -> str:
        """A sentence or word of the catalogue in English, for texts that are stored or published."""
        return self.words.say(message)

    @staticmethod
    def company(reader: Reader) -> str:
        """The name of our company."""
        return settings_of(reader).company
