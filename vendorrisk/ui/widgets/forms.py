"""Forms: labels in one column, fields in the other, and what is wrong written under the field it is about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.dates import Unreadable
from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import Label, wrapping
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import CONTROL, FORM_WIDTH, LABEL_COLUMN, SPACE_1, SPACE_2, SPACE_3
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vendorrisk.ui.widgets.fields import Field


ACROSS: Final = 3
"""Columns of the grid from one field to the one beside it: label, field, air."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    field: Field
    error: QLabel
    required: bool
    label: QLabel
    under: QVBoxLayout
    wide: bool = False
    hint: QLabel | None = None
    hidden: bool = False


class Form(QWidget):
    """Rows of label and field. Loading is quiet; `dirty` says whether the person has changed anything.

    Fields that are `grouped` stand under headings, with `columns` 2 in pairs; those out of sight leave no
    gap, and a group without a field in sight has no heading. The remarks of such a form share one line,
    `remark`, which tells that of the field with the keyboard and which the dialog puts under the form.
    """

    edited = Signal(str)
    """The key of a field, at every letter."""
    committed = Signal(str)
    """The key of a field that was left with a new value."""
    dirtied = Signal(bool)
    """The form has come to differ from what was loaded, or is back to it."""

    def __init__(self, *, labels: int = LABEL_COLUMN, columns: int = 1, grouped: bool = False) -> None:
        super().__init__()
        self._labels = labels
        self._columns = columns
        self._grouped = grouped or columns > 1
        self._order: list[str | QLabel] = []
        self._rows: dict[str, _Row] = {}
        self._hints: dict[str, str] = {}
        self.remark = wrapping("", role=FontRole.CAPTION, tone="text3")
        self._was_dirty = False
        sheet = QWidget()
        sheet.setMaximumWidth(current_theme().px(FORM_WIDTH) * columns)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(sheet, 1)
        whole.addStretch(0)
        self._grid = QGridLayout(sheet)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_3)
        self._grid.setVerticalSpacing(SPACE_2)
        for column in range(columns):
            self._grid.setColumnStretch(ACROSS * column + 1, 1)
        if self._grouped:
            cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus)
        for gap in range(1, columns):
            self._grid.setColumnMinimumWidth(ACROSS * gap - 1, SPACE_3)

    def add(
        self,
        key: str,
        label: str,
        field: Field,
        *,
        required: bool = False,
        hint: str = "",
        wide: bool = False,
    ) -> Field:
        """Adds a row; the label leads to its field by keyboard and for readers. A `wide` one stands alone."""
        words = wrapping(label)
        current_theme().keep_width(words, self._labels - SPACE_3)
        words.setBuddy(field.control)
        current_theme().keep_height(words, CONTROL, may_grow=True)
        error = wrapping("", role=FontRole.CAPTION, tone="critical")
        error.hide()
        field.control.setAccessibleName(label)
        under = self._under(field, error)
        row = _Row(field=field, error=error, required=required, label=words, under=under, wide=wide)
        self._rows[key] = row
        self._order.append(key)
        if self._grouped:
            self._arrange()
        else:
            self._put(row, self._grid.rowCount(), 0)
        self.set_hint(key, hint)
        field.edited.connect(self._on_edited(key))
        field.committed.connect(self._on_committed(key))
        return field

    def set_hint(self, key: str, hint: str) -> None:
        """Writes another remark about a field; none where it is empty."""
        row = self._rows[key]
        self._hints[key] = hint
        if self._grouped:
            row.field.control.setAccessibleDescription(hint)
            return
        if row.hint is None and not hint:
            return
        remark = row.hint or wrapping("", role=FontRole.CAPTION, tone="text3")
        if row.hint is None:
            row.under.addWidget(remark)
            self._rows[key] = replace(row, hint=remark)
        remark.setText(hint)
        remark.setVisible(bool(hint) and not row.hidden)

    def hint(self, key: str) -> str:
        """Returns the remark about a field."""
        return self._hints.get(key, "")

    def add_heading(self, text: str) -> None:
        """Adds the title of a group, with white space above instead of a frame round it."""
        title = Label(text, role=FontRole.STRONG)
        title.setContentsMargins(0, SPACE_3 if self._rows else 0, 0, 0)
        self._order.append(title)
        self._grid.addWidget(title, self._grid.rowCount(), 0, 1, 2)

    def add_part(self, widget: QWidget) -> None:
        """Adds something other than a field, over the whole width of a form in one column."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def field(self, key: str) -> Field:
        """Returns the field of a row."""
        return self._rows[key].field

    def show_row(self, key: str, *, visible: bool) -> None:
        """Shows a row or takes it out of sight; what is out of sight is not checked."""
        row = replace(self._rows[key], hidden=not visible)
        self._rows[key] = row
        for part in (row.label, row.field):
            part.setVisible(visible)
        if row.hint is not None:
            row.hint.setVisible(visible and bool(row.hint.text()))
        row.error.setVisible(visible and bool(row.error.text()))
        self._arrange()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        here = [key for key, row in self._rows.items() if now and row.field.isAncestorOf(now)]
        if here:
            self.remark.setText(self._hints.get(here[0], ""))

    def _put(self, row: _Row, number: int, across: int) -> None:
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(row.label, number, ACROSS * across, top)
        self._grid.removeItem(row.under)
        spans = ACROSS * (self._columns - across) - 2 if row.wide else 1
        self._grid.addLayout(row.under, number, ACROSS * across + 1, 1, spans, Qt.AlignmentFlag.AlignTop)

    def _arrange(self) -> None:
        """Puts fields in sight beside each other, a new line for every group."""
        if not self._grouped:
            return
        number, across, title = 0, 0, None
        for part in self._order:
            if isinstance(part, QLabel):
                title = part
                part.hide()
                continue
            if self._rows[part].hidden:
                continue
            if title is not None:
                number, across = number + bool(across), 0
                self._grid.addWidget(title, number, 0, 1, ACROSS * self._columns - 1)
                title.show()
                number, title = number + 1, None
            row = self._rows[part]
            if row.wide and across:
                number, across = number + 1, 0
            self._put(row, number, across)
            last = row.wide or across + 1 == self._columns
            number, across = (number + 1, 0) if last else (number, across + 1)

    def is_row_shown(self, key: str) -> bool:
        """Whether a row is in sight."""
        return not self._rows[key].hidden

    def load(self, values: Mapping[str, Any]) -> None:
        """Shows stored values; fields that are not named become empty. Nothing is announced as a change."""
        for key, row in self._rows.items():
            row.field.load(values.get(key))
        self.clear_problems()
        self._tell_dirty()

    def values(self) -> dict[str, Any]:
        """Returns what the fields hold; call `check` first.

        Raises:
            ValueError: A field holds something unreadable.
        """
        return {key: row.field.value() for key, row in self._rows.items()}

    def is_dirty(self) -> bool:
        """Whether the person has changed anything since `load`."""
        return any(row.field.is_dirty() for row in self._rows.values())

    def check(self) -> bool:
        """Returns whether all is well; if not, says so under each field and takes the person to the first."""
        wrong = {key: found for key in self._rows if (found := self._problem_of(key))}
        self.clear_problems()
        for key, problem in wrong.items():
            self._show(key, problem)
        if wrong:
            self._rows[next(iter(wrong))].field.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def show_unread(self, key: str, typed: str) -> None:
        """Puts back what was typed and could not be read, with what is wrong with it under the field."""
        self._rows[key].field.show_unread(typed)
        self.tell_problem(key)

    def tell_problem(self, key: str) -> None:
        """Writes under a field what is wrong with what stands in it; nothing if all is well."""
        self._show(key, self._rows[key].field.problem())

    def show_problem(self, key: str, what: str, remedy: str) -> None:
        """Writes under a field why it was refused and what to do."""
        self._show(key, Unreadable(what=what, remedy=remedy))

    def clear_problems(self) -> None:
        """Takes all complaints away."""
        for key in self._rows:
            self._show(key, None)

    def problem_text(self, key: str) -> str:
        """Returns what stands under a field, nothing if all is well."""
        return self._rows[key].error.text()

    @staticmethod
    def _under(field: Field, error: QLabel) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        column.addWidget(field)
        column.addWidget(error)
        return column

    def _problem_of(self, key: str) -> Unreadable | None:
        row = self._rows[key]
        if row.hidden:
            return None
        found = row.field.problem()
        if found is None and row.required and row.field.value() in {None, ""}:
            return Unreadable(what=tr("This is needed."), remedy=tr("Please fill it in."))
        return found

    def _show(self, key: str, problem: Unreadable | None) -> None:
        row = self._rows[key]
        if problem is None and not row.error.text():
            return
        row.error.setText(f"{problem.what} {problem.remedy}" if problem else "")
        row.error.setVisible(problem is not None and not row.hidden)
        row.field.mark(problem)

    def _on_edited(self, key: str) -> Callable[[], None]:
        def tell() -> None:
            self._show(key, None)
            self.edited.emit(key)
            self._tell_dirty()

        return tell

    def _on_committed(self, key: str) -> Callable[[], None]:
        def tell() -> None:
            self.committed.emit(key)
            self._tell_dirty()

        return tell

    def _tell_dirty(self) -> None:
        dirty = self.is_dirty()
        if dirty != self._was_dirty:
            self._was_dirty = dirty
            self.dirtied.emit(dirty)
