"""Letters: what they lack, and how each reads in which language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vendorrisk.domain.message import Level
from vendorrisk.domain.record import FALLBACK_LANGUAGE
from vendorrisk.ui.notice.letter_paper import LetterPaper
from vendorrisk.ui.widgets.buttons import IconButton, link
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.fields import ChoiceField
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.labels import Label, heading, heading_pieces, line, wrapping
from vendorrisk.ui.widgets.layouts import empty
from vendorrisk.ui.widgets.panels import Banner, Mark, Panel
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import PANEL_PADDING, SPACE_2, SPACE_3, Kind
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.notice.letters import read_draft
from vendorrisk.usecases.notice.letters_again import SentLetters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.domain.message import Message
    from vendorrisk.domain.notice.letter_facts import LetterFacts
    from vendorrisk.domain.notice.records import Notice
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.notice.change_view import ChangeView
    from vendorrisk.usecases.notice.letter_checks import Lack
    from vendorrisk.usecases.notice.letters import Preview

HEAD = 47
LANGUAGE_LETTERS = 8
"""So many letters of a language's name are always in sight."""
LANGUAGE_DOUBTS = frozenset({"letter.no_template", "letter.other_language"})
"""Problems that a reader sees at once in the letter itself, if told why."""
_AS_SENT = mark("This letter was sent on {day}; it is shown as it was written.")
_AS_TODAY = mark(
    "A letter was sent on {day}. It cannot be printed again as it was: this is how it would read today. The "
    "letter itself is the file that was sent."
)


class LetterPane(QFrame):
    """One letter on its paper, with the way to the next ones."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("frame", "panel")
        self._context = context
        self._view: ChangeView | None = None
        self._drafts: Sequence[LetterFacts] = ()
        self._sent: SentLetters | None = None
        self._read: dict[tuple[str, str], Preview | None] = {}
        self.number = 0
        self.heading = heading(tr("Letter"))
        self.language = ChoiceField(())
        self.language.control.setAccessibleName(tr("Language of the letter"))
        choose_narrow(self.language)
        self.chosen = ""
        self.doubt, self.doubts = Banner(Kind.WARN, "", closable=False), QWidget()
        self.place = Label()
        self.before = IconButton(Icon.CHEVRON_LEFT, tr("Letter before"), keys=tr("Left"))
        self.after = IconButton(Icon.CHEVRON_RIGHT, tr("Next letter"), keys=tr("Right"))
        self.paper = LetterPaper(name=tr("Letter"))
        self.missing = wrapping("")
        self._lay_out()
        self.before.clicked.connect(partial(self.turn, -1))
        self.after.clicked.connect(partial(self.turn, 1))
        self.paper.turned.connect(self.turn)
        self.language.committed.connect(self._on_language)

    def _lay_out(self) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(PANEL_PADDING - 1, 0, PANEL_PADDING - 1, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(self.heading)
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
        air = QVBoxLayout(self.doubts)
        air.setContentsMargins(SPACE_3, SPACE_3, SPACE_3, 0)
        air.addWidget(self.doubt)
        column.addWidget(self.doubts)
        column.addWidget(area, 1)

    def show_view(self, view: ChangeView, drafts: Sequence[LetterFacts]) -> None:
        """Shows the letters of a change, staying at the same number; `drafts` are of all who go along."""
        self._drafts = drafts
        if self._view is None or self._view.change.id != view.change.id:
            self.chosen = ""
        if self._view is None or _digests(self._view) != _digests(view):
            self._sent = SentLetters(self._context.office, view.change.id)
        self._view = view
        self._offer(view.languages)
        self.turn(0)

    def _offer(self, codes: tuple[str, ...]) -> None:
        """The languages in which somebody is to read this change; of one there is only its name to say."""
        combo = self.language.combo
        if [combo.itemData(at) for at in range(combo.count())] != list(codes):
            combo.clear()
            for code in codes:
                combo.addItem(language_name(code), code)
        several = len(codes) > 1
        self.language.setVisible(several)
        self.heading.set_pieces(heading_pieces(tr("Letter"), note="" if several else language_name(codes[0])))

    def _on_language(self) -> None:
        self.chosen = self.language.value() or ""
        self.turn(0)

    def go_to(self, customer_id: str) -> None:
        """Shows the letter of one customer."""
        found = (at for at, one in enumerate(self._drafts) if one.customer.id == customer_id)
        self.number = next(found, self.number)
        self.turn(0)

    def turn(self, step: int) -> None:
        """Goes on by so many letters, staying within them; each starts in its customer's language."""
        view = self._view
        count = len(self._drafts)
        number = max(0, min(self.number + step, count - 1))
        self.chosen = self.chosen if number == self.number else ""
        self.number = number
        self.before.setEnabled(number > 0)
        self.after.setEnabled(number < count - 1)
        self.place.setText(tr("{number} of {count}", number=number + 1, count=count) if count else "")
        if view is None or not count:
            self._show_nothing(tr("Nobody gets a letter for this change."))
            return
        draft = self._drafts[number]
        notice = next((one.notice for one in view.going if one.id == draft.customer.id and one.sent_at), None)
        went = self._as_sent(notice)
        shown = went or read_draft(self._context.office, draft, language=self.chosen)
        self.language.setEnabled(went is None)
        language = self.chosen or draft.customer.language or FALLBACK_LANGUAGE
        self._show(shown, language, notice, as_sent=went is not None)

    def _as_sent(self, notice: Notice | None) -> Preview | None:
        """The letter that went out, word by word; None where none did, or it cannot be printed again."""
        if notice is None:
            return None
        key = (notice.id, notice.content_sha256)
        if key not in self._read:
            self._read[key] = self._sent.read(notice) if self._sent is not None else None
        return self._read[key]

    def _show(self, shown: Preview, language: str, notice: Notice | None, *, as_sent: bool) -> None:
        say = self._context.say
        if shown.text is None:
            blocking = [say(one.what) for one in shown.problems if one.level is Level.ERROR]
            self._show_nothing("\n".join([tr("This letter cannot be written yet."), *blocking]))
        else:
            self.paper.show_letter(shown.text)
            self.paper.show()
            self.missing.hide()
        doubts = [say(one.what) for one in shown.problems if one.what.key in LANGUAGE_DOUBTS]
        kind = Kind.WARN if doubts else Kind.INFO
        if notice is not None and notice.sent_at is not None:
            told = _AS_SENT if as_sent else _AS_TODAY
            doubts.insert(0, tr(told, day=day(notice.sent_at.date())))
        if doubts and self.doubt.text() != " ".join(doubts):
            self.doubt.say(kind, " ".join(doubts))
        self.doubts.setVisible(bool(doubts))
        self.language.load(language)

    def _show_nothing(self, why: str) -> None:
        self.paper.show_letter(None)
        self.paper.hide()
        self.doubts.hide()
        self.missing.setText(why)
        self.missing.show()


def _digests(view: ChangeView) -> tuple[str, ...]:
    """What tells the letters apart that went out, of this change and of any other."""
    sent = (one.notice.content_sha256 for one in view.told if one.notice and one.sent_at)
    return (view.change.id, *sent)


def choose_narrow(field: ChoiceField) -> None:
    """Lets a choice of languages be as narrow as the room beside it asks for."""
    field.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.combo.setMinimumContentsLength(LANGUAGE_LETTERS)


def language_name(code: str) -> str:
    """A language by its name, or by its code where nobody knows a name."""
    language = QLocale(code).language()
    return code if language == QLocale.Language.C else QLocale.languageToString(language)


def words_of(lack: Lack, say: Callable[[Message], str]) -> str:
    """What letters lack, in a sentence on one of them and how many more there are."""
    others = 0 if lack.counted else len(lack.customers) - 1
    more = tr_count("So does {count} more.", "So do {count} more.", others) if others else ""
    return f"{say(lack.what)} {more}".rstrip()


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
        empty(self._rows)
        for lack in lacks:
            self._rows.addWidget(self._row(lack))

    def _row(self, lack: Lack) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addWidget(Mark(Kind.SERIOUS if lack.blocks else Kind.WARN), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(wrapping(words_of(lack, self._say), tone="text"), 1)
        verb = link(tr("Fix"))
        verb.setToolTip(self._say(lack.remedy))
        verb.clicked.connect(partial(self.fix.emit, "" if lack.shared else lack.customers[0]))
        row.addWidget(verb, 0, Qt.AlignmentFlag.AlignTop)
        return holder
