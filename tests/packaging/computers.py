"""A computer for tests: it has what it is given, and notes each program that it is asked to run."""

from __future__ import annotations

from pathlib import Path

from machine import Machine
from system_packages import TEST_PROGRAMS, WINDOW_LIBRARIES

SITE = "lib/python3.11/site-packages"
DEBIAN = ("apt-get", "sudo")
ALL_LIBRARIES = tuple(WINDOW_LIBRARIES)
OLD_NAMES = "\n".join([*WINDOW_LIBRARIES.values(), *TEST_PROGRAMS.values(), "python3.11", "python3.11-venv"])


class Computer(Machine):
    """By default an ordinary user's Debian 12 with a display, Qt's libraries, python3-venv and X programs."""

    def __init__(
        self,
        checkout: Path,
        *,
        system: str = "Linux",
        version: tuple[int, int] = (3, 11),
        root: bool = False,
        programs: tuple[str, ...] = (*DEBIAN, "Xvfb", "openbox", "xdotool"),
        lacks: tuple[str, ...] = (),
        modules: tuple[str, ...] = ("venv", "ensurepip"),
        package_names: str = OLD_NAMES,
        env: dict[str, str] | None = None,
        fails: tuple[str, ...] = (),
        works: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.system, self.version, self.checkout = system, version, checkout
        self.base_python = "/usr/bin/python3"
        self.argv = ["./start", "vendor", "list"]
        self.env = {"DISPLAY": ":0", "LANG": "de_DE.UTF-8"} if env is None else env
        self.root, self.programs, self.lacks, self.modules = root, programs, set(lacks), modules
        self.package_names, self.fails, self.works = package_names, list(fails), works
        self.typed: list[str] = []
        self.became: list[str] = []
        self.became_env: dict[str, str] = {}

    @property
    def folder(self) -> Path:
        return self.checkout / ".venv"

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if self.system == "Windows" else "bin/python")

    def is_root(self):
        return self.root

    def which(self, name):
        return f"/usr/bin/{name}" if name in self.programs else None

    def has_module(self, name):
        return name in self.modules

    def loads(self, library):
        return library not in self.lacks

    def output(self, argv):
        if tuple(argv[:2]) == ("apt-cache", "pkgnames"):
            return self.package_names
        if argv[-1].startswith("import sysconfig"):
            return f"{self.folder / SITE}\n"
        if argv[-1].startswith("import pip"):
            return "" if self.python.exists() and "pip" in self.works else None
        return "" if " ".join(argv[:-2]) in self.works else None

    def follow(self, argv, env, hear, *, holding=-1):
        line = " ".join(argv).replace(str(self.checkout), "~")
        self.typed.append(line)
        for part in self.fails:
            if part in line:
                self.fails.remove(part)
                hear(f"ERROR: {part} did not work")
                return 1
        if " venv " in line:
            self.make_environment()
        return 0

    def make_environment(self) -> None:
        (self.folder / SITE).mkdir(parents=True, exist_ok=True)
        self.python.parent.mkdir(exist_ok=True)
        self.python.write_text("", encoding="utf-8")
        (self.folder / "pyvenv.cfg").write_text("version = 3.11.2\n", encoding="utf-8")

    def call(self, argv, env):
        self.become(argv, env)
        return 3 if "call" in self.fails else 0

    def become(self, argv, env):
        self.became = [str(part).replace(str(self.checkout), "~") for part in argv]
        self.became_env = dict(env)
        return 0
