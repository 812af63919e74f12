"""A finished letter in one language: text only, without any idea of paper or mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.register.names import fold

if TYPE_CHECKING:
    from vendorrisk.domain.report import Facts, Heading, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What stands in one letter. Every text is plain words; whoever prints it escapes it.

    `version` is that of the template, such as "en 1". `reference` is the bare number; date and lines are in
    the letter's language.
    """

    language: str
    version: str
    company: str
    company_address: str
    customer: str
    address_lines: tuple[str, ...]
    date: str
    reference: str
    reference_line: str
    account_line: str
    subject: str
    blocks: tuple[Paragraph | Heading | Facts, ...]

    @property
    def file_stem(self) -> str:
        """A file name without its ending, safe on every system: reference and customer in plain letters."""
        words = fold(f"{self.reference} {self.customer}").split()
        plain = ("".join(char for char in word if char.isascii() and char.isalnum()) for word in words)
        return "-".join(word for word in plain if word)[:80].strip("-") or "letter"
