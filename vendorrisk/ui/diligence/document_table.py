"""Documents in a table: how each stands, until when and why; to open, complete and check them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFile, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from vendorrisk.domain.message import msg
from vendorrisk.ui.register.vendor_words import status_of
from vendorrisk.ui.widgets.columns import Cell, Column, Status, check_column
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.signals import Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vendorrisk.domain.diligence.records import Document
    from vendorrisk.domain.message import Message
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.diligence.document_view import DocumentRow

    Say = Callable[[Message], str]

TOLD_BY_DATE: Final = frozenset({"validity.valid", "validity.expired"})
"""Reasons that only say the last day again, which has its own column."""
READ_ONLY: Final = QFile.Permission.ReadOwner


def document_columns(context: Context, *, with_vendor: bool) -> list[Column]:
    """Returns the columns of a list of documents; on a vendor's own page the vendor is left out."""
    say = context.say
    vendor = Column(key="vendor", title=tr("Vendor"), value=lambda row: row.vendor, width=150, strong=True,
                    sort_key="vendor")  # fmt: skip
    return [
        *([check_column(tr("Select")), vendor] if with_vendor else []),
        Column(key="kind", title=tr("Document"), value=lambda row: name_of(row.document, say),
               width=240, sort_key="kind", strong=not with_vendor),
        Column(key="valid_from", title=tr("Valid from"), kind=Cell.DATE, width=100, fold=4,
               value=lambda row: row.document.valid_from, sort_key="valid_from"),
        Column(key="until", title=tr("Valid to"), kind=Cell.DATE, width=100, value=lambda row: row.until,
               sort_key="until"),
        Column(key="days", title=tr("Days left"), kind=Cell.NUMBER, width=86, sort_key="days", fold=1,
               value=lambda row: row.days, text=_days),
        Column(key="status", title=tr("Status"), kind=Cell.STATUS, width=148, sort_key="status",
               value=lambda row: _status(row, say)),
        Column(key="why", title=tr("Why"), value=lambda row: _why(row, say), width=250, fold=3),
        Column(key="checked", title=tr("Checklist"), width=84, fold=2, align_right=True,
               value=_checked),
        Column(key="file", title=tr("File"), value=lambda row: row.document.file_name, width=120, fold=5),
        Column(key="verified", title=tr("Verified by"), value=lambda row: row.document.verified_how,
               width=110, shown=False),
    ]  # fmt: skip


def name_of(document: Document, say: Say) -> str:
    """A document by its title; by its kind first, where the title does not begin with it."""
    kind = say(msg(f"DocumentKind.{document.kind}"))
    title = document.title
    if not title or title.casefold().startswith(kind.casefold()):
        return title or kind
    return tr("{kind}: {title}", kind=kind, title=title)


def _status(row: DocumentRow, say: Say) -> Status:
    """How it stands; the day itself stands in the column beside it."""
    status = status_of(row.sign, say)
    return status._replace(text=tr("Ends soon")) if row.sign.words.key == "sign.document.ends" else status


def _why(row: DocumentRow, say: Say) -> str:
    """Why it does not count as valid, where its last day does not say it already."""
    return "" if row.sign.signal is Signal.GOOD or row.why.key in TOLD_BY_DATE else say(row.why)


def _days(row: DocumentRow) -> str:
    if row.days is None:
        return ""
    if row.days < 0:
        return tr_count("{count} late", "{count} late", -row.days)
    return str(row.days)


def _checked(row: DocumentRow) -> str:
    return tr("{part} of {whole}", part=row.checked, whole=row.clauses) if row.clauses else ""


class Copies:
    """Opens documents in the program that this computer has for them: a copy, never the stored file.

    The copies are readable by this person only, cannot be written to, and go when the program ends.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._folder = QTemporaryDir()

    def open_copy(self, document: Document) -> Path | None:
        """Writes a copy and opens it; says so where there is no file, or it is missing or damaged."""
        from pathlib import Path  # noqa: PLC0415  (needed only here at run time)

        if not document.evidence:
            self._context.messages.explain(
                tr("No file was kept with this document."), tr("Add the document again to add its file.")
            )
            return None
        target = Path(self._folder.path()) / f"{document.id}-{Path(document.file_name).name}"
        if not target.exists():
            copied = self._context.do(partial(self._copy, document, target))
            if copied is None:
                return None
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
        return target

    def _copy(self, document: Document, target: Path) -> Path:
        self._context.office.evidence.copy_out(document.evidence, target)
        QFile.setPermissions(str(target), READ_ONLY)
        return target
