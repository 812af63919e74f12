"""The front door at work: recent workspaces in the preferences, keys from the keyring or typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from vendorrisk.app import paths, upkeep
from vendorrisk.app.wiring import Manner, created, key_wishes, opened
from vendorrisk.store.keys.unlocking import Typed
from vendorrisk.store.sqlite.backup_shelf import BackupShelf
from vendorrisk.store.workspace_folder import WorkspaceFolder
from vendorrisk.usecases.front import Made, RecentWorkspace
from vendorrisk.usecases.overview import workspace_overview
from vendorrisk.usecases.secret_keeper import KeeperState
from vendorrisk.usecases.setting_up import NewWorkspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.app.outside import Outside
    from vendorrisk.app.preferences import Preferences
    from vendorrisk.app.wiring import OpenWorkspace
    from vendorrisk.usecases.opening_outcomes import KnownBackup
    from vendorrisk.usecases.secret_keeper import SecretKeeper

_RECENT = "workspaces.recent"
MOST_RECENT = 8


class ProgramFront:
    """Makes, opens and restores workspaces, and remembers where they lie."""

    def __init__(
        self, outside: Outside, preferences: Preferences, keeper: SecretKeeper, manner: Manner | None = None
    ) -> None:
        self._outside = outside
        self._preferences = preferences
        self._keeper = keeper
        self._manner = manner or Manner()

    def recent(self) -> list[RecentWorkspace]:
        """The workspaces of before, the newest first."""
        return [_shown(told) for told in self._remembered()]

    def forget(self, folder: Path) -> None:
        """Takes one off that list; its files stay."""
        self._keep([told for told in self._remembered() if told["folder"] != str(folder)])

    def has_keyring(self) -> bool:
        """Whether a keyring we accept is there, so that no passphrase is needed."""
        return self._keeper.probe().state is KeeperState.FOUND

    def default_folder(self, company: str) -> Path:
        """Where a new workspace of this company would go."""
        name = "".join(char for char in company if char.isalnum() or char in " -_").strip() or "Workspace"
        return Path.home() / "Documents" / "Vendor risk" / f"{name}.vendorrisk"

    def make(self, folder: Path, company: str, passphrase: str | None) -> Made:
        """Makes a workspace; it appears whole or not at all."""
        wishes = key_wishes(self._outside, self._keeper, passphrase)
        workspace, made = created(folder, wishes, self._outside, NewWorkspace(company=company))
        self._remember(workspace)
        kept = made.keyring is KeeperState.STORED
        return Made(workspace=workspace, recovery_code=made.recovery_code, kept_in_keyring=kept)

    def open(self, folder: Path, typed: str | None = None) -> OpenWorkspace:
        """Opens a workspace by the keyring, or by a typed passphrase or recovery code."""
        source = Typed(typed) if typed else self._keeper
        workspace = opened(folder, source, self._outside, self._manner)
        self._remember(workspace)
        return workspace

    def backups_of(self, folder: Path) -> list[KnownBackup]:
        """The backups beside a workspace, the newest first."""
        return list(BackupShelf(WorkspaceFolder(folder).backups).known())

    def restore(self, backup: Path, folder: Path, typed: str | None = None) -> None:
        """Unpacks a backup into a folder that is new or empty, and erases again what was erased since."""
        source = Typed(typed) if typed else self._keeper
        upkeep.restored(backup, folder, self._outside, source=source)

    def sample(self, step: Callable[[int, int], None]) -> OpenWorkspace:
        """Builds the sample workspace with invented data in a new place and opens it."""
        from vendorrisk.app.sample.build import build_sample  # noqa: PLC0415  (not needed to start)

        place = paths.state_folder() / "samples" / f"{self._outside.now():%Y%m%dT%H%M%S}"
        return build_sample(place, self._outside, step=step)

    def _remember(self, workspace: OpenWorkspace) -> None:
        found = workspace_overview(workspace.office)
        told = {
            "folder": str(workspace.folder), "company": found.settings.company,
            "opened_on": workspace.office.clock.today().isoformat(), "vendors": str(found.counts["vendors"]),
        }  # fmt: skip
        others = [one for one in self._remembered() if one["folder"] != told["folder"]]
        self._keep([told, *others][:MOST_RECENT])

    def _remembered(self) -> list[dict[str, str]]:
        try:
            told = json.loads(self._preferences.get(_RECENT) or "[]")
        except ValueError:
            return []
        return [one for one in told if isinstance(one, dict) and "folder" in one]

    def _keep(self, told: list[dict[str, str]]) -> None:
        self._preferences.put(_RECENT, json.dumps(told, ensure_ascii=False))


def _shown(told: dict[str, str]) -> RecentWorkspace:
    folder = Path(told["folder"])
    return RecentWorkspace(
        folder=folder, company=told.get("company", folder.name), opened_on=told.get("opened_on", ""),
        vendors=int(told.get("vendors", "0") or 0), there=WorkspaceFolder(folder).register.is_file(),
    )  # fmt: skip
