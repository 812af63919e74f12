"""The process leaves no core dump, and its memory is closed to others of the same user."""

from __future__ import annotations

import subprocess
import sys

import pytest

REPORT = """
import ctypes, resource
from vendorrisk.desktop.hardening import harden_process
before = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
harden_process()
dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
print(resource.getrlimit(resource.RLIMIT_CORE), before, dumpable)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what it did")
def test_core_dumps_are_off_and_memory_is_closed():
    told = subprocess.run([sys.executable, "-c", REPORT], capture_output=True, text=True, check=True)
    assert told.stdout == "(0, 0) 1 0\n"
