"""Pages of our own PDF files as pictures, for looking at them before they are saved."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from vendorrisk.usecases.ports import PagePicture

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


class PdfPages:
    """The pages of a file that this program has just printed; files from outside are never opened here."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._document)

    def picture(self, number: int, width: int) -> PagePicture:
        """A page (from 0) as a picture so many pixels wide."""
        page = self._document[number]
        bitmap = page.render(scale=width / page.get_width())
        step, kept = bitmap.stride, bitmap.width * bitmap.n_channels
        raw = bytes(bitmap.buffer)
        rows = (raw[row * step : row * step + kept] for row in range(bitmap.height))
        return PagePicture(width=bitmap.width, height=bitmap.height, pixels=b"".join(rows))

    @cached_property
    def _document(self) -> PdfDocument:
        import pypdfium2

        return pypdfium2.PdfDocument(self._content)
