"""Why a file cannot be read, in words of our own whatever language the system speaks."""

from __future__ import annotations

import errno

import pytest

from tests.support.words import english
from vendorrisk.usecases.file_reasons import reason_of


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOENT, "there is no such file"),
        (errno.EACCES, "you have no right to read it"),
        (errno.EISDIR, "it is a folder"),
        (errno.EIO, "the disk or the connection to it failed"),
        (errno.EBUSY, f"the system refused with its error number {errno.EBUSY}"),
    ],
)
def test_the_reason_is_ours_not_the_systems(number, words):
    assert english().say(reason_of(OSError(number, "Datei oder Verzeichnis nicht gefunden"))) == words


def test_a_failure_without_a_number_is_still_said():
    assert english().say(reason_of(OSError("gone"))) == "the system refused with its error number 0"
