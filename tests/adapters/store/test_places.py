"""Where a vault may live."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from builders import House

from filet.adapters.store.places import Drive, drive_from_mounts, drive_of, refuse_unsafe
from filet.adapters.store.vaults import SqlVaults
from filet.adapters.store.witness import Witness
from filet.application.unlocking import Unlocking
from filet.domain.errors import NetworkFolder, SyncedFolder

WIN, NIX = PureWindowsPath, PurePosixPath
ONEDRIVE = {"OneDrive": r"C:\Users\a\Mes choses", "OneDriveCommercial": r"D:\Maison"}


@pytest.mark.parametrize(
    "path",
    [
        WIN(r"C:\Users\a\OneDrive\Filet"),
        WIN(r"C:\Users\a\OneDrive - La Maison\Documents"),
        WIN(r"C:\Users\a\ONEDRIVE"),
        WIN(r"C:\Users\a\Dropbox (Personnel)\x"),
        WIN(r"C:\Users\a\iCloudDrive\x"),
        WIN(r"C:\Users\a\Google Drive\x"),
        WIN(r"G:\Mon Drive\x"),
        WIN(r"G:\My Drive\x"),
        WIN(r"P:\pCloudDrive"),
        NIX("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/x"),
        NIX("/Users/a/Library/CloudStorage/GoogleDrive-a@b.ca/x"),
        NIX("/home/a/Nextcloud/x"),
        NIX("/home/a/Syncthing"),
        NIX("/home/a/ownCloud/x"),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_refused(path: PurePath) -> None:
    with pytest.raises(SyncedFolder):
        refuse_unsafe(path, {}, Drive.FIXED)


@pytest.mark.parametrize(
    "path",
    [
        WIN(r"C:\Users\a\Mes choses\Filet"),
        WIN(r"c:\users\A\MES CHOSES"),
        WIN(r"D:\maison\x"),
    ],
)
def test_the_folder_that_windows_names_as_onedrive_is_refused(path: PurePath) -> None:
    with pytest.raises(SyncedFolder):
        refuse_unsafe(path, ONEDRIVE, Drive.FIXED)


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        (WIN(r"\\serveur\partage\Filet"), Drive.UNKNOWN),
        (WIN(r"\\?\UNC\serveur\partage"), Drive.UNKNOWN),
        (WIN("//serveur/partage"), Drive.UNKNOWN),
        (WIN(r"Z:\Filet"), Drive.NETWORK),
        (NIX("/mnt/serveur"), Drive.NETWORK),
    ],
)
def test_a_folder_on_another_computer_is_refused(path: PurePath, drive: Drive) -> None:
    with pytest.raises(NetworkFolder):
        refuse_unsafe(path, {}, drive)


@pytest.mark.parametrize(
    ("path", "environment", "drive"),
    [
        (WIN(r"C:\Filet"), ONEDRIVE, Drive.FIXED),
        (WIN(r"\\?\C:\Filet"), {}, Drive.FIXED),
        (WIN(r"C:\Users\a\Mes choses à moi"), ONEDRIVE, Drive.FIXED),
        (WIN(r"C:\Users\Public\Filet"), {"OneDrive": ""}, Drive.FIXED),
        (WIN(r"E:\Filet"), {}, Drive.REMOVABLE),
        (WIN(r"C:\Onedrivers\x"), {}, Drive.FIXED),
        (WIN(r"C:\Dropboxes"), {}, Drive.FIXED),
        (NIX("/home/a/filet"), {"OneDrive": "/home/a/one"}, Drive.FIXED),
        (NIX("/srv/filet"), {}, Drive.UNKNOWN),
    ],
)
def test_any_other_folder_is_taken(
    path: PurePath, environment: dict[str, str], drive: Drive
) -> None:
    refuse_unsafe(path, environment, drive)


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
nas:/x /mnt/nas nfs4 rw 0 0
//srv/p /mnt/une\\040part cifs rw 0 0
/dev/sdb1 /mnt/nas/local ext4 rw 0 0
remote: /home/a/loin fuse.rclone rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/home/a", Drive.FIXED),
        ("/mnt/nas/filet", Drive.NETWORK),
        ("/mnt/nas", Drive.NETWORK),
        ("/mnt/nasty", Drive.FIXED),
        ("/mnt/nas/local/filet", Drive.FIXED),
        ("/mnt/une part/x", Drive.NETWORK),
        ("/home/a/loin/x", Drive.NETWORK),
    ],
)
def test_the_deepest_mount_says_what_a_folder_is_on(path: str, drive: Drive) -> None:
    assert drive_from_mounts(NIX(path), MOUNTS) is drive


def test_no_mount_says_nothing() -> None:
    assert drive_from_mounts(NIX("/x"), "") is Drive.UNKNOWN


def test_this_computer_tells_what_its_folders_are_on(tmp_path: Path) -> None:
    assert drive_of(tmp_path) in Drive


def test_nothing_is_written_into_a_synced_folder(tmp_path: Path) -> None:
    house = House(tmp_path / "Dropbox")
    house.folder.mkdir(parents=True)
    with pytest.raises(SyncedFolder):
        house.create()
    assert list(house.folder.iterdir()) == []


def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path) -> None:
    house, real = House(tmp_path), tmp_path / "OneDrive" / "house"
    real.mkdir(parents=True)
    house.folder.symlink_to(real, target_is_directory=True)
    with pytest.raises(SyncedFolder):
        house.create()


def test_a_vault_is_not_opened_where_windows_syncs(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.create().vault.close()
    environment = {"OneDriveConsumer": str(tmp_path)}
    vaults = SqlVaults(Witness(house.local), house.clock, "0.1.0", environment)
    door = Unlocking(house.unlocking._keys, vaults, house.clock, house.pocket)
    with pytest.raises(SyncedFolder):
        door.unlock(house.folder, "AB", "une phrase de cinq mots")
