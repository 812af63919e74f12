"""The form of a customer's terms: what applies is in sight, and what it comes to is worked out below."""

from __future__ import annotations

import typing
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from vendorrisk.domain.notice.records import Authorisation, ClockStart, DayUnit, Terms
from vendorrisk.ui.notice.change_words import CHANNELS, channel_of
from vendorrisk.ui.notice.customer_words import moved_words
from vendorrisk.ui.register import entries
from vendorrisk.ui.register.entries import NO, Entry
from vendorrisk.ui.register.form_dialog import FormDialog
from vendorrisk.ui.register.record_entries import record_entries
from vendorrisk.ui.widgets.buttons import link, secondary
from vendorrisk.ui.widgets.panels import Banner
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.notice.customer_sheet import meaning_of
from vendorrisk.usecases.notice.customer_terms import (
    AGREED,
    TermsChanged,
    amend_terms,
    correct_terms,
    remove_terms,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context

ORDER: Final = (
    "authorisation", "clause", "notice_days", "notice_unit", "clock_starts", "channel", "deemed_days",
    "deemed_unit", "count_rule", "holidays", "objection_days", "objection_unit", "objection_blocks",
    "request_lead_days", "commission_clauses", "dora", "critical_function", "pre_approved_affiliates",
    "pre_approved_names", "pre_approved_eea",
)  # fmt: skip
GROUPS: Final = {
    "notice_days": mark("Notice"), "objection_days": mark("Objection"),
    "commission_clauses": mark("Particular contracts"),
    "pre_approved_affiliates": mark("Approved in the contract"),
}  # fmt: skip
"""Headings by the first field under each."""
RARE: Final = ORDER[ORDER.index("commission_clauses") :]
"""What most contracts have nothing of: out of sight until it is asked for, or where something is recorded."""
OF_NOTICE: Final = ("notice_days", "objection_days", "objection_unit", "objection_blocks")
NEUTRAL: Final = {
    "deemed_days": "0", "deemed_unit": "", "objection_days": "", "objection_unit": "",
    "request_lead_days": "", "critical_function": "no",
}  # fmt: skip
"""What a row means that is out of sight because it does not apply."""


class TermsDialog(FormDialog):
    """Rows that do not apply give way; under the rows stands what the terms come to from today."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        title: str,
        rows: Sequence[Entry],
        *,
        verb: str,
        work: Callable[[dict[str, str]], Any],
        values: Mapping[str, Any],
        customer_id: str,
        draft: str = "",
        done: Callable[[Any], None] = lambda _result: None,
    ) -> None:
        self._customer_id = customer_id
        super().__init__(
            context, parent, title, rows, verb=verb, work=work, values=values, draft=draft, done=done,
            groups={key: tr(title) for key, title in GROUPS.items()},
        )  # fmt: skip
        recorded = super().typed()
        self._rare = any(recorded.get(key, "") not in {"", NO} for key in RARE)
        self.more = link(tr("Particular contracts and approvals in the contract"))
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._show_rare)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.meaning = Banner(Kind.INFO, "", closable=False)
        self.body.addWidget(self.meaning)
        self.form.edited.connect(lambda _key: self._show_what_applies())
        self.form.committed.connect(lambda _key: self._work_out())
        self._show_what_applies()
        self._work_out()

    def typed(self) -> dict[str, str]:
        """Returns every field as text; what does not apply says nothing."""
        found = super().typed()
        shown = self.form.is_row_shown
        return {key: text if shown(key) else NEUTRAL.get(key, text) for key, text in found.items()}

    def _show_what_applies(self) -> None:
        value = {key: self.form.field(key).value() for key in ("authorisation", "clock_starts", "dora")}
        specific = value["authorisation"] == Authorisation.SPECIFIC
        for key in OF_NOTICE:
            self.form.show_row(key, visible=not specific)
        deemed = value["clock_starts"] == ClockStart.DEEMED_RECEIVED
        for key in ("deemed_days", "deemed_unit"):
            self.form.show_row(key, visible=deemed)
        self.form.show_row("request_lead_days", visible=specific)
        for key in RARE:
            self.form.show_row(
                key, visible=self._rare and (key != "critical_function" or bool(value["dora"]))
            )
        self.more.setVisible(not self._rare)
        self.fit()

    def _show_rare(self) -> None:
        self._rare = True
        self._show_what_applies()
        self.go_to(RARE[0])

    def _work_out(self) -> None:
        found = meaning_of(self._context.office, self._customer_id, self.typed())
        self.meaning.setVisible(found is not None)
        if found is not None:
            kind = Kind.INFO if found.earliest is not None else Kind.WARN
            self.meaning.say(kind, self._context.say(found.sentence))
        self.fit()


def terms_entries(context: Context, *days: str) -> list[Entry]:
    """Returns the rows of the form, `days` of validity first."""
    known = {one.key: one for one in record_entries(context, Terms, (*days, *ORDER))}
    hints = typing.cast("dict[str, str]", {
        "notice_days": tr("Full days that have to pass before use."),
        "objection_days": tr("Empty: the window ends with the notice."),
        "request_lead_days": tr("Empty: none is agreed."),
        "holidays": tr("A place such as HR or DE-BE. Empty: weekends only."),
        "count_rule": tr("Usually the first day does not count."),
        "pre_approved_affiliates": tr("Said with the dates; it spares the customer no notice."),
        "clause": tr("Where the contract says so; named in letters."),
        "valid_from": tr("The first day of these terms. If the contract changed, amend them instead.")
        if "valid_to" in days else tr("From this day these terms apply; earlier terms stay on record."),
        "valid_to": tr("The last day. Empty: without an end."),
    })  # fmt: skip
    unit = replace(
        entries.word(context, DayUnit, none=tr("As the notice")), show=lambda unit: str(unit or "")
    )
    asks = {
        "deemed_unit": unit,
        "objection_unit": unit,
        "channel": entries.choice([(code, channel_of(code)) for code, _ in CHANNELS]),
    }
    return [
        Entry(key=name, label=known[name].label, ask=asks.get(name, known[name].ask),
              required=known[name].required, hint=hints.get(name, ""))
        for name in (*days, *ORDER)
    ]  # fmt: skip


def amend(
    context: Context,
    parent: QWidget,
    customers: Sequence[tuple[str, str]],
    start: Terms | None,
    *,
    first_terms: bool = False,
) -> FormDialog:
    """Opens the form for new terms of some customers (id and name), beginning from terms they have.

    First terms may have bound for ever, so that no first day is proposed for them.
    """
    ids = [one for one, _name in customers]
    several = tr_count("Terms of {count} customer", "Terms of {count} customers", len(ids))
    title = tr("Terms of {customer}", customer=customers[0][1]) if len(ids) == 1 else several
    values = _values(start or Terms(id="", customer_id=""))
    dialog = TermsDialog(
        context, parent, title, terms_entries(context, "valid_from"), verb=tr("Save terms"),
        work=lambda typed: amend_terms(context.office, ids, typed), customer_id=ids[0],
        values={**values, "valid_from": None if first_terms else context.office.clock.today()},
        done=lambda found: tell_moved(context, found),
        draft=f"form/terms/{ids[0]}" if len(ids) == 1 else "",
    )  # fmt: skip
    dialog.unfold()
    return dialog


def correct(
    context: Context, parent: QWidget, terms: Terms, name: str, *, removable: bool = False
) -> FormDialog:
    """Opens the form that mends terms which were recorded wrongly, or removes them if others are left."""
    dialog = TermsDialog(
        context, parent, tr("Correct the terms of {customer}", customer=name),
        terms_entries(context, "valid_from", "valid_to"), verb=tr("Save correction"),
        work=lambda typed: correct_terms(context.office, terms.id, typed), customer_id=terms.customer_id,
        values={**_values(terms), "valid_from": terms.valid_from, "valid_to": terms.valid_to},
        done=lambda found: tell_moved(context, found),
    )  # fmt: skip
    if removable:
        _offer_removal(context, dialog, terms)
    dialog.unfold()
    return dialog


def _offer_removal(context: Context, dialog: TermsDialog, terms: Terms) -> None:
    """A version that never bound is taken out again; the one before it binds on."""
    button = secondary(tr("Remove this version"))
    button.setAutoDefault(False)
    dialog.buttons.addButton(button, QDialogButtonBox.ButtonRole.DestructiveRole)

    def remove() -> None:
        found = context.do(lambda: remove_terms(context.office, terms.id))
        if found is not None:
            dialog.reject()
            tell_moved(context, found)

    button.clicked.connect(remove)


def tell_moved(context: Context, found: TermsChanged) -> None:
    """Says which changes have another date now."""
    moved = moved_words(found.moved)
    if moved:
        what = tr_count("{count} date has moved", "{count} dates have moved", len(found.moved))
        context.messages.explain(what, tr("Counted anew under these terms: {dates}.", dates=moved))


def _values(terms: Terms) -> dict[str, Any]:
    return {name: getattr(terms, name) for name in AGREED}
