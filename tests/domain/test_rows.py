"""The rows that lists are read from are made from a dossier and from nothing else."""

from datetime import date
from uuid import UUID

import pytest
from builders import CASE, WORKER, dossier, entry, person, ref

from filet.domain.casefile import fold
from filet.domain.contents.shared import Appears
from filet.domain.ids import HOUSE, ActionId, CallId, LevelId, MeasureId, PersonId, WorkerId
from filet.domain.kinds import (
    ActionDone,
    ActionPlanned,
    CallAttached,
    CallNoted,
    CaseCreated,
    CommunicationMade,
    Content,
    Ground,
    Level,
    LevelSigned,
    LevelWithdrawn,
    MeasureRemoved,
    MeasureWritten,
    NoteWritten,
    PersonDescribed,
    Role,
    SafeContactSet,
    SomeoneAsked,
    Status,
    StatusSet,
    Whereabouts,
    WordsNoted,
)
from filet.domain.moments import Due
from filet.domain.rows import (
    CaseLine,
    DueKind,
    case_line,
    due_lines,
    levels,
    people,
    register_line,
    search_text,
    status_before,
)

HER = PersonDescribed(person(1), Role.HER, "Éloïse", "Tremblay")
DAY = date(2026, 12, 1)
ACTION = ActionId(UUID(int=0xAC))
CALL = CallId(UUID(int=0xCA))


def line(*contents: Content) -> CaseLine:
    found = case_line(dossier(*contents))
    assert found is not None
    return found


def signed(
    level: Level, *persons: PersonId, review: Due | None = None, number: int = 1
) -> LevelSigned:
    return LevelSigned(
        LevelId(UUID(int=number)), level, persons or (person(1),), (), "raisons", review,
        False, (), (), "", "", (),
    )  # fmt: skip


def test_a_line_names_her_by_first_name_and_initial() -> None:
    found = line(HER)
    assert (found.number, found.given, found.initial) == ("26-A-0145", "Éloïse", "T")


def test_the_name_she_goes_by_comes_first() -> None:
    assert line(PersonDescribed(person(1), Role.HER, "Éloïse", called="Lou")).given == "Lou"


def test_a_dossier_without_a_name_has_its_number() -> None:
    found = line()
    assert (found.given, found.initial, found.names) == ("", "", "26-a-0145")


def test_names_are_folded_for_the_search() -> None:
    assert line(HER).names.split() == ["26-a-0145", "eloise", "tremblay"]


def test_what_remains_of_no_dossier_has_no_line() -> None:
    assert case_line(fold(CASE, [entry(("a", 1), HER)])) is None


def test_no_place_stands_on_a_line() -> None:
    found = line(HER, StatusSet(Status.HOUSED, DAY, room="chambre 12", reason="rue Cachée"))
    assert found.status is Status.HOUSED
    assert found.since == "2026-12-01"
    assert "chambre" not in repr(found)
    assert "Cachée" not in repr(found)


def test_a_past_stay_noted_late_does_not_open_a_closed_dossier_again() -> None:
    closed = StatusSet(Status.CLOSED, date(2026, 12, 20))
    assert line(HER, closed, StatusSet(Status.HOUSED, DAY)).closed


def test_a_status_that_began_before_the_first_contact_was_noted_holds() -> None:
    contact = StatusSet(Status.FIRST_CONTACT, date(2026, 12, 20))
    assert line(HER, contact, StatusSet(Status.HOUSED, DAY)).status is Status.HOUSED


def test_of_two_statuses_of_one_day_the_last_noted_holds() -> None:
    later = StatusSet(Status.OUTREACH, DAY)
    assert line(HER, StatusSet(Status.HOUSED, DAY), later).status is Status.OUTREACH


def test_before_is_what_began_no_later_than_what_holds() -> None:
    contact = StatusSet(Status.FIRST_CONTACT, date(2026, 11, 3))
    housed, left = StatusSet(Status.HOUSED, DAY), StatusSet(Status.AFTER_STAY, date(2026, 12, 9))
    assert status_before(dossier(HER, contact, housed, left)) == housed
    assert status_before(dossier(HER, left, contact, housed)) == contact


def test_nothing_was_before_a_stay_that_was_noted_after_the_first_contact() -> None:
    contact = StatusSet(Status.FIRST_CONTACT, date(2026, 12, 20))
    assert status_before(dossier(HER, contact, StatusSet(Status.HOUSED, DAY))) is None
    assert status_before(dossier(HER, contact)) is None
    assert status_before(dossier(HER)) is None


def test_a_past_stay_noted_in_a_closed_dossier_was_before() -> None:
    closed, stay = StatusSet(Status.CLOSED, date(2026, 12, 20)), StatusSet(Status.HOUSED, DAY)
    assert status_before(dossier(HER, closed, stay)) == stay


def test_children_are_counted_once_each() -> None:
    zoe = PersonDescribed(person(2), Role.CHILD, "Zoé")
    again = PersonDescribed(person(2), Role.CHILD, "Zoé", note="4 ans")
    author = PersonDescribed(person(4), Role.AUTHOR, "Marc")
    assert (
        line(HER, zoe, again, PersonDescribed(person(3), Role.CHILD, "Théo"), author).children == 2
    )


def test_a_person_is_as_last_described() -> None:
    file = dossier(HER, PersonDescribed(person(1), Role.HER, "Éloïse", "Gagnon"))
    assert people(file)[person(1)].family == "Gagnon"


def test_a_dossier_nobody_assessed_says_so() -> None:
    found = line(HER)
    assert (found.level, found.level_at, found.review) == (Level.NOT_ASSESSED, 0, "")


def test_the_most_severe_of_the_current_levels_is_shown() -> None:
    found = line(signed(Level.IMMINENT, person(1)), signed(Level.MODERATE, person(2), number=2))
    assert found.level is Level.IMMINENT
    assert found.level_at == 2


def test_a_later_level_of_the_same_person_is_the_current_one() -> None:
    file = dossier(signed(Level.IMMINENT), signed(Level.MODERATE, number=2))
    assert levels(file)[person(1)][0].level is Level.MODERATE


def test_a_withdrawn_level_does_not_count() -> None:
    entries = [
        entry(("a", 1), CaseCreated("26-A-0001")),
        entry(("a", 2), signed(Level.IMMINENT)),
        entry(("a", 3), LevelWithdrawn(LevelId(UUID(int=1)), "erreur"), ("a", 2)),
    ]
    found = case_line(fold(CASE, entries))
    assert found is not None
    assert found.level is Level.NOT_ASSESSED


def test_an_imminent_dossier_comes_before_everything_due() -> None:
    soon = line(ActionPlanned(ACTION, "appeler", due=Due(date(2026, 1, 1))))
    assert line(signed(Level.IMMINENT)).sort < soon.sort


def test_a_dossier_with_something_due_comes_before_one_without() -> None:
    assert line(ActionPlanned(ACTION, "appeler", due=Due(DAY))).sort < line(HER).sort


def test_what_is_due_soonest_stands_on_the_line() -> None:
    later = ActionPlanned(ActionId(UUID(int=1)), "plus tard", due=Due(date(2027, 1, 1)))
    found = line(later, ActionPlanned(ACTION, "appeler", due=Due(DAY, "09:00")))
    assert (found.next_due, found.next_text) == ("2026-12-01 09:00", "appeler")


def test_what_is_done_is_not_due() -> None:
    done = ActionDone(ACTION, Due(DAY))
    assert due_lines(dossier(ActionPlanned(ACTION, "appeler"), done)) == ()


def test_an_action_without_a_day_is_due_after_all_others() -> None:
    lines = due_lines(
        dossier(
            ActionPlanned(ActionId(UUID(int=1)), "un jour"),
            ActionPlanned(ACTION, "a", due=Due(DAY)),
        )
    )
    assert [one.text for one in lines] == ["a", "un jour"]


def test_an_action_planned_on_two_computers_is_due_once_at_the_sooner_time() -> None:
    late = ActionPlanned(ACTION, "vendredi", due=Due(date(2026, 12, 4)))
    lines = due_lines(dossier(late, ActionPlanned(ACTION, "mardi", due=Due(DAY))))
    assert [one.text for one in lines] == ["mardi"]


def test_a_level_is_due_for_its_review() -> None:
    (found,) = due_lines(dossier(signed(Level.MODERATE, review=Due(DAY))))
    assert (found.kind, found.due, found.text) == (DueKind.REVIEW, "2026-12-01 24:00", "")


def test_the_line_belongs_to_who_opened_the_dossier_and_not_to_who_took_the_call() -> None:
    call = entry(("a", 1), CallNoted(CALL), case=HOUSE, by=WorkerId(UUID(int=9)))
    own = [entry(("a", 2), CaseCreated("26-A-0001")), entry(("a", 3), CallAttached(CALL, call.ref))]
    found = case_line(fold(CASE, [call, *own]))
    assert found is not None
    assert found.worker == WORKER


# Registers and words ------------------------------------------------------------------


def test_a_communication_names_its_dossier_in_the_register() -> None:
    told = CommunicationMade(CASE, "Sgt Roy", "SQ", "", "", "où", "urgence", Ground.LAW)
    found = register_line(entry(("a", 1), told, case=HOUSE, at=5))
    assert found is not None
    assert (found.entry, found.case, found.at, found.label) == (ref("a", 1), CASE, 5, "Sgt Roy")


@pytest.mark.parametrize("content", [CallNoted(CALL, caller="Lou"), SomeoneAsked(CALL, name="Lou")])
def test_a_call_stands_in_the_register_without_a_dossier(content: Content) -> None:
    found = register_line(entry(("a", 1), content, case=HOUSE))
    assert found is not None
    assert (found.case, found.label) == (None, "Lou")


def test_a_note_stands_in_no_register() -> None:
    assert register_line(entry(("a", 1), NoteWritten("note"))) is None


MEASURE = MeasureWritten(MeasureId(UUID(int=1)), "s", "Porte d’en arrière", "a", Appears.DOSSIER)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (NoteWritten("Elle a PEUR"), "elle a peur"),
        (WordsNoted("« Il m’a serré »"), "« il m'a serre »"),
        (MEASURE, "porte d'en arriere"),
        (
            PersonDescribed(person(1), Role.AUTHOR, "Marc", tie="ex", note="camion"),
            "marc ex camion",
        ),
        (ActionPlanned(ACTION, "Appeler"), "appeler"),
        (
            CallNoted(CALL, caller="Lou", words="vite", asked="quoi", done="rien"),
            "lou vite quoi rien",
        ),
        (SomeoneAsked(CALL, name="X", organisation="CLSC", about="Y", asked="où"), "x clsc y ou"),
        (MeasureRemoved(MeasureId(UUID(int=1))), ""),
        (None, ""),
    ],
)
def test_words_are_found_by_what_was_written(content: Content | None, words: str) -> None:
    assert search_text(content) == words


@pytest.mark.parametrize(
    "content",
    [
        StatusSet(Status.HOUSED, DAY, room="introuvable", reason="introuvable"),
        SafeContactSet("introuvable", never=("introuvable",)),
        CallNoted(
            CALL, where=Whereabouts("introuvable"), phone="introuvable", battery="introuvable"
        ),
        PersonDescribed(person(1), Role.HER, "A", phone="introuvable"),
        SomeoneAsked(CALL, phone="introuvable"),
    ],
)
def test_no_place_and_no_number_is_found_by_a_search(content: Content) -> None:
    assert "introuvable" not in search_text(content)
