"""A lock or a kill in the middle of another questionnaire: the same question, nothing lost."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from asking_child import asking
from children import start
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from filet.domain.casefile import CaseFile
from filet.domain.ids import CaseId
from filet.domain.instruments import Value, item_key
from filet.domain.kinds import StatementMade
from filet.gui.guards import Face
from filet.gui.places import Place
from filet.gui.screens.interview import InterviewScreen

HOUSES, SHIPPED, COPIED = "exemple-jardin", "hark", "da-2004"
"""What a house brought along; what Filet brings along by neutral names; a form on paper."""
PACKS = pytest.mark.parametrize("name", [HOUSES, SHIPPED, COPIED])


def interview(one: Any) -> InterviewScreen:
    page = one.shell.room.pages.currentWidget().page
    assert isinstance(page, InterviewScreen), page
    return page


def dossier(one: Any, case: CaseId) -> CaseFile:
    """Read what the vault holds, past the window."""
    entered = one.house.unlock()
    try:
        read: CaseFile = one.house.desk(entered).read(case)
        return read
    finally:
        entered.vault.close()


def again(one: Any) -> None:
    """Start the program again: nothing of the former one is in memory."""
    one.shell._left = None
    one.shell.show_door()
    one.open()


@PACKS
def test_a_kill_in_the_middle_of_it_loses_no_answer_that_was_kept(desk: Any, name: str) -> None:
    one = desk()
    with start("ask", one.house.root, name, among="asking_child") as child:
        assert child.stdout is not None
        case = CaseId(UUID(child.stdout.readline().removeprefix("open ").strip()))
        kept = [child.stdout.readline().strip() for _ in range(2)]
        child.kill()
        rest = child.stdout.read().split("\n")
    kept += [line for line in rest[:-1] if line]
    again(one)
    page = interview(one)
    assert page.asking.question.key in (kept[-1], _next(one, page, kept[-1]))
    stated = [said.item for said in one_of(page, kept)]
    assert stated == kept
    one.shell.lock()
    written = {said.item for said in dossier(one, case).all(StatementMade)}
    assert set(kept) <= written


def _next(one: Any, page: InterviewScreen, key: str) -> str:
    """Return the question after one: it may be the one whose word the kill cut off."""
    assert page.asking.interview is not None
    after = page.asking.interview.after(key)
    return after.key if after is not None else key


def one_of(page: InterviewScreen, kept: list[str]) -> list[StatementMade]:
    """Return what the page holds of each question that was said to be kept."""
    assert page.asking.interview is not None
    questions = [page.asking.interview.question(key) for key in kept]
    return [voice.statement for one in questions for voice in one.voices]


@PACKS
def test_a_lock_in_the_middle_of_it_comes_back_to_the_same_question(
    desk: Any, qtbot: QtBot, name: str
) -> None:
    one = desk()
    entered = one.house.unlock()
    spot, tool = asking(one.house.desk(entered), name)
    entered.vault.close()
    one.open()
    rooms = one.shell.room.pages.currentWidget()
    rooms.open_case(spot.case)
    rooms.dossier.show(Place.INTERVIEW)
    qtbot.waitUntil(lambda: isinstance(rooms.page, InterviewScreen))
    press(qtbot, one, "1", Qt.Key.Key_Return, "2")
    second = item_key(tool, tool.items[1])
    assert interview(one).asking.question.key == second
    press(qtbot, one, (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier))
    assert one.face is Face.LOCK
    written = {said.item: said.value for said in dossier(one, spot.case).all(StatementMade)}
    assert written == {spot.item: Value.YES, second: Value.NO}
    one.open()
    page = interview(one)
    assert page.asking.question.key == second
    assert [said.value for said in one_of(page, [spot.item, second])] == [Value.YES, Value.NO]


def press(qtbot: QtBot, one: Any, *keys: Any) -> None:
    for key in keys:
        at = QApplication.focusWidget() or one.shell
        qtbot.keyClick(at, *(key if isinstance(key, tuple) else (key,)))
