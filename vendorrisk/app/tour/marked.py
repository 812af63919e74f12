"""Papers of the tour: the same as everybody's, and each says in one sentence what in it was invented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vendorrisk.app.files import ProgramPapers
from vendorrisk.domain.report import Note, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vendorrisk.domain.diligence.kit import Kit
    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.notice.letter_facts import LetterFacts
    from vendorrisk.domain.register.public_list import PublicList
    from vendorrisk.domain.report import Report
    from vendorrisk.usecases.notice.letters import LetterFiles


@dataclass(frozen=True)
class MarkedPapers(ProgramPapers):
    """`mark` is the sentence; `list_mark` names only what stands on a published list."""

    mark: str = ""
    list_mark: str = ""

    def write_workbook(self, kit: Kit, target: Path) -> None:
        """A questionnaire workbook, marked under the facts of its first sheet."""
        super().write_workbook(replace(kit, note=self.mark), target)

    def write_report(self, report: Report, target: Path) -> tuple[Problem, ...]:
        """A report, marked before its first block."""
        return super().write_report(
            replace(report, blocks=(Note(text=self.mark, tone=Tone.WARNING), *report.blocks)), target
        )

    def public_list(self, public: PublicList, ending: str) -> bytes:
        """A published list, marked under its rows."""
        return super().public_list(replace(public, note=self.list_mark), ending)

    def letter(self, facts: LetterFacts, formats: Sequence[str]) -> LetterFiles:
        """A letter, marked before its salutation."""
        from vendorrisk.app.letter_writing import LetterWriter  # noqa: PLC0415  (slow import)

        return LetterWriter(self.words, foreword=self.mark).files(facts, formats)
