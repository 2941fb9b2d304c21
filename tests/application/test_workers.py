"""Who may enter, on real dossiers and real keys."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from builders import PASSPHRASE, House, cabinet, enrolled, sql, tampered

from filet.adapters.keys.keyfile import KEYS_NAME, load
from filet.adapters.store.connection import is_under
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.unlocking import Entered
from filet.application.workers import Described, Locker, Passphrase, RecoveryLines, Workers
from filet.domain.contents.copies import Why
from filet.domain.errors import (
    AccessEnded,
    AccessNotBegun,
    HandsUntrusted,
    InitialsTaken,
    InitialsUnusable,
    LastManager,
    NotAllowed,
    PassphraseTooShort,
    ReadOnlyDuty,
    UnknownWorker,
    WriteFailed,
    WrongPassphrase,
    WrongRecoveryKey,
)
from filet.domain.ids import HOUSE, Ref, WorkerId
from filet.domain.kinds import (
    NAMES,
    BackupMade,
    BackupsGone,
    Duty,
    PassphraseReset,
    WorkerEnrolled,
    WorkerWithdrawn,
)

OWN = Passphrase(PASSPHRASE)
LONG = "une phrase neuve de cinq mots"


@dataclass
class Scene:
    """A house with its director at her desk."""

    house: House
    entered: Entered
    desk: Desk = field(init=False)
    workers: Workers = field(init=False)

    def __post_init__(self) -> None:
        self.sit(self.entered)

    def sit(self, entered: Entered) -> None:
        self.entered = entered
        self.desk = self.house.desk(entered)
        self.workers = self.house.workers(self.desk)

    def leave(self) -> None:
        self.house.unlocking.lock(self.entered)

    def change(self, initials: str) -> None:
        """Let somebody else sit down."""
        self.leave()
        self.sit(self.house.enter(initials) if initials != "AB" else self.house.unlock())

    def opens(self, initials: str, passphrase: str) -> bool:
        try:
            cabinet().open(self.house.folder, initials, passphrase)
        except WrongPassphrase:
            return False
        return True

    def sound(self) -> bool:
        return self.house.check(self.entered).findings == ()


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    house = House(tmp_path)
    made = Scene(house, house.create())
    yield made
    made.leave()


# Letting somebody in ------------------------------------------------------------------


def test_who_made_the_house_directs_it(scene: Scene) -> None:
    assert scene.desk.duty is Duty.DIRECTION


def test_somebody_let_in_enters_by_her_own_passphrase_and_works(scene: Scene) -> None:
    since = scene.desk.clock.today()
    described = Described("Claire D.", Duty.WORKER, True, since, since + timedelta(30))
    worker = scene.workers.enrol(OWN, " cd ", described, PASSPHRASE + "CD").value
    assert (worker.initials, worker.name, worker.order_member) == ("CD", "Claire D.", True)
    scene.change("CD")
    assert scene.entered.worker == worker.id
    assert scene.desk.duty is Duty.WORKER
    Cases(scene.desk).create("Éloïse")
    assert scene.sound()


def test_the_journal_says_it_with_the_signature_of_who_decided(scene: Scene) -> None:
    scene.house.let_in(scene.desk, "CD")
    entries = scene.entered.vault.journal.of_kinds((NAMES[WorkerEnrolled],), HOUSE)
    assert all(entry.signed and entry.by == scene.entered.worker for entry in entries)


@pytest.mark.parametrize("phrase", ["", "court", "x" * 15])
def test_a_passphrase_that_could_be_guessed_lets_nobody_in(scene: Scene, phrase: str) -> None:
    with pytest.raises(PassphraseTooShort):
        scene.workers.enrol(OWN, "CD", Described(), phrase)
    assert len(scene.desk.roster.workers) == 1


def test_initials_are_given_once_and_are_initials(scene: Scene) -> None:
    with pytest.raises(InitialsTaken):
        scene.workers.enrol(OWN, "ab", Described(), LONG)
    with pytest.raises(InitialsUnusable):
        scene.workers.enrol(OWN, "A1", Described(), LONG)
    assert len(scene.desk.roster.workers) == 1


def test_whoever_decides_types_her_own_passphrase_again(scene: Scene) -> None:
    with pytest.raises(WrongPassphrase):
        scene.workers.enrol(Passphrase("autre chose"), "CD", Described(), LONG)
    assert len(scene.desk.roster.workers) == 1
    failures = cabinet().failures(scene.house.folder)
    assert failures is not None
    assert failures.count == 1


def test_the_recovery_key_decides_as_well(scene: Scene, tmp_path: Path) -> None:
    scene.workers.enrol(RecoveryLines(scene.house.recovery), "CD", Described(), LONG)
    assert scene.opens("CD", LONG)
    other = House(tmp_path / "other")
    other.create().vault.close()
    with pytest.raises(WrongRecoveryKey):
        scene.workers.enrol(RecoveryLines(other.recovery), "EF", Described(), LONG)


@pytest.mark.parametrize("duty", [Duty.WORKER, Duty.TRAINEE])
def test_nobody_else_decides_who_may_enter(scene: Scene, duty: Duty) -> None:
    boss = scene.entered.worker
    worker = scene.house.let_in(scene.desk, "CD", duty)
    scene.change("CD")
    own, house = Passphrase(PASSPHRASE + "CD"), scene.workers
    for act in (
        lambda: house.enrol(own, "EF", Described(), LONG),
        lambda: house.describe(worker, Described(duty=Duty.DIRECTION)),
        lambda: house.reset(own, boss, LONG),
        lambda: house.withdraw(own, boss),
        lambda: house.change_locks(own),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert len(load(scene.house.folder).slots) == 3


class BrokenLocks:
    """Makes seats that the disk refuses to keep."""

    def __init__(self, locker: Locker) -> None:
        self._locks = locker.locks

    def __getattr__(self, name: str) -> object:
        return getattr(self._locks, name)

    def enrol(self, *given: object) -> object:
        return replace(self._locks.enrol(*given), keep=self._refuse)  # type: ignore[arg-type]  # as given

    def _refuse(self) -> None:
        raise WriteFailed


def test_a_slot_that_cannot_be_written_is_taken_back_in_the_journal(scene: Scene) -> None:
    locker = replace(scene.house.locker, locks=BrokenLocks(scene.house.locker))  # type: ignore[arg-type]  # it answers as one
    house = Workers(scene.desk, locker)
    with pytest.raises(WriteFailed):
        house.enrol(OWN, "CD", Described(), LONG)
    assert not scene.opens("CD", LONG)
    assert [one.withdrawn for one in scene.desk.roster.workers.values()] == [False, True]
    scene.workers.enrol(OWN, "CD", Described(), LONG)
    assert scene.opens("CD", LONG)


# What is true of her ------------------------------------------------------------------


def test_a_trainee_reads_and_writes_nothing(scene: Scene) -> None:
    case = Cases(scene.desk).create("Éloïse").value.case
    scene.house.let_in(scene.desk, "ST", Duty.TRAINEE)
    scene.change("ST")
    cases = Cases(scene.desk)
    assert cases.open(case).case == case
    with pytest.raises(ReadOnlyDuty):
        cases.note(case, "note")
    with pytest.raises(ReadOnlyDuty):
        cases.create("Lou")
    assert [row.case for row in scene.entered.vault.lists.all()] == [case]


def test_dates_open_and_close_the_door(scene: Scene) -> None:
    today = scene.desk.clock.today()
    dates = Described("Claire", Duty.WORKER, None, today + timedelta(1), today + timedelta(2))
    scene.workers.enrol(OWN, "CD", dates, PASSPHRASE + "CD")
    scene.leave()
    with pytest.raises(AccessNotBegun):
        scene.house.enter("CD")
    scene.house.clock.move(days=1)
    scene.house.enter("CD").vault.close()
    scene.house.clock.move(days=2)
    with pytest.raises(AccessEnded):
        scene.house.enter("CD")
    scene.sit(scene.house.unlock())


def test_a_door_that_dates_close_is_counted_as_a_failure(scene: Scene) -> None:
    past = Described(until=scene.desk.clock.today() - timedelta(1))
    scene.workers.enrol(OWN, "CD", past, PASSPHRASE + "CD")
    scene.leave()
    with pytest.raises(AccessEnded):
        scene.house.enter("CD")
    assert cabinet().failures(scene.house.folder)
    scene.sit(scene.house.unlock())


def test_the_last_who_manages_cannot_stop_managing(scene: Scene) -> None:
    boss, today = scene.entered.worker, scene.desk.clock.today()
    yesterday = today - timedelta(1)
    for described in (
        Described("Anne", Duty.WORKER),
        Described("Anne", Duty.TRAINEE),
        Described("Anne", Duty.DIRECTION, until=yesterday),
        Described("Anne", Duty.DIRECTION, since=today + timedelta(1)),
    ):
        with pytest.raises(LastManager):
            scene.workers.describe(boss, described)
    with pytest.raises(LastManager):
        scene.workers.withdraw(OWN, boss)
    assert scene.opens("AB", PASSPHRASE)
    scene.house.let_in(scene.desk, "CD", Duty.COORDINATION)
    scene.workers.describe(boss, Described("Anne", Duty.WORKER))
    assert scene.desk.duty is Duty.WORKER


def test_what_is_said_of_a_worker_holds_at_once(scene: Scene) -> None:
    worker = scene.house.let_in(scene.desk, "CD")
    told = scene.workers.describe(worker, Described("Claire D.", Duty.COORDINATION, False)).value
    assert (told.name, told.duty, told.order_member) == ("Claire D.", Duty.COORDINATION, False)


def test_nothing_is_said_of_whom_nobody_knows(scene: Scene) -> None:
    with pytest.raises(UnknownWorker):
        scene.workers.describe(WorkerId(HOUSE), Described())


# Passphrases --------------------------------------------------------------------------


def test_a_worker_changes_her_own_passphrase_with_the_former(scene: Scene) -> None:
    scene.house.let_in(scene.desk, "CD")
    scene.change("CD")
    scene.workers.change_passphrase(PASSPHRASE + "CD", LONG)
    assert scene.opens("CD", LONG)
    assert not scene.opens("CD", PASSPHRASE + "CD")
    assert scene.sound()
    with pytest.raises(WrongPassphrase):
        scene.workers.change_passphrase(PASSPHRASE, LONG + "?")
    with pytest.raises(PassphraseTooShort):
        scene.workers.change_passphrase(LONG, "court")


def test_a_forgotten_passphrase_is_replaced_and_what_she_signed_still_holds(scene: Scene) -> None:
    worker = scene.house.let_in(scene.desk, "CD", Duty.COORDINATION)
    scene.change("CD")
    scene.house.let_in(scene.desk, "EF")
    scene.change("AB")
    scene.workers.reset(OWN, worker, LONG)
    assert not scene.opens("CD", PASSPHRASE + "CD")
    scene.leave()
    scene.sit(scene.house.unlocking.unlock(scene.house.folder, "CD", LONG))
    assert scene.entered.worker == worker
    own = Passphrase(LONG)
    scene.workers.enrol(own, "GH", Described(), PASSPHRASE + "GH")
    assert scene.sound()


def test_who_enters_by_the_recovery_key_may_replace_every_passphrase(scene: Scene) -> None:
    boss = scene.entered.worker
    scene.leave()
    scene.sit(scene.house.unlocking.recover(scene.house.folder, scene.house.recovery))
    scene.workers.reset(RecoveryLines(scene.house.recovery), boss, LONG)
    assert scene.opens("AB", LONG)
    assert scene.sound()
    scene.leave()
    scene.sit(scene.house.unlocking.unlock(scene.house.folder, "AB", LONG))


# Withdrawing --------------------------------------------------------------------------


def test_a_withdrawal_changes_the_data_key(scene: Scene) -> None:
    worker = scene.house.let_in(scene.desk, "CD")
    case = Cases(scene.desk).create("Éloïse").value.case
    hers = cabinet().open(scene.house.folder, "CD", PASSPHRASE + "CD")
    former = (scene.house.folder / KEYS_NAME).read_bytes()
    assert scene.workers.withdraw(OWN, worker, "fin de contrat").value.done
    vault = scene.house.folder / "filet.vault"
    assert not is_under(vault, hers.data_keys[0])
    assert not scene.opens("CD", PASSPHRASE + "CD")
    own = cabinet().open(scene.house.folder, "AB", PASSPHRASE)
    assert is_under(vault, own.data_keys[0])
    assert len(own.data_keys) == 1
    Cases(scene.desk).note(case, "après")
    scene.change("AB")
    assert scene.sound()
    assert (scene.house.folder / KEYS_NAME).read_bytes() != former
    assert Cases(scene.desk).read(case).entries


def test_a_former_key_file_put_back_opens_nothing(scene: Scene) -> None:
    worker = scene.house.let_in(scene.desk, "CD")
    former = (scene.house.folder / KEYS_NAME).read_bytes()
    scene.workers.withdraw(OWN, worker)
    scene.leave()
    kept = (scene.house.folder / KEYS_NAME).read_bytes()
    (scene.house.folder / KEYS_NAME).write_bytes(former)
    hers = cabinet().open(scene.house.folder, "CD", PASSPHRASE + "CD")
    assert not is_under(scene.house.folder / "filet.vault", hers.data_keys[0])
    (scene.house.folder / KEYS_NAME).write_bytes(kept)
    scene.sit(scene.house.unlock())


def test_no_log_of_before_stays_under_the_former_key(scene: Scene) -> None:
    worker = scene.house.let_in(scene.desk, "CD")
    Cases(scene.desk).create("Éloïse")
    scene.workers.withdraw(OWN, worker)
    assert (scene.house.folder / "filet.vault-wal").stat().st_size == 0


def test_her_notes_stay_and_her_initials_may_be_given_again(scene: Scene) -> None:
    worker = scene.house.let_in(scene.desk, "CD")
    scene.workers.withdraw(OWN, worker)
    assert scene.desk.roster.workers[worker].called == "CD Essai"
    other = scene.house.let_in(scene.desk, "CD")
    assert other != worker
    scene.change("CD")
    assert scene.entered.worker == other
    assert scene.sound()


def test_nobody_is_withdrawn_twice_nor_let_in_again(scene: Scene) -> None:
    worker = scene.house.let_in(scene.desk, "CD")
    scene.workers.withdraw(OWN, worker)
    for act in (
        lambda: scene.workers.withdraw(OWN, worker),
        lambda: scene.workers.reset(OWN, worker, LONG),
        lambda: scene.workers.describe(worker, Described()),
    ):
        with pytest.raises(UnknownWorker):
            act()


def test_the_copies_that_her_passphrase_still_opens_are_told(scene: Scene) -> None:
    worker = scene.house.let_in(scene.desk, "CD")
    slots = {"avant": "", "pendant": worker.hex, "jetée": worker.hex, "après": ""}
    for name, slot in slots.items():
        made = BackupMade(name, "clé", (), 0, 0, (scene.entered.worker.hex, slot or "00" * 16))
        scene.desk.record_house(Write(made))
    scene.desk.record_house(Write(BackupsGone(("jetée",), Why.DESTROYED)))
    renewed = scene.workers.withdraw(OWN, worker).value
    assert [copy.made.name for copy in renewed.copies] == ["pendant"]
    every = scene.workers.change_locks(OWN).value.copies
    assert [copy.made.name for copy in every] == ["après", "pendant", "avant"]


def test_the_locks_are_changed_though_nobody_leaves(scene: Scene) -> None:
    scene.house.let_in(scene.desk, "CD")
    before = cabinet().open(scene.house.folder, "CD", PASSPHRASE + "CD").data_keys
    assert scene.workers.change_locks(OWN).value.done
    after = cabinet().open(scene.house.folder, "CD", PASSPHRASE + "CD").data_keys
    assert before != after
    scene.change("CD")
    assert scene.sound()


# Keys that nobody signed for ----------------------------------------------------------


def test_no_data_key_is_sealed_to_a_key_that_nobody_signed_for(scene: Scene) -> None:
    worker = scene.house.let_in(scene.desk, "CD")
    (entry,) = [
        one
        for one in scene.entered.vault.journal.of_kinds((NAMES[WorkerEnrolled],), HOUSE)
        if isinstance(one.content, WorkerEnrolled) and one.content.worker == worker
    ]
    tampered(
        scene.entered, "UPDATE entry SET sig = zeroblob(64) WHERE seq = ?", values=(entry.ref.seq,)
    )
    with pytest.raises(HandsUntrusted):
        scene.workers.change_locks(OWN)
    with pytest.raises(HandsUntrusted):
        scene.workers.withdraw(OWN, worker)
    assert ("hand", entry.ref.seq) in {
        (one.what, one.seq) for one in scene.house.check(scene.entered).findings
    }
    assert scene.opens("CD", PASSPHRASE + "CD")


def test_a_worker_who_enrols_herself_is_found(scene: Scene) -> None:
    scene.leave()
    opened = cabinet().open(scene.house.folder, "AB", PASSPHRASE)
    seat = enrolled(scene.house.folder, opened, "ZZ", LONG)
    scene.sit(scene.house.unlocking.unlock(scene.house.folder, "ZZ", LONG))
    keys = (seat.sealing_key.hex(), seat.signing_key.hex())
    own = WorkerEnrolled(WorkerId(seat.slot), "ZZ", "", *keys, Duty.DIRECTION)
    scene.desk.record_house(Write(own))
    assert [one.what for one in scene.house.check(scene.entered).findings] == ["hand"]


def test_what_is_signed_after_a_withdrawal_or_by_a_former_key_does_not_hold(scene: Scene) -> None:
    worker = scene.house.let_in(scene.desk, "CD", Duty.COORDINATION)
    scene.change("CD")
    sign, desk = sql(scene.entered).journal._sign, scene.desk
    scene.change("AB")
    desk = scene.desk
    keys = ("11" * 32, "22" * 32)
    desk.record_house(Write(PassphraseReset(worker, *keys)))
    forged = Desk(scene.entered.vault, scene.house.clock, worker)
    sql(scene.entered).journal._sign = sign
    before = scene.desk.vault.journal.heads()[0].seq
    forged.record_house(Write(WorkerWithdrawn(scene.entered.worker)))
    report = scene.house.check(scene.entered)
    place = Ref(scene.desk.vault.journal.heads()[0].chain, before + 1)
    assert [(one.what, one.seq) for one in report.findings] == [("hand", place.seq)]


# The list -----------------------------------------------------------------------------


def test_the_list_of_accesses_says_who_entered_when_and_who_is_gone(scene: Scene) -> None:
    gone = scene.house.let_in(scene.desk, "EF")
    scene.house.let_in(scene.desk, "CD")
    scene.change("CD")
    scene.change("AB")
    scene.workers.withdraw(OWN, gone)
    found = scene.workers.accesses()
    assert [one.worker.initials for one in found] == ["AB", "CD", "EF"]
    assert [one.opened is not None for one in found] == [True, True, False]
    assert [one.keyed for one in found] == [True, True, False]


# What waits outside -------------------------------------------------------------------


def test_what_was_sealed_outside_under_a_former_data_key_is_still_read(scene: Scene) -> None:
    scene.house.let_in(scene.desk, "CD")
    scene.change("CD")
    before = scene.entered.hand.hiding.hide(b"avant")
    scene.change("AB")
    for _ in range(2):
        scene.workers.change_locks(OWN)
    during = scene.entered.hand.hiding.hide(b"pendant")
    scene.change("CD")
    hiding = scene.entered.hand.hiding
    assert (hiding.reveal(before), hiding.reveal(during)) == (b"avant", b"pendant")
    assert hiding.reveal(hiding.hide(b"apr\xc3\xa8s")) == "après".encode()


def test_keys_opened_for_one_act_are_wiped_after_it(scene: Scene) -> None:
    with scene.workers.authorized(OWN) as opened:
        assert opened.data_keys[0] != bytes(48)
    assert opened.data_keys[0] == bytes(48)
    assert opened.hiding.own() == bytes(32)
