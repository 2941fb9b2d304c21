"""Names of any length and script, pasted control characters, small windows: nothing breaks."""

from collections.abc import Iterator

import pytest
from fakes.press import FakePress
from indoors import Indoors
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from filet.domain.kinds import NoteWritten, PersonDescribed
from filet.gui.dress import dress
from filet.gui.places import Part
from filet.gui.rooms import Rooms

SIZES = [(1093, 614), (960, 560)]
NAMES = {
    "long": "Marie-Philomène " * 12 + "Essai",
    "one word": "M" * 200,
    "arabic": "ياسمين",
    "cjk": "美玲雪花",
    "emoji": "👩\u200d👧 Zoé 🏳️\u200d🌈",
    "marks": "Z" + "\u0301\u0323" * 60 + "oé",
    "controls": "Zo\x00é\x07\x1b[31m\u2028Essai",
}


@pytest.fixture
def house(application: QApplication) -> Indoors:
    made = Indoors()
    dress(application, made.context.theme)
    made.enroll()
    return made


def shown(qtbot: QtBot, house: Indoors, size: tuple[int, int]) -> Rooms:
    room = QSize(size[0] - 56, size[1] - 48)  # the folded rail and the bar stand beside
    rooms = Rooms(house.context, house.services, "MR", FakePress, lambda _: room)
    qtbot.addWidget(rooms)
    rooms.resize(room)
    rooms.show()
    qtbot.waitExposed(rooms)
    return rooms


def beyond(page: QWidget) -> Iterator[str]:
    """Return the buttons that are out of the window and that no scrolling brings in."""
    for button in page.findChildren(QPushButton):
        if not button.isVisibleTo(page):
            continue
        corner = button.mapTo(page, QPoint(0, 0))
        area = button.parentWidget()
        while area is not None and not isinstance(area, QAbstractScrollArea):
            area = area.parentWidget()
        wide = corner.x() < 0 or corner.x() + button.width() > page.width()
        low = area is None and corner.y() + button.height() > page.height()
        if wide or low:
            yield f"{button.accessibleName()} {corner} {button.size()} {page.size()}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_any_name_leaves_every_button_within_reach(
    qtbot: QtBot, house: Indoors, name: str, size: tuple[int, int]
) -> None:
    case = house.case(NAMES[name], NAMES[name])
    rooms = shown(qtbot, house, size)
    assert not list(beyond(rooms))
    rooms.open_case(case)
    qtbot.wait(1)
    assert not list(beyond(rooms))
    rooms.show_part(Part.JOURNAL)
    qtbot.wait(1)
    assert not list(beyond(rooms))


@pytest.mark.parametrize("size", SIZES)
def test_a_call_and_a_question_fit_a_small_window(
    qtbot: QtBot, house: Indoors, size: tuple[int, int]
) -> None:
    rooms = shown(qtbot, house, size)
    rooms.show_call()
    qtbot.wait(1)
    assert not list(beyond(rooms))


def test_control_characters_do_not_enter(house: Indoors) -> None:
    case = house.case(NAMES["controls"])
    house.services.cases.note(case, "a\x00b\r\nc\u2029d\x7f")
    file = house.desk.fold(case)
    (her,) = file.all(PersonDescribed)
    (note,) = file.all(NoteWritten)
    assert her.given == "Zoé[31m\nEssai"
    assert note.text == "ab\nc\nd"
