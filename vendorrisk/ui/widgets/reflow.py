"""Two parts side by side where there is room for both, and one below the other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PANEL_GAP

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

FREE: Final = 16_777_215
"""Qt's word for a width without a limit."""


class SideBySide(QWidget):
    """One part grows, the other keeps its width: `side`, or as wide as it likes to be without that.

    Where fewer than `least` pixels are left for the one that grows (both at a text size of 100 %) they stand
    below each other, so that large text never makes a page scroll sideways. What the one that grows has over
    `enough` goes to the other, up to `side_most`.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        least: int,
        side: int = 0,
        enough: int = FREE,
        side_most: int = 0,
        second_grows: bool = False,
    ) -> None:
        super().__init__()
        self._parts = (first, second)
        self._keeps = first if second_grows else second
        self._least, self._side, self._enough = least, side, enough
        self._side_most = max(side, side_most)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(PANEL_GAP)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for part in self._parts:
            self._row.addWidget(part, 0 if part is self._keeps else 1)
        self._arrange()
        current_theme().changed.connect(self._arrange)

    @property
    def is_stacked(self) -> bool:
        """Whether the second part stands below the first."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def sizeHint(self) -> QSize:
        """Asks for the height that it has in its present order, and for no width of its own."""
        return QSize(self._narrowest(), self._row.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Can always be as narrow as its wider part."""
        return QSize(self._narrowest(), self._row.minimumSize().height())

    def hasHeightForWidth(self) -> bool:
        """Never: else a part with wrapped text would force the wished height of the other one on the page."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Looks again whether both have room."""
        super().resizeEvent(event)
        self._arrange()

    def _narrowest(self) -> int:
        """The width of the wider part; one whose width is given can be narrower once it stands alone."""
        given = self._keeps if self._side else None
        parts = [part for part in self._parts if part is not given]
        return max(max(part.minimumWidth(), part.minimumSizeHint().width()) for part in parts)

    def _arrange(self) -> None:
        px = current_theme().px
        side = px(self._side) or self._keeps.sizeHint().width()
        fits = self._keeps.isHidden() or self.width() >= px(self._least) + PANEL_GAP + side
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._side:
            over = self.width() - PANEL_GAP - px(self._enough)
            wide = min(max(side, over), px(self._side_most))
            self._keeps.setMinimumWidth(wide if fits else 0)
            self._keeps.setMaximumWidth(wide if fits else FREE)
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
            self.updateGeometry()
