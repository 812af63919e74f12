"""A transfer is shown with why it holds or not, and with the fallback that would carry it."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from tests.support.law import the_law
from tests.support.words import english
from vendorrisk.domain.register.records import Flow, LocationKind
from vendorrisk.domain.register.transfers import TransferState, validities
from vendorrisk.domain.register.vocabulary import Mechanism, TiaOutcome
from vendorrisk.usecases.diligence.transfer_view import transfer_rows

TODAY = date(2026, 11, 23)


def test_a_fallback_that_would_carry_a_transfer_is_named_with_what_to_do():
    flow = Flow(
        id="f", engagement_id="e", kind=LocationKind.STORAGE, importer="Norte Inc.", importer_country="US",
        mechanism=Mechanism.PRIVACY_SHIELD, fallback=Mechanism.SCC_2021_914, module=3, annexes_complete=True,
        tia_outcome=TiaOutcome.POSITIVE, tia_made_on=date(2026, 6, 1), tia_valid_until=date(2027, 6, 1),
    )  # fmt: skip
    judged = [(flow, one) for one in validities(flow, TODAY, the_law())]
    facts = SimpleNamespace(transfers=judged, flows=[flow], today=TODAY, law_ends={})
    (row,) = transfer_rows(facts)
    assert row.state is TransferState.REVIEW
    assert english().value(row.whys[-1], "en").endswith("would cover this transfer: make it the mechanism.")
