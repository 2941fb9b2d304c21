"""What the disk refuses is tried again, sealed at the lock, and written at the next opening."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from builders import CASE, House, stated
from fakes.clock import FixedClock
from fakes.vault import FakeVault

from filet.adapters.aside import FolderAside
from filet.adapters.keys.hiding import DataKeyHiding
from filet.adapters.store.pending import JsonPacking
from filet.application.attempts import Attempt
from filet.application.calls import Calls, new_call
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.drafting import Drafting
from filet.application.pending import Pending, joined
from filet.application.undoing import Undoing
from filet.domain.errors import (
    DiskFull,
    FolderUnusable,
    PendingUnreadable,
    VaultDamaged,
    WordsMissing,
    WriteFailed,
)
from filet.domain.ids import HOUSE, WorkerId
from filet.domain.kinds import CallNoted, CaseCreated, NoteWritten, PersonDescribed, StatementMade

ANNE, BEA = WorkerId(UUID(int=0xA)), WorkerId(UUID(int=0xB))


@dataclass
class Scene:
    """A desk at a vault that refuses to write when told to, and what seals for it."""

    worker: WorkerId = ANNE
    vault: FakeVault = field(default_factory=FakeVault)
    clock: FixedClock = field(default_factory=FixedClock)
    key: bytes = bytes(48)

    def __post_init__(self) -> None:
        self.desk = Desk(self.vault, self.clock, self.worker)
        hiding = DataKeyHiding(UUID(int=1), (bytearray(self.key),))
        self.pending = Pending(self.desk, hiding, JsonPacking())

    def of(self, worker: WorkerId) -> Scene:
        return Scene(worker, self.vault, self.clock)

    def refused(self, *works: Callable[[], Any]) -> list[Attempt]:
        """Return attempts that were made on a full disk."""
        self.vault.refuses = DiskFull()
        attempts = [Attempt(work) for work in works]
        for attempt in attempts:
            with pytest.raises(DiskFull):
                attempt()
        return attempts

    def notes(self) -> list[str]:
        return [note.text for note in self.desk.fold(CASE).all(NoteWritten)]


def test_an_attempt_that_was_refused_writes_once_when_the_disk_takes_it() -> None:
    scene = Scene()
    (attempt,) = scene.refused(lambda: Cases(scene.desk).note(CASE, "mot"))
    scene.vault.refuses = None
    attempt()
    attempt()
    assert scene.notes() == ["mot"]


@pytest.mark.parametrize("error", [DiskFull(), WriteFailed(), VaultDamaged()])
def test_whatever_the_disk_says_the_words_are_sealed(error: Exception) -> None:
    scene = Scene()
    scene.vault.refuses = error
    held = scene.pending.seal([Attempt(lambda: Cases(scene.desk).note(CASE, "cou serré"))])
    assert held is not None
    assert (held.worker, held.count, held.again) == (ANNE, 1, 0)
    assert b"cou" not in held.data


def test_sealing_tries_one_last_time_first() -> None:
    scene = Scene()
    attempts = scene.refused(lambda: Cases(scene.desk).note(CASE, "mot"))
    scene.vault.refuses = None
    assert scene.pending.seal(attempts) is None
    assert scene.notes() == ["mot"]


def test_a_note_comes_back_at_the_hour_it_was_written() -> None:
    scene = Scene()
    written = scene.clock.now()
    held = scene.pending.seal(scene.refused(lambda: Cases(scene.desk).note(CASE, "mot")))
    assert held is not None
    scene.vault.refuses = None
    scene.clock.move(days=1)
    assert scene.pending.restore(held).value == 1
    (entry,) = scene.desk.fold(CASE).entries
    assert entry.moment is not None
    assert 0 <= entry.moment.at - written.at < 1000
    assert entry.by == ANNE


def test_all_that_was_done_comes_back_in_its_order() -> None:
    scene = Scene()
    cases, calls, drafting = Cases(scene.desk), Calls(scene.desk), Drafting(scene.desk)
    key = drafting.key("call")
    held = scene.pending.seal(
        scene.refused(
            lambda: cases.note(CASE, "un"),
            lambda: scene.desk.record(CASE, Write(stated())),
            lambda: calls.note(CallNoted(new_call(), caller="Noémie"), draft=key),
            lambda: drafting.keep(drafting.key("journal", CASE), {"note": "pas fini"}),
            lambda: cases.note(CASE, "deux"),
        )
    )
    assert held is not None
    scene.vault.refuses = None
    scene.pending.restore(held)
    file = scene.desk.fold(CASE)
    assert [type(entry.content) for entry in file.entries] == [
        NoteWritten, StatementMade, NoteWritten,
    ]  # fmt: skip
    assert drafting.read(drafting.key("journal", CASE)) == {"note": "pas fini"}
    (call,) = scene.vault.journal.of_kinds(("call_noted/1",), HOUSE)
    assert isinstance(call.content, CallNoted)
    assert call.content.caller == "Noémie"


def test_a_dossier_opened_on_a_full_disk_gets_its_number_when_it_is_written() -> None:
    scene = Scene()
    held = scene.pending.seal(scene.refused(lambda: Cases(scene.desk).create("Violette")))
    assert held is not None
    scene.vault.refuses = None
    Cases(scene.desk).create("Églantine")
    scene.pending.restore(held)
    numbers = {}
    for case in scene.vault.journal.cases():
        file = scene.desk.fold(case)
        (her,) = file.all(PersonDescribed)
        (created,) = file.all(CaseCreated)
        numbers[her.given] = created.number
    assert numbers == {"Églantine": "26-A-0001", "Violette": "26-A-0002"}


def test_what_was_restored_is_not_written_twice() -> None:
    scene = Scene()
    held = scene.pending.seal(scene.refused(lambda: Cases(scene.desk).note(CASE, "mot")))
    assert held is not None
    scene.vault.refuses = None
    scene.pending.restore(held)
    assert scene.pending.restore(held).value == 0
    assert scene.notes() == ["mot"]


def test_a_disk_that_is_still_full_lets_it_be_sealed_again() -> None:
    scene = Scene()
    held = scene.pending.seal(scene.refused(lambda: Cases(scene.desk).note(CASE, "mot")))
    assert held is not None
    again = scene.pending.seal(scene.refused(lambda: scene.pending.restore(held)))
    assert again is not None
    assert again.count == 1
    scene.vault.refuses = None
    scene.pending.restore(again)
    assert scene.notes() == ["mot"]


def test_all_of_it_is_restored_or_nothing() -> None:
    scene = Scene()
    cases = Cases(scene.desk)
    held = scene.pending.seal(
        scene.refused(lambda: cases.note(CASE, "un"), lambda: cases.note(CASE, "deux"))
    )
    assert held is not None
    with pytest.raises(DiskFull):
        scene.pending.restore(held)
    assert scene.notes() == []


def test_an_act_that_cannot_wait_is_counted_as_to_be_done_again() -> None:
    scene = Scene()
    Cases(scene.desk).note(CASE, "mot")
    unreadable = DiskFull()

    def undo() -> None:
        raise unreadable

    held = scene.pending.seal([Attempt(undo)])
    assert held is not None
    assert (held.count, held.again) == (0, 1)


def test_taking_back_waits_like_any_other_act() -> None:
    scene = Scene()
    Cases(scene.desk).note(CASE, "mot")
    held = scene.pending.seal(scene.refused(lambda: Undoing(scene.desk).undo(CASE)))
    assert held is not None
    scene.vault.refuses = None
    scene.pending.restore(held)
    assert scene.notes() == []


def test_what_waiting_does_not_mend_is_not_held() -> None:
    scene = Scene()
    attempt = Attempt(lambda: Cases(scene.desk).note(CASE, "  "))
    with pytest.raises(WordsMissing):
        attempt()
    assert scene.pending.seal([attempt]) is None


def test_a_bug_in_one_write_does_not_lose_the_others() -> None:
    scene = Scene()
    broken = Attempt(lambda: 1 // 0)
    scene.vault.refuses = DiskFull()
    held = scene.pending.seal([broken, Attempt(lambda: Cases(scene.desk).note(CASE, "mot"))])
    assert held is not None
    assert held.count == 1


def test_other_keys_do_not_open_what_was_sealed() -> None:
    scene = Scene()
    held = scene.pending.seal(scene.refused(lambda: Cases(scene.desk).note(CASE, "mot")))
    assert held is not None
    with pytest.raises(PendingUnreadable):
        Scene(key=b"o" * 48).pending.restore(held)


# Put aside ----------------------------------------------------------------------------


def put_aside(scene: Scene, folder: Path, text: str = "mot") -> FolderAside:
    held = scene.pending.seal(scene.refused(lambda: Cases(scene.desk).note(CASE, text)))
    assert held is not None
    aside = FolderAside()
    aside.put(folder, held.data)
    scene.vault.refuses = None
    return aside


def test_what_waits_in_a_folder_is_found_written_and_deleted_there(tmp_path: Path) -> None:
    scene = Scene()
    aside = put_aside(scene, tmp_path)
    (held,) = scene.pending.waiting(aside, tmp_path).own
    scene.pending.restore_from(aside, tmp_path, held)
    assert scene.notes() == ["mot"]
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_a_folder_tells_nothing(tmp_path: Path) -> None:
    put_aside(Scene(), tmp_path, "cou serré")
    (path,) = tmp_path.iterdir()
    assert path.name.startswith("filet-")
    assert b"cou" not in path.read_bytes()
    assert ANNE.bytes not in path.read_bytes()


def test_what_is_a_colleague_s_waits_for_her(tmp_path: Path) -> None:
    scene = Scene()
    aside = put_aside(scene, tmp_path)
    waiting = scene.of(BEA).pending.waiting(aside, tmp_path)
    assert (waiting.own, waiting.others) == ((), 1)
    assert len(scene.pending.waiting(aside, tmp_path).own) == 1


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "filet-000000000000.attente").write_bytes(b"something else")
    waiting = Scene().pending.waiting(FolderAside(), tmp_path)
    assert (waiting.own, waiting.others) == ((), 1)


def test_a_folder_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(FolderUnusable):
        Scene().pending.waiting(FolderAside(), tmp_path / "clé")


def test_prose_typed_meanwhile_in_the_same_place_is_kept_beside_it() -> None:
    here, there = (
        b'{"words": "elle dit autre chose", "danger": "no"}',
        (b'{"words": "elle a dit ceci hier", "danger": "yes", "asked": "revenir"}'),
    )
    assert joined(here, there).decode() == (
        '{"words": "elle a dit ceci hier\\nelle dit autre chose", "danger": "no", '
        '"asked": "revenir"}'
    )
    assert joined(None, there) == joined(there, there) == there


# On a real house ----------------------------------------------------------------------


def test_the_same_passphrase_opens_what_was_sealed_before_the_lock(tmp_path: Path) -> None:
    house = House(tmp_path)
    entered = house.create()
    scene = Scene(entered.worker)
    sealing = Pending(scene.desk, entered.hand.hiding, JsonPacking())
    held = sealing.seal(scene.refused(lambda: Cases(scene.desk).note(CASE, "mot")))
    assert held is not None
    house.unlocking.lock(entered)
    with pytest.raises(PendingUnreadable):
        sealing.restore(held)
    again = house.unlock()
    pending = Pending(house.desk(again), again.hand.hiding, JsonPacking())
    assert pending.restore(held).value == 1
    assert [n.text for n in house.desk(again).read(CASE).all(NoteWritten)] == ["mot"]
    again.vault.close()
