"""Where a vault may live: never in a folder that is copied elsewhere, never on a network."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path, PurePath

from filet.domain.errors import NetworkFolder, PersonalFolder, SyncedFolder


class Drive(StrEnum):
    """What kind of drive a folder is on."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    NETWORK = "network"
    UNKNOWN = "unknown"


_SYNC_NAMES = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud drive",
    "iclouddrive",
    "mobile documents",
    "com~apple~clouddocs",
    "cloudstorage",
    "nextcloud",
    "owncloud",
    "syncthing",
    "box sync",
    "megasync",
    "pcloud drive",
    "pclouddrive",
    "proton drive",
    "kdrive",
    "my drive",
    "mon drive",
    "sync.com",
)
_SYNC_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK_SYSTEMS = (
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "sshfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs2",
    "fuse.gvfsd-fuse",
    "davfs",
    "9p",
    "afpfs",
)


_PERSONAL = ("documents", "my documents", "mes documents", "desktop", "bureau")


def refuse_personal(path: PurePath) -> None:
    """Raise PersonalFolder for a folder that Windows often copies elsewhere, or below one."""
    if any(part.casefold() in _PERSONAL for part in path.parts):
        raise PersonalFolder(folder=str(path))


def shared_folder(environment: Mapping[str, str], local: Path) -> Path:
    """Return the one folder that everybody who uses this computer can write."""
    public = environment.get("PUBLIC", "")
    return Path(public, "Filet") if public else local / "dossiers"


def refuse_unsafe(path: PurePath, environment: Mapping[str, str], drive: Drive) -> None:
    """Raise SyncedFolder or NetworkFolder for a place where a vault would be lost or leaked."""
    text = str(path)
    if drive is Drive.NETWORK or _is_share(text):
        raise NetworkFolder(folder=text)
    if _synced(path, environment):
        raise SyncedFolder(folder=text)


def _is_share(text: str) -> bool:
    r"""Tell a share by its name; Windows also writes a local drive after ``\\?\``."""
    if text.startswith("\\\\?\\"):
        return text.upper().startswith("\\\\?\\UNC\\")
    return text.startswith(("\\\\", "//"))


def _synced(path: PurePath, environment: Mapping[str, str]) -> bool:
    parts = [part.casefold() for part in path.parts]
    if any(part == name or part.startswith(f"{name} ") for part in parts for name in _SYNC_NAMES):
        return True
    roots = [environment.get(variable, "") for variable in _SYNC_VARIABLES]
    return any(root and _under(path, root) for root in roots)


def _under(path: PurePath, root: str) -> bool:
    kind = type(path)
    folded = kind(str(path).casefold())
    return folded.is_relative_to(kind(root.casefold()))


def drive_of(path: PurePath) -> Drive:
    """Return the kind of drive a folder is on, as this system tells it."""
    if sys.platform == "win32":
        return _windows_drive(path)
    if sys.platform.startswith("linux"):
        return drive_from_mounts(path, _mounts())
    return Drive.UNKNOWN


def drive_from_mounts(path: PurePath, mounts: str) -> Drive:
    """Return the kind of drive from the text of ``/proc/mounts``; the deepest mount holds it."""
    best, system = "", ""
    for line in mounts.splitlines():
        _, place, kind, *_ = line.split(" ")
        place = place.replace("\\040", " ")
        if path.is_relative_to(place) and len(place) >= len(best):
            best, system = place, kind
    if not system:
        return Drive.UNKNOWN
    return Drive.NETWORK if system in _NETWORK_SYSTEMS else Drive.FIXED


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _windows_drive(path: PurePath) -> Drive:
    if sys.platform != "win32":
        return Drive.UNKNOWN
    kinds = {2: Drive.REMOVABLE, 3: Drive.FIXED, 4: Drive.NETWORK}
    return kinds.get(ctypes.windll.kernel32.GetDriveTypeW(path.anchor), Drive.UNKNOWN)
