"""What the operating system calls the file system below a folder."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

_MOUNT_TABLE = Path("/proc/self/mountinfo")
_LISTED = re.compile(r"^.* on (?P<place>/.*) \((?P<kind>[^,)]+)[,)]")
_OCTAL = re.compile(r"\\([0-7]{3})")
_REMOTE = 4
_DRIVE_TYPES = {2: "removable", 3: "fixed", _REMOTE: "remote", 5: "cdrom", 6: "ramdisk"}


def file_system_of(folder: Path) -> str:
    """Gives the name of the file system a folder lies on, such as `ext4`, `nfs4` or `windows:remote`.

    The folder need not exist yet. Empty if the system does not say.
    """
    return _kind_of(folder.resolve())


def kind_in_mount_table(table: str, place: Path) -> str:
    """Reads Linux's /proc/self/mountinfo; the last of several mounts on one place is the visible one."""
    mounts = []
    for line in table.splitlines():
        before, separator, after = line.partition(" - ")
        if separator:
            mounts.append((_plain(before.split(" ")[4]), after.split(" ")[0]))
    return _innermost(mounts, place)


def kind_in_mount_listing(listing: str, place: Path) -> str:
    """Reads what `mount` prints on macOS: `DEVICE on PLACE (KIND, options)`."""
    found = (_LISTED.match(line) for line in listing.splitlines())
    return _innermost([(line["place"], line["kind"]) for line in found if line], place)


def drive_kind(number: int) -> str:
    """Names the answer of Windows' GetDriveTypeW."""
    return f"windows:{_DRIVE_TYPES.get(number, 'unknown')}"


def _innermost(mounts: list[tuple[str, str]], place: Path) -> str:
    above = [(mount, kind) for mount, kind in mounts if place.is_relative_to(mount)]
    longest = max((len(Path(mount).parts) for mount, _ in above), default=0)
    return next((kind for mount, kind in reversed(above) if len(Path(mount).parts) == longest), "")


def _plain(coded: str) -> str:
    return _OCTAL.sub(lambda match: chr(int(match[1], 8)), coded)


if sys.platform == "win32":
    import ctypes

    def _kind_of(place: Path) -> str:
        remote = place.anchor.startswith("\\\\")
        return drive_kind(_REMOTE if remote else ctypes.windll.kernel32.GetDriveTypeW(place.anchor))

elif sys.platform == "darwin":

    def _kind_of(place: Path) -> str:
        mount = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5)
        return kind_in_mount_listing(mount.stdout, place)

else:

    def _kind_of(place: Path) -> str:
        try:
            table = _MOUNT_TABLE.read_text(encoding="utf-8", errors="surrogateescape")
        except FileNotFoundError:  # a bare chroot
            return ""
        return kind_in_mount_table(table, place)
