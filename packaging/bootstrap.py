"""What ./start and ./check do before the program runs: a Python, the system's libraries, .venv, the packages.

Standard library only, and readable by Python 3.8, so that an old Python can say that it is too old.
"""

from __future__ import annotations

from pathlib import Path

from environment import DEV_LOCK, RUN_LOCK, Environment
from machine import Machine
from voice import Stop, Voice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from system_packages import Need

    Command = Callable[[Sequence[str], Machine, Voice], int]

NO_DISPLAY = "There is no display here, so the window cannot open; the tour runs instead."
INTERRUPTED = "Interrupted; the next run begins the set-up anew."
TOUR_FOLDER = "tour"
# Options of the program that take a value and may stand before the verb.
TAKE_VALUE = {"-w", "--workspace", "--today", "--passphrase-file"}


def start(args: Sequence[str], machine: Machine | None = None, voice: Voice | None = None) -> int:
    """Open the window, or run a verb of the command line; without a display and a verb, run the tour."""
    return _guarded(_start, args, machine or Machine(), voice or Voice())


def check(args: Sequence[str], machine: Machine | None = None, voice: Voice | None = None) -> int:
    """Run all checks of the project, or with arguments only its tests, which get the arguments."""
    return _guarded(_check, args, machine or Machine(), voice or Voice())


def _guarded(command: Command, args: Sequence[str], machine: Machine, voice: Voice) -> int:
    try:
        return command(args, machine, voice)
    except Stop as stop:
        stop.tell(voice)
        return 1
    except KeyboardInterrupt:
        voice.say(INTERRUPTED)
        return 130


def _start(args: Sequence[str], machine: Machine, voice: Voice) -> int:
    if not args and not has_display(machine):
        return _show_tour(machine, voice)
    environment = Environment(machine)
    prepare(environment, RUN_LOCK, voice, window=opens_window(args))
    return machine.become(_program(environment, args or ["gui"]), with_unicode_locale(machine))


def _show_tour(machine: Machine, voice: Voice) -> int:
    voice.say(NO_DISPLAY)
    environment = Environment(machine)
    prepare(environment, RUN_LOCK, voice)
    code = machine.call(_program(environment, ["tour", "--out", TOUR_FOLDER]), with_unicode_locale(machine))
    if code == 0:
        voice.say(f"The results are in {Path(TOUR_FOLDER).resolve()}; open index.html there.")
    return code


def _check(args: Sequence[str], machine: Machine, voice: Voice) -> int:
    environment = Environment(machine)
    prepare(environment, DEV_LOCK, voice, window=True, tests=True)
    checks = str(environment.root / "packaging" / "checks.py")
    return machine.become([str(environment.python), checks, *args], with_unicode_locale(machine))


def _program(environment: Environment, args: Sequence[str]) -> list[str]:
    # -P: what lies in the folder where the person stands is never taken for a part of the program.
    return [str(environment.python), "-P", "-m", "vendorrisk", *args]


def prepare(
    environment: Environment, lock: str, voice: Voice, *, window: bool = False, tests: bool = False
) -> None:
    """Bring what is missing for a lock file, for the window and for tests on a display of their own.

    A machine where all is there is only looked at, in a few milliseconds.

    Raises:
        Stop: with one sentence that says what to type, where something may not be installed here.
    """
    import system_packages as system  # noqa: PLC0415  (slow import)
    from find_python import use_fitting_python  # noqa: PLC0415  (slow import)

    machine = environment.machine
    ready = environment.is_ready(lock)
    if not ready:
        use_fitting_python(machine, voice)
    needed = [] if ready else system.missing_for_environment(machine)
    needed += system.missing_for_window(machine) if window else []
    bring(machine, voice, needed, welcome=system.missing_for_display_tests(machine) if tests else [])
    if not ready:
        from make_environment import make_ready  # noqa: PLC0415  (slow import)

        make_ready(environment, lock, voice)


def bring(machine: Machine, voice: Voice, needed: Sequence[Need], welcome: Sequence[Need] = ()) -> None:
    """Install system packages where that is allowed; else say what to type, and stop if one is needed.

    Raises:
        Stop: if a needed package is still missing.
    """
    import system_packages as system  # noqa: PLC0415  (slow import)

    wanted = [*needed, *welcome]
    words: list[str] = []
    if wanted and system.can_install(machine):
        voice.say(f"Installing system packages: {', '.join(need.package for need in wanted)}.")
        words = system.install(machine, wanted)
        wanted = wanted if words else []
    if wanted:
        stop = Stop(system.request(machine, wanted), words)
        if needed:
            raise stop
        stop.tell(voice)


def opens_window(args: Sequence[str]) -> bool:
    """Tell whether the program will open its window: with no verb, or with gui and no call for help."""
    if not args:
        return True
    verbs = [
        arg for place, arg in enumerate(args)
        if not arg.startswith("-") and (place == 0 or args[place - 1] not in TAKE_VALUE)
    ]  # fmt: skip
    return verbs[:1] == ["gui"] and not {"-h", "--help"} & set(args)


def has_display(machine: Machine) -> bool:
    """Tell whether a window could show: always, except on a Linux without X, Wayland or a chosen platform."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return machine.system != "Linux" or any(machine.env.get(name) for name in names)


def with_unicode_locale(machine: Machine) -> dict[str, str]:
    """Return the environment, with C.UTF-8 where Linux names no language: Qt complains about plain C."""
    env = dict(machine.env)
    if machine.system == "Linux":
        if env.get("LC_ALL") in {"C", "POSIX"}:
            env["LC_ALL"] = "C.UTF-8"
        if env.get("LANG", "") in {"", "C", "POSIX"}:
            env["LANG"] = "C.UTF-8"
    return env
