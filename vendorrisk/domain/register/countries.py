"""Countries: the ISO 3166 codes, who belonged to the EU and the EEA when, and the pseudo-regions of lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from vendorrisk.domain.message import Message, msg
from vendorrisk.domain.periods import is_within

_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI
FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN
IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF
PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE
YT ZA ZM ZW
"""

ISO_3166 = frozenset(_CODES.split())
"""The officially assigned alpha-2 codes of ISO 3166-1."""

USER_ASSIGNED = frozenset({"XK"})
"""Kosovo has no code of its own in ISO 3166; XK is the code in use."""

ORGANISATIONS = frozenset({"EPO"})
"""Organisations that an adequacy decision names (GDPR 45(1)): the European Patent Organisation."""


class Region(StrEnum):
    """Pseudo-regions that published lists use in place of a country."""

    EU = "EU"
    EEA = "EEA"
    GLOBAL = "GLOBAL"


EEA_REGIONS = frozenset({Region.EU, Region.EEA})
"""Those in which data has not left the EEA."""

MISTAKEN = {"UK": "GB", "EL": "GR", "UAE": "AE", "USA": "US", "WW": "GLOBAL"}
"""Codes that people write, and the one they mean."""


class Union(StrEnum):
    """What a state is a member of."""

    EU = "EU"
    EFTA_EEA = "EFTA_EEA"


@dataclass(frozen=True, slots=True)
class Membership:
    """From when to when (both inclusive, None = open) a state's law was that of the EU or EEA."""

    country: str
    union: Union
    valid_from: date
    valid_to: date | None = None


def _members(codes: str, union: Union, since: date, until: date | None = None) -> tuple[Membership, ...]:
    return tuple(Membership(code, union, since, until) for code in codes.split())


# Accession treaties, and the EEA Agreement for the three EFTA states. For the United Kingdom the last day of
# the transition period (Withdrawal Agreement Art. 126), because EU data protection law applied until then.
MEMBERSHIPS = (
    *_members("BE DE FR IT LU NL", Union.EU, date(1958, 1, 1)),
    *_members("DK IE", Union.EU, date(1973, 1, 1)),
    *_members("GB", Union.EU, date(1973, 1, 1), date(2020, 12, 31)),
    *_members("GR", Union.EU, date(1981, 1, 1)),
    *_members("ES PT", Union.EU, date(1986, 1, 1)),
    *_members("AT FI SE", Union.EU, date(1995, 1, 1)),
    *_members("CY CZ EE HU LT LV MT PL SI SK", Union.EU, date(2004, 5, 1)),
    *_members("BG RO", Union.EU, date(2007, 1, 1)),
    *_members("HR", Union.EU, date(2013, 7, 1)),
    *_members("IS NO", Union.EFTA_EEA, date(1994, 1, 1)),
    *_members("LI", Union.EFTA_EEA, date(1995, 5, 1)),
)

# Parts of member states that have codes of their own and in which the Treaties apply: the outermost regions
# (Art. 355(1) TFEU; Mayotte by Council Decision 2012/419/EU) and Åland (Art. 355(4) TFEU). Not among them are
# the countries and territories of Annex II, such as Saint Barthélemy or Curaçao.
TERRITORIES = (
    *_members("GF GP MF MQ RE", Union.EU, date(1958, 1, 1)),
    *_members("YT", Union.EU, date(2014, 1, 1)),
    *_members("AX", Union.EU, date(1995, 1, 1)),
)


@lru_cache(maxsize=64)
def members(on: date, *unions: Union) -> frozenset[str]:
    """The states that belong to these unions on a day, and those of their parts that have own codes."""
    return frozenset(
        row.country
        for row in (*MEMBERSHIPS, *TERRITORIES)
        if row.union in unions and is_within(row.valid_from, row.valid_to, on)
    )


def is_in_eea(code: str, on: date) -> bool:
    """Whether data there stays inside the EEA on a day: then GDPR Chapter V sees no transfer (2.4 e)."""
    return code in EEA_REGIONS or code in members(on, Union.EU, Union.EFTA_EEA)


def is_country(code: str) -> bool:
    """Whether the code is one country of ISO 3166 (or Kosovo)."""
    return code in ISO_3166 or code in USER_ASSIGNED


def is_place(code: str) -> bool:
    """Whether a location may carry the code: a country or one of the pseudo-regions EU, EEA, GLOBAL."""
    return is_country(code) or code in set(Region)


def country_name(code: str) -> Message | str:
    """The name of a country, region or organisation as people read it; an unknown code as it stands."""
    return msg(f"Country.{code}") if is_place(code) or code in ORGANISATIONS else code


def is_recipient_place(code: str) -> bool:
    """Whether a flow may end there: a country, the EU or EEA as a whole, or an adequate organisation.

    GLOBAL is not a place to send data to: no law can be checked against it.
    """
    return is_country(code) or code in EEA_REGIONS or code in ORGANISATIONS
