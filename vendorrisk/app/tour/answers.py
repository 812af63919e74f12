"""The invented vendor's answers, read off the register so that both tell the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.app.sample.answers import good_answers
from vendorrisk.domain.diligence.questionnaire import Fixed
from vendorrisk.domain.register.countries import country_name
from vendorrisk.domain.register.vocabulary import SAFEGUARDS, DataCategory, Mechanism

if TYPE_CHECKING:
    from datetime import date

    from vendorrisk.app.tour.describe import Described
    from vendorrisk.domain.diligence.questionnaire import Questionnaire

TOOLS = {
    Mechanism.ADEQUACY: "ADEQUACY", Mechanism.DPF: "DPF", Mechanism.SCC_2021_914: "SCC",
    Mechanism.BCR_P: "BCR", Mechanism.UK_ADDENDUM: "UK", Mechanism.IDTA: "UK",
}  # fmt: skip
"""What the questionnaire calls the ground of a transfer."""
_KINDS = {
    DataCategory.PHONE_NUMBER: "TRAFFIC", DataCategory.LOGS: "TRAFFIC", DataCategory.MESSAGE_BODY: "CONTENT",
    DataCategory.CALL_AUDIO: "CONTENT",
}  # fmt: skip


def answers_of(questionnaire: Questionnaire, today: date, known: Described) -> dict[str, str]:
    """Question id -> canonical answer; places, transfers, data and companies are those of the register."""
    usual = good_answers(questionnaire, today, known.storage, known.access)
    needs_assessment = bool(SAFEGUARDS & set(known.mechanisms))
    seat = country_name(known.vendor.country)
    return usual | {
        "PRV-01": f"{known.vendor.legal_name or known.vendor.name}, {seat}.",
        "PRV-03": ";".join(sorted({_KINDS[DataCategory(one)] for one in known.categories})),
        "PRV-12": "Nobody else is used for this service.",
        "PRV-14": Fixed.NA,
        "PRV-19": Fixed.NO,
        "TRF-04": ";".join(sorted({TOOLS[Mechanism(one)] for one in known.mechanisms})) or "NO_TRANSFER",
        "TRF-06": Fixed.YES if needs_assessment else Fixed.NA,
        "TRF-07": Fixed.NO,
    }
