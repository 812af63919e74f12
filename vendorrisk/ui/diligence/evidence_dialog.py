"""Linking evidence: one of the vendor's documents, with the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.ui.widgets.dialogs import Dialog
from vendorrisk.ui.widgets.fields import ChoiceField, NumberField
from vendorrisk.ui.widgets.forms import Form
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from vendorrisk.domain.diligence.records import Document

LAST_PAGE = 99_999


class EvidenceDialog(Dialog):
    """Asks which document, and on which page it says so."""

    def __init__(self, parent: QWidget, documents: Sequence[Document]) -> None:
        super().__init__(parent, tr("Link evidence"))
        self.form = Form()
        names = [(one.id, one.title or one.file_name or one.kind) for one in documents]
        self.form.add("document", tr("Document"), ChoiceField(names), required=True)
        page = NumberField(most=LAST_PAGE)
        page.spin.setSpecialValueText(tr("no page"))
        self.form.add("page", tr("Page"), page)
        self.form.load({"document": names[0][0]} if len(names) == 1 else {})
        self.body.addWidget(self.form)
        self.verb = self.offer(tr("Link"))

    def accept(self) -> None:
        """Closes the dialog once a document is chosen."""
        if self.form.check():
            super().accept()
        else:
            self.fit(may_shrink=False)

    def document_id(self) -> str:
        """Returns the document."""
        return str(self.form.field("document").value())

    def page(self) -> int | None:
        """Returns the page, None for the document as a whole."""
        return self.form.field("page").value() or None
