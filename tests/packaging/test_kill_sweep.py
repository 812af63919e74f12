"""The sweep sees what it is there for: a lost save, a torn letter, one that the register does not know."""

from __future__ import annotations

from pathlib import Path

import kill_sweep
import pytest


@pytest.fixture(scope="module")
def swept(tmp_path_factory):
    """A workspace in which letters were written, and what a child would have said of them."""
    folder = tmp_path_factory.mktemp("sweep") / "sweep.vendorrisk"
    kill_sweep.prepare(folder)
    workspace = kill_sweep.open_it(folder)
    with workspace.office.book.reading() as reader:
        change = reader.find(kill_sweep.Change)[0]
    done = kill_sweep.letters.write_letters(workspace.office, change.id, folder / "outputs" / "0-0", ["pdf"])
    yield workspace, [str(path) for _, path in done.letters]
    workspace.lock()


def counted(swept, operation, told):
    tally = kill_sweep.Tally()
    kill_sweep.look(operation, swept[0], told, tally)
    return tally.lost, tally.torn


def test_letters_that_are_there_are_neither_lost_nor_torn(swept):
    assert len(swept[1]) > 5
    assert counted(swept, "letters", swept[1]) == (0, 0)


@pytest.mark.parametrize(
    ("spoil", "seen"),
    [
        (lambda content: None, (1, 0)),
        (lambda content: content[:-200], (1, 1)),
        (lambda content: content.replace(b"%PDF-1.4", b"%PDF-1.5"), (1, 0)),
    ],
    ids=["gone", "torn", "another"],
)
def test_a_letter_that_is_not_as_it_was_acknowledged_is_counted(swept, spoil, seen):
    path = Path(swept[1][0])
    content = path.read_bytes()
    try:
        path.unlink() if spoil(content) is None else path.write_bytes(spoil(content))
        assert counted(swept, "letters", swept[1]) == seen
    finally:
        path.write_bytes(content)


def test_a_save_that_is_gone_is_counted(swept):
    assert counted(swept, "save", ["Announced"]) == (0, 0)
    assert counted(swept, "save", ["Announced", "Saved 0-0"]) == (1, 0)
