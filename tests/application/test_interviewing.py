"""What is kept while she is asked: whose voice, what replaces what, and what comes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tools import shipped

from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.interviewing import INVENTORY, Interviewing, Spot
from filet.application.keeping import DraftKey
from filet.application.screening import new_session
from filet.domain.errors import NothingToTakeBack
from filet.domain.ids import CaseId, SessionId
from filet.domain.instruments import Value
from filet.domain.interview import Question
from filet.domain.kinds import (
    CaseOpened,
    Interpreting,
    MayTellHer,
    Nature,
    NoteWritten,
    SessionBegun,
    SessionEnded,
    Source,
    SourceKind,
    StatementMade,
    WordsNoted,
)
from filet.domain.moments import Told

POLICE = Source(SourceKind.POLICE)
TEAM = Source(SourceKind.TEAM)


RESOURCES = Path(__file__).parents[2] / "resources"
CATALOGUE = shipped()


@pytest.fixture
def asking(desk: Desk) -> Interviewing:
    return Interviewing(desk, CATALOGUE)


@pytest.fixture
def case(desk: Desk) -> CaseId:
    return Cases(desk).create("Lou", "Tremblay").value.case


@pytest.fixture
def spot(desk: Desk, case: CaseId) -> Spot:
    session = new_session()
    desk.record(case, Write(CaseOpened()), Write(SessionBegun(session, language="es")))
    desk.clock.move(minutes=1)  # type: ignore[attr-defined] # the clock of a test
    return Spot(case, session, f"neck_squeezed@{INVENTORY}-1")


def asked(asking: Interviewing, spot: Spot) -> Question:
    return asking.read(spot.case, spot.session).question(spot.item)


def statements(desk: Desk, case: CaseId) -> tuple[StatementMade, ...]:
    return desk.read(case).all(StatementMade)


def test_an_answer_corrects_the_former_of_the_same_voice(
    desk: Desk, asking: Interviewing, spot: Spot
) -> None:
    asking.choose(spot, Value.YES)
    shown = asking.choose(spot, Value.NO).value
    (said,) = statements(desk, spot.case)
    assert (said.value, said.session, said.may_tell_her) == (Value.NO, spot.session, MayTellHer.YES)
    assert shown.question(spot.item).answered


def test_another_interview_never_replaces_what_was_said_before(
    desk: Desk, asking: Interviewing, spot: Spot
) -> None:
    asking.choose(spot, Value.YES)
    asking.choose(replace(spot, session=new_session()), Value.NO)
    assert [said.value for said in statements(desk, spot.case)] == [Value.YES, Value.NO]


def test_each_source_is_a_statement_of_its_own(
    desk: Desk, asking: Interviewing, spot: Spot
) -> None:
    asking.choose(spot, Value.YES)
    asking.choose(replace(spot, source=POLICE), Value.NO)
    asking.choose(replace(spot, source=TEAM), Value.YES)
    natures = {said.source.kind: said.nature for said in statements(desk, spot.case)}
    assert natures == {
        SourceKind.HER: Nature.REPORTED,
        SourceKind.POLICE: Nature.REPORTED,
        SourceKind.TEAM: Nature.OBSERVED,
    }
    assert asked(asking, spot).to_clarify


def test_what_the_police_say_starts_undecided_and_its_words_with_it(
    desk: Desk, asking: Interviewing, spot: Spot
) -> None:
    police = replace(spot, source=POLICE)
    asking.quote(police, "« rapport »")
    asking.choose(police, Value.YES)
    (words,) = desk.read(spot.case).all(WordsNoted)
    assert statements(desk, spot.case)[0].may_tell_her is MayTellHer.UNDECIDED
    assert (words.source, words.may_tell_her) == (POLICE, MayTellHer.UNDECIDED)


@pytest.mark.parametrize("may", [MayTellHer.YES, MayTellHer.NO])
def test_what_is_decided_holds_for_the_words_too(
    desk: Desk, asking: Interviewing, spot: Spot, may: MayTellHer
) -> None:
    police = replace(spot, source=POLICE)
    asking.quote(police, "« rapport »")
    asking.decide(police, may)
    asking.choose(police, Value.YES)
    asking.quote(police, "« rapport, deuxième version »")
    (words,) = desk.read(spot.case).all(WordsNoted)
    assert statements(desk, spot.case)[0].may_tell_her is may
    assert words.may_tell_her is may


def test_correcting_the_source_moves_the_words_and_decides_nothing(
    desk: Desk, asking: Interviewing, spot: Spot
) -> None:
    asking.choose(spot, Value.YES)
    asking.quote(spot, "il a dit")
    asking.quote(spot, "hier", "when")
    asking.attribute(spot, POLICE)
    (said,) = statements(desk, spot.case)
    assert (said.source, said.value, said.may_tell_her) == (
        POLICE, Value.YES, MayTellHer.UNDECIDED,
    )  # fmt: skip
    for words in desk.read(spot.case).all(WordsNoted):
        assert (words.source, words.may_tell_her) == (POLICE, MayTellHer.UNDECIDED)


def test_saying_which_police_service_keeps_what_was_decided(
    desk: Desk, asking: Interviewing, spot: Spot
) -> None:
    police = replace(spot, source=POLICE)
    asking.choose(police, Value.YES)
    asking.decide(police, MayTellHer.YES)
    asking.set_nature(police, Nature.OBSERVED)
    asking.attribute(police, replace(POLICE, organisation="SQ"))
    (said,) = statements(desk, spot.case)
    assert (said.may_tell_her, said.nature) == (MayTellHer.YES, Nature.OBSERVED)
    assert said.source.organisation == "SQ"


@pytest.mark.parametrize("act", ["attribute", "decide"])
def test_nothing_said_is_nothing_to_correct(asking: Interviewing, spot: Spot, act: str) -> None:
    with pytest.raises(NothingToTakeBack):
        getattr(asking, act)(spot, POLICE if act == "attribute" else MayTellHer.YES)


def test_when_it_happened_goes_with_a_yes_only(
    desk: Desk, asking: Interviewing, spot: Spot
) -> None:
    asking.choose(spot, Value.YES)
    asking.happened(spot, Told("dimanche"))
    assert statements(desk, spot.case)[0].happened.said == "dimanche"
    asking.choose(spot, Value.YES)
    assert statements(desk, spot.case)[0].happened.said == "dimanche"
    asking.choose(spot, Value.NO)
    assert statements(desk, spot.case)[0].happened == Told()


def test_a_mark_is_no_answer_and_an_answer_takes_it_away(
    desk: Desk, asking: Interviewing, spot: Spot
) -> None:
    asking.mark(spot, on=True)
    assert asked(asking, spot).to_resume
    assert not asked(asking, spot).answered
    asking.choose(spot, Value.UNKNOWN)
    assert not asked(asking, spot).to_resume
    asking.mark(spot, on=True)
    asking.mark(spot, on=False)
    assert [said.value for said in statements(desk, spot.case)] == [Value.UNKNOWN]


def test_words_come_with_a_statement_and_both_with_the_end_of_their_draft(
    desk: Desk, asking: Interviewing, spot: Spot
) -> None:
    key = DraftKey(desk.worker, spot.case, "interview/x")
    desk.vault.write(lambda: desk.vault.drafts.save(key, b"{}", 1))
    asking.quote(spot, "Il a ri.", draft=key)
    (said,) = statements(desk, spot.case)
    (words,) = desk.read(spot.case).all(WordsNoted)
    assert (words.statement, words.language, words.session) == (
        said.statement, "es", spot.session,
    )  # fmt: skip
    assert desk.vault.drafts.read(key) is None


def test_words_through_an_interpreter_say_so(
    desk: Desk, asking: Interviewing, case: CaseId
) -> None:
    session = new_session()
    desk.record(case, Write(SessionBegun(session, interpreting=Interpreting.PHONE)))
    asking.quote(Spot(case, session, f"neck_squeezed@{INVENTORY}-1"), "no sé")
    assert desk.read(case).all(WordsNoted)[0].through_interpreter


def test_words_about_a_detail_stand_beside_the_others(
    desk: Desk, asking: Interviewing, spot: Spot
) -> None:
    asking.quote(spot, "mes mots")
    asking.quote(spot, "une fois", "how_often")
    asking.quote(spot, "deux fois", "how_often")
    voice = asked(asking, spot).hers
    assert voice is not None
    assert voice.words == {"": "mes mots", "how_often": "deux fois"}


def test_emptied_words_are_gone_and_come_back_by_undo(
    asking: Interviewing, spot: Spot, desk: Desk
) -> None:
    asking.quote(spot, "mes mots")
    desk.clock.move(minutes=1)  # type: ignore[attr-defined] # the clock of a test
    asking.quote(spot, " ")
    voice = asked(asking, spot).hers
    assert voice is not None
    assert voice.words == {}
    asking.undo(spot)
    voice = asked(asking, spot).hers
    assert voice is not None
    assert voice.words == {"": "mes mots"}


def test_a_note_takes_the_place_of_the_former(desk: Desk, asking: Interviewing, spot: Spot) -> None:
    asking.note(spot, "calme")
    asking.note(spot, "trop calme")
    assert [note.text for note in desk.read(spot.case).all(NoteWritten)] == ["trop calme"]


def test_undo_gives_back_the_former_answer_and_names_its_question(
    desk: Desk, asking: Interviewing, spot: Spot
) -> None:
    other = replace(spot, item=f"stalking@{INVENTORY}-1")
    asking.choose(spot, Value.YES)
    asking.choose(spot, Value.NO)
    changed = asking.undo(other).value
    assert changed.item == spot.item
    assert statements(desk, spot.case)[0].value is Value.YES
    assert asking.redo(other).value.item == spot.item
    assert statements(desk, spot.case)[0].value is Value.NO


def test_undo_stops_at_the_beginning_of_the_interview(
    desk: Desk, asking: Interviewing, spot: Spot
) -> None:
    asking.choose(spot, Value.YES)
    asking.undo(spot)
    with pytest.raises(NothingToTakeBack):
        asking.undo(spot)
    assert len(desk.read(spot.case).all(SessionBegun)) == 1


def test_undo_never_reaches_into_another_interview(
    desk: Desk, asking: Interviewing, spot: Spot
) -> None:
    asking.choose(spot, Value.YES)
    with pytest.raises(NothingToTakeBack):
        asking.undo(replace(spot, session=new_session()))
    assert len(statements(desk, spot.case)) == 1


def test_a_pause_and_an_end_are_kept(desk: Desk, asking: Interviewing, spot: Spot) -> None:
    asking.stop(spot.case, spot.session, paused=True)
    asking.stop(spot.case, spot.session, paused=False)
    ended = desk.read(spot.case).all(SessionEnded)
    assert ended == (SessionEnded(spot.session, True), SessionEnded(spot.session, False))


def test_what_was_settled_is_found_by_its_interview(asking: Interviewing, spot: Spot) -> None:
    begun = asking.settled(spot.case, spot.session)
    assert begun is not None
    assert begun.session == spot.session
    assert asking.settled(spot.case, new_session()) is None


def test_another_instrument_is_asked_apart(desk: Desk, asking: Interviewing, case: CaseId) -> None:
    session: SessionId = new_session()
    desk.record(case, Write(SessionBegun(session, pack="hark-1")))
    asking.choose(Spot(case, session, "afraid@hark-1"), Value.YES)
    hark = asking.read(case, session)
    assert (hark.answered, len(hark.counted)) == (1, 4)
    other = new_session()
    desk.record(case, Write(SessionBegun(other)))
    assert asking.read(case, other).answered == 0


def test_what_may_begin_is_the_inventory_then_every_other(
    asking: Interviewing, case: CaseId
) -> None:
    beginning = asking.beginning(case)
    assert beginning.tools[0].id == INVENTORY
    assert {"hark", "da-2004", "wast"} <= {tool.id for tool in beginning.tools[1:]}
    assert beginning.going == ()


def test_the_boxes_of_a_form_are_asked_after_its_items_and_do_not_count(
    desk: Desk, asking: Interviewing, case: CaseId
) -> None:
    session = new_session()
    desk.record(case, Write(SessionBegun(session, pack="da-2004-1")))
    read = asking.read(case, session)
    assert [one.item.id for one in read.questions][-2:] == ["20", "3a"]
    assert (len(read.counted), read.later) == (20, 0)


def test_an_item_and_a_box_that_cannot_both_be_true_are_named(
    desk: Desk, asking: Interviewing, case: CaseId
) -> None:
    session = new_session()
    desk.record(case, Write(SessionBegun(session, pack="da-2004-1")))
    for item in ("3", "3a"):
        asking.choose(Spot(case, session, f"{item}@da-2004-1"), Value.YES)
    (pair,) = asking.read(case, session).impossible
    assert [one.item.id for one in pair] == ["3", "3a"]
    asking.choose(Spot(case, session, "3@da-2004-1"), Value.UNKNOWN)
    assert asking.read(case, session).impossible == ()
