"""How opening, creating or restoring a workspace can end: one dataclass per ending, none forgettable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeAlias, TypeVar

from vendorrisk.domain.message import Message, UserError, msg

if TYPE_CHECKING:
    from pathlib import Path

    from vendorrisk.usecases.workspace.secret_keeper import KeeperState

WorkspaceT_co = TypeVar("WorkspaceT_co", covariant=True)


class SlotKind(StrEnum):
    """The ways to get at the key of a workspace."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105  (the name of a way, not a secret)
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Opened(Generic[WorkspaceT_co]):
    """The workspace is open and ours until it is locked."""

    workspace: WorkspaceT_co


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBackup:
    """A backup file that can be restored, as far as its list of contents shows.

    `created_at` is UTC; `verified_at` says when it was last restored as a trial, if ever.
    """

    path: Path
    sequence: int
    created_at: datetime
    reason: str
    app_version: str
    schema: int
    verified_at: datetime | None = None


class _Refusal:
    """An ending that stands in the way: its key in the catalogue and the facts that fill the sentence."""

    __slots__ = ()
    key: ClassVar[str]

    def _facts(self) -> dict[str, Any]:
        return {}

    def as_error(self) -> OpeningRefused:
        """Gives the same ending as an error to raise or to show."""
        facts = self._facts()
        return OpeningRefused(
            self,  # type: ignore[arg-type]  # every child of this class is a member of Refusal
            msg(f"opening.{self.key}", **facts),
            msg(f"opening.{self.key}.remedy", **facts),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsKey(_Refusal):
    """No key is at hand: `slots` could still open it; `keyring` says why the keyring did not."""

    key: ClassVar[str] = "needs_key"
    slots: tuple[SlotKind, ...]
    keyring: KeeperState | None = None

    def _facts(self) -> dict[str, Any]:
        why = self.keyring.value if self.keyring else "not_asked"
        return {
            "why": msg(f"opening.keyring.{why}"),
            "slots": [msg(f"opening.slot.{slot}") for slot in self.slots],
        }


class WrongKeyReason(StrEnum):
    """Why a key was turned down."""

    NO_SLOT_FITS = "no_slot_fits"
    MISTYPED_CODE = "mistyped_code"
    OTHER_WORKSPACE = "other_workspace"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongKey(_Refusal):
    """A key was given and does not fit; `groups` are the mistyped groups of a recovery code, from 1."""

    key: ClassVar[str] = "wrong_key"
    reason: WrongKeyReason
    groups: tuple[int, ...] = ()

    def _facts(self) -> dict[str, Any]:
        groups = ", ".join(str(group) for group in self.groups)
        return {"reason": msg(f"opening.wrong_key.{self.reason}", groups=groups)}


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse(_Refusal):
    """Somebody has it open; `elsewhere` if the note names another machine, whose lock we cannot see."""

    key: ClassVar[str] = "in_use"
    by: str
    host: str
    pid: int
    since: str
    elsewhere: bool = False

    def _facts(self) -> dict[str, Any]:
        noted = {"by": self.by, "host": self.host, "pid": self.pid, "since": _instant(self.since)}
        return {
            "who": msg("opening.in_use.noted", **noted) if self.by else msg("opening.in_use.unknown"),
            "advice": msg(f"opening.in_use.{'elsewhere' if self.elsewhere else 'here'}"),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsMigration(_Refusal):
    """The file has an older layout (`stored`) than this program writes (`wanted`)."""

    key: ClassVar[str] = "needs_migration"
    stored: int
    wanted: int

    def _facts(self) -> dict[str, Any]:
        return {"stored": self.stored, "wanted": self.wanted}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewerFile(_Refusal):
    """A newer program wrote `file`; it was left untouched."""

    key: ClassVar[str] = "newer_file"
    file: str
    stored: int
    newest: int

    def _facts(self) -> dict[str, Any]:
        return {"file": self.file, "stored": self.stored, "newest": self.newest}


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged(_Refusal):
    """Files are missing or unreadable although the key is right; `backups` can be restored, newest first."""

    key: ClassVar[str] = "damaged"
    details: tuple[Message, ...]
    backups: tuple[KnownBackup, ...] = ()

    def _facts(self) -> dict[str, Any]:
        newest = self.backups[0].path.name if self.backups else msg("opening.damaged.no_backup")
        return {"details": list(self.details), "newest": newest}


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAWorkspace(_Refusal):
    """The folder is missing or holds no register."""

    key: ClassVar[str] = "not_a_workspace"
    folder: str

    def _facts(self) -> dict[str, Any]:
        return {"folder": self.folder}


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderTaken(_Refusal):
    """A new or restored workspace needs an empty folder; `holds_data` if a register or its key is there."""

    key: ClassVar[str] = "folder_taken"
    folder: str
    holds_data: bool

    def _facts(self) -> dict[str, Any]:
        kind = "data" if self.holds_data else "files"
        return {"folder": self.folder, "holds": msg(f"opening.folder_taken.{kind}")}


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFolder(_Refusal):
    """The folder lies on a network drive or is copied by a synchronising program; `kind` names it."""

    key: ClassVar[str] = "network_folder"
    kind: str
    folder: str

    def _facts(self) -> dict[str, Any]:
        return {"kind": self.kind, "folder": self.folder}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOnlyFolder(_Refusal):
    """This user may not write in the folder."""

    key: ClassVar[str] = "read_only_folder"
    folder: str

    def _facts(self) -> dict[str, Any]:
        return {"folder": self.folder}


@dataclass(frozen=True, slots=True, kw_only=True)
class NoCipher(_Refusal):
    """The installed database library cannot encrypt, so that nothing was opened or written."""

    key: ClassVar[str] = "no_cipher"


Refusal: TypeAlias = (
    NeedsKey
    | WrongKey
    | InUse
    | NeedsMigration
    | NewerFile
    | Damaged
    | NotAWorkspace
    | FolderTaken
    | NetworkFolder
    | ReadOnlyFolder
    | NoCipher
)


class OpeningRefused(UserError):
    """An ending that stands in the way, raised; `outcome` says which."""

    def __init__(self, outcome: Refusal, what: Message, remedy: Message) -> None:
        super().__init__(what, remedy)
        self.outcome = outcome


class WorkspaceLocked(UserError):
    """Somebody asked a workspace that was locked meanwhile; nothing was read or written."""

    def __init__(self) -> None:
        super().__init__(msg("opening.locked"), msg("opening.locked.remedy"))


class StillWorking(UserError):
    """The workspace cannot be locked while `connections` jobs read or write it."""

    def __init__(self, connections: int) -> None:
        super().__init__(
            msg("opening.still_working", connections=connections), msg("opening.still_working.remedy")
        )


def _instant(noted: str) -> datetime | str:
    """Reads the instant of a note that anybody may have written; left as it stands if it is none."""
    try:
        return datetime.fromisoformat(noted)
    except ValueError:
        return noted
