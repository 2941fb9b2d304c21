"""Sharing on the screen: she is asked, what leaves is chosen and read over, the phrase is shown once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fakes.press import FakePress
from indoors import Indoors
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics, unnamed

from filet.application.referring import Parcel, new_consent
from filet.application.register import PhraseFate
from filet.domain.errors import ExportPlaceGone
from filet.domain.ids import CaseId
from filet.domain.kinds import (
    Answer,
    Capacity,
    ConsentAnswered,
    Family,
    NumberSet,
    Recipient,
    SafeContactSet,
)
from filet.domain.sharing import Standing
from filet.gui.places import At, Place
from filet.gui.rooms import Rooms
from filet.gui.screens.consent import ConsentScreen
from filet.gui.screens.home import HomeScreen
from filet.gui.screens.register import RegisterScreen
from filet.gui.screens.sending import SendingScreen
from filet.gui.screens.share import ShareScreen
from filet.gui.widgets.communication_row import CommunicationRow

LEFT = Qt.MouseButton.LeftButton
CALLED = "Vérifiée d'essai"


@dataclass
class Shared:
    """A dossier, and one page about it at a time."""

    bot: QtBot
    house: Indoors
    case: CaseId
    press: FakePress

    def shown(self, page: Any) -> Any:
        self.bot.addWidget(page)
        page.resize(1310, 648)
        page.show()
        self.bot.waitExposed(page)
        page.activateWindow()
        self.bot.waitUntil(page.isActiveWindow)
        return page

    def asking(self) -> Any:
        return self.shown(ConsentScreen(self.house.context, self.house.services, self.case))

    def sharing(self) -> Any:
        page = ShareScreen(self.house.context, self.house.services, self.case)
        page.load()
        return self.shown(page)

    def sending(self, said: ConsentAnswered) -> Any:
        services, context = self.house.services, self.house.context
        return self.shown(SendingScreen(context, services, self.case, said.consent, self.press))

    def register(self) -> Any:
        return self.shown(RegisterScreen(self.house.context, self.house.services))

    def agreed(self) -> ConsentAnswered:
        said = ConsentAnswered(
            new_consent(), Recipient("Police d'essai", capacity=Capacity.POLICE), "la rappeler",
            Answer.ACCEPTED, tuple(Family), until=self.house.clock.today() + timedelta(days=30),
        )  # fmt: skip
        self.house.services.referring.answer(self.case, said)
        return said

    def click(self, widget: QWidget) -> None:
        assert widget.isEnabled()
        self.house.clock.move(seconds=1)
        self.bot.mouseClick(widget, LEFT)

    def type(self, field: Any, text: str) -> None:
        inner = getattr(field, "line", None) or field.area
        inner.setFocus()
        self.bot.keyClicks(inner, text)

    def consents(self) -> Any:
        return self.house.services.referring.consents(self.case)


Open = Callable[..., Shared]


@pytest.fixture
def share(qtbot: QtBot) -> Open:
    def opened(**house: Any) -> Shared:
        inside = Indoors(**house)
        inside.enroll()
        case = inside.case("Mirabelle", "Exemple-Roy", children=1)
        inside.services.cases.set_safe_contact(case, SafeContactSet("819 555-0117"))
        inside.desk.look_again()
        return Shared(qtbot, inside, case, FakePress())

    return opened


# Asking her -----------------------------------------------------------------------------------


def test_she_is_asked_and_what_she_agrees_to_is_kept(share: Open) -> None:
    one = share()
    page = one.asking()
    assert not page._agreed.isVisible()
    one.type(page.fields["organisation"], "CLSC d'essai")
    one.type(page.fields["purpose"], "la joindre")
    one.click(page.fields["answer"].switch._group.buttons()[0])
    assert page._agreed.isVisible()
    one.click(page.fields["families"].chips["reach"])
    one.type(page.fields["until"], "dans 10 jours")
    one.type(page.fields["words"], "oui")
    with one.bot.waitSignal(page.finished):
        one.click(page.finish)
    (consent,) = one.consents()
    assert consent.standing is Standing.HOLDS
    assert consent.answered.families == (Family.REACH,)
    assert consent.answered.until == one.house.clock.today() + timedelta(days=10)
    assert consent.answered.words == "oui"


@pytest.mark.parametrize("place", [1, 2])
def test_a_refusal_is_kept_and_what_remains_is_said(share: Open, place: int) -> None:
    one = share()
    page = one.asking()
    one.type(page.fields["organisation"], "CLSC d'essai")
    one.type(page.fields["purpose"], "la joindre")
    one.click(page.fields["answer"].switch._group.buttons()[place])
    assert page.instead.isVisible()
    assert "911" in aloud(page.instead)
    one.click(page.finish)
    (consent,) = one.consents()
    assert consent.standing in (Standing.REFUSED, Standing.NOT_ASKED)


def test_what_is_missing_is_named_and_takes_the_focus(share: Open) -> None:
    one = share()
    page = one.asking()
    one.click(page.fields["answer"].switch._group.buttons()[1])
    one.click(page.finish)
    assert page.fields["organisation"].line.hasFocus()
    assert page.notice.isVisible()
    assert one.consents() == ()


def test_a_day_that_is_no_day_is_not_kept(share: Open) -> None:
    one = share()
    page = one.asking()
    one.click(page.fields["answer"].switch._group.buttons()[0])
    one.type(page.fields["until"], "un jour")
    one.click(page.finish)
    assert page.fields["until"].wrong.isVisible()
    assert one.consents() == ()


def test_who_is_in_the_directory_is_filled_in_and_says_whether_it_was_checked(share: Open) -> None:
    one = share()
    today = one.house.clock.today()
    one.house.services.numbers.keep(
        NumberSet("own", CALLED, "819 555-0199", verified_on=today, verified_by="Line D.")
    )
    page = one.asking()
    for text, source in (("own", "vérifié"), ("info_social", "à vérifier")):
        page.known.show_text(text)
        page.known.edited.emit()
        assert source in page.fields["number_from"].text()
    assert page.fields["number"].text() == "811"


def test_what_the_law_asks_is_beside_and_says_that_nobody_read_it_over(share: Open) -> None:
    page = share().asking()
    assert "P-39.1" in page.law.text()
    assert "juriste" in page.law.text()


def test_what_is_typed_is_a_draft_until_it_is_kept(share: Open) -> None:
    one = share()
    page = one.asking()
    one.type(page.fields["organisation"], "CLSC")
    page.leave()
    again = one.asking()
    assert again.fields["organisation"].text() == "CLSC"


# Her answers ----------------------------------------------------------------------------------


def test_she_takes_her_agreement_back_and_nothing_may_be_chosen_by_it(share: Open) -> None:
    one = share()
    said = one.agreed()
    page = one.sharing()
    assert said.consent in page.buttons
    one.click(
        page.buttons[said.consent].parentWidget().findChildren(type(page.buttons[said.consent]))[1]
    )
    one.type(page.back.fields["words"], "non")
    one.click(page.back.keep)
    assert page.buttons == {}
    (consent,) = one.consents()
    assert (consent.standing, consent.withdrawn.words) == (Standing.WITHDRAWN, "non")


def test_an_agreement_leads_to_choosing(share: Open) -> None:
    one = share()
    said = one.agreed()
    page = one.sharing()
    with one.bot.waitSignal(page.send_wanted) as wanted:
        one.click(page.buttons[said.consent])
    assert wanted.args == [said.consent]
    assert not page.instead.isVisible()


# What leaves ----------------------------------------------------------------------------------


def chosen(one: Shared, page: Any, *keys: str) -> None:
    for key, box in page.offer.boxes.items():
        if key.startswith(keys):
            one.click(box.box)
    page._refresh()


def test_nothing_is_chosen_in_advance_and_nothing_can_leave(share: Open) -> None:
    one = share()
    page = one.sending(one.agreed())
    assert page.offer.chosen() == frozenset()
    assert not page.read.isEnabled()
    assert not page.go.isEnabled()
    assert "Jamais" in aloud(page.offer)


def test_a_file_leaves_once_the_very_page_was_read_over(share: Open, tmp_path: Path) -> None:
    one = share()
    said = one.agreed()
    page = one.sending(said)
    one.press.path = tmp_path / "communication.pdf"
    chosen(one, page, "reach")
    rows = (page.preview.rows.row(place) for place in range(page.preview.rows.rowCount()))
    twin = " ".join(row.text for row in rows if row is not None)
    assert "819\u00a0555" in twin
    assert "Ce document peut être remis à la défense." in twin
    assert "Mirabelle" not in twin
    assert not page.go.isEnabled()
    one.click(page.read.box)
    one.click(page.go)
    phrase = page.phrase.phrase.text()
    assert len(phrase.split()) == 6
    assert one.press.path.read_bytes().startswith(b"%PDF")
    assert not page._form.isVisible()
    with one.bot.waitSignal(page.finished):
        one.click(page.phrase.done)
    assert phrase not in aloud(page)
    assert one.house.services.referring.unread_phrases() == ()
    (line,) = one.house.services.register.communications()
    assert line.about == one.case


def test_what_is_changed_after_it_was_read_is_to_be_read_again(share: Open) -> None:
    one = share()
    page = one.sending(one.agreed())
    chosen(one, page, "reach")
    one.click(page.read.box)
    assert page.go.isEnabled()
    chosen(one, page, "name")
    assert not page.read.isChecked()
    assert not page.go.isEnabled()


def test_ctrl_enter_goes_to_the_button_and_never_presses_it(share: Open, tmp_path: Path) -> None:
    one = share()
    page = one.sending(one.agreed())
    one.press.path = tmp_path / "a.pdf"
    chosen(one, page, "reach")
    one.click(page.read.box)
    one.bot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.go.hasFocus()
    assert list(tmp_path.iterdir()) == []


def test_a_key_that_went_away_is_told_and_what_was_chosen_stays(
    share: Open, tmp_path: Path
) -> None:
    one = share()
    page = one.sending(one.agreed())
    one.press.path = tmp_path / "a.pdf"
    chosen(one, page, "reach")
    one.click(page.read.box)
    one.house.vault.outbox.fails = ExportPlaceGone(folder="E:")
    one.click(page.go)
    assert "E:" in aloud(page.notice)
    assert page.offer.chosen() == frozenset({"reach"})
    assert page.phrase.isHidden()
    assert one.house.services.register.communications() == ()


def test_what_was_chosen_is_found_again_as_a_draft(share: Open) -> None:
    one = share()
    said = one.agreed()
    page = one.sending(said)
    chosen(one, page, "reach")
    page.leave()
    assert one.sending(said).offer.chosen() == frozenset({"reach"})


@pytest.mark.parametrize(("button", "fate"), [(0, PhraseFate.READ), (1, PhraseFate.VOID)])
def test_home_asks_about_the_phrase_of_a_file_that_left(
    share: Open, tmp_path: Path, button: int, fate: PhraseFate
) -> None:
    one = share()
    parcel = Parcel(one.agreed().consent, frozenset({"reach"}), "fr")
    one.house.services.referring.send(one.case, parcel, tmp_path / "a.pdf")
    home = HomeScreen(one.house.context, one.house.services, "MR")
    one.shown(home)
    home.load()
    assert home.unread.isVisible()
    home.unread.chosen.emit(button)
    assert not home.unread.isVisible()
    (line,) = one.house.services.register.communications()
    assert line.phrase is fate


def test_what_was_being_chosen_comes_back_after_a_lock(share: Open) -> None:
    one = share()
    said = one.agreed()
    house = one.house
    size = QSize(1310, 648)
    rooms = Rooms(house.context, house.services, "MR", lambda: one.press, lambda _: size)
    one.shown(rooms)
    rooms.show_where(At(Place.SENDING, one.case, said.consent.hex))
    one.bot.waitUntil(lambda: isinstance(rooms.page, SendingScreen))
    assert rooms.where() == At(Place.SENDING, one.case, said.consent.hex)


# The register ---------------------------------------------------------------------------------


def test_the_register_unfolds_every_field_and_notes_what_came_back(
    share: Open, tmp_path: Path
) -> None:
    one = share()
    page = one.sending(one.agreed())
    one.press.path = tmp_path / "a.pdf"
    chosen(one, page, "reach")
    one.click(page.read.box)
    one.click(page.go)
    register = one.register()
    (row,) = register.findChildren(CommunicationRow)
    one.click(row.open)
    told = aloud(row)
    for wanted in ("C26-A-0001", "Police d'essai", "la rappeler", "Maude R.", "Mirabelle"):
        assert wanted in told
    one.click(row.follow)
    one.type(register.follow.fields["result"], "recu")
    one.click(register.follow.keep)
    (line,) = one.house.services.register.communications()
    assert [came.result for came in line.followed] == ["recu"]


def test_the_register_is_filtered_by_way_and_by_words(share: Open, tmp_path: Path) -> None:
    one = share()
    page = one.sending(one.agreed())
    one.press.path = tmp_path / "a.pdf"
    chosen(one, page, "reach")
    one.click(page.read.box)
    one.click(page.go)
    register = one.register()
    assert register.found.text() == "1 sur 1"
    one.click(register.ways.chips["told"])
    assert register.found.text() == "0 sur 1"
    one.click(register.ways.chips["told"])
    one.type(register.search, "zzz")
    register._draw()
    assert register.found.text() == "0 sur 1"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_letter_is_given_once_and_everything_has_a_name(share: Open, language: str) -> None:
    one = share(language=language)
    said = one.agreed()
    for page in (one.asking(), one.sharing(), one.sending(said), one.register()):
        letters = mnemonics(page)
        assert len(letters) == len(set(letters)), letters
        assert unnamed(page) == []
