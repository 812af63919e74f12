"""Long work: told how far it is, stopped for good, and never a friendly face on a bug."""

from __future__ import annotations

import sys
from threading import Event, get_ident

import pytest

from vendorrisk.ui.widgets.jobs import Cancelled, Jobs, Progress


class Mendable(Exception):
    pass


@pytest.fixture
def jobs(qapp):
    jobs = Jobs(expected=Mendable)
    yield jobs
    assert jobs.stop()


@pytest.fixture
def crashes(monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, problem, trace: caught.append((kind, problem, trace)))
    return caught


def test_work_is_done_elsewhere_and_its_result_arrives_here(jobs, qtbot):
    arrived = []
    job = jobs.run(
        "Add", lambda progress: (get_ident(), 1 + 1), done=lambda got: arrived.append((get_ident(), got))
    )
    with qtbot.waitSignal(jobs.ended):
        assert jobs.running() == [job]
    ((here, (there, result)),) = arrived
    assert result == 2
    assert here == get_ident() != there
    assert jobs.running() == []
    assert job.state == "done"


def test_progress_is_told_first_and_last(jobs, qtbot):
    told = []
    jobs.progressed.connect(lambda job, done, total, what: told.append((job.label, done, total, what)))

    def work(progress):
        for number in range(101):
            progress.step(number, 100, "letters")

    jobs.run("Create letters", work)
    qtbot.waitSignal(jobs.ended).wait()
    assert told[0] == ("Create letters", 0, 100, "letters")
    assert told[-1] == ("Create letters", 100, 100, "letters")


def test_a_cancel_stops_the_work_at_its_next_step_and_nothing_arrives(jobs, qtbot):
    begun, go_on, arrived, reached = Event(), Event(), [], []

    def work(progress):
        progress.step(0, 2)
        begun.set()
        go_on.wait(10)
        progress.step(1, 2)
        reached.append("after")

    job = jobs.run("Import", work, done=arrived.append, failed=arrived.append)
    assert begun.wait(10)
    assert job.cancel()
    with qtbot.waitSignal(jobs.ended):
        go_on.set()
    assert job.state == "cancelled"
    assert arrived == []
    assert reached == []


def test_work_past_the_point_of_no_return_cannot_be_stopped_and_its_result_arrives(jobs, qtbot):
    sealed, go_on, arrived = Event(), Event(), []

    def work(progress):
        progress.seal()
        sealed.set()
        go_on.wait(10)
        progress.step(1, 1)
        return "committed"

    job = jobs.run("Import", work, done=arrived.append)
    assert sealed.wait(10)
    assert not job.cancel()
    with qtbot.waitSignal(jobs.ended):
        go_on.set()
    assert arrived == ["committed"]


def test_a_cancel_before_the_point_of_no_return_wins():
    progress = Progress(lambda done, total, what: None)
    assert progress.stop()
    with pytest.raises(Cancelled):
        progress.seal()


def test_what_a_person_can_mend_is_handed_to_the_page(jobs, qtbot, crashes):
    problems = []

    def work(progress):
        raise Mendable("the file is locked")

    jobs.run("Export", work, failed=problems.append)
    qtbot.waitSignal(jobs.ended).wait()
    assert [str(problem) for problem in problems] == ["the file is locked"]
    assert crashes == []


@pytest.mark.parametrize("with_page", [True, False])
def test_a_bug_goes_where_all_bugs_go_with_its_traceback(jobs, qtbot, crashes, with_page):
    problems = []

    def work(progress):
        return 1 / 0

    job = jobs.run("Export", work, failed=problems.append if with_page else None)
    qtbot.waitUntil(lambda: bool(crashes))
    kind, _problem, trace = crashes[0]
    assert kind is ZeroDivisionError
    assert trace is not None
    assert problems == []
    assert job.state == "failed"


def test_what_can_be_mended_but_nobody_listens_to_is_a_bug(jobs, qtbot, crashes):
    def work(progress):
        raise Mendable("x")

    jobs.run("Export", work)
    qtbot.waitUntil(lambda: bool(crashes))
    assert crashes[0][0] is Mendable


def test_closing_stops_everything(qapp):
    jobs = Jobs()
    begun = Event()

    def work(progress):
        while True:
            progress.step(0, 0)
            begun.set()

    jobs.run("For ever", work)
    assert begun.wait(10)
    assert jobs.stop()


@pytest.fixture
def impatient(monkeypatch):
    """Closing does not wait for work that cannot be stopped."""
    monkeypatch.setattr("vendorrisk.ui.widgets.jobs.PATIENCE_MS", 0)
    yield
    monkeypatch.undo()


@pytest.mark.parametrize("how_it_ends", ["done", "failed"])
def test_what_ends_while_everything_is_closed_is_not_told_any_more(
    jobs, qtbot, crashes, impatient, how_it_ends
):
    """Its result would arrive after the lock, where nothing can be read."""
    begun, may_end, told = Event(), Event(), []

    def work(_progress):
        begun.set()
        may_end.wait(5)
        if how_it_ends == "failed":
            raise Mendable

    job = jobs.run("Paint", work, done=told.append, failed=told.append)
    assert begun.wait(5)
    assert not jobs.stop()
    with qtbot.waitSignal(jobs.ended):
        may_end.set()
    assert job.state == how_it_ends
    assert (told, crashes) == ([], [])


@pytest.mark.usefixtures("impatient")
def test_a_bug_while_everything_is_closed_is_reported_all_the_same(jobs, qtbot, crashes):
    begun, may_end = Event(), Event()

    def work(_progress):
        begun.set()
        may_end.wait(5)
        raise ZeroDivisionError

    jobs.run("Paint", work)
    assert begun.wait(5)
    jobs.stop()
    with qtbot.waitSignal(jobs.ended):
        may_end.set()
    assert [kind for kind, *_ in crashes] == [ZeroDivisionError]


def test_what_is_done_in_turn_waits_for_the_others_of_its_kind(jobs, qtbot):
    go_on, order = Event(), []

    def first(_progress):
        go_on.wait(10)
        order.append("first")

    jobs.run("Home", first, in_turn=True)
    jobs.run("Counts", lambda _progress: order.append("second"), in_turn=True)
    with qtbot.waitSignal(jobs.ended):
        jobs.run("Import", lambda _progress: order.append("beside"))
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.running())
    assert order == ["beside", "first", "second"]


def test_what_waits_for_its_turn_when_the_window_closes_is_not_begun(qapp):
    jobs, go_on, begun, done = Jobs(expected=Mendable), Event(), Event(), []

    def first(_progress):
        begun.set()
        go_on.wait(10)

    jobs.run("Home", first, in_turn=True)
    second = jobs.run("Counts", lambda _progress: done.append("second"), in_turn=True)
    assert begun.wait(10)
    second.leave()
    go_on.set()
    assert jobs.stop()
    assert done == []
