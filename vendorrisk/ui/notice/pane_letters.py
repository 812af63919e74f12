"""Text and letters: what they say, what they lack, and how one reads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vendorrisk.domain.record import text_in
from vendorrisk.ui.notice.letter_paper import LetterPaper
from vendorrisk.ui.widgets.buttons import IconButton, link, secondary
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.fields import MultiLineField
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.labels import Label, line, wrapping
from vendorrisk.ui.widgets.panels import Mark, Panel
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PANEL_PADDING, SPACE_2, SPACE_3, Kind
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.letters import preview

if TYPE_CHECKING:
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.change_view import ChangeView
    from vendorrisk.usecases.letter_checks import Lack

HEAD = 47
LANGUAGE_NAMES = {"en": "English", "de": "Deutsch", "hr": "Hrvatski", "fr": "Français"}


class LetterPane(QFrame):
    """One letter on its paper, with the way to the next ones."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("frame", "panel")
        self._context = context
        self._view: ChangeView | None = None
        self.number = 0
        self.language = Label(tone="text2")
        self.place = Label()
        self.before = IconButton(Icon.CHEVRON_LEFT, tr("Letter before"), keys=tr("Left"))
        self.after = IconButton(Icon.CHEVRON_RIGHT, tr("Next letter"), keys=tr("Right"))
        self.paper = LetterPaper(name=tr("Letter"))
        self.missing = wrapping("")
        self._lay_out()
        self.before.clicked.connect(partial(self.turn, -1))
        self.after.clicked.connect(partial(self.turn, 1))
        self.paper.turned.connect(self.turn)

    def _lay_out(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(PANEL_PADDING - 1, 0, PANEL_PADDING - 1, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(Label(tr("Letter"), role=FontRole.STRONG))
        row.addWidget(self.language)
        row.addStretch(1)
        for widget in (self.before, self.place, self.after):
            row.addWidget(widget)
        current_theme().keep_height(head, HEAD)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget()
        sheet.setProperty("page", "true")
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.missing)
        inner.addWidget(self.paper, 1)
        self.missing.setContentsMargins(PANEL_PADDING, PANEL_PADDING, PANEL_PADDING, 0)
        area.setWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(line())
        column.addWidget(area, 1)

    def show_view(self, view: ChangeView) -> None:
        """Shows the letters of another change, staying at the same number."""
        self._view = view
        self.turn(0)

    def go_to(self, customer_id: str) -> None:
        """Shows the letter of one customer."""
        told = self._view.told if self._view else ()
        self.number = next((at for at, one in enumerate(told) if one.id == customer_id), self.number)
        self.turn(0)

    def turn(self, step: int) -> None:
        """Goes on by so many letters, staying within them."""
        view = self._view
        count = len(view.told) if view else 0
        self.number = max(0, min(self.number + step, count - 1))
        self.before.setEnabled(self.number > 0)
        self.after.setEnabled(self.number < count - 1)
        self.place.setText(tr("{number} of {count}", number=self.number + 1, count=count) if count else "")
        if view is None or not count:
            self.paper.show_letter(None)
            return
        shown = preview(self._context.office, view.change.id, view.told[self.number].id)
        blocking = [self._context.say(one.what) for one in shown.problems] if shown.text is None else []
        self.paper.setVisible(shown.text is not None)
        self.paper.show_letter(shown.text)
        self.missing.setText("\n".join([tr("This letter cannot be written yet."), *blocking]))
        self.missing.setVisible(shown.text is None)
        code = shown.text.language if shown.text else ""
        self.language.setText(LANGUAGE_NAMES.get(code, code))


class LacksPanel(Panel):
    """What the letters lack: what keeps them from being written first, each with the way to mend it."""

    fix = Signal(str)
    """The customer that lacks something; empty where the sub-processor does."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("Before the letters go out"))
        self._say = context.say
        self.count, self.blocks = 0, False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_2)
        self.add_gap(SPACE_2)
        self.add_layout(self._rows)

    def show_lacks(self, lacks: tuple[Lack, ...]) -> None:
        """Shows other gaps; where there are none, the page leaves the panel out."""
        self.count, self.blocks = len(lacks), any(one.blocks for one in lacks)
        self.set_heading(tr("Before the letters go out"), count=len(lacks))
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for lack in lacks:
            self._rows.addWidget(self._row(lack))

    def _row(self, lack: Lack) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(Mark(Kind.SERIOUS if lack.blocks else Kind.WARN), 0, Qt.AlignmentFlag.AlignTop)
        others = len(lack.customers) - 1
        said = self._say(lack.what)
        if others:
            said += " " + tr_count("So does {count} more.", "So do {count} more.", others)
        row.addWidget(wrapping(said, tone="text"), 1)
        verb = link(tr("Fix"))
        verb.setToolTip(self._say(lack.remedy))
        verb.clicked.connect(partial(self.fix.emit, "" if lack.shared else lack.customers[0]))
        row.addWidget(verb, 0, Qt.AlignmentFlag.AlignTop)
        return holder


class TextPane(Panel):
    """What all letters say of the purpose, and who released it."""

    wrote = Signal(str)
    approve = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Text"), note=tr("the same in all letters"))
        self.words = MultiLineField(lines=5)
        self.words.control.setAccessibleName(tr("Purpose, as customers read it"))
        self.standing = wrapping("")
        self.release = secondary(tr("Approve text"))
        self.add_gap(SPACE_2)
        self.add(Label(tr("Purpose, as customers read it"), tone="text2"))
        self.add_gap(SPACE_2)
        self.add(self.words)
        self.add_gap(SPACE_3)
        self.add(self.standing)
        self.add_gap(SPACE_3)
        row = QHBoxLayout()
        row.addWidget(self.release)
        row.addStretch(1)
        self.add_layout(row)
        self.words.committed.connect(lambda: self.wrote.emit(self.words.value()))
        self.release.clicked.connect(self.approve)

    def show_view(self, view: ChangeView) -> None:
        """Shows another change."""
        change = view.change
        self.words.load(text_in(change.text, "en") or view.purpose)
        self.words.setEnabled(view.sent == 0 and not view.is_over)
        if change.text_approved_on is not None:
            self.standing.setText(
                tr(
                    "Approved by {who} on {day}.",
                    who=change.text_approved_by,
                    day=day(change.text_approved_on),
                )
            )
        else:
            self.standing.setText(tr("Not approved yet. Read one letter beside, then approve."))
        self.release.setVisible(change.text_approved_on is None and not view.is_over)
