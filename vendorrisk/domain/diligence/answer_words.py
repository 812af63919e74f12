"""The words by which vendors say yes, partly, no, not applicable and none, in many languages.

A drop-down offers one language, but people type their own, and spreadsheets translate TRUE and FALSE.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from vendorrisk.domain.diligence.questionnaire import Fixed

_WORDS: Final = {
    Fixed.YES: (
        "yes|y|true|ja|j|wahr|oui|vrai|si|verdadero|sim|verdadeiro|vero|da|tak|ano|áno|igen|kyllä|jah|jā|taip"
        "|evet|waar|istina|tačno|ναι|да|так|はい|是|예|네|ya|نعم|כן"
    ),
    Fixed.PARTLY: (
        "partly|partial|partially|teilweise|zum teil|teils|partiellement|en partie|parcialmente|en parte"
        "|parzialmente|in parte|gedeeltelijk|deels|djelomično|delimično|delno|częściowo|částečně|čiastočne"
        "|részben|osittain|osaliselt|daļēji|iš dalies|delvis|parțial|kısmen|μερικώς|частично|частково"
        "|部分|一部|일부|sebagian|جزئيا|חלקית"
    ),
    Fixed.NO: (
        "no|n|false|nein|falsch|non|faux|falso|não|nu|nee|onwaar|nej|nei|ne|nie|nem|ei|nē|hayır|laž|netačno"
        "|όχι|нет|не|ні|いいえ|否|아니요|아니오|tidak|لا|לא"
    ),
    Fixed.NA: (
        "n/a|na|n.a.|not applicable|does not apply|nicht zutreffend|entfällt|nicht anwendbar|sans objet"
        "|non applicable|no aplica|no aplicable|não aplicável|non applicabile|niet van toepassing|nvt|n.v.t."
        "|nije primjenjivo|nie dotyczy|netýká se|nem alkalmazható|ei sovellu|ikke relevant|ej tillämpligt"
        "|ej tillämplig|nu se aplică|uygulanamaz|δεν εφαρμόζεται|не применимо|неприменимо|不适用|該当なし"
    ),
    Fixed.NONE: (
        "none|never|not set|no limit|keine|keiner|niemals|aucun|aucune|jamais|ninguno|ninguna|nunca|nenhum"
        "|nessuno|nessuna|mai|geen|nooit|nijedan|nikad|brak|nigdy"
    ),
}


def fold(text: str) -> str:
    """A word as it is compared: without accents, case, outer punctuation and double spaces."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join(letters.strip(" \t\n.!;:,\"'").split())


KNOWN: Final = {fold(word): meaning for meaning, words in _WORDS.items() for word in words.split("|")}
"""Folded word -> its meaning."""


def meaning(text: str) -> Fixed | None:
    """What a word says, whatever its language; None for one that says none of the five."""
    return KNOWN.get(fold(text))
