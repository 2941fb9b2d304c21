"""A page that comes is painted part by part: no key waits for all of it, and nothing stays out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from filet.gui.widgets.appearing import appear, parts_of

COUNT = 60


class Painted(QObject):
    """Keeps which words were painted."""

    def __init__(self, labels: list[QLabel]) -> None:
        super().__init__()
        self.words: list[str] = []
        for label in labels:
            label.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QLabel):
            self.words.append(watched.text())
        return False


def shown(qtbot: QtBot) -> tuple[QStackedWidget, QWidget, list[QLabel]]:
    """Return a window on one page, another page of it, and the many words on that one."""
    window, page = QStackedWidget(), QWidget()
    column, labels = QVBoxLayout(page), [QLabel(str(number)) for number in range(COUNT)]
    for label in labels:
        column.addWidget(label)
    for one in (QWidget(), page):
        window.addWidget(one)
    qtbot.addWidget(window)
    window.resize(300, 30 * COUNT)
    window.show()
    qtbot.waitExposed(window)
    return window, page, labels


def test_each_part_is_painted_by_its_act_and_all_of_them_in_the_end(qtbot: QtBot) -> None:
    window, page, labels = shown(qtbot)
    painted, acts = Painted(labels), list(appear(parts_of(page)))
    window.setCurrentWidget(page)
    QApplication.processEvents()
    assert painted.words == []
    for number, act in enumerate(acts, 1):
        act()
        assert len(painted.words) == number
    assert painted.words == [str(number) for number in range(COUNT)]
    assert all(label.updatesEnabled() for label in labels)


def test_what_somebody_else_keeps_still_stays_so(qtbot: QtBot) -> None:
    window, page, labels = shown(qtbot)
    labels[3].setUpdatesEnabled(False)
    acts = list(appear(parts_of(page)))
    window.setCurrentWidget(page)
    for act in acts:
        act()
    assert not labels[3].updatesEnabled()
    assert all(label.updatesEnabled() for label in labels if label is not labels[3])


def test_a_part_that_is_gone_meanwhile_keeps_nothing_back(qtbot: QtBot) -> None:
    _, page, labels = shown(qtbot)
    acts = list(appear(parts_of(page)))
    labels[0].deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for act in acts:
        act()
    assert all(label.updatesEnabled() for label in labels[1:])
