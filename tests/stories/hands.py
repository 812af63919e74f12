"""What a person at the window can do: press keys, click what is in sight, fill in forms, answer dialogs.

Everything is found by the words on it. Nothing here calls a slot, a use case, or a method of a page.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as TooLate

from vendorrisk.ui.widgets.dialogs import Dialog
from vendorrisk.ui.widgets.facts import FactRow
from vendorrisk.ui.widgets.table import Table

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier
LOOK_EVERY_MS = 10
PATIENCE_MS = 10_000
GLANCE_MS = 2_000
UNANSWERED_MS = 8_000


class NotInSight(AssertionError):
    """A person could not have done this: the thing is not there, not visible, or greyed."""


class Hands:
    """Mouse and keys over one window. `window` is asked for at every step: it changes with the lock."""

    def __init__(self, bot, window):
        self.bot = bot
        self._window = window

    @property
    def top(self) -> QWidget:
        """Whatever takes keys and clicks now: the dialog in front, or the window."""
        return QApplication.activeModalWidget() or self._window()

    def has_the_keyboard(self) -> None:
        """Gives the keyboard back to what is in front, as a window manager does when a dialog has gone."""
        if QApplication.activeWindow() is None:
            self.top.activateWindow()
            self.waits_until(lambda: QApplication.activeWindow() is not None, "the keyboard")

    # Looking.

    def sees(self, kind, test, *, within=None):
        """The one widget of a kind in sight that passes a test; what is being drawn is waited for."""
        found = []

        def one_of_them():
            nonlocal found
            found = [one for one in self._place(within).findChildren(kind) if one.isVisible() and test(one)]
            return len(found) == 1

        if not one_of_them():
            self.waits_until(one_of_them, f"just one {kind} of {len(found)}", GLANCE_MS)
        return found[0]

    def _place(self, within) -> QWidget:
        return self.top if within is None else within

    def words(self, within=None) -> list[str]:
        """All texts in sight."""
        kinds = QLabel | QAbstractButton
        found = self._place(within).findChildren(QWidget)
        return [one.text() for one in found if isinstance(one, kinds) and one.isVisible() and one.text()]

    def reads(self, words: str, within=None) -> bool:
        """Whether some text in sight holds these words."""
        return any(words in text for text in self.words(within))

    def waits_until(self, test, what: str = "", patience: int = PATIENCE_MS) -> None:
        """Waits for something that takes its time, as a person does."""
        try:
            self.bot.waitUntil(test, timeout=patience)
        except TooLate as late:
            raise NotInSight(f"{what or 'it'} never came: {self.words()}") from late

    def waits_for_words(self, words: str) -> None:
        """Waits until some text in sight holds these words."""
        self.waits_until(lambda: self.reads(words), words)

    # Buttons, menus, keys.

    def button(self, words: str, within=None) -> QAbstractButton:
        """The button in sight with these words on it, or named so for readers."""
        return self.sees(
            QAbstractButton, lambda one: words in {one.text(), one.accessibleName()}, within=within
        )

    def clicks(self, words: str, within=None) -> None:
        """Clicks a button that can be clicked."""
        button = self.button(words, within)
        if not button.isEnabled():
            raise NotInSight(f"{words!r} is greyed: {button.toolTip()}")
        with self._nothing_unexpected_asked(words):
            self.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def is_barred(self, words: str) -> bool:
        """Whether a button is greyed with a reason."""
        button = self.button(words)
        return not button.isEnabled() and bool(button.toolTip())

    @contextmanager
    def _nothing_unexpected_asked(self, words: str):
        """Leaves a dialog that holds everything up and that nobody answers: the story went wrong."""
        asked = []

        def leave():
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, Dialog):
                asked.append(f"{words!r} asked {dialog.windowTitle()!r}: {self.words(dialog)}")
                dialog.reject()

        waiting = QTimer()
        waiting.setSingleShot(True)
        waiting.timeout.connect(leave)
        waiting.start(UNANSWERED_MS)
        yield
        waiting.stop()
        if asked:
            raise NotInSight(asked[0])

    def chooses_from(self, button: str, *words: str) -> None:
        """Unfolds the menu of a button and clicks an entry, going through sub-menus."""
        self.clicks(button)
        for word in words:
            self._clicks_in_menu(word)

    def chooses_from_menu_bar(self, title: str, words: str) -> None:
        """Clicks a menu of the menu bar and a command in it."""
        bar = self.sees(QMenuBar, lambda _bar: True)
        action = next(one for one in bar.actions() if one.text().replace("&", "") == title)
        self.bot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(action).center())
        self._clicks_in_menu(words)

    def _clicks_in_menu(self, words: str) -> None:
        self.waits_until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu", GLANCE_MS)
        menu = QApplication.activePopupWidget()
        found = [one for one in menu.actions() if one.text().split("\t")[0] == words and one.isEnabled()]
        if not found:
            menu.hide()
            raise NotInSight(f"{words!r} cannot be chosen from {[one.text() for one in menu.actions()]}")
        at = menu.actionGeometry(found[0]).center()
        self.bot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=at)

    def chooses_tab(self, words: str) -> None:
        """Clicks a tab of the page in sight."""
        bar = self.sees(QTabBar, lambda _bar: True)
        place = next(at for at in range(bar.count()) if bar.tabText(at) == words)
        self.bot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())

    def presses(self, key, modifiers=PLAIN, *, on=None) -> None:
        """Presses a key where the keyboard is."""
        self.has_the_keyboard()
        with self._nothing_unexpected_asked(f"key {key}"):
            self.bot.keyClick(on or QApplication.focusWidget() or self.top, key, modifiers)

    def types(self, text: str) -> None:
        """Types where the keyboard is."""
        self.bot.keyClicks(QApplication.focusWidget() or self.top, text)

    # Forms.

    def control(self, label: str) -> QWidget:
        """The control in sight that belongs to a label."""
        kinds = QLineEdit | QPlainTextEdit | QComboBox
        return self.sees(QWidget, lambda one: isinstance(one, kinds) and one.accessibleName() == label)

    def fills_in(self, fields: dict[str, str]) -> None:
        """Types or chooses in fields named by their labels."""
        for label, text in fields.items():
            self.fills(label, text)

    def fills(self, label: str, text: str) -> None:
        """Types a text into a field, or chooses it where the field is a list."""
        control = self.control(label)
        if isinstance(control, QComboBox) and not control.isEditable():
            self._chooses(control, text)
        else:
            self._types_into(control.lineEdit() if isinstance(control, QComboBox) else control, text)

    def _types_into(self, control, text: str) -> None:
        target = control.viewport() if isinstance(control, QAbstractScrollArea) else control
        self.bot.mouseClick(target, Qt.MouseButton.LeftButton)
        self.bot.keyClick(control, Qt.Key.Key_A, CTRL)
        self.bot.keyClick(control, Qt.Key.Key_Delete)
        self.bot.keyClicks(control, text)
        self.bot.keyClick(control, Qt.Key.Key_Tab)

    def _chooses(self, combo: QComboBox, text: str) -> None:
        place = combo.findText(text)
        if place < 0:
            raise NotInSight(f"{text!r} is not one of {[combo.itemText(at) for at in range(combo.count())]}")
        combo.setFocus(Qt.FocusReason.MouseFocusReason)
        self.bot.keyClick(combo, Qt.Key.Key_F4)
        self.waits_until(combo.view().isVisible, f"the list of {combo.accessibleName()}")
        self.bot.keyClick(combo.view(), Qt.Key.Key_Home)
        for _ in range(place):
            self.bot.keyClick(combo.view(), Qt.Key.Key_Down)
        self.bot.keyClick(combo.view(), Qt.Key.Key_Return)

    def sets(self, label: str, number: int) -> None:
        """Types a whole number into a field with arrows."""
        box = self.sees(QSpinBox, lambda one: one.accessibleName() == label)
        box.lineEdit().selectAll()
        self.bot.keyClicks(box, str(number))
        self.bot.keyClick(box, Qt.Key.Key_Tab)

    def offers(self, label: str) -> list[str]:
        """What a list lets choose from."""
        combo = self.control(label)
        return [combo.itemText(at) for at in range(combo.count())]

    def ticks(self, *words: str) -> None:
        """Ticks boxes by the words beside them."""
        for text in words:
            if not self.is_ticked(text):
                self.toggles(text)

    def is_ticked(self, words: str) -> bool:
        """Whether the box with these words beside it is ticked."""
        return self._box(words).isChecked()

    def toggles(self, words: str) -> None:
        """Presses the space bar on a box."""
        self.bot.keyClick(self._box(words), Qt.Key.Key_Space)

    def _box(self, words: str) -> QCheckBox:
        return self.sees(QCheckBox, lambda one: words in {one.text(), one.accessibleName()})

    def fact(self, label: str) -> str:
        """What stands beside a label among the facts."""
        row = self.sees(FactRow, lambda one: one.label.text() == label)
        return row.accessibleName().removeprefix(f"{label}: ")

    def corrects_fact(self, label: str, text: str) -> None:
        """Edits a fact where it stands: F2, the new text, Enter."""
        row = self.sees(FactRow, lambda one: one.label.text() == label)
        row.setFocus()
        self.bot.keyClick(row, Qt.Key.Key_F2)
        self.presses(Qt.Key.Key_A, CTRL)
        self.types(text)
        self.presses(Qt.Key.Key_Return)

    # Tables.

    def table(self, name: str) -> Table:
        """The table in sight with this name."""
        return self.sees(Table, lambda one: one.accessibleName() == name)

    def rows(self, name: str) -> list[dict[str, str]]:
        """What a table shows, row by row: the words under each title. Waits for the first one."""
        model = self.table(name).rows
        if not model.rowCount():
            self.waits_until(lambda: self.table(name).rows.rowCount() > 0, f"a row of {name}")
            model = self.table(name).rows
        titles = [column.title for column in model.columns]
        return [
            {title: str(model.index(row, at).data() or "") for at, title in enumerate(titles)}
            for row in range(model.rowCount())
        ]

    def column(self, name: str, title: str) -> list[str]:
        """One column of a table, from above."""
        return [row[title] for row in self.rows(name)]

    def goes_to_row(self, name: str, words: str) -> None:
        """Puts the keyboard on the row that holds these words, by the arrow keys."""
        table = self.table(name)
        places = [at for at, row in enumerate(self.rows(name)) if words in row.values()]
        if len(places) != 1:
            raise NotInSight(f"{len(places)} rows hold {words!r}: {self.rows(name)}")
        table.setFocus()
        self.bot.keyClick(table, Qt.Key.Key_Home, CTRL)
        for _ in range(places[0]):
            self.bot.keyClick(table, Qt.Key.Key_Down)

    def opens_row(self, name: str, words: str) -> None:
        """Opens the row that holds these words with Enter."""
        self.goes_to_row(name, words)
        self.bot.keyClick(self.table(name), Qt.Key.Key_Return)

    # Dialogs.

    def waits_for_dialog(self, title: str) -> Dialog:
        """Waits for a dialog that does not hold everything up."""
        self.waits_until(lambda: self.is_asked(title), f"the dialog {title!r}")
        return QApplication.activeModalWidget()

    def is_asked(self, title: str) -> bool:
        """Whether a dialog whose title begins like this is in front."""
        dialog = QApplication.activeModalWidget()
        return isinstance(dialog, Dialog) and dialog.isVisible() and dialog.windowTitle().startswith(title)

    @contextmanager
    def answering(self, title: str, answer):
        """Answers a dialog that holds everything up until it is left; `answer` must leave it."""
        looking = QTimer()
        told = []

        def look():
            if self.is_asked(title):
                looking.stop()
                dialog = QApplication.activeModalWidget()
                try:
                    answer()
                except BaseException as problem:  # noqa: BLE001  (the dialog must not wait for ever)
                    told.append(problem)
                if dialog.isVisible():
                    told.append(NotInSight(f"{title!r} was not left: {self.words(dialog)}"))
                    dialog.reject()
                told.append(None)

        looking.timeout.connect(look)
        looking.start(LOOK_EVERY_MS)
        yield
        looking.stop()
        if not told:
            raise NotInSight(f"nobody asked {title!r}: {self.words()}")
        for problem in told:
            if problem is not None:
                raise problem

    @contextmanager
    def filling(self, title: str, verb: str, fields: dict[str, str] | None = None, *, ticks=()):
        """Fills in the dialog that comes up, ticks what is named, and chooses its verb."""

        def fill():
            self.fills_in(fields or {})
            self.ticks(*ticks)
            self.clicks(verb)

        with self.answering(title, fill):
            yield

    def answers(self, messages, *paths) -> None:
        """Prepares what is picked in the system's own file dialogs."""
        prepared = [None if path is None else Path(path) for path in paths]
        for name in ("pick_folder", "pick_file", "pick_target"):
            setattr(messages, name, lambda *_words, **_more: prepared.pop(0))
