"""Publishing the list of sub-processors: what a new version would change is shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vendorrisk.domain.message import UserError
from vendorrisk.ui.widgets.buttons import SegmentedControl
from vendorrisk.ui.widgets.dialogs import MIDDLE, Dialog
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.layouts import empty
from vendorrisk.ui.widgets.many_field import ManyField
from vendorrisk.ui.widgets.tokens import SPACE_1, SPACE_3
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.register.publish_doubts import doubts
from vendorrisk.usecases.register.publishing import FORMATS, Profile, prepare, publish, published_already

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from vendorrisk.domain.message import Problem
    from vendorrisk.domain.register.public_list import PublicChanges, PublicList
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.register.publishing import Published

PROFILES = (
    (Profile.GLOBAL, mark("For everybody")),
    (Profile.EU_REGION_LOCKED, mark("Region-locked to the EU")),
)
ENDINGS = (("html", "HTML"), ("md", "Markdown"), ("csv", "CSV"), ("json", "JSON"))
DOUBTS = (
    ("publish.unassessed", mark("Never assessed")),
    ("publish.unconfirmed", mark("Country not confirmed")),
    ("publish.no_transfer", mark("Outside the EEA, no transfer on record")),
    ("publish.ground", mark("Transfer mechanism not valid")),
    (
        "publish.lock_unanswered",
        mark("Not listed: access to the locked environment is not recorded"),
    ),
)
"""Kinds of what is named before publishing, in this order."""
MOST_NAMES = 12


def publish_list(context: Context, parent: QWidget) -> PublishSheet:
    """Opens the sheet for publishing a version."""
    sheet = PublishSheet(context, parent)
    sheet.open()
    return sheet


class PublishSheet(Dialog):
    """Profile, difference to the version before, formats; then the folder and one confirmation."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent.window(), tr("Publish the list of sub-processors"), width=MIDDLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._public: PublicList | None = None
        self._again = False
        self.profile = SegmentedControl([(key, tr(text)) for key, text in PROFILES], name=tr("Which list"))
        self.version = Label("", role=FontRole.STRONG)
        self._difference = QVBoxLayout()
        self.formats = ManyField(ENDINGS, columns=len(ENDINGS))
        self.formats.load([key for key, _text in ENDINGS])
        self._lay_out()
        self.verb = self.offer(tr("Publish…"))
        self.profile.chosen.connect(self._prepare)
        self.formats.edited.connect(self._judge)
        self._prepare(Profile.GLOBAL)

    def _lay_out(self) -> None:
        self.body.setSpacing(SPACE_3)
        self.body.addWidget(self.profile)
        self.body.addWidget(self.version)
        holder = QWidget()
        self._difference.setContentsMargins(0, 0, 0, 0)
        self._difference.setSpacing(SPACE_1)
        holder.setLayout(self._difference)
        self.body.addWidget(holder)
        self.body.addWidget(Label(tr("Written as"), role=FontRole.STRONG))
        self.body.addWidget(self.formats)

    def _prepare(self, key: str) -> None:
        office = self._context.office
        with office.book.reading() as reader:
            wanted = prepare(office, reader, Profile(key))
            known = published_already(office, reader, wanted)
            doubtful = doubts(office, reader, Profile(key))
        self._again = known is not None
        self._public = public = known or wanted
        self.version.setText(
            tr_count(
                "Version {version}, {count} sub-processor", "Version {version}, {count} sub-processors",
                len(public.rows), version=public.version,
            )
        )  # fmt: skip
        empty(self._difference)
        for line in [*self._lines(public.changes), *_doubt_lines(doubtful)]:
            self._difference.addWidget(line)
        self.fit()
        self._judge()

    def _lines(self, changes: PublicChanges | None) -> list[QWidget]:
        if self._again and self._public is not None:
            version = self._public.version
            again = tr("Nothing has changed since version {version}; its files are written again.",
                       version=version)  # fmt: skip
            return [wrapping(again)]
        if changes is None:
            return [wrapping(tr("This is the first version of this list."))]
        before = changes.previous_version
        renamed = [tr("{old} (now {new})", old=old, new=new) for old, new in changes.renamed]
        groups = (
            (tr("Added"), changes.added), (tr("Removed"), changes.removed), (tr("Renamed"), renamed),
            (tr("Changed"), changes.changed),
        )  # fmt: skip
        told = [
            wrapping(tr("{what}: {names}", what=what, names=shortened(names)), tone="text")
            for what, names in groups
            if names
        ]
        if not told:
            return [
                wrapping(
                    tr(
                        "Nothing of substance has changed since version {version}.",
                        version=before,
                    )
                )
            ]
        return [wrapping(tr("Compared with version {version}:", version=before)), *told]

    def _judge(self) -> None:
        empty = self._public is None or not self._public.rows
        reason = tr("No sub-processor is in use, so the list would be empty.") if empty else ""
        if not reason and not self.formats.value():
            reason = tr("Choose at least one format.")
        self.verb.disable_because(reason)

    def accept(self) -> None:
        """Asks for the folder and once more for the deed, then publishes."""
        public = self._public
        folder = self._context.messages.pick_folder(tr("Folder for the published list"))
        if public is None or folder is None:
            return
        sure = self._again or self._context.messages.confirm(
            tr("Publish version {version}?", version=public.version),
            about=tr("A published version is permanent. This cannot be undone."),
            yes=tr("Publish"),
        )
        if sure:
            self._publish(Profile(public.profile), folder)

    def _publish(self, profile: Profile, folder: Path) -> None:
        chosen = self.formats.value()
        formats = [ending for ending in FORMATS if ending in chosen]
        try:
            done: Published = publish(self._context.office, profile, folder, formats)
        except UserError as error:
            self._context.explain(error)
            return
        super().accept()
        self._context.changes.happened.emit()
        version = done.public.version
        said = tr("Version {version} was published", version=version)
        self._context.tell(tr("Version {version} was written again", version=version) if done.again else said)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _doubt_lines(doubtful: Sequence[Problem]) -> list[QWidget]:
    """What nobody has looked at, one line for each kind with the vendors it concerns."""
    if not doubtful:
        return []
    lines: list[QWidget] = [wrapping(tr("What the list would state without having been checked:"))]
    for key, text in DOUBTS:
        names = list(dict.fromkeys(one.where for one in doubtful if one.what.key == key))
        if names:
            lines.append(wrapping(tr("{what}: {names}", what=tr(text), names=shortened(names)), tone="warn"))
    return lines


def shortened(names: list[str] | tuple[str, ...]) -> str:
    """Returns names in a row, a long row cut with its count."""
    shown = ", ".join(names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return tr("{names} and {more} more", names=shown, more=more) if more > 0 else shown
