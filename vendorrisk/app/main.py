"""The window as a program: puts the real things together and shows the first picture as soon as it can.

Nothing is imported before it is shown: what opens a workspace is loaded when somebody opens one.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from vendorrisk.app import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import TracebackType

    from vendorrisk.app.outside import Outside
    from vendorrisk.app.wiring import Manner

NAME = "vendorrisk"
PREFERENCES = "preferences.json"


_OPTIONS = ("VENDORRISK_WORKSPACE", "VENDORRISK_TODAY", "VENDORRISK_PASSPHRASE_FILE")
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class NoDisplay(Exception):
    """There is no display; Qt would end the process without a word to the person."""


class Wishes(NamedTuple):
    """What a start asks for: a workspace to open at once, its key, another date or world."""

    workspace: Path | None = None
    typed: str | None = None
    manner: Callable[[], Manner] | None = None
    outside: Callable[[], Outside] | None = None


def main() -> None:
    """Starts the window with the options of the command line, and ends the process when it is closed."""
    if len(sys.argv) == 1:
        plain_start()
    from vendorrisk.app.cli import main as command_line  # noqa: PLC0415  (options are rare)

    command_line(["gui", *sys.argv[1:]])


def plain_start() -> NoReturn:
    """Starts the window without options: the parser of the command line is not loaded for that."""
    if not any(map(os.environ.get, _OPTIONS)):
        with suppress(ImportError, NoDisplay):  # the command line finds it again, and says it in words
            sys.exit(run_window(Wishes()))
    from vendorrisk.app.cli import main as command_line  # noqa: PLC0415  (options after all)

    command_line(["gui"])


def run_window(wishes: Wishes) -> int:
    """Shows the window until it is closed; where a running program has the workspace, that one is shown."""
    gc.disable()  # the window's own collector takes this over, between two events
    from vendorrisk.ui.opening.single_instance import raise_running  # noqa: PLC0415  (Qt is needed from here on)

    if raise_running(paths.meeting_folder(), wishes.workspace):
        return 0
    if sys.platform == "linux" and not any(map(os.environ.get, _DISPLAYS)):
        raise NoDisplay
    from vendorrisk.app.front import ProgramFront  # noqa: PLC0415  (a second start needs none of this)
    from vendorrisk.app.preferences import Preferences  # noqa: PLC0415  (likewise)
    from vendorrisk.ui.opening.program import Facts, Program  # noqa: PLC0415  (likewise)
    from vendorrisk.ui.shell.appearance import dressed  # noqa: PLC0415  (likewise)
    from vendorrisk.ui.widgets.theme import start_application  # noqa: PLC0415  (likewise)

    app = start_application([NAME])
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME)
    outside = partial(_hardened, wishes.outside)
    catch_faults(outside)
    store = Preferences(paths.preferences_folder() / PREFERENCES)
    theme = dressed(app, paths.resources(), store)
    front = ProgramFront(outside, store, wishes.manner or _ordinary)
    facts = Facts(
        diagnostics=_diagnostics, licences=_licences, guide=paths.resources() / "help" / "guide.html",
        meeting_folder=paths.meeting_folder(),
    )  # fmt: skip
    program = Program(front, store, facts)
    program.start(wishes.workspace, wishes.typed)
    code = int(app.exec())
    del program, theme
    return code


def catch_faults(outside: Callable[[], Outside]) -> None:
    """Sends every exception that nothing handles to the crash report; what shows it is loaded then."""

    def caught(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        from vendorrisk.app.crash import CrashHook  # noqa: PLC0415  (only when the program is at fault)

        hook = CrashHook(outside)
        hook.install()
        hook.caught(kind, bug, trace)

    sys.excepthook = caught


def _hardened(outside: Callable[[], Outside] | None) -> Outside:
    """The world outside; it is asked for before any key comes into this process, which is closed now."""
    from vendorrisk.app.outside import Outside  # noqa: PLC0415  (not needed to start)
    from vendorrisk.desktop.hardening import harden_process  # noqa: PLC0415  (not needed to start)

    harden_process()
    return outside() if outside else Outside.real()


def _ordinary() -> Manner:
    from vendorrisk.app.wiring import Manner  # noqa: PLC0415  (not needed to start)

    return Manner()


def _diagnostics() -> str:
    from vendorrisk.app.about import diagnostics  # noqa: PLC0415  (seldom needed)

    return diagnostics()


def _licences() -> Sequence[tuple[str, str]]:
    from vendorrisk.app.about import licences  # noqa: PLC0415  (seldom needed)

    return licences()
