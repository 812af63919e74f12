"""Pages of our own PDF files as pictures, for looking at them before they are saved."""

from __future__ import annotations

from contextlib import closing
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
        with closing(self._open()) as document:
            return len(document)

    def picture(self, number: int, width: int) -> PagePicture:
        """A page (from 0) as a picture so many pixels wide."""
        with closing(self._open()) as document:
            page = document[number]
            bitmap = page.render(scale=width / page.get_width())
            step, kept = bitmap.stride, bitmap.width * bitmap.n_channels
            raw = bytes(bitmap.buffer)
            size = bitmap.width, bitmap.height
        rows = (raw[row * step : row * step + kept] for row in range(size[1]))
        return PagePicture(width=size[0], height=size[1], pixels=b"".join(rows))

    def _open(self) -> PdfDocument:
        import pypdfium2

        return pypdfium2.PdfDocument(self._content)
