"""The first sheet of a questionnaire workbook: what it is about, how to fill it in, how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from vendorrisk.documents import workbook_look as look
from vendorrisk.documents.workbook_look import Stylist, write_text
from vendorrisk.domain.message import msg
from vendorrisk.domain.record import text_in

if TYPE_CHECKING:
    from vendorrisk.domain.diligence.kit import Kit
    from vendorrisk.usecases.ports import Words

STEPS: Final = 6
WIDTHS: Final = {"A": 4, "B": 22, "C": 88}
WIDE_LETTERS: Final = 104
FACT_LETTERS: Final = 82
LINE: Final = 15.5


def write_cover(sheet: Any, kit: Kit, words: Words, *, progress: str) -> None:
    """Fills the first sheet; `progress` is our own formula that counts the answers."""
    _Cover(sheet, kit, words).write(progress)


class _Cover:
    def __init__(self, sheet: Any, kit: Kit, words: Words) -> None:
        self._sheet = sheet
        self._kit = kit
        self._words = words
        self._stylist = Stylist()
        self._row = 2

    def write(self, progress: str) -> None:
        kit = self._kit
        self._line("B", text_in(kit.questionnaire.title, kit.language), look.TITLE, height=30)
        self._wide(text_in(kit.questionnaire.about, kit.language), look.SUBTITLE)
        self._row += 1
        for label, value in self._facts():
            self._fact(label, value)
        self._fact("kit.label.progress", "")
        self._sheet[f"C{self._row - 1}"].value = progress
        if kit.note:
            self._row += 1
            self._wide(kit.note, look.SUBTITLE)
        self._row += 1
        self._line("B", self._say("kit.how"), look.CHAPTER, height=22)
        for number in range(1, STEPS + 1):
            self._wide(f"{number}.  {self._say(f'kit.how.{number}')}", look.STEP)
        self._row += 1
        self._wide(self._say("kit.confidential", company=kit.company), look.SUBTITLE)
        look.lay_out(self._sheet, WIDTHS, landscape=False)
        look.protect(self._sheet)

    def _facts(self) -> list[tuple[str, str]]:
        """The facts that are there; dates stand as in 21 November 2026, which nobody misreads."""
        kit = self._kit
        facts = [
            ("kit.label.company", kit.company),
            ("kit.label.vendor", kit.vendor),
            ("kit.label.purpose", kit.purpose),
            ("kit.label.prepared", self._say("plain", text=kit.prepared_on)),
            ("kit.label.due", self._say("plain", text=kit.due_on) if kit.due_on else ""),
            ("kit.label.contact", kit.contact),
        ]
        return [(label, value) for label, value in facts if value]

    def _fact(self, label: str, value: str) -> None:
        row = self._row
        write_text(self._stylist.dress(self._sheet[f"B{row}"], look.LABEL), self._say(label))
        self._line("C", value, look.FACT, height=look.height((value, FACT_LETTERS, LINE)))

    def _wide(self, text: str, style: look.Look) -> None:
        """Text over both columns; merged, so its height must be told."""
        self._sheet.merge_cells(f"B{self._row}:C{self._row}")
        self._line("B", text, style, height=look.height((text, WIDE_LETTERS, LINE)) + 2)

    def _line(self, letter: str, text: str, style: look.Look, *, height: float) -> None:
        write_text(self._stylist.dress(self._sheet[f"{letter}{self._row}"], style), text)
        self._sheet.row_dimensions[self._row].height = height
        self._row += 1

    def _say(self, key: str, **facts: Any) -> str:
        return self._words.say(msg(key, **facts), language=self._kit.language)
