"""The file system below a folder is the one of its innermost mount."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vendorrisk.desktop import drives
from vendorrisk.desktop.drives import drive_kind, file_system_of, kind_in_mount_listing, kind_in_mount_table

LINUX = r"""
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:26 / /home rw shared:2 - btrfs /dev/vdb rw
31 30 0:40 / /home/ana/share rw,nosuid - cifs //server/share rw,vers=3.0
32 30 0:41 / /home/ana/my\040docs rw - nfs4 server:/docs rw
33 22 0:42 / /mnt rw - tmpfs tmpfs rw
34 22 0:43 / /mnt rw - fuse.sshfs ana@host:/ rw
a line of another kind
"""
MACOS = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//ana@server/share on /Volumes/Team on site (smbfs, nodev, nosuid, mounted by ana)
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/srv/acme", "ext4"),
        ("/home/ana/acme", "btrfs"),
        ("/home/ana/share/acme", "cifs"),
        ("/home/ana/shared", "btrfs"),
        ("/home/ana/my docs/acme", "nfs4"),
        ("/mnt/acme", "fuse.sshfs"),
        ("/", "ext4"),
    ],
)
def test_on_linux_the_innermost_and_latest_mount_counts(place, kind):
    assert kind_in_mount_table(LINUX, Path(place)) == kind


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/Users/ana", "apfs"),
        ("/Volumes/Team on site/acme", "smbfs"),
        ("/System/Volumes/Data/Users", "apfs"),
        ("/dev/x", "devfs"),
    ],
)
def test_on_macos_the_listing_of_mount_is_read(place, kind):
    assert kind_in_mount_listing(MACOS, Path(place)) == kind


def test_on_windows_the_drive_types_have_names():
    assert [drive_kind(number) for number in (0, 3, 4)] == [
        "windows:unknown",
        "windows:fixed",
        "windows:remote",
    ]


def test_a_table_that_names_no_mount_above_gives_nothing():
    assert kind_in_mount_table("", Path("/srv")) == ""


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's mount table")
def test_a_folder_that_does_not_exist_yet_lies_on_the_drive_of_its_parent(tmp_path):
    assert file_system_of(Path("/proc/self/not/yet")) == file_system_of(Path("/proc/self")) == "proc"
    assert file_system_of(tmp_path / "not" / "yet") == file_system_of(tmp_path)  # a chroot names neither


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's mount table")
def test_a_bare_chroot_without_a_mount_table_gives_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(drives, "_MOUNT_TABLE", tmp_path / "gone")
    assert file_system_of(tmp_path) == ""
