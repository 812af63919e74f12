"""What a file suggests about the document it is to become; a person takes or leaves each suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.clues import Clues, clues_in

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.usecases.office import Office


def clues_of(office: Office, file: Path) -> Clues:
    """What the name of a file suggests, and of a PDF its first pages; raises UserError for a damaged one."""
    text = office.foreign.pdf_text(file) if file.suffix.lower() == ".pdf" else ""
    return clues_in(text, file.stem)
