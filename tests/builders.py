"""What several folders of tests build: a house on disk, entries, persons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from fakes.clock import FixedClock
from fakes.pocket import NoPocket

from filet.adapters.keys.cabinet import Cabinet
from filet.adapters.keys.derive import Cost
from filet.adapters.keys.locksmith import Locksmith
from filet.adapters.keys.signatures import verify
from filet.adapters.store.vault import SqlVault
from filet.adapters.store.vaults import SqlVaults
from filet.adapters.store.witness import Witness
from filet.application.checking import Checking, Report
from filet.application.desk import Desk
from filet.application.keeping import Vault
from filet.application.locks import Seat
from filet.application.pocket import Pocket
from filet.application.unlocking import Entered, Opened, Unlocking
from filet.application.workers import Described, Locker, Passphrase, Workers
from filet.domain.casefile import CaseFile, fold
from filet.domain.ids import CaseId, ChainId, PersonId, Ref, StatementId, WorkerId
from filet.domain.instruments import Value
from filet.domain.journal import Entry
from filet.domain.kinds import NAMES, CaseCreated, Content, Duty, Source, SourceKind, StatementMade
from filet.domain.moments import Instant

FAST = Cost(64, 1, 1)
"""A guess that costs next to nothing: tests only, which make thousands."""
PASSPHRASE = "une phrase de cinq mots"  # noqa: S105 - it opens nothing
ITEM = "neck_squeezed@inventaire-filet-1"

CASE = CaseId(UUID(int=0xCA5E))
WORKER = WorkerId(UUID(int=0x3012))


def cabinet() -> Cabinet:
    return Cabinet(lambda: FAST)


def locksmith() -> Locksmith:
    return Locksmith(lambda: FAST)


def enrolled(folder: Path, opened: Opened, initials: str, passphrase: str) -> Seat:
    """Add a slot to a key file, whatever the journal says of it."""
    seat = locksmith().enrol(folder, opened, initials, passphrase)
    seat.keep()
    return seat


@dataclass
class House:
    """A house on disk: its folder, the local folder of one computer, and a clock."""

    root: Path
    clock: FixedClock = field(default_factory=FixedClock)
    computer: str = "local"
    recovery: tuple[str, ...] = ()
    pocket: Pocket = field(default_factory=NoPocket)

    @property
    def folder(self) -> Path:
        return self.root / "house"

    @property
    def local(self) -> Path:
        return self.root / self.computer

    @property
    def vaults(self) -> SqlVaults:
        return SqlVaults(Witness(self.local), self.clock, "0.1.0", {})

    @property
    def unlocking(self) -> Unlocking:
        return Unlocking(cabinet(), self.vaults, self.clock, self.pocket)

    def create(self, *, training: bool = False) -> Entered:
        self.folder.mkdir(parents=True, exist_ok=True)
        entered, self.recovery = self.unlocking.create(
            self.folder, "AB", PASSPHRASE, training=training
        )
        return entered

    def unlock(self) -> Entered:
        return self.unlocking.unlock(self.folder, "AB", PASSPHRASE)

    def desk(self, entered: Entered) -> Desk:
        return Desk(entered.vault, self.clock, entered.worker)

    @property
    def locker(self) -> Locker:
        return Locker(self.folder, cabinet(), locksmith(), verify)

    def workers(self, desk: Desk) -> Workers:
        return Workers(desk, self.locker)

    def let_in(self, desk: Desk, initials: str, duty: Duty = Duty.WORKER) -> WorkerId:
        """Enrol somebody, whose passphrase is that of everybody followed by her initials."""
        described = Described(f"{initials} Essai", duty)
        by = desk.roster.workers[desk.worker].initials
        own = Passphrase(PASSPHRASE if by == "AB" else PASSPHRASE + by)
        phrase = PASSPHRASE + initials
        return self.workers(desk).enrol(own, initials, described, phrase).value.id

    def enter(self, initials: str) -> Entered:
        """Unlock as somebody who was let in."""
        return self.unlocking.unlock(self.folder, initials, PASSPHRASE + initials)

    def check(self, entered: Entered) -> Report:
        noticed = tuple(type(one).__name__ for one in entered.noticed)
        return Checking(self.desk(entered), verify).check(noticed)

    def on(self, computer: str) -> House:
        """Return the same house as another computer sees it."""
        return House(self.root, self.clock, computer, self.recovery, self.pocket)


def sql(entered: Entered) -> SqlVault:
    """Return the vault itself, for what only a test may do with it."""
    return sql_vault(entered.vault)


def sql_vault(vault: Vault) -> SqlVault:
    assert isinstance(vault, SqlVault)
    return vault


def tampered(entered: Entered, *statements: str, values: Sequence[object] = ()) -> None:
    """Do what somebody who has the key and no conscience would: drop the guards first."""
    connection = sql(entered).connection
    for trigger in ("entry_follows", "entry_stays", "entry_keeps"):
        connection.execute(f"DROP TRIGGER {trigger}")
    for statement in statements:
        connection.execute(statement, values)


def stated(
    value: Value | None = Value.YES, said_by: SourceKind = SourceKind.HER, **more: Any
) -> StatementMade:
    """Return a statement about one item."""
    statement = more.pop("statement", StatementId(UUID(int=0x5A1D)))
    item = more.pop("item", ITEM)
    return StatementMade(statement, item, value, Source(said_by), **more)


def chain(letter: str) -> ChainId:
    return ChainId(letter.encode() * 16)


def entry(
    place: tuple[str, int],
    content: Content | None,
    *refs: tuple[str, int],
    tick: int | None = None,
    case: CaseId = CASE,
    by: WorkerId = WORKER,
    at: int = 0,
) -> Entry:
    """Return an entry as it is read; a place is a letter for its chain, and a number."""
    letter, seq = place
    return Entry(
        ref=ref(letter, seq),
        tick=tick if tick is not None else seq,
        refs=tuple(sorted(ref(*one) for one in refs)),
        case=case,
        moment=Instant(at or seq, 0),
        by=by,
        kind=NAMES[type(content)] if content is not None else "later/1",
        content=content,
    )


def dossier(*contents: Content) -> CaseFile:
    """Return a dossier in which these things were written, one after the other."""
    every = (CaseCreated("26-A-0145"), *contents)
    return fold(CASE, [entry(("a", seq), one) for seq, one in enumerate(every, 1)])


def blanked(full: Entry) -> Entry:
    return Entry(full.ref, full.tick, full.refs, None, None, None, None, None)


def ref(letter: str, seq: int) -> Ref:
    return Ref(chain(letter), seq)


def uuids(seed: int) -> Callable[[], UUID]:
    """Return a source of identities that is the same at each run."""
    random = Random(seed)  # noqa: S311 - nothing is protected by it
    return lambda: UUID(int=random.getrandbits(128), version=4)


def person(number: int) -> PersonId:
    return PersonId(UUID(int=number))
