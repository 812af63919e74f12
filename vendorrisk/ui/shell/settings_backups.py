"""Settings, Backups: which there are, how old, and which were proved; making, proving, checking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorrisk.ui.shell.activity_source import here, when
from vendorrisk.ui.shell.backing_up import back_up_now
from vendorrisk.ui.widgets.buttons import primary, secondary
from vendorrisk.ui.widgets.columns import Cell, Column, Status, chip, plain
from vendorrisk.ui.widgets.labels import wrapping
from vendorrisk.ui.widgets.paged_model import PagedModel
from vendorrisk.ui.widgets.panels import Banner, EmptyState
from vendorrisk.ui.widgets.sources import ListSource
from vendorrisk.ui.widgets.table import Table
from vendorrisk.ui.widgets.table_pane import TableFrame
from vendorrisk.ui.widgets.tokens import PANEL_GAP, SPACE_2, Kind
from vendorrisk.ui.widgets.words import mark, tr, tr_count
from vendorrisk.usecases.workspace.custody import WORRY_AFTER_DAYS, needs_backup

if TYPE_CHECKING:
    from vendorrisk.domain.message import Problem
    from vendorrisk.ui.shell.context import Context
    from vendorrisk.usecases.workspace.custody import Custody
    from vendorrisk.usecases.workspace.opening_outcomes import KnownBackup

REASONS = {"manual": mark("By hand"), "on-closing": mark("When it was closed")}


class BackupsTab(QWidget):
    """The backups as a table, the newest first."""

    def __init__(self, context: Context, custody: Custody) -> None:
        super().__init__()
        self.context = context
        self.custody = custody
        self._backups: list[KnownBackup] = []
        self._source = ListSource((), _columns(), row_id=lambda one: one.path.name)
        self.table = Table(
            PagedModel(self._source, _columns(), row_id=lambda one: one.path.name), name=tr("Backups")
        )
        self.warning = Banner(Kind.WARN, "", closable=False)
        self.result = Banner(Kind.GOOD, "")
        self.make, self.make_first = primary(tr("Back up now")), primary(tr("Back up now"))
        self.prove = secondary(tr("Restore it as a trial"))
        self.restore = secondary(tr("Restore…"))
        self.check = secondary(tr("Check the workspace"))
        self._lay_out()
        for button in (self.make, self.make_first):
            button.clicked.connect(lambda: back_up_now(context))
        self.prove.clicked.connect(self._prove)
        self.check.clicked.connect(self._check)
        context.changes.backed_up.connect(self.reload)
        if context.doors is not None:
            self.restore.clicked.connect(context.doors.restore)

    def reload(self) -> None:
        """Lists the backups again."""
        self._backups = self.custody.backups()
        self._source.replace(self._backups)
        self.table.rows.reread()
        self._frame.show_state()
        self._worry()
        none = "" if self._backups else tr("There is no backup yet.")
        self.prove.disable_because(none)
        elsewhere = tr("{none} “Restore a backup…” in the File menu takes one from elsewhere.", none=none)
        self.restore.disable_because(elsewhere if none else "")
        self.make.setVisible(not none)

    def _worry(self) -> None:
        worries = needs_backup(self._backups, self.context.office.clock.now())
        if self._backups:
            told = tr("No backup of the last {days} days was restored as a trial.", days=WORRY_AFTER_DAYS)
        else:
            told = tr("There is no backup: what is lost with this computer cannot be brought back.")
        if worries and self.warning.text() != told:
            self.warning.say(Kind.WARN, told)
        self.warning.setVisible(worries)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PANEL_GAP)
        column.addWidget(wrapping(
            tr("A backup is one file with everything, its keys included. It is proved once it was restored as"
               " a trial, in a place of its own and without touching your data."),
        ))  # fmt: skip
        self.result.hide()
        column.addWidget(self.warning)
        column.addWidget(self.result)
        self._frame = TableFrame(self.table, None, "")
        self._frame.set_empty(EmptyState(tr("There is no backup yet."), first=self.make_first))
        column.addWidget(self._frame, 1)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        for button in (self.make, self.prove, self.restore, self.check):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _chosen(self) -> KnownBackup | None:
        names = self.table.selected_ids()
        return next((one for one in self._backups if one.path.name in names), None)

    def _prove(self) -> None:
        chosen = self._chosen() or next(iter(self._backups), None)
        if chosen is None:
            return
        custody = self.custody
        self.context.run(
            tr("Restoring {file} as a trial", file=chosen.path.name),
            lambda _progress: custody.prove(chosen), self._proved, refresh=False,
        )  # fmt: skip

    def _proved(self, backup: KnownBackup) -> None:
        self.result.say(Kind.GOOD, tr("{file} was restored as a trial and is sound.", file=backup.path.name))
        self.context.changes.backed_up.emit()

    def _check(self) -> None:
        custody = self.custody
        self.context.run(
            tr("Checking the workspace"), lambda _progress: custody.check(), self._checked, refresh=False
        )

    def _checked(self, problems: list[Problem]) -> None:
        if not problems:
            self.result.say(
                Kind.GOOD, tr("Register, evidence and journal were read to the end: all is sound.")
            )
            return
        told = tr_count(
            "{count} fault was found.",
            "{count} faults were found.",
            len(problems),
        )
        self.result.say(Kind.CRITICAL, told)
        say = self.context.say
        details = "\n".join(f"{say(one.what)} {say(one.remedy)}" for one in problems)
        self.context.messages.explain(told, say(problems[0].remedy), details)


def _columns() -> tuple[Column, ...]:
    return (
        Column(key="at", title=tr("Made"), value=lambda one: here(one.created_at),
               text=lambda one: when(one.created_at), kind=Cell.DATE, width=186, align_right=False),
        Column(key="why", title=tr("Why"), value=_reason, width=170),
        Column(key="proved", title=tr("Trial restore"), value=_proved, kind=Cell.STATUS, width=250),
        Column(key="version", title=tr("Version"), value=lambda one: one.app_version, width=90),
        Column(key="file", title=tr("File"), value=lambda one: one.path.name, width=320),
    )  # fmt: skip


def _reason(one: KnownBackup) -> str:
    known = REASONS.get(one.reason)
    if known:
        return tr(known)
    return tr("Before an update") if one.reason.startswith("pre-v") else one.reason


def _proved(one: KnownBackup) -> Status:
    if one.verified_at is None:
        return chip(Kind.NEUTRAL, tr("Not yet"))
    return plain(Kind.GOOD, tr("Sound, {when}", when=when(one.verified_at)))
