"""The page of the judgement: real clicks and keys over a house in memory."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from indoors import Indoors
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics, unnamed
from weighed import correct, person, say, weighed

from filet.application.appraising import Judgement
from filet.application.desk import Write
from filet.application.reviewing import new_change
from filet.domain.errors import NothingToTakeBack
from filet.domain.ids import CaseId, WorkerId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    ActionDone,
    ActionPlanned,
    Agreement,
    AgreementNoted,
    ChangeNoted,
    Level,
    LevelReasoned,
    LevelSeconded,
    LevelSigned,
    LevelWithdrawn,
    Opinion,
    PersonDescribed,
    Role,
    WorkerEnrolled,
)
from filet.domain.rows import DueKind, due_lines
from filet.gui.screens.result import ResultScreen
from filet.gui.theme import ThemeName
from filet.gui.widgets.facts import Card
from filet.gui.widgets.labels import Heading
from filet.gui.widgets.proposed import ProposedCard, ProposedRow
from filet.gui.widgets.reading import go_on_reading
from filet.gui.widgets.small import SmallLink
from filet.gui.widgets.tools_fold import BandScale, ToolsFold

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
WIDE, NARROW = (1310, 648), (880, 566)


def opened(
    qtbot: QtBot, house: Indoors, case: CaseId, size: tuple[int, int] = WIDE
) -> ResultScreen:
    screen = ResultScreen(house.context, house.services, case)
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    screen.load()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return screen


def page(
    qtbot: QtBot, language: str = "fr", size: tuple[int, int] = WIDE
) -> tuple[Indoors, CaseId, ResultScreen]:
    house = Indoors(language)
    case = weighed(house)
    return house, case, opened(qtbot, house, case, size)


def all_of(house: Indoors, case: CaseId, kind: type) -> list[Any]:
    return list(house.desk.read(case).all(kind))


def last_level(house: Indoors, case: CaseId) -> LevelSigned:
    found = house.desk.read(case).last(LevelSigned)
    assert found is not None
    return found


def titles(screen: QWidget) -> list[str]:
    """Return the titles of the cards in the order in which a screen reader meets them."""
    return [
        label.accessibleName()
        for card in in_order(screen)
        if isinstance(card, Card | ProposedCard)
        for label in card.findChildren(Heading)[:1]
    ] + [fold.unfold.accessibleName() for fold in screen.findChildren(ToolsFold)]


def in_order(widget: QWidget) -> list[QWidget]:
    found = []
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isHidden():
            found += [child, *in_order(child)]
    return found


def row(screen: ResultScreen, action: str) -> ProposedRow:
    return screen.picture.proposed.rows[action]


# What is known ---------------------------------------------------------------------------


def test_a_screen_reader_meets_her_sense_first_and_the_tools_last(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    assert titles(screen) == [
        "Ce qu’elle en pense",
        "Ce qui pèse le plus",
        "Ce qui protège",
        "Ce qu’on ne sait pas",
        "Depuis le 23\u00a0nov.",
        "Actions proposées",
        "Ce que disent les outils",
    ]


def test_in_imminent_danger_actions_come_first_for_the_eye_and_for_a_screen_reader(
    qtbot: QtBot,
) -> None:
    _, _, screen = page(qtbot)
    screen.form.level.choose(Level.IMMINENT)
    assert titles(screen)[:2] == ["Actions proposées", "Ce qu’elle en pense"]
    assert titles(screen)[-1] == "Ce que disent les outils"
    proposed, facts = screen.picture.proposed, screen.picture.facts
    qtbot.waitUntil(lambda: proposed.x() < facts.x())
    screen.form.level.choose(Level.AGGRAVATED)
    assert titles(screen)[0] == "Ce qu’elle en pense"
    qtbot.waitUntil(lambda: facts.x() < proposed.x())


def test_her_words_stand_in_her_own_voice_with_both_numbers(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    said = aloud(screen.picture.sense)
    assert "«\u00a0Là, j’ai peur. C’est son calme qui me fait peur.\u00a0»" in said
    assert (
        "Sur 10, elle dit 8. Le 23\u00a0nov., elle disait 5 · aujourd’hui, 14\u00a0h\u00a030, en personne"
        in said
    )
    names = [widget.objectName() for widget in screen.picture.sense.findChildren(QWidget)]
    assert [name for name in names if name.startswith("voice")] == ["voice-her"]


def test_what_is_to_be_cleared_up_shows_both_voices(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    said = aloud(screen.picture.weighs)
    assert "à éclaircir" in said
    assert "oui\u00a0: police, 14\u00a0h\u00a030" in said
    assert "non\u00a0: elle, 14\u00a0h\u00a030" in said


def test_what_was_told_since_the_last_level_is_new(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    words = aloud(screen.picture.weighs)
    assert words.count("nouveau") >= 2
    assert "Il lui a serré le cou" in words


def test_each_thing_not_known_leads_back_to_its_question(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    link = screen.picture.gaps.findChildren(SmallLink)[0]
    assert "préfère ne pas répondre" in link.accessibleName()
    with qtbot.waitSignal(screen.question_wanted) as wanted:
        qtbot.mouseClick(link, LEFT)
    assert wanted.args == ["stalking@inventaire-filet-1"]


def test_not_asked_is_said_apart_from_not_known(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    more = screen.picture.gaps.findChildren(SmallLink)[-1]
    qtbot.mouseClick(more, LEFT)
    said = aloud(screen.picture.gaps)
    assert "ne sait pas" in said
    assert "pas demandé" in said


def test_changes_are_told_both_ways(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    worse = say(house, case, "getting_worse")
    say(house, case, "weapon_in_reach", Value.UNKNOWN)
    house.sign(case, Level.MODERATE)
    house.clock.move(days=1)
    correct(house, case, worse, Value.NO)
    say(house, case, "weapon_in_reach")
    said = aloud(opened(qtbot, house, case).picture.changes)
    assert "C’est pire qu’avant\u00a0: oui, puis non" in said
    assert "Arme à portée, chasse comprise\u00a0: ne sait pas, puis oui" in said


def test_the_first_appreciation_compares_with_nothing(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    screen = opened(qtbot, house, case)
    assert "rien à comparer" in aloud(screen.picture.changes)


# The tools -------------------------------------------------------------------------------


def test_the_tools_stay_folded_until_a_level_is_chosen(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    tools = screen.picture.tools
    qtbot.mouseClick(tools.unfold, LEFT)
    assert not tools.content.isVisible()
    screen.form.level.choose(Level.AGGRAVATED)
    assert not tools.content.isVisible()
    qtbot.mouseClick(tools.unfold, LEFT)
    assert tools.content.isVisible()
    screen.form.level.choose(Level.IMMINENT)
    assert not tools.content.isVisible()


def test_a_tool_gives_a_range_says_its_unknowns_and_has_a_text_twin(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    said = aloud(screen.picture.tools)
    assert "De 9 à 11 sur 37" in said
    assert "3 réponses inconnues ou sans réponse." in said
    (scale,) = screen.picture.tools.findChildren(BandScale)
    assert "9 comptés; jusqu’à 11" in scale.accessibleName()
    assert "échelle de 0 à 37" in scale.accessibleName()


def test_no_sentence_compares_a_level_with_a_tool(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    before = aloud(screen.picture.tools)
    for level in (Level.MODERATE, Level.NOT_ESTABLISHED, Level.IMMINENT):
        screen.form.level.choose(level)
        words = aloud(screen.picture.tools)
        assert words.replace("Un outil éclaire, il ne décide pas.", "") == before.replace(
            "Après votre choix de niveau.", ""
        )


# Choosing --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_chosen_or_ticked_before_somebody_does(qtbot: QtBot, language: str) -> None:
    _, _, screen = page(qtbot, language)
    assert screen.form.level.level() is None
    assert not screen.form.sign.isEnabled()
    assert not screen.findChildren(QCheckBox)
    assert screen.form.why.text() == screen.form.taken.text() == ""


@pytest.mark.parametrize(
    ("digit", "level"),
    [
        (Qt.Key.Key_1, Level.MODERATE),
        (Qt.Key.Key_2, Level.AGGRAVATED),
        (Qt.Key.Key_3, Level.IMMINENT),
        (Qt.Key.Key_4, Level.NOT_ESTABLISHED),
    ],
)
@pytest.mark.parametrize("pad", [False, True], ids=["row", "pad"])
def test_a_digit_chooses_and_moves_the_focus_there(
    qtbot: QtBot, digit: Qt.Key, level: Level, pad: bool
) -> None:
    _, _, screen = page(qtbot)
    screen.picture.tools.unfold.setFocus()
    screen.back.setFocus()
    keypad = Qt.KeyboardModifier.KeypadModifier
    qtbot.keyClick(screen.back, digit, keypad if pad else Qt.KeyboardModifier.NoModifier)
    assert screen.form.level.level() is level
    assert screen.form.level.options[level].hasFocus()


def test_a_digit_in_a_text_is_text(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    for area in (screen.form.why.area, screen.form.discussed.line):
        area.setFocus()
        qtbot.keyClick(area, Qt.Key.Key_3)
    assert screen.form.level.level() is None
    assert (screen.form.why.text(), screen.form.discussed.text()) == ("3", "3")


def test_the_level_proposes_when_to_look_again_and_words_typed_stay(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    screen.form.level.choose(Level.AGGRAVATED)
    assert screen.form.review.field.text() == "3\u00a0déc."
    screen.form.level.choose(Level.IMMINENT)
    assert screen.form.review.field.text() == "30\u00a0nov., 22\u00a0h"
    line = screen.form.review.field.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "demain 9h")
    screen.form.level.choose(Level.AGGRAVATED)
    assert screen.form.review.field.text() == "demain 9h"
    assert "mardi 1er\u00a0décembre 2026, 9\u00a0h" in screen.form.review.field.echo.text()
    screen.form.why.show_text("Il sait.")
    qtbot.mouseClick(screen.form.sign, LEFT)
    review = last_level(house, case).review
    assert review is not None
    assert (review.day.day, review.hour) == (1, "09:00")


def test_a_review_that_cannot_be_read_is_asked_again_and_nothing_is_signed(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    screen.form.level.choose(Level.AGGRAVATED)
    screen.form.why.show_text("Il sait.")
    line = screen.form.review.field.line
    line.selectAll()
    qtbot.keyClicks(line, "plus tard")
    qtbot.mouseClick(screen.form.sign, LEFT)
    assert line.hasFocus()
    assert screen.form.review.field.wrong.isVisible()
    assert len(all_of(house, case, LevelSigned)) == 1


# Signing ---------------------------------------------------------------------------------


def test_without_a_reason_the_button_leads_to_it_and_says_why(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    screen.form.level.choose(Level.AGGRAVATED)
    assert screen.form.sign.isEnabled()
    qtbot.mouseClick(screen.form.sign, LEFT)
    assert screen.form.why.area.hasFocus()
    assert "Dites pourquoi vous retenez ce niveau" in screen.form.why_wrong.text()
    assert len(all_of(house, case, LevelSigned)) == 1
    qtbot.keyClicks(screen.form.why.area, "Il sait.")
    assert not screen.form.why_wrong.isVisible()
    with qtbot.waitSignal(screen.signed):
        qtbot.mouseClick(screen.form.sign, LEFT)
    assert last_level(house, case).reasons == "Il sait."


@pytest.mark.parametrize("level", [Level.MODERATE, Level.NOT_ESTABLISHED])
def test_a_calm_level_says_how_it_takes_what_is_critical_into_account(
    qtbot: QtBot, level: Level
) -> None:
    house, case, screen = page(qtbot)
    assert not screen.form.taken.isVisible()
    screen.form.level.choose(level)
    said = screen.form.present.accessibleName()
    assert said.startswith("Présents\u00a0: cou serré, arme,")
    assert said.endswith("Dites comment vous en tenez compte.")
    screen.form.why.show_text("Elle est loin.")
    qtbot.mouseClick(screen.form.sign, LEFT)
    assert screen.form.taken.area.hasFocus()
    assert len(all_of(house, case, LevelSigned)) == 1
    qtbot.keyClicks(screen.form.taken.area, "arme retiree")
    qtbot.mouseClick(screen.form.sign, LEFT)
    assert last_level(house, case).taken_into_account == "arme retiree"


def test_a_serious_level_is_not_asked_about_markers(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    screen.form.level.choose(Level.MODERATE)
    screen.form.level.choose(Level.AGGRAVATED)
    assert not screen.form.present.isVisible()
    assert not screen.form.taken.isVisible()


def test_a_signature_holds_who_it_is_for_and_about_and_its_ranges(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    assert screen.form.concerned.said.text() == "Pour elle · au sujet de Fulgence\u00a0M."
    screen.form.level.choose(Level.AGGRAVATED)
    screen.form.why.show_text("Il sait.")
    screen.form.discussed.show_text("Line D.")
    qtbot.mouseClick(screen.form.sign, LEFT)
    level = last_level(house, case)
    people = {one.person: one.role for one in house.desk.read(case).all(PersonDescribed)}
    assert [people[one] for one in level.persons] == [Role.HER]
    assert [people[one] for one in level.authors] == [Role.AUTHOR]
    assert level.discussed_with == "Line D."
    (da,) = [one for one in level.ranges if one.pack == "da-2004"]
    assert (da.minimum, da.maximum) == (9, 11)


def test_a_level_may_be_for_a_child_instead(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    qtbot.mouseClick(screen.form.concerned.change, LEFT)
    chips = {chip.text(): chip for chip in screen.form.concerned.persons._chips.values()}
    qtbot.mouseClick(chips["elle"], LEFT)
    qtbot.mouseClick(chips["Zoé0"], LEFT)
    screen.form.level.choose(Level.AGGRAVATED)
    screen.form.why.show_text("Il sait.")
    qtbot.mouseClick(screen.form.sign, LEFT)
    people = {one.person: one.role for one in house.desk.read(case).all(PersonDescribed)}
    assert [people[one] for one in last_level(house, case).persons] == [Role.CHILD]


def test_among_several_authors_none_is_taken_for_granted(qtbot: QtBot) -> None:
    house = Indoors()
    case = weighed(house)
    person(house, case, Role.AUTHOR, "Donatien")
    screen = opened(qtbot, house, case)
    assert screen.form.concerned.said.text() == "Pour elle · au sujet de qui\u00a0: à préciser"


def test_ctrl_enter_goes_to_the_button_and_never_signs(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    screen.form.level.choose(Level.AGGRAVATED)
    screen.form.why.show_text("Il sait.")
    screen.form.why.area.setFocus()
    qtbot.keyClick(screen.form.why.area, Qt.Key.Key_Return, CTRL)
    assert screen.form.sign.hasFocus()
    qtbot.keyClick(screen.form.sign, Qt.Key.Key_Return, CTRL)
    held = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, CTRL, "\r", True)
    for _ in range(3):
        QApplication.sendEvent(screen.form.sign, held)
    assert len(all_of(house, case, LevelSigned)) == 1
    qtbot.keyClick(screen.form.sign, Qt.Key.Key_Return)
    assert len(all_of(house, case, LevelSigned)) == 2


# Imminent danger -------------------------------------------------------------------------


def test_the_band_is_there_the_moment_imminent_danger_is_chosen(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    assert not screen.band.isVisible()
    screen.form.level.choose(Level.IMMINENT)
    assert screen.band.isVisible()
    assert screen.band.accessibleName() == (
        "Danger imminent. Si elle, les enfants ou l’équipe sont exposés maintenant\u00a0:"
        " appelez le 911."
    )
    with qtbot.waitSignal(screen.emergency_wanted):
        qtbot.mouseClick(screen.band.call, LEFT)
    qtbot.mouseClick(screen.band.now, LEFT)
    assert row(screen, "call_911").todo.hasFocus()
    assert len(all_of(house, case, LevelSigned)) == 1


def test_the_list_of_imminent_danger_begins_as_it_must(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    screen.form.level.choose(Level.IMMINENT)
    texts = [one.proposal.text for one in screen.picture.proposed.rows.values()]
    assert texts[:5] == [
        "Le 911 est-il appelé?",
        "Lui dire ce qu’on craint",
        "Savoir où sont les enfants",
        "La maison et l’équipe\u00a0: entrée, nuit, relève",
        "La coordination",
    ]


def test_imminent_danger_is_signed_at_once_and_its_reason_is_due(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    screen.form.level.choose(Level.IMMINENT)
    assert screen.form.sign.text() == "Consigner, provisoire"
    assert "23\u00a0h" in screen.form.provisional.accessibleName()
    qtbot.mouseClick(screen.form.sign, LEFT)
    level = last_level(house, case)
    assert (level.provisional, level.reasons) == (True, "")
    due = {line.kind: line.due for line in due_lines(house.desk.read(case))}
    assert due == {DueKind.REVIEW: "2026-11-30 22:00", DueKind.REASON: "2026-11-30 23:00"}
    assert screen.band.isVisible()
    assert "avant la fin du quart" in screen.card.wait.accessibleName()


def test_the_reason_is_added_later_and_the_level_stays_as_it_was(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    screen.form.level.choose(Level.IMMINENT)
    qtbot.mouseClick(screen.form.sign, LEFT)
    before = last_level(house, case)
    qtbot.mouseClick(screen.card.give, LEFT)
    assert screen.card.later.area.hasFocus()
    qtbot.keyClicks(screen.card.later.area, "Il vient.")
    qtbot.mouseClick(screen.card.give, LEFT)
    (added,) = all_of(house, case, LevelReasoned)
    assert (added.level_id, added.reasons) == (before.level_id, "Il vient.")
    assert last_level(house, case) == before
    assert "Il vient." in aloud(screen.card)
    assert not screen.card.later.isVisible()
    assert [line.kind for line in due_lines(house.desk.read(case))] == [DueKind.REVIEW]


def test_a_reason_written_at_once_makes_the_level_whole(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    screen.form.level.choose(Level.IMMINENT)
    screen.form.why.show_text("Il vient.")
    assert screen.form.sign.text() == "Consigner ce niveau"
    qtbot.mouseClick(screen.form.sign, LEFT)
    assert not last_level(house, case).provisional


# What was signed -------------------------------------------------------------------------


def signed(qtbot: QtBot) -> tuple[Indoors, CaseId, ResultScreen]:
    house, case, screen = page(qtbot)
    screen.form.level.choose(Level.AGGRAVATED)
    screen.form.why.show_text("Il sait.")
    qtbot.mouseClick(screen.form.sign, LEFT)
    return house, case, screen


def test_a_signed_level_shows_its_date_its_writer_and_its_review(qtbot: QtBot) -> None:
    _, _, screen = signed(qtbot)
    said = aloud(screen.card)
    for words in (
        "Aggravé",
        "aujourd’hui, 14\u00a0h\u00a030 · Maude R.",
        "à revoir le 3\u00a0déc.",
    ):
        assert words in said
    assert not screen.form.isVisible()
    assert not screen.form.sign.isVisible()


def test_what_was_signed_cannot_be_undone(qtbot: QtBot) -> None:
    house, case, _ = signed(qtbot)
    with pytest.raises(NothingToTakeBack):
        house.services.undoing.undo(case)


def test_a_level_signed_by_mistake_is_withdrawn_with_a_reason_and_both_stay(qtbot: QtBot) -> None:
    house, case, screen = signed(qtbot)
    qtbot.mouseClick(screen.card.rows[0].mistake, LEFT)
    qtbot.mouseClick(screen.card.withdraw, LEFT)
    assert screen.card.reason.area.hasFocus()
    assert screen.card.wrong.isVisible()
    assert not all_of(house, case, LevelWithdrawn)
    qtbot.keyClicks(screen.card.reason.area, "Mauvaise ligne.")
    qtbot.mouseClick(screen.card.withdraw, LEFT)
    assert [one.reason for one in all_of(house, case, LevelWithdrawn)] == ["Mauvaise ligne."]
    kept = [entry.content for entry in house.desk.read(case).entries]
    assert sum(isinstance(content, LevelSigned) for content in kept) == 2
    assert screen.form.isVisible()
    qtbot.mouseClick(screen.former.look, LEFT)
    assert "Mauvaise ligne." in aloud(screen.card)


def test_a_new_appreciation_begins_beside_the_level_that_stands(qtbot: QtBot) -> None:
    house, case, screen = signed(qtbot)
    qtbot.mouseClick(screen.card.again, LEFT)
    assert screen.form.isVisible()
    assert "Aggravé" in screen.former.said.text()
    assert screen.form.level.level() is None
    screen.form.level.choose(Level.MODERATE)
    screen.form.taken.show_text("Retirée.")
    screen.form.why.show_text("Il est loin.")
    qtbot.mouseClick(screen.form.sign, LEFT)
    assert [one.level for one in all_of(house, case, LevelSigned)][-2:] == [
        Level.AGGRAVATED,
        Level.MODERATE,
    ]


def test_a_level_that_stands_is_shown_when_she_comes_back(qtbot: QtBot) -> None:
    house, case, _ = signed(qtbot)
    again = opened(qtbot, house, case)
    assert again.card.isVisible()
    with qtbot.waitSignal(again.plan_wanted):
        qtbot.mouseClick(again.card.plan, LEFT)


# What is drawn again ---------------------------------------------------------------------


def test_what_is_read_again_and_did_not_change_stays_as_it_was_drawn(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    picture = screen.picture
    drawn = [picture.sense, picture.weighs, picture.protects, picture.gaps, picture.proposed]
    before = [card.findChildren(QWidget) for card in drawn]
    screen.load()
    assert [card.findChildren(QWidget) for card in drawn] == before


def test_rows_that_were_begun_for_another_level_and_are_not_wanted_any_more_go(
    qtbot: QtBot,
) -> None:
    _, case, screen = page(qtbot)
    card, rows = screen.picture.proposed, screen.picture.proposed.rows
    shown = [one.proposal for one in rows.values()]
    acts = card.acts([replace(one, said="fait") for one in shown], case, "")
    next(acts)()
    next(acts)()
    assert len(card.findChildren(ProposedRow)) > len(shown)
    del acts  # others are wanted
    qtbot.waitUntil(lambda: len(card.findChildren(ProposedRow)) == len(shown))
    assert [one.proposal for one in card.rows.values()] == shown


# What is proposed ------------------------------------------------------------------------


def test_groups_come_in_order_and_nothing_is_done_in_advance(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    rows = screen.picture.proposed.rows.values()
    assert [one.proposal.group for one in rows if one.proposal.group] == [
        "La vie d’abord",
        "La santé",
        "Avec elle",
        "Les enfants",
        "La maison et l’équipe",
        "Les partenaires",
    ]
    assert not any(one.proposal.said or one.proposal.is_done for one in rows)


def test_an_action_is_planned_with_who_and_when(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    qtbot.mouseClick(row(screen, "medical_opinion").todo, LEFT)
    form: Any = row(screen, "medical_opinion").panel
    qtbot.keyClicks(form.when.line, "demain 9h")
    assert "mardi 1er\u00a0décembre 2026" in form.when.echo.text()
    qtbot.mouseClick(form.confirm, LEFT)
    (planned,) = all_of(house, case, ActionPlanned)
    assert (planned.proposed, planned.who, planned.due.hour) == (
        "medical_opinion",
        "Maude R.",
        "09:00",
    )
    assert planned.agreement is Agreement.NOT_ASKED
    said = row(screen, "medical_opinion").proposal.said
    assert said == "À faire\u00a0: Demain, 9\u00a0h · Maude R."
    assert not row(screen, "medical_opinion").proposal.is_done


def test_a_day_that_cannot_be_read_plans_nothing(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    qtbot.mouseClick(row(screen, "medical_opinion").todo, LEFT)
    form: Any = row(screen, "medical_opinion").panel
    qtbot.keyClicks(form.when.line, "un de ces jours")
    qtbot.mouseClick(form.confirm, LEFT)
    assert form.when.line.hasFocus()
    assert not all_of(house, case, ActionPlanned)


def test_what_is_done_says_when_by_whom_with_whom_and_what_came_of_it(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    screen.form.level.choose(Level.IMMINENT)
    qtbot.mouseClick(row(screen, "call_911").did, LEFT)
    panel: Any = row(screen, "call_911").panel
    qtbot.keyClicks(panel.with_whom.line, "agente 12")
    qtbot.keyClicks(panel.result.line, "en route")
    qtbot.mouseClick(panel.confirm, LEFT)
    (done,) = all_of(house, case, ActionDone)
    (planned,) = all_of(house, case, ActionPlanned)
    assert done.action == planned.action
    assert (done.by, done.with_whom, done.result) == ("Maude R.", "agente 12", "en route")
    proposal = row(screen, "call_911").proposal
    assert proposal.is_done
    assert proposal.said == (
        "Fait\u00a0: aujourd’hui, 14\u00a0h\u00a030 · Maude R. · avec agente 12 · en route"
    )


def test_what_was_done_before_the_last_level_is_not_done_today(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    qtbot.mouseClick(row(screen, "medical_opinion").did, LEFT)
    panel: Any = row(screen, "medical_opinion").panel
    qtbot.mouseClick(panel.confirm, LEFT)
    house.clock.move(days=2)
    house.sign(case, Level.AGGRAVATED, review=1)
    house.clock.move(days=3)
    again = opened(qtbot, house, case)
    assert not row(again, "medical_opinion").proposal.is_done
    assert "La fois précédente" in row(again, "medical_opinion").proposal.said


def test_what_she_says_of_an_action_is_kept_and_can_be_changed(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    for said in (Agreement.REFUSES, Agreement.AGREES):
        opener = row(screen, "medical_opinion").agreement
        assert opener is not None
        qtbot.mouseClick(opener, LEFT)
        panel: Any = row(screen, "medical_opinion").panel
        qtbot.mouseClick(panel.buttons[said], LEFT)
        assert row(screen, "medical_opinion").proposal.agreement is said
    assert [one.agreement for one in all_of(house, case, AgreementNoted)] == [Agreement.AGREES]
    assert not all_of(house, case, ActionPlanned)


def test_an_action_that_nobody_outside_learns_of_asks_for_no_agreement(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    screen.form.level.choose(Level.IMMINENT)
    assert row(screen, "call_911").agreement is None
    assert row(screen, "cell").agreement is not None


def test_planning_against_her_refusal_says_so(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    noted = AgreementNoted("medical_opinion", Agreement.REFUSES)
    house.services.appraising.agree(case, noted)
    screen.load()
    qtbot.waitUntil(row(screen, "medical_opinion").isVisible)
    qtbot.mouseClick(row(screen, "medical_opinion").todo, LEFT)
    form: Any = row(screen, "medical_opinion").panel
    assert form.refused.isVisible()
    assert "Elle a dit non." in form.refused.text()


def test_closing_a_panel_gives_the_focus_back_and_writes_nothing(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    opener = row(screen, "medical_opinion").todo
    qtbot.mouseClick(opener, LEFT)
    panel: Any = row(screen, "medical_opinion").panel
    qtbot.mouseClick(panel.cancel, LEFT)
    assert opener.hasFocus()
    assert row(screen, "medical_opinion").panel is None
    assert not all_of(house, case, ActionPlanned)


# Drafts ----------------------------------------------------------------------------------


def test_a_level_that_is_considered_and_its_reason_come_back_after_a_lock(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    qtbot.mouseClick(screen.form.concerned.change, LEFT)
    chips = {chip.text(): chip for chip in screen.form.concerned.persons._chips.values()}
    qtbot.mouseClick(chips["Zoé0"], LEFT)
    screen.form.level.choose(Level.MODERATE)
    screen.form.taken.show_text("Retirée.")
    screen.form.why.show_text("Il est")
    screen.form.discussed.show_text("Line D.")
    screen.form.review.show_text("demain 9h")
    screen.flush()
    again = opened(qtbot, house, case)
    assert again.form.level.level() is Level.MODERATE
    texts = (again.form.taken.text(), again.form.why.text(), again.form.discussed.text())
    assert texts == ("Retirée.", "Il est", "Line D.")
    assert again.form.review.text() == "demain 9h"
    assert "Zoé0" in again.form.concerned.said.text()
    assert len(all_of(house, case, LevelSigned)) == 1


def test_imminent_danger_that_was_being_considered_comes_back_with_its_band(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    screen.form.level.choose(Level.IMMINENT)
    screen.flush()
    again = opened(qtbot, house, case)
    assert again.band.isVisible()
    assert next(iter(again.picture.proposed.rows)) == "call_911"


def test_signing_leaves_no_draft(qtbot: QtBot) -> None:
    house, _, _ = signed(qtbot)
    assert house.vault.state.drafts == {}


def test_a_withdrawal_that_is_being_written_comes_back(qtbot: QtBot) -> None:
    house, case, screen = signed(qtbot)
    qtbot.mouseClick(screen.card.rows[0].mistake, LEFT)
    qtbot.keyClicks(screen.card.reason.area, "Mauv")
    screen.flush()
    again = opened(qtbot, house, case)
    assert again.card.reason.text() == "Mauv"
    assert again.card.panel.isVisible()


# For everybody ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("level", [None, Level.MODERATE, Level.IMMINENT])
def test_every_control_has_a_name_and_a_letter_of_its_own(
    qtbot: QtBot, language: str, level: Level | None
) -> None:
    _, _, screen = page(qtbot, language)
    if level is not None:
        screen.form.level.choose(level)
    assert unnamed(screen) == []
    assert not [letter for letter, count in Counter(mnemonics(screen)).items() if count > 1]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_signed_page_has_names_and_letters_too(qtbot: QtBot, language: str) -> None:
    _house, _, screen = page(qtbot, language)
    screen.form.level.choose(Level.IMMINENT)
    qtbot.mouseClick(screen.form.sign, LEFT)
    qtbot.mouseClick(screen.card.rows[0].mistake, LEFT)
    assert unnamed(screen) == []
    assert not [letter for letter, count in Counter(mnemonics(screen)).items() if count > 1]


def test_tab_goes_through_the_page_in_the_order_in_which_it_is_read(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    screen.form.level.choose(Level.AGGRAVATED)
    first = screen.picture.weighs.findChildren(SmallLink)[0]
    first.setFocus()
    order = []
    for _ in range(200):
        go_on_reading(screen.window(), forward=True)
        now = QApplication.focusWidget()
        if now is first:
            break
        order.append(now)
    places = [
        order.index(widget)
        for widget in (
            screen.picture.gaps.findChildren(SmallLink)[0],
            row(screen, "medical_opinion").todo,
            screen.picture.tools.unfold,
            screen.form.concerned.change,
            screen.form.why.area,
            screen.form.sign,
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, WIDE), (1.0, NARROW), (2.0, WIDE), (1.5, (1310, 648))]
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_wider_than_the_page(
    qtbot: QtBot, language: str, scale: float, size: tuple[int, int]
) -> None:
    house = Indoors(language, ThemeName.LIGHT, scale)
    case = weighed(house)
    screen = opened(qtbot, house, case, size)
    screen.form.level.choose(Level.MODERATE)
    qtbot.mouseClick(row(screen, "medical_opinion").todo, LEFT)
    QApplication.sendPostedEvents()
    for label in screen.findChildren(QLabel):
        if label.isVisible() and label.text():
            right = label.mapTo(screen, label.rect().topRight()).x()
            assert right <= screen.width(), label.text()
    content = screen.panes.area.widget()
    assert content is not None
    assert content.width() <= screen.panes.area.viewport().width()


def test_where_it_is_narrow_the_judgement_goes_under(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot, size=NARROW)

    def under() -> bool:
        top = screen.form.mapTo(screen, screen.form.rect().topLeft()).y()
        return top >= screen.picture.mapTo(screen, screen.picture.rect().bottomLeft()).y()

    qtbot.waitUntil(under)
    screen.resize(*WIDE)
    qtbot.waitUntil(lambda: screen.form.mapTo(screen, screen.form.rect().topLeft()).x() > 800)


def test_what_is_typed_about_an_action_comes_back_after_a_lock(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    screen.form.level.choose(Level.IMMINENT)
    qtbot.mouseClick(row(screen, "call_911").did, LEFT)
    panel: Any = row(screen, "call_911").panel
    qtbot.keyClicks(panel.result.line, "en route")
    qtbot.mouseClick(row(screen, "medical_opinion").todo, LEFT)
    form: Any = row(screen, "medical_opinion").panel
    qtbot.keyClicks(form.when.line, "demain")
    screen.flush()
    again = opened(qtbot, house, case)
    done: Any = row(again, "call_911").panel
    todo: Any = row(again, "medical_opinion").panel
    assert (done.result.text(), todo.when.text()) == ("en route", "demain")
    assert not all_of(house, case, ActionDone)


def test_what_became_an_entry_is_no_draft_any_more(qtbot: QtBot) -> None:
    house, _, screen = page(qtbot)
    qtbot.mouseClick(row(screen, "medical_opinion").todo, LEFT)
    form: Any = row(screen, "medical_opinion").panel
    qtbot.keyClicks(form.when.line, "demain")
    screen.flush()
    assert house.vault.state.drafts
    qtbot.mouseClick(form.confirm, LEFT)
    assert house.vault.state.drafts == {}


def test_a_panel_stays_open_while_another_level_is_considered(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    qtbot.mouseClick(row(screen, "medical_opinion").todo, LEFT)
    form: Any = row(screen, "medical_opinion").panel
    qtbot.keyClicks(form.when.line, "demain")
    screen.form.level.choose(Level.IMMINENT)
    kept: Any = row(screen, "medical_opinion").panel
    assert kept is form
    assert kept.when.text() == "demain"


def test_a_reason_that_was_all_taken_out_again_is_no_draft(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    screen = opened(qtbot, house, case)
    qtbot.keyClicks(screen.form.why.area, "Il")
    screen.flush()
    assert house.vault.state.drafts
    screen.form.why.area.clear()
    screen.flush()
    assert house.vault.state.drafts == {}


def test_she_comes_back_to_the_field_she_was_writing_in(qtbot: QtBot) -> None:
    house, case, screen = page(qtbot)
    screen.form.level.choose(Level.AGGRAVATED)
    qtbot.mouseClick(screen.picture.tools.unfold, LEFT)
    screen.form.why.area.setFocus()
    qtbot.keyClicks(screen.form.why.area, "Il sait")
    where = screen.where()
    screen.flush()
    again = ResultScreen(house.context, house.services, case)
    qtbot.addWidget(again)
    again.resize(*WIDE)
    again.show()
    again.load()
    again.take_focus()
    again.show_where(where)
    qtbot.waitExposed(again)
    again.activateWindow()
    qtbot.waitUntil(again.form.why.area.hasFocus)
    assert again.picture.tools.is_open()
    assert again.form.why.text() == "Il sait"


def test_the_page_begins_with_what_she_thinks_of_it(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    screen.take_focus()
    assert screen.picture.sense.title.hasFocus()


def test_ctrl_z_takes_back_what_was_planned_and_never_a_signature(qtbot: QtBot) -> None:
    house, case, screen = signed(qtbot)
    qtbot.mouseClick(row(screen, "medical_opinion").todo, LEFT)
    form: Any = row(screen, "medical_opinion").panel
    qtbot.mouseClick(form.confirm, LEFT)
    assert all_of(house, case, ActionPlanned)
    screen.back.setFocus()
    qtbot.keyClick(screen.back, Qt.Key.Key_Z, CTRL)
    assert not all_of(house, case, ActionPlanned)
    qtbot.keyClick(screen.back, Qt.Key.Key_Y, CTRL)
    assert all_of(house, case, ActionPlanned)
    for _ in range(3):
        qtbot.keyClick(screen.back, Qt.Key.Key_Z, CTRL)
    assert len(all_of(house, case, LevelSigned)) == 2
    assert "Plus rien à annuler" in screen.notice.accessibleName()


def test_a_digit_brings_its_level_in_sight(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot, size=NARROW)
    screen.back.setFocus()
    qtbot.keyClick(screen.back, Qt.Key.Key_2)
    option = screen.form.level.options[Level.AGGRAVATED]
    viewport = screen.panes.area.viewport()
    qtbot.waitUntil(lambda: not option.visibleRegion().isEmpty())
    assert viewport.rect().contains(option.mapTo(viewport, option.rect().center()))


def test_the_dossier_is_one_click_away(qtbot: QtBot) -> None:
    _, _, screen = page(qtbot)
    with qtbot.waitSignal(screen.left):
        screen.back.click()


def test_after_signing_the_keyboard_is_on_what_comes_next(qtbot: QtBot) -> None:
    _, _, screen = signed(qtbot)
    assert screen.card.plan.hasFocus()


def test_after_a_withdrawal_the_keyboard_is_at_the_head_of_the_page(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Iris")
    screen = opened(qtbot, house, case)
    screen.form.level.choose(Level.AGGRAVATED)
    screen.form.why.show_text("Il sait.")
    qtbot.mouseClick(screen.form.sign, LEFT)
    qtbot.mouseClick(screen.card.rows[0].mistake, LEFT)
    screen.card.reason.show_text("Mauvaise ligne.")
    qtbot.mouseClick(screen.card.withdraw, LEFT)
    assert screen.picture.sense.title.hasFocus()
    assert screen.form.isVisible()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_level_that_stands_leaves_no_button_to_sign_one(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    house, case, screen = page(qtbot)
    screen.form.level.choose(Level.AGGRAVATED)
    screen.form.why.show_text("Elle a peur.")
    qtbot.mouseClick(screen.form.sign, LEFT)
    again = ResultScreen(house.context, house.services, case)
    qtbot.addWidget(again)
    again.load()  # a page is filled before it is seen
    again.resize(*size)
    again.show()
    assert again.card.isVisible()
    assert not again.form.sign.isVisible()


# Between people --------------------------------------------------------------------------


def other_at_the_desk(qtbot: QtBot, house: Indoors, case: CaseId) -> ResultScreen:
    """Return the page as a colleague of whoever signed sees it."""
    other = WorkerId(UUID(int=0x0DE7))
    house.desk.record_house(Write(WorkerEnrolled(other, "OL", "Odette L.", "", "")))
    house.desk.worker = other
    house.desk.look_again()
    return opened(qtbot, house, case)


def test_a_colleague_shares_a_level_by_keys_alone(qtbot: QtBot) -> None:
    house, case, _ = signed(qtbot)
    screen = other_at_the_desk(qtbot, house, case)
    screen.card.rows[0].second.setFocus()
    qtbot.keyClick(screen.card.rows[0].second, Qt.Key.Key_Space)
    panel = screen.card.second
    assert panel.opinion.answers[Opinion.SHARES].hasFocus()
    assert not panel.here.isVisible()
    qtbot.keyClick(panel.opinion.answers[Opinion.SHARES], Qt.Key.Key_Space)
    panel.sign.setFocus()
    qtbot.keyClick(panel.sign, Qt.Key.Key_Space)
    (said,) = all_of(house, case, LevelSeconded)
    assert (said.opinion, said.second) == (Opinion.SHARES, None)
    assert not panel.isVisible()
    assert "Partage ce niveau" in aloud(screen.card)
    assert house.vault.state.drafts == {}


def test_who_sees_it_otherwise_says_which_level_and_why_and_both_stay_in_sight(
    qtbot: QtBot,
) -> None:
    house, case, _ = signed(qtbot)
    screen = other_at_the_desk(qtbot, house, case)
    qtbot.mouseClick(screen.card.rows[0].second, LEFT)
    panel = screen.card.second
    qtbot.mouseClick(panel.opinion.answers[Opinion.DIFFERS], LEFT)
    qtbot.mouseClick(panel.sign, LEFT)
    assert panel.level.hasFocus()
    qtbot.keyClick(panel.level, Qt.Key.Key_End)
    qtbot.keyClick(panel.level, Qt.Key.Key_Up)
    qtbot.mouseClick(panel.sign, LEFT)
    assert panel.why.area.hasFocus()
    qtbot.keyClicks(panel.why.area, "Il attend.")
    qtbot.mouseClick(panel.sign, LEFT)
    (said,) = all_of(house, case, LevelSeconded)
    assert (said.level, said.reasons) == (Level.IMMINENT, "Il attend.")
    assert last_level(house, case).level is Level.AGGRAVATED
    heard = aloud(screen.card)
    for words in ("Aggravé", "Il sait.", "Danger imminent", "Il attend.", "Odette L."):
        assert words in heard


def test_a_reading_that_is_being_written_comes_back_and_never_a_passphrase(qtbot: QtBot) -> None:
    house, case, screen = signed(qtbot)
    qtbot.mouseClick(screen.card.rows[0].second, LEFT)
    panel = screen.card.second
    assert panel.here.isVisible()
    qtbot.mouseClick(panel.opinion.answers[Opinion.DIFFERS], LEFT)
    qtbot.keyClicks(panel.why.area, "Les enf")
    qtbot.keyClicks(panel.own.line, "secret")
    screen.flush()
    kept = house.vault.state.drafts.values()
    assert b"secret" not in b"".join(body for _, body in kept)
    again = opened(qtbot, house, case)
    assert again.card.second.isVisible()
    assert again.card.second.why.text() == "Les enf"
    assert again.card.second.opinion.opinion() is Opinion.DIFFERS
    assert again.card.second.own.text() == ""


def test_whoever_signs_here_types_her_initials_and_her_passphrase(qtbot: QtBot) -> None:
    _, _, screen = signed(qtbot)
    given: list[Any] = []
    screen.card.second.given.disconnect()
    screen.card.second.given.connect(lambda *said: given.append(said))
    qtbot.mouseClick(screen.card.rows[0].second, LEFT)
    panel = screen.card.second
    qtbot.mouseClick(panel.opinion.answers[Opinion.SHARES], LEFT)
    qtbot.mouseClick(panel.sign, LEFT)
    assert panel.initials.line.hasFocus()
    qtbot.keyClicks(panel.initials.line, "ol")
    qtbot.keyClicks(panel.own.line, "cinq mots")
    qtbot.keyClick(panel.own.line, Qt.Key.Key_Return)
    qtbot.keyClick(panel.sign, Qt.Key.Key_Space)
    assert [by for _, by in given] == [("ol", "cinq mots")]
    assert panel.own.text() == ""


def test_leaving_a_second_reading_gives_the_keyboard_back_and_writes_nothing(
    qtbot: QtBot,
) -> None:
    house, case, screen = signed(qtbot)
    qtbot.mouseClick(screen.card.rows[0].second, LEFT)
    qtbot.mouseClick(screen.card.second.opinion.answers[Opinion.SHARES], LEFT)
    qtbot.mouseClick(screen.card.second.leave, LEFT)
    assert screen.card.rows[0].second.hasFocus()
    assert not screen.card.second.isVisible()
    assert not all_of(house, case, LevelSeconded)


def test_each_of_several_levels_is_withdrawn_on_its_own(qtbot: QtBot) -> None:
    house, case, screen = signed(qtbot)
    child = next(one for one in all_of(house, case, PersonDescribed) if one.role is Role.CHILD)
    judged = Judgement(Level.MODERATE, (child.person,), (), "École.", last_level(house, case).review,
        taken_into_account="vu")  # fmt: skip
    house.services.appraising.sign(case, judged)
    screen = opened(qtbot, house, case)
    assert [said.said.level for said in screen.card.rows] == [Level.MODERATE, Level.AGGRAVATED]
    qtbot.mouseClick(screen.card.rows[1].mistake, LEFT)
    assert "Aggravé" in screen.card.about.text()
    qtbot.keyClicks(screen.card.reason.area, "Mauvaise ligne.")
    qtbot.mouseClick(screen.card.withdraw, LEFT)
    standing = house.desk.read(case).all(LevelSigned)
    assert Level.MODERATE in [one.level for one in standing]
    assert not screen.card.panel.isVisible()


def test_raising_to_imminent_danger_is_one_key_and_the_signature(qtbot: QtBot) -> None:
    house, case, screen = signed(qtbot)
    screen.card.plan.setFocus()
    qtbot.keyClick(screen.card.plan, Qt.Key.Key_3)
    assert screen.form.level.options[Level.IMMINENT].isChecked()
    assert not screen.form.lowering.isVisible()
    qtbot.keyClick(screen.form.level.options[Level.IMMINENT], Qt.Key.Key_Return, CTRL)
    assert screen.form.sign.hasFocus()
    qtbot.keyClick(screen.form.sign, Qt.Key.Key_Space)
    assert last_level(house, case).level is Level.IMMINENT


def test_lowering_says_what_is_lowered_and_asks_why(qtbot: QtBot) -> None:
    house, case, screen = signed(qtbot)
    before = len(all_of(house, case, LevelSigned))
    qtbot.mouseClick(screen.card.again, LEFT)
    qtbot.keyClick(screen.form.level.options[Level.MODERATE], Qt.Key.Key_1)
    assert "Aggravé" in screen.form.lowering.text()
    assert screen.form.lowering.isVisible()
    screen.form.taken.show_text("Retirée.")
    qtbot.mouseClick(screen.form.sign, LEFT)
    assert screen.form.why.area.hasFocus()
    assert len(all_of(house, case, LevelSigned)) == before


# What changed ----------------------------------------------------------------------------


def test_what_changed_marks_the_level_and_only_a_new_one_takes_the_mark_away(
    qtbot: QtBot,
) -> None:
    house, case, _ = signed(qtbot)
    on = house.day(9)
    house.services.reviewing.note(case, ChangeNoted(new_change(), "hearing", on, "Garde."))
    screen = opened(qtbot, house, case)
    assert screen.form.isVisible()
    assert "Audience" in screen.former.said.text()
    assert "Garde." in screen.former.said.text()
    qtbot.mouseClick(screen.former.look, LEFT)
    assert "à revoir depuis le" in aloud(screen.card)
    qtbot.mouseClick(screen.card.again, LEFT)
    screen.form.level.choose(Level.AGGRAVATED)
    screen.form.why.show_text("La date est connue.")
    qtbot.mouseClick(screen.form.sign, LEFT)
    assert [row.said.again for row in screen.card.rows] == [()]
    assert screen.card.isVisible()
