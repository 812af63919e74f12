"""The head of a vendor's page: name, states, facts, what can be done, and where it stands in its list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMenu

from vendorrisk.domain.register.records import ENDED_STAGES, Stage
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.register.vendor_words import status_of, unstopped
from vendorrisk.ui.widgets.buttons import IconButton, more_button, secondary
from vendorrisk.ui.widgets.columns import Status, day
from vendorrisk.ui.widgets.icons import Icon
from vendorrisk.ui.widgets.labels import Label
from vendorrisk.ui.widgets.marks import Chip
from vendorrisk.ui.widgets.page_head import PageHead
from vendorrisk.ui.widgets.tokens import Kind
from vendorrisk.ui.widgets.words import joined, tr, tr_count
from vendorrisk.usecases.review.vendor_rows import place_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.domain.register.records import Engagement
    from vendorrisk.ui.register.visits import VendorVisit
    from vendorrisk.ui.review.vendor.doings import Doings
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.review.vendor_sheet import VendorSheet

MARGIN: Final = 14
"""Room at the right that the page leaves to its scroll bar."""

STAGES: Final = {
    **dict.fromkeys(ENDED_STAGES, Kind.NEUTRAL),
    Stage.DRAFT: Kind.NEUTRAL,
    Stage.LIVE: Kind.GOOD,
    Stage.LIVE_RESTRICTED: Kind.WARN,
    Stage.EMERGENCY_LIVE: Kind.WARN,
    Stage.SUSPENDED: Kind.WARN,
}
"""Stages that are more, or less, than work under way."""


class VendorHead(PageHead):
    """Shows a vendor; its buttons ask `doings`, its arrows the page."""

    def __init__(self, context: Context, doings: Doings) -> None:
        super().__init__("", back_to=tr("Vendors"))
        self._context = context
        self._doings = doings
        self.setContentsMargins(0, 0, MARGIN, 0)
        self.finding_button = secondary(tr("Raise finding…"))
        self.send_button = secondary(tr("Send questionnaire"))
        self.change_button = secondary(tr("Start change…"))
        self.more = QMenu()
        for button in (self.finding_button, self.send_button, self.change_button):
            self.add_action(button)
        self.add_action(more_button(self.more, tr("More")))
        self.position = Label("", tone="text2")
        self.up = IconButton(Icon.CHEVRON_UP, tr("Previous vendor"), keys="Alt+Up", small=True, bare=True)
        self.down = IconButton(Icon.CHEVRON_DOWN, tr("Next vendor"), keys="Alt+Down", small=True, bare=True)
        for widget in (self.position, self.up, self.down):
            self.add_to_line(widget)
        self.finding_button.clicked.connect(doings.raise_finding)
        self.send_button.clicked.connect(doings.send_questionnaire)
        self.change_button.clicked.connect(doings.start_change)
        self.more.aboutToShow.connect(self._fill_more)

    def show_vendor(self, sheet: VendorSheet, engagement: Engagement | None, visit: VendorVisit) -> None:
        """Shows a vendor, one of its engagements, and its place in the list it was opened from."""
        say, row = self._context.say, sheet.row
        self.set_title(row.name)
        self.set_chips([Chip(status) for status in self._statuses(sheet, engagement)])
        self.set_line(self._facts(sheet, engagement))
        self._show_place(row.id, visit)
        reason = "" if engagement is not None else tr("It has no engagement yet.")
        for button in (self.finding_button, self.change_button):
            button.disable_because(reason)
        self.send_button.disable_because(reason or (say(sheet.not_asked) if sheet.not_asked else ""))

    def show_none(self) -> None:
        """Shows that there is no vendor."""
        self.set_title(tr("Vendor"))
        self.set_chips([])
        self.set_line([])
        for button in (self.finding_button, self.change_button, self.send_button):
            button.disable_because(tr("This vendor is no longer in the register."))

    def _show_place(self, vendor_id: str, visit: VendorVisit) -> None:
        ids = visit.neighbours
        here = ids.index(vendor_id) if vendor_id in ids else -1
        known = here >= 0
        text = tr("{place} of {count}", place=here + 1, count=len(ids))
        self.position.setText(joined(text, visit.list_name) if known else "")
        self.up.setVisible(known)
        self.down.setVisible(known)
        self.up.setEnabled(here > 0)
        self.down.setEnabled(0 <= here < len(ids) - 1)

    def _statuses(self, sheet: VendorSheet, engagement: Engagement | None) -> list[Status]:
        """Risk and assessment where they need somebody, and always the stage; each word once."""
        say, row = self._context.say, sheet.row
        found = [
            status for status in (status_of(row.risk, say), status_of(row.assessment, say)) if status.chip
        ]
        if engagement is not None:
            stage = Status(STAGES.get(engagement.stage, Kind.INFO), say(label(engagement.stage)))
            found = [*(one for one in found if one.text != stage.text), stage]
        return found

    def _facts(self, sheet: VendorSheet, engagement: Engagement | None) -> list[str]:
        vendor, purpose = sheet.facts.vendor, unstopped(sheet.row.purpose)
        country = place_name(self._context.office, vendor.country) if vendor.country else ""
        facts = [joined(purpose, "" if country in purpose else country)]
        if engagement is not None and engagement.live_since is not None:
            facts.append(tr("Engaged {day}", day=day(engagement.live_since)))
        if vendor.owner:
            facts.append(tr("Owner {name}", name=vendor.owner))
        if engagement is not None:
            count = sheet.audiences[engagement.id].affected
            facts.append(tr_count("{count} customer affected", "{count} customers affected", count))
        if vendor.archived_on is not None:
            facts.append(tr("Archived {day}", day=day(vendor.archived_on)))
        return facts

    def _fill_more(self) -> None:
        do, menu = self._doings, self.more
        menu.clear()
        known, engaged = do.sheet is not None, do.engagement is not None
        archived = bool(do.sheet and do.sheet.facts.vendor.archived_on)
        for text, run, usable in (
            (tr("Add document…"), do.add_document, known),
            (tr("Move to another stage…"), do.move, engaged),
            (tr("Rate…"), do.rate, engaged),
            (tr("Edit vendor…"), do.edit_vendor, known),
            (tr("Edit engagement…"), do.edit_engagement, engaged),
            (tr("New engagement…"), do.add_engagement, known),
        ):
            action = menu.addAction(text)
            action.setEnabled(usable)
            action.triggered.connect(_plainly(run))
        menu.addSeparator()
        last = menu.addAction(tr("Bring back") if archived else tr("Archive"))
        last.setEnabled(known)
        last.triggered.connect(_plainly(do.archive))


def _plainly(run: Callable[[], object]) -> Callable[[], object]:
    """Leaves out the tick that an action tells of."""

    def plainly() -> None:
        run()

    return plainly
