"""Text from outside made fit to store: composed (NFC), without control and invisible characters."""

from __future__ import annotations

import re
import unicodedata

_KEPT_CONTROLS = "\n\t"
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\x85]")
_JOINERS = "\u200c\u200d"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")


def clean(text: str) -> str:
    """Keeps what a person can see: NFC, no control or format characters but line feed and tab.

    Joiners stay between letters of scripts that need them. Line ends become a line feed.
    """
    text = _LINE_ENDS.sub("\n", text)
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(char for at, char in enumerate(composed) if _visible(composed, at, char))


def unseen(text: str) -> tuple[str, ...]:
    """Code points that `clean` takes out, such as ("U+202E",); a leading byte order mark does not count."""
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    if text.isprintable():
        return ()
    found = {char for at, char in enumerate(text) if not _visible(text, at, char)}
    return tuple(sorted(f"U+{ord(char):04X}" for char in found))


def shown(text: str) -> str:
    """Words of a stranger as they may be shown: what turns text round or cannot be seen is spelt out."""
    if text.isprintable():
        return text
    return "".join(
        f"\\u{ord(char):04x}"
        if unicodedata.category(char) in _UNSEEN and char not in _KEPT_CONTROLS
        else char
        for char in text
    )


def one_line(text: str) -> str:
    """All white space, line ends and hard spaces included, as single spaces."""
    return " ".join(text.split())


def tidy(text: str) -> str:
    """Single spaces within lines, single line ends between them, nothing at the ends."""
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()


def _visible(text: str, at: int, char: str) -> bool:
    if char.isprintable() or char in _KEPT_CONTROLS:
        return True
    category = unicodedata.category(char)
    if char in _JOINERS:
        return 0 < at < len(text) - 1 and not text[at - 1].isascii() and text[at - 1].isprintable()
    return category not in {"Cc", "Cf", "Cs", "Cn", "Co"}
