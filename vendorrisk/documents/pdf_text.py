"""The text of the first pages of a PDF from outside, for suggestions; runs in the child only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vendorrisk.documents.child.limits import MIB, Limits
from vendorrisk.documents.problems import refusal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from io import BytesIO
    from pathlib import Path

PAGES = 6
CHARS = 40_000
"""What a certificate is and until when stands on its first pages."""

PDF_LIMITS = Limits(file_bytes=64 * MIB)
"""Reports with scanned pages are larger than any list."""


def parse(path: Path, options: Mapping[str, Any], limits: Limits) -> dict[str, str]:  # noqa: ARG001  (the child's shape)
    """The child's entry."""
    return {"text": first_text(path)}


def first_text(path: Path) -> str:
    """The text of the first pages, shortened; empty where a PDF holds pictures only.

    Raises UserError for what is no PDF, is damaged, or needs a password.
    """
    return text_of(path, path.name, pages=PAGES)[:CHARS]


def text_of(source: Path | BytesIO, name: str, *, pages: int | None = None) -> str:
    """The text of a PDF, of so many pages or of all; raises UserError as `first_text` does."""
    from pypdf import PdfReader
    from pypdf.errors import LimitReachedError, PyPdfError

    try:
        reader = PdfReader(source)
        if reader.is_encrypted and not reader.decrypt(""):
            raise refusal(name, "pdf_locked", name=name)
        return "\n".join(page.extract_text() for page in reader.pages[:pages])
    except LimitReachedError as bomb:
        raise refusal(name, "pdf_bomb", name=name) from bomb
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as damaged:
        raise refusal(name, "pdf_damaged", name=name) from damaged
