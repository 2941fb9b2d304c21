"""Every view of an interview, in every language and size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from fits import cut
from interviews import CTRL, POLICE, Table
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from said import heard, mnemonics, unnamed

from filet.domain.instruments import Value
from filet.gui.screens.interview import BLANK, END, HERS
from filet.gui.widgets.answers import AnswerButton
from filet.gui.widgets.question_lines import LIST

# Every view, every language, every size ------------------------------------------------------


def scaled_with_her(table: Table) -> None:
    table.page.go_to("her_fear@inventaire-filet-1")
    table.page.show_view(HERS)


VIEWS: dict[str, Callable[[Table], object]] = {
    "one": lambda table: table.press(Qt.Key.Key_1),
    "another source": lambda table: table.page.asking.listen_to(POLICE),
    "a scale": lambda table: table.page.go_to("her_fear@inventaire-filet-1"),
    "words": lambda table: table.page.go_to("body_now@inventaire-filet-1"),
    "list": lambda table: table.page.show_view(LIST),
    "with her": lambda table: table.page.show_view(HERS),
    "with her, a scale": scaled_with_her,
    "blank": lambda table: table.page.show_view(BLANK),
    "end": lambda table: table.page.show_view(END),
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_control_has_a_name_and_no_two_the_same_letter(
    qtbot: QtBot, language: str, view: str
) -> None:
    table = Table(qtbot, language=language)
    VIEWS[view](table)
    assert unnamed(table.page) == []
    assert "&" not in heard(table.page)
    letters = Counter(mnemonics(table.page))
    assert not {letter: count for letter, count in letters.items() if count > 1}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    ("scale", "size"),
    [
        (1.0, (1310, 648)),
        (1.0, (1037, 566)),
        (1.0, (904, 512)),
        (1.5, (1310, 648)),
        (2.0, (1310, 648)),
    ],
)
def test_no_word_is_cut_and_nothing_is_sideways(
    qtbot: QtBot, view: str, scale: float, size: tuple[int, int]
) -> None:
    table = Table(qtbot, scale=scale, size=size)
    VIEWS[view](table)
    qtbot.wait(1)
    assert (table.page.width(), table.page.height()) == size
    assert list(cut(table.page)) == []


def test_in_very_large_text_every_question_is_in_sight_with_all_its_answers(
    qtbot: QtBot,
) -> None:
    table = Table(qtbot, scale=2.0)
    theme = table.house.context.theme
    room = (1366 - theme.size("rail_w_collapsed"), 696 - theme.size("topbar_h"))
    table.page.resize(*room)
    assert out_of_sight(table) == {}
    table.page.show_view(HERS)
    table.page.resize(1366, 696)
    assert out_of_sight(table) == {}


def out_of_sight(table: Table) -> dict[str, list[str]]:
    """Return what cannot be seen when a question is asked, unless one scrolls."""
    found = {}
    for question in table.page.asking.known()[0].questions:
        table.page.go_to(question.key)
        table.qtbot.wait(1)
        fields = table.page.fields()
        assert fields is not None
        area = next(
            one
            for one in (table.page.desk or table.hers).findChildren(QScrollArea)
            if one.isAncestorOf(fields.answers)
        )
        sight = area.viewport().rect()
        asked = [one for one in fields.answers.findChildren(AnswerButton) if one.isVisible()]
        assert len(asked) > 2
        parts: list[QWidget] = [fields.question, *asked]
        hidden = [
            one
            for one in parts
            if not sight.contains(QRect(one.mapTo(area.viewport(), QPoint(0, 0)), one.size()))
        ]
        if hidden:
            found[question.key] = [one.accessibleName() for one in hidden]
    return found


def test_where_room_is_short_the_list_is_a_page_of_its_own(qtbot: QtBot) -> None:
    table = Table(qtbot, scale=2.0)
    side = table.desk.side
    assert not side.isVisible()
    table.press(Qt.Key.Key_F, CTRL)
    assert side.isVisible()
    qtbot.keyClicks(side.search, "arm")
    table.press(Qt.Key.Key_Return)
    assert table.item == "weapon_in_reach"
    assert not side.isVisible()


def test_another_instrument_is_asked_by_the_same_page(qtbot: QtBot) -> None:
    table = Table(qtbot, pack="hark-1")
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        table.press(key)
        table.press(Qt.Key.Key_Return)
    assert table.page.view == END
    assert table.values() == [Value.YES, Value.NO, Value.UNKNOWN, Value.DECLINED]
    assert {one.item.split("@")[1] for one in table.statements()} == {"hark-1"}
