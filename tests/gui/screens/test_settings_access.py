"""Who may enter is decided on the page, on real dossiers and real keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from builders import FAST, PASSPHRASE, House, cabinet
from fakes.pocket import MemoryKeyring
from fakes.runner import WaitingRunner
from indoors import Indoors
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from said import aloud

from filet.adapters.keys.holder import Holder
from filet.adapters.keys.local import LocalSlots
from filet.application.access import Accesses
from filet.application.desk import Desk, Write
from filet.application.quick import QuickUnlock
from filet.application.recovery import Recovery
from filet.application.services import Services
from filet.application.unlocking import Entered
from filet.domain.errors import AccessEnded, WrongPassphrase, WrongRecoveryKey
from filet.domain.kinds import BackupMade, Duty
from filet.gui.screens.settings_access import AccessPart
from filet.gui.widgets.buttons import Link

PHRASE = "abeille bouton cheval demain hiver"
NEW = "une autre phrase de cinq mots"


@dataclass
class Place:
    """The part of the settings, and the house on disk behind it."""

    qtbot: QtBot
    house: House
    language: str = "fr"
    entered: Entered = field(init=False)
    desk: Desk = field(init=False)
    part: Any = field(init=False)
    indoors: Indoors = field(init=False)

    def sit(self, entered: Entered, runner: Any = None) -> None:
        self.entered, self.desk = entered, self.house.desk(entered)
        self.indoors = Indoors(self.language, clock=self.house.clock)
        context = self.indoors.context
        if runner is not None:
            context = replace(context, runner=runner)
        self.part = AccessPart(context, self._services(), lambda: PHRASE)
        self.qtbot.addWidget(self.part)
        self.part.resize(900, 900)
        self.part.show()
        self.qtbot.waitExposed(self.part)

    def change(self, initials: str) -> None:
        """Let somebody else sit down before the same page."""
        self.house.unlocking.lock(self.entered)
        self.sit(self.house.enter(initials) if initials != "AB" else self.house.unlock())

    def _services(self) -> Services:
        workers = self.house.workers(self.desk)
        recovery = Recovery(self.desk, self.house.locker, workers)
        quick = QuickUnlock(self.desk, self.house.folder, self.house.pocket)
        own, accesses = self.indoors.services, Accesses(self.desk)
        return replace(own, workers=workers, recovery=recovery, quick=quick, accesses=accesses)

    # What is pressed ----------------------------------------------------------------------

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def choose_phrase(self, step: Any, phrase: str = NEW) -> None:
        self.click(step.own)
        for line in (step.first, step.second):
            line.show_text(phrase)
        self.click(step.make)

    def confirm(self, passphrase: str = PASSPHRASE) -> None:
        self.part.panel.authority.typed.show_text(passphrase)
        self.click(self.part.panel.authority.confirm)

    def enrol(self, initials: str = "CD", **texts: str) -> None:
        self.click(self.part.add)
        person = self.part.panel.person
        person.initials.show_text(initials)
        for name, text in texts.items():
            getattr(person, name).show_text(text)
        self.click(person.go_on)

    def begin(self, card: str, who: str = "") -> Any:
        self.click(self.part.cards[card].act)
        if who:
            step = self.part.panel.who
            step.who.box.setCurrentIndex(step.who.box.findText(who))
            self.click(step.go_on)
        return self.part.panel

    # What is found ------------------------------------------------------------------------

    def opens(self, initials: str, passphrase: str) -> bool:
        try:
            cabinet().open(self.house.folder, initials, passphrase).discard()
        except WrongPassphrase:
            return False
        return True

    def drawn(self) -> set[str]:
        """Return the cards that have something to press, and whether one may add."""
        acts = {key for key, card in self.part.cards.items() if card.act.isVisible()}
        shown = {"add": self.part.add, "reissue": self.part.reissue}
        return acts | {key for key, button in shown.items() if button.isVisible()}


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    made = Place(qtbot, House(tmp_path))
    made.sit(made.house.create())
    yield made
    made.house.unlocking.lock(made.entered)


# Somebody new -----------------------------------------------------------------------------


def test_somebody_is_let_in_by_a_passphrase_that_she_typed_herself(place: Place) -> None:
    place.enrol("cd", name="Claire D.")
    place.choose_phrase(place.part.panel.phrase)
    place.confirm()
    assert place.part.panel is None
    assert place.part.notice.title() == "Claire D. (CD) a accès."
    assert place.opens("CD", NEW)
    assert "Claire D. (CD)" in aloud(place.part.list)


def test_the_proposed_words_are_typed_back_before_they_count(place: Place) -> None:
    place.enrol("CD")
    step = place.part.panel.phrase
    assert step.proposed.text() == PHRASE
    place.click(step.keep)
    assert not step.proposed.isVisible()
    step.first.show_text("abeille bouton")
    place.click(step.make)
    assert step.first.wrong.isVisible()
    step.first.show_text(PHRASE)
    place.click(step.make)
    place.confirm()
    assert place.opens("CD", PHRASE)


def test_a_role_a_profession_and_days_are_kept(place: Place) -> None:
    place.enrol("HS", duty="trainee", order="yes", since="23 nov. 2026", until="26 mars 2027")
    place.choose_phrase(place.part.panel.phrase)
    place.confirm()
    worker = place.house.workers(place.desk).by_initials("HS")
    assert (worker.duty, worker.order_member) == (Duty.TRAINEE, True)
    assert (str(worker.since), str(worker.until)) == ("2026-11-23", "2027-03-26")
    said = aloud(place.part.list)
    assert "Stagiaire, lecture seulement, membre d’un ordre professionnel" in said
    assert "depuis le 23\u00a0nov., jusqu’au 26\u00a0mars 2027" in said


def test_a_last_day_before_the_first_is_told_at_its_line(place: Place) -> None:
    place.enrol("HS", since="23 nov. 2026", until="20 nov. 2026")
    assert place.part.panel.person.until.wrong.isVisible()
    assert place.part.panel.step is place.part.panel.person


@pytest.mark.parametrize("initials", ["", "A", "A1", "A-B"])
def test_what_are_no_initials_goes_no_further(place: Place, initials: str) -> None:
    place.enrol(initials)
    assert place.part.panel.step is place.part.panel.person
    assert place.part.panel.person.initials.wrong.isVisible()


def test_taken_initials_are_told_at_their_line_and_her_passphrase_is_kept(place: Place) -> None:
    place.enrol("AB")
    place.choose_phrase(place.part.panel.phrase)
    place.confirm()
    person = place.part.panel.person
    assert person.isVisible()
    assert person.initials.wrong.isVisible()
    person.initials.show_text("CD")
    place.click(person.go_on)
    place.confirm()
    assert place.opens("CD", NEW)


def test_a_wrong_passphrase_of_hers_lets_nobody_in(place: Place) -> None:
    place.enrol("CD")
    place.choose_phrase(place.part.panel.phrase)
    place.confirm("pas la mienne du tout")
    step = place.part.panel.authority
    assert step.typed.wrong.text() == "Ce n’est pas votre phrase de passe."
    assert not place.opens("CD", NEW)
    place.confirm()
    assert place.opens("CD", NEW)


def test_nothing_is_done_in_the_thread_of_the_window(place: Place) -> None:
    runner = WaitingRunner()
    place.sit(place.entered, runner)
    runner.work()
    place.enrol("CD")
    place.choose_phrase(place.part.panel.phrase)
    place.confirm()
    assert not place.opens("CD", NEW)
    assert not place.part.panel.isEnabled()
    runner.work()
    assert place.opens("CD", NEW)


def test_closing_a_panel_keeps_nothing_of_what_was_typed(place: Place) -> None:
    place.enrol("CD")
    place.choose_phrase(place.part.panel.phrase)
    former = place.part.panel
    place.click(former.cancel)
    place.click(place.part.add)
    assert place.part.panel is not former
    assert place.part.panel.person.initials.text() == ""
    assert place.part.panel._phrase == ""


# Those who are there ------------------------------------------------------------------------


def test_what_is_said_of_a_colleague_changes(place: Place) -> None:
    place.house.let_in(place.desk, "CD")
    place.part.load()
    links = place.part.list.findChildren(Link)
    link = next(one for one in links if one.accessibleName() == "Changer, CD Essai (CD)")
    place.click(link)
    person = place.part.panel.person
    assert person.name.text() == "CD Essai"
    person.duty.show_text("coordination")
    place.click(person.go_on)
    assert place.house.workers(place.desk).by_initials("CD").duty is Duty.COORDINATION
    assert "Coordination" in aloud(place.part.list)


def test_the_last_who_manages_stays(place: Place) -> None:
    place.click(place.part.list.findChildren(Link)[0])
    place.part.panel.person.duty.show_text("worker")
    place.click(place.part.panel.person.go_on)
    assert place.part.notice.isVisible()
    assert place.desk.duty is Duty.DIRECTION


def test_a_forgotten_passphrase_is_replaced_and_the_former_opens_nothing(place: Place) -> None:
    place.house.let_in(place.desk, "CD")
    place.part.load()
    panel = place.begin("forgotten", "CD Essai (CD)")
    place.choose_phrase(panel.phrase)
    place.confirm()
    assert place.opens("CD", NEW)
    assert not place.opens("CD", PASSPHRASE + "CD")


def test_her_own_passphrase_changes_by_the_former(place: Place) -> None:
    panel = place.begin("own")
    place.choose_phrase(panel.phrase)
    place.confirm("pas la mienne du tout")
    assert panel.authority.typed.wrong.isVisible()
    place.confirm()
    assert place.opens("AB", NEW)
    assert not place.opens("AB", PASSPHRASE)


def copied(place: Place, initials: str) -> None:
    """Record a copy that somebody's passphrase opens."""
    worker = place.house.workers(place.desk).by_initials(initials)
    made = BackupMade("2026-11-22_2247", "coffre", (), 1, 0, (worker.id.hex,))
    place.desk.record_house(Write(made))


def test_withdrawing_changes_the_locks_and_names_the_copies_that_still_open(place: Place) -> None:
    place.house.let_in(place.desk, "CD")
    copied(place, "CD")
    place.part.load()
    before = place.house.folder.joinpath("filet.keys").read_bytes()
    place.begin("leaving", "CD Essai (CD)")
    place.confirm()
    assert not place.opens("CD", PASSPHRASE + "CD")
    assert place.house.folder.joinpath("filet.keys").read_bytes() != before
    said = place.part.notice.accessibleName()
    assert said.startswith("Son accès est retiré et les serrures sont changées.")
    assert "1 copie s’ouvre encore" in said
    assert "coffre" in said
    assert "accès retiré; 1 copie s’ouvre encore" in aloud(place.part.list)
    place.change("AB")
    assert place.house.check(place.entered).findings == ()


def test_where_no_copy_is_left_it_says_so(place: Place) -> None:
    place.house.let_in(place.desk, "CD")
    place.part.load()
    place.begin("leaving", "CD Essai (CD)")
    place.confirm()
    assert "Aucune copie connue" in place.part.notice.accessibleName()


def test_nobody_withdraws_herself_here(place: Place) -> None:
    place.click(place.part.cards["leaving"].act)
    assert place.part.panel is None
    assert place.part.cards["leaving"].state.text() == "Personne d’autre n’a accès ici."


def test_an_access_that_ended_by_itself_is_said(place: Place) -> None:
    place.enrol("HS", until="26 nov. 2026")
    place.choose_phrase(place.part.panel.phrase)
    place.confirm()
    place.house.clock.move(days=10)
    place.part.load()
    assert "terminé le 26\u00a0nov." in aloud(place.part.list)
    place.house.unlocking.lock(place.entered)
    with pytest.raises(AccessEnded):
        place.house.unlocking.unlock(place.house.folder, "HS", NEW)


# The recovery key ---------------------------------------------------------------------------


def typed_key(place: Place, *, line: int = 0, wrong: str = "0000 0000") -> Any:
    panel = place.begin("recovery")
    for number, (field_, text) in enumerate(
        zip(panel.lines.fields, place.house.recovery, strict=True), 1
    ):
        field_.show_text(wrong if number == line else text)
    return panel


def test_the_drill_keeps_its_day_and_where_the_sheets_are(place: Place) -> None:
    assert "jamais été essayée" in place.part.cards["recovery"].state.text()
    panel = typed_key(place)
    panel.places.show_text("coffre du bureau, caisse")
    place.click(panel.check)
    state = place.part.cards["recovery"].state.text()
    assert state.startswith("Dernier exercice\u00a0: 23\u00a0nov.")
    assert "coffre du bureau, caisse" in state
    assert place.part.notice.title() == "La clé ouvre ces dossiers."


def test_a_line_that_differs_is_told_and_no_day_is_kept(place: Place) -> None:
    panel = typed_key(place, line=3)
    place.click(panel.check)
    assert [bool(one.wrong.text()) for one in panel.lines.fields] == [False, False, True, False]
    assert "jamais été essayée" in place.part.cards["recovery"].state.text()


def test_a_late_drill_is_said(place: Place) -> None:
    place.house.clock.move(days=366)
    place.part.load()
    state = place.part.cards["recovery"].state
    assert "était prévu pour le 23\u00a0nov." in state.text()
    assert state.property("tone") == "note"


def made_again(place: Place, initials: str = "CD", second: str = PASSPHRASE + "CD") -> Any:
    place.click(place.part.reissue)
    step = place.part.panel.second
    step.initials.show_text(initials)
    step.passphrase.show_text(second)
    step.authority.typed.show_text(PASSPHRASE)
    place.click(step.authority.confirm)
    return place.part.panel


def shown_key(panel: Any) -> list[str]:
    return [label.text()[4:] for label in panel.key.lines]


def recovers(place: Place, lines: tuple[str, ...]) -> bool:
    try:
        cabinet().recover(place.house.folder, lines).discard()
    except WrongRecoveryKey:
        return False
    return True


def test_two_people_make_another_key_and_the_former_opens_nothing(place: Place) -> None:
    place.house.let_in(place.desk, "CD")
    place.part.load()
    panel = made_again(place)
    lines = shown_key(panel)
    assert not panel.cancel.isVisible()
    place.click(panel.key.go_on)
    for field_, line in zip(panel.typed_back.lines.fields, lines, strict=True):
        field_.show_text(line)
    place.click(panel.typed_back.finish)
    assert place.part.panel is None
    assert place.part.notice.title() == "L’ancienne clé de secours n’ouvre plus rien ici."
    assert recovers(place, tuple(lines))
    assert not recovers(place, place.house.recovery)


def test_a_key_that_was_copied_wrong_is_not_over(place: Place) -> None:
    place.house.let_in(place.desk, "CD")
    place.part.load()
    panel = made_again(place)
    place.click(panel.key.go_on)
    panel.typed_back.lines.fields[0].show_text("0000 0000")
    place.click(panel.typed_back.finish)
    place.click(place.part.add)  # nothing takes its place while the key is nowhere else
    assert place.part.panel is panel
    place.click(panel.typed_back.see)
    assert panel.key.isVisible()


@pytest.mark.parametrize(
    ("initials", "second"), [("AB", PASSPHRASE), ("CD", "pas la sienne du tout")]
)
def test_one_person_alone_makes_no_key(place: Place, initials: str, second: str) -> None:
    place.house.let_in(place.desk, "CD")
    place.part.load()
    panel = made_again(place, initials, second)
    assert panel.second.wrong.isVisible()
    assert recovers(place, place.house.recovery)


# What each role is shown ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("duty", "drawn"),
    [
        (Duty.COORDINATION, {"add", "own", "recovery", "reissue", "forgotten", "leaving"}),
        (Duty.WORKER, {"own", "recovery"}),
        (Duty.TRAINEE, {"own"}),
    ],
)
def test_only_what_her_role_allows_is_drawn(place: Place, duty: Duty, drawn: set[str]) -> None:
    place.house.let_in(place.desk, "CD", duty)
    place.change("CD")
    assert place.drawn() == drawn
    links = place.part.list.findChildren(Link)
    assert bool(links) is (duty is Duty.COORDINATION)


def test_a_worker_is_told_in_words_who_can_help(place: Place) -> None:
    place.house.let_in(place.desk, "CD", Duty.COORDINATION)
    place.house.let_in(place.desk, "EF")
    place.change("EF")
    said = place.part.cards["forgotten"].text.text()
    assert said.endswith("en faire choisir une autre\u00a0: AB, CD Essai (CD).")


def test_a_worker_is_not_told_when_her_colleagues_opened(place: Place) -> None:
    place.house.let_in(place.desk, "CD")
    place.change("CD")
    assert "a ouvert" not in aloud(place.part.list)


def test_who_came_in_by_the_recovery_key_decides_by_it(place: Place) -> None:
    house = place.house
    house.let_in(place.desk, "CD")
    house.unlocking.lock(place.entered)
    place.sit(house.unlocking.recover(house.folder, house.recovery))
    assert "own" not in place.drawn()
    panel = place.begin("forgotten", "CD Essai (CD)")
    place.choose_phrase(panel.phrase)
    for line, text in zip(panel.authority.typed.fields, house.recovery, strict=True):
        line.show_text(text)
    place.click(panel.authority.confirm)
    assert place.opens("CD", NEW)


def test_a_role_given_elsewhere_draws_no_more_than_it_allows(place: Place) -> None:
    until = place.house.clock.today() + timedelta(days=1)
    place.enrol("CD", duty="trainee", until=until.isoformat())
    place.choose_phrase(place.part.panel.phrase)
    place.confirm()
    place.house.unlocking.lock(place.entered)
    place.sit(place.house.unlocking.unlock(place.house.folder, "CD", NEW))
    assert place.drawn() == {"own"}


# A PIN on this computer -----------------------------------------------------------------------

PIN = "402759"


@pytest.fixture
def pocketed(place: Place, tmp_path: Path) -> Place:
    """Return the page of a computer whose keyring answers."""
    keyring = MemoryKeyring()
    place.house.pocket = LocalSlots(
        tmp_path / "local", Holder(lambda: keyring), lambda _: "poste", lambda: FAST
    )
    place.change("AB")
    return place


def declared(place: Place, own: str = "yes", stays: str = "yes") -> None:
    place.click(place.part.pin.declare)
    place.part.pin.panel.own.show_text(own)
    place.part.pin.panel.stays.show_text(stays)
    place.click(place.part.pin.panel.go_on)


def pin_typed(place: Place, pin: str = PIN, again: str = PIN, phrase: str = PASSPHRASE) -> None:
    place.click(place.part.pin.choose)
    panel = place.part.pin.panel
    for line, text in ((panel.first, pin), (panel.second, again), (panel.passphrase, phrase)):
        line.show_text(text)
    place.click(panel.keep)


def offers(place: Place) -> bool:
    return place.house.unlocking.offers_pin(place.house.folder, "AB")


def test_without_a_keyring_no_pin_is_offered_and_it_is_said_why(place: Place) -> None:
    place.click(place.part.pin.declare)
    pin = place.part.pin
    assert pin.panel is None
    assert pin.notice.title().startswith("Le trousseau de cet ordinateur ne répond pas.")
    assert not pin.choose.isVisible()


def test_a_pin_is_chosen_once_both_things_are_true_of_the_computer(pocketed: Place) -> None:
    assert not pocketed.part.pin.choose.isVisible()
    declared(pocketed)
    pin_typed(pocketed)
    assert pocketed.part.pin.notice.title() == "Votre NIP est gardé sur cet ordinateur."
    assert offers(pocketed)
    assert pocketed.part.pin.give_up.isVisible()


@pytest.mark.parametrize(("own", "stays"), [("yes", "no"), ("no", "yes")])
def test_one_no_takes_every_pin_away(pocketed: Place, own: str, stays: str) -> None:
    declared(pocketed)
    pin_typed(pocketed)
    declared(pocketed, own, stays)
    assert not offers(pocketed)
    assert not pocketed.part.pin.choose.isVisible()


def test_nothing_is_answered_beforehand(pocketed: Place) -> None:
    pocketed.click(pocketed.part.pin.declare)
    panel = pocketed.part.pin.panel
    assert (panel.own.text(), panel.stays.text()) == ("", "")
    pocketed.click(panel.go_on)
    assert panel.wrong.isVisible()
    assert pocketed.part.pin.panel is panel


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (("123456", "123456", PASSPHRASE), "first"),
        ((PIN, "402758", PASSPHRASE), "second"),
        ((PIN, PIN, "pas la mienne du tout"), "passphrase"),
    ],
)
def test_what_is_refused_is_told_at_its_line(
    pocketed: Place, typed: tuple[str, str, str], line: str
) -> None:
    declared(pocketed)
    pin_typed(pocketed, *typed)
    assert getattr(pocketed.part.pin.panel, line).wrong.isVisible()
    assert not offers(pocketed)


def test_her_pin_is_taken_away(pocketed: Place) -> None:
    declared(pocketed)
    pin_typed(pocketed)
    pocketed.click(pocketed.part.pin.give_up)
    assert not offers(pocketed)
    assert not pocketed.part.pin.give_up.isVisible()


def test_a_worker_says_nothing_of_the_computer(pocketed: Place) -> None:
    declared(pocketed)
    pocketed.house.let_in(pocketed.desk, "CD")
    pocketed.change("CD")
    assert not pocketed.part.pin.declare.isVisible()
    assert pocketed.part.pin.choose.isVisible()
