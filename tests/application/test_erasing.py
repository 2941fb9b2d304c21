"""Erasing, moving, destroying: gone from everything that is read."""

from uuid import UUID

import pytest
from builders import WORKER, stated
from fakes.clock import FixedClock
from fakes.vault import FakeVault

from filet.application.calls import Calls, attached
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.erasing import Erasing
from filet.application.home import Chip, Home
from filet.application.keeping import DraftKey
from filet.application.undoing import Undoing
from filet.domain.errors import DiskFull, NotErasable
from filet.domain.ids import HOUSE, CallId, CaseId, Ref, StatementId, WorkerId
from filet.domain.instruments import Value
from filet.domain.journal import Carried
from filet.domain.kinds import (
    CallAttached,
    CallNoted,
    CaseCreated,
    ContentRemoved,
    ErasureReason,
    FileDestroyed,
    NoteWritten,
    PersonDescribed,
    StatementMade,
    TakenBack,
    WordsNoted,
)

REASON = ErasureReason.NOT_NECESSARY
CALL = CallId(UUID(int=4))


@pytest.fixture
def case(desk: Desk) -> CaseId:
    return Cases(desk).create("Lou", "Tremblay").value.case


def note(desk: Desk, case: CaseId, text: str) -> Ref:
    return desk.record(case, Write(NoteWritten(text))).refs(NoteWritten)[-1]


def draft(desk: Desk, key: DraftKey) -> None:
    desk.vault.write(lambda: desk.vault.drafts.save(key, b"x", 1))


def blank(desk: Desk, ref: Ref) -> bool:
    return desk.vault.journal.at([ref])[0].blank


def found(desk: Desk, word: str) -> int:
    return len(desk.vault.lists.search([word], 99))


# Erasing ------------------------------------------------------------------------------


def test_an_erased_note_says_nothing_any_more(desk: Desk, case: CaseId) -> None:
    ref, kept = note(desk, case, "de trop"), note(desk, case, "garder")
    file = Erasing(desk).erase(case, [ref], REASON, "direction").value
    assert [one.text for one in file.all(NoteWritten)] == ["garder"]
    assert blank(desk, ref)
    assert not blank(desk, kept)


def test_an_erasure_says_why_and_what_and_not_its_words(desk: Desk, case: CaseId) -> None:
    ref = note(desk, case, "de trop")
    file = Erasing(desk).erase(case, [ref], REASON, "direction").value
    (removal,) = file.live.of(ContentRemoved)
    assert removal.content == ContentRemoved(REASON, "direction")
    assert removal.refs == (ref,)
    assert removal.signed


def test_erased_words_are_not_found(desk: Desk, case: CaseId) -> None:
    ref = note(desk, case, "introuvable")
    assert found(desk, "introuvable") == 1
    Erasing(desk).erase(case, [ref], REASON)
    assert found(desk, "introuvable") == 0


def test_an_erasure_reaches_drafts_and_asks_for_traces_to_go(desk: Desk, case: CaseId) -> None:
    key = DraftKey(desk.worker, case, "note")
    other = DraftKey(desk.worker, CaseId(UUID(int=77)), "note")
    colleague = DraftKey(WorkerId(UUID(int=78)), case, "note")
    for one in (key, other, colleague):
        draft(desk, one)
    Erasing(desk).erase(case, [note(desk, case, "de trop")], REASON)
    assert desk.vault.drafts.read(key) is None
    assert desk.vault.drafts.read(other) == desk.vault.drafts.read(colleague) == b"x"
    assert getattr(desk.vault, "forgotten", 1) == 1


def test_an_erased_description_leaves_the_home_line_without_a_name(
    desk: Desk, case: CaseId
) -> None:
    Erasing(desk).erase(case, desk.read(case).refs(PersonDescribed), REASON)
    (line,) = desk.vault.lists.first(9)
    assert (line.given, line.initial) == ("", "")
    assert "lou" not in line.names


def test_erasing_a_correction_does_not_bring_the_former_back(desk: Desk, case: CaseId) -> None:
    first = desk.record(case, Write(stated(Value.NO))).refs(StatementMade)
    second = desk.record(case, Write(stated(Value.YES), first)).refs(StatementMade)
    file = Erasing(desk).erase(case, second, REASON).value
    assert file.all(StatementMade) == ()
    desk.leave()
    assert desk.read(case).all(StatementMade) == ()


def test_what_was_replaced_can_be_erased_too(desk: Desk, case: CaseId) -> None:
    first = desk.record(case, Write(stated(Value.NO))).refs(StatementMade)
    desk.record(case, Write(stated(Value.YES), first))
    file = Erasing(desk).erase(case, first, REASON).value
    assert [said.value for said in file.all(StatementMade)] == [Value.YES]
    assert blank(desk, first[0])


def test_an_attached_call_is_erased_with_every_note_of_it(desk: Desk, case: CaseId) -> None:
    calls = Calls(desk)
    first = calls.note(CallNoted(CALL, words="avant")).value
    second = calls.cut(first, "02:19").value
    file = calls.attach(case, CALL, second.ref).value
    third = calls.note(CallNoted(CALL, words="apres"), second).value
    Erasing(desk).erase(case, file.refs(CallAttached), REASON)
    assert all(blank(desk, one.ref) for one in (first, second, third))
    assert calls.latest() == ()
    assert found(desk, "avant") == found(desk, "apres") == 0


def test_another_call_is_left_alone(desk: Desk, case: CaseId) -> None:
    calls = Calls(desk)
    other = calls.note(CallNoted(CallId(UUID(int=5)), caller="autre")).value
    mine = calls.note(CallNoted(CALL, caller="Lou")).value
    file = calls.attach(case, CALL, mine.ref).value
    Erasing(desk).erase(case, file.refs(CallAttached), REASON)
    assert [line.entry for line in calls.latest()] == [other.ref]


@pytest.mark.parametrize("kind", [CaseCreated, ContentRemoved, TakenBack])
def test_what_holds_a_dossier_together_cannot_be_erased(
    desk: Desk, case: CaseId, kind: type[CaseCreated]
) -> None:
    ref = note(desk, case, "un")
    note(desk, case, "deux")
    Undoing(desk).undo(case)
    Erasing(desk).erase(case, [ref], REASON)
    (wanted, *_) = desk.read(case).refs(kind)
    with pytest.raises(NotErasable):
        Erasing(desk).erase(case, [wanted], REASON)
    assert not blank(desk, wanted)


def test_an_entry_of_another_dossier_cannot_be_erased_from_here(desk: Desk, case: CaseId) -> None:
    other = Cases(desk).create("Zoé").value.case
    ref = note(desk, other, "la sienne")
    with pytest.raises(NotErasable):
        Erasing(desk).erase(case, [ref], REASON)
    assert not blank(desk, ref)


def test_an_erasure_that_cannot_be_written_erases_nothing() -> None:
    vault = FakeVault()
    desk = Desk(vault, FixedClock(), WORKER)
    case = Cases(desk).create("Lou").value.case
    ref = note(desk, case, "garder")
    vault.fail_next = DiskFull()
    with pytest.raises(DiskFull):
        Erasing(desk).erase(case, [ref], REASON)
    assert [one.text for one in desk.read(case).all(NoteWritten)] == ["garder"]
    assert found(desk, "garder") == 1


# Moving -------------------------------------------------------------------------------


@pytest.fixture
def other(desk: Desk) -> CaseId:
    return Cases(desk).create("Zoé").value.case


def test_a_moved_note_keeps_who_wrote_it_first_and_when(
    desk: Desk, case: CaseId, other: CaseId
) -> None:
    ref = note(desk, case, "égarée")
    (first,) = desk.vault.journal.at([ref])
    assert first.by is not None
    assert first.moment is not None
    desk.clock.move(hours=5)  # type: ignore[attr-defined]  # the clock of tests
    file = Erasing(desk).move(case, [ref], other).value
    (moved,) = file.live.of(NoteWritten)
    assert (moved.content, moved.carried) == (
        NoteWritten("égarée"),
        Carried(first.by, first.moment),
    )


def test_a_note_moved_twice_still_says_who_wrote_it_first(
    desk: Desk, case: CaseId, other: CaseId
) -> None:
    ref = note(desk, case, "égarée")
    (first,) = desk.vault.journal.at([ref])
    there = Erasing(desk).move(case, [ref], other).value.refs(NoteWritten)
    back = Erasing(desk).move(other, there, case).value
    carried = back.live.of(NoteWritten)[0].carried
    assert carried is not None
    assert (carried.by, carried.moment) == (first.by, first.moment)


def test_a_moved_note_is_in_the_former_dossier_no_more(
    desk: Desk, case: CaseId, other: CaseId
) -> None:
    ref = note(desk, case, "egaree")
    Erasing(desk).move(case, [ref], other)
    assert blank(desk, ref)
    assert desk.fold(case).all(NoteWritten) == ()
    assert desk.fold(case).all(ContentRemoved) == (ContentRemoved(ErasureReason.WRONG_DOSSIER),)
    assert [found_in for found_in, _ in desk.vault.lists.search(["egaree"], 9)] == [other]


def test_words_and_notes_go_with_their_statement(desk: Desk, case: CaseId, other: CaseId) -> None:
    said = stated(Value.NO)
    first = desk.record(
        case,
        Write(said),
        Write(WordsNoted("ses mots", said.statement)),
        Write(NoteWritten("à côté", said.statement)),
        Write(NoteWritten("sans lien")),
    ).refs(StatementMade)
    second = desk.record(case, Write(stated(Value.YES), first)).refs(StatementMade)
    file = Erasing(desk).move(case, second, other).value
    assert [one.value for one in file.all(StatementMade)] == [Value.YES]
    assert [one.text for one in file.all(WordsNoted)] == ["ses mots"]
    assert [one.text for one in file.all(NoteWritten)] == ["à côté"]
    assert [one.text for one in desk.fold(case).all(NoteWritten)] == ["sans lien"]
    assert blank(desk, first[0])


def test_a_statement_of_another_identity_stays(desk: Desk, case: CaseId, other: CaseId) -> None:
    stays = stated(statement=StatementId(UUID(int=8)))
    file = desk.record(case, Write(stated()), Write(stays))
    Erasing(desk).move(case, file.refs(StatementMade)[:1], other)
    assert desk.fold(case).all(StatementMade) == (stays,)


def test_a_moved_attachment_takes_the_call_to_the_right_dossier(
    desk: Desk, case: CaseId, other: CaseId
) -> None:
    calls = Calls(desk)
    entry = calls.note(CallNoted(CALL, caller="Zoé")).value
    file = calls.attach(case, CALL, entry.ref).value
    moved = Erasing(desk).move(case, file.refs(CallAttached), other).value
    assert [one.ref for one in attached(moved)] == [entry.ref]
    assert attached(desk.fold(case)) == ()
    assert not blank(desk, entry.ref)
    assert [line.entry for line in calls.latest()] == [entry.ref]


# Destroying ---------------------------------------------------------------------------


def test_a_destroyed_dossier_is_nowhere(desk: Desk, case: CaseId) -> None:
    note(desk, case, "introuvable")
    key = DraftKey(desk.worker, case, "note")
    desk.vault.write(lambda: desk.vault.drafts.save(key, b"x", 1))
    refs = [one.ref for one in desk.read(case).entries]
    Erasing(desk).destroy(case, ErasureReason.RETENTION)
    assert all(blank(desk, ref) for ref in refs)
    assert desk.fold(case).entries == ()
    assert case not in set(desk.vault.journal.cases())
    assert desk.vault.lists.first(9) == ()
    assert desk.vault.drafts.read(key) is None
    assert found(desk, "introuvable") == found(desk, "lou") == 0


def test_one_entry_of_the_house_says_what_was_destroyed_and_up_to_where(
    desk: Desk, case: CaseId
) -> None:
    note(desk, case, "un")
    heads = tuple(Ref(head.chain, head.seq) for head in desk.vault.journal.heads())
    count = len(desk.read(case).entries)
    Erasing(desk).destroy(case, ErasureReason.RETENTION)
    (gone,) = desk.vault.journal.of_kinds(("file_destroyed/1",), HOUSE)
    assert gone.content == FileDestroyed(case, ErasureReason.RETENTION, heads, count)
    assert gone.signed
    assert len(gone.refs) == count


def test_destroying_reaches_what_was_erased_before_and_the_erasure(
    desk: Desk, case: CaseId
) -> None:
    ref = note(desk, case, "un")
    removal = Erasing(desk).erase(case, [ref], REASON).value.refs(ContentRemoved)[0]
    Erasing(desk).destroy(case, REASON)
    (gone,) = desk.vault.journal.of_kinds(("file_destroyed/1",), HOUSE)
    assert {ref, removal} <= set(gone.refs)
    assert blank(desk, removal)


def test_the_calls_of_a_dossier_go_with_it(desk: Desk, case: CaseId) -> None:
    calls = Calls(desk)
    first = calls.note(CallNoted(CALL, words="avant")).value
    second = calls.cut(first, "02:19").value
    calls.attach(case, CALL, second.ref)
    Erasing(desk).destroy(case, REASON)
    assert blank(desk, first.ref)
    assert blank(desk, second.ref)
    assert calls.latest() == ()


def test_a_call_attached_by_mistake_and_taken_back_stays(desk: Desk, case: CaseId) -> None:
    calls, right = Calls(desk), Cases(desk).create("Zoé").value.case
    entry = calls.note(CallNoted(CALL, caller="Zoé")).value
    calls.attach(case, CALL, entry.ref)
    Undoing(desk).undo(case)
    calls.attach(right, CALL, entry.ref)
    Erasing(desk).destroy(case, REASON)
    assert not blank(desk, entry.ref)
    assert [one.ref for one in attached(desk.fold(right))] == [entry.ref]


def test_another_dossier_is_left_as_it_was(desk: Desk, case: CaseId) -> None:
    other = Cases(desk).create("Zoé").value.case
    note(desk, other, "la sienne")
    before = desk.fold(other)
    Erasing(desk).destroy(case, REASON)
    assert desk.fold(other) == before
    assert [line.case for line in desk.vault.lists.first(9)] == [other]
    assert list(Home(desk).all().filtered(Chip.ALL)) == [0]
