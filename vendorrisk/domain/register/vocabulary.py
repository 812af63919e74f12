"""The words of the field: data, regimes, transfer mechanisms, and the label of each."""

from __future__ import annotations

from enum import StrEnum

from vendorrisk.domain.message import Message, msg


class DataCategory(StrEnum):
    """What kinds of personal data an engagement touches (domain.md 1.4)."""

    ACCOUNT = "ACCOUNT"
    USAGE = "USAGE"
    CONTENT = "CONTENT"
    VISITOR = "VISITOR"
    PHONE_NUMBER = "PHONE_NUMBER"
    SENDER_ID = "SENDER_ID"
    DEVICE = "DEVICE"
    LOCATION = "LOCATION"
    MESSAGE_BODY = "MESSAGE_BODY"
    ATTACHMENTS = "ATTACHMENTS"
    CALL_AUDIO = "CALL_AUDIO"
    RECORDING = "RECORDING"
    TRANSCRIPT = "TRANSCRIPT"
    CONVERSATION_HISTORY = "CONVERSATION_HISTORY"
    OPT_OUT_LIST = "OPT_OUT_LIST"
    CREDENTIALS = "CREDENTIALS"
    PAYMENT = "PAYMENT"
    SUPPORT_TICKET = "SUPPORT_TICKET"
    LOGS = "LOGS"


class DataFlag(StrEnum):
    """What makes data more sensitive (domain.md 1.4); OTP: a one-time code is a credential."""

    SPECIAL_CATEGORY = "SPECIAL_CATEGORY"
    CRIMINAL = "CRIMINAL"
    CHILDREN = "CHILDREN"
    PHI = "PHI"
    CARD = "CARD"
    TRAFFIC = "TRAFFIC"
    BIOMETRIC = "BIOMETRIC"
    OTP = "OTP"


class Regime(StrEnum):
    """The law whose transfer rules a flow must meet; each keeps its own adequacy list (domain.md 2.5)."""

    EU = "EU"
    UK = "UK"
    CH = "CH"


class Mechanism(StrEnum):
    """The ground of a transfer to a third country (domain.md 2.6).

    UK_ADDENDUM is the EU clauses with the UK Addendum, SCC_CH the EU clauses with the Swiss adaptations.
    """

    NOT_A_TRANSFER = "NOT_A_TRANSFER"
    ADEQUACY = "ADEQUACY"
    DPF = "DPF"
    SCC_2021_914 = "SCC_2021_914"
    UK_ADDENDUM = "UK_ADDENDUM"
    IDTA = "IDTA"
    SCC_CH = "SCC_CH"
    ONWARD_8_8 = "ONWARD_8_8"
    BCR_P = "BCR_P"
    ART_42_SEAL = "ART_42_SEAL"
    ART_40_CODE = "ART_40_CODE"
    ART_49 = "ART_49"
    CARRIER_DISCLOSURE = "CARRIER_DISCLOSURE"
    SAFE_HARBOUR = "SAFE_HARBOUR"
    PRIVACY_SHIELD = "PRIVACY_SHIELD"
    SWISS_US_PRIVACY_SHIELD = "SWISS_US_PRIVACY_SHIELD"
    OLD_SCC = "OLD_SCC"


SCC_FAMILY = frozenset({Mechanism.SCC_2021_914, Mechanism.UK_ADDENDUM, Mechanism.SCC_CH})
"""Mechanisms that contain the clauses of Decision (EU) 2021/914."""

SIGNED_CLAUSES = SCC_FAMILY | {Mechanism.IDTA, Mechanism.ONWARD_8_8}
"""Mechanisms whose Annex I or table is signed, or deemed signed by an express clause (D-01)."""

SAFEGUARDS = SIGNED_CLAUSES | {Mechanism.BCR_P, Mechanism.ART_42_SEAL, Mechanism.ART_40_CODE}
"""Appropriate safeguards of GDPR 46, which stand by themselves when an adequacy decision falls."""


class TiaOutcome(StrEnum):
    """The result of a transfer impact assessment (domain.md 2.8; the United Kingdom says TRA)."""

    POSITIVE = "POSITIVE"
    POSITIVE_WITH_MEASURES = "POSITIVE_WITH_MEASURES"
    NEGATIVE = "NEGATIVE"


class Coverage(StrEnum):
    """How much of a country an adequacy decision covers (domain.md 2.7)."""

    GENERAL = "GENERAL"
    SECTOR = "SECTOR"
    CERTIFIED_ONLY = "CERTIFIED_ONLY"


def label(term: StrEnum) -> Message:
    """The words people read for a term of a vocabulary, whichever stage it belongs to."""
    return msg(f"{type(term).__name__}.{term.value}")
