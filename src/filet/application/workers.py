"""Who works in the house and may enter: enrolled, described, let in again, withdrawn.

The journal says it first, and the key file does it next: a slot that nobody recorded never
exists. Whatever touches keys asks for the passphrase of whoever decides once more, or for
the recovery key: an open session does not hold the data key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from filet.application.backing_up import book_of
from filet.application.desk import Desk, Write
from filet.application.hands import Verify, hands
from filet.application.locks import Locks, Seals
from filet.application.outcome import Outcome, Topic
from filet.application.unlocking import Keys, Opened
from filet.domain.copies import KnownCopy
from filet.domain.errors import (
    DiskFull,
    HandsUntrusted,
    LastManager,
    MachineError,
    NotAllowed,
    SamePerson,
    UnknownWorker,
    WrongPassphrase,
    WrongRecoveryKey,
)
from filet.domain.ids import HOUSE, SlotId, WorkerId
from filet.domain.kinds import (
    NAMES,
    Content,
    Duty,
    LocksChanged,
    PassphraseChanged,
    PassphraseReset,
    VaultUnlocked,
    WorkerDescribed,
    WorkerEnrolled,
    WorkerWithdrawn,
)
from filet.domain.moments import Instant
from filet.domain.passphrases import require_long
from filet.domain.roles import is_last_manager, may_manage
from filet.domain.text import clean, fold
from filet.domain.workers import Worker


@dataclass(frozen=True, slots=True)
class Passphrase:
    """The passphrase of whoever is at the desk, typed once more."""

    text: str


@dataclass(frozen=True, slots=True)
class RecoveryLines:
    """The recovery key, typed from its sheet."""

    lines: tuple[str, ...]


Authority = Passphrase | RecoveryLines
"""What opens the data key for whoever decides."""


@dataclass(frozen=True, slots=True)
class Described:
    """What the house says of a worker."""

    name: str = ""
    duty: Duty = Duty.WORKER
    order_member: bool | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """A worker as a list of accesses shows her."""

    worker: Worker
    opened: Instant | None
    """When she last opened the dossiers."""
    keyed: bool
    """Whether a passphrase of hers opens something; a crash may have left her without."""


@dataclass(frozen=True, slots=True)
class Own:
    """Whoever is at the desk."""

    duty: Duty
    worker: Worker | None
    """Nothing for her who came in with the recovery key: no passphrase of hers decides."""

    @property
    def manages(self) -> bool:
        """Tell whether she decides who may enter."""
        return may_manage(self.duty)


@dataclass(frozen=True, slots=True)
class Renewed:
    """What came of a change of the data key."""

    done: bool
    """False where the disk had no room: it is then finished at the next opening."""
    copies: tuple[KnownCopy, ...] = ()
    """Copies made before, that the keys of their day still open."""


@dataclass(frozen=True, slots=True)
class Locker:
    """The key file of this house, and who works on it."""

    folder: Path
    keys: Keys
    locks: Locks
    verify: Verify


class Workers:
    """Decides who may enter. All but her own passphrase is for coordination and direction."""

    def __init__(self, desk: Desk, locker: Locker) -> None:
        self._desk = desk
        self._locker = locker

    def own(self) -> Own:
        """Return who is at the desk, and what she may do."""
        return Own(self._desk.duty, self._desk.roster.workers.get(self._desk.worker))

    def accesses(self) -> tuple[Access, ...]:
        """Return everybody who works or worked here: who may enter first, by name."""
        labels, opened = self._locker.locks.labels(self._locker.folder), self._openings()
        found = [
            Access(worker, opened.get(worker.id), SlotId(worker.id) in labels)
            for worker in self._desk.roster.workers.values()
        ]
        today = self._desk.clock.today()
        return tuple(sorted(found, key=lambda one: _place(one.worker, today)))

    def enrol(
        self, authority: Authority, initials: str, described: Described, passphrase: str
    ) -> Outcome[Worker]:
        """Let somebody new in. Raises InitialsTaken, InitialsUnusable, PassphraseTooShort."""
        self.require_manager()
        require_long(passphrase)
        with self.authorized(authority) as opened:
            seat = self._locker.locks.enrol(self._locker.folder, opened, initials, passphrase)
        worker = WorkerId(seat.slot)
        keys = (seat.sealing_key.hex(), seat.signing_key.hex())
        self._record(
            WorkerEnrolled(
                worker,
                seat.label,
                clean(described.name),
                *keys,
                described.duty,
                described.order_member,
                described.since,
                described.until,
            )
        )
        try:
            seat.keep()
        except MachineError:
            self._record(WorkerWithdrawn(worker))
            raise
        return self._told(worker)

    def describe(self, worker: WorkerId, described: Described) -> Outcome[Worker]:
        """Say what is true of a worker from now on. Raises LastManager."""
        self.require_manager()
        self.known(worker)
        leaves = not may_manage(described.duty) or not _holds(described, self._desk.clock.today())
        if leaves:
            self._require_another(worker)
        self._record(
            WorkerDescribed(
                worker,
                clean(described.name),
                described.duty,
                described.order_member,
                described.since,
                described.until,
            )
        )
        return self._told(worker)

    def change_passphrase(self, former: str, passphrase: str) -> Outcome[tuple[KnownCopy, ...]]:
        """Give herself another passphrase; return the copies that the former still opens.

        Her seed stays, and so do her keys. Raises WrongPassphrase, PassphraseTooShort.
        """
        require_long(passphrase)
        slot = SlotId(self._desk.worker)
        keep = self._locker.locks.change(self._locker.folder, slot, former, passphrase)
        self._record(PassphraseChanged(self._desk.worker))
        keep()
        return Outcome(self.copies_open_to(self._desk.worker), frozenset({Topic.HOUSE}))

    def reset(
        self, authority: Authority, worker: WorkerId, passphrase: str
    ) -> Outcome[tuple[KnownCopy, ...]]:
        """Give a worker who forgot hers another passphrase, over another seed.

        Nobody can read the former seed without the former passphrase. The data key is
        sealed to the new one, what she signed before verifies by the former, and the copies
        that are returned open with the forgotten one still.
        """
        self.require_manager()
        require_long(passphrase)
        found = self.known(worker)
        seat = (SlotId(found.id), found.initials)
        with self.authorized(authority) as opened:
            made = self._locker.locks.reseat(self._locker.folder, opened, seat, passphrase)
        keys = (made.sealing_key.hex(), made.signing_key.hex())
        self._record(PassphraseReset(worker, *keys))
        made.keep()
        return Outcome(self.copies_open_to(worker), frozenset({Topic.HOUSE}))

    def withdraw(
        self, authority: Authority, worker: WorkerId, reason: str = ""
    ) -> Outcome[Renewed]:
        """Let a worker in no more, and change the data key. Raises LastManager.

        What she wrote stays, signed by her. The copies that are returned still open with
        her passphrase.
        """
        self.require_manager()
        self.known(worker)
        self._require_another(worker)
        with self.authorized(authority) as opened:
            self.require_trusted()
            self._record(WorkerWithdrawn(worker, clean(reason)))
            done = self.renew(opened)
        return Outcome(Renewed(done, self.copies_open_to(worker)), frozenset({Topic.HOUSE}))

    def change_locks(self, authority: Authority) -> Outcome[Renewed]:
        """Change the data key though nobody leaves: a passphrase or a sheet was seen."""
        self.require_manager()
        with self.authorized(authority) as opened:
            self.require_trusted()
            done = self.renew(opened)
        return Outcome(Renewed(done, self.copies()), frozenset({Topic.HOUSE}))

    def copies_open_to(self, worker: WorkerId) -> tuple[KnownCopy, ...]:
        """Return the copies that a worker's passphrase of their day opens."""
        return book_of(self._desk).opened_by(worker)

    def copies(self) -> tuple[KnownCopy, ...]:
        """Return every copy of the dossiers that is known: it opens with the keys of its day."""
        return book_of(self._desk).copies

    # What other use cases of this family need -----------------------------------------

    @contextmanager
    def authorized(self, authority: Authority) -> Iterator[Opened]:
        """Open the data key for the length of one act, and wipe it."""
        opened = self._open(authority)
        try:
            yield opened
        finally:
            opened.discard()

    def renew(self, opened: Opened) -> bool:
        """Put everything under another data key, sealed to whoever may still enter.

        Two epochs, then the file, then one: whenever it stops, exactly one of the two keys
        opens, and both are there. Return false where the disk had no room.
        """
        renewal = self._locker.locks.renew(self._locker.folder, opened, self._seals())
        try:
            self._record(LocksChanged(renewal.epoch))
            self._desk.whole.write(lambda: self._desk.whole.keep_hiding(opened.hiding.own()))
            renewal.begin()
            self._desk.whole.rekey(renewal.data_key)
        except DiskFull as full:
            if full.fields.get("detail") != "rekey":
                raise
            return False
        finally:
            renewal.data_key[:] = bytes(len(renewal.data_key))
        renewal.finish()
        return True

    def require_manager(self) -> None:
        """Raise NotAllowed for whoever does not manage the house."""
        if not may_manage(self._desk.duty):
            raise NotAllowed

    def require_trusted(self) -> None:
        """Raise HandsUntrusted before a data key would be sealed to a key nobody signed for."""
        if hands(self._desk.whole.journal, self._locker.verify).untrusted:
            raise HandsUntrusted

    def second(self, initials: str, passphrase: str) -> WorkerId:
        """Return the second person of a decision of two. Raises SamePerson, WrongPassphrase."""
        opened = self._counted(lambda keys, folder: keys.open(folder, initials, passphrase))
        opened.discard()
        if WorkerId(opened.slot) == self._desk.worker:
            raise SamePerson
        self.known(WorkerId(opened.slot))
        return WorkerId(opened.slot)

    def co_signed(self, initials: str, passphrase: str, words: bytes) -> tuple[WorkerId, str]:
        """Return the second person of a decision, and her signature of its words (hexadecimal).

        Raises SamePerson, WrongPassphrase.
        """
        opened = self._counted(lambda keys, folder: keys.open(folder, initials, passphrase))
        try:
            if WorkerId(opened.slot) == self._desk.worker:
                raise SamePerson
            self.known(WorkerId(opened.slot))
            return WorkerId(opened.slot), opened.sign(words).hex()
        finally:
            opened.discard()

    def let_in(self, lines: tuple[str, ...], initials: str, passphrase: str) -> None:
        """Give a worker who forgot hers another passphrase, by the recovery key."""
        self.reset(RecoveryLines(lines), self.by_initials(initials).id, passphrase)

    def by_initials(self, initials: str) -> Worker:
        """Return who has these initials and may still enter. Raises UnknownWorker."""
        label = clean(initials).strip().upper()
        for worker in self._desk.roster.workers.values():
            if worker.initials == label and not worker.withdrawn:
                return worker
        raise UnknownWorker

    def known(self, worker: WorkerId) -> Worker:
        """Return a worker who was not withdrawn. Raises UnknownWorker."""
        found = self._desk.roster.workers.get(worker)
        if found is None or found.withdrawn:
            raise UnknownWorker
        return found

    # ----------------------------------------------------------------------------------

    def _open(self, authority: Authority) -> Opened:
        match authority:
            case Passphrase(text=text):
                own = self.known(self._desk.worker).initials
                return self._counted(lambda keys, folder: keys.open(folder, own, text))
            case RecoveryLines(lines=lines):
                return self._counted(lambda keys, folder: keys.recover(folder, lines))

    def _counted(self, open_: Callable[[Keys, Path], Opened]) -> Opened:
        """Open a slot; what opens nothing is counted, as it is at the door."""
        keys, folder = self._locker.keys, self._locker.folder
        try:
            return open_(keys, folder)
        except (WrongPassphrase, WrongRecoveryKey):
            keys.failed(folder, self._desk.clock.now().at)
            raise

    def _seals(self) -> Seals:
        """Return to whom a data key is sealed: whoever may still enter, and the recovery key."""
        known, recovery = self._desk.roster, self._desk.roster.recovery
        if recovery is None:
            raise HandsUntrusted
        slot = SlotId(UUID(recovery.slot))
        keys = {
            SlotId(worker.id): bytes.fromhex(worker.sealing_key)
            for worker in known.workers.values()
            if not worker.withdrawn
        }
        return Seals({**keys, slot: bytes.fromhex(recovery.sealing_key)}, slot)

    def _require_another(self, worker: WorkerId) -> None:
        if is_last_manager(self._desk.roster, worker, self._desk.clock.today()):
            raise LastManager

    def _record(self, content: Content) -> None:
        self._desk.record_house(Write(content))
        self._desk.look_again()

    def _told(self, worker: WorkerId) -> Outcome[Worker]:
        return Outcome(self._desk.roster.workers[worker], frozenset({Topic.HOUSE, Topic.CASES}))

    def _openings(self) -> Mapping[WorkerId, Instant]:
        """Return when each worker last opened the dossiers."""
        entries = self._desk.vault.journal.of_kinds((NAMES[VaultUnlocked],), HOUSE)
        found: dict[WorkerId, Instant] = {}
        for entry in sorted(entries, key=lambda one: one.order()):
            if entry.by is not None and entry.moment is not None:
                found[entry.by] = entry.moment
        return found


def _holds(described: Described, today: date) -> bool:
    """Tell whether the dates of a description leave somebody in on a day."""
    begun = described.since is None or described.since <= today
    return begun and (described.until is None or described.until >= today)


def _place(worker: Worker, today: date) -> tuple[bool, str, str]:
    return worker.has_ended(today), fold(worker.called), worker.initials
