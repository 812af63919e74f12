"""A dialog stands in the middle of its window from its first moment on, with its title in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from vendorrisk.ui.widgets.dialogs import Dialog
from vendorrisk.ui.widgets.labels import wrapping


@pytest.fixture
def window(theme, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setGeometry(100, 60, 600, 500)
    widget.show()
    return widget


class MovesSeen(QObject):
    """Counts the moves of a dialog while it is in sight."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def eventFilter(self, watched, event):
        self.count += event.type() is QEvent.Type.Move and watched.isVisible()
        return False


def test_a_dialog_is_in_its_place_before_it_is_shown(window):
    dialog, moves = Dialog(window, "Short"), MovesSeen()
    dialog.offer_close()
    dialog.installEventFilter(moves)
    dialog.show()
    assert moves.count == 0
    assert abs(dialog.frameGeometry().center().x() - window.frameGeometry().center().x()) <= 1
    assert abs(dialog.frameGeometry().center().y() - window.frameGeometry().center().y()) <= 1


def test_one_whose_window_is_at_the_edge_keeps_its_title_in_sight(window):
    window.move(-400, -300)
    dialog = Dialog(window, "Short")
    dialog.offer_close()
    dialog.show()
    screen = dialog.screen().availableGeometry()
    assert (dialog.frameGeometry().left(), dialog.frameGeometry().top()) == (screen.left(), screen.top())


def test_texts_that_wrap_have_their_height_and_buttons_stand_below_them(window):
    dialog = Dialog(window, "Long")
    text = wrapping("A sentence that takes more than one line. " * 12)
    dialog.body.addWidget(text)
    close = dialog.offer_close()
    dialog.show()
    bottom = text.mapTo(dialog, text.rect().bottomLeft()).y()
    assert text.height() >= text.heightForWidth(text.width())
    assert bottom < close.mapTo(dialog, close.rect().topLeft()).y()


def test_one_that_grows_over_the_edge_of_the_screen_moves_up(window):
    dialog = Dialog(window, "Short")
    dialog.offer_close()
    dialog.show()
    screen = dialog.screen().availableGeometry()
    dialog.take_height(screen.height() - 40)
    assert dialog.frameGeometry().bottom() <= screen.bottom()
    assert dialog.frameGeometry().top() >= screen.top()


ANSWERS = QDialog.DialogCode
ROLES = QDialogButtonBox.ButtonRole


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    ("destroys", "role", "answer"),
    [
        (False, ROLES.RejectRole, ANSWERS.Rejected), (False, ROLES.AcceptRole, ANSWERS.Accepted),
        (True, ROLES.RejectRole, ANSWERS.Rejected), (True, ROLES.AcceptRole, ANSWERS.Accepted),
    ],
)  # fmt: skip
def test_the_button_that_has_the_keyboard_is_the_one_that_is_pressed(
    window, qtbot, key, destroys, role, answer
):
    dialog = Dialog(window, "Add a vendor")
    answers = []
    dialog.finished.connect(answers.append)
    dialog.offer("Add", destroys=destroys)
    dialog.show()
    (button,) = [one for one in dialog.buttons.buttons() if dialog.buttons.buttonRole(one) is role]
    button.setFocus()
    qtbot.keyClick(button, key)
    assert answers == [answer.value]


@pytest.mark.parametrize(("destroys", "answer"), [(False, ANSWERS.Accepted), (True, ANSWERS.Rejected)])
def test_enter_in_a_field_means_the_verb_unless_it_destroys(window, qtbot, destroys, answer):
    dialog = Dialog(window, "Add a vendor")
    answers = []
    dialog.finished.connect(answers.append)
    name = QLineEdit()
    dialog.body.addWidget(name)
    dialog.offer("Add", destroys=destroys)
    dialog.show()
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert answers == [answer.value]
