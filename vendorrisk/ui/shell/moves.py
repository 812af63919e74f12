"""What commands ask of the window itself, beside going to a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """Back and forward between pages, the palette with some letters to start from, and dialogs."""

    back: Callable[[], None]
    forward: Callable[[], None]
    find: Callable[[str], None]
    show_keys: Callable[[], None]
    show_about: Callable[[], None]
    show_guide: Callable[[], None]
    resize_text: Callable[[int], None]
    """By so many percent; 0 puts it back to 100."""
