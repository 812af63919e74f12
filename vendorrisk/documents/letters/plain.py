"""A letter as the two bodies of a mail: plain text, and HTML in which every typed word is escaped."""

from __future__ import annotations

import html
import textwrap
from typing import TYPE_CHECKING

from vendorrisk.domain.report import Facts, Heading, Paragraph

if TYPE_CHECKING:
    from vendorrisk.documents.letters.letter import Letter
    from vendorrisk.domain.report import Fact

LINE = 76

_BODY = (
    "margin:0;padding:24px;max-width:640px;font:14px/1.5 'Segoe UI',Helvetica,Arial,sans-serif;"
    "color:#1b1f24;background:#ffffff"
)
_LABEL = "padding:4px 16px 4px 0;vertical-align:top;white-space:nowrap;color:#555d66"
_VALUE = "padding:4px 0;vertical-align:top"
_FOOT = "margin:24px 0 0;font-size:12px;color:#555d66"


def as_text(letter: Letter) -> str:
    """The letter as plain text, wrapped for mail programs; rows of facts become "label: value" lines."""
    blocks = [_text_block(block) for block in letter.blocks]
    return "\n\n".join([*blocks, _small_print(letter)]) + "\n"


def _text_block(block: Paragraph | Heading | Facts) -> str:
    match block:
        case Facts(rows=rows):
            return "\n".join(_wrapped(f"{row.label}: {row.value}", "    ") for row in rows)
        case Heading(text=text):
            return f"{text}\n{'-' * min(len(str(text)), LINE)}"
        case Paragraph(text=text):
            return _wrapped(str(text), "")


def _wrapped(text: str, indent: str) -> str:
    return textwrap.fill(text, LINE, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def as_html(letter: Letter) -> str:
    """The letter as an HTML page of its own, without pictures, scripts, links or outside files."""
    blocks = "\n".join(_html_block(block) for block in letter.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(letter.language)}">\n<head><meta charset="utf-8">'
        f"<title>{html.escape(letter.subject)}</title></head>\n"
        f'<body style="{_BODY}">\n{blocks}\n<p style="{_FOOT}">{html.escape(_small_print(letter))}</p>\n'
        "</body>\n</html>\n"
    )


def _html_block(block: Paragraph | Heading | Facts) -> str:
    match block:
        case Facts(rows=rows):
            return "\n".join(['<table style="border-collapse:collapse">', *map(_html_row, rows), "</table>"])
        case Heading(text=text):
            return f'<h2 style="font-size:15px;margin:20px 0 4px">{html.escape(str(text))}</h2>'
        case Paragraph(text=text):
            return f"<p>{html.escape(str(text))}</p>"


def _html_row(row: Fact) -> str:
    label, value = html.escape(str(row.label)), html.escape(str(row.value))
    return f'<tr><td style="{_LABEL}">{label}</td><td style="{_VALUE}">{value}</td></tr>'


def _small_print(letter: Letter) -> str:
    return " · ".join(text for text in (letter.date, letter.reference_line, letter.account_line) if text)
