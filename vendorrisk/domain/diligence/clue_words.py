"""How documents name their kind, write months, and say what a day is for, in the languages they come in.

Words stand folded (`answer_words.fold`): without accents and case. Each is a regular expression.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_ISO: Final = r"iso[\s/-]{0,4}(?:iec)?[\s-]{0,4}"
_SOC2: Final = r"\bsoc\)?[\s-]{0,3}2(?:\W{0,4}reports?)?\W{0,4}"

KINDS: Final = tuple(
    (code, re.compile(pattern, re.IGNORECASE))
    for code, pattern in (
        ("ISO27001", rf"{_ISO}27001"),
        ("ISO27017", rf"{_ISO}27017"),
        ("ISO27018", rf"{_ISO}27018"),
        ("ISO27701", rf"{_ISO}27701"),
        ("ISO22301", rf"{_ISO}22301"),
        ("BRIDGE", r"\b(?:bridge|gap) letter\b"),
        ("SOC2_II", rf"{_SOC2}type\s*(?:ii|2)\b|\btype\s*(?:ii|2)\W{{1,3}}soc\W{{0,3}}2\b"),
        ("SOC2_I", rf"{_SOC2}type\s*(?:i|1)\b|\btype\s*(?:i|1)\W{{1,3}}soc\W{{0,3}}2\b"),
        ("SOC3", r"\bsoc\)?[\s-]*3\b"),
        ("SOC1", r"\bsoc\)?[\s-]*1\b"),
        ("PCI", r"\bpci[\s-]*dss\b|payment card industry.{0,8}data security standard"),
        ("C5", r"cloud computing compliance criteria catalogue|\bbsi c5\b|\bc5(?=:20\d\d)"),
        ("TISAX", r"\btisax\b"),
        ("HITRUST", r"\bhitrust\b"),
        ("CE_PLUS", r"\bcyber essentials plus\b"),
        ("CE", r"\bcyber essentials\b(?! plus)"),
        ("DPA", r"\bdata processing (?:agreement|addendum)\b|\bdpa\b"),
        ("SCC", r"\bstandard contractual clauses\b|\b2021/914\b"),
        ("TIA", r"\btransfer impact assessment\b"),
    )
)

_YEAR: Final = r"(?:\s*:\s*|-)(?P<edition>(?:19|20)\d{2})\b(?!-\d{1,2}-|[/.]\d)"
EDITIONS: Final = {
    **{code: re.compile(_YEAR) for code in ("ISO27001", "ISO27017", "ISO27018", "ISO27701", "ISO22301")},
    "C5": re.compile(rf"(?:\W*c5)?{_YEAR}", re.IGNORECASE),
    "PCI": re.compile(r"[\W_]{0,4}(?:version|ver|v)?[\s.]{0,3}(?P<edition>\d(?:\.\d){1,2})\b", re.IGNORECASE),
}
"""How the edition follows right behind the name of a standard: "27001:2013", "PCI DSS v4.0.1"."""

_MONTHS: Final = {
    "en": "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug"
    "|september sept sep|october oct|november nov|december dec",
    "de": "januar janner jan|februar feber feb|marz mar mrz|april apr|mai|juni jun|juli jul|august aug"
    "|september sept sep|oktober okt|november nov|dezember dez",
    "fr": "janvier janv|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout"
    "|septembre sept|octobre oct|novembre nov|decembre dec",
    "es": "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago"
    "|septiembre setiembre sept sep|octubre oct|noviembre nov|diciembre dic",
    "pt": "janeiro jan|fevereiro fev|marco mar|abril abr|maio mai|junho jun|julho jul|agosto ago"
    "|setembro set|outubro out|novembro nov|dezembro dez",
    "it": "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago"
    "|settembre set sett|ottobre ott|novembre nov|dicembre dic",
    "nl": "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug"
    "|september sept sep|oktober okt|november nov|december dec",
    "pl": "stycznia styczen|lutego luty|marca marzec|kwietnia kwiecien|maja maj|czerwca czerwiec|lipca lipiec"
    "|sierpnia sierpien|wrzesnia wrzesien|pazdziernika pazdziernik|listopada listopad|grudnia grudzien",
    "hr": "sijecnja sijecanj|veljace veljaca|ozujka ozujak|travnja travanj|svibnja svibanj|lipnja lipanj"
    "|srpnja srpanj|kolovoza kolovoz|rujna rujan|listopada listopad|studenoga studenog studeni"
    "|prosinca prosinac",
}


def _months() -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for year in _MONTHS.values():
        for number, names in enumerate(year.split("|"), start=1):
            for name in names.split():
                found[name] = tuple(sorted({*found.get(name, ()), number}))
    return found


MONTHS: Final = _months()
"""Folded name of a month -> its number; "listopada" is October in Croatian and November in Polish."""

_END: Final = {
    "en": r"until|through|valid (?:to|till)|expir|\bend(?:s|ing)?\b|\bto\W*$|[–—-]\W*$",
    "de": r"\bbis\b|ablauf|gultigkeitsende|lauft ab",
    "fr": r"jusqu|echeance|fin de (?:la )?validite|\bau\W*$",
    "es": r"hasta|caduc|vencimiento|vence\b|\bal\W*$",
    "pt": r"\bate\b|validade",
    "it": r"scaden|scade\b|fino al",
    "nl": r"\btot\b|verval|einddatum|t/m",
    "pl": r"\bdo(?: dnia)?\W*$|data waznosci|wygas",
    "hr": r"istjec|istek",
}
_START: Final = {
    "en": r"valid from|effective|in force|start(?:s|ing)?\b|period|\bfrom\b|since",
    "de": r"gultig (?:ab|von|vom)|\bab\W*$|zeitraum vom|beginn|\bseit\b|inkrafttreten",
    "fr": r"a (?:compter|partir) du|(?:date|prise) d\W?effet|valable du|periode du|debut"
    r"|depuis|entree en vigueur",
    "es": r"desde|a partir del?|inicio|entrada en vigor|valid[oa] del",
    "pt": r"entrada em vigor|periodo de",
    "it": r"\bdal\W*$|decorrenza|a partire dal|inizio|in vigore",
    "nl": r"vanaf|\bingang|geldig van|sinds",
    "pl": r"\bod(?: dnia)?\W*$|obowiazuje od",
    "hr": r"stupa na snagu",
}
_ISSUED: Final = {
    "en": r"\bissue|dated\b|\bsigned|approv|certified on",
    "de": r"ausgestellt|ausstellung|\berteil|unterzeichnet|ausgabe",
    "fr": r"delivr|\bemis|emission|\bsigne|fait a",
    "es": r"emision|emitid|expedi|firmad|otorgad",
    "pt": r"emissao|assinad",
    "it": r"rilasci|emess|firmat",
    "nl": r"uitgifte|uitgegeven|afgegeven|afgifte|ondertekend",
    "pl": r"wydan|wystawi|podpisan",
    "hr": r"izdan|izdavanj|potpisan",
}


def _any(words: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(words.values()))


END, START, ISSUED = map(_any, (_END, _START, _ISSUED))
DATED: Final = re.compile(r"\b(?:date|datum|fecha)\b|\bdata\s*:")
"""Says only that it is a day: of "expiry date" the other word counts; a date without one is that of issue."""

RANGE: Final = re.compile(
    r"\W*(?:[–—-]|to|through|thru|until|till|bis(?: zum)?|jusqu\W?au|au|hasta(?: el)?|al?|ate|fino al"
    r"|tot(?: en met)?|t/m|do(?: dnia)?)\W*"
)
"""Stands between the first and the last day of a period, and nothing else does."""
