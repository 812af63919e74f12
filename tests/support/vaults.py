"""Keys, keyrings and machines for tests of the vault: quick to make, and never the real ones."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from vendorrisk.store.keys.key_slots import ArgonCost
from vendorrisk.usecases.secret_keeper import KeeperAnswer, KeeperState

QUICK_COST = ArgonCost(memory_kib=32, passes=1, lanes=1)


def random_bytes_from(seed):
    """Gives the same bytes in every run."""
    return random.Random(seed).randbytes


@dataclass
class KeyringDouble:
    """A keyring in memory that can be put into every state a real one gets into."""

    state: KeeperState = KeeperState.FOUND
    entries: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def probe(self):
        return KeeperAnswer(state=self.state, backend="double")

    def put(self, name, secret):
        if self.state is not KeeperState.FOUND:
            return KeeperAnswer(state=self.state)
        self.entries[name] = secret
        return KeeperAnswer(state=KeeperState.STORED, backend="double")

    def get(self, name, *, backend=""):
        self.asked.append(name)
        if self.state is not KeeperState.FOUND:
            return KeeperAnswer(state=self.state)
        if name not in self.entries:
            return KeeperAnswer(state=KeeperState.MISSING)
        return KeeperAnswer(state=KeeperState.FOUND, secret=self.entries[name])

    def remove(self, name, *, backend=""):
        self.entries.pop(name, None)
        return KeeperAnswer(state=KeeperState.REMOVED)
