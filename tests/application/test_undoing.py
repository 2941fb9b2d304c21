"""Undo and redo are computed from the journal."""

from pathlib import Path
from uuid import UUID

import pytest
from builders import House, person, stated

from filet.application.calls import Calls, attached
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.erasing import Erasing
from filet.application.undoing import Undoing
from filet.domain.errors import NothingToTakeBack
from filet.domain.ids import CallId, CaseId, LevelId, StatementId, WorkerId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    CallNoted,
    CaseCreated,
    ErasureReason,
    Level,
    LevelSigned,
    NoteWritten,
    PersonDescribed,
    StatementMade,
)

CALL = CallId(UUID(int=4))


@pytest.fixture
def case(desk: Desk) -> CaseId:
    """Return a dossier that was just opened."""
    cases = Cases(desk)
    case = cases.create("Lou").value.case
    cases.open(case)
    return case


def note(desk: Desk, case: CaseId, *texts: str) -> None:
    desk.record(case, *(Write(NoteWritten(text)) for text in texts))


def notes(desk: Desk, case: CaseId) -> list[str]:
    """Return the notes that count; read from the journal again, as after a lock."""
    kept = [one.text for one in desk.read(case).all(NoteWritten)]
    assert kept == [one.text for one in desk.fold(case).all(NoteWritten)]
    return kept


def undo(desk: Desk, case: CaseId, times: int = 1) -> None:
    for _ in range(times):
        Undoing(desk).undo(case)


def redo(desk: Desk, case: CaseId, times: int = 1) -> None:
    for _ in range(times):
        Undoing(desk).redo(case)


def nothing_to_undo(desk: Desk, case: CaseId) -> None:
    with pytest.raises(NothingToTakeBack):
        Undoing(desk).undo(case)


def nothing_to_redo(desk: Desk, case: CaseId) -> None:
    with pytest.raises(NothingToTakeBack):
        Undoing(desk).redo(case)


def test_undoing_takes_the_last_act_back(desk: Desk, case: CaseId) -> None:
    note(desk, case, "un")
    note(desk, case, "deux")
    undo(desk, case)
    assert notes(desk, case) == ["un"]


def test_undoing_deletes_nothing(desk: Desk, case: CaseId) -> None:
    note(desk, case, "un")
    before = len(desk.read(case).entries)
    undo(desk, case)
    assert len(desk.read(case).entries) == before + 1
    assert "un" in {getattr(one.content, "text", "") for one in desk.read(case).entries}


def test_an_act_of_several_entries_is_taken_back_whole(desk: Desk, case: CaseId) -> None:
    note(desk, case, "avant")
    note(desk, case, "un", "deux", "trois")
    undo(desk, case)
    assert notes(desk, case) == ["avant"]
    redo(desk, case)
    assert notes(desk, case) == ["avant", "un", "deux", "trois"]


def test_undoing_a_correction_gives_the_former_back(desk: Desk, case: CaseId) -> None:
    first = desk.record(case, Write(stated(Value.NO))).refs(StatementMade)
    desk.record(case, Write(stated(Value.YES), first))
    undo(desk, case)
    assert [said.value for said in desk.read(case).all(StatementMade)] == [Value.NO]


def test_each_undo_goes_one_act_further(desk: Desk, case: CaseId) -> None:
    for text in ("un", "deux", "trois"):
        note(desk, case, text)
    undo(desk, case, 2)
    assert notes(desk, case) == ["un"]
    redo(desk, case, 2)
    assert notes(desk, case) == ["un", "deux", "trois"]
    nothing_to_redo(desk, case)


def test_undo_and_redo_can_go_on_for_ever(desk: Desk, case: CaseId) -> None:
    note(desk, case, "un")
    note(desk, case, "deux")
    for _ in range(4):
        undo(desk, case)
        assert notes(desk, case) == ["un"]
        redo(desk, case)
        assert notes(desk, case) == ["un", "deux"]


def test_a_new_act_clears_what_could_be_redone(desk: Desk, case: CaseId) -> None:
    note(desk, case, "un")
    undo(desk, case)
    note(desk, case, "autre")
    nothing_to_redo(desk, case)
    undo(desk, case)
    assert notes(desk, case) == []


def test_there_is_nothing_to_undo_before_anything_was_written(desk: Desk, case: CaseId) -> None:
    nothing_to_undo(desk, case)
    nothing_to_redo(desk, case)


def test_what_was_written_before_the_dossier_was_opened_stays(desk: Desk, case: CaseId) -> None:
    note(desk, case, "hier")
    Cases(desk).open(case)
    nothing_to_undo(desk, case)


def test_undoing_goes_on_after_a_lock(desk: Desk, case: CaseId) -> None:
    note(desk, case, "un")
    note(desk, case, "deux")
    desk.leave()
    Cases(desk).open(case, resumed=True)
    undo(desk, case, 2)
    assert notes(desk, case) == []
    Cases(desk).open(case, resumed=True)
    redo(desk, case)
    assert notes(desk, case) == ["un"]


def test_a_signature_is_never_crossed(desk: Desk, case: CaseId) -> None:
    note(desk, case, "avant")
    level = LevelSigned(
        LevelId(UUID(int=1)), Level.MODERATE, (person(1),), (), "r", None, False, (), (), "", "", ()
    )
    desk.record(case, Write(level))
    nothing_to_undo(desk, case)
    note(desk, case, "après")
    undo(desk, case)
    nothing_to_undo(desk, case)
    assert notes(desk, case) == ["avant"]


def test_an_erasure_is_never_crossed(desk: Desk, case: CaseId) -> None:
    note(desk, case, "un")
    note(desk, case, "deux")
    refs = desk.read(case).refs(NoteWritten)
    Erasing(desk).erase(case, refs[:1], ErasureReason.RECTIFIED)
    nothing_to_undo(desk, case)


def test_what_another_worker_wrote_is_never_crossed(desk: Desk, case: CaseId) -> None:
    note(desk, case, "le mien")
    other = Desk(desk.vault, desk.clock, WorkerId(UUID(int=99)))
    note(other, case, "le sien")
    desk.leave()
    nothing_to_undo(desk, case)
    nothing_to_redo(desk, case)


def test_a_dossier_is_not_undone(desk: Desk, case: CaseId) -> None:
    assert desk.read(case).last(CaseCreated) is not None
    nothing_to_undo(desk, case)
    assert desk.read(case).last(PersonDescribed) is not None


def test_the_first_name_of_a_dossier_is_not_undone_before_it_was_read(desk: Desk) -> None:
    case = Cases(desk).create("Zoé").value.case
    nothing_to_undo(desk, case)
    note(desk, case, "un")
    undo(desk, case)
    nothing_to_undo(desk, case)
    assert desk.vault.lists.first(1)[0].given == "Zoé"


def test_what_was_moved_here_is_not_undone(desk: Desk, case: CaseId) -> None:
    note(desk, case, "égarée")
    other = Cases(desk).create("Zoé").value.case
    Cases(desk).open(other)
    Erasing(desk).move(case, desk.read(case).refs(NoteWritten), other)
    nothing_to_undo(desk, other)
    assert notes(desk, other) == ["égarée"]


def test_undoing_detaches_a_call_and_leaves_the_call(desk: Desk, case: CaseId) -> None:
    calls = Calls(desk)
    entry = calls.note(CallNoted(CALL, caller="Lou")).value
    calls.attach(case, CALL, entry.ref)
    undo(desk, case)
    assert attached(desk.read(case)) == ()
    nothing_to_undo(desk, case)
    assert [line.entry for line in calls.latest()] == [entry.ref]
    assert desk.vault.lists.search(["lou"], 9)


def test_words_that_were_taken_back_are_not_found(desk: Desk, case: CaseId) -> None:
    note(desk, case, "introuvable")
    undo(desk, case)
    assert desk.vault.lists.search(["introuvable"], 9) == ()
    redo(desk, case)
    assert len(desk.vault.lists.search(["introuvable"], 9)) == 1


def test_words_of_a_correction_give_way_to_the_former_when_undone(desk: Desk, case: CaseId) -> None:
    note(desk, case, "premier")
    refs = desk.read(case).refs(NoteWritten)
    desk.record(case, Write(NoteWritten("second"), refs))
    assert desk.vault.lists.search(["premier"], 9) == ()
    undo(desk, case)
    assert desk.vault.lists.search(["second"], 9) == ()
    assert len(desk.vault.lists.search(["premier"], 9)) == 1


def test_the_home_line_follows_an_undo(desk: Desk, case: CaseId) -> None:
    her = desk.read(case).all(PersonDescribed)[0]
    Cases(desk).describe(case, PersonDescribed(her.person, her.role, "Louise"))
    assert desk.vault.lists.first(1)[0].given == "Louise"
    undo(desk, case)
    assert desk.vault.lists.first(1)[0].given == "Lou"


def test_undoing_survives_the_closing_of_the_vault(tmp_path: Path) -> None:
    house = House(tmp_path)
    entered = house.create()
    desk = house.desk(entered)
    case = Cases(desk).create("Lou").value.case
    Cases(desk).open(case)
    desk.record(case, Write(stated(Value.YES, statement=StatementId(UUID(int=7)))))
    entered.vault.close()
    entered = house.unlock()
    desk = house.desk(entered)
    Cases(desk).open(case, resumed=True)
    Undoing(desk).undo(case)
    assert desk.read(case).all(StatementMade) == ()
    entered.vault.close()
