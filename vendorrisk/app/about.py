"""Facts about the program itself: for About, and for a report of a fault. Never anything of the data."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from vendorrisk import __version__

LICENCES: tuple[tuple[str, str], ...] = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("SQLAlchemy", "MIT"),
    ("alembic", "MIT"),
    ("sqlcipher3", "zlib; SQLCipher: BSD-3-Clause"),
    ("cryptography", "Apache-2.0 or BSD-3-Clause"),
    ("argon2-cffi", "MIT"),
    ("keyring", "MIT"),
    ("openpyxl", "MIT"),
    ("defusedxml", "PSF-2.0"),
    ("reportlab", "BSD-3-Clause"),
    ("rl_accel", "BSD-3-Clause"),
    ("pypdf", "BSD-3-Clause"),
    ("pypdfium2", "Apache-2.0 or BSD-3-Clause"),
    ("jinja2", "BSD-3-Clause"),
    ("markdown-it-py", "MIT"),
    ("ruamel.yaml", "MIT"),
    ("jsonschema", "MIT"),
    ("rapidfuzz", "MIT"),
    ("babel", "BSD-3-Clause"),
    ("holidays", "MIT"),
    ("click", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("tzdata", "Apache-2.0; time zone data: public domain"),
)
"""Distribution and licence of each library that is shipped or installed with the program."""

FONTS = (("Inter", "OFL-1.1"), ("Noto Sans", "OFL-1.1"))


def licences() -> list[tuple[str, str]]:
    """Each component with its version, and its licence."""
    python = (f"Python {platform.python_version()}", "PSF-2.0")
    return [python, *((_with_version(name), licence) for name, licence in LICENCES), *FONTS]


def diagnostics() -> str:
    """What a report of a fault needs to know: program, system and library versions."""
    lines = [
        f"vendorrisk {__version__}",
        f"Python {platform.python_version()} ({sys.implementation.name})",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        *(_with_version(name) for name, _licence in LICENCES),
    ]
    return "\n".join(lines) + "\n"


def _with_version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return name
