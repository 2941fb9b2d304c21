"""Dossiers, calls, and the desk where they are written."""

from datetime import date
from uuid import UUID

import pytest
from builders import WORKER, person
from fakes.clock import FixedClock
from fakes.vault import FakeVault

from filet.application.calls import Calls, attached, new_call
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.keeping import DraftKey
from filet.application.outcome import Topic
from filet.domain.errors import DiskFull, WordsMissing
from filet.domain.ids import HOUSE, CaseId
from filet.domain.kinds import (
    CallAttached,
    CallNoted,
    CaseCreated,
    CaseOpened,
    CommunicationMade,
    Ground,
    NoteWritten,
    PersonDescribed,
    Role,
    SafeContactSet,
    SomeoneAsked,
    Status,
    StatusSet,
)

DAY = date(2026, 12, 1)


@pytest.fixture
def case(desk: Desk) -> CaseId:
    return Cases(desk).create("Lou", "Tremblay").value.case


# Dossiers -----------------------------------------------------------------------------


def test_a_new_dossier_has_a_number_a_name_and_a_first_contact(desk: Desk) -> None:
    file = Cases(desk).create("Lou", "Tremblay", "Loulou").value
    assert file.last(CaseCreated) == CaseCreated("26-A-0001")
    (her,) = file.all(PersonDescribed)
    assert (her.given, her.family, her.called, her.role) == ("Lou", "Tremblay", "Loulou", Role.HER)
    assert file.last(StatusSet) == StatusSet(Status.FIRST_CONTACT, desk.clock.today())


def test_a_number_is_enough(desk: Desk) -> None:
    Cases(desk).create("")
    (line,) = desk.vault.lists.first(9)
    assert (line.number, line.given) == ("26-A-0001", "")


def test_numbers_follow(desk: Desk) -> None:
    made = [Cases(desk).create("Lou").value.last(CaseCreated) for _ in range(3)]
    assert made == [CaseCreated(f"26-A-000{number}") for number in (1, 2, 3)]


def test_a_write_tells_what_changed(desk: Desk, case: CaseId) -> None:
    assert {Topic.CASE, Topic.CASES, Topic.DUE} <= Cases(desk).note(case, "note").changed


def test_reading_a_dossier_is_recorded(desk: Desk, case: CaseId) -> None:
    Cases(desk).open(case)
    file = Cases(desk).open(case, resumed=True)
    assert file.all(CaseOpened) == (CaseOpened(False), CaseOpened(True))


def test_a_reading_that_cannot_be_recorded_keeps_nobody_from_reading() -> None:
    vault = FakeVault()
    desk = Desk(vault, FixedClock(), WORKER)
    case = Cases(desk).create("Lou").value.case
    Cases(desk).note(case, "à lire")
    desk.leave()
    vault.fail_next = DiskFull()
    file = Cases(desk).open(case)
    assert [note.text for note in file.all(NoteWritten)] == ["à lire"]
    assert file.all(CaseOpened) == ()


def test_the_open_dossier_is_the_one_in_the_journal_after_each_write(desk: Desk) -> None:
    case = Cases(desk).create("Lou").value.case
    Cases(desk).note(case, "un")
    Cases(desk).describe(case, PersonDescribed(person(1), Role.CHILD, "Théo"))
    Cases(desk).describe(case, PersonDescribed(person(1), Role.CHILD, "Théodore"))
    assert desk.read(case) == desk.fold(case)
    assert [one.given for one in desk.read(case).all(PersonDescribed)] == ["Lou", "Théodore"]


def test_a_safe_contact_takes_the_place_of_the_former(desk: Desk, case: CaseId) -> None:
    Cases(desk).set_safe_contact(case, SafeContactSet("555-0100"))
    file = Cases(desk).set_safe_contact(case, SafeContactSet("555-0101")).value
    assert file.all(SafeContactSet) == (SafeContactSet("555-0101"),)


def test_every_status_stays_dated(desk: Desk, case: CaseId) -> None:
    file = Cases(desk).set_status(case, StatusSet(Status.HOUSED, DAY, "3")).value
    assert len(file.all(StatusSet)) == 2


@pytest.mark.parametrize("text", ["", "   ", "\x00"])
def test_an_empty_note_is_refused(desk: Desk, case: CaseId, text: str) -> None:
    with pytest.raises(WordsMissing):
        Cases(desk).note(case, text)


def test_a_failed_write_leaves_the_open_dossier_as_it_was() -> None:
    vault = FakeVault()
    desk = Desk(vault, FixedClock(), WORKER)
    case = Cases(desk).create("Lou").value.case
    vault.fail_next = DiskFull()
    with pytest.raises(DiskFull):
        Cases(desk).note(case, "perdue")
    assert desk.read(case).all(NoteWritten) == ()


def test_searching_closed_dossiers_is_recorded_without_what_was_searched(desk: Desk) -> None:
    Cases(desk).searched_closed()
    (entry,) = desk.vault.journal.of_kinds(("closed_searched/1",), HOUSE)
    assert entry.by == desk.worker


def test_a_search_that_cannot_be_recorded_keeps_nobody_from_searching() -> None:
    vault = FakeVault()
    desk = Desk(vault, FixedClock(), WORKER)
    vault.fail_next = DiskFull()
    Cases(desk).searched_closed()
    assert vault.journal.of_kinds(("closed_searched/1",), HOUSE) == ()


def test_texts_of_a_person_are_kept_clean(desk: Desk, case: CaseId) -> None:
    file = Cases(desk).describe(case, PersonDescribed(person(1), Role.CHILD, "Zoe\u0301\x07")).value
    assert file.all(PersonDescribed)[-1].given == "Zoé"


# Calls --------------------------------------------------------------------------------


def test_a_call_needs_nothing(desk: Desk) -> None:
    entry = Calls(desk).note(CallNoted(new_call())).value
    assert entry.case == HOUSE
    assert [line.entry for line in Calls(desk).latest()] == [entry.ref]


def test_a_call_noted_again_is_listed_once(desk: Desk) -> None:
    first = Calls(desk).note(CallNoted(new_call(), caller="qui")).value
    second = Calls(desk).cut(first, "02:19").value
    (line,) = Calls(desk).latest()
    assert (line.entry, line.label) == (second.ref, "qui")
    assert second.refs == (first.ref,)


def test_only_a_call_can_be_cut(desk: Desk) -> None:
    asked = Calls(desk).note(SomeoneAsked(new_call(), name="X")).value
    with pytest.raises(WordsMissing):
        Calls(desk).cut(asked, "02:19")


def test_an_attached_call_is_read_in_its_dossier(desk: Desk, case: CaseId) -> None:
    entry = Calls(desk).note(CallNoted(new_call(), caller="Lou")).value
    assert isinstance(entry.content, CallNoted)
    file = Calls(desk).attach(case, entry.content.call, entry.ref).value
    assert [one.ref for one in attached(file)] == [entry.ref]
    assert attached(desk.fold(case)) == attached(file)


def test_attaching_a_later_note_of_a_call_replaces_the_former(desk: Desk, case: CaseId) -> None:
    calls, call = Calls(desk), new_call()
    first = calls.note(CallNoted(call)).value
    calls.attach(case, call, first.ref)
    second = calls.cut(first, "02:19").value
    file = calls.attach(case, call, second.ref).value
    assert file.all(CallAttached) == (CallAttached(call, second.ref),)
    assert [one.ref for one in attached(file)] == [second.ref]


def test_a_call_of_no_dossier_is_in_none(desk: Desk, case: CaseId) -> None:
    Calls(desk).note(CallNoted(new_call()))
    assert attached(desk.fold(case)) == ()


TOLD = CommunicationMade(None, "Sgt Roy", "SQ", "", "", "où elle est", "sa vie", Ground.LAW)


def test_what_was_told_aloud_is_in_the_register(desk: Desk) -> None:
    entry = Calls(desk).tell(TOLD).value
    assert entry.signed
    (line,) = desk.vault.lists.register(("communication/1",), 9)
    assert (line.entry, line.label) == (entry.ref, "Sgt Roy")


@pytest.mark.parametrize("field", ["recipient", "told", "why"])
def test_a_communication_says_to_whom_what_and_why(desk: Desk, field: str) -> None:
    values = {name: getattr(TOLD, name) for name in ("recipient", "told", "why")} | {field: " \x00"}
    empty = CommunicationMade(
        None, values["recipient"], "", "", "", values["told"], values["why"], Ground.LAW
    )
    with pytest.raises(WordsMissing) as caught:
        Calls(desk).tell(empty)
    assert caught.value.fields == {"field": field}


def test_the_draft_of_a_call_gives_way_to_its_entry(desk: Desk) -> None:
    key = DraftKey(desk.worker, HOUSE, "appel")
    desk.vault.write(lambda: desk.vault.drafts.save(key, b"x", 1))
    desk.record_house(Write(CallNoted(new_call())), draft=key)
    assert desk.vault.drafts.read(key) is None


def test_the_identity_of_a_call_is_never_the_same(desk: Desk) -> None:
    assert len({new_call(), new_call(), UUID(int=0)}) == 3
