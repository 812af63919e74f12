"""The text of the first pages of a PDF from outside, for suggestions; runs in the child only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vendorrisk.documents.child.limits import MIB, Limits
from vendorrisk.documents.problems import refusal

if TYPE_CHECKING:
    from collections.abc import Mapping
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
    from pypdf import PdfReader
    from pypdf.errors import LimitReachedError, PyPdfError

    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise refusal(path.name, "pdf_locked", name=path.name)
        pages = [page.extract_text() for page in reader.pages[:PAGES]]
    except LimitReachedError as bomb:
        raise refusal(path.name, "pdf_bomb", name=path.name) from bomb
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as damaged:
        raise refusal(path.name, "pdf_damaged", name=path.name) from damaged
    return "\n".join(pages)[:CHARS]
