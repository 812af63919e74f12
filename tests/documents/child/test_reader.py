from __future__ import annotations

import os
import socket
import sys

import pytest

from tests.documents.child.children import a_reader, a_strange_reader
from tests.documents.words import keys, say
from vendorrisk.documents.child.limits import Limits
from vendorrisk.documents.child.reader import ForeignFile, ForeignReader

posix = pytest.mark.skipif(sys.platform == "win32", reason="the kernel's limits are those of POSIX")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "list.md"
    path.write_text("some text")
    return path


def outcome(kind, path, **limits):
    answer = a_strange_reader(**limits).read(kind, path)
    assert answer.data is None
    for problem in answer.problems:
        assert say(problem.what)
        assert say(problem.remedy)
    return keys(answer.problems)


def test_a_file_comes_back_as_plain_data(file):
    answer = a_strange_reader().read("echo", file, company="Acme", numbers=[1, 2])
    assert answer.data == {"text": "some text", "options": {"company": "Acme", "numbers": [1, 2]}}
    assert answer.problems == ()


def test_a_refusal_arrives_with_its_place_and_remedy(file):
    (problem,) = a_strange_reader().read("refuse", file).problems
    assert (problem.where, say(problem.what)) == ("list.md", "list.md is not an xlsx workbook.")
    assert say(problem.remedy) == "Save it as .xlsx or CSV and choose the new file."


def test_a_parser_that_stumbles_is_named_not_thrown(file):
    (problem,) = a_strange_reader().read("stumble", file).problems
    assert say(problem.what) == (
        "list.md could not be read because of a fault in the reader (KeyError). Nothing was taken from it."
    )


def test_a_parser_that_sleeps_is_stopped_by_the_clock(file):
    assert outcome("sleep", file, wall_seconds=1) == ["timed_out"]


@posix
def test_a_parser_that_spins_is_stopped_by_its_processor_limit(file):
    assert outcome("spin", file, cpu_seconds=1, wall_seconds=20) == ["timed_out"]


@posix
def test_a_parser_that_swells_is_stopped_by_its_memory_limit(file):
    assert outcome("swell", file) == ["too_much_memory"]


def test_a_parser_that_digs_too_deep_is_stopped(file):
    assert outcome("dig", file) == ["too_deep"]


def test_a_parser_that_dies_is_said_to_have_ended(file):
    assert outcome("die", file) == ["ended"]


def test_what_a_library_prints_does_not_disturb_the_answer(file):
    assert a_strange_reader().read("shout", file).data == "quiet"


def test_an_answer_without_end_is_cut_off(file):
    assert outcome("flood", file, answer_bytes=10_000) == ["ended"]


@pytest.mark.parametrize("kind", ["lie", "babble"])
def test_an_answer_of_another_shape_is_not_believed(file, kind):
    assert outcome(kind, file) == ["ended"]


def test_a_child_that_never_starts_is_said(file):
    reader = ForeignReader(argv=lambda: [sys.executable, "-c", "pass"])
    assert keys(reader.read("list", file).problems) == ["not_started"]


def test_one_bad_file_costs_only_itself(file):
    kinds = ["echo", "die", "echo", "sleep", "refuse", "echo"]
    answers = a_strange_reader(wall_seconds=2).read_all([ForeignFile(kind=kind, path=file) for kind in kinds])
    assert [keys(answer.problems) or answer.data["text"] for answer in answers] == [
        "some text",
        ["ended"],
        "some text",
        ["timed_out"],
        ["not_a_workbook"],
        "some text",
    ]


def test_a_parser_can_neither_reach_the_network_nor_write_nor_start_programs(file, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        target = str(tmp_path / "left behind")
        tried = a_strange_reader().read("misbehave", file, port=server.getsockname()[1], target=target).data
    assert tried == dict.fromkeys(("connect", "start", "write", "kernel_write"), "PermissionError")
    assert not (tmp_path / "left behind").exists()


@posix
def test_the_kernel_holds_where_the_fence_of_the_language_is_torn_down(file, tmp_path):
    target = tmp_path / "left behind"
    target.touch()
    confined = a_strange_reader().read("confined", file, target=str(target)).data
    assert {"memory", "files", "writing"} <= set(confined)
    assert target.read_bytes() == b""


def test_the_child_loads_neither_window_nor_store(file):
    modules = set(a_strange_reader().read("loaded", file).data)
    assert not modules & {"PySide6", "sqlalchemy", "keyring", "cryptography", "reportlab", "vendorrisk.store"}
    assert not {
        name for name in modules if name.startswith(("vendorrisk.ui", "vendorrisk.app", "vendorrisk.store"))
    }


@pytest.mark.parametrize(
    ("prepare", "expected"),
    [
        (lambda path: path, "unreadable"),
        (lambda path: path.mkdir() or path, "no_file"),
        (lambda path: path.touch() or path, "empty_file"),
        (lambda path: path.write_bytes(b"x" * 2000) and path, "too_large"),
    ],
)
def test_unfit_files_are_refused_before_any_child_is_started(tmp_path, prepare, expected):
    reader = ForeignReader(argv=lambda: pytest.fail("no child is needed"), limits=Limits(file_bytes=1000))
    (problem,) = reader.read("list", prepare(tmp_path / "list.csv")).problems
    assert problem.what.key == f"files.{expected}"
    assert say(problem.what)


@posix
def test_a_pipe_in_place_of_a_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert keys(a_reader().read("list", tmp_path / "pipe").problems) == ["no_file"]


def test_the_marker_of_an_open_workbook_is_recognised(tmp_path):
    (tmp_path / "~$list.xlsx").write_bytes(b"x")
    assert keys(a_reader().read("list", tmp_path / "~$list.xlsx").problems) == ["lock_file"]
