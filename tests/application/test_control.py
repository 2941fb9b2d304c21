"""Words about control: kept as said, corrected and withdrawn by entries, on no sheet she takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from indoors import Indoors

from filet.application.composing import Issue
from filet.application.control import new_tactic
from filet.domain.errors import DayToCome, WordsMissing
from filet.domain.ids import CaseId
from filet.domain.kinds import (
    Destination,
    ErasureReason,
    Level,
    MayTellHer,
    Source,
    SourceKind,
    Still,
    TacticNoted,
    TacticWithdrawn,
    Whose,
)
from filet.domain.moments import Told

HERS = TacticNoted(
    new_tactic(), "isolation@filet-controle-1", "« Tu vois pu personne. »", still=Still.NOW,
    language="fr", happened=Told("depuis 2020"), may_tell_her=MayTellHer.YES,
)  # fmt: skip
SISTER = replace(
    HERS, note=new_tactic(), source=Source(SourceKind.RELATIVE), whose=Whose.OTHER,
    may_tell_her=MayTellHer.UNDECIDED,
)  # fmt: skip


@pytest.fixture
def house() -> Indoors:
    made = Indoors()
    made.enroll()
    return made


@pytest.fixture
def case(house: Indoors) -> CaseId:
    return house.case("Violette", "Essai-Côté")


def kept(house: Indoors, case: CaseId) -> tuple[TacticNoted, ...]:
    return house.desk.read(case).all(TacticNoted)


def test_words_are_kept_as_they_were_said(house: Indoors, case: CaseId) -> None:
    file = house.services.control.note(case, HERS).value
    assert kept(house, case) == (HERS,)
    (one,) = house.services.control.told(file).noted
    assert (one.said, one.on) == (HERS, house.clock.today())


def test_a_correction_takes_their_place_and_the_former_stay_readable(
    house: Indoors, case: CaseId
) -> None:
    house.services.control.note(case, HERS)
    corrected = replace(HERS, words="« Tu vois pus personne. »")
    file = house.services.control.note(case, corrected).value
    (entry,) = file.live.of(TacticNoted)
    assert entry.content == corrected
    assert [one.content for one in file.superseded_by(entry)] == [HERS]


def test_what_was_noted_by_mistake_is_withdrawn_with_a_reason_and_stays_readable(
    house: Indoors, case: CaseId
) -> None:
    house.services.control.note(case, HERS)
    file = house.services.control.withdraw(case, HERS.note, "  mauvaise ligne ").value
    assert kept(house, case) == ()
    (entry,) = file.live.of(TacticWithdrawn)
    assert entry.content == TacticWithdrawn(HERS.note, "mauvaise ligne")
    assert [one.content for one in file.superseded_by(entry)] == [HERS]


def test_a_withdrawal_can_be_undone(house: Indoors, case: CaseId) -> None:
    house.services.control.note(case, HERS)
    house.services.control.withdraw(case, HERS.note, "erreur")
    house.services.undoing.undo(case)
    assert kept(house, case) == (HERS,)


def test_nothing_is_withdrawn_without_a_reason_nor_twice(house: Indoors, case: CaseId) -> None:
    house.services.control.note(case, HERS)
    with pytest.raises(WordsMissing):
        house.services.control.withdraw(case, HERS.note, "  ")
    house.services.control.withdraw(case, HERS.note, "erreur")
    with pytest.raises(WordsMissing):
        house.services.control.withdraw(case, HERS.note, "encore")


@pytest.mark.parametrize("field", ["tactic", "words"])
def test_a_tactic_and_words_are_needed_and_nothing_else(
    field: str, house: Indoors, case: CaseId
) -> None:
    empty = replace(HERS, tactic="  ") if field == "tactic" else replace(HERS, words=" \n")
    with pytest.raises(WordsMissing) as missing:
        house.services.control.note(case, empty)
    assert missing.value.fields == {"field": field}
    house.services.control.note(case, TacticNoted(new_tactic(), HERS.tactic, "Il compte."))
    assert kept(house, case)[0].still is Still.UNKNOWN


def test_it_cannot_begin_tomorrow(house: Indoors, case: CaseId) -> None:
    today = house.clock.today()
    with pytest.raises(DayToCome):
        house.services.control.note(
            case, replace(HERS, happened=Told("", today + timedelta(days=1)))
        )
    house.services.control.note(case, replace(HERS, happened=Told("depuis ce matin", today)))
    assert kept(house, case)[0].happened.first == today


def test_what_somebody_close_told_is_not_hers_to_know_until_somebody_decides(
    house: Indoors, case: CaseId
) -> None:
    house.services.control.note(case, SISTER)
    assert kept(house, case)[0].may_tell_her is MayTellHer.UNDECIDED
    house.services.control.note(case, replace(SISTER, may_tell_her=MayTellHer.YES))
    assert kept(house, case)[0].may_tell_her is MayTellHer.YES


def test_what_a_worker_saw_is_told_by_the_team_whoever_was_chosen(
    house: Indoors, case: CaseId
) -> None:
    house.services.control.note(case, replace(SISTER, whose=Whose.TEAM))
    assert kept(house, case)[0].source == Source(SourceKind.TEAM)


def test_it_changes_neither_the_picture_nor_what_a_level_asserts(
    house: Indoors, case: CaseId
) -> None:
    before = house.services.appraising.picture(case)
    for _ in range(9):
        house.services.control.note(case, replace(HERS, note=new_tactic()))
    assert house.services.appraising.picture(case) == before
    house.sign(case, Level.MODERATE)


def test_it_stands_on_no_sheet_that_she_takes_nor_on_the_copy_of_her_plan(
    house: Indoors, case: CaseId
) -> None:
    house.services.control.note(case, replace(HERS, words="TZWORDS", happened=Told("TZWHEN")))
    for template, where in (
        ("stays", Destination.LIVES_APART),
        ("takes", Destination.LIVES_APART),
        ("takes", Destination.LIVES_WITH_HIM),
        ("card", Destination.LIVES_APART),
        ("bag", Destination.LIVES_APART),
        ("children", Destination.LIVES_APART),
        ("clinician", Destination.STAYS_HERE),
    ):
        paper, _ = house.services.printing.preview(case, Issue(template, "fr", where))
        assert "TZ" not in repr(paper)


def test_words_in_the_wrong_dossier_are_moved_with_all_that_was_ever_said_of_them(
    house: Indoors, case: CaseId
) -> None:
    right, other = house.case("Iris"), replace(HERS, note=new_tactic())
    house.services.control.note(case, HERS)
    house.services.control.note(case, other)
    house.services.control.note(case, replace(HERS, words="« Autrement. »"))
    entry = house.desk.read(case).live.of(TacticNoted)[-1]
    house.services.erasing.move(case, (entry.ref,), right)
    assert [one.words for one in kept(house, right)] == ["« Autrement. »"]
    said = [entry.content for entry in house.desk.read(case).entries]
    assert [one for one in said if isinstance(one, TacticNoted)] == [other]


def test_a_withdrawal_in_the_wrong_dossier_takes_the_words_with_it(
    house: Indoors, case: CaseId
) -> None:
    right = house.case("Iris")
    house.services.control.note(case, HERS)
    house.services.control.withdraw(case, HERS.note, "mauvais dossier")
    (entry,) = house.desk.read(case).live.of(TacticWithdrawn)
    house.services.erasing.move(case, (entry.ref,), right)
    said = [entry.content for entry in house.desk.read(case).entries]
    assert not any(isinstance(one, TacticNoted | TacticWithdrawn) for one in said)
    assert kept(house, right) == ()


def test_a_search_finds_the_words_and_forgets_them_once_erased(
    house: Indoors, case: CaseId
) -> None:
    house.services.control.note(case, replace(HERS, words="Il compte mes kilomètres."))
    (entry,) = house.desk.read(case).live.of(TacticNoted)
    assert house.vault.lists.search(["kilometres"], 9) == ((case, entry.ref),)
    house.services.erasing.erase(case, (entry.ref,), ErasureReason.NOT_NECESSARY)
    assert house.vault.lists.search(["kilometres"], 9) == ()
