"""What stands in the way is told with its guard; the needs of a step are facts, not names of the program."""

from __future__ import annotations

from tests.support.contexts import make_context
from vendorrisk.domain.message import Blocked, Refused, msg


class Keeper:
    """Messages that keep the details."""

    def __init__(self):
        self.details = ""

    def explain(self, what, remedy="", details=""):
        self.details = details


def test_only_numbered_guards_stand_before_their_facts():
    context = make_context()
    context.messages = Keeper()
    blocked = tuple(Blocked(one, msg("fact.of"), msg("remedy.of")) for one in ("G4", "send_notices"))
    context.explain(Refused(msg("notice.sent.refused"), msg("notice.sent.refused.remedy"), blocked=blocked))
    with_guard, of_the_step = context.messages.details.split("\n")
    assert with_guard == f"G4: {of_the_step}"
    assert "send_notices" not in of_the_step
