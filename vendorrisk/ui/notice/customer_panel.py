"""The panel beside the customers: one customer, its terms read out, what they come to, what it was told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vendorrisk.ui.notice.change_words import STATE_KINDS, channel_of
from vendorrisk.ui.notice.customer_columns import centre_of, contact_of, status_of
from vendorrisk.ui.notice.customer_words import change_story, change_title, language_name
from vendorrisk.ui.register.vendor_words import kind_of
from vendorrisk.ui.widgets.buttons import Button, link, primary, secondary
from vendorrisk.ui.widgets.columns import Status, day
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.panels import Banner
from vendorrisk.ui.widgets.side_panel import SidePanel
from vendorrisk.ui.widgets.tokens import SPACE_1, SPACE_2, Kind
from vendorrisk.ui.widgets.words import joined, tr, tr_count
from vendorrisk.usecases.notice.customer_sheet import TERMS
from vendorrisk.usecases.notice.customer_words import notice_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.notice.records import Terms
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.notice.customer_sheet import CustomerSheet

MOST_CHIPS: Final = 2
MOST_CHANGES: Final = 4
MOST_VERSIONS: Final = 4


class CustomerPanel(SidePanel):
    """Shows one customer; what it tells is read by the page, which also does what is asked for."""

    edit_asked = Signal(str)
    """A field of the customer's form, or nothing for the first one."""
    amend_asked = Signal()
    correct_asked = Signal(str)
    """The id of a version of the terms."""
    contact_asked = Signal(str)
    """The id of a contact, or nothing for a new one."""
    change_opened = Signal(str)
    vendor_opened = Signal(str)
    sub_processors_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.sheet: CustomerSheet | None = None
        self.steps_shown = False
        self.edit_button = primary(tr("Edit customer…"))
        self.amend_button = secondary(tr("Amend terms…"))
        self.edit_button.clicked.connect(lambda: self.edit_asked.emit(""))
        self.amend_button.clicked.connect(self.amend_asked)
        for button in (self.edit_button, self.amend_button):
            self.add_button(button)
        self.show_sheet(None)

    def show_sheet(self, sheet: CustomerSheet | None) -> None:
        """Shows a customer; nothing is shown as "No selection"."""
        self.sheet = sheet
        for button in (self.edit_button, self.amend_button):
            button.setVisible(sheet is not None)
        if sheet is None:
            self.begin(tr("No selection"), tr("Choose a customer in the list."))
            return
        self._show_head(sheet)
        self._show_concerns(sheet)
        self._show_terms(sheet)
        self._show_facts(sheet)
        self._show_changes(sheet)
        self._show_contacts(sheet)
        self._show_exceptions(sheet)
        self.end()

    def _show_head(self, sheet: CustomerSheet) -> None:
        row, customer = sheet.row, sheet.customer
        about = joined(customer.account_id, *row.services)
        self.begin(customer.name, about)
        chips = [] if customer.active else [Status(Kind.NEUTRAL, tr("Former"))]
        chips += [one for one in (status_of(row), contact_of(row)) if isinstance(one, Status)]
        if customer.region_lock:
            chips.append(Status(Kind.INFO, tr("Region-locked")))
        self.show_chips(chips[:MOST_CHIPS])

    def _show_concerns(self, sheet: CustomerSheet) -> None:
        if not sheet.concerns:
            return
        self.add_heading(tr("Needs attention"))
        for one in sheet.concerns:
            title, detail = self._context.say(one.title), self._context.say(one.detail)
            self.add_concern(kind_of(one.signal), title, detail, verb=self._settling(one.field, title))

    def _settling(self, field: str, about: str) -> Button | None:
        """What leads to the field that would settle a concern."""
        if not field:
            return None
        ask = self.amend_asked.emit if field == TERMS else partial(self.edit_asked.emit, field)
        return _verb(tr("Enter…"), ask, about)

    def _show_terms(self, sheet: CustomerSheet) -> None:
        own = sheet.own
        verb = _verb(tr("Correct…"), partial(self.correct_asked.emit, own.id), tr("Terms")) if own else None
        self.add_heading(tr("Terms"), verb=verb)
        say = self._context.say
        for one in sheet.reading:
            self.add_text(say(one), gap=SPACE_1)
        if sheet.meaning is not None and sheet.meaning.earliest is not None:
            self.add_gap(SPACE_1)
            self.add_widget(Banner(Kind.INFO, say(sheet.meaning.sentence), closable=False), gap=SPACE_2)
            self._show_sum(sheet)
        self._show_versions(sheet)

    def _show_sum(self, sheet: CustomerSheet) -> None:
        """The arithmetic behind the sentence, unfolded on demand."""
        steps = sheet.meaning.steps if sheet.meaning else ()
        words = "\n".join(self._context.say(one) for one in steps)
        text = wrapping(words, role=FontRole.CAPTION)
        unfold = link("", small=True)
        unfold.setProperty("ends", "true")

        def name() -> None:
            unfold.setText(tr("Hide the calculation") if self.steps_shown else tr("Show the calculation"))

        def toggle() -> None:
            self.steps_shown = not self.steps_shown
            text.setVisible(self.steps_shown)
            name()

        name()
        unfold.clicked.connect(toggle)
        if steps:
            self.add_widget(_to_the_left(unfold))
            self.add_widget(text)
            text.setVisible(self.steps_shown)

    def _show_versions(self, sheet: CustomerSheet) -> None:
        """When the terms bind, and the versions before and after them."""
        if len(sheet.versions) < 2 and not any(one.valid_from or one.valid_to for one in sheet.versions):
            return
        self.add_gap(SPACE_2)
        for one in sheet.versions[:MOST_VERSIONS]:
            words = _version(self._context, one)
            verb = _verb(tr("Correct…"), partial(self.correct_asked.emit, one.id), words)
            self.add_widget(_line(words, None if one == sheet.own else verb))

    def _show_facts(self, sheet: CustomerSheet) -> None:
        verb = _verb(tr("Sub-processors…"), self.sub_processors_asked.emit, tr("used for this customer"))
        self.add_heading(tr("Facts"), verb=verb)
        customer, terms = sheet.customer, sheet.row.terms
        self.add_facts((
            (tr("Contact"), customer.email or (tr("By post") if customer.address else "")),
            *([(tr("Salutation"), customer.salutation)] if customer.salutation else []),
            *([(tr("Customer since"), day(customer.since))] if customer.since else []),
            (tr("Language"), language_name(customer.language)),
            (tr("Data centre"), centre_of(sheet.row)),
            (tr("Services"), ", ".join(sheet.row.services)),
            (tr("Time zone"), customer.zone.replace("_", " ")),
            (tr("Channel"), channel_of(terms.channel) if terms else ""),
            (tr("Clause"), terms.clause if terms else ""),
        ))  # fmt: skip

    def _show_changes(self, sheet: CustomerSheet) -> None:
        if not sheet.changes:
            return
        self.add_heading(tr("Changes and notices"))
        for one in sheet.changes[:MOST_CHANGES]:
            kind = Kind.SERIOUS if any(held.closed_on is None for held in one.objections) else None
            mark = kind or STATE_KINDS[one.change.state]
            open_it = partial(self.change_opened.emit, one.change.id)
            title = change_title(one)
            story = change_story(one, self._context.say)
            self.add_concern(mark, title, story, verb=_verb(tr("Open"), open_it, title))
        more = len(sheet.changes) - MOST_CHANGES
        if more > 0:
            self.add_text(tr_count("{count} more change", "{count} more changes", more), tone="text2")

    def _show_contacts(self, sheet: CustomerSheet) -> None:
        self.add_heading(
            tr("Further contacts"),
            verb=_verb(tr("Add…"), partial(self.contact_asked.emit, ""), tr("Further contacts")),
        )
        for one in sheet.contacts:
            words = joined(one.name, one.function, one.email, one.phone)
            verb = _verb(tr("Edit…"), partial(self.contact_asked.emit, one.id), one.name)
            self.add_widget(_line(words, verb))
        if not sheet.contacts:
            self.add_text(tr("None besides the contact for notices."), tone="text2", gap=SPACE_2)

    def _show_exceptions(self, sheet: CustomerSheet) -> None:
        if not sheet.customer.region_lock:
            return
        self.add_heading(tr("Exceptions to the region lock"))
        for one in sheet.exceptions:
            reason = one.reason or tr("No reason is recorded.")
            if not one.answered:
                reason = tr("It is not recorded whether it can access the locked environment.")
            open_it = partial(self.vendor_opened.emit, one.vendor_id)
            self.add_concern(Kind.WARN, one.vendor, reason, verb=_verb(tr("Open"), open_it, one.vendor))
        if not sheet.exceptions:
            self.add_text(tr("No sub-processor can access the locked environment."), tone="text2")


def _version(context: Context, terms: Terms) -> str:
    words = context.say(notice_words(terms))
    if terms.valid_from and terms.valid_to:
        return tr("{from_day} to {to_day}: {terms}", from_day=day(terms.valid_from),
                  to_day=day(terms.valid_to), terms=words)  # fmt: skip
    if terms.valid_from:
        return tr("From {day}: {terms}", day=day(terms.valid_from), terms=words)
    return tr("Until {day}: {terms}", day=day(terms.valid_to), terms=words) if terms.valid_to else words


def _verb(text: str, run: Callable[[], None], about: str) -> Button:
    """A link that says to readers too what it is about, for several of them bear the same word."""
    button = link(text, small=True)
    button.setAccessibleName(tr("{verb} {about}", verb=text.removesuffix("…"), about=about))
    button.clicked.connect(lambda _checked: run())
    return button


def _to_the_left(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return holder


def _line(text: str, verb: Button | None) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(wrapping(text, tone="text", role=FontRole.CAPTION), 1)
    if verb is not None:
        row.addWidget(verb)
    return holder
