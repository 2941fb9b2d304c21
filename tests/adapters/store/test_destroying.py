"""Two decide that a dossier is destroyed; « Détruit » is said once no copy holds it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from builders import PASSPHRASE, tampered
from copied import Scene

from filet.adapters.store import replacing
from filet.application.destroying import Destroying
from filet.application.erasing import Erasing
from filet.domain.copies import LONGEST
from filet.domain.errors import DossierHeld, NotAllowed, SamePerson, WrongPassphrase
from filet.domain.ids import HOUSE
from filet.domain.kinds import Duty, ErasureReason, FileDestroyed, HoldReason, NoteWritten, Why

REASON = ErasureReason.RETENTION
SECOND = ("CD", PASSPHRASE + "CD")


class Two(Scene):
    """A house where a second person works."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.other = self.house.let_in(self.desk, "CD")
        self.begin()
        self.note("à détruire")

    @property
    def destroying(self) -> Destroying:
        folder = self.house.folder
        return Destroying(
            self.desk,
            Erasing(self.desk),
            self.house.workers(self.desk),
            lambda: replacing.beside(folder),
        )


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Two]:
    made = Two(tmp_path)
    yield made
    made.lock()


def test_two_destroy_a_dossier_and_the_entry_says_who(scene: Two) -> None:
    certificate = scene.destroying.destroy(scene.case, REASON, SECOND).value
    gone = certificate.gone
    assert (gone.number, gone.second) == ("26-A-0001", scene.other)
    assert certificate.entry.by == scene.entered.worker
    assert certificate.entry.signed
    assert scene.case not in set(scene.entered.vault.journal.cases())
    assert scene.house.check(scene.entered).findings == ()


def test_without_any_copy_it_is_destroyed_at_once(scene: Two) -> None:
    certificate = scene.destroying.destroy(scene.case, REASON, SECOND).value
    assert certificate.destroyed
    assert certificate.gone.copies_until is None


def test_a_copy_that_still_holds_it_is_named_with_until_when(scene: Two) -> None:
    (name,) = scene.backing.run().value
    certificate = scene.destroying.destroy(scene.case, REASON, SECOND).value
    assert certificate.copies == (name,)
    assert certificate.gone.copies == (name,)
    assert certificate.gone.copies_until == scene.house.clock.today() + LONGEST
    assert not certificate.destroyed


def test_a_copy_made_since_does_not_hold_it(scene: Two) -> None:
    scene.destroying.destroy(scene.case, REASON, SECOND)
    scene.backing.run()
    assert scene.destroying.certificates()[0].destroyed


def test_it_is_destroyed_once_the_last_copy_is_gone(scene: Two) -> None:
    (name,) = scene.backing.run().value
    scene.destroying.destroy(scene.case, REASON, SECOND)
    scene.backing.note_gone((name,), Why.DESTROYED)
    assert scene.destroying.certificates()[0].destroyed


def test_a_copy_does_not_outstay_what_was_promised(scene: Two) -> None:
    (name,) = scene.backing.run().value
    scene.destroying.destroy(scene.case, REASON, SECOND)
    scene.house.clock.move(days=LONGEST.days + 1)
    scene.backing.run()
    assert not (scene.place / name).exists()
    assert scene.destroying.certificates()[0].destroyed


def test_dossiers_set_aside_by_a_restore_are_named_as_well(scene: Two) -> None:
    (scene.house.folder / "mis-de-cote_2026-11-01_1200").mkdir()
    certificate = scene.destroying.destroy(scene.case, REASON, SECOND).value
    assert certificate.copies == ("mis-de-cote_2026-11-01_1200",)
    (scene.house.folder / "mis-de-cote_2026-11-01_1200").rmdir()
    assert scene.destroying.certificates()[0].destroyed


def test_one_person_alone_destroys_nothing(scene: Two) -> None:
    with pytest.raises(SamePerson):
        scene.destroying.destroy(scene.case, REASON, ("AB", PASSPHRASE))
    with pytest.raises(WrongPassphrase):
        scene.destroying.destroy(scene.case, REASON, ("CD", "autre chose"))
    assert scene.desk.read(scene.case).all(NoteWritten)


def test_who_does_not_manage_the_house_destroys_nothing(scene: Two) -> None:
    scene.lock()
    scene.entered = scene.house.unlocking.unlock(scene.house.folder, *SECOND)
    scene.begin()
    assert scene.desk.duty is Duty.WORKER
    with pytest.raises(NotAllowed):
        scene.destroying.destroy(scene.case, REASON, ("AB", PASSPHRASE))


@pytest.mark.parametrize("why", HoldReason)
def test_a_dossier_that_is_held_is_not_destroyed(scene: Two, why: HoldReason) -> None:
    scene.destroying.hold(scene.case, why, "assignation")
    with pytest.raises(DossierHeld):
        scene.destroying.destroy(scene.case, REASON, SECOND)
    assert scene.desk.read(scene.case).all(NoteWritten)


def test_a_hold_that_was_lifted_holds_nothing(scene: Two) -> None:
    until = scene.house.clock.today() + timedelta(days=90)
    scene.destroying.hold(scene.case, HoldReason.COURT, "assignation", until)
    (held,) = scene.destroying.holds(scene.case)
    assert held.until == until
    scene.destroying.lift(scene.case, "jugement rendu")
    assert scene.destroying.holds(scene.case) == ()
    scene.destroying.destroy(scene.case, REASON, SECOND)


def test_a_second_signature_that_was_forged_is_reported(scene: Two) -> None:
    scene.destroying.destroy(scene.case, REASON, SECOND)
    (entry,) = scene.entered.vault.journal.of_kinds(("file_destroyed/1",), HOUSE)
    assert isinstance(entry.content, FileDestroyed)
    forged = entry.content.second_signature.replace("a", "b").encode()
    tampered(
        scene.entered,
        "UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), ?, ?) AS BLOB) WHERE seq = ?",
        values=(entry.content.second_signature, forged.decode(), entry.ref.seq),
    )
    whats = {one.what for one in scene.house.check(scene.entered).findings}
    assert {"second", "chain"} <= whats
