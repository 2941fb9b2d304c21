"""A page of many parts: made in turns, and measured once it has a size."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from fakes.runner import Later
from indoors import Indoors
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from filet.gui.context import Context
from filet.gui.widgets.page import Page, scrolling


class Measured(QWidget):
    """Counts how often somebody asks how large it would be."""

    def __init__(self) -> None:
        self.asked = 0
        super().__init__()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        self.asked += 1
        return super().minimumSizeHint()


@pytest.fixture
def house(qapp: QApplication) -> Indoors:
    return Indoors()


def _context(house: Indoors, runner: Later) -> Context:
    context = house.context
    return Context(context.words, context.theme, runner, context.clock, context.keeper)


def test_the_parts_of_a_page_are_made_in_turns_and_who_waits_for_them_is_told_then(
    qtbot: QtBot, house: Indoors
) -> None:
    runner, heard = Later(), list[str]()
    page = Page(_context(house, runner))
    qtbot.addWidget(page)

    def steps() -> Iterator[None]:
        for word in ("one", "two"):
            heard.append(word)
            yield

    page.make(steps())
    page.when_made(partial(heard.append, "made"))
    assert heard == []
    runner.all()
    assert heard == ["one", "two", "made"]


def test_who_comes_after_a_page_was_made_waits_for_nothing(qtbot: QtBot, house: Indoors) -> None:
    heard: list[str] = []
    page = Page(house.context)
    qtbot.addWidget(page)
    page.when_made(partial(heard.append, "made"))
    assert heard == ["made"]


def test_what_scrolls_is_measured_once_there_is_room_for_it_and_not_before(qtbot: QtBot) -> None:
    content, part = QWidget(), Measured()
    QVBoxLayout(content).addWidget(part)
    area = scrolling(content)
    qtbot.addWidget(area)
    assert not content.isHidden()
    assert part.asked == 0
    area.resize(300, 200)
    area.show()
    assert area.widget() is content
    assert part.asked > 0
    assert content.width() == area.viewport().width()
