"""Raising a finding: filled in from what a rule suggests, or from the question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorrisk.domain.diligence.records import Severity
from vendorrisk.domain.register.vocabulary import label
from vendorrisk.ui.widgets.dialogs import MIDDLE, Dialog
from vendorrisk.ui.widgets.fields import ChoiceField, MultiLineField, TextField
from vendorrisk.ui.widgets.forms import Form
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from vendorrisk.domain.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingDraft:
    """A finding to be raised; `name` says in the list of suggestions what it is about."""

    name: str
    source: str
    severity: Severity
    title: str
    detail: str = ""


class FindingDialog(Dialog):
    """Asks for what a finding needs; the first draft is filled in."""

    def __init__(
        self, parent: QWidget, drafts: Sequence[FindingDraft], say: Callable[[Message], str]
    ) -> None:
        super().__init__(parent, tr("Raise a finding"), width=MIDDLE)
        self._drafts = list(drafts)
        self.form = Form()
        self.about = ChoiceField([(str(number), one.name) for number, one in enumerate(drafts)])
        self.form.add("about", tr("About"), self.about)
        self.form.add(
            "severity", tr("Severity"), ChoiceField([(one.value, say(label(one))) for one in Severity])
        )
        self.form.add("title", tr("Finding"), TextField(longest=300), required=True)
        self.form.add("detail", tr("Detail"), MultiLineField(lines=6))
        self.body.addWidget(self.form)
        self.verb = self.offer(tr("Raise finding"))
        self.about.committed.connect(self._take)
        self._fill(0)

    def draft(self) -> FindingDraft:
        """Returns what is to be raised."""
        values = self.form.values()
        chosen = self._drafts[int(values["about"])]
        return FindingDraft(
            name=chosen.name, source=chosen.source, severity=Severity(values["severity"]),
            title=values["title"], detail=values["detail"],
        )  # fmt: skip

    def accept(self) -> None:
        """Closes the dialog once nothing is missing."""
        if self.form.check():
            super().accept()
        else:
            self.fit(may_shrink=False)

    def _take(self) -> None:
        self._fill(int(self.about.value() or 0))

    def _fill(self, number: int) -> None:
        one = self._drafts[number]
        values = {"severity": one.severity.value, "title": one.title, "detail": one.detail}
        self.form.load({"about": str(number), **values})
