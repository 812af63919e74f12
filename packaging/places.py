"""Writes resources/places/countries.json: the names of countries in many languages, from Unicode CLDR.

Run `python packaging/places.py` after raising Babel. The program reads the file and needs no Babel.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from importlib.metadata import version
from pathlib import Path

from babel import Locale
from babel.core import get_global

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from vendorrisk.domain.register.countries import is_country  # noqa: E402  (after the path is set)
from vendorrisk.domain.register.names import fold  # noqa: E402

TARGET = ROOT / "resources" / "places" / "countries.json"

LANGUAGES = [
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "cs",
    "sk",
    "sl",
    "hr",
    "sr_Latn",
    "bs",
    "sq",
    "mk",
    "bg",
    "ro",
    "hu",
    "el",
    "da",
    "sv",
    "nb",
    "nn",
    "is",
    "fi",
    "et",
    "lv",
    "lt",
    "ga",
    "mt",
    "ca",
    "eu",
    "gl",
    "cy",
    "ru",
    "uk",
    "tr",
    "az",
    "hy",
    "ka",
    "kk",
    "he",
    "ar",
    "fa",
    "ur",
    "hi",
    "bn",
    "ta",
    "te",
    "mr",
    "th",
    "vi",
    "id",
    "ms",
    "fil",
    "ja",
    "ko",
    "zh",
    "zh_Hant",
    "sw",
    "af",
]

PSEUDO = {"EU": "EU", "001": "GLOBAL"}
SHORTEST = 5
WIDELY_READ = ("de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "hr")


def names() -> dict[str, str]:
    """Folded name -> code; English decides, otherwise the code that most languages mean; a tie is dropped."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for language in LANGUAGES:
        for territory, name in Locale.parse(language).territories.items():
            code = PSEUDO.get(territory, territory)
            if code in PSEUDO.values() or is_country(code):
                key = fold(name)
                if _long_enough(key, language):
                    votes[key][code] += 1000 if language == "en" else 1
    chosen = {}
    for key, codes in votes.items():
        (first, most), *others = codes.most_common(2)
        if key and not (others and others[0][1] == most):
            chosen[key] = first
    return dict(sorted(chosen.items()))


def english() -> dict[str, str]:
    """Folded English name -> code: what a misspelling is compared with."""
    pairs = ((fold(name), PSEUDO.get(code, code)) for code, name in Locale("en").territories.items())
    return {name: code for name, code in sorted(pairs) if code in PSEUDO.values() or is_country(code)}


def alpha3() -> dict[str, str]:
    """The three-letter codes of ISO 3166 and the two-letter code of each."""
    aliases = get_global("territory_aliases").items()
    return {
        code: to[0] for code, to in sorted(aliases) if len(code) == 3 and code.isalpha() and is_country(to[0])
    }


def _long_enough(key: str, language: str) -> bool:
    """Very short names of rarely met languages are words in others."""
    least = {"en": 1, **dict.fromkeys(WIDELY_READ, SHORTEST - 1)}.get(language, SHORTEST)
    return len(key) >= least or not key.isascii()


def content() -> str:
    """The whole file, the same for the same release of Babel."""
    head = {
        "source": "Unicode CLDR territory names (Unicode-3.0 licence)",
        "babel": version("babel"),
        "languages": LANGUAGES,
        "alpha3": alpha3(),
        "english": english(),
        "names": names(),
    }
    return json.dumps(head, ensure_ascii=False, indent=0, sort_keys=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(content(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{TARGET.relative_to(ROOT)}: {len(names())} names\n")
