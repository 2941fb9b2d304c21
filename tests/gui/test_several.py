"""One computer, several workers: who opens next sees nothing of who locked, who keeps all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import current_thread
from typing import Any

import pytest
from builders import FAST, PASSPHRASE, House
from fakes.pocket import MemoryKeyring
from indoors import Indoors
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot
from said import aloud

from filet.adapters.keys.holder import Holder
from filet.adapters.keys.local import LocalSlots
from filet.application.pocket import FULL_HOLDS
from filet.application.quick import QuickUnlock
from filet.domain.errors import WrongPassphrase
from filet.gui import later
from filet.gui.guards import AWAY, Face
from filet.gui.screens.locked import LockedScreen
from filet.gui.screens.unlock import Typed, UnlockScreen, Ways
from filet.gui.task_runner import TaskRunner
from filet.gui.where import HELP

PIN = "402759"
NEW = "une autre phrase de cinq mots"
WORDS = "Violette, au bord de la route"
LEFT = Qt.MouseButton.LeftButton


def joined(one: Any, *initials: str) -> Any:
    """Let colleagues in, before anybody stands at the door."""
    entered = one.house.unlock()
    for label in initials:
        one.house.let_in(one.house.desk(entered), label)
    one.house.unlocking.lock(entered)
    return one


def door(one: Any) -> Any:
    return one.shell.doorway.page


def rooms(one: Any) -> Any:
    return one.shell.room.pages.currentWidget()


def enter(one: Any, initials: str) -> None:
    one.open(initials, PASSPHRASE if initials == "AB" else PASSPHRASE + initials)
    assert one.face is Face.ROOM


# After a lock ---------------------------------------------------------------------------------


def begun(desk: Any) -> Any:
    """Begin a call as AB, and lock in the middle of it."""
    one = joined(desk(), "CD")
    enter(one, "AB")
    rooms(one).show_call()
    rooms(one).page.form.fields["caller"].show_text(WORDS)
    one.shell.lock()
    return one


def test_somebody_else_finds_nothing_of_what_was_begun(desk: Any) -> None:
    one = begun(desk)
    enter(one, "CD")
    assert one.shell.room.top.who.text() == "CD"
    rooms(one).show_call()
    assert rooms(one).page.form.fields["caller"].text() == ""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert WORDS not in aloud(one.shell)
    assert not one.shell.room.offer.isVisible()


def test_who_began_finds_it_again_after_somebody_else(desk: Any) -> None:
    one = begun(desk)
    enter(one, "CD")
    one.shell.lock()
    enter(one, "AB")
    rooms(one).show_call()
    assert rooms(one).page.form.fields["caller"].text() == WORDS


def test_the_session_before_closed_cleanly(desk: Any) -> None:
    one = begun(desk)
    enter(one, "CD")
    one.shell.lock()
    entered = one.house.unlock()
    assert one.house.check(entered).findings == ()
    one.house.unlocking.lock(entered)


def test_each_is_asked_about_her_own_page_and_nobody_elses(desk: Any) -> None:
    one = joined(desk(), "CD")
    enter(one, "CD")
    one.shell.room.show_place(HELP)
    one.shell.lock()
    one.house.clock.move(hours=9)
    enter(one, "AB")
    assert not one.shell.room.offer.isVisible()
    one.shell.lock()
    one.wait(AWAY + 1)
    enter(one, "CD")
    assert one.shell.room.offer.title() == "Reprendre où vous étiez?"
    one.shell._in_room(lambda room: room._answered(0))
    assert one.shell.room.place == HELP


def test_changing_says_nothing_more_of_the_lock(desk: Any, qtbot: QtBot) -> None:
    one = begun(desk)
    door(one).initials.show_text("AB")
    qtbot.mouseClick(door(one).change, LEFT)
    assert not isinstance(door(one), LockedScreen)
    assert door(one).initials.text() == ""
    assert "Verrouillé" not in aloud(door(one))
    enter(one, "CD")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_neither_door_nor_lock_says_anything_of_the_work(desk: Any, language: str) -> None:
    one = desk(language=language)
    door(one).forgot.click()
    said = aloud(door(one)).lower()
    one.open()
    one.shell.lock()
    said += aloud(door(one)).lower()
    words = ("intervenante", "worker", "maison", "shelter", "femme", "woman", " elle", " she ")
    assert not [word for word in words if word in said]


# By PIN ---------------------------------------------------------------------------------------


@pytest.fixture
def pinned(desk: Any, tmp_path: Path) -> Any:
    """Return a door where AB has a PIN."""
    keyring = MemoryKeyring()
    pocket = LocalSlots(
        tmp_path / "local", Holder(lambda: keyring), lambda _: "poste", lambda: FAST
    )
    one = joined(desk(pocket=pocket), "CD")
    chosen(one.house)
    return one


def chosen(house: House) -> None:
    entered = house.unlock()
    quick = QuickUnlock(house.desk(entered), house.folder, house.pocket)
    quick.declare(own_accounts=True, stays_here=True)
    quick.set_up(PASSPHRASE, PIN)
    house.unlocking.lock(entered)


def typed(one: Any, qtbot: QtBot, initials: str = "AB") -> Any:
    """Type initials and Enter; return the page."""
    page = door(one)
    qtbot.keyClicks(page.initials.line, initials)
    qtbot.keyClick(page.initials.line, Qt.Key.Key_Return)
    return page


def try_pin(page: Any, pin: str) -> None:
    page._left = 0
    page._show_wait()
    page.pin.field.show_text(pin)
    page.submit()


def test_a_pin_is_asked_for_where_one_was_chosen_and_opens(pinned: Any, qtbot: QtBot) -> None:
    page = typed(pinned, qtbot)
    assert page.pin.isVisible()
    assert not page.passphrase.isVisible()
    assert page.pin.field.line.hasFocus()
    qtbot.keyClicks(page.pin.field.line, PIN)
    qtbot.keyClick(page.pin.field.line, Qt.Key.Key_Return)
    assert pinned.face is Face.ROOM
    assert page.pin.field.text() == ""


@pytest.mark.parametrize("initials", ["CD", "ZZ", ""])
def test_no_pin_is_asked_of_others(pinned: Any, qtbot: QtBot, initials: str) -> None:
    page = typed(pinned, qtbot, initials)
    assert page.pin is None
    assert page.passphrase.isVisible()


def test_other_initials_take_the_pin_away(pinned: Any, qtbot: QtBot) -> None:
    page = typed(pinned, qtbot)
    page.initials.line.clear()
    typed(pinned, qtbot, "CD")
    assert not page.pin.isVisible()
    assert page.passphrase.isVisible()


def test_the_passphrase_is_never_far(pinned: Any, qtbot: QtBot) -> None:
    page = typed(pinned, qtbot)
    qtbot.mouseClick(page.pin.other, LEFT)
    assert page.passphrase.line.hasFocus()
    page.passphrase.show_text(PASSPHRASE)
    page.submit()
    assert pinned.face is Face.ROOM


def test_a_wrong_pin_says_how_many_tries_are_left(pinned: Any, qtbot: QtBot) -> None:
    page = typed(pinned, qtbot)
    try_pin(page, "111112")
    assert page.notice.title() == "Ce NIP n’ouvre pas. Essais restants\u00a0: 4."
    assert page.pin.field.line.selectedText() == "111112"
    assert page.pin.isVisible()


def test_after_five_errors_the_passphrase_alone_opens(pinned: Any, qtbot: QtBot) -> None:
    page = typed(pinned, qtbot)
    for _ in range(5):
        assert page.pin.isVisible()
        try_pin(page, "111112")
    assert not page.pin.isVisible()
    assert page.passphrase.line.hasFocus()
    assert not pinned.house.unlocking.offers_pin(pinned.house.folder, "AB")
    enter(pinned, "AB")


def test_half_a_day_later_the_passphrase_is_asked_for(pinned: Any, qtbot: QtBot) -> None:
    pinned.house.clock.move(hours=FULL_HOLDS // 3_600_000)
    assert typed(pinned, qtbot).passphrase.isVisible()


def test_a_keyring_that_is_gone_asks_for_the_passphrase_in_words(pinned: Any, qtbot: QtBot) -> None:
    page = typed(pinned, qtbot)
    pinned.house.pocket.holder.drop(next(iter(pinned.house.pocket.holder._find().kept)))
    try_pin(page, PIN)
    assert page.notice.title() == "Un NIP ne peut pas ouvrir ici en ce moment."
    assert page.passphrase.line.hasFocus()


# A forgotten passphrase -----------------------------------------------------------------------


def forgotten(one: Any, qtbot: QtBot, initials: str = "CD") -> Any:
    page = door(one)
    qtbot.mouseClick(page.forgot, LEFT)
    page.initials.show_text(initials)
    for field, line in zip(page.forgotten.lines.fields, one.house.recovery, strict=True):
        field.show_text(line)
    return page


def choose(page: Any, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.forgotten.choose, LEFT)
    qtbot.mouseClick(page.another.own, LEFT)
    for field in (page.another.first, page.another.second):
        field.show_text(NEW)
    qtbot.mouseClick(page.another.make, LEFT)


def test_it_is_told_first_who_can_help(desk: Any, qtbot: QtBot) -> None:
    one = desk()
    qtbot.mouseClick(door(one).forgot, LEFT)
    said = aloud(door(one))
    assert said.index("demandez à la coordination") < said.index("feuille scellée")


def test_the_recovery_key_gives_her_another_passphrase_and_lets_her_in(
    desk: Any, qtbot: QtBot
) -> None:
    one = joined(desk(), "CD")
    choose(forgotten(one, qtbot), qtbot)
    assert one.shell.room.top.who.text() == "CD"
    one.shell.lock()
    one.open("CD", PASSPHRASE + "CD")
    assert one.shell.room is None
    one.open("CD", NEW)
    assert one.face is Face.ROOM


def test_without_initials_nothing_is_chosen(desk: Any, qtbot: QtBot) -> None:
    page = forgotten(desk(), qtbot, "")
    qtbot.mouseClick(page.forgotten.choose, LEFT)
    assert page.another is None
    assert page.initials.wrong.isVisible()


def test_a_line_that_differs_is_mended_without_choosing_again(desk: Any, qtbot: QtBot) -> None:
    one = joined(desk(), "CD")
    page = forgotten(one, qtbot)
    page.forgotten.lines.fields[1].show_text("0000 0000")
    choose(page, qtbot)
    assert page.forgotten.lines.fields[1].wrong.isVisible()
    page.forgotten.lines.fields[1].show_text(one.house.recovery[1])
    qtbot.mouseClick(page.forgotten.choose, LEFT)
    assert one.face is Face.ROOM


def test_initials_that_nobody_has_are_told_on_the_page(desk: Any, qtbot: QtBot) -> None:
    one = desk()
    page = forgotten(one, qtbot, "ZZ")
    choose(page, qtbot)
    assert one.face is Face.DOOR
    assert page.notice.title() == "Personne n’a accès ici sous ces initiales."


# In which thread ------------------------------------------------------------------------------


def test_every_way_in_is_tried_away_from_the_window(qtbot: QtBot) -> None:
    threads: list[tuple[str, str]] = []

    def tried(name: str, answer: Any = None) -> Callable[..., Any]:
        def way(*_: object) -> Any:
            threads.append((name, current_thread().name))
            if answer is None:
                raise WrongPassphrase
            return answer

        return way

    ways = Ways(
        tried("passphrase"), tried("recovery"), tried("offers", answer=True), tried("pin"),
        tried("another"), lambda: "", later.phrase_step,
    )  # fmt: skip
    runner = TaskRunner()
    page = UnlockScreen(replace(Indoors().context, runner=runner), ways)
    qtbot.addWidget(page)
    page.show()
    page.submit()
    page.submit_recovery()
    page.show_typed(Typed("AB"))
    qtbot.waitUntil(lambda: not runner.busy() and page.pin is not None)
    page.open.setEnabled(True)
    page.submit()
    page._replace(NEW)
    qtbot.waitUntil(lambda: not runner.busy())
    assert [name for name, _ in threads] == ["passphrase", "recovery", "offers", "pin", "another"]
    assert all(thread.startswith("vault") for _, thread in threads)
    runner.close()
