"""Nothing is deleted; entries speak of one another."""

from functools import cache
from random import Random

import pytest
from builders import blanked, entry, ref
from histories import CASE, REASON, history, living, named

from filet.domain.casefile import CaseFile, apply, fold
from filet.domain.ids import Ref
from filet.domain.journal import Entry
from filet.domain.kinds import (
    ContentRemoved,
    FileDestroyed,
    NoteWritten,
    TakenBack,
    WorkerEnrolled,
)
from filet.domain.standing import in_order, standing

NOTE = NoteWritten("note")
HISTORIES = range(3000)


def counting(*entries: Entry) -> set[Ref]:
    ordered = in_order(entries)
    stand = standing(ordered)
    return {
        one.ref for one in ordered if stand.counts(one) and isinstance(one.content, NoteWritten)
    }


# One rule each ------------------------------------------------------------------------


def test_a_correction_takes_the_place_of_what_it_refers_to() -> None:
    assert counting(entry(("a", 1), NOTE), entry(("a", 2), NOTE, ("a", 1))) == named(("a", 2))


def test_a_kind_that_a_later_filet_invented_speaks_of_nothing() -> None:
    entries = [entry(("a", 1), NOTE), entry(("a", 2), None, ("a", 1))]
    assert counting(*entries) == named(("a", 1))
    assert apply(fold(CASE, entries[:1]), entries[1]) == fold(CASE, entries)


def test_two_corrections_of_one_entry_stay_two() -> None:
    first = entry(("a", 1), NOTE)
    left, right = entry(("b", 1), NOTE, ("a", 1), tick=2), entry(("c", 1), NOTE, ("a", 1), tick=2)
    assert counting(first, left, right) == named(("b", 1), ("c", 1))


def test_undoing_gives_back_what_was_replaced() -> None:
    entries = [entry(("a", 1), NOTE), entry(("a", 2), NOTE, ("a", 1))]
    assert counting(*entries, entry(("a", 3), TakenBack(), ("a", 2))) == named(("a", 1))


def test_redoing_takes_back_the_undo() -> None:
    entries = [entry(("a", 1), NOTE), entry(("a", 2), NOTE, ("a", 1))]
    entries += [entry(("a", 3), TakenBack(), ("a", 2)), entry(("a", 4), TakenBack(), ("a", 3))]
    assert counting(*entries) == named(("a", 2))


def test_an_erased_correction_gives_nothing_back() -> None:
    entries = [entry(("a", 1), NOTE), entry(("a", 2), NOTE, ("a", 1))]
    assert not counting(*entries, entry(("a", 3), ContentRemoved(REASON), ("a", 2)))


def test_an_emptied_correction_still_replaces() -> None:
    correction = blanked(entry(("a", 2), NOTE, ("a", 1)))
    removal = entry(("a", 3), ContentRemoved(REASON), ("a", 2))
    assert not counting(entry(("a", 1), NOTE), correction, removal)


def test_an_erasure_cannot_be_taken_back() -> None:
    entries = [entry(("a", 1), NOTE), entry(("a", 2), ContentRemoved(REASON), ("a", 1))]
    assert not counting(*entries, entry(("a", 3), TakenBack(), ("a", 2)))


def test_an_undo_cannot_be_erased_by_itself() -> None:
    entries = [entry(("a", 1), NOTE), entry(("a", 2), TakenBack(), ("a", 1))]
    assert not counting(*entries, entry(("a", 3), ContentRemoved(REASON), ("a", 2)))


def test_what_carries_the_chain_is_neither_erased_nor_taken_back() -> None:
    enrolled = entry(("a", 1), WorkerEnrolled(entry(("a", 1), NOTE).by, "AB", "", "", ""))  # type: ignore[arg-type]  # a writer is given
    removal = entry(("a", 2), ContentRemoved(REASON), ("a", 1))
    undo = entry(("a", 3), TakenBack(), ("a", 1))
    stand = standing([enrolled, removal, undo])
    assert stand.counts(enrolled)


def test_destroying_empties_everything_it_names() -> None:
    entries = [entry(("a", 1), NOTE), entry(("a", 2), NOTE), entry(("a", 3), NOTE)]
    gone = FileDestroyed(CASE, REASON, (), 2)
    assert counting(*entries, entry(("a", 4), gone, ("a", 1), ("a", 2))) == named(("a", 3))


def test_the_clock_has_no_part_in_the_order() -> None:
    late = entry(("a", 1), NOTE, tick=1, at=9_000)
    early = entry(("b", 1), NOTE, tick=2, at=1)
    assert [one.ref for one in in_order([early, late])] == [ref("a", 1), ref("b", 1)]


def test_equal_ticks_stand_by_chain_and_place() -> None:
    entries = [entry(("b", 1), NOTE, tick=5), entry(("a", 2), NOTE, tick=5)]
    assert [one.ref for one in in_order(entries)] == [ref("a", 2), ref("b", 1)]


def test_an_entry_cannot_speak_of_a_later_one() -> None:
    early = entry(("a", 1), TakenBack(), ("b", 9), tick=1)
    assert counting(early, entry(("b", 9), NOTE, tick=9)) == named(("b", 9))


def test_an_unknown_kind_says_nothing() -> None:
    unknown = entry(("a", 1), None)
    assert not standing([unknown]).counts(unknown)
    assert not unknown.blank


def test_a_reference_to_what_is_not_here_is_borne() -> None:
    assert counting(entry(("a", 2), NOTE, ("z", 7))) == named(("a", 2))


# Three thousand histories -------------------------------------------------------------


@cache
def histories() -> list[tuple[list[Entry], CaseFile]]:
    made = [history(seed) for seed in HISTORIES]
    return [(entries, fold(CASE, entries)) for entries in made]


def notes(file: CaseFile) -> set[Ref]:
    return {one.ref for one in file.live.of(NoteWritten)}


def test_the_histories_hold_every_turn_that_can_be_taken() -> None:
    kinds = [type(one.content) for entries, _ in histories() for one in entries]
    assert min(map(kinds.count, (NoteWritten, TakenBack, ContentRemoved, FileDestroyed))) > 100
    chains = [{one.ref.chain for one in entries} for entries, _ in histories()]
    assert sum(len(found) == 3 for found in chains) > 1000


def test_a_history_comes_to_the_same_in_whatever_order_it_is_joined() -> None:
    random = Random(1)  # noqa: S311 - nothing is protected by it
    for entries, file in histories():
        for _ in range(3):
            assert fold(CASE, random.sample(entries, len(entries))) == file


def test_a_history_comes_to_what_the_plain_rules_say() -> None:
    for entries, file in histories():
        assert notes(file) == living(entries)


def test_a_history_comes_to_the_same_when_what_is_named_is_emptied() -> None:
    for entries, file in histories():
        gone = file.standing.removed
        emptied = [blanked(one) if one.ref in gone else one for one in entries]
        assert notes(fold(CASE, emptied)) == notes(file)


def test_a_history_comes_to_the_same_when_only_some_was_emptied_yet() -> None:
    random = Random(2)  # noqa: S311 - nothing is protected by it
    for entries, file in histories():
        gone = {ref for ref in file.standing.removed if random.random() < 0.5}
        emptied = [blanked(one) if one.ref in gone else one for one in entries]
        assert notes(fold(CASE, emptied)) == notes(file)


def test_a_history_told_step_by_step_comes_to_its_fold() -> None:
    for entries, file in histories():
        told = CaseFile(CASE)
        for one in in_order(entries):
            told = apply(told, one)
        assert told == file


def test_a_history_that_arrives_out_of_order_comes_to_its_fold() -> None:
    random = Random(3)  # noqa: S311 - nothing is protected by it
    for entries, file in histories()[:1000]:
        told = CaseFile(CASE)
        for one in random.sample(entries, len(entries)):
            told = apply(told, one)
        assert told.live == file.live


def test_what_is_erased_never_comes_back() -> None:
    for entries, _ in histories():
        ordered, gone = in_order(entries), frozenset[Ref]()
        for length in range(1, len(ordered) + 1):
            stand = standing(ordered[:length])
            assert gone <= stand.removed
            assert not any(stand.counts(one) for one in ordered[:length] if one.ref in gone)
            gone = stand.removed


def test_what_is_replaced_counts_only_when_the_replacing_was_taken_back() -> None:
    for entries, file in histories():
        alive = notes(file)
        for one in entries:
            if isinstance(one.content, NoteWritten) and one.ref not in file.standing.void:
                assert not alive & set(one.refs)


@pytest.mark.parametrize("letter", ["a", "b", "c"])
def test_a_history_without_joins_is_what_its_writer_saw(letter: str) -> None:
    for entries, _ in histories()[:300]:
        own = [one for one in entries if one.ref.chain == ref(letter, 1).chain]
        assert notes(fold(CASE, own)) == living(own)
