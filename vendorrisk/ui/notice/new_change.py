"""The dialog that starts a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.domain.message import UserError
from vendorrisk.domain.notice.checks import planned_past
from vendorrisk.domain.notice.records import Change, ChangeKind, DataCentre
from vendorrisk.domain.record import text_in
from vendorrisk.domain.register.records import Engagement, Vendor
from vendorrisk.ui.notice.change_words import KINDS
from vendorrisk.ui.widgets.date_field import DateField
from vendorrisk.ui.widgets.dialogs import MIDDLE, Dialog
from vendorrisk.ui.widgets.fields import ChoiceField
from vendorrisk.ui.widgets.forms import Form
from vendorrisk.ui.widgets.many_field import ManyField
from vendorrisk.ui.widgets.words import tr
from vendorrisk.usecases.notice.changes import new_change

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vendorrisk.ui.shell.context import Context


class NewChangeDialog(Dialog):
    """What changes, from which day, for which regions. `made` is the change once it was accepted."""

    def __init__(self, parent: QWidget | None, context: Context, *, engagement_id: str = "") -> None:
        super().__init__(parent, tr("New change"), width=MIDDLE)
        self._context = context
        self.made: Change | None = None
        with context.office.book.reading() as reader:
            vendors = {one.id: one.name for one in reader.find(Vendor)}
            engagements = sorted(
                (f"{vendors[one.vendor_id]}, {text_in(one.purpose, 'en')}", one.id)
                for one in reader.find(Engagement)
                if one.vendor_id in vendors
            )
            regions = [(one.code, one.named()) for one in reader.find(DataCentre)]
        options = [(key, text) for text, key in engagements]
        self.form = Form()
        self.form.add(
            "kind", tr("What changes"), ChoiceField([(one.value, tr(KINDS[one])) for one in ChangeKind])
        )
        self.form.add(
            "engagement", tr("Sub-processor"), ChoiceField(options, unset=tr("Choose one")), required=True
        )
        self.form.add(
            "replaces", tr("In place of"), ChoiceField(options, unset=tr("Choose one")), required=True
        )
        self.form.add("planned", tr("First day of use"), DateField(), required=True,
                      hint=tr("The dates of all customers are compared with this day."))  # fmt: skip
        if regions:
            self.form.add("regions", tr("Regions"), ManyField(regions),
                          hint=tr("None ticked means all."))  # fmt: skip
        self.form.load({"kind": ChangeKind.ADD.value, "engagement": engagement_id or None})
        self.form.edited.connect(self._show_fitting)
        self._show_fitting()
        self.body.addWidget(self.form)
        self.offer(tr("Start change"))

    def _show_fitting(self, _key: str = "") -> None:
        """Asks for the one that goes only where one is replaced."""
        replaced = self.form.field("kind").value() == ChangeKind.REPLACE
        if self.form.is_row_shown("replaces") != replaced:
            self.form.show_row("replaces", visible=replaced)
            self.fit()

    def accept(self) -> None:
        """Makes the change; what is wrong is said under its field, and the dialog stays."""
        if not self.form.check():
            self.fit(may_shrink=False)
            return
        values = self.form.values()
        replaces = values["replaces"] if values["kind"] == ChangeKind.REPLACE else ""
        try:
            self.made = new_change(
                self._context.office, ChangeKind(values["kind"]), values["engagement"], values["planned"],
                regions=values.get("regions", ()), replaces_id=replaces or "",
            )  # fmt: skip
        except UserError as error:
            field = "replaces" if values["kind"] == ChangeKind.REPLACE else "planned"
            self.form.show_problem(field, self._context.say(error.what), self._context.say(error.remedy))
            self.fit(may_shrink=False)
            return
        self._context.changes.happened.emit()
        past = planned_past(self.made, self._context.office.clock.today())
        if past is not None:
            self._context.messages.explain(self._context.say(past.what), self._context.say(past.remedy), "")
        super().accept()
