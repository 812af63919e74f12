from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor

from vendorrisk.ui.widgets.task_model import Task, TaskGroup, TaskModel, TaskRole
from vendorrisk.ui.widgets.tasklist import TaskList, places, verb_box
from vendorrisk.ui.widgets.tokens import LIGHT, Kind

pytestmark = pytest.mark.usefixtures("theme")

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def a_task(task_id: str, **parts) -> Task:
    return Task(
        **{
            "id": task_id,
            "kind": Kind.WARN,
            "name": f"Vendor {task_id}",
            "what": "Answers outstanding",
            "when": "Fri 27 Nov",
            "distance": "in 4 days",
            "owner": "A. Novak",
            "verb": "Send reminder",
            **parts,
        }
    )


LATE = TaskGroup(
    title="Overdue", tasks=(a_task("a", kind=Kind.CRITICAL, when="12 days late", late=True), a_task("b"))
)
WEEK = TaskGroup(title="This week", tasks=(a_task("c"), a_task("d")))
NOTHING = TaskGroup(title="Waiting for us", tasks=())


@pytest.fixture
def tasks(qtbot) -> TaskList:
    widget = TaskList(name="My week")
    qtbot.addWidget(widget)
    widget.set_groups([LATE, NOTHING, WEEK])
    widget.resize(838, widget.sizeHint().height())
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    widget.setFocus()
    return widget


def test_the_model_keeps_qts_contract(qtmodeltester):
    model = TaskModel()
    model.set_groups([LATE, WEEK])
    qtmodeltester.check(model)


def test_groups_without_tasks_are_not_shown(tasks):
    spoken = [
        tasks.tasks.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(tasks.tasks.rowCount())
    ]
    assert [words for words in spoken if "task" in words] == ["Overdue, 2 tasks", "This week, 2 tasks"]


def test_a_task_is_one_sentence_for_readers(tasks):
    assert tasks.tasks.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Vendor a, Answers outstanding, 12 days late, in 4 days, A. Novak, Send reminder"
    )
    assert QAccessible.queryAccessibleInterface(tasks).text(QAccessible.Text.Name) == "My week"


def test_the_keyboard_starts_on_the_first_task_and_steps_over_headings(tasks, qtbot):
    walked = [tasks.current_id()]
    for _ in range(3):
        qtbot.keyClick(tasks, Qt.Key.Key_Down)
        walked.append(tasks.current_id())
    assert walked == ["a", "b", "c", "d"]
    qtbot.keyClick(tasks, Qt.Key.Key_Up)
    qtbot.keyClick(tasks, Qt.Key.Key_Up)
    assert tasks.current_id() == "b"
    qtbot.keyClick(tasks, Qt.Key.Key_End)
    assert tasks.current_id() == "d"
    qtbot.keyClick(tasks, Qt.Key.Key_Home)
    assert tasks.current_id() == "a"


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Qt.Key.Key_Return, NONE, "opened"),
        (Qt.Key.Key_Enter, NONE, "opened"),
        (Qt.Key.Key_Space, NONE, "quick_look"),
        (Qt.Key.Key_R, NONE, "remind"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, "verb"),
    ],
)
def test_keys_do_what_the_page_promises(tasks, qtbot, key, modifier, signal):
    qtbot.keyClick(tasks, Qt.Key.Key_Down)
    with qtbot.waitSignal(getattr(tasks, signal)) as told:
        qtbot.keyClick(tasks, key, modifier)
    assert told.args == ["b"]


def test_a_click_on_the_verb_does_it_and_a_click_on_the_row_only_selects(tasks, qtbot):
    index = tasks.tasks.index(2)
    rect = tasks.visualRect(index)
    at = verb_box(rect, index.data(TaskRole.LINE).task).center()
    with qtbot.waitSignal(tasks.verb) as told:
        qtbot.mouseClick(tasks.viewport(), LEFT, NONE, at)
    assert told.args == ["b"]
    with qtbot.assertNotEmitted(tasks.verb):
        qtbot.mouseClick(tasks.viewport(), LEFT, NONE, rect.topLeft() + QPoint(60, 18))
    assert tasks.current_id() == "b"


def test_a_double_click_opens(tasks, qtbot):
    at = tasks.visualRect(tasks.tasks.index(2)).topLeft() + QPoint(60, 18)
    qtbot.mouseClick(tasks.viewport(), LEFT, NONE, at)
    with qtbot.waitSignal(tasks.opened) as told:
        qtbot.mouseDClick(tasks.viewport(), LEFT, NONE, at)
    assert told.args == ["b"]


def test_the_keyboard_stays_on_its_task_when_others_come_and_go(tasks):
    tasks.setCurrentIndex(tasks.tasks.index(tasks.tasks.row_of("c")))
    tasks.set_groups([TaskGroup(title="Overdue", tasks=(a_task("x"), a_task("y"), a_task("c")))])
    assert tasks.current_id() == "c"


def test_several_tasks_are_selected_by_shift_across_headings_and_stay_so_after_a_reading(tasks, qtbot):
    tasks.set_groups([LATE, WEEK])
    for _ in range(2):
        qtbot.keyClick(tasks, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert tasks.chosen_ids() == ["a", "b", "c"]
    assert tasks.current_id() == "c"
    tasks.set_groups([TaskGroup(title="Overdue", tasks=(a_task("new"), *LATE.tasks)), WEEK])
    assert tasks.chosen_ids() == ["a", "b", "c"]
    qtbot.keyClick(tasks, Qt.Key.Key_Down)
    assert tasks.chosen_ids() == ["d"]


def test_the_keyboard_stays_nearby_when_its_task_is_done(tasks):
    tasks.setCurrentIndex(tasks.tasks.index(tasks.tasks.row_of("d")))
    tasks.set_groups([LATE, TaskGroup(title="This week", tasks=(a_task("c"),))])
    assert tasks.current_id() == "c"
    tasks.set_groups([])
    assert tasks.current_id() == ""


def test_rows_are_36_high_and_the_list_asks_for_all_of_them(tasks):
    assert tasks.visualRect(tasks.tasks.index(1)).height() == 36
    assert tasks.sizeHint().height() == 1 + 39 + 2 * 36 + 36 + 2 * 36 + 3 + 1


def test_every_part_stands_at_the_same_x_in_all_groups_as_planned():
    spots = places(836)
    assert (spots.name, spots.what) == (39, 207)
    assert spots.at == {"when": 443, "distance": 529, "owner": 637, "verb": 719}  # a year behind it


def test_owner_and_then_distance_give_way_where_space_is_short():
    assert "owner" not in places(640).at
    assert set(places(520).at) == {"when", "verb"}
    for width in range(420, 1200, 20):
        spots = places(width)
        starts = sorted([spots.name, spots.what, *spots.at.values()])
        assert all(later - earlier >= 8 for earlier, later in itertools.pairwise(starts))
        assert max(starts) < width


def test_only_the_current_row_has_a_framed_verb(tasks):
    image = tasks.viewport().grab().toImage()
    border = QColor(LIGHT.control_border)

    def framed(row: int) -> bool:
        index = tasks.tasks.index(row)
        box = verb_box(tasks.visualRect(index), index.data(TaskRole.LINE).task)
        return image.pixelColor(box.center().x(), box.top()) == border

    assert [framed(row) for row in (1, 2, 4, 5)] == [True, False, False, False]


def test_out_of_sight_the_keyboard_is_put_on_the_first_task_again_unless_somebody_chose(tasks):
    newer = TaskGroup(title="Overdue", tasks=(a_task("new"), *LATE.tasks))
    assert tasks.current_id() == "a"
    tasks.set_groups([newer, WEEK])
    assert tasks.current_id() == "a", "in sight nothing moves under the hand"
    tasks.hide()
    tasks.set_groups([newer, WEEK])
    assert tasks.current_id() == "new"
    tasks.setCurrentIndex(tasks.tasks.index(tasks.tasks.row_of("c")))
    tasks.set_groups([LATE, WEEK])
    assert tasks.current_id() == "c"
