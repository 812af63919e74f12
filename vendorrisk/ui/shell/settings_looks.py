"""Settings, Appearance: colours, text size and letters of this person's window; nothing of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from vendorrisk.ui.shell.appearance import (
    ORDINARY,
    choose_font,
    choose_scheme,
    choose_text_size,
    kept_font,
    kept_scheme,
    kept_text_size,
)
from vendorrisk.ui.widgets.buttons import SegmentedControl, link
from vendorrisk.ui.widgets.fonts import FontRole, InterfaceFont
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.panels import Panel
from vendorrisk.ui.widgets.theme import TEXT_SIZE_RANGE, Scheme, current_theme
from vendorrisk.ui.widgets.tokens import CONTROL, LABEL_COLUMN, SPACE_2, SPACE_3, SPACE_5
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from vendorrisk.ui.widgets.frame import WindowStore

STEP = 10
SLIDER_WIDTH = 240


class LooksTab(QWidget):
    """Every choice is in force at once, and from the next start on."""

    def __init__(self, store: WindowStore) -> None:
        super().__init__()
        self._store = store
        self.scheme = SegmentedControl(
            [(Scheme.SYSTEM, tr("As the system")), (Scheme.LIGHT, tr("Light")), (Scheme.DARK, tr("Dark")),
             (Scheme.SYSTEM_COLOURS, tr("System colours"))], name=tr("Colours"),
        )  # fmt: skip
        self.letters = SegmentedControl(
            [(InterfaceFont.INTER, tr("Inter")), (InterfaceFont.PLATFORM, tr("The system’s"))],
            name=tr("Letters"),
        )
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.percent = Label(tone="text2")
        self._lay_out()
        self.reload()
        self.scheme.chosen.connect(lambda key: choose_scheme(store, Scheme(key)))
        self.letters.chosen.connect(lambda key: choose_font(store, InterfaceFont(key)))
        self.slider.valueChanged.connect(self._on_size)
        current_theme().changed.connect(self.reload)

    def reload(self) -> None:
        """Shows what is in force, also after it was changed by the keyboard or the menu."""
        self.scheme.choose(kept_scheme(self._store))
        self.letters.choose(kept_font(self._store))
        blocked = self.slider.blockSignals(True)  # noqa: FBT003  (Qt's own)
        self.slider.setValue(kept_text_size(self._store) // STEP)
        self.slider.blockSignals(blocked)
        self.percent.setText(tr("{percent} %", percent=current_theme().text_size))

    def _lay_out(self) -> None:
        least, most = TEXT_SIZE_RANGE
        self.slider.setRange(least // STEP, most // STEP)
        self.slider.setPageStep(1)
        self.slider.setFixedWidth(SLIDER_WIDTH)
        self.slider.setAccessibleName(tr("Text size"))
        ordinary = link(tr("Normal size"))
        ordinary.clicked.connect(lambda: choose_text_size(self._store, ORDINARY))
        column = QVBoxLayout()
        column.setSpacing(SPACE_3)
        column.addLayout(_row(tr("Colours"), self.scheme))
        column.addWidget(_hint(tr("System colours also keeps to the high contrast of the desktop.")))
        column.addLayout(_row(tr("Text size"), self.slider, self.percent, ordinary))
        column.addWidget(_hint(tr("Ctrl+= and Ctrl+- change it anywhere, Ctrl+0 puts it back.")))
        column.addLayout(_row(tr("Letters"), self.letters))
        panel = Panel(tr("Of this window, not of the workspace"), gap=SPACE_2)
        panel.add_layout(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panel)
        whole.addStretch(1)

    def _on_size(self, value: int) -> None:
        choose_text_size(self._store, value * STEP)


def _row(label: str, *parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE_3)
    words = Label(label)
    current_theme().keep_width(words, LABEL_COLUMN - SPACE_3)
    current_theme().keep_height(words, CONTROL, may_grow=True)
    words.setBuddy(parts[0])
    row.addWidget(words)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def _hint(text: str) -> Label:
    hint = wrapping(text, role=FontRole.CAPTION, tone="text3")
    hint.setContentsMargins(LABEL_COLUMN, 0, 0, SPACE_5 - SPACE_3)
    return hint
