"""The parent's side: a child process reads files from outside, under a wall clock; answers are checked."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

from vendorrisk.documents.child.limits import DEFAULT_LIMITS, Limits, limits_to_plain
from vendorrisk.documents.child.plain import Unexpected, from_plain
from vendorrisk.documents.problems import error
from vendorrisk.domain.message import Problem
from vendorrisk.usecases.file_reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

SCHEMA = "vendorrisk.read/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignFile:
    """One file to be read: its kind (registry.py), where it is, and what the parser is told."""

    kind: str
    path: Path
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignAnswer:
    """Plain data as the parser returned it, or None with the problems that kept the file out."""

    data: Any = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignReader:
    """Reads files from outside in a child of this program.

    `argv` gives the command line of the child (`_read`), `env` its whole environment (None: ours).
    A file that stops its child costs only itself: the rest of the batch goes on in a new one.
    """

    argv: Callable[[], Sequence[str]]
    limits: Limits = DEFAULT_LIMITS
    env: Mapping[str, str] | None = None

    def read(self, kind: str, path: Path, **options: Any) -> ForeignAnswer:
        """Reads one file; `options` must be plain JSON data."""
        return self.read_all([ForeignFile(kind=kind, path=path, options=options)])[0]

    def read_all(self, files: Sequence[ForeignFile]) -> list[ForeignAnswer]:
        """Reads a batch in one child, in order; each file has its own wall-clock limit."""
        answers: list[ForeignAnswer | None] = [_unfit(file.path, self.limits) for file in files]
        waiting = [index for index, answer in enumerate(answers) if answer is None]
        while waiting:
            done = self._run([files[index] for index in waiting])
            for index, answer in zip(waiting, done, strict=False):
                answers[index] = answer
            waiting = waiting[len(done) :]
        return [answer for answer in answers if answer is not None]

    def _run(self, files: Sequence[ForeignFile]) -> list[ForeignAnswer]:
        """Answers of one child; at least one, the last of which may tell how the child ended."""
        with subprocess.Popen(
            list(self.argv()),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=None if self.env is None else dict(self.env),
            start_new_session=sys.platform != "win32",
        ) as child:
            lines: SimpleQueue[bytes | None] = SimpleQueue()
            pump = Thread(target=_pump, args=(child.stdout, self.limits.answer_bytes, lines), daemon=True)
            pump.start()
            try:
                return self._converse(child, lines, files)
            finally:
                _end(child)
                pump.join()

    def _converse(
        self, child: subprocess.Popen[bytes], lines: SimpleQueue[bytes | None], files: Sequence[ForeignFile]
    ) -> list[ForeignAnswer]:
        self._ask(child, files)
        greeting = _next(lines, self.limits.start_seconds)
        if not isinstance(greeting, dict) or "confined" not in greeting:
            return [_ended(files[0].path, "not_started")]
        answers: list[ForeignAnswer] = []
        for file in files:
            answer = _next(lines, self.limits.wall_seconds)
            if not isinstance(answer, dict):
                return [*answers, _ended(file.path, _cause(child, answer))]
            answers.append(_checked(file.path, answer))
        return answers

    def _ask(self, child: subprocess.Popen[bytes], files: Sequence[ForeignFile]) -> None:
        """Sends the request; a child that is gone already shows itself by the missing greeting."""
        assert child.stdin is not None  # noqa: S101  (opened as a pipe)
        with suppress(OSError):
            child.stdin.write(self._request(files))
            child.stdin.close()

    def _request(self, files: Sequence[ForeignFile]) -> bytes:
        request = {
            "schema": SCHEMA,
            "limits": limits_to_plain(self.limits),
            "files": [
                {"kind": file.kind, "path": str(file.path.absolute()), "options": dict(file.options)}
                for file in files
            ],
        }
        return json.dumps(request).encode("ascii") + b"\n"


def _unfit(path: Path, limits: Limits) -> ForeignAnswer | None:
    """What can be seen without opening the file: missing, no file at all, empty, too large."""
    name = path.name
    try:
        found = path.stat()
    except OSError as failed:
        return _refused(error(name, "unreadable", name=name, reason=reason_of(failed)))
    if not stat.S_ISREG(found.st_mode):
        return _refused(error(name, "no_file", name=name))
    if name.startswith("~$"):
        return _refused(error(name, "lock_file", name=name))
    if found.st_size == 0:
        return _refused(error(name, "empty_file", name=name))
    if found.st_size > limits.file_bytes:
        most = limits.file_bytes // (1024 * 1024)
        return _refused(error(name, "too_large", name=name, size=found.st_size // (1024 * 1024), most=most))
    return None


def _refused(problem: Problem) -> ForeignAnswer:
    return ForeignAnswer(problems=(problem,))


def _ended(path: Path, how: str) -> ForeignAnswer:
    return _refused(error(path.name, how, name=path.name))


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ends the child and whatever it may have started."""
    if sys.platform == "win32":
        child.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)


def _cause(child: subprocess.Popen[bytes], how: str) -> str:
    """Tells a used-up processor limit from any other end."""
    if how == "ended" and sys.platform != "win32":
        with suppress(subprocess.TimeoutExpired):
            return "timed_out" if child.wait(timeout=2) == -signal.SIGXCPU else how
    return how


def _pump(stream: IO[bytes], most: int, lines: SimpleQueue[bytes | None]) -> None:
    """Passes on the child's lines as they come; None at the end, or after `most` bytes."""
    left = most
    while left > 0 and (line := stream.readline(left)):
        left -= len(line)
        lines.put(line if line.endswith(b"\n") else None)
    lines.put(None)


def _next(lines: SimpleQueue[bytes | None], seconds: float) -> dict[str, Any] | str:
    """The next answer, or the key of the sentence that says why there is none."""
    try:
        line = lines.get(timeout=seconds)
    except Empty:
        return "timed_out"
    if line is None:
        return "ended"
    try:
        answer = json.loads(line)
    except (ValueError, RecursionError):
        return "ended"
    return answer if isinstance(answer, dict) and answer.get("schema") == SCHEMA else "ended"


def _checked(path: Path, answer: dict[str, Any]) -> ForeignAnswer:
    if "problems" not in answer:
        return ForeignAnswer(data=answer.get("data"))
    try:
        return ForeignAnswer(problems=from_plain(tuple[Problem, ...], answer["problems"]))
    except Unexpected:
        return _ended(path, "ended")
