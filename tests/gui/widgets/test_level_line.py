"""The risk over time: the painted line, its sentence and its table."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from indoors import Indoors
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from weighed import say

from filet.domain.ids import CaseId
from filet.domain.kinds import Level
from filet.gui.models.matters import Happened, events_said
from filet.gui.theme import ThemeName
from filet.gui.widgets.level_card import LevelCard
from filet.gui.widgets.level_line import LevelLine, Signed

LEFT = Qt.MouseButton.LeftButton
DAY = date(2026, 11, 3)


def painted(qtbot: QtBot, house: Indoors, *signed: Signed) -> tuple[LevelLine, QImage]:
    line = LevelLine(house.context)
    qtbot.addWidget(line)
    line.resize(600, line.sizeHint().height())
    line.show_levels(signed)
    return line, line.grab().toImage()


def inked(line: LevelLine, image: QImage, level: Level, first: date, last: date) -> float:
    """Return how much of the stretch between two days is drawn on the row of a level."""
    ratio = image.devicePixelRatio()
    ink = QColor(line._context.theme.value("text.secondary"))
    y = round(line._y(level) * ratio)
    start, end = (round(line._x(day) * ratio) for day in (first, last))
    found = [x for x in range(start, end) if _near(image.pixelColor(x, y), ink)]
    return len(found) / max(1, end - start)


def _near(one: QColor, other: QColor) -> bool:
    parts = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    return all(abs(a - b) < 40 for a, b in parts)


def test_a_level_is_solid_only_until_its_review(qtbot: QtBot) -> None:
    house = Indoors()
    review = DAY + timedelta(days=10)
    line, image = painted(qtbot, house, Signed(Level.AGGRAVATED, DAY, review))
    before = inked(line, image, Level.AGGRAVATED, DAY + timedelta(days=2), review)
    after = inked(line, image, Level.AGGRAVATED, review + timedelta(days=1), house.day(0))
    assert before > 0.9
    assert after < 0.3


def test_a_level_before_its_review_is_solid_until_today(qtbot: QtBot) -> None:
    house = Indoors()
    line, image = painted(qtbot, house, Signed(Level.MODERATE, DAY, house.day(9)))
    first = DAY + timedelta(days=2)
    assert inked(line, image, Level.MODERATE, first, house.day(0)) > 0.9


def test_what_is_not_established_has_no_line(qtbot: QtBot) -> None:
    house = Indoors()
    line, image = painted(qtbot, house, Signed(Level.NOT_ESTABLISHED, DAY, house.day(9)))
    found = inked(line, image, Level.NOT_ESTABLISHED, DAY + timedelta(days=12), house.day(0))
    assert found < 0.3


@pytest.mark.parametrize("theme", ThemeName)
def test_nothing_of_the_line_is_green(qtbot: QtBot, theme: ThemeName) -> None:
    house = Indoors("fr", theme)
    levels = (Level.NOT_ESTABLISHED, Level.MODERATE, Level.AGGRAVATED, Level.IMMINENT)
    days = [DAY + timedelta(days=5 * number) for number in range(4)]
    signed = [Signed(level, day) for level, day in zip(levels, days, strict=True)]
    _, image = painted(qtbot, house, *signed)
    step = 2
    pixels = [
        image.pixelColor(x, y)
        for x in range(0, image.width(), step)
        for y in range(0, image.height(), step)
    ]
    strong = [one for one in pixels if one.hslSaturation() > 60 and 40 < one.lightness() < 220]
    assert not [one.name() for one in strong if 80 <= one.hslHue() <= 200]


def test_the_sentence_says_levels_and_what_happened(qtbot: QtBot) -> None:
    house = Indoors()
    line = LevelLine(house.context)
    qtbot.addWidget(line)
    review = DAY + timedelta(days=3)
    line.show_levels([Signed(Level.MODERATE, DAY, review)], [Happened(DAY, "cou serré")])
    assert line.accessibleName() == (
        "Modéré le 3\u00a0nov., à revoir depuis le 6\u00a0nov. · cou serré (3\u00a0nov.)"
    )


def dossier(house: Indoors) -> CaseId:
    case = house.case("Iris")
    say(house, case, "neck_squeezed")
    house.sign(case, Level.MODERATE, review=2)
    house.clock.move(days=5)
    return case


def card(qtbot: QtBot, house: Indoors, case: CaseId) -> LevelCard:
    shown = LevelCard(house.context)
    qtbot.addWidget(shown)
    file = house.desk.read(case)
    told = house.services.attention.events(file)
    shown.show_file(file, events_said(house.context, file, told))
    shown.show()
    return shown


def test_the_table_says_the_same_as_the_line(qtbot: QtBot) -> None:
    house = Indoors()
    shown = card(qtbot, house, dossier(house))
    table = shown.table
    rows = [
        [item.text() if (item := table.item(row, column)) else "" for column in range(3)]
        for row in range(table.rowCount())
    ]
    assert rows == [
        ["23\u00a0nov.", "Modéré", "25\u00a0nov. (passé)"],
        ["23\u00a0nov.", "premier contact", ""],
        ["23\u00a0nov.", "cou serré", ""],
    ]


def test_one_looks_at_the_chart_or_at_the_table(qtbot: QtBot) -> None:
    house = Indoors()
    shown = card(qtbot, house, dossier(house))
    assert shown.line.isVisible()
    shown.switch._group.button(1).click()
    assert shown.table.isVisible()
    assert not shown.line.isVisible()


def test_without_a_level_there_is_nothing_to_draw(qtbot: QtBot) -> None:
    house = Indoors()
    shown = card(qtbot, house, house.case("Iris"))
    assert not shown.views.isVisible()
    assert shown.none.text() == "Personne n’a encore signé de niveau."
