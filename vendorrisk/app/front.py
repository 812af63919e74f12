"""The front door at work: recent workspaces in the preferences, keys from the keyring or typed.

Nothing heavy is imported until a workspace is made or opened: the Welcome page shows the list and no more.
"""

from __future__ import annotations

import json
from functools import cached_property
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from vendorrisk.usecases.workspace.recent import RecentWorkspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from vendorrisk.app.outside import Outside
    from vendorrisk.app.preferences import Preferences
    from vendorrisk.app.window_workspace import WindowWorkspace
    from vendorrisk.app.wiring import Manner, OpenWorkspace
    from vendorrisk.domain.message import Message
    from vendorrisk.store.keys.unlocking import KeySource
    from vendorrisk.usecases.ports import Words
    from vendorrisk.usecases.workspace.front import Made, OpenedWorkspace, RaisedUp
    from vendorrisk.usecases.workspace.secret_keeper import SecretKeeper

T = TypeVar("T")

_RECENT = "workspaces.recent"
MOST_RECENT = 8
REGISTER = "register.db"
"""What a workspace holds: the store's own name for it, repeated here so that the store stays unloaded."""
SUFFIX = ".vendorrisk"
SAMPLES = "samples"
"""The folder of this person's samples."""
SAMPLE_WORDS = "the sample workspace of vendorrisk"
"""The passphrase of every sample, so that it opens again without a keyring: all that is in it is invented."""
FOR_OPENING = (
    "sqlalchemy.dialects.sqlite", "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.kdf.hkdf", "vendorrisk.app.outside", "vendorrisk.app.words",
    "vendorrisk.app.wiring", "vendorrisk.app.window_workspace", "vendorrisk.app.custody",
    "vendorrisk.desktop.hardening", "vendorrisk.documents.law_files", "vendorrisk.usecases.review.home",
    "vendorrisk.usecases.workspace.overview", "vendorrisk.usecases.review.vendor_glance",
    "vendorrisk.usecases.review.vendor_attention",
)  # fmt: skip
"""Modules that bring with them what an opening needs and what is no part of the window."""


class ProgramFront:
    """Makes, opens and restores workspaces, and remembers where they lie."""

    def __init__(
        self,
        outside: Callable[[], Outside],
        preferences: Preferences,
        manner: Callable[[], Manner],
    ) -> None:
        """Takes the world outside and the manner as something to call, so that neither is made at once."""
        self._make_outside = outside
        self._preferences = preferences
        self._make_manner = manner
        self._loading = Lock()

    @property
    def words(self) -> Words:
        """The catalogue."""
        return self._outside.words

    def prepare(self) -> None:
        """Loads what making or opening a workspace needs; it may be called beside the window.

        Whoever opens one meanwhile waits: two threads that begin to import the same circle break it for both.
        """
        with self._loading:
            for name in FOR_OPENING:
                import_module(name)

    def recent(self) -> list[RecentWorkspace]:
        """The workspaces of before, the newest first."""
        return [_shown(told) for told in self._remembered()]

    def forget(self, folder: Path) -> None:
        """Takes one off that list; its files stay."""
        self._keep([told for told in self._remembered() if told["folder"] != str(folder)])

    def relocate(self, old: Path, new: Path) -> None:
        """Remembers that a workspace of that list was moved."""
        others = [told for told in self._remembered() if told["folder"] != str(new)]
        self._keep([told | {"folder": str(new)} if told["folder"] == str(old) else told for told in others])

    def has_keyring(self) -> bool:
        """Whether a keyring we accept is there, so that no passphrase is needed."""
        from vendorrisk.usecases.workspace.secret_keeper import KeeperState  # noqa: PLC0415  (not needed to start)

        return self._keeper.probe().state is KeeperState.FOUND

    def default_folder(self, company: str) -> Path:
        """Where a new workspace of this company would go: a folder that does not exist yet."""
        name = "".join(char for char in company if char.isalnum() or char in " -_").strip() or "Workspace"
        home = Path.home() / "Documents" / "Vendor risk"
        wanted = [home / f"{name}{SUFFIX}", *(home / f"{name} {number}{SUFFIX}" for number in range(2, 100))]
        return next((place for place in wanted if not place.exists()), wanted[0])

    def make(self, folder: Path, company: str, passphrase: str | None) -> Made:
        """Makes a workspace; it appears whole or not at all."""
        self.prepare()
        from vendorrisk.app.wiring import created, key_wishes  # noqa: PLC0415  (not needed to start)
        from vendorrisk.usecases.workspace.front import Made  # noqa: PLC0415  (not needed to start)
        from vendorrisk.usecases.workspace.secret_keeper import KeeperState  # noqa: PLC0415  (not needed to start)
        from vendorrisk.usecases.workspace.setting_up import NewWorkspace  # noqa: PLC0415  (not needed to start)

        wishes = key_wishes(self._outside, self._keeper, passphrase)
        wanted = NewWorkspace(company=company)
        workspace, made = created(folder, wishes, self._outside, wanted, self._make_manner())
        return Made(
            workspace=self._furnished(workspace, fresh_code=made.recovery_code),
            recovery_code=made.recovery_code,
            kept_in_keyring=made.keyring is KeeperState.STORED,
        )

    def open(self, folder: Path, typed: str | None = None, *, take_over: bool = False) -> WindowWorkspace:
        """Opens a workspace by the keyring, or by a typed passphrase or recovery code."""
        self.prepare()
        from dataclasses import replace  # noqa: PLC0415  (not needed to start)

        from vendorrisk.app.wiring import opened  # noqa: PLC0415  (not needed to start)

        manner = replace(self._make_manner(), take_over=take_over)
        return self._furnished(
            self._with_key(folder, typed, lambda source: opened(folder, source, self._outside, manner))
        )

    def migrate(self, folder: Path, typed: str | None = None) -> RaisedUp:
        """Brings an older workspace to this version, after a backup that was restored as a trial."""
        self.prepare()
        from vendorrisk.app.upkeep import migrated  # noqa: PLC0415  (not needed to start)
        from vendorrisk.usecases.workspace.front import RaisedUp  # noqa: PLC0415  (not needed to start)

        manner = self._make_manner()
        done = self._with_key(folder, typed, lambda source: migrated(folder, source, self._outside, manner))
        return RaisedUp(workspace=self._furnished(done.workspace), backup=done.backup)

    def restore(
        self, backup: Path, folder: Path, step: Callable[[int, int], None], *, erasures: Path | None = None
    ) -> list[Message]:
        """Unpacks a backup into a folder that is new or empty, and erases again what was erased since.

        Who was is looked for in the workspaces of before too, so that a copied backup finds its own.
        """
        self.prepare()
        from vendorrisk.app.upkeep import restored  # noqa: PLC0415  (not needed to start)

        return restored(
            backup, folder, self._outside, source=self._source(None), step=step, erasures=erasures,
            known=[one.folder for one in self.recent()],
        ).remarks  # fmt: skip

    def sample(self, step: Callable[[int, int], None]) -> WindowWorkspace:
        """Builds the sample workspace with invented data in a new place and opens it."""
        self.prepare()
        from vendorrisk.app import paths  # noqa: PLC0415  (not needed to start)
        from vendorrisk.app.sample.build import build_sample  # noqa: PLC0415  (not needed to start)

        place = paths.state_folder() / SAMPLES / f"{self._outside.now():%Y%m%dT%H%M%S}"
        built = build_sample(
            place, self._outside, keeper=self._keeper, passphrase=SAMPLE_WORDS, step=step,
            manner=self._make_manner(),
        )  # fmt: skip
        return self._furnished(built)

    @cached_property
    def _outside(self) -> Outside:
        return self._make_outside()

    @cached_property
    def _keeper(self) -> SecretKeeper:
        return self._outside.keyring()

    def _with_key(self, folder: Path, typed: str | None, work: Callable[[KeySource], T]) -> T:
        """Does what needs a key; a sample that no keyring opens is tried with the words of all samples."""
        from vendorrisk.store.keys.unlocking import Typed  # noqa: PLC0415  (not needed to start)
        from vendorrisk.usecases.workspace.opening_outcomes import (  # noqa: PLC0415  (not needed to start)
            NeedsKey,
            OpeningRefused,
            WrongKey,
        )

        try:
            return work(self._source(typed))
        except OpeningRefused as refused:
            if typed or not isinstance(refused.outcome, NeedsKey) or not _is_sample(folder):
                raise
            try:
                return work(Typed(SAMPLE_WORDS))
            except OpeningRefused as other:
                raise (refused if isinstance(other.outcome, WrongKey) else other) from None

    def _source(self, typed: str | None) -> KeySource:
        from vendorrisk.store.keys.unlocking import Typed  # noqa: PLC0415  (not needed to start)

        return Typed(typed) if typed else self._keeper

    def _furnished(self, workspace: OpenWorkspace, *, fresh_code: str = "") -> WindowWorkspace:
        from vendorrisk.app.custody import VaultCustody  # noqa: PLC0415  (not needed to start)
        from vendorrisk.app.window_workspace import WindowWorkspace  # noqa: PLC0415  (not needed to start)

        custody = VaultCustody(workspace, self._outside, self._keeper, fresh_code=fresh_code)
        return WindowWorkspace(workspace, custody)

    def remember(self, workspace: OpenedWorkspace) -> None:
        """Puts it first on the list of recent ones, with what it holds now."""
        from vendorrisk.usecases.workspace.overview import sign_of  # noqa: PLC0415  (not needed to start)

        company, vendors = sign_of(workspace.office, workspace.listings)
        told = {
            "folder": str(workspace.folder), "company": company, "vendors": str(vendors),
            "opened_on": workspace.office.clock.today().isoformat(),
        }  # fmt: skip
        others = [one for one in self._remembered() if one["folder"] != told["folder"]]
        self._keep([told, *others][:MOST_RECENT])

    def _remembered(self) -> list[dict[str, str]]:
        try:
            told = json.loads(self._preferences.get(_RECENT) or "[]")
        except ValueError:
            return []
        if not isinstance(told, list):
            return []
        return [one for one in told if isinstance(one, dict) and isinstance(one.get("folder"), str)]

    def _keep(self, told: list[dict[str, str]]) -> None:
        self._preferences.put(_RECENT, json.dumps(told, ensure_ascii=False))


def _is_sample(folder: Path) -> bool:
    from vendorrisk.app import paths  # noqa: PLC0415  (not needed to start)

    return folder.parent == paths.state_folder() / SAMPLES


def _shown(told: dict[str, str]) -> RecentWorkspace:
    folder = Path(told["folder"])
    vendors = str(told.get("vendors", ""))
    return RecentWorkspace(
        folder=folder,
        company=str(told.get("company") or folder.stem),
        opened_on=str(told.get("opened_on", "")),
        vendors=int(vendors) if vendors.isdecimal() else 0,
        there=(folder / REGISTER).is_file(),
    )
