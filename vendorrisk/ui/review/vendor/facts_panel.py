"""The facts of a vendor and of one engagement, each edited where it stands."""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from vendorrisk.domain.decision.lifecycle import PROCESSING, Processing, why_stopped
from vendorrisk.domain.message import BadInput, UserError
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.register.record_entries import ask_for
from vendorrisk.ui.register.vendor_words import in_a_row, unstopped
from vendorrisk.ui.widgets.buttons import link
from vendorrisk.ui.widgets.choice_button import ChoiceButton
from vendorrisk.ui.widgets.columns import day
from vendorrisk.ui.widgets.facts import FACT_BLEED, FactList
from vendorrisk.ui.widgets.panels import Panel
from vendorrisk.ui.widgets.tokens import SPACE_2
from vendorrisk.ui.widgets.words import joined, mark, tr
from vendorrisk.usecases import editing
from vendorrisk.usecases.review.vendor_glance import data_words
from vendorrisk.usecases.review.vendor_rows import place_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.record import Record
    from vendorrisk.ui.register.entries import Ask
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.review.vendor_sheet import VendorSheet

FACTS: Final[tuple[tuple[str, str, type[Record] | None], ...]] = (
    ("legal_name", mark("Legal entity"), Vendor),
    ("role", mark("Role"), Engagement),
    ("purpose", mark("Service"), Engagement),
    ("data_categories", mark("Personal data"), Engagement),
    ("contract", mark("Contract"), None),
    ("contact", mark("Contact"), None),
    ("owner", mark("Owner"), Vendor),
    ("stage", mark("Stage"), None),
    ("closed_reason", mark("Reason"), None),
)
"""Key, label, and the record that holds the fact; None where it follows from others."""

LIMITED: Final = frozenset(Processing) - {Processing.NO, Processing.YES}
"""Where a stage alone does not tell whether customer data may be processed (domain.md 4.1)."""


class FactsPanel(Panel):
    """F2 or a click edits a fact; Enter keeps it as one step, Esc leaves it as it was."""

    move_asked = Signal()
    contact_asked = Signal()
    engagement_chosen = Signal(str)
    edited = Signal()
    """A fact was changed in the register."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("Facts"), gap=7, foot=7)
        self._context = context
        self._sheet: VendorSheet | None = None
        self._engagement: Engagement | None = None
        self.facts = FactList()
        self._asks: dict[str, Ask] = {}
        self._menu = QMenu()
        self.switch = ChoiceButton("", self._menu)
        self.add_beside_heading(self.switch)
        self.move_button = link(tr("Move to…"), small=True)
        self.contact_button = link("", small=True)
        for key, text, kind in FACTS:
            self.facts.add(key, tr(text), self._field_for(key, kind) if kind else None)
        self.facts.row("stage").add_verb(self.move_button)
        self.facts.row("contact").add_verb(self.contact_button)
        self.add(self.facts, bleed=FACT_BLEED)
        self.add_gap(SPACE_2)
        self.facts.committed.connect(self.keep)
        self.move_button.clicked.connect(self.move_asked)
        self.contact_button.clicked.connect(self.contact_asked)

    def _field_for(self, key: str, kind: type[Record]) -> Callable[[], Any]:
        ask = ask_for(self._context, kind, key, typing.get_type_hints(kind)[key])
        self._asks[key] = ask
        return ask.make

    def show_facts(self, sheet: VendorSheet, engagement: Engagement | None) -> None:
        """Shows a vendor and one of its engagements, if it has any."""
        self._sheet, self._engagement = sheet, engagement
        texts = self._texts(sheet, engagement)
        for key, _text, kind in FACTS:
            record = sheet.facts.vendor if kind is Vendor else engagement
            value = self._asks[key].show(getattr(record, key)) if kind and record is not None else None
            row = self.facts.row(key)
            row.setVisible(engagement is not None or kind is Vendor or key == "contact")
            if key == "closed_reason":
                row.setVisible(bool(texts.get(key)))
            self.facts.set_fact(key, value, texts.get(key, ""))
        self.contact_button.setText(tr("Edit contact…") if sheet.contacts else tr("Add contact…"))
        self._fill_switch(sheet, engagement)

    def keep(self, key: str, value: object) -> None:
        """Writes one fact; what cannot be kept is said under it."""
        kind = next(one for name, _text, one in FACTS if name == key)
        record = self._sheet.facts.vendor if kind is Vendor and self._sheet else self._engagement
        if record is None or kind is None:
            return
        try:
            editing.edit(self._context.office, kind, record.id, {key: self._asks[key].text(value)})
        except UserError as error:
            self.facts.show_problem(key, self._words(error))
            return
        self.edited.emit()
        self._context.changes.happened.emit()

    def _words(self, error: UserError) -> str:
        say = self._context.say
        if isinstance(error, BadInput):
            return " ".join(f"{say(one.what)} {say(one.remedy)}" for one in error.problems)
        return f"{say(error.what)} {say(error.remedy)}"

    def _texts(self, sheet: VendorSheet, engagement: Engagement | None) -> dict[str, str]:
        say, vendor = self._context.say, sheet.facts.vendor
        seat = place_name(self._context.office, vendor.country) if vendor.country else ""
        texts = {
            "legal_name": joined(vendor.legal_name or vendor.name, seat),
            "owner": vendor.owner,
            "contact": self._contact(sheet),
        }
        if engagement is None:
            return texts
        service = sheet.facts.services.get(engagement.service_id)
        used = tr("used by {service}", service=service.named()) if service else ""
        return texts | {
            "role": in_a_row([say(label(engagement.role)), say(label(vendor.kind))]),
            "purpose": joined(unstopped(text_in(engagement.purpose, "en")), used),
            "data_categories": in_a_row([say(one) for one in data_words([engagement])]),
            "contract": self._contract(sheet),
            "stage": self._stage(engagement),
            "closed_reason": why_stopped(engagement),
        }

    @staticmethod
    def _contact(sheet: VendorSheet) -> str:
        first = next(iter(sheet.contacts), None)
        return joined(first.name, first.email) if first else ""

    @staticmethod
    def _contract(sheet: VendorSheet) -> str:
        papers = [row.document for row in sheet.documents if row.document.kind == "DPA" and not row.replaced]
        if not papers:
            return ""
        paper = papers[0]
        since = tr("in force since {day}", day=day(paper.valid_from)) if paper.valid_from else ""
        return joined(paper.number or paper.title, since)

    def _stage(self, engagement: Engagement) -> str:
        say, processing = self._context.say, PROCESSING[engagement.stage]
        limits = say(label(processing)) if processing in LIMITED else ""
        words = joined(say(label(engagement.stage)), limits[:1].lower() + limits[1:])
        if engagement.live_since is None:
            return words
        return tr("{stage}, in use since {day}", stage=words, day=day(engagement.live_since))

    def _fill_switch(self, sheet: VendorSheet, engagement: Engagement | None) -> None:
        several = len(sheet.facts.engagements) > 1
        self.switch.setVisible(several)
        self._menu.clear()
        for one in sheet.facts.engagements:
            name = self.name_of(sheet, one)
            action = self._menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(self._telling(one.id))
            if engagement is not None and one.id == engagement.id:
                self.switch.set_value(name)

    def name_of(self, sheet: VendorSheet, engagement: Engagement) -> str:
        """Returns what an engagement is called among those of its vendor."""
        service = sheet.facts.services.get(engagement.service_id)
        purpose = text_in(engagement.purpose, "en")
        return joined(unstopped(purpose), service.code if service else "")

    def _telling(self, engagement_id: str) -> Callable[[], None]:
        return lambda: self.engagement_chosen.emit(engagement_id)
