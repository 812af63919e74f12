import pytest

from tests.support.dossier import an_engagement
from tests.support.sentences import say
from vendorrisk.domain.decision.guards import ALL
from vendorrisk.domain.decision.lifecycle import (
    ANY_LIVE,
    PRE_LIVE,
    PROCESSING,
    TRANSITIONS,
    Processing,
    allowed,
    targets,
    transition,
    why_stopped,
)
from vendorrisk.domain.register.records import ENDED_STAGES, Stage

S = Stage
APPROVED = (S.APPROVED, S.APPROVED_WITH_CONDITIONS)

# The reference, row by row: name -> (source it names, target, guards). Objections and changes leave the stage
# alone, so notice looks after them. Further sources, where the reference
# leaves them open or where its own text asks for them, stand in CHOSEN with their reason.
REFERENCE = {
    "submit": ((S.DRAFT,), S.TRIAGED, ()),
    "open_diligence": ((S.TRIAGED,), S.IN_DUE_DILIGENCE, ()),
    "complete_evidence": ((), S.IN_REVIEW, ()),
    "approve": ((S.IN_REVIEW,), S.APPROVED, ()),
    "approve_conditionally": ((S.IN_REVIEW,), S.APPROVED_WITH_CONDITIONS, ()),
    "reject": (PRE_LIVE, S.REJECTED, ()),
    "withdraw": (PRE_LIVE, S.WITHDRAWN, ()),
    "start_contract": (APPROVED, S.CONTRACTING, ()),
    "contract_ready": ((S.CONTRACTING,), S.NOTICE_PENDING, ("G4", "G5", "G6", "G7")),
    "send_notices": ((), S.NOTICE_RUNNING, ()),
    "ready": ((), S.READY, ALL),
    "go_live": ((S.READY,), S.LIVE, ALL),
    "emergency_live": (APPROVED, S.EMERGENCY_LIVE, (*ALL[:7], "G10")),
    "start_reassessment": ((S.LIVE,), S.REASSESSMENT, ()),
    "pass_reassessment": ((S.REASSESSMENT,), S.LIVE, ()),
    "suspend": (ANY_LIVE, S.SUSPENDED, ()),
    "resume": ((S.SUSPENDED,), S.LIVE, ALL),
    "start_exit": ((*ANY_LIVE, S.SUSPENDED), S.EXITING, ()),
    "request_deletion": ((S.EXITING,), S.DELETION_PENDING, ()),
    "confirm_deletion": ((), S.TERMINATED, ()),
}
CHOSEN = {
    "complete_evidence": (S.IN_DUE_DILIGENCE, *APPROVED),  # open; an approval that ran out is decided anew
    "send_notices": (S.NOTICE_PENDING,),  # open
    "ready": (S.NOTICE_PENDING, S.NOTICE_RUNNING),  # open; from PENDING only where nobody is affected
    "go_live": (S.LIVE_RESTRICTED, S.EMERGENCY_LIVE),  # a restriction ends; an emergency is regularised
    "confirm_deletion": (S.DELETION_PENDING,),  # open
}


def first_rows():
    """The first row of each name; go_live and resume have a second one with the target LIVE_RESTRICTED."""
    rows = {}
    for row in TRANSITIONS:
        rows.setdefault(row.name, row)
    return rows


OWN = {"renew_approval"}  # the reference lets approvals run out on the way, and names no step that renews one


def test_the_table_has_exactly_the_steps_of_the_reference_and_the_renewal():
    assert set(first_rows()) == {*REFERENCE, *OWN}


@pytest.mark.parametrize("name", REFERENCE)
def test_each_row_is_that_of_the_reference(name):
    sources, target, guards = REFERENCE[name]
    row = first_rows()[name]
    assert set(row.sources) == {*sources, *CHOSEN.get(name, ())}
    assert row.target is target
    assert row.guards == guards


@pytest.mark.parametrize(
    ("source", "name"), [(S.READY, "go_live"), (S.EMERGENCY_LIVE, "go_live"), (S.SUSPENDED, "resume")]
)
def test_use_may_begin_or_resume_restricted_under_the_same_guards(source, name):
    restricted = transition(source, S.LIVE_RESTRICTED)
    assert (restricted.name, restricted.guards) == (name, ALL)


def test_there_are_twelve_guards_in_order():
    assert tuple(f"G{number}" for number in range(1, 13)) == ALL


def test_no_two_steps_lead_from_one_stage_to_the_same_stage():
    for stage in S:
        found = targets(allowed(stage))
        assert len(found) == len(set(found))


def test_every_stage_is_reachable_from_a_draft():
    reached, waiting = {S.DRAFT}, [S.DRAFT]
    while waiting:
        for target in targets(allowed(waiting.pop())):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    assert reached == set(S)


def test_every_stage_but_the_ends_has_a_way_to_an_end():
    for stage in S:
        assert bool(allowed(stage)) is (stage not in ENDED_STAGES)
    can_end = set(ENDED_STAGES)
    for _ in S:
        can_end |= {stage for stage in S if can_end & set(targets(allowed(stage)))}
    assert can_end == set(S)


def test_a_stage_with_customer_data_can_always_be_suspended_and_left():
    for stage in ANY_LIVE:
        assert {S.SUSPENDED, S.EXITING} <= set(targets(allowed(stage)))


@pytest.mark.parametrize("stage", PRE_LIVE)
def test_before_going_live_everything_can_be_rejected_or_withdrawn(stage):
    assert {S.REJECTED, S.WITHDRAWN} <= set(targets(allowed(stage)))


def test_after_going_live_nothing_is_rejected_or_withdrawn():
    for stage in set(S) - set(PRE_LIVE):
        assert not {S.REJECTED, S.WITHDRAWN} & set(targets(allowed(stage)))


def test_only_steps_with_all_guards_let_customer_data_in_for_everybody():
    entering = [row for row in TRANSITIONS if row.target in {S.LIVE, S.LIVE_RESTRICTED}]
    assert {row.name for row in entering if row.guards != ALL} == {"pass_reassessment"}


def test_steps_are_found_by_their_ends():
    assert transition(S.IN_REVIEW, S.APPROVED).name == "approve"
    assert transition(S.DRAFT, S.LIVE) is None


@pytest.mark.parametrize(
    ("stage", "processing"),
    [
        (S.DRAFT, Processing.NO),
        (S.READY, Processing.NO),
        (S.LIVE, Processing.YES),
        (S.REASSESSMENT, Processing.YES),
        (S.LIVE_RESTRICTED, Processing.PARTLY),
        (S.EMERGENCY_LIVE, Processing.TIME_BOXED),
        (S.SUSPENDED, Processing.NO_NEW_DATA),
        (S.EXITING, Processing.READ_ONLY),
        (S.DELETION_PENDING, Processing.NO),
        (S.TERMINATED, Processing.NO),
    ],
)
def test_each_stage_says_whether_data_may_be_processed(stage, processing):
    assert PROCESSING[stage] is processing


def test_data_is_processed_only_where_the_reference_allows_it():
    assert {stage for stage in S if PROCESSING[stage] is not Processing.NO} == {
        *ANY_LIVE,
        S.SUSPENDED,
        S.EXITING,
    }


def test_every_step_has_a_title_and_its_consequences_in_words():
    for row in TRANSITIONS:
        assert say(row.title)
        assert all(say(one).endswith(".") for one in (*row.consequences, *row.left_to_do))


@pytest.mark.parametrize("stage", S)
def test_the_reason_is_told_while_it_counts(stage):
    stopped = an_engagement(stage=stage, closed_reason="A breach")
    assert why_stopped(stopped) == ("" if stage in {*PRE_LIVE, *ANY_LIVE} else "A breach")
