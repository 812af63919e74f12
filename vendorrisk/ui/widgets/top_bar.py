"""The top line of the window: the menus at the left, the search box on the right edge of the pages."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenuBar, QSizePolicy

from vendorrisk.ui.widgets.search_box import SearchBox
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import MENU_BAR, PAGE_MARGIN
from vendorrisk.ui.widgets.words import tr


class TopBar(QFrame):
    """Holds menu bar and search box. Qt's own corner of a menu bar cannot be placed to the pixel."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        self.menus.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search = SearchBox(keys=tr("Ctrl+K"))
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 0, PAGE_MARGIN, 0)
        row.setSpacing(PAGE_MARGIN)
        row.addWidget(self.menus, 1)
        row.addWidget(self.search)
        current_theme().keep_height(self, MENU_BAR)
