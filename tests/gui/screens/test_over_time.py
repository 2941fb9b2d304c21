"""« Dans le temps »: any two appreciations, twelve months, the stages; by keys, and heard."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from indoors import Indoors
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics, unnamed
from weighed import say, weighed

from filet.application.over_time import new_incident
from filet.domain.ids import CaseId
from filet.domain.kinds import IncidentNoted, Level, LevelSigned, SourceKind, StatementMade
from filet.domain.moments import Precision, Told
from filet.gui.screens.over_time import OverTimeScreen

LEFT = Qt.MouseButton.LeftButton


def opened(qtbot: QtBot, house: Indoors, case: CaseId) -> OverTimeScreen:
    screen = OverTimeScreen(house.context, house.services, case)
    qtbot.addWidget(screen)
    screen.resize(1134, 900)
    screen.show()
    screen.load()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return screen


def lived(language: str = "fr") -> tuple[Indoors, CaseId]:
    """Return a dossier with two levels, and what was told between them."""
    house = Indoors(language)
    case = weighed(house)
    house.sign(case, Level.IMMINENT, review=1)
    return house, case


def incidents(house: Indoors, case: CaseId) -> tuple[IncidentNoted, ...]:
    return house.desk.read(case).all(IncidentNoted)


def test_the_last_two_appreciations_stand_side_by_side_with_what_differs(qtbot: QtBot) -> None:
    house, case = lived()
    screen = opened(qtbot, house, case)
    heard = aloud(screen.compare)
    for words in (
        "Aggravé",
        "Danger imminent",
        "Il sait qu'elle part.",
        "Changé",
        "non, puis oui (elle)",
        "ne sait pas, puis à éclaircir (elle, police)",
    ):
        assert words in heard


def test_any_two_are_chosen_by_keys_and_read_as_a_text(qtbot: QtBot) -> None:
    house, case = lived()
    house.clock.move(days=1)
    say(house, case, "sudden_calm")
    house.sign(case, Level.MODERATE)
    screen = opened(qtbot, house, case)
    assert screen.compare.one.count() == 3
    screen.compare.take_focus()
    qtbot.keyClick(screen.compare.one, Qt.Key.Key_Home)
    assert "Aggravé" in screen.compare.text.toPlainText()
    screen.compare.switch.take_focus()
    qtbot.keyClick(screen.compare.switch.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(screen.compare.switch.focusWidget(), Qt.Key.Key_Space)
    assert screen.compare.text.isVisible()
    text = screen.compare.text.toPlainText()
    for words in ("Aggravé", "Modéré", "Nouveau", "Il est soudain calme"):
        assert words in text


def test_a_level_that_was_withdrawn_can_be_compared_and_says_so(qtbot: QtBot) -> None:
    house, case = lived()
    last = house.desk.read(case).last(LevelSigned)
    assert last is not None
    house.services.appraising.withdraw(case, last.level_id, "Mauvaise ligne.")
    screen = opened(qtbot, house, case)
    assert screen.compare.one.count() == 2
    assert "retiré" in screen.compare.other.currentText()


def test_with_one_level_there_is_nothing_to_compare(qtbot: QtBot) -> None:
    house = Indoors()
    screen = opened(qtbot, house, house.case("Iris"))
    assert screen.compare.few.isVisible()
    assert not screen.compare.one.isVisible()


def test_an_incident_is_noted_by_keys_with_its_day_and_how_bad_it_was(qtbot: QtBot) -> None:
    house, case = lived()
    screen = opened(qtbot, house, case)
    qtbot.keyClick(screen.incidents.add, Qt.Key.Key_Space)
    fields = screen.incidents.panel.fields
    qtbot.keyClicks(fields["on"].line, "hier")
    qtbot.keyClick(fields["severity"].box, Qt.Key.Key_End)
    qtbot.keyClick(fields["source"].box, Qt.Key.Key_Down)
    qtbot.keyClicks(fields["words"].area, "Un couteau.")
    qtbot.keyClick(screen.incidents.panel.keep, Qt.Key.Key_Space)
    (noted,) = incidents(house, case)
    assert noted.happened.first == house.day(-1)
    assert noted.source.kind is SourceKind.RELATIVE
    assert (noted.severity, noted.scale, noted.words) == (5, "filet-gravite-1", "Un couteau.")
    assert "gravité 5" in screen.incidents.year.accessibleName()
    cell = screen.incidents.table.item(0, 2)
    assert cell is not None
    assert cell.text() == "Un couteau."
    assert not screen.incidents.panel.isVisible()


def test_what_was_told_with_a_day_stands_there_and_can_be_given_a_degree(qtbot: QtBot) -> None:
    house, case = lived()
    day = house.day(-30)
    made = house.desk.read(case).all(StatementMade)[0]
    dated = replace(made, happened=Told("", day, day, Precision.DAY))
    house.services.screening.state(case, dated)
    screen = opened(qtbot, house, case)
    assert "gravité non dite" in screen.incidents.year.accessibleName()
    qtbot.keyClick(screen.incidents.links[0], Qt.Key.Key_Space)
    qtbot.keyClick(screen.incidents.panel.fields["severity"].box, Qt.Key.Key_Down)
    qtbot.keyClick(screen.incidents.panel.keep, Qt.Key.Key_Space)
    (noted,) = incidents(house, case)
    assert (noted.severity, noted.statement) == (1, made.statement)
    assert noted.happened.first == day


def test_a_day_to_come_or_unreadable_keeps_no_incident(qtbot: QtBot) -> None:
    house, case = lived()
    screen = opened(qtbot, house, case)
    qtbot.mouseClick(screen.incidents.add, LEFT)
    qtbot.keyClicks(screen.incidents.panel.fields["on"].line, "un soir")
    qtbot.keyClicks(screen.incidents.panel.fields["words"].area, "Cris.")
    qtbot.mouseClick(screen.incidents.panel.keep, LEFT)
    assert incidents(house, case) == ()
    assert screen.incidents.panel.fields["on"].wrong.isVisible()
    assert screen.incidents.panel.fields["words"].text() == "Cris."


def test_an_incident_that_is_being_written_comes_back_after_a_lock(qtbot: QtBot) -> None:
    house, case = lived()
    day = house.day(-2)
    noted = IncidentNoted(new_incident(), Told("", day, day, Precision.DAY), 2, "x", "Cris.")
    house.services.over_time.note(case, noted)
    screen = opened(qtbot, house, case)
    screen.incidents.links[0].click()
    qtbot.keyClicks(screen.incidents.panel.fields["words"].area, " Et des coups.")
    screen.flush()
    again = opened(qtbot, house, case)
    assert again.incidents.panel.isVisible()
    assert "Et des coups." in again.incidents.panel.fields["words"].text()
    again.incidents.panel.keep.click()
    (kept,) = incidents(house, case)
    assert (kept.incident, kept.severity) == (noted.incident, 2)
    assert house.vault.state.drafts == {}


def test_a_form_that_was_opened_and_closed_leaves_no_draft(qtbot: QtBot) -> None:
    house, case = lived()
    screen = opened(qtbot, house, case)
    screen.incidents.add.click()
    qtbot.keyClicks(screen.incidents.panel.fields["words"].area, "Cris")
    screen.flush()
    assert house.vault.state.drafts
    screen.incidents.panel.cancel.click()
    screen.flush()
    assert house.vault.state.drafts == {}


def test_an_incident_that_was_noted_can_be_taken_back(qtbot: QtBot) -> None:
    house, case = lived()
    day = house.day(-2)
    noted = IncidentNoted(new_incident(), Told("", day, day, Precision.DAY), 2, "x", "Poussée.")
    house.services.over_time.note(case, noted)
    screen = opened(qtbot, house, case)
    qtbot.keyClick(screen, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert incidents(house, case) == ()


def test_the_stages_say_that_they_predict_nothing_and_show_what_was_told(qtbot: QtBot) -> None:
    house, case = lived()
    screen = opened(qtbot, house, case)
    assert "Ce n’est pas une prédiction" in screen.stages.note.text()
    assert "Monckton-Smith" in screen.stages.source.text()
    qtbot.keyClick(screen.stages.unfold, Qt.Key.Key_Space)
    heard = aloud(screen.stages)
    for words in ("Un tournant", "Il sait ou devine la séparation", "Rien n’a été dit ici."):
        assert words in heard
    assert not [word for word in ("%", "probab", "étape 5", "étape 6") if word in heard.lower()]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_control_has_a_name_and_a_letter_of_its_own(qtbot: QtBot, language: str) -> None:
    house, case = lived(language)
    screen = opened(qtbot, house, case)
    screen.incidents.add.click()
    assert unnamed(screen) == []
    assert not [letter for letter, count in Counter(mnemonics(screen)).items() if count > 1]
