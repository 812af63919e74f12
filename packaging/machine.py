"""The computer as set-up sees it; the tests hand in computers of their own making."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SYSTEMS = {"darwin": "macOS", "win32": "Windows"}

TYPE_CHECKING = False  # the typing module costs 10 ms at every start
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Machine:
    """This computer: what it is, what it has, and how to start a program on it."""

    def __init__(self) -> None:
        self.system = SYSTEMS.get(sys.platform, "Linux")
        self.checkout = Path(__file__).resolve().parent.parent
        self.env = dict(os.environ)
        self.argv = list(sys.argv)
        self.version = sys.version_info[:2]
        # Inside an activated environment this is the Python that made it, which outlives a rebuild.
        self.base_python = getattr(sys, "_base_executable", None) or sys.executable

    def is_root(self) -> bool:
        """Tell whether system packages may be installed without asking anyone."""
        return hasattr(os, "geteuid") and os.geteuid() == 0

    def which(self, name: str) -> str | None:
        """Find a program on the search path."""
        import shutil  # noqa: PLC0415  (slow import)

        return shutil.which(name)

    def has_module(self, name: str) -> bool:
        """Tell whether the running Python has a module, also one installed a moment ago."""
        import importlib.util  # noqa: PLC0415  (slow import)

        importlib.invalidate_caches()
        return importlib.util.find_spec(name) is not None

    def loads(self, library: str) -> bool:
        """Tell whether the dynamic loader finds a library by its soname."""
        import ctypes  # noqa: PLC0415  (slow import)

        try:
            ctypes.CDLL(library)
        except OSError:
            return False
        return True

    def output(self, argv: Sequence[str]) -> str | None:
        """Return what a program prints, or None where it cannot be run or fails."""
        import subprocess  # noqa: PLC0415  (slow import)

        try:
            done = subprocess.run(
                argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        return done.stdout.decode("utf-8", "replace")

    def follow(
        self,
        argv: Sequence[str],
        env: Mapping[str, str],
        hear: Callable[[str], None],
        *,
        holding: int = -1,
    ) -> int:
        """Run a program, hand over each line that it prints, and return its exit code.

        The file descriptor ``holding`` stays open in the child, so that a lock outlives a killed parent.
        """
        import subprocess  # noqa: PLC0415  (slow import)

        kept = (holding,) if holding >= 0 and self.system != "Windows" else ()
        with subprocess.Popen(
            argv,
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            pass_fds=kept,
        ) as child:
            for line in child.stdout or ():
                hear(line.decode("utf-8", "replace").rstrip())
        return child.returncode

    def call(self, argv: Sequence[str], env: Mapping[str, str]) -> int:
        """Run a program with this terminal's input and output and return its exit code."""
        import subprocess  # noqa: PLC0415  (slow import)

        with subprocess.Popen(argv, env=dict(env)) as child:
            while True:
                try:
                    return child.wait()
                except KeyboardInterrupt:
                    continue  # the child got it too, and says itself how it ends

    def become(self, argv: Sequence[str], env: Mapping[str, str]) -> int:
        """Turn into another program, so that its exit code, input and signals are its own.

        Windows cannot: there the program runs as a child and its exit code is returned.
        """
        if self.system != "Windows":
            sys.stderr.flush()
            os.execve(argv[0], list(argv), dict(env))
        return self.call(argv, env)
