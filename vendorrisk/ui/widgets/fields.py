"""The kinds of fields a form has; each loads quietly and says in words what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStyle,
    QWidget,
)

from vendorrisk.ui.widgets.dates import Unreadable
from vendorrisk.ui.widgets.labels import restyle
from vendorrisk.ui.widgets.theme import current_theme
from vendorrisk.ui.widgets.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QWheelEvent
    from PySide6.QtWidgets import QStyleOptionComboBox

REST_MS: Final = 1500
"""Milliseconds after which what was typed is worth keeping as a draft: no more than that is ever lost."""

_TEXT_INDENT: Final = 9
"""Puts numbers on the same x as text; a style sheet cannot move the text of a spin box."""

_LINE: Final = 16
LONGEST_LINE: Final = 1_000
LONGEST_TEXT: Final = 100_000


class Field(QWidget):
    """One value a person can type or choose. `load` is quiet; only the person makes it speak."""

    edited = Signal()
    """The person has changed something, letter by letter."""
    rested = Signal()
    """A change is a moment old, whether typing goes on or not: time to keep a draft."""
    committed = Signal()
    """The person has left the field, or confirmed it, with another value than was loaded."""
    refused = Signal()
    """The person has left the field with something that `problem` complains of."""

    def __init__(self, control: QWidget) -> None:
        super().__init__()
        self.control = control
        self.setFocusProxy(control)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(control)
        self._loaded: Any = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(REST_MS)
        self._pause.timeout.connect(self.rested)
        self.edited.connect(self._note_time)

    def _note_time(self) -> None:
        """Lets the time run from the first letter that is not kept: steady typing must not put it off."""
        if not self._pause.isActive():
            self._pause.start()

    def value(self) -> Any:
        """Returns what the field holds.

        Raises:
            ValueError: The field holds something unreadable; ask `problem` first.
        """
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Puts a value into the control."""
        raise NotImplementedError

    def problem(self) -> Unreadable | None:
        """Returns what is wrong with the text as such, or None."""
        return None

    def unread(self) -> str:
        """Returns what was typed where no value can be read from it: a draft keeps it as it stands."""
        return ""

    def show_unread(self, typed: str) -> None:
        """Puts back what was typed, readable or not."""
        self.show_value(typed)

    def load(self, value: Any) -> None:
        """Shows a stored value without announcing a change."""
        with QSignalBlocker(self), QSignalBlocker(self.control):
            self.show_value(value)
        self._loaded = self.value()
        self._pause.stop()

    def is_dirty(self) -> bool:
        """Whether the person has changed what was loaded."""
        return self.problem() is not None or bool(self.value() != self._loaded)

    def mark(self, wrong: Unreadable | None) -> None:
        """Shows or clears the frame of a field that cannot be accepted, and tells readers why."""
        self.control.setProperty("wrong", "true" if wrong else None)
        self.control.setAccessibleDescription(f"{wrong.what} {wrong.remedy}" if wrong else "")
        restyle(self.control)

    def commit(self) -> None:
        """Announces the value if it differs from what was loaded, and takes it as loaded from then on."""
        self._pause.stop()
        if self.problem() is not None:
            self.refused.emit()
        elif self.is_dirty():
            self._loaded = self.value()
            self.committed.emit()


class TextField(Field):
    """One line of text; blanks round it are dropped."""

    def __init__(self, *, placeholder: str = "", longest: int = LONGEST_LINE) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.line.setPlaceholderText(placeholder)
        self.line.setMaxLength(longest)
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self.commit)

    def value(self) -> str:
        """Returns the text."""
        return self.line.text().strip()

    def show_value(self, value: str | None) -> None:
        """Shows a text."""
        self.line.setText(value or "")
        self.line.setCursorPosition(0)


class _Paper(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class MultiLineField(Field):
    """Several lines of text; Tab leaves the field instead of being typed into it."""

    def __init__(self, *, lines: int = 4) -> None:
        self.paper = _Paper()
        super().__init__(self.paper)
        self.paper.setTabChangesFocus(True)
        current_theme().keep_height(self.paper, _LINE * lines + 12)
        self.paper.textChanged.connect(self._on_text)
        self.paper.left.connect(self.commit)

    def value(self) -> str:
        """Returns the text."""
        return self.paper.toPlainText().strip()

    def show_value(self, value: str | None) -> None:
        """Shows a text."""
        self.paper.setPlainText(value or "")

    def problem(self) -> Unreadable | None:
        """Returns a sentence if the text is too long to be kept."""
        if len(self.value()) <= LONGEST_TEXT:
            return None
        return Unreadable(
            what=tr("This text is too long."),
            remedy=tr("Keep it under {count} characters.", count=LONGEST_TEXT),
        )

    def _on_text(self) -> None:
        self.edited.emit()


LEAST_LETTERS: Final = 12
"""Letters of a choice that are always in sight; the rest of a long one is in the list."""


class _CalmCombo(QComboBox):
    """Does not change its value when a page is scrolled with it under the pointer; never wider than its form.

    Not even in focus: what is saved on leaving a field would be saved at every notch of the wheel.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST_LETTERS)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Ends what is too long with an ellipsis; Qt would break it off within a letter."""
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        metrics = self.fontMetrics()
        option.currentText = metrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room.width())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(Field):
    """One of a list; None as long as nothing is chosen."""

    def __init__(self, options: Sequence[tuple[str, str]], *, unset: str = "") -> None:
        """Takes (key, text) pairs; `unset` is shown while nothing is chosen."""
        self.combo = _CalmCombo()
        super().__init__(self.combo)
        self.combo.setPlaceholderText(unset or tr("Choose…"))
        for key, text in options:
            self.combo.addItem(text, key)
        self.combo.setCurrentIndex(-1)
        self.combo.activated.connect(self._on_choice)

    def value(self) -> str | None:
        """Returns the key of what is chosen."""
        key = self.combo.currentData()
        return None if key is None else str(key)

    def show_value(self, value: str | None) -> None:
        """Shows a choice by its key; a stored key that is not offered any more is shown and kept as it is."""
        if value is not None and self.combo.findData(value) < 0:
            self.combo.addItem(value, value)
        self.combo.setCurrentIndex(-1 if value is None else self.combo.findData(value))

    def _on_choice(self) -> None:
        self.edited.emit()
        self.commit()


CODE: Final = 2
"""Letters of a country's code; no fewer than one more are the beginning of a name."""


class CountryField(ChoiceField):
    """A country by name or two-letter code, found by typing any part of it."""

    def __init__(
        self, countries: Sequence[tuple[str, str]], *, read: Callable[[str], str] | None = None
    ) -> None:
        """Takes (code, name) pairs in the order they are offered.

        `read` knows further names, such as those in other languages: it returns a code, or an empty text.
        """
        super().__init__([(code, f"{name} ({code})") for code, name in countries])
        self._names = [name.casefold() for _code, name in countries]
        self._read = read
        line = QLineEdit()
        self.combo.setLineEdit(line)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.combo.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.combo.setCompleter(completer)
        line.setPlaceholderText(tr("Country"))
        line.clear()
        line.textEdited.connect(self.edited)
        line.editingFinished.connect(self._settle)

    def value(self) -> str | None:
        """Returns the code of the country.

        Raises:
            ValueError: The text names no country of the list.
        """
        typed = self.combo.currentText().strip()
        if not typed:
            return None
        place = self._place_of(typed)
        if place < 0:
            raise ValueError(typed)
        return str(self.combo.itemData(place))

    def show_value(self, value: str | None) -> None:
        """Shows a country by its code."""
        super().show_value(value)
        if self.combo.currentIndex() < 0:
            self.combo.clearEditText()

    def problem(self) -> Unreadable | None:
        """Returns a sentence if the text names no country of the list."""
        typed = self.combo.currentText().strip()
        if not typed or self._place_of(typed) >= 0:
            return None
        return Unreadable(
            what=tr("{name} is not in the list of countries.", name=typed),
            remedy=tr("Type the name, its beginning, or the two-letter code."),
        )

    def unread(self) -> str:
        """Returns a text that names no country."""
        return self.combo.currentText().strip() if self.problem() else ""

    def show_unread(self, typed: str) -> None:
        """Puts back such a text."""
        self.combo.setEditText(typed)

    def _place_of(self, typed: str) -> int:
        place = self.combo.findText(typed, Qt.MatchFlag.MatchFixedString)
        if place < 0 and len(typed) == CODE:
            place = self.combo.findData(typed.upper())
        if place < 0:
            place = self._named(typed.casefold())
        if place < 0 and self._read is not None and (code := self._read(typed)):
            place = self.combo.findData(code)
        return place

    def _named(self, typed: str) -> int:
        """The country of this name, or the only one whose name begins so; -1 for none."""
        if typed in self._names:
            return self._names.index(typed)
        begun = [place for place, name in enumerate(self._names) if name.startswith(typed)]
        return begun[0] if len(begun) == 1 and len(typed) > CODE else -1

    def _settle(self) -> None:
        place = self._place_of(self.combo.currentText().strip())
        if place >= 0:
            with QSignalBlocker(self.combo):
                self.combo.setCurrentIndex(place)
        self.commit()


class CheckField(Field):
    """Yes or no."""

    def __init__(self, text: str) -> None:
        self.box = QCheckBox(text)
        super().__init__(self.box)
        self.box.clicked.connect(self._on_click)

    def value(self) -> bool:
        """Returns whether the box is ticked."""
        return self.box.isChecked()

    def show_value(self, value: bool | None) -> None:  # noqa: FBT001  (the value itself)
        """Ticks or clears the box."""
        self.box.setChecked(bool(value))

    def _on_click(self) -> None:
        self.edited.emit()
        self.commit()


class _CalmSpin(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberField(Field):
    """A whole number within bounds; it cannot be changed by scrolling over it."""

    def __init__(self, *, least: int = 0, most: int = 9999, unit: str = "") -> None:
        self.spin = _CalmSpin()
        super().__init__(self.spin)
        self.spin.setRange(least, most)
        self.spin.lineEdit().setTextMargins(_TEXT_INDENT, 0, 0, 0)
        self.spin.setSuffix(f" {unit}" if unit else "")
        self.spin.valueChanged.connect(self._on_number)
        self.spin.editingFinished.connect(self.commit)

    def value(self) -> int:
        """Returns the number."""
        return self.spin.value()

    def show_value(self, value: int | None) -> None:
        """Shows a number; nothing known shows the least."""
        self.spin.setValue(self.spin.minimum() if value is None else value)

    def _on_number(self) -> None:
        self.edited.emit()
