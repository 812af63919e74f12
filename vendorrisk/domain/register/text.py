"""Typed and read text: brought into one form, and refused where it hides something (trust.md 3)."""

from __future__ import annotations

import unicodedata

from vendorrisk.domain.message import WrongArgument, msg

NAME_LIMIT = 200
LINE_LIMIT = 500
TEXT_LIMIT = 20_000

_JOINERS = {"\u200c", "\u200d"}
_JOINING_SCRIPTS = (
    "ARABIC", "BENGALI", "DEVANAGARI", "GUJARATI", "GURMUKHI", "KANNADA", "KHMER", "MALAYALAM", "MONGOLIAN",
    "MYANMAR", "ORIYA", "SINHALA", "SYRIAC", "TAMIL", "TELUGU",
)  # fmt: skip
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_LOOKALIKE_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


def tidy(text: str) -> str:
    """The text in Unicode form NFC, with plain line ends and without blanks around it."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _is_noncharacter(letter: str) -> bool:
    point = ord(letter)
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF


def _joins_letters(text: str, at: int) -> bool:
    """Whether a joiner stands where its script needs it: right after a letter of such a script."""
    return at > 0 and unicodedata.name(text[at - 1], "").startswith(_JOINING_SCRIPTS)


def _is_hidden(text: str, at: int, allowed: str) -> bool:
    letter = text[at]
    if letter in allowed or (letter in _JOINERS and _joins_letters(text, at)):
        return False
    return unicodedata.category(letter) in _HIDDEN or _is_noncharacter(letter)


def hidden_character(text: str, allowed: str = "") -> tuple[int, str] | None:
    """The first character that a reader cannot see or that turns text around: position from 1, and its name.

    Control and format characters (bidi overrides, zero-width spaces), lone surrogates, private use,
    line separators and noncharacters. Joiners are part of some scripts and pass inside them.
    """
    for at, letter in enumerate(text):
        if _is_hidden(text, at, allowed):
            name = unicodedata.name(letter, "")
            return at + 1, f"U+{ord(letter):04X} {name}".strip()
    return None


def _checked(text: str, limit: int, allowed: str) -> str:
    clean = tidy(text)
    hidden = hidden_character(clean, allowed)
    if hidden:
        position, character = hidden
        raise WrongArgument(
            msg("text.hidden", position=position, character=character),
            msg("text.hidden.remedy", position=position),
        )
    if len(clean) > limit:
        raise WrongArgument(
            msg("text.long", length=len(clean), limit=limit), msg("text.long.remedy", limit=limit)
        )
    return clean


def line(text: str, limit: int = LINE_LIMIT) -> str:
    """One line of text, tidied; raises WrongArgument naming a hidden character or the length."""
    return _checked(text, limit, "")


def name(text: str) -> str:
    """A name of a company, service or person: one line of at most 200 characters."""
    return line(text, NAME_LIMIT)


def paragraphs(text: str) -> str:
    """Text of several lines, tidied; line ends and tabs may stay."""
    return _checked(text, TEXT_LIMIT, "\n\t")


def mixed_word(text: str) -> str:
    """The first word that mixes look-alike alphabets, such as Latin and Cyrillic; empty if none does.

    A name that looks like another company's and is not: worth a warning, not a refusal.
    """
    for word in text.split():
        names = [unicodedata.name(letter, "") for letter in word]
        if sum(any(name.startswith(script) for name in names) for script in _LOOKALIKE_SCRIPTS) > 1:
            return word
    return ""
