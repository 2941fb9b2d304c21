"""A dossier is hidden from a colleague from its own page; a life opens it, and that is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from builders import PASSPHRASE
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from said import aloud

from filet.domain.ids import CaseId
from filet.domain.kinds import Duty
from filet.gui.places import Place as Shown
from filet.gui.where import DOSSIERS, SETTINGS
from filet.gui.widgets.buttons import Button, Link

NAME, FAMILY = "Mirabelle", "Exemple-Roy"
WHY = "C'est sa cousine."


@dataclass
class House:
    """A window on a house where AB directs and CD works."""

    qtbot: QtBot
    one: Any
    case: CaseId

    def enter(self, initials: str) -> None:
        if self.one.shell.room is not None:
            self.one.shell.lock()
        self.one.open(initials, PASSPHRASE if initials == "AB" else PASSPHRASE + initials)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    @property
    def rooms(self) -> Any:
        return self.one.shell.room.pages.currentWidget()

    @property
    def page(self) -> Any:
        return self.rooms.page

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def opened(self) -> Any:
        """Open the dossier, and return what says who sees it."""
        self.rooms.open_case(self.case)
        return self.page.access

    def hide_from(self, who: str, why: str = WHY) -> None:
        access = self.opened()
        self.click(access.close_it)
        box = access.panel.who.box
        if who:
            box.setCurrentIndex(box.findText(who))
        access.panel.reason.show_text(why)
        self.click(access.panel.confirm)

    def sees(self) -> bool:
        """Tell whether the dossier stands in the list of whoever is inside."""
        model = self.rooms.home.list.model
        rows = [str(model.data(model.index(row))) for row in range(model.rowCount())]
        assert "Iris\u00a0D." in rows
        return any(row.startswith(NAME) for row in rows)

    def look_for(self, typed: str) -> None:
        self.page.bar.search.setText(typed)
        self.page.bar._send()

    def ask_for(self, asked: str, why: str) -> None:
        self.look_for(asked)
        self.click(self.page.nothing.glass)
        panel = self.page.glass
        self.qtbot.waitUntil(lambda: not panel.ask.visibleRegion().isEmpty())  # it has its place
        panel.asked.show_text(asked)
        panel.reason.show_text(why)
        self.click(panel.ask)


@pytest.fixture
def house(desk: Any, qtbot: QtBot) -> House:
    one = desk()
    entered = one.house.unlock()
    own = one.house.desk(entered)
    one.house.let_in(own, "CD")
    one.house.let_in(own, "EF", Duty.COORDINATION)
    one.house.unlocking.lock(entered)
    one.open()
    rooms = one.shell.room.pages.currentWidget()
    case = rooms._services.cases.create(NAME, FAMILY).value.case
    rooms._services.cases.create("Iris", "Démo-Nguyen")
    rooms.home.load()
    return House(qtbot, one, case)


def hidden(house: House) -> House:
    house.hide_from("CD Essai (CD)")
    house.enter("CD")
    return house


def test_hidden_from_a_colleague_it_is_nowhere_for_her(house: House) -> None:
    hidden(house)
    assert not house.sees()
    house.look_for(NAME)
    assert house.page.nothing.isVisible()
    assert FAMILY not in aloud(house.one.shell)


def test_the_others_go_on_seeing_it_and_the_page_says_from_whom(house: House) -> None:
    house.hide_from("CD Essai (CD)")
    said = aloud(house.page.access)
    assert "CD Essai (CD)" in said
    assert WHY in said
    house.enter("EF")
    house.rooms.home.load()
    assert house.sees()


def test_nobody_is_proposed_herself_first(house: House) -> None:
    access = house.opened()
    house.click(access.close_it)
    box = access.panel.who.box
    names = [box.itemText(index) for index in range(box.count())]
    assert names == ["CD Essai (CD)", "EF Essai (EF)", "AB"]


@pytest.mark.parametrize("why", ["", "   "])
def test_without_a_reason_nothing_is_hidden(house: House, why: str) -> None:
    house.hide_from("CD Essai (CD)", why)
    assert house.page.access.panel.reason.wrong.isVisible()
    house.enter("CD")
    assert house.sees()


def test_it_is_shown_to_her_again(house: House) -> None:
    house.hide_from("CD Essai (CD)")
    access = house.page.access
    link = next(
        one for one in access.findChildren(Link) if one.accessibleName().endswith("CD Essai (CD)")
    )
    house.click(link)
    access.panel.reason.show_text("Une autre personne du même nom.")
    house.click(access.panel.confirm)
    house.enter("CD")
    assert house.sees()


def test_a_worker_hides_it_from_herself_and_is_home(house: House) -> None:
    house.enter("CD")
    access = house.opened()
    assert access.close_it.text() == "Me le cacher…"
    house.hide_from("")
    assert house.rooms.where().place == Shown.HOME
    assert not house.sees()


def test_a_worker_is_not_told_from_whom_it_is_hidden(house: House) -> None:
    house.hide_from("EF Essai (EF)")
    house.enter("CD")
    said = aloud(house.opened())
    assert "EF" not in said
    assert WHY not in said


def test_a_life_in_danger_opens_it_with_a_reason(house: House) -> None:
    hidden(house)
    house.ask_for(f"{NAME} {FAMILY}", "Il vient d'appeler, il la cherche.")
    assert house.rooms.where().place == Shown.SITUATION
    assert house.rooms.where().case == house.case
    house.enter("AB")
    house.one.shell.room.show_place(SETTINGS)
    settings = house.one.shell.room.pages.currentWidget()
    settings.show_part("access")
    said = aloud(settings.part.broken)
    assert "CD Essai (CD)" in said
    assert "un dossier s’est ouvert pour elle" in said
    assert "il la cherche" in said
    assert FAMILY not in said


def glass(house: House) -> Any:
    return house.one.shell.room.bars.shown.get("glass")


def test_whoever_manages_is_told_above_every_page_until_she_saw_it(house: House) -> None:
    hidden(house)
    house.ask_for(f"{NAME} {FAMILY}", "Il vient d'appeler, il la cherche.")
    assert glass(house) is None
    house.enter("EF")
    assert "Une collègue a demandé un dossier" in glass(house).accessibleName()
    assert NAME not in aloud(glass(house))
    who, seen = glass(house).findChildren(Button)
    house.click(who)
    settings = house.one.shell.room.pages.currentWidget()
    assert "il la cherche" in aloud(settings.part.broken)
    house.click(seen)
    assert glass(house) is None
    house.enter("EF")
    assert glass(house) is None
    house.enter("AB")
    assert glass(house) is not None  # each says for herself that she saw it


def test_what_is_asked_again_is_told_again(house: House) -> None:
    hidden(house)
    house.ask_for("Zoé Personne", "Une voix au téléphone.")
    house.enter("EF")
    house.click(glass(house).findChildren(Button)[1])
    house.enter("CD")
    house.ask_for("Zoé Personne", "Une autre voix.")
    house.ask_for("Zoé Personne", "Encore.")
    house.enter("EF")
    assert "2 fois" in glass(house).accessibleName()


def test_asking_in_vain_is_written_too_and_says_no_more(house: House) -> None:
    hidden(house)
    house.ask_for("Zoé Personne", "Une voix au téléphone.")
    assert house.page.notice.title().startswith("Aucun dossier trouvé")
    assert house.page.glass is not None
    house.enter("AB")
    breakings = house.rooms._services.accesses.breakings()
    assert [(one.asked, one.case) for one in breakings] == [("Zoé Personne", None)]


def test_the_same_is_offered_to_whom_nothing_is_hidden(house: House) -> None:
    house.one.shell.room.show_place(DOSSIERS)
    house.look_for("zzz")
    assert house.page.nothing.glass.isVisible()


@pytest.mark.parametrize(("asked", "why"), [("", "une vie"), ("Mirabelle Roy", "")])
def test_without_a_name_or_a_reason_nothing_is_asked(house: House, asked: str, why: str) -> None:
    hidden(house)
    house.look_for("zzz")
    house.click(house.page.nothing.glass)
    house.page.glass.asked.show_text(asked)
    house.page.glass.reason.show_text(why)
    house.click(house.page.glass.ask)
    field = house.page.glass.reason if asked else house.page.glass.asked
    assert field.wrong.isVisible()
    assert house.page.glass is not None


def test_the_panel_is_closed_without_a_trace(house: House) -> None:
    hidden(house)
    house.look_for("zzz")
    house.click(house.page.nothing.glass)
    house.click(house.page.glass.cancel)
    assert house.page.glass is None
    house.enter("AB")
    assert house.rooms._services.accesses.breakings() == ()
