"""Every control of every page can be named, reached and read, in both languages."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from fits import cut, seen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

LANGUAGES = ("fr", "en")
CONTROLS = (QAbstractButton, QLineEdit, QComboBox)


def first_page(desk: Any, step: str) -> QWidget:
    page = desk(made=False).shell.doorway.page
    page._show_step(getattr(page, step))
    return page  # type: ignore[no-any-return]  # the page of a window


def room_page(desk: Any, place: str) -> QWidget:
    one = desk
    one.open()
    one.shell.room.show_place(place)
    return one.shell.room  # type: ignore[no-any-return]  # the room of a window


def settings_page(one: Any, part: str) -> QWidget:
    room: Any = room_page(one, "settings")
    page = room.pages.currentWidget()
    page.show_part(part)
    if part == "numbers":
        page.part.add.click()
    return room  # type: ignore[no-any-return]  # the room of a window


def palette(one: Any) -> QWidget:
    room: Any = room_page(one, "help")
    room.begin_palette()
    return room  # type: ignore[no-any-return]  # the room of a window


PAGES: dict[str, Callable[[Any], QWidget]] = {
    "unlock": lambda desk: desk().shell.doorway.page,
    "forgotten": lambda desk: forgotten(desk()),
    "wrong passphrase": lambda desk: wrong(desk()),
    "locked": lambda desk: locked(desk()),
    "refused": lambda desk: refused(desk()),
    "emergency": lambda desk: emergency(desk()),
    "cover": lambda desk: covered(desk()),
    "help": lambda desk: room_page(desk(), "help"),
    **{
        f"settings, {part}": (lambda desk, part=part: settings_page(desk(), part))  # type: ignore[misc]  # a name bound now
        for part in ("display", "lock", "printing", "numbers", "about")
    },
    "palette": lambda desk: palette(desk()),
    "emergency inside": lambda desk: room_page(desk(), "emergency"),
    **{
        f"first start, {step}": (lambda desk, step=step: first_page(desk, step))  # type: ignore[misc]  # a name bound now
        for step in ("begin", "place", "phrase", "recovery", "typed_back")
    },
}


def forgotten(one: Any) -> QWidget:
    one.shell.doorway.page.forgot.click()
    return one.shell.doorway.page  # type: ignore[no-any-return]  # the page of a window


def wrong(one: Any) -> QWidget:
    one.open("AB", "pas la bonne")
    return one.shell.doorway.page  # type: ignore[no-any-return]  # the page of a window


def covered(one: Any) -> QWidget:
    one.open()
    one.shell.hide_screen()
    return one.shell.cover  # type: ignore[no-any-return]  # the page of a window


def locked(one: Any) -> QWidget:
    one.open()
    one.shell.lock()
    return one.shell.doorway.page  # type: ignore[no-any-return]  # the page of a window


def refused(one: Any) -> QWidget:
    one.house.folder.rename(one.house.root / ("dossiers " * 20))
    one.shell.show_door()
    return one.shell.doorway.page  # type: ignore[no-any-return]  # the page of a window


def emergency(one: Any) -> QWidget:
    one.shell.doorway.toggle_emergency()
    return one.shell.doorway.emergency  # type: ignore[no-any-return]  # the page of a window


@pytest.fixture(params=LANGUAGES)
def page(request: pytest.FixtureRequest, desk: Any) -> Callable[..., QWidget]:
    def shown(name: str, scale: float = 1.0) -> QWidget:
        made = PAGES[name](lambda **how: desk(language=request.param, scale=scale, **how))
        made.ensurePolished()
        return made

    return shown


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name(page: Callable[..., QWidget], name: str) -> None:
    made = page(name)
    assert not [type(w).__name__ for w in seen(made, *CONTROLS) if not w.accessibleName().strip()]
    assert not [w.accessibleName() for w in seen(made, *CONTROLS) if "&" in w.accessibleName()]


@pytest.mark.parametrize("name", PAGES)
def test_every_line_has_a_label_that_leads_to_it(page: Callable[..., QWidget], name: str) -> None:
    made = page(name)
    led = {label.buddy() for label in made.findChildren(QLabel)}
    assert not [w.accessibleName() for w in seen(made, QLineEdit) if w not in led]


@pytest.mark.parametrize("name", [n for n in PAGES if "inside" not in n and n != "help"])
def test_no_two_words_take_the_same_letter(page: Callable[..., QWidget], name: str) -> None:
    made = page(name)
    texts = [w.text() for w in seen(made, QPushButton) if isinstance(w, QPushButton)]
    texts += [
        w.text() for w in seen(made, QLabel) if isinstance(w, QLabel) and w.buddy() is not None
    ]
    letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
    assert not {letter: n for letter, n in letters.items() if n > 1}


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", PAGES)
def test_no_word_is_cut(page: Callable[..., QWidget], name: str, scale: float, qtbot: Any) -> None:
    made = page(name, scale)
    qtbot.wait(1)
    for _ in range(4):  # a part in a part in a page: each gives its height to the next
        QApplication.processEvents()
    assert not list(cut(made))
