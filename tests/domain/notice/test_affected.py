"""Every customer gets an answer with a reason, and a missing fact leaves nobody out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.customers import a_customer
from vendorrisk.domain.message import Level, Problem, msg
from vendorrisk.domain.notice.affected import Scope, doubts_of, reach_of, who_is_affected, with_ground

VOICE = {"s-voice": "Voice"}
EVERYWHERE = Scope(services=VOICE)
IN_EU = Scope(services=VOICE, regions=frozenset({"EU"}))
USES_VOICE = {"services": ("s-voice", "s-mail"), "data_centre": "EU"}


def affected(*grounds):
    return msg("plain", text=list(grounds))


@pytest.mark.parametrize(
    ("facts", "scope", "reason"),
    [
        ({"active": False, **USES_VOICE}, EVERYWHERE, msg("notice.not_affected.inactive")),
        (
            {"services": ("s-mail",)},
            EVERYWHERE,
            msg("notice.not_affected.service", services=["Voice"]),
        ),
        (
            {**USES_VOICE, "data_centre": "US"},
            IN_EU,
            msg("notice.not_affected.region", region="US", regions=["EU"]),
        ),
        (
            {**USES_VOICE, "region_lock": True},
            Scope(services=VOICE, regions=frozenset({"EU"}), reaches_locked=False),
            msg("notice.not_affected.locked"),
        ),
    ],
    ids=["inactive", "other service", "other region", "H: region-locked and out of reach"],
)
def test_who_need_not_be_told(facts, scope, reason):
    found = reach_of(a_customer(**facts), scope)
    assert (found.affected, found.reason, found.warnings) == (False, reason, ())


@pytest.mark.parametrize(
    ("facts", "scope", "reason"),
    [
        (
            USES_VOICE,
            EVERYWHERE,
            affected(msg("notice.affected.service", services=["Voice"]), msg("notice.affected.every_region")),
        ),
        (
            USES_VOICE,
            IN_EU,
            affected(
                msg("notice.affected.service", services=["Voice"]), msg("notice.affected.region", region="EU")
            ),
        ),
        (
            {**USES_VOICE, "region_lock": True},
            Scope(services=VOICE, reaches_locked=True),
            affected(
                msg("notice.affected.service", services=["Voice"]),
                msg("notice.affected.every_region"),
                msg("notice.affected.lock_reached"),
            ),
        ),
        (
            {"services": ("s-mail",)},
            Scope(services=None),
            affected(msg("notice.affected.every_service"), msg("notice.affected.every_region")),
        ),
    ],
    ids=["everywhere", "in its region", "region-locked but within reach", "every service"],
)
def test_who_must_be_told(facts, scope, reason):
    found = reach_of(a_customer(**facts), scope)
    assert (found.affected, found.reason, found.warnings) == (True, reason, ())


def test_a_customer_without_services_or_data_centre_is_told_and_the_gap_is_named():
    found = reach_of(a_customer(), IN_EU)
    assert found.affected
    assert found.reason == affected(
        msg("notice.affected.services_unknown"), msg("notice.affected.region_unknown")
    )
    assert found.warnings == (msg("notice.doubt.no_services"), msg("notice.doubt.no_data_centre"))


def test_a_verdict_takes_further_reasons_and_doubts():
    reach = reach_of(a_customer(), Scope(services=None))
    ground, doubt = msg("notice.affected.joined"), msg("notice.doubt.pack_due")
    more = with_ground(reach, ground, doubts=[doubt])
    assert more.reason.params["text"] == [reach.reason, ground]
    assert more.warnings == (*reach.warnings, doubt)
    assert with_ground(reach, doubts=[doubt]).reason == reach.reason


def test_without_an_answer_on_the_lock_a_customer_is_left_out_and_the_gap_is_named():
    found = reach_of(a_customer(region_lock=True, **USES_VOICE), IN_EU)
    assert not found.affected
    assert found.reason == msg("notice.not_affected.lock_unanswered")
    assert found.warnings == (msg("notice.doubt.lock_unanswered"),)


@pytest.mark.parametrize("answer", [True, False])
def test_an_answer_leaves_no_doubt(answer):
    everybody = [a_customer(region_lock=True, **USES_VOICE), a_customer(**USES_VOICE)]
    assert doubts_of(who_is_affected(everybody, Scope(services=VOICE, reaches_locked=answer))) == ()


def test_those_left_out_for_want_of_an_answer_are_one_problem_that_names_the_field():
    everybody = [a_customer(region_lock=True, **USES_VOICE), a_customer(**USES_VOICE)]
    assert doubts_of(who_is_affected(everybody, EVERYWHERE)) == (
        Problem(
            "engagement: reaches_locked",
            msg("notice.lock_unanswered", count=1),
            msg("lock.unanswered.remedy", field="reaches_locked"),
            Level.WARNING,
        ),
    )


customers = st.builds(
    a_customer,
    name=st.text(min_size=1, max_size=3),
    active=st.booleans(),
    services=st.sets(st.sampled_from(("s-voice", "s-mail")), min_size=1).map(tuple),
    data_centre=st.sampled_from(("EU", "US")),
    region_lock=st.booleans(),
)


@given(
    st.lists(customers, max_size=8),
    st.sets(st.sampled_from(("s-voice", "s-mail")), min_size=1),
    st.sets(st.sampled_from(("EU", "US"))),
    st.sampled_from((True, False, None)),
)
def test_agrees_with_the_formula_of_the_reference(everybody, services, regions, reaches):
    scope = Scope(
        services=dict.fromkeys(services, "A service"), regions=frozenset(regions), reaches_locked=reaches
    )
    assert [one.affected for one in who_is_affected(everybody, scope)] == [
        c.active
        and bool(services & set(c.services))
        and (not regions or c.data_centre in regions)
        and (not c.region_lock or reaches is True)
        for c in everybody
    ]
