"""Finding a Python that fits, when the one that was started is too old or too new."""

from __future__ import annotations

from voice import Stop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from machine import Machine
    from voice import Voice

OLDEST = (3, 11)
NEWEST = (3, 14)  # the newest Python for which all pinned packages have wheels
FITTING = [f"3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
FITS = f"import sys; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"
WHICH = "vendorrisk needs Python 3.11 to 3.14, and this is Python {}.{}"


def use_fitting_python(machine: Machine, voice: Voice) -> None:
    """Go on in a Python that fits: the running one, another on this machine, or one that root may install.

    Raises:
        Stop: with one sentence that says how to get one.
    """
    if OLDEST <= machine.version <= NEWEST:
        return
    python = fitting_python(machine) or _installed_python(machine, voice)
    if python is None:
        raise Stop(_request(machine))
    raise SystemExit(machine.become([*python, *machine.argv], machine.env))


def fitting_python(machine: Machine) -> list[str] | None:
    """Return the command of the newest Python here that fits and really starts.

    A name on the search path is not enough: a version manager leaves names that only complain.
    """
    if machine.system == "Windows":
        commands = [[machine.which("py"), "-" + version] for version in FITTING]
    else:
        commands = [[machine.which("python" + version)] for version in FITTING]
    found = [[part for part in command if part] for command in commands if command[0]]
    return next((command for command in found if machine.output([*command, "-c", FITS]) is not None), None)


def _installed_python(machine: Machine, voice: Voice) -> list[str] | None:
    import system_packages as system  # noqa: PLC0415  (slow import)

    packages = system.python_packages(machine, FITTING)
    if not packages or not system.can_install(machine):
        return None
    voice.say(WHICH.format(*machine.version) + f"; installing {packages[0].package}.")
    return None if system.install(machine, packages) else fitting_python(machine)


def _request(machine: Machine) -> str:
    import system_packages as system  # noqa: PLC0415  (slow import)

    command = system.command_to_type(machine, system.python_packages(machine, FITTING))
    sentence = WHICH.format(*machine.version)
    if command is None:
        return sentence + "; install one from python.org or your system's packages, and run this again."
    return sentence + "; type this and run it again: " + command
