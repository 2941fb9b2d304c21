"""What the disk refuses: tried again until it is kept, sealed where it cannot be, never lost.

While she works, an ``Attempt`` is run again and again. When the dossiers close before it
is kept, what it was to write is sealed under a key that only the open dossiers have, and
written the next time the same worker opens them.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

from filet.application.attempts import Attempt
from filet.application.desk import Act, Desk, Unfinished, refusing
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome, Topic
from filet.domain.errors import FiletError, PendingUnreadable
from filet.domain.ids import HOUSE, WorkerId

_log = logging.getLogger(__name__)

_PROSE = 12
"""A field longer than this is prose, not a choice: two of them are both kept."""

Refused = Act | Unfinished


@dataclass(frozen=True, slots=True)
class Held:
    """What was sealed: whose it is, and how much; nothing of what it says."""

    id: UUID
    worker: WorkerId
    data: bytes
    count: int
    again: int = 0
    """Acts that have to be done again, such as undoing: they cannot be kept for later."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is inside: who wrote it, and all of it in order."""

    id: UUID
    worker: WorkerId
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in a folder: hers, and how many that are not hers to open."""

    own: tuple[Held, ...] = ()
    others: int = 0


class Hiding(Protocol):
    """A key that comes from the data key of the vault, and is gone when it closes."""

    def hide(self, plain: bytes) -> bytes:
        """Return bytes that only these dossiers open."""

    def reveal(self, data: bytes) -> bytes:
        """Return what was hidden. Raises PendingUnreadable."""

    def own(self) -> bytes:
        """Return the key it hides under: kept in the vault when the data key changes."""

    def learn(self, keys: Iterable[bytes]) -> None:
        """Take keys of before, so that what was hidden under them is revealed still."""

    def forget(self) -> None:
        """Overwrite the key in memory."""


class Packing(Protocol):
    """How a bundle is written as bytes."""

    def pack(self, bundle: Bundle) -> bytes:
        """Return its bytes."""

    def unpack(self, data: bytes) -> Bundle:
        """Return what the bytes say. Raises PendingUnreadable."""


class Aside(Protocol):
    """A folder outside the dossiers where something sealed may wait, such as a USB key."""

    def put(self, folder: Path, data: bytes) -> None:
        """Write it under a name that tells nothing. Raises FolderUnusable, DiskFull."""

    def all(self, folder: Path) -> tuple[bytes, ...]:
        """Return everything sealed that waits there. Raises FolderUnusable."""

    def drop(self, folder: Path, data: bytes) -> None:
        """Delete what was written in the dossiers since."""


class Pending:
    """Seals what could not be written, and writes it when the dossiers open again."""

    def __init__(self, desk: Desk, hiding: Hiding, packing: Packing) -> None:
        self._desk, self._hiding, self._packing = desk, hiding, packing

    def seal(self, attempts: Iterable[Attempt]) -> Held | None:
        """Try each one last time; return what is left, sealed, or nothing."""
        left = [attempt for attempt in attempts if not _kept(attempt)]
        if not left:
            return None
        unwritten = [_unwritten(attempt) for attempt in left]
        refused = tuple(one for each in unwritten for one in each)
        again = sum(not each for each in unwritten)
        bundle = Bundle(uuid4(), self._desk.worker, refused)
        data = self._hiding.hide(self._packing.pack(bundle))
        return Held(bundle.id, bundle.worker, data, len(refused), again)

    def waiting(self, aside: Aside, folder: Path) -> Waiting:
        """Return what waits in a folder. Raises FolderUnusable where it is gone."""
        own, others = [], 0
        for data in aside.all(folder):
            held = self._read(data)
            if held is not None and held.worker == self._desk.worker:
                own.append(held)
            else:
                others += 1
        return Waiting(tuple(own), others)

    def restore_from(self, aside: Aside, folder: Path, held: Held) -> Outcome[int]:
        """Write what waited in a folder, then delete it there."""
        outcome = self.restore(held)
        aside.drop(folder, held.data)
        return outcome

    def _read(self, data: bytes) -> Held | None:
        """Return what was put aside; nothing where other dossiers, or other keys, sealed it."""
        try:
            bundle = self._packing.unpack(self._hiding.reveal(data))
        except PendingUnreadable:
            return None
        return Held(bundle.id, bundle.worker, data, len(bundle.refused))

    def restore(self, held: Held) -> Outcome[int]:
        """Write what was sealed, whole, at the hours it was first written; once, ever."""
        bundle = self._packing.unpack(self._hiding.reveal(held.data))
        mark = DraftKey(self._desk.worker, HOUSE, f"restored {bundle.id.hex}")
        if self._desk.vault.drafts.read(mark) is not None:
            return Outcome(0)
        with refusing(*bundle.refused):
            self._desk.vault.write(lambda: self._write(bundle.refused, mark))
        self._desk.leave()
        return Outcome(len(bundle.refused), frozenset(Topic))

    def _write(self, refused: Sequence[Refused], mark: DraftKey) -> None:
        for one in refused:
            if isinstance(one, Unfinished):
                self._write_draft(one)
            elif one.case == HOUSE:
                self._desk.append_house(one.writes, one.draft, one.moment)
            else:
                self._desk.append(self._desk.fold(one.case), one.writes, one.draft, one.moment)
        self._desk.vault.drafts.save(mark, b"{}", self._desk.clock.now().at)

    def _write_draft(self, one: Unfinished) -> None:
        """Write a draft; words that were typed in its place meanwhile are kept beside it."""
        drafts = self._desk.vault.drafts
        drafts.save(one.key, joined(drafts.read(one.key), one.body), one.at)


def _unwritten(attempt: Attempt) -> tuple[Refused, ...]:
    """Return what of an attempt can be written later; nothing where it must be done again."""
    return tuple(one for one in attempt.refused if isinstance(one, Act | Unfinished))


def _kept(attempt: Attempt) -> bool:
    try:
        attempt()
    except FiletError:
        return attempt.settled
    except Exception as bug:  # noqa: BLE001 - a bug in one write must not lose the others
        _log.error("a write failed unforeseen: %s", type(bug).__name__)
        return True
    return True


def joined(standing: bytes | None, body: bytes) -> bytes:
    """Return two drafts of one place as one: where both have prose, both are kept."""
    if standing is None or standing == body:
        return body
    here, there = json.loads(standing), json.loads(body)
    both = {**there, **here}
    for name in here.keys() & there.keys():
        one, other = here[name], there[name]
        if one != other and max(len(one), len(other)) > _PROSE:
            both[name] = f"{other}\n{one}"
    return json.dumps(both, ensure_ascii=False).encode("utf-8")
