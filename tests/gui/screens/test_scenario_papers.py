"""The other papers of a plan: chosen, seen, refused where they must not go, and issued."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

import pytest
from fakes.press import FakePress
from indoors import Indoors
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics, unnamed

from filet.application.planning import new_measure
from filet.domain.ids import CaseId, StatementId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    Appears,
    Destination,
    MayTellHer,
    MeasureWritten,
    PaperIssued,
    Source,
    SourceKind,
    StatementMade,
)
from filet.gui.models.paper_names import TEMPLATES
from filet.gui.screens.scenario import ScenarioScreen

LEFT = Qt.MouseButton.LeftButton
OTHERS = [name for name in TEMPLATES if name not in ("stays", "takes", "card")]


@dataclass
class Paper:
    """A plan with one box to tick, and its papers on the screen."""

    bot: QtBot
    house: Indoors
    case: CaseId
    press: FakePress
    screen: ScenarioScreen

    @property
    def steps(self) -> Any:
        assert self.screen.paper.out is not None
        return self.screen.paper.out.steps

    def click(self, button: QAbstractButton) -> None:
        assert button.isVisibleTo(self.screen)
        assert button.isEnabled()
        self.house.clock.move(seconds=1)
        self.bot.mouseClick(button, LEFT)

    def choose(self, name: str) -> None:
        """Choose in the list as the keyboard does."""
        others = self.screen.paper.choice.others
        others.setFocus()
        self.bot.keyClick(others, Qt.Key.Key_Home)
        for _ in range(OTHERS.index(name)):
            self.bot.keyClick(others, Qt.Key.Key_Down)
        assert self.screen.paper.template == name

    def goes(self, place: Destination) -> None:
        self.click(self.steps.where.choices[place])

    def stays_in(self, place: str) -> None:
        self.goes(Destination.STAYS_HERE)
        self.steps.kept.place.line.setFocus()
        self.bot.keyClicks(self.steps.kept.place.line, place)
        self.click(self.steps.kept.later)

    def issued(self) -> PaperIssued:
        self.click(self.steps.printer.go)
        return self.house.desk.read(self.case).all(PaperIssued)[-1]

    def twin(self) -> list[str]:
        rows = self.screen.paper.preview.rows
        found = (rows.row(place) for place in range(rows.rowCount()))
        return [row.text for row in found if row is not None]


Open = Callable[..., Paper]


@pytest.fixture
def papers(qtbot: QtBot) -> Open:
    def opened(**house: Any) -> Paper:
        inside = Indoors(**house)
        case = inside.case("Mirabelle", "Exemple-Roy")
        press = FakePress()
        screen = ScenarioScreen(inside.context, inside.services, case, press)
        inside.services.cases.open(case)
        visa = MeasureWritten(
            new_measure(), "immigration", "Mon visa", "", Appears.TAKES, form="do",
            read_by_him="rien",
        )  # fmt: skip
        inside.services.planning.write(case, visa)
        qtbot.addWidget(screen)
        screen.resize(1310, 648)
        screen.show()
        screen.load()
        qtbot.waitExposed(screen)
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return Paper(qtbot, inside, case, press, screen)

    return opened


FIRST_WORDS = {
    "bag": "Aide-mémoire",
    "children": "Ma feuille",
    "clinician": "Copie pour le dossier : le scénario de protection",
    "appraisal": "Copie pour le dossier : l’appréciation du risque",
    "blank": "À la main : première heure et scénario",
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_paper_is_seen_and_read_as_text_and_named_where_it_was_issued(
    name: str, papers: Open
) -> None:
    one = papers()
    one.choose(name)
    assert one.twin()[0].replace("\u00a0", " ") == FIRST_WORDS[name]
    one.stays_in("classeur")
    issued = one.issued()
    assert (issued.template, issued.language) == (name, "fr")
    assert issued.large is (name == "children")
    words = one.house.context.t(TEMPLATES[name]).replace("'", "’")
    assert one.screen.paper.out is not None
    assert words in aloud(one.screen.paper.out.issued).replace("'", "’")


def test_every_paper_is_in_the_language_that_is_chosen_for_it(papers: Open) -> None:
    one = papers()
    for name, first in (("bag", "Reminders"), ("children", "My page")):
        one.choose(name)
        one.screen.paper.languages._group.button(1).click()
        assert one.twin()[0] == first


def test_the_list_of_what_to_gather_follows_her_plan(papers: Open) -> None:
    one = papers()
    one.choose("bag")
    assert "Mon visa" in one.twin()


def test_a_paper_of_the_list_is_none_of_the_switch(papers: Open) -> None:
    one = papers()
    choice = one.screen.paper.choice
    buttons = choice.every_day._group.buttons()
    one.choose("bag")
    assert not any(button.isChecked() for button in buttons)
    one.click(buttons[1])
    assert choice.value() == "takes"
    assert choice.others.currentIndex() == -1


def test_large_print_is_asked_for_and_said_where_the_paper_is_listed(papers: Open) -> None:
    one = papers()
    before = one.screen.paper.preview.where.text()
    one.click(one.screen.paper.choice.large)
    one.stays_in("classeur")
    issued = one.issued()
    assert (issued.template, issued.large) == ("stays", True)
    assert one.screen.paper.out is not None
    assert "Feuille qui reste, gros caractères" in aloud(one.screen.paper.out.issued)
    assert before.endswith("1")


@pytest.mark.parametrize("name", ["card", "children"])
def test_where_large_print_has_no_meaning_it_is_not_offered(name: str, papers: Open) -> None:
    one = papers()
    one.click(one.screen.paper.choice.large)
    one.screen.paper._take_template(name)
    assert not one.screen.paper.choice.large.isVisibleTo(one.screen)
    assert not one.screen.paper.choice.is_large()


@pytest.mark.parametrize("name", ["bag", "children"])
def test_what_shows_that_she_prepares_is_not_printed_for_where_he_lives(
    name: str, papers: Open
) -> None:
    one = papers()
    one.choose(name)
    one.goes(Destination.LIVES_WITH_HIM)
    assert not one.steps.printer.isVisible()
    assert not one.steps.anyway.isVisible()
    (without,) = (b for b in one.steps.advice.findChildren(QAbstractButton) if b.isVisible())
    one.click(without)
    assert one.steps.where.answer() is Destination.NO_PAPER
    assert one.steps.without.isVisible()


@pytest.mark.parametrize("name", ["clinician", "appraisal", "blank"])
def test_what_is_for_the_team_is_printed_for_nowhere_else(name: str, papers: Open) -> None:
    one = papers()
    one.choose(name)
    for place in (Destination.LIVES_APART, Destination.TRUSTED_PERSON, Destination.LIVES_WITH_HIM):
        one.goes(place)
        assert not one.steps.printer.isVisible()
        assert not one.steps.anyway.isVisible()


def test_how_to_give_a_child_its_sheet_is_said_beside_it_alone(papers: Open) -> None:
    one = papers()
    assert not one.screen.paper.beside.isVisible()
    one.choose("children")
    assert "On la lit avec l’enfant" in one.screen.paper.beside.text()
    one.choose("bag")
    assert not one.screen.paper.beside.isVisible()


def test_she_comes_back_to_the_same_paper_in_the_same_print(papers: Open) -> None:
    one = papers()
    one.choose("clinician")
    one.click(one.screen.paper.choice.large)
    where = one.screen.where()
    again = ScenarioScreen(one.house.context, one.house.services, one.case, one.press)
    one.bot.addWidget(again)
    again.show_where(where)
    again.load()
    assert again.paper.template == "clinician"
    assert again.paper.choice.is_large()


def test_every_control_of_the_choice_has_a_name_and_no_letter_twice(papers: Open) -> None:
    one = papers()
    one.choose("children")
    assert not unnamed(one.screen)
    letters = mnemonics(one.screen)
    assert len(letters) == len(set(letters))


# Since the last paper ---------------------------------------------------------------------


def printed(one: Paper) -> None:
    one.stays_in("classeur")
    one.issued()


def test_a_plan_that_was_just_printed_has_nothing_to_read_over(papers: Open) -> None:
    one = papers()
    printed(one)
    assert not one.screen.plan.since.isVisible()


def test_what_changed_since_the_paper_is_counted_then_unfolded(papers: Open) -> None:
    one = papers()
    printed(one)
    house, case = one.house, one.case
    house.services.planning.set_situations(case, frozenset({"pets"}))
    house.services.planning.keep_idea(case, "prep_pets@quebec-1", "fr", new_measure())
    house.services.planning.set_situations(case, frozenset({"rural"}))
    one.screen.load()
    since = one.screen.plan.since
    assert since.link.accessibleName().endswith("3 choses à relire")
    assert not since.area.isVisible()
    one.click(since.link)
    first, second, third = since.lines.text().replace("\u00a0", " ").split("\n")
    assert first == "Dans sa vie, depuis : vit loin des voisins"
    assert second.startswith("Ce qui l’avait amené n’est plus là : Quelqu’un peut garder")
    assert third.startswith("Ajouté : Quelqu’un peut garder")
    one.screen.load()
    assert since.area.isVisible()


def test_what_a_partner_said_is_not_among_what_to_read_over(papers: Open) -> None:
    one = papers()
    printed(one)
    told = StatementMade(
        StatementId(uuid4()), "weapon_in_reach@inventaire-filet-1", Value.YES,
        Source(SourceKind.POLICE), may_tell_her=MayTellHer.UNDECIDED,
    )  # fmt: skip
    one.house.services.screening.state(one.case, told)
    one.screen.load()
    assert not one.screen.plan.since.isVisible()


def test_what_she_said_since_is_named_as_the_inventory_names_it(papers: Open) -> None:
    one = papers()
    printed(one)
    told = StatementMade(
        StatementId(uuid4()), "neck_squeezed@inventaire-filet-1", Value.YES,
        Source(SourceKind.HER), may_tell_her=MayTellHer.YES,
    )  # fmt: skip
    one.house.services.screening.state(one.case, told)
    one.screen.load()
    assert "Il lui a serré le cou" in one.screen.plan.since.lines.text()


def test_many_lines_say_how_many_more_there_are(papers: Open) -> None:
    one = papers()
    printed(one)
    for number in range(20):
        item = MeasureWritten(new_measure(), "signs", f"Signe {number}", "", Appears.STAYS)
        one.house.services.planning.write(one.case, item)
    one.screen.load()
    lines = one.screen.plan.since.lines.text().split("\n")
    assert len(lines) == 13
    assert lines[-1] == "Et 8 autres."


def test_the_plan_of_today_is_put_beside_the_one_of_a_paper(papers: Open) -> None:
    one = papers()
    printed(one)
    issued = one.screen.paper.out.issued  # type: ignore[union-attr]  # it is made by then
    (paper,) = issued._changes
    shown = issued._changes[paper]
    QApplication.processEvents()  # what was just made is shown by the next turn of the loop
    (link,) = (b for b in issued.findChildren(QAbstractButton) if "changé" in b.accessibleName())
    one.click(link)
    assert shown.text() == "Son plan n’a pas changé depuis."
    item = MeasureWritten(new_measure(), "signs", "Il range.", "", Appears.STAYS)
    one.house.services.planning.write(one.case, item)
    link.click()
    assert shown.isVisible()
    assert shown.text().replace("\u00a0", " ") == "Ajouté : Il range."


def test_the_plans_of_two_papers_are_put_beside_each_other(papers: Open) -> None:
    one = papers()
    printed(one)
    item = MeasureWritten(new_measure(), "signs", "Il range.", "", Appears.STAYS)
    one.house.services.planning.write(one.case, item)
    printed(one)
    later = MeasureWritten(new_measure(), "signs", "Il boit.", "", Appears.STAYS)
    one.house.services.planning.write(one.case, later)
    issued = one.screen.paper.out.issued  # type: ignore[union-attr]  # it is made by then
    QApplication.processEvents()
    (link,) = (b for b in issued.findChildren(QAbstractButton) if "avant" in b.accessibleName())
    one.click(link)
    shown = [text.text().replace("\u00a0", " ") for text in issued._changes.values()]
    assert shown == ["Ajouté : Il range.", ""]


def said(one: Any) -> list[str]:
    """Return what the comparison of two papers says, by lines."""
    lines: str = one.screen.paper.out.issued.two.lines.text()
    return lines.replace("\u00a0", " ").split("\n")


def test_any_two_papers_are_compared_from_the_older_to_the_newer(papers: Open) -> None:
    one = papers()
    signs = MeasureWritten(new_measure(), "signs", "Il range.", "", Appears.STAYS)
    planning = one.house.services.planning
    planning.write(one.case, signs)
    printed(one)
    planning.write(one.case, replace(signs, text="Il crie.", appears=Appears.DOSSIER))
    printed(one)
    planning.remove(one.case, signs.measure)
    printed(one)
    two = one.screen.paper.out.issued.two  # type: ignore[union-attr]  # it is made by then
    QApplication.processEvents()
    one.click(two.act)
    assert said(one) == ["Retiré : Il crie."]
    names = [two.one.itemText(place) for place in range(two.one.count())]
    assert (len(names), names[-1]) == (4, "Son plan d’aujourd’hui")
    two.other.setFocus()
    one.bot.keyClick(two.other, Qt.Key.Key_Home)
    assert said(one) == [
        "Dit autrement : Il crie.",
        "On lisait avant : Il range.",
        "Peut paraître : dossier, avant : feuille qui reste",
    ]
    one.bot.keyClick(two.other, Qt.Key.Key_End)
    assert said(one) == ["Retiré : Il crie."]
    one.house.services.planning.write(one.case, replace(signs, text="Il part."))
    one.screen.load()
    assert not two.lines.isVisible()
    one.click(two.act)
    assert said(one)[:2] == ["Dit autrement : Il part.", "On lisait avant : Il crie."]


def test_one_paper_alone_is_compared_with_no_other(papers: Open) -> None:
    one = papers()
    printed(one)
    assert not one.screen.paper.out.issued.two.isVisible()  # type: ignore[union-attr]  # it is made


def test_a_paper_without_her_plan_is_compared_with_nothing(papers: Open) -> None:
    one = papers()
    one.choose("blank")
    printed(one)
    assert one.screen.paper.out is not None
    assert "changé" not in aloud(one.screen.paper.out.issued)
