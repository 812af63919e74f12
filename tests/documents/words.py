"""The English texts of this room, for tests that look at sentences."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
ENGLISH = ROOT / "resources" / "i18n" / "en"


@lru_cache(maxsize=1)
def texts() -> dict[str, str]:
    found = {}
    for name in ("files", "lists", "register"):
        with (ENGLISH / f"{name}.po").open("rb") as file:
            found |= {message.id: message.string for message in read_po(file) if message.id}
    return found


def say(message) -> str:
    """The English sentence; a missing key or placeholder fails the test."""
    params = {name: say(value) if hasattr(value, "key") else value for name, value in message.params.items()}
    return texts()[message.key].format(**params)


def keys(problems) -> list[str]:
    return [problem.what.key.removeprefix("files.") for problem in problems]
