"""What an answer rests on: lines that name a document on file, with the page, and lines that name none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from vendorrisk.domain.diligence.answer_words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vendorrisk.domain.diligence.records import Document

SHORTEST_NAME: Final = 4
"""A document called "DPA" is not meant by every line with these letters in it."""
_SEPARATORS: Final = re.compile(r"[\n;]+")
_PAGE: Final = re.compile(r"\b(?:pages?|pp?|seiten?|s)\b\.?\s*(\d{1,5})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One line of evidence: as it was written, the document it names if we hold it, and the page, if any."""

    text: str
    document: Document | None = None
    page: int | None = None


def evidence_line(document: Document, page: int | None = None) -> str:
    """How a document is written under an answer, so that `read_evidence` finds it again."""
    name = document.file_name or document.title or document.kind
    return name if page is None else f"{name}, p. {page}"


def read_evidence(evidence: str, documents: Iterable[Document]) -> tuple[EvidenceLine, ...]:
    """The lines of an answer's evidence; a document is found by its title or file name, the longest first."""
    names = sorted(
        ((name, document) for document in documents for name in _names(document)),
        key=lambda pair: -len(pair[0]),
    )
    lines = (line.strip() for line in _SEPARATORS.split(evidence))
    return tuple(_read(line, names) for line in lines if line)


def _read(line: str, names: list[tuple[str, Document]]) -> EvidenceLine:
    folded = fold(line)
    document = next((document for name, document in names if name in folded), None)
    page = _PAGE.search(line)
    return EvidenceLine(text=line, document=document, page=int(page[1]) if page else None)


def _names(document: Document) -> set[str]:
    written = (document.title, document.file_name, PurePath(document.file_name).stem)
    return {name for one in written if len(name := fold(one)) >= SHORTEST_NAME}
