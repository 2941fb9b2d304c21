"""A message takes the lines that it needs where it stands."""

from indoors import Indoors
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from filet.gui.widgets.bars import Bars
from filet.gui.widgets.notice import Message, Tone

SAID = Message(
    Tone.INFO,
    "Locking in 30 s",
    "Move the mouse or press a key to stay. Everything is saved, and the same page comes back.",
)


def test_a_bar_is_as_high_as_its_lines_at_any_width(qtbot: QtBot) -> None:
    bars, page = Bars(Indoors().context), QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(bars)
    column.addWidget(QWidget(), 1)
    page.show()
    bars.tell("lock", SAID)
    notice, heights = bars.shown["lock"], []
    for width in (1200, 300, 1200):
        page.resize(width, 600)
        qtbot.waitUntil(lambda: notice.height() == notice.heightForWidth(notice.width()))
        heights.append(notice.height())
    wide, narrow, again = heights
    assert wide == again < narrow
