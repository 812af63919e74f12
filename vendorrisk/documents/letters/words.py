"""A finished letter as plain words, for looking at it on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.report import Facts, Heading, Paragraph
from vendorrisk.usecases.notice.letters import LetterText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.documents.letters.letter import Letter


def letter_text(letter: Letter) -> LetterText:
    """The words of a letter in reading order; nothing of it is markup."""
    lines = [letter.customer, *letter.address_lines]
    return LetterText(
        language=letter.language, company=letter.company, date=letter.date,
        address=tuple(dict.fromkeys(line for line in lines if line)), subject=letter.subject,
        paragraphs=tuple(_paragraphs(letter)), reference=letter.reference_line,
    )  # fmt: skip


def _paragraphs(letter: Letter) -> Iterator[tuple[str, str]]:
    for block in letter.blocks:
        match block:
            case Facts(rows=rows):
                yield from (("fact", f"{row.label}\t{row.value}") for row in rows)
            case Heading(text=text):
                yield "heading", str(text)
            case Paragraph(text=text):
                yield "text", str(text)
