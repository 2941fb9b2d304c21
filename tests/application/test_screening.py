"""What is said is kept the moment it is chosen, and tells her no more than was decided."""

from dataclasses import replace
from uuid import UUID

import pytest
from builders import stated

from filet.application.cases import Cases
from filet.application.desk import Desk
from filet.application.keeping import DraftKey
from filet.application.screening import Screening, new_session, new_statement
from filet.domain.errors import WordsMissing
from filet.domain.ids import CaseId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    Manner,
    MayTellHer,
    SessionBegun,
    SessionEnded,
    Source,
    SourceKind,
    StatementMade,
    WordsNoted,
)
from filet.domain.moments import Told

FOREIGN = [kind for kind in SourceKind if kind not in (SourceKind.HER, SourceKind.TEAM)]


@pytest.fixture
def case(desk: Desk) -> CaseId:
    return Cases(desk).create("Lou").value.case


def may(desk: Desk, case: CaseId) -> MayTellHer:
    (said,) = desk.fold(case).all(StatementMade)
    return said.may_tell_her


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_somebody_else_said_starts_undecided(
    desk: Desk, case: CaseId, kind: SourceKind
) -> None:
    Screening(desk).state(case, stated(said_by=kind))
    assert may(desk, case) is MayTellHer.UNDECIDED


@pytest.mark.parametrize("kind", [SourceKind.HER, SourceKind.TEAM])
def test_her_own_words_may_be_told_her(desk: Desk, case: CaseId, kind: SourceKind) -> None:
    Screening(desk).state(case, stated(said_by=kind))
    assert may(desk, case) is MayTellHer.YES


def test_correcting_what_somebody_else_said_does_not_decide(desk: Desk, case: CaseId) -> None:
    Screening(desk).state(case, stated(Value.NO, SourceKind.POLICE))
    Screening(desk).state(case, stated(Value.YES, SourceKind.POLICE))
    assert may(desk, case) is MayTellHer.UNDECIDED


def test_what_was_hers_and_is_somebody_elses_is_undecided(desk: Desk, case: CaseId) -> None:
    Screening(desk).state(case, stated(said_by=SourceKind.HER))
    Screening(desk).state(case, stated(said_by=SourceKind.RELATIVE))
    assert may(desk, case) is MayTellHer.UNDECIDED


def test_what_was_decided_about_one_source_does_not_hold_for_another(
    desk: Desk, case: CaseId
) -> None:
    said = stated(said_by=SourceKind.POLICE)
    Screening(desk).state(case, said)
    Screening(desk).decide(case, said.statement, MayTellHer.YES)
    Screening(desk).state(case, replace(said, source=Source(SourceKind.RELATIVE)))
    assert may(desk, case) is MayTellHer.UNDECIDED


@pytest.mark.parametrize("decided", [MayTellHer.YES, MayTellHer.NO])
def test_a_correction_keeps_what_was_decided(desk: Desk, case: CaseId, decided: MayTellHer) -> None:
    said = stated(Value.NO, SourceKind.POLICE)
    Screening(desk).state(case, said)
    Screening(desk).decide(case, said.statement, decided)
    assert may(desk, case) is decided
    Screening(desk).state(case, replace(said, value=Value.YES))
    assert may(desk, case) is decided


def test_what_nobody_stated_cannot_be_decided(desk: Desk, case: CaseId) -> None:
    with pytest.raises(WordsMissing):
        Screening(desk).decide(case, new_statement(), MayTellHer.YES)


def test_a_statement_of_the_same_identity_corrects_the_former(desk: Desk, case: CaseId) -> None:
    Screening(desk).state(case, stated(Value.NO))
    file = Screening(desk).state(case, stated(Value.YES)).value
    assert [said.value for said in file.all(StatementMade)] == [Value.YES]


def test_two_statements_about_one_thing_stay_two(desk: Desk, case: CaseId) -> None:
    for _ in range(2):
        file = Screening(desk).state(case, stated(statement=new_statement())).value
    assert len(file.all(StatementMade)) == 2


def test_a_draft_gives_way_to_its_entry(desk: Desk, case: CaseId) -> None:
    key = DraftKey(desk.worker, case, "mots")
    desk.vault.write(lambda: desk.vault.drafts.save(key, b"ses mots", 1))
    Screening(desk).quote(case, WordsNoted("ses mots"), key)
    assert desk.vault.drafts.read(key) is None


def test_her_words_are_kept_clean_and_otherwise_as_they_were(desk: Desk, case: CaseId) -> None:
    file = Screening(desk).quote(case, WordsNoted("e\u0301te\u0301\r\n« oui »\x00")).value
    assert [words.text for words in file.all(WordsNoted)] == ["été\n« oui »"]


def test_every_text_of_a_statement_is_kept_clean(desk: Desk, case: CaseId) -> None:
    file = Screening(desk).state(case, stated(happened=Told("e\u0301te\u0301\ud800"))).value
    assert file.all(StatementMade)[0].happened.said == "été\ufffd"
    assert desk.fold(case).all(StatementMade) == file.all(StatementMade)


def test_new_words_about_a_statement_take_the_place_of_the_former(desk: Desk, case: CaseId) -> None:
    statement = new_statement()
    Screening(desk).quote(case, WordsNoted("avant", statement))
    Screening(desk).quote(case, WordsNoted("seules"))
    file = Screening(desk).quote(case, WordsNoted("après", statement)).value
    assert [words.text for words in file.all(WordsNoted)] == ["seules", "après"]


@pytest.mark.parametrize("text", ["", "  ", "\n\t", "\x00"])
def test_no_words_are_no_quote(desk: Desk, case: CaseId, text: str) -> None:
    with pytest.raises(WordsMissing):
        Screening(desk).quote(case, WordsNoted(text))


def test_settling_an_interview_again_replaces_what_was_settled(desk: Desk, case: CaseId) -> None:
    session = new_session()
    Screening(desk).begin(case, SessionBegun(session, Manner.PHONE))
    file = Screening(desk).begin(case, SessionBegun(session, Manner.FACE_TO_FACE)).value
    assert [begun.manner for begun in file.all(SessionBegun)] == [Manner.FACE_TO_FACE]
    file = Screening(desk).end(case, SessionEnded(session, True, "coupé")).value
    assert file.last(SessionEnded) == SessionEnded(session, True, "coupé")


def test_identities_are_never_the_same(desk: Desk) -> None:
    assert len({new_session(), new_session(), UUID(int=0)}) == 3
