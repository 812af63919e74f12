"""Where answers and messages cannot be written, and files that an answer must not be written over."""

from __future__ import annotations

import errno
import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from tests.support.calls import Answer
from vendorrisk.app.cli import run
from vendorrisk.app.cli.session import Session
from vendorrisk.app.tour.workbook import fill_workbook

FULL_DEVICE = Path("/dev/full")


class FullDisk(io.StringIO):
    """A file on a disk without room."""

    def write(self, _text):
        raise OSError(errno.ENOSPC, "No space left on device")


def _call(desk, *arguments, out, err):
    with redirect_stdout(out), redirect_stderr(err):
        code = run([str(one) for one in arguments], Session(outside=desk.outside()))
    return Answer(code, out.getvalue(), err.getvalue())


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_an_answer_that_finds_no_room_is_no_bug_and_the_step_is_kept(desk, form):
    add = ("vendor", "add", "--name", "Norte", "--country", "BR", "--service", "SMS", "--purpose", "x")
    answer = _call(desk, *add, *form, out=FullDisk(), err=io.StringIO())
    assert (answer.code, answer.out) == (1, "")
    assert "could not be written" in answer.err
    assert "the disk is full" in answer.err
    assert [one["name"] for one in desk.ok("vendor", "list")["vendors"]] == ["Norte"]


def test_a_failure_keeps_its_code_where_nothing_takes_its_object(desk):
    answer = _call(desk, "vendor", "show", "Nobody", "--json", out=FullDisk(), err=io.StringIO())
    assert answer.code == 4
    assert "There is no vendor Nobody" in answer.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("vendor", "list"), 0), (("vendor", "show", "Nobody"), 4), (("vendor", "fly"), 2), (("undo",), 8)],
)
def test_where_no_message_can_be_written_the_call_ends_as_ever(desk, arguments, code):
    assert _call(desk, *arguments, out=io.StringIO(), err=FullDisk()).code == code


@pytest.mark.skipif(not FULL_DEVICE.exists(), reason="a full device is a file on Linux only")
def test_what_stdout_did_not_take_is_not_tried_again_at_the_end():
    with FULL_DEVICE.open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vendorrisk", "questionnaire", "list"],
            stdout=full, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert b"could not be written" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_a_template_is_never_written_over_another_file(desk, tmp_path):
    precious = tmp_path / "customers.csv"
    precious.write_text("name\nAlpha\n", encoding="utf-8")
    write = ("import", "customers", "--template", precious)
    answer = desk(*write)
    assert answer.code == 7
    assert "--yes" in answer.err
    assert precious.read_text(encoding="utf-8") == "name\nAlpha\n"
    desk.ok(*write, "--yes")
    desk.ok(*write)


def test_a_workbook_with_answers_is_never_written_over(stocked, tmp_path):
    desk, ids = stocked
    file = tmp_path / "questions.xlsx"
    kit = ("assess", "kit", ids["assessment"], "--out", file)
    desk.ok(*kit)
    desk.ok(*kit)
    fill_workbook(file, file, {"PRV-01": "Yes"})
    before = file.read_bytes()
    answer = desk(*kit)
    assert (answer.code, file.read_bytes()) == (7, before)
    assert "assess receive" in answer.err
    desk.ok(*kit, "--yes")
    assert file.read_bytes() != before
