"""The invented vendor's answers, read off the register so that both tell the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.app.sample.answers import good_answers
from vendorrisk.domain.diligence.questionnaire import Fixed
from vendorrisk.domain.diligence.records import Verdict
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
ACCESS_LAW = "Section 702 of FISA. Stored data is encrypted with keys that only we can use."
_KINDS = {
    DataCategory.PHONE_NUMBER: "TRAFFIC", DataCategory.LOGS: "TRAFFIC", DataCategory.MESSAGE_BODY: "CONTENT",
    DataCategory.CALL_AUDIO: "CONTENT",
}  # fmt: skip


def answers_of(questionnaire: Questionnaire, today: date, known: Described) -> dict[str, str]:
    """Question id -> canonical answer; places, transfers, data and companies are those of the register."""
    usual = good_answers(questionnaire, today, known.storage, known.access)
    needs_assessment = bool(SAFEGUARDS & set(known.mechanisms))
    names = [known.vendor.legal_name or known.vendor.name, known.seat]
    return usual | {
        "PRV-01": ", ".join(names),
        "PRV-03": ";".join(sorted({_KINDS[DataCategory(one)] for one in known.categories})),
        "PRV-12": "Nobody else is used for this service.",
        "PRV-14": Fixed.NA,
        "PRV-19": Fixed.NO,
        "TRF-04": ";".join(sorted({TOOLS[Mechanism(one)] for one in known.mechanisms})) or "NO_TRANSFER",
        "TRF-06": Fixed.YES if needs_assessment else Fixed.NA,
        "TRF-07": Fixed.YES if _answers_to_the_us(known) else Fixed.NO,
    }


def comments_of(known: Described) -> dict[str, str]:
    """Question id -> what the vendor adds to its answer."""
    return {"TRF-07": ACCESS_LAW} if _answers_to_the_us(known) else {}


def verdicts_of(questionnaire: Questionnaire, known: Described) -> dict[str, Verdict]:
    """Question id -> verdict: an answer that needed an explanation meets what is asked only in part."""
    usual = dict.fromkeys(questionnaire.by_id, Verdict.MEETS)
    return usual | dict.fromkeys(comments_of(known), Verdict.PARTLY)


def _answers_to_the_us(known: Described) -> bool:
    return "US" in {known.vendor.country, *known.storage, *known.access}
