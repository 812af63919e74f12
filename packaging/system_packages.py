"""What the operating system must bring: which libraries, what Debian calls them, and who may install them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from machine import Machine

# Found one at a time on a bare Debian 12: six to import Qt at all, nine for its X11 plugin, two for Wayland.
WINDOW_LIBRARIES: Mapping[str, str] = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
TEST_PROGRAMS: Mapping[str, str] = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool"}

INSTALL = ("apt-get", "install", "--no-install-recommends", "-y")
UPDATE = ("apt-get", "update")
WAIT = ("-o", "DPkg::Lock::Timeout=120")  # a fresh machine updates itself in its first minutes
LAST_WORDS = 5


class Need:
    """One thing that is missing: what it is, and the Debian package that brings it."""

    def __init__(self, what: str, package: str) -> None:
        self.what = what
        self.package = package


def missing_for_window(machine: Machine) -> list[Need]:
    """List the libraries that Qt's window needs and this Linux lacks; other systems bring their own."""
    if machine.system != "Linux":
        return []
    return [Need(name, package) for name, package in WINDOW_LIBRARIES.items() if not machine.loads(name)]


def missing_for_display_tests(machine: Machine) -> list[Need]:
    """List the programs that tests on a display of their own need; only Linux has such tests."""
    if machine.system != "Linux":
        return []
    return [Need(name, package) for name, package in TEST_PROGRAMS.items() if not machine.which(name)]


def missing_for_environment(machine: Machine) -> list[Need]:
    """List what the running Python lacks for making a virtual environment with pip in it."""
    if machine.has_module("venv") and machine.has_module("ensurepip"):
        return []
    return [Need("the Python module ensurepip", "python{}.{}-venv".format(*machine.version))]


def can_install(machine: Machine) -> bool:
    """Tell whether system packages may be installed here: on Debian and its children, by root.

    A sudo that asks no password is not used: nobody granted it to a program that was just downloaded.
    """
    return machine.which("apt-get") is not None and machine.is_root()


def install(machine: Machine, needs: Sequence[Need]) -> list[str]:
    """Install the packages as root; return apt-get's last words where that failed, else nothing.

    The package lists are fetched only when the first attempt fails, because they are old or absent.
    """
    packages = [need.package for need in needs]
    env = {**machine.env, "DEBIAN_FRONTEND": "noninteractive"}
    words: list[str] = []
    for attempt in (INSTALL, UPDATE, INSTALL):
        words.clear()
        if attempt is UPDATE:
            machine.follow(UPDATE, env, words.append)
        elif machine.follow((*INSTALL, *WAIT, *known_names(machine, packages)), env, words.append) == 0:
            return []
    return words[-LAST_WORDS:] or ["apt-get failed without a word."]


def command_to_type(machine: Machine, needs: Sequence[Need]) -> str | None:
    """Return the one command that installs the packages, or None where apt-get or a package is unknown."""
    if not needs or machine.which("apt-get") is None:
        return None
    names = known_names(machine, [need.package for need in needs])
    steps = [" ".join((*INSTALL, *names))]
    if not _apt_names(machine).issuperset(names):
        steps.insert(0, " ".join(UPDATE))
    if machine.is_root():
        return " && ".join(steps)
    if machine.which("sudo") is None:
        return f"su -c '{' && '.join(steps)}'"
    return " && ".join("sudo " + step for step in steps)


def known_names(machine: Machine, packages: Sequence[str]) -> list[str]:
    """Name the packages as this release does: Ubuntu 24.04 and Debian 13 renamed many to end in t64."""
    known = _apt_names(machine)
    renamed = {name for name in packages if name not in known and name + "t64" in known}
    return [name + "t64" if name in renamed else name for name in packages]


def _apt_names(machine: Machine) -> set[str]:
    return set((machine.output(("apt-cache", "pkgnames")) or "").split())


def python_packages(machine: Machine, versions: Sequence[str]) -> list[Need]:
    """Return the first Python of some versions, such as 3.13, that apt-get knows, or nothing."""
    known = _apt_names(machine)
    fitting = next((version for version in versions if "python" + version in known), None)
    names = ("python{}", "python{}-venv") if fitting else ()
    return [Need(f"Python {fitting}", name.format(fitting)) for name in names]


def request(machine: Machine, needs: Sequence[Need]) -> str:
    """Return the one sentence that says what is missing and what to type."""
    command = command_to_type(machine, needs)
    if command is not None:
        return "Some system packages are missing; type this and run it again: " + command
    missing = ", ".join(need.what for need in needs)
    return f"This system lacks {missing}; add what is missing from its packages and run this again."
