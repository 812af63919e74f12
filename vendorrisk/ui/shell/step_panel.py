"""What one step of Activity changed: record by record, each field before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from vendorrisk.domain.message import msg
from vendorrisk.ui.shell.activity_source import is_final, when
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.panels import Panel
from vendorrisk.ui.widgets.tokens import SPACE_1, SPACE_2, SPACE_3
from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.journal.activity import field_changes, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vendorrisk.domain.message import Message
    from vendorrisk.usecases.journal.activity import FieldChange, RecordChange, Step

SHOWN_RECORDS = 12
"""Records of one step that are told in full; an import may have written thousands."""


class StepPanel(Panel):
    """The panel beside the table. Every text in it can be selected and copied."""

    def __init__(self, say: Callable[[Message], str]) -> None:
        super().__init__(tr("What changed"))
        self._say = say
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(tr("What changed"))
        self.add(self._area, 1, bleed=SPACE_2)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Says what the panel is for."""
        self._fill([wrapping(tr("Choose a line to see what it changed, field by field."))])

    def show_step(self, step: Step, changes: Sequence[RecordChange]) -> None:
        """Shows a step and what it changed."""
        parts: list[QWidget] = [
            self._text(self._say(words_of(step)), role=FontRole.STRONG),
            self._text(tr("{who}, {when}", who=step.actor, when=when(step.at)), tone="text2"),
        ]
        if step.undone:
            parts.append(self._text(tr("This step was taken back later."), tone="text2"))
        if is_final(step):
            why = self._say(msg(f"wall.{step.wall}"))
            parts.append(self._text(tr("It cannot be undone: {why}.", why=why), tone="text2"))
        for change in changes[:SHOWN_RECORDS]:
            parts += self._record(change)
        rest = step.changes - min(len(changes), SHOWN_RECORDS)
        if rest > 0:
            more = tr_count("and {count} more record", "and {count} more records", rest)
            parts.append(self._text(more, tone="text2"))
        self._fill(parts)

    def texts(self) -> list[str]:
        """Returns all that is said, from top to bottom."""
        inside = self._area.widget()
        return [label.text() for label in inside.findChildren(Label)] if inside else []

    def _record(self, change: RecordChange) -> list[QWidget]:
        title = self._text(self._title(change), role=FontRole.MEDIUM)
        title.setContentsMargins(0, SPACE_3, 0, 0)
        if change.erased_at is not None:
            told = tr("Erased on {when} by {who}. Its content is gone permanently.",
                      when=when(change.erased_at), who=change.erased_by)  # fmt: skip
            return [title, self._text(told, tone="warn")]
        return [title, self._table(field_changes(change))]

    def _title(self, change: RecordChange) -> str:
        kind = self._say(msg(f"kind.{change.table}"))
        name = change.names.get(change.id) or _own_name(change)
        titled = tr("{kind}: {name}", kind=kind, name=name) if name else kind
        if change.before is None:
            return tr("New {what}", what=titled)
        return tr("Removed {what}", what=titled) if change.after is None else titled[:1].upper() + titled[1:]

    def _table(self, fields: Sequence[FieldChange]) -> QWidget:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_3)
        grid.setVerticalSpacing(SPACE_1)
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(fields):
            label = self._text(self._say(one.label), tone="text2", role=FontRole.CAPTION)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._text(self._told(one), role=FontRole.CAPTION), row, 1)
        return sheet

    def _told(self, one: FieldChange) -> str:
        before = self._say(one.before) if one.before else ""
        after = self._say(one.after) if one.after else ""
        if not before:
            return after
        return tr("{before} → {after}", before=before, after=after or tr("nothing"))

    def _text(self, text: str, *, role: FontRole = FontRole.BODY, tone: str = "text") -> Label:
        label = wrapping(text, role=role, tone=tone)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _fill(self, parts: Sequence[QWidget]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_2, 0, SPACE_2, 0)
        column.setSpacing(SPACE_1)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self._area.setWidget(inside)
        for part in (self._area.viewport(), inside):
            part.setAutoFillBackground(False)  # what lies below is the panel's own ground


def _own_name(change: RecordChange) -> str:
    cells = change.after or change.before or {}
    name = cells.get("name") or cells.get("title") or ""
    return name if isinstance(name, str) else ""
