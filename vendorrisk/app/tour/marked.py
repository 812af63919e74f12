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
    from vendorrisk.domain.notice.letter_facts import LetterFacts
    from vendorrisk.domain.register.public_list import PublicList, PublicRow
    from vendorrisk.domain.report import Report
    from vendorrisk.usecases.notice.letters import LetterFiles


@dataclass(frozen=True)
class MarkedPapers(ProgramPapers):
    """`mark` is the sentence, `row_mark` a short one for a table; `names` are the vendor's on a list."""

    mark: str = ""
    row_mark: str = ""
    names: frozenset[str] = frozenset()

    def write_workbook(self, kit: Kit, target: Path) -> None:
        """A questionnaire workbook, marked beside its purpose."""
        super().write_workbook(replace(kit, purpose=_followed(kit.purpose, self.mark)), target)

    def write_report(self, report: Report, target: Path) -> None:
        """A report, marked before its first block."""
        super().write_report(
            replace(report, blocks=(Note(text=self.mark, tone=Tone.WARNING), *report.blocks)), target
        )

    def public_list(self, public: PublicList, ending: str) -> bytes:
        """A published list, marked in the vendor's own row, which every format has."""
        return super().public_list(replace(public, rows=tuple(map(self._row, public.rows))), ending)

    def letter(self, facts: LetterFacts, formats: Sequence[str]) -> LetterFiles:
        """A letter, marked before its salutation."""
        from vendorrisk.app.letter_writing import LetterWriter  # noqa: PLC0415  (slow import)

        return LetterWriter(self.words, foreword=self.mark).files(facts, formats)

    def _row(self, row: PublicRow) -> PublicRow:
        if row.legal_name not in self.names:
            return row
        return replace(row, purpose=_followed(row.purpose, self.row_mark))


def _followed(text: str, mark: str) -> str:
    return f"{text.rstrip('.')}. {mark}" if text else mark
