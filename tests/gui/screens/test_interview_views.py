"""Every view of an interview, in every language and size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from fits import cut
from interviews import CTRL, POLICE, Table, everything
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from said import mnemonics, unnamed

from filet.domain.instruments import Value
from filet.gui.screens.interview import BLANK, END, HERS
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
    assert "&" not in everything(table.page)
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
