"""Long work in another thread, with progress and a final cancel; widgets are touched in slots only."""

from __future__ import annotations

import sys
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QRunnable, Qt, QThreadPool, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

REPORT_EVERY_MS = 50
THREADS = 2
PATIENCE_MS = 5_000
"""How long the end of the program waits for what runs."""


class Cancelled(Exception):
    """The person has stopped the job; what was begun is to be left as if it had never been."""


class Progress:
    """What the work sees: it reports here, and is told here to stop."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report = report
        self._lock = Lock()
        self._stopped = False
        self._sealed = False
        self._since_report = QElapsedTimer()

    def step(self, done: int, total: int, what: str = "") -> None:
        """Tells how far the work is; a total of 0 means that nobody knows.

        Raises:
            Cancelled: The person has stopped the job.
        """
        self.go_on()
        due = not self._since_report.isValid() or self._since_report.elapsed() >= REPORT_EVERY_MS
        if due or done == total:
            self._since_report.start()
            self._report(done, total, what)

    def go_on(self) -> None:
        """Asks whether to go on.

        Raises:
            Cancelled: The person has stopped the job.
        """
        if self._stopped and not self._sealed:
            raise Cancelled

    def seal(self) -> None:
        """Says that from here on the work will be done: call it just before what cannot be taken back.

        Raises:
            Cancelled: The person was faster.
        """
        with self._lock:
            if self._stopped:
                raise Cancelled
            self._sealed = True

    def stop(self) -> bool:
        """Asks the work to stop; False if it is past the point where it could."""
        with self._lock:
            self._stopped = self._stopped or not self._sealed
            return self._stopped


class Job(QObject):
    """One piece of work under way. It belongs to its `Jobs`, and is deleted once it has ended."""

    _reported = Signal(int, int, str)
    _finished = Signal(object)
    _broke = Signal(object)
    _stopped = Signal()

    def __init__(
        self,
        label: str,
        jobs: Jobs,
        *,
        done: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        super().__init__(jobs)  # so that no garbage collector, in whatever thread, deletes it
        self.label = label
        self.state = "running"
        self._jobs = jobs
        self._progress = Progress(self._report)
        self._done = done
        self._failed = failed
        self.is_left = False
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._broke.connect(self._on_broke, Qt.ConnectionType.QueuedConnection)
        self._stopped.connect(self._on_stopped, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> bool:
        """Stops the work at its next step; False if it can no longer be stopped."""
        return self._progress.stop()

    def leave(self) -> None:
        """Stops the work as well as it can be; nobody is there any more to be told how it ended."""
        self.cancel()
        self.is_left = True

    def perform(self, work: Callable[[Progress], Any]) -> None:
        """Does the work; runs in the other thread."""
        try:
            self._progress.go_on()
            result = work(self._progress)
        except Cancelled:
            self._stopped.emit()
        except Exception as problem:  # noqa: BLE001  (handed to the window's thread whole)
            self._broke.emit(problem)
        else:
            self._finished.emit(result)

    def _report(self, done: int, total: int, what: str) -> None:
        self._reported.emit(done, total, what)

    def _on_reported(self, done: int, total: int, what: str) -> None:
        self._jobs.progressed.emit(self, done, total, what)

    def _on_finished(self, result: Any) -> None:
        self._end("done")
        if self._done is not None and not self.is_left:
            self._done(result)

    def _on_broke(self, problem: Exception) -> None:
        self._end("failed")
        expected = isinstance(problem, self._jobs.expected)
        if self._failed is not None and expected and not self.is_left:
            self._failed(problem)
        elif not (self.is_left and expected):
            sys.excepthook(type(problem), problem, problem.__traceback__)

    def _on_stopped(self) -> None:
        self._end("cancelled")

    def _end(self, state: str) -> None:
        self.state = state
        self._jobs.forget(self)


class _Runner(QRunnable):
    def __init__(self, job: Job, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self._todo = [(job, work)]

    def run(self) -> None:
        job, work = self._todo.pop()  # Qt may keep a runner longer than its work, which holds what it read
        job.perform(work)


class Jobs(QObject):
    """Starts work, keeps it in sight, and stops it when the window closes."""

    started = Signal(object)
    progressed = Signal(object, int, int, str)
    ended = Signal(object)

    def __init__(self, *, expected: type[Exception] | tuple[type[Exception], ...] = ()) -> None:
        """Takes the exceptions a person can mend; any other one is a bug and goes to `sys.excepthook`."""
        super().__init__()
        self.expected = expected
        self._running: list[Job] = []
        self._pool = _pool(self, THREADS)
        self._turns = _pool(self, 1)

    def run(
        self,
        label: str,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        in_turn: bool = False,
    ) -> Job:
        """Does some work in another thread and calls `done` or `failed` in the window's thread.

        `in_turn`: it begins when all others of its kind have ended; two of them would fill the memory twice.
        After a cancel that came in time neither is called. Work that raises what nobody can mend,
        or that has no `failed`, ends up where all bugs do.
        """
        job = Job(label, self, done=done, failed=failed)
        self._running.append(job)
        self.started.emit(job)
        (self._turns if in_turn else self._pool).start(_Runner(job, work))
        return job

    def running(self) -> list[Job]:
        """Returns what is under way, oldest first."""
        return list(self._running)

    def forget(self, job: Job) -> None:
        """Lets go of a job that has ended."""
        self._running.remove(job)
        self.ended.emit(job)
        job.deleteLater()

    def stop(self) -> bool:
        """Cancels everything and waits for it; False if something is still running after that.

        What ends meanwhile is not told any more: its result would arrive after the lock.
        """
        for job in self.running():
            job.leave()
        return all(pool.waitForDone(PATIENCE_MS) for pool in (self._pool, self._turns))


def _pool(owner: QObject, threads: int) -> QThreadPool:
    pool = QThreadPool(owner)
    pool.setMaxThreadCount(threads)
    return pool
