"""Settings apply at once, are said, and are taken back by Ctrl+Z."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from indoors import Indoors
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics, unnamed

from filet.domain.kinds import NumberSet
from filet.gui.about import About, Component
from filet.gui.habits import Habits
from filet.gui.screens.settings import PartMaker, SettingsAt, SettingsPart, SettingsScreen
from filet.gui.screens.settings_about import AboutPart
from filet.gui.screens.settings_display import DisplayPart
from filet.gui.screens.settings_lock import LockPart
from filet.gui.screens.settings_numbers import NumbersPart
from filet.gui.screens.settings_print import PrintPart
from filet.gui.theme import ThemeName
from filet.gui.usual_printer import printer_mark
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.part_list import PartName

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
PRINTERS = ("HP LaserJet", "Copieur")
MADE = About("0.1.0", 3, (Component("Lucide", "1.62.0", "ISC"),))


@dataclass
class Place:
    """The settings of a house, and its keys."""

    qtbot: QtBot
    house: Indoors
    screen: SettingsScreen

    @property
    def habits(self) -> Habits:
        return self.house.context.habits.now

    @property
    def part(self) -> Any:
        return self.screen.part

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, LEFT)

    def choose(self, name: str, text: str) -> None:
        group = self.part.switches[name]._group
        self.click(next(one for one in group.buttons() if one.text() == text))

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        self.screen.parts.buttons["display"].setFocus()
        held = modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(self.screen.parts.buttons["display"], key, held)

    def link(self, name: str) -> Link:
        def shown() -> list[Link]:
            links: list[Link] = self.part.findChildren(Link)
            return [one for one in links if one.accessibleName() == name and one.isVisible()]

        self.qtbot.waitUntil(lambda: bool(shown()))
        return shown()[0]


def place(
    qtbot: QtBot, part: str = "display", house: Indoors | None = None, *, width: int = 1134
) -> Place:
    house = house or Indoors()
    context, services = house.context, house.services
    makers = {
        "display": lambda: DisplayPart(context),
        "lock": lambda: LockPart(context),
        "printing": lambda: PrintPart(context, lambda: PRINTERS),
        "numbers": lambda: NumbersPart(context, services, "MR"),
        "about": lambda: AboutPart(context, lambda: MADE),
    }
    parts = [PartMaker(PartName(key, key, "info"), make) for key, make in makers.items()]
    screen = SettingsScreen(context, services, parts, part)
    qtbot.addWidget(screen)
    screen.resize(width, 648)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return Place(qtbot, house, screen)


PARTS = ("display", "lock", "printing", "numbers", "about")


# What is chosen ------------------------------------------------------------------------------


def test_each_choice_applies_at_once(qtbot: QtBot) -> None:
    one = place(qtbot)
    one.choose("language", "English")
    one.choose("theme", "Sombre")
    one.choose("scale", "150\u00a0%")
    one.choose("numbers_only", "Numéros seulement")
    one.choose("digits", "Ne font rien")
    assert one.habits == Habits(None, "en", ThemeName.DARK, 1.5, 5, True, False)


def test_ctrl_z_takes_back_and_ctrl_y_makes_again(qtbot: QtBot) -> None:
    one = place(qtbot)
    one.choose("theme", "Sombre")
    one.choose("theme", "Contraste élevé")
    one.press(Qt.Key.Key_Z, CTRL)
    assert one.habits == Habits(theme=ThemeName.DARK)
    one.press(Qt.Key.Key_Z, CTRL)
    assert one.habits == Habits()
    one.press(Qt.Key.Key_Y, CTRL)
    one.press(Qt.Key.Key_Y, CTRL)
    assert one.habits == Habits(theme=ThemeName.CONTRAST)
    assert one.part.switches["theme"].value() is ThemeName.CONTRAST


def test_the_bar_says_what_was_done_and_takes_it_back(qtbot: QtBot) -> None:
    one = place(qtbot)
    one.choose("theme", "Sombre")
    assert one.screen.bar.said.text() == "Les couleurs sont changées."
    one.click(one.screen.bar.undo)
    assert one.habits.theme is ThemeName.LIGHT


def test_undoing_one_thing_leaves_what_was_changed_elsewhere(qtbot: QtBot) -> None:
    one = place(qtbot)
    one.choose("theme", "Sombre")
    one.house.context.habits.hide_names()
    one.press(Qt.Key.Key_Z, CTRL)
    assert one.habits == Habits(numbers_only=True)


def test_choosing_what_is_chosen_is_no_change(qtbot: QtBot) -> None:
    one = place(qtbot)
    one.choose("theme", "Clair")
    assert one.screen.bar.isHidden()


def test_what_can_be_taken_back_survives_a_page_drawn_anew(qtbot: QtBot) -> None:
    one = place(qtbot)
    one.choose("scale", "130\u00a0%")
    kept = one.screen.where()
    again = place(qtbot, house=one.house)
    again.screen.show_where(kept)
    again.screen.take_focus()
    assert again.screen.bar.isVisible()
    assert again.part.switches["scale"]._group.checkedButton().hasFocus()
    again.press(Qt.Key.Key_Z, CTRL)
    assert again.habits.scale == 1.0


def test_a_place_that_is_gone_is_not_gone_to(qtbot: QtBot) -> None:
    one = place(qtbot)
    one.screen.show_where(SettingsAt("nowhere"))
    one.screen.show_where("lock")
    assert isinstance(one.part, DisplayPart)


def test_names_hidden_elsewhere_show_here(qtbot: QtBot) -> None:
    one = place(qtbot)
    one.house.context.habits.hide_names()
    assert one.part.switches["numbers_only"].value() is True


def test_the_wait_before_the_lock_is_chosen_in_minutes(qtbot: QtBot) -> None:
    one = place(qtbot, "lock")
    one.click(one.part.idle._group.button(0))
    assert one.habits.idle == 2
    one.screen.undo()
    assert one.part.idle.value() == 5


# Printing ------------------------------------------------------------------------------------


def test_the_usual_printer_is_chosen_and_its_name_is_not_kept(qtbot: QtBot) -> None:
    one = place(qtbot, "printing")
    qtbot.waitUntil(one.part.group.button(2).isVisible)
    one.click(one.part.group.button(2))
    assert one.habits.printer == printer_mark("Copieur")
    again = place(qtbot, "printing", one.house)
    assert again.part.group.checkedButton().text() == "Copieur"
    qtbot.waitUntil(again.part.group.button(0).isVisible)
    again.click(again.part.group.button(0))
    assert again.habits.printer == ""


def test_a_computer_without_printer_says_so_and_looks_again(qtbot: QtBot) -> None:
    found: list[str] = []
    house = Indoors()
    part: Any = PrintPart(house.context, lambda: found)
    qtbot.addWidget(part)
    part.show()
    assert part.state.text().startswith("Aucune imprimante")
    found.append("HP LaserJet")
    qtbot.mouseClick(part.again, LEFT)
    assert part.group.checkedButton().text() == "Choisir chaque fois"
    assert part.state.isHidden()


def test_what_a_printed_sheet_leaves_elsewhere_is_said(qtbot: QtBot) -> None:
    one = place(qtbot, "printing")
    said = aloud(one.part)
    assert "Le système peut en garder une" in said
    assert "photocopieur" in said


# Numbers -------------------------------------------------------------------------------------


def write(one: Place, **texts: str) -> None:
    for name, text in texts.items():
        one.part.panel.fields[name].show_text(text)
    one.click(one.part.panel.keep)


def kept(one: Place) -> list[NumberSet]:
    return list(one.house.services.numbers.kept().values())


def test_a_number_of_the_house_is_kept_and_waits_to_be_checked(qtbot: QtBot) -> None:
    one = place(qtbot, "numbers")
    one.click(one.part.add)
    write(one, name="Poste de Magog", phone="819 555-0199")
    (number,) = kept(one)
    assert (number.name, number.phone, number.verified_on) == (
        "Poste de Magog",
        "819 555-0199",
        None,
    )
    assert number.verified_by == ""
    assert "Poste de Magog" in aloud(one.part)


def test_a_number_that_was_called_says_by_whom_and_when(qtbot: QtBot) -> None:
    house = Indoors()
    house.enroll()
    one = place(qtbot, "numbers", house)
    one.click(one.part.add)
    write(one, name="Poste de Magog", phone="819 555-0199", verified_on="hier")
    (number,) = kept(one)
    assert (number.verified_on, number.verified_by) == (date(2026, 11, 22), "Maude R.")
    assert "vérifié le 22\u00a0nov. par Maude R." in aloud(one.part)


@pytest.mark.parametrize("day", ["demain", "bientôt", "la semaine passée"])
def test_a_call_is_of_one_day_that_was(qtbot: QtBot, day: str) -> None:
    one = place(qtbot, "numbers")
    one.click(one.part.add)
    write(one, name="Poste de Magog", phone="819 555-0199", verified_on=day)
    assert kept(one) == []
    assert one.part.panel.fields["verified_on"].wrong.isVisible()


def test_a_number_that_is_being_withdrawn_is_refused_with_the_reason(qtbot: QtBot) -> None:
    one = place(qtbot, "numbers")
    one.click(one.part.add)
    write(one, name="SQ", phone="310-4141")
    assert kept(one) == []
    assert "personne ne réponde" in one.part.notice.accessibleName()
    assert one.part.panel.fields["phone"].text() == "310-4141"


def test_a_number_that_filet_brings_is_confirmed_and_put_back(qtbot: QtBot) -> None:
    one = place(qtbot, "numbers")
    one.click(one.link("Changer, SOS violence conjugale"))
    write(one, verified_on="aujourd'hui")
    (number,) = kept(one)
    assert (number.verified_by, number.own_words) == ("MR", False)
    assert one.house.services.numbers.directory().numbers[1].verified
    one.click(one.link("Remettre comme au départ, SOS violence conjugale"))
    assert not one.house.services.numbers.directory().numbers[1].verified


def test_what_filet_brings_is_corrected_by_the_keyboard_and_stays_in_sight(qtbot: QtBot) -> None:
    house = Indoors()
    house.enroll()
    house.desk.look_again()  # who is new is known from the next opening on
    one = place(qtbot, "numbers", house)
    link = one.link("Changer, SOS violence conjugale")
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    fields = one.part.panel.fields
    assert fields["name"].line.hasFocus()
    write(one, name="SOS, la ligne", phone="1 800 555-0147", hours="jusqu'à minuit")
    (number,) = kept(one)
    assert (number.number, number.own_words) == ("sos_violence_conjugale", True)
    qtbot.waitUntil(lambda: "Valeur livrée" in aloud(one.part))  # the rows come turn by turn
    said = aloud(one.part).replace("\u00a0", " ").replace("\u2011", "-")
    assert "SOS, la ligne" in said
    assert "Valeur livrée : 1 800 363-9010 · SOS violence conjugale" in said
    assert "Corrigé par la maison le 23 nov., Maude R." in said
    one.click(one.link("Remettre comme au départ, SOS, la ligne"))
    qtbot.waitUntil(lambda: "Corrigé" not in aloud(one.part))
    assert one.house.services.numbers.directory().numbers[1].number == "1 800 363-9010"


def test_a_number_that_filet_brings_is_retired_and_used_again(qtbot: QtBot) -> None:
    one = place(qtbot, "numbers")
    one.click(one.link("Retirer, SOS violence conjugale"))
    names = [two.id for two in one.house.services.numbers.directory().numbers]
    assert "sos_violence_conjugale" not in names
    one.click(one.link("L’utiliser de nouveau, SOS violence conjugale"))
    assert one.house.services.numbers.retired() == ()


def test_a_number_is_taken_away_and_comes_back_by_ctrl_z(qtbot: QtBot) -> None:
    one = place(qtbot, "numbers")
    one.click(one.part.add)
    write(one, name="Poste de Magog", phone="819 555-0199")
    one.click(one.link("Retirer, Poste de Magog"))
    assert [number.removed for number in kept(one)] == [True]
    one.screen.undo()
    assert [number.removed for number in kept(one)] == [False]
    one.screen.undo()
    assert [number.removed for number in kept(one)] == [True]
    one.screen.redo()
    assert [number.removed for number in kept(one)] == [False]


def test_ctrl_n_begins_a_number(qtbot: QtBot) -> None:
    one = place(qtbot, "numbers")
    qtbot.keyClick(one.screen.parts.buttons["numbers"], Qt.Key.Key_N, CTRL)
    assert one.part.panel.fields["name"].line.hasFocus()


def test_911_is_nobodys_to_change(qtbot: QtBot) -> None:
    one = place(qtbot, "numbers")
    names = [link.accessibleName() for link in one.part.findChildren(Link)]
    assert not [name for name in names if name.endswith(", Urgence")]


# About ---------------------------------------------------------------------------------------


def test_about_says_what_nobody_has_read_over(qtbot: QtBot) -> None:
    one = place(qtbot, "about")
    said = aloud(one.part)
    assert "3 fichiers de textes" in said
    assert "Lucide 1.62.0, ISC" in said
    with qtbot.waitSignal(one.part.help_wanted) as wanted:
        one.click(one.part.protected)
    assert wanted.args == ["protected"]


# Every part ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("part", PARTS)
def test_every_control_has_a_name_and_a_letter_of_its_own(
    qtbot: QtBot, part: str, language: str
) -> None:
    one = place(qtbot, part, Indoors(language))
    if part == "numbers":
        one.click(one.part.add)
    assert not unnamed(one.screen)
    letters = mnemonics(one.screen)
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize("part", PARTS)
def test_at_double_size_nothing_is_wider_than_the_page(qtbot: QtBot, part: str) -> None:
    one = place(qtbot, part, Indoors(scale=2.0), width=980)
    if part == "numbers":
        one.click(one.part.add)
    assert isinstance(one.screen.part, SettingsPart)
    assert one.screen.part.minimumSizeHint().width() <= 980
