"""A page that was laid out before it is shown moves nothing when it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from filet.gui.widgets.page import scrolling
from filet.gui.widgets.unseen import laid_out_once, lay_out

SIZE = QSize(400, 300)


class Resized(QObject):
    """Counts the sizes that the parts of a page are told."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.count = 0
        for part in (page, *page.findChildren(QWidget)):
            part.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Resize
        return False


def shown(qtbot: QtBot) -> tuple[QStackedWidget, QWidget, QLabel]:
    """Return a window on one page, another page of it, and words that stand deep in that one."""
    window, words, inner = QStackedWidget(), QLabel("Une phrase " * 30), QWidget()
    words.setWordWrap(True)
    QVBoxLayout(inner).addWidget(words)
    page = QWidget()
    QVBoxLayout(page).addWidget(scrolling(inner))
    window.addWidget(QWidget())
    window.addWidget(page)
    qtbot.addWidget(window)
    window.resize(SIZE)
    window.show()
    qtbot.waitExposed(window)
    return window, page, words


def test_what_was_laid_out_unseen_stays_where_it_is_when_it_is_shown(qtbot: QtBot) -> None:
    window, page, words = shown(qtbot)
    for act in lay_out(page, window.contentsRect().size()):
        act()
    placed, resized = words.geometry(), Resized(page)
    assert words.height() > 4 * words.fontMetrics().height()
    window.setCurrentIndex(1)
    qtbot.waitUntil(words.isVisible)
    assert words.geometry() == placed
    assert resized.count == 0


def test_what_a_page_hides_is_left_alone(qtbot: QtBot) -> None:
    _, page, words = shown(qtbot)
    words.hide()
    before = words.size()
    for act in lay_out(page, SIZE):
        act()
    assert words.size() == before


def test_what_asked_for_its_layout_while_that_was_held_gets_it_after(qtbot: QtBot) -> None:
    whole, words = QWidget(), QLabel("Une phrase")
    column = QVBoxLayout(whole)
    column.addWidget(QLabel("Une autre"))
    column.addWidget(words)
    words.hide()
    qtbot.addWidget(whole)
    whole.show()
    qtbot.waitExposed(whole)
    with laid_out_once(whole):
        with laid_out_once(whole):
            words.show()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # as to scroll to it
        assert words.y() == 0
    qtbot.waitUntil(lambda: words.y() > 0)
