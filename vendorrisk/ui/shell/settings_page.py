"""Settings: the company, dates, this window's looks, keys and backups; every change counts at once."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vendorrisk.ui.shell.settings_company import company_form, days_form
from vendorrisk.ui.shell.settings_dates import DatesTab
from vendorrisk.ui.shell.settings_looks import LooksTab
from vendorrisk.ui.widgets.page_head import Page, PageHead
from vendorrisk.ui.widgets.panels import Panel
from vendorrisk.ui.widgets.scroll_column import ScrollColumn
from vendorrisk.ui.widgets.tabs import TabBar
from vendorrisk.ui.widgets.tokens import PANEL_GAP, SPACE_2
from vendorrisk.ui.widgets.words import mark, tr
from vendorrisk.usecases.workspace.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.shell.settings_backups import BackupsTab
    from vendorrisk.ui.shell.settings_keys import KeysTab

TABS = {
    "company": mark("Company"), "dates": mark("Dates and holidays"), "law": mark("Law"),
    "looks": mark("Appearance"), "keys": mark("Keys"), "backups": mark("Backups"),
}  # fmt: skip
BAR_MARGIN: Final = 14
"""Pixels of the margin at the right in which a scroll bar may appear, so that panels keep their edge."""
RECOVERY = "recovery"
"""What other pages ask for when the recovery code is to be confirmed."""


class SettingsPage(Page):
    """One tab after the other, each built when it is first looked at."""

    hints = (tr("Changes take effect at once"), tr("Ctrl+Z: undo"))

    def __init__(self, context: Context) -> None:
        super().__init__(PageHead(tr("Settings")))
        self.context = context
        self.tabs = TabBar(name=tr("Settings"))
        self._keys = [key for key in TABS if context.custody is not None or key not in {"keys", "backups"}]
        for key in self._keys:
            self.tabs.add(tr(TABS[key]))
        self._parts: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self.add_tabs(_within(self.tabs))
        margins = self.column.contentsMargins()
        margins.setRight(margins.right() - BAR_MARGIN)
        self.column.setContentsMargins(margins)
        self.add(self._stack, 1)
        self.tabs.currentChanged.connect(lambda _place: self._show())
        self.start_at(self.tabs)
        self._show()

    def reload(self) -> None:
        """Reads again what is in sight."""
        self._show()

    def show_item(self, item: Any) -> None:
        """Shows a tab by its key, or asks at once for the recovery code, unless it is confirmed by now."""
        if item == RECOVERY:
            self.show_tab("keys")
            with self.context.office.book.reading() as reader:
                confirmed = settings_of(reader).recovery_confirmed
            if not confirmed:
                self.part("keys").confirm_code()  # type: ignore[attr-defined]  # the keys' own tab
        elif item in self._keys:
            self.show_tab(item)
        else:
            self.reload()

    def show_tab(self, key: str) -> None:
        """Brings a tab into sight."""
        place = self._keys.index(key)
        if self.tabs.currentIndex() == place:
            self._show()
        self.tabs.setCurrentIndex(place)

    def part(self, key: str) -> QWidget:
        """Returns what a tab holds, making it if it was never shown."""
        if key not in self._parts:
            made = self._makers()[key]()
            self._parts[key] = made
            self._stack.addWidget(
                _scrolled(made) if key in {"company", "dates", "looks", "keys"} else _within(made)
            )
        return self._parts[key]

    def _show(self) -> None:
        key = self._keys[self.tabs.currentIndex()]
        part = self.part(key)
        self._stack.setCurrentIndex(list(self._parts).index(key))
        part.reload()  # type: ignore[attr-defined]  # every part has it

    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        return {
            "company": lambda: CompanyTab(self.context),
            "dates": lambda: DatesTab(self.context),
            "law": self._make_law,
            "looks": lambda: LooksTab(self.context.store),
            "keys": self._make_keys,
            "backups": self._make_backups,
        }

    def _make_law(self) -> QWidget:
        """The tab of the register; the shell knows no stage, so it is found by its name, as places are."""
        made: QWidget = import_module("vendorrisk.ui.register.law_tab").LawTab(self.context)
        return made

    def _make_keys(self) -> KeysTab:
        from vendorrisk.ui.shell.settings_keys import KeysTab  # noqa: PLC0415  (seldom needed)

        if self.context.custody is None:
            raise ValueError("Keys need an open workspace.")
        return KeysTab(self.context, self.context.custody)

    def _make_backups(self) -> BackupsTab:
        from vendorrisk.ui.shell.settings_backups import BackupsTab  # noqa: PLC0415  (seldom needed)

        if self.context.custody is None:
            raise ValueError("Backups need an open workspace.")
        return BackupsTab(self.context, self.context.custody)


class CompanyTab(QWidget):
    """The company's facts, and the days that we give ourselves."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.company = company_form(context)
        self.days = days_form(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PANEL_GAP)
        for title, form in ((tr("Our company"), self.company), (tr("Internal periods"), self.days)):
            panel = Panel(title, gap=SPACE_2)
            panel.add(form)
            column.addWidget(panel)
        column.addStretch(1)

    def reload(self) -> None:
        """Shows what is stored."""
        self.company.reload()
        self.days.reload()


def _scrolled(part: QWidget) -> QWidget:
    return ScrollColumn(part, margin=BAR_MARGIN)


def _within(part: QWidget) -> QWidget:
    """Keeps a part that does not scroll off the margin that others scroll in."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, BAR_MARGIN, 0)
    row.addWidget(part)
    return holder
