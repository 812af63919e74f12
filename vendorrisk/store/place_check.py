"""Which folders a workspace must not live in: network drives and folders a program copies behind our back.

A write-ahead log needs memory shared between processes of one machine, and a synchronising program
copies half-written files; both have cost people their data elsewhere, warnings notwithstanding.
"""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from vendorrisk.usecases.workspace.opening_outcomes import NetworkFolder

if TYPE_CHECKING:
    from pathlib import Path

# Names of file system types as Linux, macOS and our own Windows probe report them.
NETWORK_FILE_SYSTEMS = (
    "nfs*",
    "cifs",
    "smb*",
    "9p",
    "fuse.*",
    "macfuse*",
    "osxfuse*",
    "davfs*",
    "webdav*",
    "afpfs",
    "afs",
    "acfs",
    "beegfs",
    "ceph",
    "coda",
    "gfs2",
    "glusterfs",
    "gpfs",
    "lustre",
    "ncpfs",
    "ocfs2",
    "prl_fs",
    "vboxsf",
    "vmhgfs*",
    "windows:remote",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncService:
    """A synchronising program: how its folder is called, and what it leaves in the folder it watches."""

    name: str
    folders: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


SYNC_SERVICES = (
    SyncService(
        name="OneDrive",
        folders=("onedrive", "onedrive - *", "onedrive-*"),
        marks=(".849c9593-d756-4e56-8d6e-42412f2a707b",),
    ),
    SyncService(name="Dropbox", folders=("dropbox", "dropbox (*)"), marks=(".dropbox.cache",)),
    SyncService(
        name="iCloud Drive",
        folders=("mobile documents", "com~apple~clouddocs", "iclouddrive", "icloud drive"),
    ),
    SyncService(
        name="Google Drive",
        folders=("google drive", "googledrive-*", "my drive"),
        marks=(".tmp.driveupload", ".tmp.drivedownload"),
    ),
    SyncService(name="Nextcloud", folders=("nextcloud",), marks=(".nextcloudsync.log", ".sync_*.db")),
    SyncService(name="ownCloud", folders=("owncloud",), marks=(".owncloudsync.log", "._sync_*.db")),
    SyncService(name="Syncthing", folders=("syncthing",), marks=(".stfolder", ".stignore")),
    SyncService(name="cloud storage", folders=("cloudstorage",)),
)


def refuse_shared_place(folder: Path, file_system: str) -> None:
    """Refuses a folder on a network file system or below one that is synchronised.

    `file_system` is what the operating system calls the file system below `folder`.

    Raises:
        OpeningRefused: with `NetworkFolder`, naming the kind.
    """
    kind = network_kind(file_system) or sync_kind(folder)
    if kind:
        raise NetworkFolder(kind=kind, folder=str(folder)).as_error()


def network_kind(file_system: str) -> str:
    """Gives the name of a network file system, or nothing for a drive of this machine."""
    wanted = file_system.casefold()
    matches = any(fnmatchcase(wanted, pattern) for pattern in NETWORK_FILE_SYSTEMS)
    return file_system if matches else ""


def sync_kind(folder: Path) -> str:
    """Gives the name of the program that synchronises `folder` or a folder above it, or nothing."""
    for place in (folder, *folder.parents):
        for service in SYNC_SERVICES:
            if _named(place, service) or _marked(place, service):
                return service.name
    return ""


def _named(place: Path, service: SyncService) -> bool:
    return any(fnmatchcase(place.name.casefold(), pattern) for pattern in service.folders)


def _marked(place: Path, service: SyncService) -> bool:
    return any(any(_matching(place, mark)) for mark in service.marks)


def _matching(place: Path, mark: str) -> list[Path]:
    if "*" in mark:
        return list(place.glob(mark))
    found = place / mark
    return [found] if found.exists() else []
