"""Words side by side, painted as one line: said whole, never outside their place."""

from __future__ import annotations

import pytest
from indoors import Indoors
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from filet.gui.widgets.cells import Cell, Cells

LONG = "Coordination, membre d’un ordre professionnel"


def cells(qtbot: QtBot, *texts: str, scale: float = 1.0) -> Cells:
    line = Cells(Indoors(scale=scale).context.theme, [Cell(text) for text in texts])
    qtbot.addWidget(line)
    return line


def test_a_line_is_said_whole(qtbot: QtBot) -> None:
    assert cells(qtbot, "Maude R. (MR)", "", LONG).accessibleName() == f"Maude R. (MR), {LONG}"


def test_where_it_is_narrow_the_words_stand_under_each_other(qtbot: QtBot) -> None:
    line = cells(qtbot, "Maude R.", "Intervenante", "a accès", "ici maintenant")
    assert line.heightForWidth(300) > 2 * line.heightForWidth(800)


def test_words_that_do_not_fit_wrap(qtbot: QtBot) -> None:
    line = cells(qtbot, *(LONG,) * 4)
    assert line.heightForWidth(600) > line.heightForWidth(2400)


@pytest.mark.parametrize("width", [200, 559, 560, 1100])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_is_painted_inside(qtbot: QtBot, width: int, scale: float) -> None:
    line = cells(qtbot, *(LONG,) * 4, scale=scale)
    width = max(width, line.minimumSizeHint().width())
    line.resize(width, line.heightForWidth(width))
    assert all(line.rect().contains(place) for place in line._placed(width))
    image = QImage(line.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    line.render(image)
    edge = [image.pixelColor(width - 1, y) for y in range(image.height())]
    assert all(colour == edge[0] for colour in edge)
