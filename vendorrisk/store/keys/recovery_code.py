"""The printed recovery code: 160 bits in eight groups of five characters, each group checking itself.

Four characters of a group carry 20 bits; the fifth is a weighted sum over the field of 32 elements which
includes the group's place. One mistyped character, two swapped neighbours within a group, or a group in
the wrong place are therefore always noticed, and the wrong group can be named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CODE_BYTES = 20
GROUPS = 8
_DATA_SYMBOLS = 4
_SYMBOL_BITS = 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_FIELD_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1
_PLACE_WEIGHT = 16
_WEIGHTS = (1, 2, 4, 8)


class NotACode(ValueError):
    """What was typed does not have the length and characters of a recovery code."""


class MistypedCode(ValueError):
    """It is a recovery code, but `groups` (counted from 1) contain a typing error."""

    def __init__(self, groups: tuple[int, ...]) -> None:
        super().__init__("some groups do not check")
        self.groups = groups


def new_entropy(random_bytes: Callable[[int], bytes]) -> bytes:
    """Draws the 160 bits of a new code."""
    return random_bytes(CODE_BYTES)


def as_code(entropy: bytes) -> str:
    """Writes the bits for a person: eight groups of five characters with hyphens between."""
    symbols = _symbols_of(entropy)
    groups = [symbols[start : start + _DATA_SYMBOLS] for start in range(0, len(symbols), _DATA_SYMBOLS)]
    return "-".join(_spelled([*group, _check(group, place)]) for place, group in enumerate(groups, start=1))


def read_code(typed: str) -> bytes:
    """Reads a code as people type it: any case, any spaces or hyphens, letter O for 0, I and L for 1.

    Raises:
        NotACode: it is something else, such as a passphrase.
        MistypedCode: some groups, but not all, check.
    """
    symbols = _symbols_typed(typed)
    size = _DATA_SYMBOLS + 1
    groups = [symbols[start : start + size] for start in range(0, len(symbols), size)]
    wrong = tuple(place for place, group in enumerate(groups, start=1) if not _checks(group, place))
    if len(wrong) == GROUPS:
        raise NotACode
    if wrong:
        raise MistypedCode(wrong)
    return _bytes_of([symbol for group in groups for symbol in group[:_DATA_SYMBOLS]])


def _symbols_typed(typed: str) -> list[int]:
    letters = [letter for letter in typed.upper().translate(_LOOK_ALIKES) if letter.isalnum()]
    symbols = [_ALPHABET.find(letter) for letter in letters]
    if len(symbols) != GROUPS * (_DATA_SYMBOLS + 1) or -1 in symbols:
        raise NotACode
    return symbols


def _symbols_of(entropy: bytes) -> list[int]:
    number = int.from_bytes(entropy)
    places = range(GROUPS * _DATA_SYMBOLS - 1, -1, -1)
    return [(number >> (_SYMBOL_BITS * place)) & 31 for place in places]


def _bytes_of(symbols: Sequence[int]) -> bytes:
    number = 0
    for symbol in symbols:
        number = number << _SYMBOL_BITS | symbol
    return number.to_bytes(CODE_BYTES)


def _spelled(symbols: Sequence[int]) -> str:
    return "".join(_ALPHABET[symbol] for symbol in symbols)


def _checks(group: Sequence[int], place: int) -> bool:
    return group[-1] == _check(group[:_DATA_SYMBOLS], place)


def _check(data: Sequence[int], place: int) -> int:
    total = _times(_PLACE_WEIGHT, place)
    for weight, symbol in zip(_WEIGHTS, data, strict=True):
        total ^= _times(weight, symbol)
    return total


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 32:
            left ^= _FIELD_POLYNOMIAL
        right >>= 1
    return product
