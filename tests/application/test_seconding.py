"""Second readings, on real dossiers and real keys: two readings stay two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from builders import PASSPHRASE, House, tampered
from tools import shipped

from filet.adapters.catalogue import Catalogue
from filet.application.access import Accesses
from filet.application.appraising import Appraising, Judgement
from filet.application.cases import Cases
from filet.application.seconding import Seconding, SecondReading
from filet.application.undoing import Undoing
from filet.application.unlocking import Entered
from filet.domain.casefile import CaseFile
from filet.domain.errors import (
    NotAllowed,
    NothingToTakeBack,
    ReadOnlyDuty,
    ReasonMissing,
    SamePerson,
    WordsMissing,
    WrongPassphrase,
)
from filet.domain.ids import CaseId, LevelId
from filet.domain.kinds import Duty, Level, LevelSeconded, LevelSigned, Opinion
from filet.domain.moments import Due
from filet.domain.opinions import opinions, reader_of
from filet.domain.rows import case_line

DUE = Due(date(2027, 2, 18))


class Scene:
    """A level that AB signed, her colleague CD, and a trainee EF."""

    def __init__(self, root: Path, catalogue: Catalogue) -> None:
        self.house = House(root)
        self.catalogue = catalogue
        self.sit(self.house.create())
        self.other = self.house.let_in(self.desk, "CD")
        self.trainee = self.house.let_in(self.desk, "EF", Duty.TRAINEE)
        self.desk.look_again()
        self.case: CaseId = Cases(self.desk).create("Mirabelle").value.case
        self.level = self.sign(Level.AGGRAVATED)

    def sit(self, entered: Entered) -> None:
        self.entered = entered
        self.desk = self.house.desk(entered)
        self.seconding = Seconding(self.desk, self.house.workers(self.desk))

    def change(self, initials: str) -> None:
        self.house.unlocking.lock(self.entered)
        self.sit(self.house.enter(initials) if initials != "AB" else self.house.unlock())

    def sign(self, level: Level) -> LevelId:
        judged = Judgement(level, (), (), "Il sait qu'elle part.", DUE, taken_into_account="vu")
        Appraising(self.desk, self.catalogue).sign(self.case, judged)
        signed = self.file.last(LevelSigned)
        assert signed is not None
        return signed.level_id

    def differs(self, level: Level = Level.IMMINENT, why: str = "Il est là.") -> SecondReading:
        return SecondReading(self.level, Opinion.DIFFERS, level, why)

    def here(self, reading: SecondReading, initials: str = "CD") -> CaseFile:
        by = (initials, PASSPHRASE + initials)
        return self.seconding.second_here(self.case, reading, by).value

    @property
    def file(self) -> CaseFile:
        return self.desk.read(self.case)

    @property
    def shares(self) -> SecondReading:
        return SecondReading(self.level, Opinion.SHARES)


@pytest.fixture
def scene(tmp_path: Path, repository: Path) -> Iterator[Scene]:
    made = Scene(tmp_path, shipped())
    yield made
    made.house.unlocking.lock(made.entered)


def test_a_colleague_shares_a_level_in_her_own_session(scene: Scene) -> None:
    scene.change("CD")
    scene.seconding.second(scene.case, scene.shares)
    (read,) = opinions(scene.file, scene.level)
    assert reader_of(read) == scene.other
    said = read.content
    assert isinstance(said, LevelSeconded)
    assert (said.opinion, said.level) == (Opinion.SHARES, Level.AGGRAVATED)
    assert scene.house.check(scene.entered).findings == ()


def test_a_colleague_signs_with_her_own_passphrase_at_the_desk_of_the_other(scene: Scene) -> None:
    (read,) = opinions(scene.here(scene.differs()), scene.level)
    assert reader_of(read) == scene.other
    assert read.by == scene.desk.worker
    assert scene.house.check(scene.entered).findings == ()


def test_a_second_reading_that_was_rewritten_is_found(scene: Scene) -> None:
    scene.here(scene.differs())
    tampered(
        scene.entered,
        "UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), 'imminent', 'moderate') AS BLOB)"
        " WHERE kind = 'level_seconded/1'",
    )
    found = {finding.what for finding in scene.house.check(scene.entered).findings}
    assert "second" in found


def test_both_stay_and_the_more_severe_shows_on_the_list(scene: Scene) -> None:
    file = scene.here(scene.differs())
    assert [level.level for level in file.all(LevelSigned)] == [Level.AGGRAVATED]
    line = case_line(file)
    assert line is not None
    assert line.level is Level.IMMINENT
    assert line.sort.startswith("0")


def test_a_milder_second_reading_takes_nothing_away_by_being_last(scene: Scene) -> None:
    line = case_line(scene.here(scene.differs(Level.MODERATE)))
    assert line is not None
    assert line.level is Level.AGGRAVATED


def test_a_new_appreciation_leaves_the_readings_of_the_former_one_behind(scene: Scene) -> None:
    scene.here(scene.differs())
    scene.sign(Level.MODERATE)
    line = case_line(scene.file)
    assert line is not None
    assert line.level is Level.MODERATE
    assert len(opinions(scene.file, scene.level)) == 1


def test_the_same_level_may_be_held_for_other_reasons(scene: Scene) -> None:
    (read,) = opinions(scene.here(scene.differs(Level.AGGRAVATED, "Les enfants.")), scene.level)
    assert isinstance(read.content, LevelSeconded)
    assert read.content.reasons == "Les enfants."


def test_a_reader_who_thinks_again_replaces_her_own_reading_and_no_other(scene: Scene) -> None:
    scene.here(scene.differs())
    file = scene.here(scene.shares)
    (read,) = opinions(file, scene.level)
    assert isinstance(read.content, LevelSeconded)
    assert read.content.opinion is Opinion.SHARES
    assert len([one for one in file.entries if isinstance(one.content, LevelSeconded)]) == 2


def test_nobody_reads_her_own_level_a_second_time(scene: Scene) -> None:
    with pytest.raises(SamePerson):
        scene.seconding.second(scene.case, scene.shares)
    with pytest.raises(SamePerson):
        scene.seconding.second_here(scene.case, scene.shares, ("AB", PASSPHRASE))
    scene.change("CD")
    with pytest.raises(SamePerson):
        scene.seconding.second_here(scene.case, scene.shares, ("AB", PASSPHRASE))


def test_a_different_reading_says_why(scene: Scene) -> None:
    with pytest.raises(ReasonMissing):
        scene.here(scene.differs(why="  "))


def test_a_wrong_passphrase_keeps_nothing(scene: Scene) -> None:
    with pytest.raises(WrongPassphrase):
        scene.seconding.second_here(scene.case, scene.shares, ("CD", "autre chose"))
    assert opinions(scene.file, scene.level) == ()


def test_who_only_reads_signs_no_reading(scene: Scene) -> None:
    with pytest.raises(ReadOnlyDuty):
        scene.here(scene.shares, "EF")


def test_a_dossier_that_is_closed_to_her_is_not_read_a_second_time(scene: Scene) -> None:
    Accesses(scene.desk).close(scene.case, scene.other, "parenté")
    with pytest.raises(NotAllowed):
        scene.here(scene.shares)


def test_a_level_that_was_withdrawn_has_no_second_reader(scene: Scene) -> None:
    Appraising(scene.desk, scene.catalogue).withdraw(scene.case, scene.level, "Mauvais dossier.")
    with pytest.raises(WordsMissing):
        scene.here(scene.shares)


def test_undo_stops_before_a_second_reading(scene: Scene) -> None:
    scene.here(scene.differs())
    with pytest.raises(NothingToTakeBack):
        Undoing(scene.desk).undo(scene.case)
