"""An open workspace as the window gets it: the office with everything that reads or looks after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.documents.guessing import FuzzyGuesses
from vendorrisk.store.activity import SqlActivity
from vendorrisk.store.names import SqlNames

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.app.custody import VaultCustody
    from vendorrisk.app.wiring import OpenWorkspace
    from vendorrisk.usecases.listings import Listings


class WindowWorkspace:
    """Joins what the window needs of an open workspace, behind the port `OpenedWorkspace`."""

    def __init__(self, workspace: OpenWorkspace, custody: VaultCustody) -> None:
        reader = workspace.vault.engines.reader
        self._workspace = workspace
        self.office = workspace.office
        self.custody = custody
        self.names = SqlNames(reader)
        self.activity = SqlActivity(reader)
        self.guesses = FuzzyGuesses()

    @property
    def listings(self) -> Listings:
        """The pages of long tables."""
        return self._workspace.listings

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._workspace.folder

    def lock(self) -> None:
        """Locks it again; the key is gone afterwards."""
        self._workspace.lock()
