"""Facts that read as text and are edited where they stand: click or F2, Enter keeps, Esc leaves as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vendorrisk.ui.widgets.fonts import FontRole
from vendorrisk.ui.widgets.labels import ElidingLabel, Label, restyle, wrapping
from vendorrisk.ui.widgets.layouts import let_go
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.tokens import FOCUS_RING, LABEL_COLUMN, RADIUS, ROW_COMPACT
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from vendorrisk.ui.widgets.fields import Field

_OPENERS = frozenset({Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter})
FACT_BLEED = 8
"""How far the ring of a row stands out to both sides of its text; a panel gives the list that much more."""


class FactRow(QWidget):
    """One fact: its label, its text, and while it is being edited its field."""

    kept = Signal(object)
    """The new value, once the person has confirmed it."""

    def __init__(self, label: str, make_field: Callable[[], Field] | None) -> None:
        super().__init__()
        self._make_field = make_field
        self._value: Any = None
        self.field: Field | None = None
        self.label = ElidingLabel(label, tone="text2")
        current_theme().keep_width(self.label, LABEL_COLUMN)
        current_theme().keep_height(self.label, ROW_COMPACT)
        self.text = ElidingLabel()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(FACT_BLEED, 0, FACT_BLEED, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.text, 1)
        current_theme().keep_height(self, ROW_COMPACT, may_grow=True)
        if make_field is not None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.IBeamCursor)

    def set_fact(self, value: Any, text: str) -> None:
        """Shows a fact: the value the field starts from and the text it reads as."""
        self._value = value
        self.text.setText(text or "-")
        self.text.set_tone("text" if text else "text3")
        self.setAccessibleName(tr("{label}: {fact}", label=self.label.text(), fact=text or tr("not known")))

    def add_verb(self, verb: QWidget) -> None:
        """Puts what can be done with the fact at its right end."""
        self._row.addWidget(verb)

    def edit(self) -> None:
        """Puts the field in the place of the text."""
        if self._make_field is None or self.field is not None:
            return
        self.field = self._make_field()
        self.field.control.setAccessibleName(self.label.text())
        self.field.control.setProperty("inline", "true")
        restyle(self.field.control)
        self.field.load(self._value)
        for part in self.field.findChildren(QWidget):
            part.installEventFilter(self)
        self.text.hide()
        self._row.insertWidget(1, self.field, 1)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self.field.control, QLineEdit):
            self.field.control.end(False)  # noqa: FBT003  (Qt's own: without marking)

    def keep(self) -> None:
        """Announces what was typed, unless it cannot be read or is what was there before."""
        field = self.field
        if field is None:
            return
        problem = field.problem()
        field.mark(problem)
        if problem is not None:
            return
        changed, value = field.is_dirty(), field.value()
        self.leave()
        if changed:
            self.kept.emit(value)

    def leave(self) -> None:
        """Takes the field away and shows the text as it was."""
        if self.field is None:
            return
        field, self.field = self.field, None
        for part in field.findChildren(QWidget):
            part.removeEventFilter(self)
        had_focus = _holds_focus(field)
        let_go(self._row, field)
        self.text.show()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """Lets Enter keep, Esc leave, and a click elsewhere keep."""
        if event.type() is QEvent.Type.KeyPress:
            return self._on_key(event)  # type: ignore[arg-type]  # a key press carries a QKeyEvent
        if event.type() is QEvent.Type.FocusOut and not self._is_still_inside():
            self.keep()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens the field with F2 or Enter."""
        if event.key() in _OPENERS and self._make_field is not None:
            self.edit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the field with a click."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.edit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stops showing that the keyboard is here."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ring inside the row while it has the focus."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().tokens.accent), FOCUS_RING))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.keep()
            return True
        return False

    def _is_still_inside(self) -> bool:
        return QApplication.activePopupWidget() is not None or _holds_focus(self.field)


def _holds_focus(field: Field | None) -> bool:
    focused = QApplication.focusWidget()
    return field is not None and focused is not None and field.isAncestorOf(focused)


class FactList(QWidget):
    """Facts under each other, as on the vendor page; arrow keys go from one to the next."""

    committed = Signal(str, object)
    """Key and new value of a fact the person has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, FactRow] = {}
        self._errors: dict[str, Label] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, key: str, label: str, make_field: Callable[[], Field] | None = None) -> FactRow:
        """Adds a fact; without a way to make a field it can only be read."""
        row = FactRow(label, make_field)
        error = wrapping("", role=FontRole.CAPTION, tone="critical")
        error.setContentsMargins(LABEL_COLUMN + FACT_BLEED, 0, FACT_BLEED, 4)
        error.hide()
        self._rows[key], self._errors[key] = row, error
        self._column.addWidget(row)
        self._column.addWidget(error)
        row.kept.connect(self._telling(key))
        return row

    def set_fact(self, key: str, value: Any, text: str) -> None:
        """Shows a fact and forgets what was complained about it."""
        self._rows[key].set_fact(value, text)
        self.show_problem(key, "")

    def row(self, key: str) -> FactRow:
        """Returns the row of a fact."""
        return self._rows[key]

    def edit_here(self) -> None:
        """Opens the field of the fact the keyboard is on, else of the first one."""
        rows = self._editable()
        here = next((row for row in rows if row.hasFocus() or _holds_focus(row.field)), None)
        for row in (here or rows[0],) if rows else ():
            row.edit()

    def show_problem(self, key: str, sentence: str) -> None:
        """Writes under a fact why the change was refused."""
        self._errors[key].setText(sentence)
        self._errors[key].setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes up and down between the facts."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        rows = self._editable()
        here = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        if not step or here is None or not 0 <= here + step < len(rows):
            super().keyPressEvent(event)
            return
        rows[here + step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _editable(self) -> list[FactRow]:
        rows = self._rows.values()
        return [one for one in rows if one.isVisible() and one.focusPolicy() is not Qt.FocusPolicy.NoFocus]

    def _telling(self, key: str) -> Callable[[object], None]:
        return lambda value: self.committed.emit(key, value)
