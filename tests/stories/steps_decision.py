"""Steps of the decision: an engagement is moved on, or the guards say why it is not."""

from __future__ import annotations

from vendorrisk.ui.decision.guard_list import GuardList


def begins_to_move(ana, stage: str) -> None:
    """Move to…, and the step that leads to a stage."""
    ana.hands.clicks("Move to…")
    ana.hands.waits_for_dialog("Move to another stage")
    steps = ana.hands.offers("Step")
    ana.hands.fills("Step", next(text for text in steps if text.endswith(f": {stage}")))


def stands_in_the_way(ana) -> list[str]:
    """What the guards say, each with its fact and what to do about it."""
    return list(ana.hands.sees(GuardList, lambda _list: True).titles())


def leaves_it(ana) -> None:
    """Leaves the dialog without moving."""
    ana.hands.clicks("Cancel")


def moves_to(ana, stage: str, brings: dict[str, str] | None = None, *confirmed: str) -> None:
    """Moves the engagement with what has to be brought for the step, fields named by their labels."""
    begins_to_move(ana, stage)
    ana.hands.fills_in(brings or {})
    ana.hands.ticks(*confirmed)
    ana.hands.waits_until(
        lambda: ana.hands.button(f"Move to {stage}").isEnabled(), f"the way to {stage}", patience=2_000
    )
    ana.hands.clicks(f"Move to {stage}")
