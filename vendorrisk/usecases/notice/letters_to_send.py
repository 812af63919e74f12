"""Whether letters say all that a notice has to, as they were written (rule N-4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from vendorrisk.domain.message import Level
from vendorrisk.domain.notice.letter import letter_content, shared_once
from vendorrisk.domain.notice.records import Change, Notice
from vendorrisk.usecases.notice.letter_languages import in_a_language_of_ours
from vendorrisk.usecases.notice.letter_signs import names_unprintable
from vendorrisk.usecases.notice.letters import facts_of_all

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date, datetime

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.notice.letter import LetterContent
    from vendorrisk.usecases.office import Office
    from vendorrisk.usecases.ports import Reader


@dataclass(frozen=True, slots=True)
class OnThatDay:
    """The clock as it stood when letters were written."""

    day: date
    instant: datetime

    def today(self) -> date:
        """The day that the letters bear."""
        return self.day

    def now(self) -> datetime:
        """The moment of writing."""
        return self.instant


def lacking_to_send(
    office: Office, reader: Reader, change: Change, waiting: Collection[Notice]
) -> tuple[Problem, ...]:
    """Each vital fact that letters to these customers lack, once, by the register as it was then."""
    written = sorted((one for one in waiting if one.written_on), key=lambda one: str(one.written_on))
    contents = [
        content
        for _, group in groupby(written, key=lambda one: one.written_on)
        for content in _as_written(office, reader, change, list(group))
    ]
    return tuple(one for one in shared_once(contents) if one.level is Level.ERROR)


def _as_written(
    office: Office, reader: Reader, change: Change, group: list[Notice]
) -> Iterator[LetterContent]:
    """What the letters of one day state; where no step wrote them down, what they would state now."""
    first = group[0]
    then = reader.when_set(Notice, first.id, "content_sha256") or reader
    day = first.written_on or office.clock.today()
    on_that_day = replace(office, clock=OnThatDay(day, office.clock.now()))
    customers = {one.customer_id for one in group}
    templates = office.papers.letter_languages()
    for facts in facts_of_all(on_that_day, then, then.get(Change, change.id)):
        if facts.customer.id in customers:
            readable, _ = in_a_language_of_ours(facts, templates)
            content = letter_content(readable, to_send=True)
            nameless = names_unprintable(office.papers.unprintable, readable)
            yield replace(content, problems=(*content.problems, *nameless))
