"""Bytes of a text file to text: UTF-8, UTF-16 and, as a last resort, Windows' Western table."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from vendorrisk.documents.problems import refusal, warning

if TYPE_CHECKING:
    from vendorrisk.domain.message import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_HEAD = 2048
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""")
_SAVED_IN = (
    "shift_jis", "cp932", "euc", "iso2022", "iso8859", "cp125", "cp874", "koi8", "gb", "big5", "cp949", "mac",
)  # fmt: skip
_AS_BROWSERS_READ = {
    "iso8859-1": "cp1252", "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
}  # fmt: skip
_OTHER_FORMATS = {
    b"%PDF": "pdf",
    b"PK\x03\x04": "zip",
    b"\xd0\xcf\x11\xe0": "ole",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"\x1f\x8b": "zip",
    b"{\\rtf": "rtf",
}


def format_of(content: bytes) -> str:
    """Which other format these bytes are, by their first bytes; empty for what may be text."""
    return next((name for magic, name in _OTHER_FORMATS.items() if content.startswith(magic)), "")


def decode(content: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text and what was doubtful about its encoding; raises UserError for what is no text."""
    if (other := format_of(content)) or (
        not _marked(content) and not _utf16_guess(content) and b"\0" in content
    ):
        if other == "pdf":
            raise refusal(name, "is_pdf", name=name)
        raise refusal(name, "not_text", name=name, format=other or "binary")
    for encoding in filter(None, (_marked(content), _utf16_guess(content), "utf-8")):
        try:
            return content.decode(encoding), ()
        except UnicodeDecodeError:
            continue
    if declared := _declared(content):
        text = content.decode(declared, errors="replace")
        doubts = (
            (warning(name, "encoding_damaged", name=name, encoding=declared),) if "\ufffd" in text else ()
        )
        return text, doubts
    text = content.decode("cp1252", errors="replace")
    line = 1 + content[: _first_bad(content)].count(b"\n")
    return text, (warning(f"{name}:{line}", "encoding_guessed", name=name),)


def _marked(content: bytes) -> str:
    return next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "")


def _declared(content: bytes) -> str:
    """The encoding that a page names for itself, where it is one of those that pages are saved in."""
    found = _DECLARED.search(content[:_HEAD])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except (LookupError, UnicodeDecodeError):
        return ""
    return _AS_BROWSERS_READ.get(name, name) if name.startswith(_SAVED_IN) else ""


def _utf16_guess(content: bytes) -> str:
    """UTF-16 without a mark: every other byte of the beginning is zero."""
    head = content[:400]
    if len(head) < 8 or _marked(content):
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    most, least = len(head) // 2 * 7 // 10, len(head) // 20
    if odd >= most and even <= least:
        return "utf-16-le"
    return "utf-16-be" if even >= most and odd <= least else ""


def _first_bad(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as bad:
        return bad.start
    return 0
