"""Computers of the tests' own making, and checkouts on them."""

from __future__ import annotations

import io
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

import pytest
from voice import Voice

from tests.packaging.computers import Computer


class RecordingVoice(Voice):
    """Keeps what set-up says."""

    def __init__(self) -> None:
        super().__init__(io.StringIO())

    @property
    def said(self) -> list[str]:
        return self.stream.getvalue().splitlines()


@pytest.fixture
def voice() -> RecordingVoice:
    return RecordingVoice()


@pytest.fixture
def computer(tmp_path):
    """Makes a computer with a fresh checkout on it; a test names only what is unusual about it."""

    def make(**traits: object) -> Computer:
        locks = tmp_path / "packaging"
        locks.mkdir(exist_ok=True)
        (locks / "requirements.txt").write_text("click==8.5.1\n", encoding="utf-8")
        (locks / "requirements-dev.txt").write_text("click==8.5.1\npytest==9.2.0\n", encoding="utf-8")
        return Computer(tmp_path, **traits)

    return make
