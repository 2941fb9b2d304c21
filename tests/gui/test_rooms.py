"""From home to a call, a dossier and its journal, and back: real clicks and keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from fakes.press import FakePress
from indoors import Indoors
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics, unnamed

from filet.application.calls import new_call
from filet.application.screening import new_session
from filet.domain.ids import HOUSE, CaseId, SessionId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    CallAttached,
    CallNoted,
    CaseOpened,
    CommunicationMade,
    Manner,
    NoteWritten,
    PersonDescribed,
    Role,
    SafeContactSet,
    SessionBegun,
    SomeoneAsked,
    Status,
    StatusSet,
)
from filet.gui.commands import Reach
from filet.gui.places import Part, Place
from filet.gui.rooms import Rooms
from filet.gui.screens.before import BeforeScreen
from filet.gui.screens.call import CallScreen
from filet.gui.screens.home import HomeScreen
from filet.gui.screens.interview import BLANK, HERS, InterviewScreen
from filet.gui.screens.journal import JournalScreen
from filet.gui.screens.result import ResultScreen
from filet.gui.screens.scenario import ScenarioScreen
from filet.gui.screens.situation import SituationScreen
from filet.gui.screens.someone_asks import SENTENCES, SomeoneAsksScreen
from filet.gui.screens.told_aloud import ToldAloudScreen
from filet.gui.widgets.buttons import Button
from filet.gui.widgets.journal_row import JournalRow

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SIZE = QSize(1134, 648)


def rooms(qtbot: QtBot, house: Indoors) -> Rooms:
    shown = Rooms(house.context, house.services, "MR", FakePress, lambda _: SIZE)
    qtbot.addWidget(shown)
    shown.resize(SIZE)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def calling(qtbot: QtBot, house: Indoors) -> tuple[Rooms, CallScreen]:
    shown = rooms(qtbot, house)
    shown.take_focus()
    shown.show_call()
    assert isinstance(shown.page, CallScreen)
    return shown, shown.page


def journal(qtbot: QtBot, house: Indoors, case: CaseId) -> tuple[Rooms, JournalScreen]:
    shown = rooms(qtbot, house)
    shown.open_case(case)
    shown.show_part(Part.JOURNAL)
    assert isinstance(shown.page, JournalScreen)
    return shown, shown.page


def situation(qtbot: QtBot, house: Indoors, case: CaseId) -> tuple[Rooms, SituationScreen]:
    shown = rooms(qtbot, house)
    shown.open_case(case)
    assert isinstance(shown.page, SituationScreen)
    return shown, shown.page


def noted(house: Indoors) -> list[CallNoted]:
    entries = house.vault.state.entries.values()
    return [entry.content for entry in entries if isinstance(entry.content, CallNoted)]


# A call ----------------------------------------------------------------------------------


def test_a_call_can_be_noted_from_a_dossier_too(qtbot: QtBot) -> None:
    house = Indoors()
    shown, _page = situation(qtbot, house, house.case("Iris"))
    shown.note_call()
    assert isinstance(shown.page, CallScreen)


def test_every_field_of_a_call_is_optional(qtbot: QtBot) -> None:
    house = Indoors()
    _shown, page = calling(qtbot, house)
    qtbot.keyClicks(page.form.fields["words"].area, "Il est sorti.")
    with qtbot.waitSignal(page.finished):
        qtbot.mouseClick(page.finish, LEFT)
    (call,) = noted(house)
    assert (call.words, call.caller, call.danger_now) == ("Il est sorti.", "", None)


def test_all_that_is_chosen_of_a_call_is_kept(qtbot: QtBot) -> None:
    house = Indoors()
    _shown, page = calling(qtbot, house)
    fields = page.form.fields
    fields["danger_now"].switch.findChildren(Button)
    fields["danger_now"].show_text("yes")
    fields["children"].show_text("unknown")
    fields["road"].show_text("rang des Épinettes")
    page.leave()
    (call,) = noted(house)
    assert (call.danger_now, call.children) == (Value.YES, Value.UNKNOWN)
    assert call.where.road == "rang des Épinettes"


def test_a_call_of_which_nothing_was_written_leaves_nothing(qtbot: QtBot) -> None:
    house = Indoors()
    _shown, page = calling(qtbot, house)
    with qtbot.waitSignal(page.finished):
        qtbot.mouseClick(page.finish, LEFT)
    assert noted(house) == []
    assert house.vault.state.drafts == {}


def test_what_is_typed_is_a_draft_after_a_moment_of_quiet(qtbot: QtBot) -> None:
    house = Indoors()
    _shown, page = calling(qtbot, house)
    with qtbot.waitSignal(page.saved):
        qtbot.keyClicks(page.form.fields["caller"].line, "Noemie")
    key = house.services.drafting.key("call", HOUSE)
    assert house.services.drafting.read(key)["caller"] == "Noemie"
    _other, again = calling(qtbot, house)
    assert again.form.fields["caller"].text() == "Noemie"


def test_the_entry_takes_the_place_of_the_draft(qtbot: QtBot) -> None:
    house = Indoors()
    _shown, page = calling(qtbot, house)
    qtbot.keyClicks(page.form.fields["caller"].line, "Noemie")
    page.flush()
    qtbot.mouseClick(page.finish, LEFT)
    assert house.vault.state.drafts == {}
    assert len(noted(house)) == 1


def test_going_home_keeps_the_call_as_an_entry(qtbot: QtBot) -> None:
    house = Indoors()
    shown, page = calling(qtbot, house)
    qtbot.keyClicks(page.form.fields["caller"].line, "Noemie")
    shown.show_home()
    assert isinstance(shown.page, HomeScreen)
    assert [call.caller for call in noted(house)] == ["Noemie"]


def test_a_cut_call_notes_the_minute_and_says_how_to_call_back(qtbot: QtBot) -> None:
    house = Indoors()
    _shown, page = calling(qtbot, house)
    page.form.fields["phone"].show_text("819 555-0117")
    qtbot.mouseClick(page.cut, LEFT)
    assert "Ne pas rappeler" in page.notice.accessibleName()
    page.form.fields["may_call_back"].show_text("yes")
    qtbot.mouseClick(page.cut, LEFT)
    assert "On peut la rappeler" in page.notice.accessibleName()
    page.leave()
    assert noted(house)[0].cut_at == "14:30"


def test_the_sentence_for_911_is_built_while_one_writes(qtbot: QtBot) -> None:
    _shown, page = calling(qtbot, Indoors())
    qtbot.keyClicks(page.form.fields["municipality"].line, "Saint-Exemple")
    sentence = page.said_first.sentence.text()
    assert "Saint-Exemple" in sentence
    assert "route ou rang?" in sentence


def test_a_call_is_joined_to_the_dossier_that_was_chosen(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Noemie", "Exemple")
    shown, page = calling(qtbot, house)
    qtbot.keyClicks(page.form.fields["caller"].line, "Noemie")
    qtbot.mouseClick(page.join, LEFT)
    (near,) = page.picker.near.findChildren(Button)
    with qtbot.waitSignal(page.attached):
        near.click()
    assert len(house.desk.read(case).all(CallAttached)) == 1
    assert isinstance(shown.page, SituationScreen)


# Somebody asks ---------------------------------------------------------------------------


def asked(qtbot: QtBot, house: Indoors) -> tuple[Rooms, SomeoneAsksScreen]:
    shown, page = calling(qtbot, house)
    qtbot.mouseClick(page.questions, LEFT)
    assert isinstance(shown.page, SomeoneAsksScreen)
    return shown, shown.page


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_sentence_is_there_word_for_word_in_both_languages(qtbot: QtBot, language: str) -> None:
    _, page = asked(qtbot, Indoors(language))
    texts = [label.text() for label in page.findChildren(type(page.closed._title))]
    assert set(SENTENCES.values()) <= set(texts)


def test_no_dossier_can_be_reached_while_somebody_asks(qtbot: QtBot) -> None:
    house = Indoors()
    house.case("Iris")
    shown, page = asked(qtbot, house)
    page.take_focus()
    for key in (Qt.Key.Key_F, Qt.Key.Key_J, Qt.Key.Key_N, Qt.Key.Key_M):
        qtbot.keyClick(page.asker.line, key, CTRL)
    shown.note_call()
    assert shown.page is page
    assert shown.how_far() is Reach.NO_DOSSIERS
    assert shown.rail is None


def test_a_question_is_kept_and_the_call_goes_on(qtbot: QtBot) -> None:
    house = Indoors()
    shown, page = calling(qtbot, house)
    qtbot.keyClicks(page.form.fields["caller"].line, "Noemie")
    qtbot.mouseClick(page.questions, LEFT)
    asks = shown.page
    assert isinstance(asks, SomeoneAsksScreen)
    qtbot.keyClicks(asks.asker.line, "M. Essai")
    asks.fields["impression"].show_text("worries")
    qtbot.mouseClick(asks.finish, LEFT)
    entries = house.vault.state.entries.values()
    (kept,) = [one.content for one in entries if isinstance(one.content, SomeoneAsked)]
    assert (kept.name, kept.suspicious) == ("M. Essai", True)
    back = shown.page
    assert isinstance(back, CallScreen)
    assert back.form.fields["caller"].text() == "Noemie"


# A dossier -------------------------------------------------------------------------------


def test_opening_a_dossier_is_written_once(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    shown, _ = situation(qtbot, house, case)
    shown.show_part(Part.JOURNAL)
    assert len(house.desk.read(case).all(CaseOpened)) == 1


def test_where_she_stands_is_changed_with_its_date(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    _shown, page = situation(qtbot, house, case)
    qtbot.mouseClick(page.standing.change, LEFT)
    page.standing.panel.fields["status"].show_text(Status.HOUSED.value)
    page.standing.panel.fields["since"].show_text("20 nov.")
    qtbot.mouseClick(page.standing.panel.keep, LEFT)
    said = [(one.status, one.since.day) for one in house.desk.read(case).all(StatusSet)]
    assert said == [(Status.FIRST_CONTACT, 23), (Status.HOUSED, 20)]


def test_a_day_that_cannot_be_read_is_asked_again(qtbot: QtBot) -> None:
    house = Indoors()
    _shown, page = situation(qtbot, house, house.case("Iris"))
    qtbot.mouseClick(page.standing.change, LEFT)
    page.standing.panel.fields["since"].show_text("bientôt")
    qtbot.mouseClick(page.standing.panel.keep, LEFT)
    assert page.standing.panel.fields["since"].wrong.isVisible()


def test_how_to_reach_her_is_the_first_thing_to_do(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    _shown, page = situation(qtbot, house, case)
    qtbot.mouseClick(page.act, LEFT)
    qtbot.keyClicks(page.reach.panel.fields["phone"].line, "8195550117")
    qtbot.keyClicks(page.reach.panel.fields["never"].area, "aucun texto")
    qtbot.mouseClick(page.reach.panel.keep, LEFT)
    contact = house.desk.read(case).last(SafeContactSet)
    assert contact == SafeContactSet("8195550117", never=("aucun texto",))


def test_a_person_is_added_then_described_again(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    _shown, page = situation(qtbot, house, case)
    qtbot.mouseClick(page.people.add, LEFT)
    qtbot.keyClicks(page.people.panel.fields["given"].line, "Zoe")
    page.people.panel.keep.click()
    added = house.desk.read(case).all(PersonDescribed)[-1]
    assert (added.given, added.role) == ("Zoe", Role.CHILD)
    page.people.begin(added, page.people.add)
    page.people.panel.fields["tie"].show_text("sa fille")
    page.people.panel.keep.click()
    again = house.desk.read(case).all(PersonDescribed)[-1]
    assert (again.person, again.given, again.tie) == (added.person, "Zoe", "sa fille")


def test_who_looks_for_her_stands_in_what_asks_for_attention(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    question = SomeoneAsked(new_call(), organisation="CLSC", suspicious=True)
    house.services.calls.join(case, house.services.calls.note(question).value.ref)
    _shown, page = situation(qtbot, house, case)
    texts = [label.text() for label in page.findChildren(type(page._why))]
    assert any("cherche à savoir où elle est, le 23" in text for text in texts)


# Its journal -----------------------------------------------------------------------------


def rows(page: JournalScreen, title: str) -> list[JournalRow]:
    found = page.findChildren(JournalRow)
    return [row for row in found if row.event_shown.title == title and not row.isHidden()]


def test_a_note_is_written_and_taken_back_and_put_back(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    _shown, page = journal(qtbot, house, case)
    qtbot.keyClicks(page.note.area, "Elle part vendredi.")
    qtbot.keyClick(page.note.area, Qt.Key.Key_Return, CTRL)
    assert house.desk.read(case).all(NoteWritten) == (NoteWritten("Elle part vendredi."),)
    qtbot.mouseClick(page.undo, LEFT)
    assert house.desk.read(case).all(NoteWritten) == ()
    qtbot.mouseClick(page.redo, LEFT)
    assert len(house.desk.read(case).all(NoteWritten)) == 1


def test_nothing_left_to_undo_is_said_calmly(qtbot: QtBot) -> None:
    house = Indoors()
    _shown, page = journal(qtbot, house, house.case("Iris"))
    qtbot.mouseClick(page.undo, LEFT)
    assert "Plus rien à annuler" in page.notice.accessibleName()


def test_a_note_in_the_wrong_dossier_is_moved_and_leaves_nothing(qtbot: QtBot) -> None:
    house = Indoors()
    wrong, right = house.case("Iris"), house.case("Soraya")
    house.services.cases.note(wrong, "Elle part vendredi.")
    _shown, page = journal(qtbot, house, wrong)
    rows(page, "Note")[0].link.click()
    qtbot.keyClicks(page.picker.search.line, "26-a-0002")
    qtbot.keyClick(page.picker.search.line, Qt.Key.Key_Return)
    (found,) = page.picker.near.findChildren(Button)
    found.click()
    assert house.desk.fold(wrong).all(NoteWritten) == ()
    assert house.desk.fold(right).all(NoteWritten) == (NoteWritten("Elle part vendredi."),)
    assert not rows(page, "Note")


def test_a_call_noted_before_is_joined_from_the_journal(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    house.services.calls.note(CallNoted(new_call(), caller="Noemie"))
    _shown, page = journal(qtbot, house, case)
    qtbot.mouseClick(page.join, LEFT)
    call = next(one for one in page.calls.findChildren(Button) if "Noemie" in one.text())
    call.click()
    assert len(house.desk.read(case).all(CallAttached)) == 1
    qtbot.waitUntil(lambda: bool(rows(page, "Appel")))


def test_what_was_told_aloud_is_kept_with_why(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    shown, page = journal(qtbot, house, case)
    qtbot.mouseClick(page.told, LEFT)
    told = shown.page
    assert isinstance(told, ToldAloudScreen)
    qtbot.mouseClick(told.finish, LEFT)
    assert told.notice.isVisible()
    for name in ("recipient", "told", "why"):
        told.fields[name].show_text("x")
    qtbot.mouseClick(told.finish, LEFT)
    entries = house.vault.state.entries.values()
    (kept,) = [one.content for one in entries if isinstance(one.content, CommunicationMade)]
    assert kept.about == case
    assert isinstance(shown.page, JournalScreen)
    assert rows(shown.page, "Dit de vive voix")


# Every page ------------------------------------------------------------------------------


def _home(shown: Rooms, _: CaseId) -> None:
    shown.home.begin_case()


def _call(shown: Rooms, _: CaseId) -> None:
    shown.show_call()
    shown.page.picker.begin("Mirabelle")  # type: ignore[attr-defined] # the page of a call


def _questions(shown: Rooms, _: CaseId) -> None:
    shown.show_call()
    shown.page.questions.click()  # type: ignore[attr-defined] # the page of a call


def _situation(shown: Rooms, case: CaseId) -> None:
    shown.open_case(case)


def _people(shown: Rooms, case: CaseId) -> None:
    shown.open_case(case)
    shown.page.people.add.click()  # type: ignore[attr-defined] # the page of a dossier
    shown.page.standing.change.click()  # type: ignore[attr-defined] # the same


def _journal(shown: Rooms, case: CaseId) -> None:
    shown.open_case(case)
    shown.show_part(Part.JOURNAL)
    shown.page.picker.begin("Mirabelle")  # type: ignore[attr-defined] # the page of a journal


def _told(shown: Rooms, case: CaseId) -> None:
    _journal(shown, case)
    shown.page.told.click()  # type: ignore[attr-defined] # the page of a journal


PAGES = (_home, _call, _questions, _situation, _people, _journal, _told)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("go", PAGES)
def test_every_control_can_be_announced_and_no_two_share_a_letter(
    qtbot: QtBot, go: Callable[[Rooms, CaseId], None], language: str
) -> None:
    house = Indoors(language)
    cases = house.full()
    shown = rooms(qtbot, house)
    go(shown, cases[2])
    assert unnamed(shown) == []
    letters = Counter(mnemonics(shown))
    assert [letter for letter, count in letters.items() if count > 1] == []


@pytest.mark.parametrize("go", PAGES)
def test_at_twice_the_size_nothing_needs_sideways_scrolling(
    qtbot: QtBot, go: Callable[[Rooms, CaseId], None]
) -> None:
    house = Indoors(scale=2.0)
    cases = house.full()
    shown = rooms(qtbot, house)
    go(shown, cases[2])
    qtbot.wait(1)
    assert shown.page.minimumSizeHint().width() <= 1134


def test_the_bar_says_a_first_name_and_where_she_is_says_none(qtbot: QtBot) -> None:
    house = Indoors()
    cases = house.full()
    shown = rooms(qtbot, house)
    with qtbot.waitSignal(shown.path_changed) as changed:
        shown.open_case(cases[0])
    assert changed.args == [("Violette\u00a0E.", "Situation")]
    assert "Violette" not in str(shown.where())


def test_hidden_names_are_hidden_in_the_rail_and_in_the_bar(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Violette", "Essai")
    shown = rooms(qtbot, house)
    shown.home.bar.numbers.click()
    shown.open_case(case)
    rail = shown.dossier.rail
    said = " ".join((*shown.dossier.path(Place.SITUATION, numbers_only=True), rail.name.text()))
    assert "Violette" not in said
    assert shown.dossier.number in said


def test_the_rail_says_one_fact_of_each_part(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris", status=Status.OUTREACH)
    shown, page = situation(qtbot, house, case)
    house.services.cases.note(case, "Elle a appelé sa sœur.")
    shown.dossier.refresh()
    names = {part: one.accessibleName() for part, one in shown.dossier.rail.parts.items()}
    assert names[Part.SITUATION].startswith("Situation, à l’externe depuis le")
    assert names[Part.JOURNAL] == "Journal, 1 note"
    assert page.isVisible()


def test_alt_and_a_digit_go_to_a_part(qtbot: QtBot) -> None:
    house = Indoors()
    shown, page = situation(qtbot, house, house.case("Iris"))
    qtbot.keyClick(page, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert isinstance(shown.page, JournalScreen)


class Windows(QObject):
    """Hears of every window that is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def eventFilter(self, one: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(one, QWidget) and one.isWindow():
            self.opened.append(type(one).__name__)
        return False


def test_no_part_of_a_page_flashes_as_a_window_and_takes_the_keyboard(
    qtbot: QtBot, application: QApplication
) -> None:
    house = Indoors()
    shown, _ = situation(qtbot, house, house.case("Iris"))
    windows = Windows()
    application.installEventFilter(windows)
    for part in Part:
        shown.show_part(part)
    shown.show_call()
    application.removeEventFilter(windows)
    assert windows.opened == []


def test_where_she_was_comes_back_without_a_second_first_reading(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    shown, _ = journal(qtbot, house, case)
    where = shown.where()
    again = rooms(qtbot, house)
    again.show_where(where)
    assert isinstance(again.page, JournalScreen)
    assert [one.resumed for one in house.desk.read(case).all(CaseOpened)] == [False, True]


# From the first words to the paper ------------------------------------------------------


def interview(qtbot: QtBot, house: Indoors, *, turned: bool = False) -> tuple[Rooms, CaseId]:
    case = house.case("Iris")
    shown, _ = situation(qtbot, house, case)
    shown.show_part(Part.APPRAISAL)
    before = shown.page
    assert isinstance(before, BeforeScreen)
    before.begun.emit(begun(house, case), turned)
    return shown, case


def begun(house: Indoors, case: CaseId) -> SessionId:
    session = new_session()
    house.services.screening.begin(case, SessionBegun(session, Manner.FACE_TO_FACE))
    return session


def test_the_appraisal_begins_with_what_comes_before_it(qtbot: QtBot) -> None:
    shown, _ = interview(qtbot, Indoors())
    assert isinstance(shown.page, InterviewScreen)
    assert shown.rail is not None


def test_an_interview_that_goes_on_is_taken_up_again(qtbot: QtBot) -> None:
    shown, _ = interview(qtbot, Indoors())
    shown.show_part(Part.SITUATION)
    shown.show_part(Part.APPRAISAL)
    assert isinstance(shown.page, InterviewScreen)


def test_when_the_screen_is_hers_no_key_leads_home_but_by_a_blank_page(qtbot: QtBot) -> None:
    shown, _ = interview(qtbot, Indoors(), turned=True)
    page = shown.page
    assert isinstance(page, InterviewScreen)
    assert page.view == HERS
    shown.show_home()
    assert page.view == BLANK
    for leave in (shown.show_home, shown.show_call, lambda: shown.show_part(Part.JOURNAL)):
        leave()
        assert shown.page is page


def test_rail_and_bar_go_while_the_screen_is_hers(qtbot: QtBot) -> None:
    shown, _ = interview(qtbot, Indoors())
    page = shown.page
    assert isinstance(page, InterviewScreen)
    with qtbot.waitSignal(shown.alone_changed, check_params_cb=bool):
        page.turn_to_her()


def test_her_plan_opens_from_the_rail(qtbot: QtBot) -> None:
    house = Indoors()
    shown, _ = situation(qtbot, house, house.case("Iris"))
    shown.show_part(Part.PLAN)
    assert isinstance(shown.page, ScenarioScreen)


def test_what_was_said_leads_to_the_judgement_and_back_to_a_question(qtbot: QtBot) -> None:
    house = Indoors()
    shown, _ = interview(qtbot, house)
    page = shown.page
    assert isinstance(page, InterviewScreen)
    page.finished.emit()
    result = shown.page
    assert isinstance(result, ResultScreen)
    result.question_wanted.emit("weapon_in_reach@inventaire-filet-1")
    again = shown.page
    assert isinstance(again, InterviewScreen)
    assert again.asking.spot.item == "weapon_in_reach@inventaire-filet-1"


def test_what_a_form_leaves_open_leads_to_that_form_and_not_to_the_inventory(qtbot: QtBot) -> None:
    house = Indoors()
    shown, _ = interview(qtbot, house)
    page = shown.page
    assert isinstance(page, InterviewScreen)
    page.finished.emit()
    assert isinstance(shown.page, ResultScreen)
    shown.page.question_wanted.emit("4@lap-1")
    before = shown.page
    assert isinstance(before, BeforeScreen)
    assert before.form.pack.text() == "lap-1"
    qtbot.mouseClick(before.copy, LEFT)
    form = shown.page
    assert isinstance(form, InterviewScreen)
    assert (form.asking.spot.item, form.asks_her) == ("4@lap-1", False)
    shown.show_part(Part.JOURNAL)
    assert isinstance(shown.page, JournalScreen)
    assert "Formulaire papier en voie d’être recopié" in aloud(shown.page)
