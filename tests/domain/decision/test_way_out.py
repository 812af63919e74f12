"""Exit, deletion and end of an engagement (domain.md 4.2): each step says what it needs."""

import pytest

from tests.support.dossier import an_ask, at_stage, keys
from vendorrisk.domain.decision.dossier import Attested
from vendorrisk.domain.register.records import Stage

S = Stage


@pytest.mark.parametrize("stage", [S.LIVE, S.LIVE_RESTRICTED, S.EMERGENCY_LIVE, S.REASSESSMENT, S.SUSPENDED])
def test_an_exit_says_its_plan(stage):
    assert keys(at_stage(stage), S.EXITING) == ["reason.start_exit"]
    assert keys(at_stage(stage), S.EXITING, an_ask(reason="replaced by Acme, last data 2026-12-31")) == []


def test_deletion_is_requested_once_the_returned_data_was_checked():
    assert keys(at_stage(S.EXITING), S.DELETION_PENDING) == ["attested.DATA_RETURN_CHECKED"]
    checked = an_ask(confirmed=frozenset({Attested.DATA_RETURN_CHECKED}))
    assert keys(at_stage(S.EXITING), S.DELETION_PENDING, checked) == []


def test_the_end_needs_certificate_fourth_parties_access_and_list():
    needed = ["ERASURE_CERTIFICATE", "FOURTH_PARTIES_ERASED", "ACCESS_REVOKED", "LIST_UPDATED"]
    assert keys(at_stage(S.DELETION_PENDING), S.TERMINATED) == [f"attested.{one}" for one in needed]
    part = an_ask(confirmed=frozenset({Attested.ERASURE_CERTIFICATE, Attested.LIST_UPDATED}))
    assert keys(at_stage(S.DELETION_PENDING), S.TERMINATED, part) == [
        "attested.FOURTH_PARTIES_ERASED",
        "attested.ACCESS_REVOKED",
    ]
    whole = an_ask(confirmed=frozenset(Attested(one) for one in needed))
    assert keys(at_stage(S.DELETION_PENDING), S.TERMINATED, whole) == []
