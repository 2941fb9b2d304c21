"""A dossier is the fold of its entries."""

from uuid import UUID

from builders import CASE, blanked, entry, ref, stated

from filet.domain.casefile import CaseFile, apply, fold
from filet.domain.ids import StatementId
from filet.domain.instruments import Value
from filet.domain.kinds import ContentRemoved, ErasureReason, NoteWritten, StatementMade, TakenBack

OTHER = StatementId(UUID(int=2))


def test_an_empty_dossier_says_nothing() -> None:
    file = fold(CASE, [])
    assert file == CaseFile(CASE)
    assert file.last(NoteWritten) is None
    assert file.all(NoteWritten) == ()


def test_what_counts_is_read_in_order() -> None:
    entries = [entry(("a", 2), NoteWritten("deux")), entry(("a", 1), NoteWritten("un"))]
    file = fold(CASE, entries)
    assert [note.text for note in file.all(NoteWritten)] == ["un", "deux"]
    assert file.last(NoteWritten) == NoteWritten("deux")


def test_a_correction_says_which_entries_it_would_replace() -> None:
    entries = [entry(("a", 1), stated()), entry(("a", 2), stated(statement=OTHER))]
    found = fold(CASE, entries).refs(StatementMade, lambda said: said.statement == OTHER)
    assert found == (ref("a", 2),)


def test_what_was_replaced_can_still_be_read() -> None:
    first = entry(("a", 1), stated(Value.NO))
    second = entry(("a", 2), stated(Value.YES), ("a", 1))
    file = fold(CASE, [first, second])
    assert file.superseded_by(second) == (first,)
    assert [said.value for said in file.all(StatementMade)] == [Value.YES]


def test_what_was_emptied_cannot_be_read_as_replaced() -> None:
    second = entry(("a", 2), NoteWritten("deux"), ("a", 1))
    file = fold(CASE, [blanked(entry(("a", 1), NoteWritten("un"))), second])
    assert file.superseded_by(second) == ()


def test_an_entry_is_found_by_its_place() -> None:
    note = entry(("a", 1), NoteWritten("un"))
    file = fold(CASE, [note])
    assert file.entry(ref("a", 1)) == note
    assert file.entry(ref("a", 2)) is None


def test_an_unknown_kind_is_kept_and_shown() -> None:
    unknown = entry(("a", 1), None)
    assert fold(CASE, [unknown]).entries == (unknown,)


def test_one_more_entry_changes_only_what_it_says() -> None:
    before = fold(CASE, [entry(("a", 1), NoteWritten("un"))])
    after = apply(before, entry(("a", 2), stated()))
    assert after.all(NoteWritten) == before.all(NoteWritten)
    assert len(before.entries) == 1


def test_taking_back_is_folded_again() -> None:
    before = fold(CASE, [entry(("a", 1), stated(Value.NO)), entry(("a", 2), stated(), ("a", 1))])
    after = apply(before, entry(("a", 3), TakenBack(), ("a", 2)))
    assert [said.value for said in after.all(StatementMade)] == [Value.NO]


def test_a_removal_leaves_no_word_of_what_it_names() -> None:
    before = fold(CASE, [entry(("a", 1), NoteWritten("un"))])
    removal = entry(("a", 2), ContentRemoved(ErasureReason.RECTIFIED), ("a", 1))
    assert apply(before, removal).all(NoteWritten) == ()


def test_the_dossier_up_to_a_day_is_the_same_function_on_fewer_entries() -> None:
    entries = [entry(("a", seq), NoteWritten(str(seq)), at=seq * 1000) for seq in range(1, 6)]
    then = fold(CASE, [one for one in entries if one.moment and one.moment.at <= 3000])
    assert [note.text for note in then.all(NoteWritten)] == ["1", "2", "3"]
