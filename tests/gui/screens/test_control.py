"""« Ce qu'elle raconte du contrôle »: noted by keys, read in the order of time, never counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from fakes.press import FakePress
from indoors import Indoors
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QProgressBar, QWidget
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics, unnamed

from filet.application.control import new_tactic
from filet.domain.ids import CaseId, TacticId
from filet.domain.kinds import (
    Level,
    MayTellHer,
    Source,
    SourceKind,
    Still,
    TacticNoted,
    TacticWithdrawn,
    Whose,
)
from filet.domain.moments import Precision, Told
from filet.gui.models.events import events
from filet.gui.places import Place
from filet.gui.rooms import Rooms
from filet.gui.widgets.control_card import BY_TACTIC

SIZE = QSize(1134, 900)
LIST = "filet-controle-1"


class Desk:
    """A house in memory, a dossier, and the page over time."""

    def __init__(self, qtbot: QtBot, language: str = "fr") -> None:
        self.house, self.qtbot = Indoors(language), qtbot
        self.house.enroll()
        self.case: CaseId = self.house.case("Violette", "Essai-Côté")
        self.rooms = self.enter()
        self.rooms.open_case(self.case)

    def enter(self) -> Rooms:
        house = self.house
        rooms = Rooms(house.context, house.services, "MR", FakePress, lambda _: SIZE)
        self.qtbot.addWidget(rooms)
        rooms.resize(SIZE)
        rooms.show()
        self.qtbot.waitExposed(rooms)
        return rooms

    def at(self, place: Place) -> Any:
        self.rooms.dossier.show(place)
        return self.rooms.page

    @property
    def card(self) -> Any:
        """What is told of control, on the page over time."""
        page: Any = self.rooms.page
        return page.control if hasattr(page, "control") else self.at(Place.OVER_TIME).control

    def begin(self) -> Any:
        self.rooms.activateWindow()
        self.qtbot.waitUntil(self.rooms.isActiveWindow)
        card = self.at(Place.OVER_TIME).control
        self.qtbot.keyClick(card.add, Qt.Key.Key_Space)
        return card

    def tell(self, *said: TacticNoted) -> None:
        for one in said:
            self.house.services.control.note(self.case, one)

    def noted(self) -> tuple[TacticNoted, ...]:
        return self.house.desk.read(self.case).all(TacticNoted)

    def journal(self) -> list[tuple[str, str, bool]]:
        file = self.house.desk.read(self.case)
        found = events(self.house.context, file, (), {})
        return [(event.title, event.text.replace("\u00a0", " "), event.movable) for event in found]


def told(tactic: str, words: str, number: int = 0, **more: Any) -> TacticNoted:
    note = TacticId(UUID(int=number)) if number else new_tactic()
    return TacticNoted(note, f"{tactic}@{LIST}", words, **more)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def choose(desk: Desk, field: Any, value: str) -> None:
    """Go down a list by its keys until a value is chosen."""
    desk.qtbot.keyClick(field.box, Qt.Key.Key_Home)
    while field.text() != value:
        before = field.text()
        desk.qtbot.keyClick(field.box, Qt.Key.Key_Down)
        assert field.text() != before, f"{value} is in no line"


# Noting ---------------------------------------------------------------------------------


def test_words_are_noted_by_keys_with_their_tactic_their_time_and_who_told_them(desk: Desk) -> None:
    card = desk.begin()
    fields = card.panel.fields
    choose(desk, fields["tactic"], f"digital@{LIST}")
    assert "À demander, par exemple" in aloud(card.panel)
    desk.qtbot.keyClicks(fields["words"].area, "Il lit mes messages.")
    choose(desk, fields["whose"], Whose.CHILD)
    choose(desk, fields["source"], SourceKind.RELATIVE)
    choose(desk, fields["may_tell_her"], MayTellHer.NO)
    desk.qtbot.keyClicks(fields["on"].line, "depuis 2020")
    choose(desk, fields["still"], Still.NOW)
    desk.qtbot.keyClicks(fields["language"].field.lineEdit(), "espagnol")
    choose(desk, fields["through"], "yes")
    desk.qtbot.keyClick(card.panel.keep, Qt.Key.Key_Space)
    (one,) = desk.noted()
    assert (one.tactic, one.words) == (f"digital@{LIST}", "Il lit mes messages.")
    assert (one.whose, one.source, one.may_tell_her) == (
        Whose.CHILD,
        Source(SourceKind.RELATIVE),
        MayTellHer.NO,
    )
    assert (one.language, one.through_interpreter, one.still) == ("es", True, Still.NOW)
    assert (one.happened.said, one.happened.first) == ("depuis 2020", date(2020, 1, 1))
    said = aloud(desk.card)
    for words in ("« Il lit mes messages. »", "Téléphone et Internet", "ça continue",
                  "mots d’un enfant", "par quelqu’un qui interprète", "dit en : espagnol"):  # fmt: skip
        assert words in said.replace("\u00a0", " ").replace("'", "’")
    assert not desk.card.panel.isVisible()


def test_nothing_but_a_tactic_and_words_is_needed(desk: Desk) -> None:
    card = desk.begin()
    desk.qtbot.keyClick(card.panel.keep, Qt.Key.Key_Space)
    assert "De quelle tactique" in aloud(card.panel)
    choose(desk, card.panel.fields["tactic"], f"animals@{LIST}")
    desk.qtbot.keyClick(card.panel.keep, Qt.Key.Key_Space)
    assert "Il manque les mots." in aloud(card.panel)
    assert card.panel.fields["words"].area.hasFocus()
    assert desk.noted() == ()
    desk.qtbot.keyClicks(card.panel.fields["words"].area, "Il a vendu mon chien.")
    desk.qtbot.keyClick(card.panel.keep, Qt.Key.Key_Space)
    (one,) = desk.noted()
    assert (one.whose, one.source.kind) == (Whose.HERS, SourceKind.HER)
    assert one.happened == Told()
    assert "moment inconnu" in aloud(desk.card)


def test_whether_she_may_know_is_asked_only_of_what_others_told(desk: Desk) -> None:
    fields = desk.begin().panel.fields
    assert not fields["may_tell_her"].isVisible()
    choose(desk, fields["source"], SourceKind.POLICE)
    assert fields["may_tell_her"].isVisible()
    assert fields["may_tell_her"].text() == MayTellHer.UNDECIDED
    choose(desk, fields["whose"], Whose.TEAM)
    assert not fields["source"].isVisible()
    assert not fields["may_tell_her"].isVisible()


def test_a_time_to_come_is_refused_and_what_was_written_stays(desk: Desk) -> None:
    card = desk.begin()
    texts = {"tactic": f"legal@{LIST}", "words": "La cour.", "on": "demain"}
    for name, text in texts.items():
        card.panel.fields[name].show_text(text)
    card.panel.keep.click()
    assert desk.noted() == ()
    assert "pas encore arrivé" in aloud(card.panel).replace("\u2019", "'")
    assert card.panel.fields["words"].text() == "La cour."


# Correcting and withdrawing --------------------------------------------------------------


def test_a_correction_keeps_what_was_not_changed_and_the_journal_shows_both(desk: Desk) -> None:
    day = desk.house.day(-3)
    source = Source(SourceKind.POLICE, organisation="SQ", document="rapport 7")
    first = told("isolation", "Il la suit.", source=source, may_tell_her=MayTellHer.YES,
                 happened=Told("", day, day, Precision.DAY), through_interpreter=True)  # fmt: skip
    desk.tell(first)
    card = desk.at(Place.OVER_TIME).control
    card.links[0].click()
    choose(desk, card.panel.fields["tactic"], f"surveillance@{LIST}")
    card.panel.keep.click()
    assert desk.noted() == (replace(first, tactic=f"surveillance@{LIST}"),)
    (line,) = [one for one in desk.journal() if "contrôle" in one[0]]
    assert line[1:] == ("Il la suit. · avant : Il la suit.", True)


def test_words_noted_by_mistake_are_withdrawn_with_a_reason_and_can_be_given_back(
    desk: Desk,
) -> None:
    desk.tell(told("isolation", "TZWORDS"))
    card = desk.at(Place.OVER_TIME).control
    card.links[1].click()
    assert "TZWORDS" in card.undo.what.text()
    card.undo.keep.click()
    assert len(desk.noted()) == 1
    card.undo.fields["reason"].show_text("mauvaise ligne")
    card.undo.keep.click()
    assert desk.noted() == ()
    assert desk.house.desk.read(desk.case).all(TacticWithdrawn)[0].reason == "mauvaise ligne"
    assert not any("TZWORDS" in label.text() for label in card.findChildren(QLabel)
                   if label.isVisibleTo(card))  # fmt: skip
    (line,) = [one for one in desk.journal() if "retirés" in one[0]]
    assert line[1] == "mauvaise ligne · avant : TZWORDS"
    page: Any = desk.rooms.page
    page.take_back()
    assert len(desk.noted()) == 1
    assert "TZWORDS" in aloud(desk.card)


def test_a_lock_in_the_middle_of_a_correction_loses_nothing(desk: Desk) -> None:
    desk.tell(told("isolation", "Il ferme."))
    card = desk.at(Place.OVER_TIME).control
    card.links[0].click()
    card.panel.fields["words"].show_text("Il ferme la por")
    where = desk.rooms.where()
    desk.rooms.flush()
    desk.rooms = desk.enter()
    desk.rooms.show_where(where)
    assert desk.card.panel.texts()["words"] == "Il ferme la por"
    desk.card.panel.keep.click()
    assert [one.words for one in desk.noted()] == ["Il ferme la por"]


def test_what_is_typed_in_another_panel_outlives_what_is_kept(desk: Desk) -> None:
    card = desk.begin()
    page: Any = desk.rooms.page
    page.incidents.begin(None, page.incidents.add)
    page.incidents.panel.fields["words"].show_text("à moitié écr")
    for name, text in {"tactic": f"legal@{LIST}", "words": "La cour."}.items():
        card.panel.fields[name].show_text(text)
    card.panel.keep.click()
    assert [one.words for one in desk.noted()] == ["La cour."]
    assert page.incidents.panel.isVisible()
    where = desk.rooms.where()
    desk.rooms = desk.enter()
    desk.rooms.show_where(where)
    again: Any = desk.rooms.page
    assert again.incidents.panel.texts()["words"] == "à moitié écr"
    assert not again.control.panel.isVisible()


# Reading ---------------------------------------------------------------------------------

EARLY = Told("en 2019", date(2019, 1, 1), date(2019, 12, 31), Precision.YEAR)
LATE = Told("en 2024", date(2024, 1, 1), date(2024, 12, 31), Precision.YEAR)


def order(widget: QWidget, *words: str) -> list[str]:
    """Return these words in the order in which they stand."""
    text = aloud(widget)
    return sorted(words, key=text.rindex)  # rows that were drawn before may still be there


def test_they_are_read_in_the_order_of_time_and_by_tactic(desk: Desk) -> None:
    desk.tell(
        told("animals", "TZC", happened=LATE),
        told("isolation", "TZB", happened=LATE),
        told("animals", "TZA", happened=EARLY),
        told("isolation", "TZZ"),
    )
    card = desk.at(Place.OVER_TIME).control
    assert order(card, "TZZ", "TZB", "TZA")[0] == "TZA"
    assert order(card, "TZZ", "TZB", "TZA")[-1] == "TZZ"
    card.switch.take_focus()
    desk.qtbot.keyClick(card.switch.focusWidget(), Qt.Key.Key_Right)
    desk.qtbot.keyClick(card.switch.focusWidget(), Qt.Key.Key_Space)
    assert card.switch.value() == BY_TACTIC
    assert order(card, "TZA", "TZB", "TZC", "TZZ") == ["TZB", "TZZ", "TZA", "TZC"]


def test_an_empty_page_says_that_nothing_is_noted_and_that_it_proves_nothing(desk: Desk) -> None:
    said = aloud(desk.at(Place.OVER_TIME).control).replace("\u2019", "'")
    assert "Rien n'est encore noté." in said
    assert "ça ne veut pas dire que rien n'arrive" in said


def test_the_words_stand_beside_what_weighs_and_only_where_there_are_any(desk: Desk) -> None:
    assert not desk.at(Place.RESULT).picture.control.isVisible()
    desk.tell(told("economic", "Il garde ma carte.", happened=EARLY))
    control = desk.at(Place.RESULT).picture.control
    assert control.isVisible()
    said = aloud(control).replace("\u00a0", " ")
    assert "« Il garde ma carte. »" in said
    assert "Argent · en 2019" in said


# Never counted ---------------------------------------------------------------------------


def shown(widget: QWidget) -> Counter[str]:
    """Return every text and name in sight, each as often as it stands there."""
    parts = [one for one in (widget, *widget.findChildren(QWidget)) if one.isVisibleTo(widget)]
    texts = [one.text() for one in parts if isinstance(one, QLabel | QAbstractButton)]
    names = [text for one in parts for text in (one.accessibleName(), one.accessibleDescription())]
    return Counter(text for text in (*texts, *names) if text)


def rows(count: int) -> Sequence[TacticNoted]:
    """Return words that differ in nothing that is shown, so that only their number could tell."""
    return [told("isolation", "mot", number) for number in range(1, count + 1)]


@pytest.mark.parametrize("way", ["date", BY_TACTIC])
@pytest.mark.parametrize("count", [2, 7, 13])
def test_no_text_of_the_page_tells_how_many_there_are(qtbot: QtBot, way: str, count: int) -> None:
    one, many = Desk(qtbot), Desk(qtbot)
    one.tell(*rows(1))
    many.tell(*rows(count))
    seen = []
    for desk in (one, many):
        card = desk.at(Place.OVER_TIME).control
        card.switch.show_value(way)
        card.switch.chosen.emit(way)
        seen.append(shown(card))
    assert seen[0].keys() == seen[1].keys()


@pytest.mark.parametrize("count", [2, 4, 7, 13])
def test_no_text_of_the_result_tells_how_many_there_are(qtbot: QtBot, count: int) -> None:
    one, many = Desk(qtbot), Desk(qtbot)
    one.tell(*rows(1))
    many.tell(*rows(count))
    few, more = (shown(desk.at(Place.RESULT).picture.control) for desk in (one, many))
    rest = {text for text in more if text.startswith("Lire la suite")}
    assert more.keys() - rest == few.keys()
    assert not any(re.search(r"\d", text) for text in rest)


def test_no_number_and_no_bar_stands_on_the_page(desk: Desk) -> None:
    desk.tell(*(told(name, "mot") for name in ("isolation", "legal", "animals", "legal")))
    noted = re.compile(r"noté le\s\d+\s\w+")
    for widget in (desk.at(Place.OVER_TIME).control, desk.at(Place.RESULT).picture.control):
        numbers = [text for text in shown(widget) if re.search(r"\d", noted.sub("", text))]
        assert numbers == []
        assert widget.findChildren(QProgressBar) == []
        assert not re.search(r"(?i)\b(score|total|tactiques?\s*:|fois)\b", aloud(widget))


def test_a_level_reads_the_same_whatever_was_told_of_control(desk: Desk) -> None:
    before = shown(desk.at(Place.RESULT).form)
    desk.tell(*rows(9))
    assert shown(desk.at(Place.RESULT).form) == before
    desk.house.sign(desk.case, Level.MODERATE)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_control_has_a_name_and_a_key_of_its_own(language: str, qtbot: QtBot) -> None:
    desk = Desk(qtbot, language)
    desk.tell(told("isolation", "Tu vois pu personne."))
    desk.begin()
    desk.card.links[1].click()
    page: Any = desk.rooms.page
    assert unnamed(page) == []
    found = mnemonics(page)
    assert len(found) == len(set(found))
