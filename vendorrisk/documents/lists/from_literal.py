"""JSON, JSON with comments, and the object literals inside JavaScript pages, read by one tolerant parser."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from vendorrisk.documents.lists.nodes import Broken, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.documents.child.limits import Limits

_BLANK = re.compile(r"(?:\s+|//[^\n]*|/\*.*?\*/)+", re.DOTALL)
_WORD = re.compile(r"-?[\w$.+-]+")
_KEY = re.compile(r"[\w$-]+")
_STRING = {
    '"': re.compile(r'"((?:[^"\\\n]|\\.)*+)"', re.DOTALL),
    "'": re.compile(r"'((?:[^'\\\n]|\\.)*+)'", re.DOTALL),
    "`": re.compile(r"`((?:[^`\\]|\\.)*+)`", re.DOTALL),
}
_ESCAPE = re.compile(r"\\(u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\n", "b": "", "f": "", "v": "", "0": "", "\n": ""}
_ARRAY = re.compile(r"\[(?=(?:\s|//[^\n]*|/\*.*?\*/)*[{])", re.DOTALL)
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def parse_data(text: str, limits: Limits) -> Node:
    """A whole JSON file, comments and trailing commas allowed; raises Broken where it is cut or malformed."""
    literal = _Literal(text, limits, expressions=False)
    node, at = literal.value(0, 0)
    at = literal.skip(at)
    if at < len(text):
        raise Broken(literal.line(at), "something follows the end")
    return node


def parse_arrays(text: str, limits: Limits) -> Iterator[tuple[int, Sequence]]:
    """Every list of objects inside a program text, with its offset; what cannot be parsed is passed over."""
    literal = _Literal(text, limits, expressions=True)
    at = 0
    while found := _ARRAY.search(text, at):
        try:
            node, at = literal.value(found.start(), 0)
        except Broken:
            at = found.end()
            continue
        if isinstance(node, Sequence):
            yield found.start(), node


class _Literal:
    """A recursive parser over one text; `expressions` takes what is no literal as a text."""

    def __init__(self, text: str, limits: Limits, *, expressions: bool) -> None:
        self.text = text
        self.limits = limits
        self.expressions = expressions
        self.nodes = 0
        self.line_starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def line(self, at: int) -> int:
        return bisect_right(self.line_starts, at)

    def skip(self, at: int) -> int:
        found = _BLANK.match(self.text, at)
        return found.end() if found else at

    def broken(self, at: int, what: str) -> Broken:
        return Broken(self.line(min(at, len(self.text))), what)

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        at = self.skip(at)
        self.nodes += 1
        if depth > self.limits.depth or self.nodes > self.limits.nodes:
            raise self.broken(at, "nested too deeply or too large")
        first = self.text[at : at + 1]
        if first == "{":
            return self._mapping(at, depth)
        if first == "[":
            return self._sequence(at, depth)
        if first in _STRING:
            return self._strings(at)
        return self._word(at)

    def _sequence(self, at: int, depth: int) -> tuple[Node, int]:
        start, items = at, []
        at = self.skip(at + 1)
        while self.text[at : at + 1] != "]":
            item, at = self.value(at, depth + 1)
            items.append(item)
            at = self._comma(at, "]")
        return Sequence(tuple(items), self.line(start)), at + 1

    def _mapping(self, at: int, depth: int) -> tuple[Node, int]:
        start, pairs = at, []
        at = self.skip(at + 1)
        while self.text[at : at + 1] != "}":
            if self.expressions and self.text.startswith("...", at):
                at = self._comma(self._expression(at)[1], "}")
                continue
            key, at = self._key(at)
            item, at = self.value(at, depth + 1)
            pairs.append((key, item))
            at = self._comma(at, "}")
        return Mapping(tuple(pairs), self.line(start)), at + 1

    def _key(self, at: int) -> tuple[str, int]:
        if self.text[at : at + 1] in _STRING:
            key, at = self._string(at)
        elif found := _KEY.match(self.text, at):
            key, at = found[0], found.end()
        else:
            raise self.broken(at, "a key is missing")
        at = self.skip(at)
        if self.text[at : at + 1] != ":":
            raise self.broken(at, "a colon is missing")
        return key, at + 1

    def _comma(self, at: int, closing: str) -> int:
        at = self.skip(at)
        if self.text[at : at + 1] == ",":
            return self.skip(at + 1)
        if self.text[at : at + 1] != closing:
            raise self.broken(at, "a comma or a closing bracket is missing")
        return at

    def _strings(self, at: int) -> tuple[Node, int]:
        """One string, or several joined by a plus sign."""
        start = at
        words, at = self._string(at)
        while (after := self.skip(at)) < len(self.text) and self.text[after] == "+":
            following = self.skip(after + 1)
            if self.text[following : following + 1] not in _STRING:
                break
            more, at = self._string(following)
            words += more
        return Scalar(words, self.line(start)), at

    def _string(self, at: int) -> tuple[str, int]:
        found = _STRING[self.text[at]].match(self.text, at)
        if not found:
            raise self.broken(at, "a text is not closed")
        words = _ESCAPE.sub(_unescaped, found[1])
        return _SURROGATES.sub(_paired, words), found.end()

    def _word(self, at: int) -> tuple[Node, int]:
        found = _WORD.match(self.text, at)
        end = self.skip(found.end()) if found else at
        if found and self.text[end : end + 1] in {",", "}", "]", ""}:
            word = "" if found[0] in {"null", "undefined", "None"} else found[0]
            return Scalar(word, self.line(at)), found.end()
        if self.expressions:
            return self._expression(at)
        raise self.broken(at, "a value is missing")

    def _expression(self, at: int) -> tuple[Node, int]:
        """Anything else up to the comma or bracket that ends it, such as a JSX fragment."""
        start, open_brackets = at, 0
        while at < len(self.text):
            char = self.text[at]
            if char in _STRING and (found := _STRING[char].match(self.text, at)):
                at = found.end()
                continue
            if open_brackets == 0 and char in ",]}":
                return Scalar(self.text[start:at].strip(), self.line(start)), at
            open_brackets += (char in "([{") - (char in ")]}")
            at += 1
        raise self.broken(start, "the end is missing")


def _unescaped(found: re.Match[str]) -> str:
    code = found[1]
    if code[0] in "ux" and len(code) > 1:
        point = int(code.strip("ux{}"), 16)
        return chr(point) if point <= 0x10FFFF else ""
    return _ESCAPED.get(code, code)


def _paired(found: re.Match[str]) -> str:
    return found[0].encode("utf-16", "surrogatepass").decode("utf-16")
