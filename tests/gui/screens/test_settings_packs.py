"""« Questionnaires »: what there is, what comes in and on whose word, what is withdrawn."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from indoors import MAUDE, RESOURCES, Indoors
from packs import write
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics, unnamed
from weighed import say

from filet.application.desk import Write
from filet.domain.kinds import Duty, WorkerDescribed, WorkerEnrolled
from filet.gui.models.tools_said import tools_said
from filet.gui.screens.settings import PartMaker, SettingsScreen
from filet.gui.screens.settings_packs import PacksPart
from filet.gui.widgets.part_list import PartName

GARDEN = RESOURCES / "examples" / "exemple-jardin"


class Place:
    """A house in memory, and the part of the settings that is looked at."""

    def __init__(self, qtbot: QtBot, language: str = "fr") -> None:
        self.house, self.qtbot = Indoors(language), qtbot
        enrolled = WorkerEnrolled(MAUDE, "MR", "Maude R.", "", "", Duty.DIRECTION)
        self.house.desk.record_house(Write(enrolled))
        self.house.desk.look_again()
        self.chooser = SimpleNamespace(choose_folder=lambda: GARDEN)

    def open(self) -> Any:
        house = self.house
        make = PartMaker(
            PartName("packs", "Questionnaires", "list"),
            lambda: PacksPart(house.context, house.services, self.chooser),
        )
        self.screen = SettingsScreen(house.context, house.services, [make])
        self.qtbot.addWidget(self.screen)
        self.screen.resize(1134, 648)
        self.screen.show()
        self.qtbot.waitExposed(self.screen)
        return self.screen.part

    def choose(self, folder: Path) -> Any:
        self.chooser.choose_folder = lambda: folder
        part = self.open()
        part.add.click()
        return part

    def add(self) -> Any:
        part = self.choose(GARDEN)
        for field, text in ((part.candidate.who, "La directrice"), (part.candidate.what, "Lettre")):
            self.qtbot.keyClicks(field.line, text)
        self.qtbot.keyClick(part.candidate.what.line, Qt.Key.Key_Return)
        return part


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    return Place(qtbot)


def test_every_questionnaire_says_what_it_is_and_whose(place: Place) -> None:
    said = aloud(place.open())
    assert "da-2004 · version 1 · formulaire rempli sur papier · français, anglais" in said
    assert "Jacquelyn C. Campbell" in said
    assert (
        "21 exemples sur 21 donnent ce qu’ils doivent · textes non relus · vient avec Filet" in said
    )


def test_one_that_is_chosen_shows_its_licence_before_anything_is_kept(place: Place) -> None:
    part = place.choose(GARDEN)
    said = aloud(part.candidate)
    assert "Licence : Filet. GPL-3.0-or-later, comme le programme" in said.replace("\u00a0", " ")
    assert "8 exemples sur 8" in said
    assert place.house.services.packs.listed()[-1].kept is None


def test_it_is_kept_on_somebody_s_word(place: Place) -> None:
    part = place.choose(GARDEN)
    part.candidate.keep.click()
    assert place.screen.focusWidget() is part.candidate.who.line
    assert "Quelques mots suffisent." in aloud(part.candidate)
    part = place.add()
    said = aloud(part)
    assert part.candidate is None
    assert "Le questionnaire est ajouté." in said
    assert "autorisé par La directrice (Lettre)" in said


def test_what_is_wrong_is_said_by_line_and_nothing_can_be_kept(
    place: Place, tmp_path: Path
) -> None:
    files = {one.name: one.read_text(encoding="utf-8") for one in GARDEN.iterdir()}
    files["instrument.toml"] = files["instrument.toml"].replace('holder = "Filet"', 'holder = ""')
    part = place.choose(write(tmp_path / "wrong", files))
    said = aloud(part.candidate).replace("\u00a0", " ")
    assert "1 chose à corriger. Rien n’a été ajouté." in said
    assert "instrument.toml, ligne 14 : licence : holder manque; dites à qui est le texte" in said
    assert "exemples pas encore essayés" in said
    assert part.candidate.keep.isHidden()
    assert part.candidate.who.isHidden()


def test_a_folder_without_a_questionnaire_is_told_calmly(place: Place, tmp_path: Path) -> None:
    part = place.choose(tmp_path)
    said = aloud(part.candidate)
    assert "Ce dossier ne contient aucun questionnaire qui se lit" in said
    part.candidate.cancel.click()
    assert part.candidate is None
    assert place.screen.focusWidget() is part.add


def test_another_content_under_a_known_name_is_a_modified_version_wherever_it_shows(
    place: Place, tmp_path: Path
) -> None:
    hark = RESOURCES / "instruments" / "hark" / "1"
    files = {one.name: one.read_text(encoding="utf-8") for one in hark.iterdir()}
    files["instrument.toml"] += "\n# chez nous\n"
    part = place.choose(write(tmp_path / "hark", files))
    assert "Version modifiée" in aloud(part.candidate)
    for field in (part.candidate.who, part.candidate.what):
        field.show_text("La directrice")
    part.candidate.keep.click()
    assert "Version modifiée : ce qui a été mesuré" in aloud(part).replace("\u00a0", " ")
    version = place.house.services.packs.instrument("hark").version
    case = place.house.case("Violette")
    say(place.house, case, "afraid", pack=f"hark-{version}")
    (tool,) = tools_said(place.house.context, place.house.services.appraising.sheet(case))
    assert tool.warning.startswith("Version modifiée")


def test_one_that_is_withdrawn_says_why_and_stays_in_the_list(place: Place) -> None:
    part = place.add()
    part.links["exemple-jardin"].click()
    part.panel.keep.click()
    assert "Écrivez le motif." in aloud(part)
    part.panel.fields["reason"].show_text("Le contrat est fini")
    part.panel.keep.click()
    said = aloud(part).replace("\u00a0", " ")
    assert "Retiré : Le contrat est fini. Il n’est plus proposé" in said
    assert part.links == {}


def test_the_house_sets_a_threshold_with_its_source_and_gives_it_up(place: Place) -> None:
    part = place.open()
    part.thresholds["hits"].click()
    for name, text in (("least", "neuf"), ("source", "Étude de 2021"), ("reason", "L'équipe")):
        part.threshold.fields[name].show_text(text)
    part.threshold.keep.click()
    assert "Écrivez un nombre entier." in aloud(part)
    part.threshold.fields["least"].show_text("90")
    part.threshold.keep.click()
    assert "Écrivez un nombre de 5 à 20." in aloud(part)
    part.threshold.fields["least"].show_text("9")
    part.threshold.keep.click()
    said = aloud(part).replace("\u00a0", " ")
    assert "Seuil de la maison : 9 ou plus (Étude de 2021), fixé le" in said
    part.thresholds["hits"].click()
    assert part.threshold.fields["least"].text() == "9"
    part.threshold.fields["least"].show_text("")
    part.threshold.fields["reason"].show_text("On y renonce")
    part.threshold.keep.click()
    assert all(one.cutoff is None for one in place.house.services.packs.listed())
    assert place.house.services.packs.cutoffs()["hits-1"].reason == "On y renonce"


def test_whoever_does_not_manage_the_house_only_looks(place: Place) -> None:
    place.add()
    place.house.desk.record_house(Write(WorkerDescribed(MAUDE, "Maude R.", Duty.WORKER)))
    place.house.desk.look_again()
    part = place.open()
    assert part.add.isHidden()
    assert part.links == part.thresholds == {}
    assert not part.only.isHidden()


def test_nothing_chosen_changes_nothing(place: Place) -> None:
    place.chooser.choose_folder = lambda: None
    part = place.open()
    part.add.click()
    assert part.candidate is None


def test_the_guide_is_one_click_away(place: Place) -> None:
    part = place.choose(GARDEN)
    with place.qtbot.waitSignal(part.help_wanted) as asked:
        part.candidate.guide.click()
    assert asked.args == ["pack_author"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_control_has_a_name_and_a_key_of_its_own(language: str, qtbot: QtBot) -> None:
    place = Place(qtbot, language)
    part = place.choose(GARDEN)
    assert unnamed(part) == []
    found = mnemonics(part)
    assert len(found) == len(set(found))
