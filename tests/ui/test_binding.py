"""The binding between Python and Qt does not wear out: the reason why its version is held below 6.12."""

from __future__ import annotations

import subprocess
import sys

LOOP = """
from PySide6.QtGui import QFont
font = QFont()
for _ in range(200_000):
    font.setBold(True)
print("still here")
"""


def test_calls_without_a_result_do_not_end_the_program():
    """6.12.0 on Python 3.11 loses a reference to None with each such call, and dies after some thousand."""
    ended = subprocess.run(
        [sys.executable, "-c", LOOP], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, "still here")
