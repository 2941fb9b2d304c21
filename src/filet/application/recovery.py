"""The recovery key of a house: tried once a year, made again by two people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from filet.application.desk import Desk, Write
from filet.application.outcome import Outcome, Topic
from filet.application.workers import Authority, Locker, Renewed, Workers
from filet.domain.errors import WrongRecoveryKey
from filet.domain.ids import HOUSE
from filet.domain.journal import Entry
from filet.domain.kinds import NAMES, RecoverySet, RecoveryTried
from filet.domain.standing import in_order
from filet.domain.text import clean

EVERY = timedelta(days=365)
"""How often the sheet is looked for and typed back."""


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """When the recovery key in use was made and last tried, and when it is due."""

    made: date
    tried: date | None
    due: date
    places: tuple[str, ...] = ()
    """Where the sealed sheets were found the last time."""

    def is_late(self, today: date) -> bool:
        """Tell whether the yearly drill is overdue."""
        return self.due < today


class Recovery:
    """Tries the recovery key, and replaces it."""

    def __init__(self, desk: Desk, locker: Locker, workers: Workers) -> None:
        self._desk = desk
        self._locker = locker
        self._workers = workers

    def state(self) -> RecoveryState:
        """Return how the recovery key of the house stands."""
        kinds = (NAMES[RecoverySet], NAMES[RecoveryTried])
        entries = in_order(self._desk.vault.journal.of_kinds(kinds, HOUSE))
        made = [entry for entry in entries if isinstance(entry.content, RecoverySet)]
        slot = made[-1].content.slot if made and isinstance(made[-1].content, RecoverySet) else ""
        tried = [entry for entry in entries if _tries(entry, slot)]
        last = tried[-1] if tried else None
        first = _day(made[-1]) if made else date.min
        found = last.content if last is not None else None
        places = found.places if isinstance(found, RecoveryTried) else ()
        day = _day(last) if last is not None else None
        return RecoveryState(first, day, (day or first) + EVERY, places)

    def drill(self, lines: tuple[str, ...], places: Sequence[str] = ()) -> Outcome[RecoveryState]:
        """Type the key back whole; keep the day only when it opens these very dossiers.

        Anybody may: she who types it holds the sheet. Raises MistypedRecoveryKey,
        WrongRecoveryKey.
        """
        opened = self._locker.keys.recover(self._locker.folder, lines)
        try:
            opens = any(self._desk.whole.is_under(key) for key in opened.data_keys)
        finally:
            opened.discard()
        if not opens:
            raise WrongRecoveryKey
        found = tuple(place for place in map(clean, places) if place.strip())
        self._desk.record_house(Write(RecoveryTried(opened.slot.hex, found)))
        return Outcome(self.state(), frozenset({Topic.HOUSE}))

    def reissue(
        self, authority: Authority, second: tuple[str, str]
    ) -> Outcome[tuple[Renewed, tuple[str, ...]]]:
        """Make another recovery key with a second person; the former opens nothing any more.

        The data key is changed with it: whoever saw the former sheet, and kept a key file,
        would otherwise still open what is written next. Raises NotAllowed, SamePerson.
        """
        self._workers.require_manager()
        with self._workers.authorized(authority) as opened:
            other = self._workers.second(*second)
            self._workers.require_trusted()
            made = self._locker.locks.new_recovery()
            keys = (made.sealing_key.hex(), made.signing_key.hex())
            self._desk.record_house(Write(RecoverySet(made.slot.hex, *keys, other)))
            self._desk.look_again()
            done = self._workers.renew(opened)
        renewed = Renewed(done, self._workers.copies())
        return Outcome((renewed, made.lines), frozenset({Topic.HOUSE}))


def _tries(entry: Entry, slot: str) -> bool:
    return isinstance(entry.content, RecoveryTried) and entry.content.slot == slot


def _day(entry: Entry) -> date:
    return entry.moment.local().date() if entry.moment is not None else date.min
