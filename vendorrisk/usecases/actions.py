"""The actions of a person, by key: what the journal calls them and whether they can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Wall(StrEnum):
    """Why an action cannot be undone."""

    SENT = "sent"
    PUBLISHED = "published"
    FROZEN = "frozen"
    RESTORED = "restored"
    ERASED = "erased"
    MIGRATED = "migrated"
    BEGUN = "begun"
    """The workspace begins with it; before it there is nothing."""


@dataclass(frozen=True, slots=True)
class Action:
    """A kind of action. `key` is also the catalogue's key of its label: "action." + key."""

    key: str
    wall: Wall | None = None


REGISTRY: dict[str, Action] = {}


def action(key: str, *, wall: Wall | None = None) -> Action:
    """Registers an action; every registered one is tested to be undone exactly, or to be a wall."""
    if key in REGISTRY:
        raise ValueError(f"the action {key} is registered twice")
    REGISTRY[key] = Action(key, wall)
    return REGISTRY[key]
