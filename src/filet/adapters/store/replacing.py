"""Puts a whole set of dossiers in the place of another, which is set aside and never deleted.

Several files change places and no system does that at once, so a note says how far it got:
whoever opens the folder next finishes what was begun. At every moment either the former
set or the new one can be opened.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import msgspec

from filet.adapters.store.vault import LOCK_NAME, VAULT_NAME
from filet.files import replace_file, sync_folder

INCOMING = "filet.incoming"
_NOTE = "filet.replacing"
_FORMER = "filet-before-*.vault"
_KEPT_FOR = 30 * 24 * 3600 * 1000
_SET = (VAULT_NAME, f"{VAULT_NAME}-wal", "filet.keys", "filet.keys.copy")
_NOT_MOVED = (LOCK_NAME, "filet.reserve", f"{VAULT_NAME}-shm")


class _Note(msgspec.Struct):
    aside: str
    emptied: bool = False
    """Whether the former set is wholly aside already."""


def stage(folder: Path) -> Path:
    """Return an empty folder in which the new set is made ready."""
    incoming = folder / INCOMING
    shutil.rmtree(incoming, ignore_errors=True)  # what an earlier attempt left: only copies
    incoming.mkdir(parents=True)
    return incoming


def beside(folder: Path) -> tuple[str, ...]:
    """Return the names of older sets that stand in a folder: set aside, or kept by a migration."""
    found = [*folder.glob("mis-de-cote_*"), *folder.glob(_FORMER)]
    return tuple(sorted(path.name for path in found))


def drop_former_shapes(folder: Path, now: int) -> None:
    """Remove the copies that migrations kept, once they are thirty days old (``now`` in ms)."""
    for path in folder.glob(_FORMER):
        with suppress(OSError):
            if now - path.stat().st_mtime * 1000 > _KEPT_FOR:
                path.unlink()


def arrive(folder: Path) -> None:
    """Bring a vault that was made apart to a folder that has none."""
    sync_folder(folder / INCOMING)
    (folder / INCOMING / VAULT_NAME).rename(folder / VAULT_NAME)
    forget(folder)
    sync_folder(folder)


def forget(folder: Path) -> None:
    """Remove what was made ready and will not be used."""
    shutil.rmtree(folder / INCOMING, ignore_errors=True)


def replace(folder: Path, aside: str) -> None:
    """Put the set that is ready in the place of the former one, which goes aside."""
    for name in _NOT_MOVED:
        (folder / INCOMING / name).unlink(missing_ok=True)
    sync_folder(folder / INCOMING)
    _note(folder, _Note(aside))
    settle(folder)


def settle(folder: Path) -> None:
    """Finish a replacement that was interrupted; nothing is done where there was none."""
    try:
        note = msgspec.json.decode((folder / _NOTE).read_bytes(), type=_Note)
    except FileNotFoundError:
        return
    except (OSError, msgspec.DecodeError):  # written whole or not at all; never by us
        return
    if not note.emptied:
        _move(folder, folder / note.aside)
        _note(folder, _Note(note.aside, emptied=True))
    _move(folder / INCOMING, folder)
    with suppress(OSError):
        (folder / INCOMING).rmdir()
    (folder / _NOTE).unlink(missing_ok=True)
    sync_folder(folder)


def _move(source: Path, target: Path) -> None:
    """Move what there is of a set; a crash in between leaves the rest to be moved."""
    target.mkdir(exist_ok=True)
    for name in _SET:
        if (source / name).exists():
            (source / name).replace(target / name)
    for folder in (source, target):
        sync_folder(folder)


def _note(folder: Path, note: _Note) -> None:
    replace_file(folder / _NOTE, msgspec.json.encode(note))
