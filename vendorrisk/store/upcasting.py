"""Reading what older schemas wrote: each migration brings the step that lifts a journal row to its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.store.mapping import Row

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010")
"""The schema revisions in order; the last one is what this program writes."""

CURRENT = REVISIONS[-1]

_SHORTER: Row = {
    "written_on": None, "shorter_days": None, "shorter_asked_on": None, "shorter_agreed_on": None,
    "shorter_note": "",
}  # fmt: skip


_EMERGENCY: dict[str, Row] = {
    "change": {"emergency_until": None, "emergency_why": ""},
    "notice": {"emergency_basis": None, "emergency_on": None, "emergency_source": ""},
}


_ACCEPTANCE: Row = {
    "compensating": "", "dpo_opinion": "", "dpo_text": "", "accepted_on": None, "dpo_on": None,
}  # fmt: skip


_JOINING: dict[str, Row] = {
    "customer": {"since": None},
    "terms": {"pre_approved_affiliates": False, "pre_approved_names": "[]", "pre_approved_eea": False},
    "notice": {
        "onboarding": None, "onboarding_on": None, "onboarding_note": "", "taken_in_on": None,
        "taken_in_why": "", "earlier_sent_at": None, "earlier_proof": "",
    },
}  # fmt: skip


_PROOFS: dict[str, Row] = {"change": {"published_proof": ""}, "notice": {"answer_proof": ""}}


def _as_it_is(_table: str, row: Row) -> Row:
    """A revision that brings a new table alone changes no row that was there."""
    return row


def _with_shorter_notice(table: str, row: Row) -> Row:
    return _SHORTER | row if table == "notice" else row


def _with_emergency(table: str, row: Row) -> Row:
    return _EMERGENCY.get(table, {}) | row


def _with_deemed_unit(table: str, row: Row) -> Row:
    return {"deemed_unit": None} | row if table == "terms" else row


def _without_unasked_no(table: str, row: Row) -> Row:
    """An old "no" on reaching the locked environment becomes "not yet answered".

    It was what every engagement began with, so the row cannot tell an answer from nobody having asked, and
    the journal can for some alone: where an edit names the field, and was neither undone nor erased. One rule
    for all is safe: asking again costs an answer, a no that nobody gave costs a customer its notice.
    """
    unsaid = table == "engagement" and not row.get("reaches_locked")
    return row | {"reaches_locked": None} if unsaid else row


def _with_whole_acceptance(table: str, row: Row) -> Row:
    """What was accepted before was accepted once at least; more is not told by the row."""
    if table != "finding":
        return row
    return _ACCEPTANCE | {"acceptances": int(row.get("accepted_until") is not None)} | row


def _with_joining(table: str, row: Row) -> Row:
    return _JOINING.get(table, {}) | row


def _with_proofs(table: str, row: Row) -> Row:
    return _PROOFS.get(table, {}) | row


# Revision -> how a row of a table written before it is lifted to it.
STEPS: dict[str, Callable[[str, Row], Row]] = {
    "0002": _as_it_is,
    "0003": _with_shorter_notice,
    "0004": _with_emergency,
    "0005": _with_deemed_unit,
    "0006": _without_unasked_no,
    "0007": _as_it_is,
    "0008": _with_whole_acceptance,
    "0009": _with_joining,
    "0010": _with_proofs,
}


def upcast(revision: str, table: str, row: Row) -> Row:
    """A row as the newest schema has it, whatever revision wrote it."""
    for later in REVISIONS[REVISIONS.index(revision) + 1 :]:
        row = STEPS[later](table, row)
    return row
