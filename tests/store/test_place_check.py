"""Network drives and synchronised folders are named; folders of this machine pass."""

from __future__ import annotations

import pytest

from vendorrisk.store.place_check import network_kind, refuse_shared_place, sync_kind
from vendorrisk.usecases.workspace.opening_outcomes import NetworkFolder, OpeningRefused

NETWORK = (
    "nfs nfs4 NFS4 cifs smb3 smbfs 9p fuse.sshfs fuse.rclone fuse.gvfsd-fuse davfs2 webdav afpfs ceph "
    "glusterfs vboxsf prl_fs windows:remote"
)
LOCAL = "ext4 btrfs xfs zfs apfs hfs ntfs fuseblk tmpfs overlay vfat windows:fixed"


@pytest.mark.parametrize("kind", NETWORK.split())
def test_network_file_systems_are_named(kind):
    assert network_kind(kind) == kind


@pytest.mark.parametrize("kind", ["", *LOCAL.split()])
def test_drives_of_this_machine_pass(kind):
    assert network_kind(kind) == ""


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("OneDrive/register", "OneDrive"),
        ("OneDrive - Acme GmbH/a/b", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Acme", "OneDrive"),
        ("Dropbox/acme", "Dropbox"),
        ("Dropbox (Acme)/register", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/acme", "iCloud Drive"),
        ("Google Drive/acme", "Google Drive"),
        ("My Drive/acme", "Google Drive"),
        ("Nextcloud/acme", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("Syncthing/acme", "Syncthing"),
        ("Library/CloudStorage/Box-Box/acme", "cloud storage"),
    ],
)
def test_synchronised_folders_are_known_by_name(tmp_path, place, service):
    assert sync_kind(tmp_path / place) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox.cache", "Dropbox"),
        (".stfolder", "Syncthing"),
        (".nextcloudsync.log", "Nextcloud"),
        (".sync_1a2b3c.db", "Nextcloud"),
        ("._sync_1a2b3c.db", "ownCloud"),
        (".tmp.drivedownload", "Google Drive"),
    ],
)
def test_synchronised_folders_are_known_by_what_their_program_leaves_there(tmp_path, mark, service):
    (tmp_path / "share").mkdir()
    (tmp_path / "share" / mark).write_bytes(b"")
    assert sync_kind(tmp_path / "share" / "acme" / "register") == service


@pytest.mark.parametrize("place", ["acme", "Documents/vendors", "dropboxes", "my drives/x"])
def test_ordinary_folders_pass(tmp_path, place):
    (tmp_path / ".dropbox").mkdir()  # the settings of the program, which lie in every home folder
    assert sync_kind(tmp_path / place) == ""
    refuse_shared_place(tmp_path / place, "ext4")


@pytest.mark.parametrize(
    ("place", "file_system", "kind"), [("acme", "nfs4", "nfs4"), ("Dropbox/acme", "ext4", "Dropbox")]
)
def test_either_is_refused_by_its_name(tmp_path, place, file_system, kind):
    with pytest.raises(OpeningRefused) as caught:
        refuse_shared_place(tmp_path / place, file_system)
    assert caught.value.outcome == NetworkFolder(kind=kind, folder=str(tmp_path / place))
