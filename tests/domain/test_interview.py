"""How an interview stands: counts, order, what comes next, what her own eyes may see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest
from builders import CASE, entry, person

from filet.domain.casefile import fold
from filet.domain.ids import SessionId, StatementId
from filet.domain.instruments import (
    Instrument,
    Item,
    ItemType,
    Kind,
    Licence,
    LicenceClass,
    Value,
)
from filet.domain.interview import (
    Interview,
    calls_for_care,
    found,
    interview,
    tellable,
    version_of,
)
from filet.domain.kinds import (
    Content,
    MayTellHer,
    NoteWritten,
    PersonDescribed,
    Role,
    Source,
    SourceKind,
    StatementMade,
    WordsNoted,
)

NOW, BEFORE = SessionId(UUID(int=2)), SessionId(UUID(int=1))
HER, POLICE = Source(SourceKind.HER), Source(SourceKind.POLICE)
ITEMS = (
    Item("later_one"),
    Item("second", first_hour=2),
    Item("first", first_hour=1),
    Item("third", ItemType.TOLD, first_hour=3),
    Item("how_much", ItemType.SCALE),
)


def tool(items: Sequence[Item] = ITEMS) -> Instrument:
    licence = Licence(LicenceClass.OWN, "", "", "")
    return Instrument("tool", "2", Kind.INVENTORY, licence, tuple(items), (), date(2030, 1, 1))


def said(item: str, value: Value | None = Value.YES, **how: object) -> StatementMade:
    number = how.pop("number", hash((item, str(how.get("source")), how.get("session"))) % 10**9)
    key = item if "@" in item else f"{item}@tool-2"
    fields = {"source": HER, "session": NOW, "may_tell_her": MayTellHer.YES} | how
    return StatementMade(StatementId(UUID(int=int(str(number)))), key, value, **fields)  # type: ignore[arg-type] # what a test asks for


def asked(*contents: Content, items: Sequence[Item] = ITEMS) -> Interview:
    entries = [entry(("a", n), one) for n, one in enumerate(contents, 1)]
    return interview(fold(CASE, entries), tool(items), NOW)


def test_the_first_hour_comes_first_in_its_own_order() -> None:
    order = [one.item.id for one in asked().questions]
    assert order == ["first", "second", "third", "later_one", "how_much"]
    assert [one.number for one in asked().questions] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("value", [Value.YES, Value.NO, Value.UNKNOWN, Value.DECLINED])
def test_not_knowing_and_not_answering_count_as_answered(value: Value) -> None:
    assert asked(said("first", value)).answered == 1


def test_what_is_asked_later_does_not_count() -> None:
    one = asked(said("later_one"), said("how_much", None, scale=3))
    assert (one.answered, len(one.counted), one.later) == (0, 3, 0)
    assert asked().later == 2


def test_where_nothing_comes_first_everything_counts() -> None:
    one = asked(said("later_one"), items=(Item("later_one"), Item("other")))
    assert (one.answered, len(one.counted), one.later) == (1, 2, 0)


def test_free_words_count_once_they_are_said() -> None:
    statement = said("third", None)
    assert asked(statement).answered == 0
    assert asked(statement, WordsNoted("chez ma mère", statement.statement)).answered == 1
    assert asked(statement, WordsNoted("  ", statement.statement)).answered == 0


def test_words_do_not_answer_a_question_of_yes_or_no() -> None:
    statement = said("first", None)
    assert asked(statement, WordsNoted("peut-être", statement.statement)).answered == 0


def test_what_is_to_be_come_back_to_is_listed_wherever_it_stands() -> None:
    one = asked(said("later_one", None, to_resume=True), said("first", to_resume=True))
    assert [question.item.id for question in one.to_resume] == ["first", "later_one"]
    assert [question.item.id for question in one.open] == ["second", "third"]


def test_next_and_before_stop_at_the_ends() -> None:
    one = asked()
    first, last = one.questions[0], one.questions[-1]
    following = one.after(first.key)
    assert following is not None
    assert following.item.id == "second"
    assert one.after(first.key, -1) is None
    assert one.after(last.key) is None


def test_the_next_without_answer_is_looked_for_all_around() -> None:
    one = asked(said("third", Value.UNKNOWN), said("second"))
    ids = {question.item.id: question.key for question in one.questions}
    after = one.unanswered_after(ids["first"])
    around = one.unanswered_after(ids["how_much"])
    assert after is not None
    assert around is not None
    assert (after.item.id, around.item.id) == ("later_one", "first")
    full = asked(*(said(item.id, Value.UNKNOWN) for item in ITEMS))
    assert full.unanswered_after(ids["first"]) is None


def test_an_unknown_key_is_the_first_question() -> None:
    assert asked().question("nowhere").item.id == "first"


def test_her_voice_speaks_for_a_question_before_the_others() -> None:
    police = said("first", Value.NO, source=POLICE)
    one = asked(said("first", Value.YES), police).questions[0]
    assert one.shown is not None
    assert one.shown.statement.source == HER
    assert one.to_clarify
    alone = asked(said("first", None), police).questions[0]
    assert alone.shown is not None
    assert alone.shown.statement.source == POLICE


def test_former_answers_stay_apart_in_whatever_version() -> None:
    former = said("first@tool-1", Value.NO, session=BEFORE)
    one = asked(former, said("first")).questions[0]
    assert [(before.value, before.source) for before in one.former] == [(Value.NO, HER)]
    assert one.hers is not None
    assert one.hers.statement.value is Value.YES


def test_a_mark_of_before_is_no_former_answer() -> None:
    assert asked(said("first", None, session=BEFORE, to_resume=True)).questions[0].former == ()


def test_statements_of_other_instruments_are_not_looked_at() -> None:
    assert asked(said("first@other-1"), said("first@", number=4)).answered == 0


def test_an_interview_goes_on_in_the_version_in_which_it_began() -> None:
    file = fold(CASE, [entry(("a", 1), said("first@tool-1"))])
    assert version_of(file, "tool", NOW) == "1"
    assert version_of(file, "tool", BEFORE) is None
    assert version_of(file, "other", NOW) is None


def test_words_and_notes_stand_with_their_own_voice() -> None:
    hers, police = said("first"), said("first", source=POLICE)
    one = asked(
        hers,
        police,
        WordsNoted("les siens", hers.statement),
        WordsNoted("hier", hers.statement, detail="when"),
        WordsNoted("les leurs", police.statement, POLICE),
        NoteWritten("note", hers.statement),
    ).questions[0]
    assert one.hers is not None
    assert one.hers.words == {"": "les siens", "when": "hier"}
    assert one.hers.note == "note"
    other = one.voice(SourceKind.POLICE)
    assert other is not None
    assert other.words == {"": "les leurs"}


def test_she_is_none_of_the_persons_who_may_be_a_source() -> None:
    her = PersonDescribed(person(1), Role.HER, "Mirabelle")
    mother = PersonDescribed(person(2), Role.RELATIVE, "Rose")
    assert asked(her, mother).persons == (mother,)


@pytest.mark.parametrize(
    ("typed", "first"),
    [("arm", "second"), ("COU", "first"), ("serre", "first"), ("", "first"), ("éte", "third")],
)
def test_a_question_is_found_by_the_beginning_of_a_word(typed: str, first: str) -> None:
    names = {"first": "Il lui a serré le cou", "second": "Alarme, arme à portée", "third": "L'été"}
    assert found(asked().questions, names, typed)[0].item.id == first


def test_a_word_that_begins_so_comes_before_one_that_holds_it() -> None:
    names = {"first": "un désarmement", "second": "une arme"}
    assert [one.item.id for one in found(asked().questions, names, "arm")] == ["second", "first"]
    assert found(asked().questions, names, "zzz") == []


def test_what_calls_for_care_is_a_yes_a_number_or_words() -> None:
    one = asked(
        said("first"),
        said("second", Value.NO),
        said("how_much", None, scale=0),
        told := said("third", None),
        WordsNoted("mal au cou", told.statement),
    )
    calling = [q.item.id for q in one.questions if calls_for_care(q, q.hers)]
    assert calling == ["first", "third", "how_much"]


@pytest.mark.parametrize(
    ("source", "may", "seen"),
    [
        (HER, MayTellHer.YES, True),
        (HER, MayTellHer.NO, False),
        (HER, MayTellHer.UNDECIDED, False),
        (POLICE, MayTellHer.YES, False),
        (Source(SourceKind.TEAM), MayTellHer.YES, False),
    ],
)
def test_her_eyes_see_what_she_said_and_nothing_else(
    source: Source, may: MayTellHer, *, seen: bool
) -> None:
    one = asked(said("first", source=source, may_tell_her=may)).questions[0]
    assert tellable(one.voices[0]) is seen
    assert not tellable(None)
