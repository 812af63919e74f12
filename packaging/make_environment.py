"""Making, mending and filling .venv: one process at a time, and what an interrupted one left is made anew.

One that stands, or that somebody else made, is kept: packages are added and brought to their versions.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from environment import DEV_LOCK
from find_python import FITS
from setup_lock import setup_lock
from voice import Stop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from environment import Environment
    from machine import Machine
    from voice import Voice

LOCK_FILE = ".setup-lock"
LOG_FILE = "vendorrisk-setup.log"
PATH_FILE = "vendorrisk-checkout.pth"
LAST_WORDS = 4
LONGEST = 260
# Of pip's lines, those worth repeating: its last one blames the package where the network is at fault.
TELLING = ("ERROR", "Could not fetch", "WARNING: Retrying")
WAITING = "Another start is setting up .venv; this one waits for it."
REMEDY = (
    "Mend what it names, such as the network or the disk space, and run this again; all it said is in {}."
)

# -P leaves the working folder out of the search for modules: it may hold files that others sent.
WORKS = ("-P", "-c", "import pip; " + FITS)
SITE_FOLDER = ("-P", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
PIP_INSTALL = (
    "-P", "-m", "pip", "install", "--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-input",
    "--disable-pip-version-check", "--progress-bar", "off", "--requirement",
)  # fmt: skip


def make_ready(environment: Environment, lock: str, voice: Voice) -> None:
    """Install a lock file's packages into .venv, made first where it is missing or was left unfinished.

    Raises:
        Stop: if the environment cannot be made or a package not be installed.
    """
    try:
        environment.folder.mkdir(exist_ok=True)
        with setup_lock(environment.folder / LOCK_FILE, lambda: voice.say(WAITING)) as held:
            if not environment.is_ready(lock):
                _Making(environment, voice, held).of(lock)
    except OSError as problem:
        raise Stop(f"Set-up cannot write to {environment.folder}: {problem}.") from problem


class _Making:
    """One set-up, under the lock."""

    def __init__(self, environment: Environment, voice: Voice, holding: int) -> None:
        self.environment = environment
        self.machine: Machine = environment.machine
        self.voice = voice
        self.holding = holding

    def of(self, lock: str) -> None:
        kept = self.environment.stands() or self._is_foreign()
        self.environment.begin()
        if not kept:
            self._make_anew()
        self._install(lock)
        self.environment.finish(lock, self._make_checkout_importable())
        self.voice.say("Done.")

    def _is_foreign(self) -> bool:
        """Tell whether somebody else made the environment, and it works."""
        argv = (str(self.environment.python), *WORKS)
        return not self.environment.record.exists() and self.machine.output(argv) is not None

    def _make_anew(self) -> None:
        folder = self.environment.folder
        self.voice.say("Making {} with Python {}.{}.".format(folder, *self.machine.version))
        for entry in folder.iterdir():
            if entry.name not in {LOCK_FILE, self.environment.record.name}:
                _remove(entry)
        self._run(
            (self.machine.base_python, "-m", "venv", str(folder)), f"The environment {folder} cannot be made"
        )

    def _install(self, lock: str) -> None:
        what = "packages and test tools" if lock == DEV_LOCK else "packages"
        self.voice.say(f"Installing the pinned {what}; each is checked by its hash. This is done once.")
        path = self.environment.root / "packaging" / lock
        self._run((str(self.environment.python), *PIP_INSTALL, str(path)), "The packages cannot be installed")

    def _make_checkout_importable(self) -> Path:
        folder = self.machine.output((str(self.environment.python), *SITE_FOLDER))
        if not folder:
            raise Stop(
                f"The Python in {self.environment.folder} does not start; remove it and run this again."
            )
        path_file = Path(folder.strip()) / PATH_FILE
        path_file.write_text(f"{self.environment.root}\n", encoding="locale")  # as Python reads it
        return path_file

    def _run(self, argv: Sequence[str], refusal: str) -> None:
        words: list[str] = []
        log_file = self.environment.folder / LOG_FILE
        with log_file.open("a", encoding="utf-8") as log:

            def hear(line: str) -> None:
                words.append(line.strip())
                log.write(line + "\n")
                self.voice.mention(line.strip())

            code = self.machine.follow(argv, self._env(), hear, holding=self.holding)
        if code:
            telling = [line[:LONGEST] for line in words if line.startswith(TELLING)] or words
            raise Stop(f"{refusal}. {REMEDY.format(log_file)}", telling[-LAST_WORDS:])

    def _env(self) -> dict[str, str]:
        # A person's pip may be set to install for the user, which an environment refuses.
        return {**self.machine.env, "PIP_USER": "0"}


def _remove(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry)
    else:
        entry.unlink()
