"""A form above the window: it says under each field what is wrong, and keeps a draft of what is typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from vendorrisk.domain.message import BadInput, Refused, UserError
from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.dialogs import MIDDLE, Dialog
from vendorrisk.ui.widgets.fields import MultiLineField
from vendorrisk.ui.widgets.forms import Form
from vendorrisk.ui.widgets.many_field import ManyField
from vendorrisk.ui.widgets.panels import Banner
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vendorrisk.ui.register.entries import Entry
    from vendorrisk.ui.shell.context import Context

    Work = Callable[[dict[str, str]], Any]
    """Does what the form is for with the typed texts; what it raises is told in the form."""

HIGHEST_SHARE: Final = 0.73
"""How much of the screen's height the rows may take before they scroll."""
LEAST_WIDTH: Final = 300
TWO_COLUMNS: Final = 952
"""Pixels across a form in two columns: the longest choice of a contract's terms is not cut."""
REMARK: Final = 18
"""The height of the line of remarks, kept while there is none, so that nothing moves on the way through."""
_UNREAD: Final = "unread"
"""In a draft: what was typed where no value could be read."""


class FormDialog(Dialog):
    """Asks for a few values and does one thing with them. It does not block: `done` hears of the result.

    With a `draft` key, what was typed is kept until the form has done its work, through Esc and crashes.
    With `groups`, headings by the key of the first field under each, fields stand in two columns, or in one
    where large text or a small screen leaves no room for two.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget | None,
        title: str,
        entries: Sequence[Entry],
        *,
        verb: str,
        work: Work,
        done: Callable[[Any], None] = lambda _result: None,
        values: Mapping[str, Any] | None = None,
        draft: str = "",
        width: int = 0,
        groups: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(parent, title, width=width or (TWO_COLUMNS if groups else MIDDLE))
        has_room = self.width() >= current_theme().px(TWO_COLUMNS)
        if groups and not has_room:
            self.setFixedWidth(self._at_most(MIDDLE))
        self._context = context
        self._entries = {entry.key: entry for entry in entries}
        self._work = work
        self._done = done
        self._draft = draft
        self.form = Form(columns=2 if groups and has_room else 1, grouped=bool(groups))
        self.complaint = Banner(Kind.CRITICAL, "", closable=False)
        self.complaint.hide()
        for entry in entries:
            if groups and entry.key in groups:
                self.form.add_heading(groups[entry.key])
            made = entry.ask.make()
            wide = isinstance(made, ManyField | MultiLineField)
            field = self.form.add(
                entry.key, entry.label, made, required=entry.required, hint=entry.hint, wide=wide
            )
            if draft:
                field.rested.connect(self.keep_draft)
        self.body.addWidget(self.complaint)
        self._area = self._scrolled()
        self.body.addWidget(self._area)
        if groups:
            current_theme().keep_height(self.form.remark, REMARK, may_grow=True)
            self.body.addWidget(self.form.remark)
        self.verb = self.offer(verb)
        self.load(values or {})

    def load(self, values: Mapping[str, Any]) -> None:
        """Shows the values of a record; a kept draft is laid over them, and said to be one."""
        shown = {key: entry.ask.show(values.get(key)) for key, entry in self._entries.items()}
        self.form.load(shown)
        self._begun = self.typed()
        kept = self._kept()
        if kept:
            for key, typed in kept.items():
                self._show_kept(key, typed)
            self._offer_fresh_start(shown)

    def typed(self) -> dict[str, str]:
        """Returns every readable field as the text that use cases take."""
        return {
            key: entry.ask.text(self.form.field(key).value())
            for key, entry in self._entries.items()
            if self.form.field(key).problem() is None
        }

    def changed(self) -> dict[str, str]:
        """Returns what differs from what was loaded."""
        return {key: text for key, text in self.typed().items() if self._begun.get(key) != text}

    def unread(self) -> dict[str, str]:
        """Returns what was typed into fields and cannot be read, letter by letter."""
        typed = {key: self.form.field(key).unread() for key in self._entries}
        return {key: text for key, text in typed.items() if text}

    def unfold(self) -> FormDialog:
        """Shows the form and puts the keyboard on its first field."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.open()
        self.fit()
        first = next(iter(self._entries), "")
        if first:
            self.form.field(first).setFocus(Qt.FocusReason.OtherFocusReason)
        return self

    def go_to(self, key: str) -> None:
        """Puts the keyboard on a field and brings it into sight."""
        field = self.form.field(key)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, field, lambda: self._area.ensureWidgetVisible(field))

    def accept(self) -> None:
        """Does the work; stays open and says why where it cannot be done."""
        self.complaint.hide()
        if not self.form.check():
            self.fit()
            self.go_to(next(key for key in self._entries if self.form.problem_text(key)))
            return
        try:
            result = self._work(self.typed())
        except UserError as error:
            self._tell(error)
            return
        self.drop_draft()
        super().accept()
        self._context.changes.happened.emit()
        self._done(result)

    def reject(self) -> None:
        """Leaves without doing anything; what was typed waits for the next time."""
        self.keep_draft()
        super().reject()

    def _fit(self, *, may_shrink: bool) -> None:
        self._area.updateGeometry()
        super()._fit(may_shrink=may_shrink)

    def keep_draft(self) -> None:
        """Keeps what was typed so far."""
        if not self._draft:
            return
        kept = self.changed() | {key: {_UNREAD: text} for key, text in self.unread().items()}
        if kept:
            self._context.office.drafts.write(self._draft, json.dumps(kept))
        else:
            self.drop_draft()

    def drop_draft(self) -> None:
        """Forgets what was kept."""
        if self._draft:
            self._context.office.drafts.drop(self._draft)

    def _tell(self, error: UserError) -> None:
        say = self._context.say
        rest = []
        for problem in error.problems if isinstance(error, BadInput) else ():
            if problem.where in self._entries:
                self.form.show_problem(problem.where, say(problem.what), say(problem.remedy))
            else:
                rest.append(f"{say(problem.what)} {say(problem.remedy)}")
        blocked = error.blocked if isinstance(error, Refused) else ()
        rest += [f"{say(one.fact)} {say(one.remedy)}" for one in blocked]
        if rest or not isinstance(error, BadInput):
            self.complaint.say(Kind.CRITICAL, "\n".join([f"{say(error.what)} {say(error.remedy)}", *rest]))
        self.fit()
        wrong = [key for key in self._entries if self.form.problem_text(key)]
        if wrong:
            self.go_to(wrong[0])

    def _kept(self) -> dict[str, str | dict[str, str]]:
        """The draft, as far as the form still has its fields and can read them."""
        text = self._context.office.drafts.read(self._draft) if self._draft else None
        try:
            kept = json.loads(text or "{}")
            for key, typed in kept.items():
                ask = self._entries[key].ask
                str(typed[_UNREAD]) if isinstance(typed, dict) else ask.back(typed)
        except (ValueError, KeyError, AttributeError):
            return {}
        return {key: typed if isinstance(typed, dict) else str(typed) for key, typed in kept.items()}

    def _show_kept(self, key: str, typed: str | dict[str, str]) -> None:
        if isinstance(typed, dict):
            self.form.show_unread(key, str(typed[_UNREAD]))
        else:
            self.form.field(key).show_value(self._entries[key].ask.back(typed))

    def _offer_fresh_start(self, shown: Mapping[str, Any]) -> None:
        afresh = link(tr("Start afresh"))
        banner = Banner(Kind.INFO, tr("What you typed last time is here again."), action=afresh)

        def start() -> None:
            self.form.load(shown)
            self.drop_draft()
            banner.hide()

        afresh.clicked.connect(start)
        self.body.insertWidget(0, banner)

    def _scrolled(self) -> QScrollArea:
        area = _FormArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("page", "true")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 2, 0, 2)
        column.addWidget(self.form)
        column.addStretch(1)  # rows keep their height where the dialog is higher than they are
        area.setWidget(holder)
        return area


class _FormArea(QScrollArea):
    """As high as its form, up to a share of the screen."""

    def sizeHint(self) -> QSize:
        holder: QWidget | None = self.widget()
        layout = holder.layout() if holder is not None else None
        room = max(self.viewport().width(), LEAST_WIDTH)
        wanted = layout.totalHeightForWidth(room) if layout is not None else 0
        most = round(self.screen().availableGeometry().height() * HIGHEST_SHARE)
        return QSize(super().sizeHint().width(), min(wanted, most))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), 200))
