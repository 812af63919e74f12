"""What all letters of a change say of the purpose, language by language, and who released it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from vendorrisk.domain.record import FALLBACK_LANGUAGE, text_in
from vendorrisk.ui.notice.pane_letters import choose_narrow, language_name
from vendorrisk.ui.notice.text_keeper import TextKeeper
from vendorrisk.ui.widgets.buttons import secondary
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.fields import ChoiceField, MultiLineField
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.panels import Panel
from vendorrisk.ui.widgets.tokens import SPACE_2, SPACE_3
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.notice.change_view import ChangeView


class TextPane(Panel):
    """What all letters say of the purpose, and who released it."""

    wrote = Signal(str, str)
    """A text and its language."""
    approve = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(tr("Text"), note=tr("the same in all letters"))
        self._view: ChangeView | None = None
        self.tongue = FALLBACK_LANGUAGE
        self.words = MultiLineField(lines=5)
        self.words.control.setAccessibleName(tr("Purpose, as customers read it"))
        self.language = ChoiceField(())
        self.language.control.setAccessibleName(tr("Language of the text"))
        choose_narrow(self.language)
        self.keeper = TextKeeper(context, self.words)
        self.standing = wrapping("")
        self.hint = wrapping("")
        self.release = secondary(tr("Approve text"))
        self._lay_out()
        self.words.committed.connect(lambda: self.wrote.emit(self.words.value(), self.tongue))
        self.language.committed.connect(self._on_language)
        self.release.clicked.connect(self._on_release)

    def _lay_out(self) -> None:
        self.add_gap(SPACE_2)
        top = QHBoxLayout()
        top.addWidget(Label(tr("Purpose, as customers read it"), tone="text2"), 1)
        top.addWidget(self.language)
        self.add_layout(top)
        self.add_gap(SPACE_2)
        self.add(self.words)
        self.add(self.hint)
        self.add_gap(SPACE_3)
        self.add(self.standing)
        self.add_gap(SPACE_3)
        row = QHBoxLayout()
        row.addWidget(self.release)
        row.addStretch(1)
        self.add_layout(row)

    def show_view(self, view: ChangeView) -> None:
        """Shows another change; a text that is being typed stays under the fingers."""
        if self._view is None or self._view.change.id != view.change.id:
            self.tongue = FALLBACK_LANGUAGE
        self._view = view
        self._offer(view.languages)
        self._show_words(view)
        change = view.change
        if change.text_approved_on is not None:
            approved = day(change.text_approved_on)
            self.standing.setText(
                tr("Approved by {who} on {day}.", who=change.text_approved_by, day=approved)
            )
        else:
            self.standing.setText(tr("Not approved yet. Read one letter beside, then approve."))
        self.release.setVisible(change.text_approved_on is None and not view.is_over)

    def _offer(self, codes: tuple[str, ...]) -> None:
        combo = self.language.combo
        if [combo.itemData(at) for at in range(combo.count())] != list(codes):
            combo.clear()
            for code in codes:
                combo.addItem(language_name(code), code)
        self.language.load(self.tongue)
        self.language.setVisible(len(codes) > 1)

    def _show_words(self, view: ChangeView) -> None:
        """The words in one language; where there are none yet, the English ones are what customers get."""
        change, fallback = view.change, text_in(view.change.text, FALLBACK_LANGUAGE) or view.purpose
        own = fallback if self.tongue == FALLBACK_LANGUAGE else change.text.get(self.tongue, "")
        self.words.setEnabled(view.sent == 0 and not view.is_over)
        self.keeper.follow(f"change.text.{self.tongue}.{change.id}", own)
        self.hint.setText(tr("Empty: customers read the English text.") if not own else "")
        self.hint.setVisible(not own and self.tongue != FALLBACK_LANGUAGE)

    def _on_language(self) -> None:
        self.words.commit()
        self.tongue = self.language.value() or FALLBACK_LANGUAGE
        if self._view is not None:
            self._show_words(self._view)

    def _on_release(self) -> None:
        self.words.commit()
        self.approve.emit()
