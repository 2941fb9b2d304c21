"""How often the dossiers were asked to open and did not: a count and two times, in clear.

The file stands in the folder of the dossiers, so that whoever enters next, from whatever
account of this computer, brings it into the journal. It helps people who work here to see
that somebody tries; who may delete it can also copy the whole folder and try elsewhere.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from filet.application.unlocking import Failures
from filet.files import replace_file

NAME = "filet.attempts"
_LARGEST = 256


class _Kept(msgspec.Struct):
    count: int
    first: int
    last: int


def count(folder: Path, at: int) -> None:
    """Add one; what cannot be written keeps nobody from trying again."""
    former = read(folder)
    kept = _Kept(former.count + 1, former.first, at) if former else _Kept(1, at, at)
    with suppress(OSError):
        replace_file(folder / NAME, msgspec.json.encode(kept))


def read(folder: Path) -> Failures | None:
    """Return what was counted; a file that says nothing readable counts nothing."""
    try:
        with (folder / NAME).open("rb") as file:
            kept = msgspec.json.decode(file.read(_LARGEST), type=_Kept)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    return Failures(kept.count, kept.first, kept.last) if kept.count > 0 else None


def forget(folder: Path) -> None:
    """Take the file away."""
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)
