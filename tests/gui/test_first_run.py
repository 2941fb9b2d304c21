from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from filet.gui.guards import Face

PHRASE = "abeille bouton cheval demain hiver"


def click(qtbot: QtBot, button: Any) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def placed(desk: Any, qtbot: QtBot, kind: str = "house") -> tuple[Any, Any]:
    one = desk(made=False)
    page = one.shell.doorway.page
    click(qtbot, page.begin.buttons[kind])
    qtbot.keyClicks(page.place.initials.line, "MR")
    click(qtbot, page.place.go_on)
    return one, page


def made(desk: Any, qtbot: QtBot, kind: str = "house") -> tuple[Any, Any]:
    one, page = placed(desk, qtbot, kind)
    click(qtbot, page.phrase.keep)
    qtbot.keyClicks(page.phrase.first.line, PHRASE)
    click(qtbot, page.phrase.make)
    return one, page


def key_of(page: Any) -> list[str]:
    return [label.text()[4:] for label in page.recovery.lines]


@pytest.mark.parametrize(("kind", "training"), [("house", False), ("exercise", True)])
def test_a_first_start_ends_in_the_room(desk: Any, qtbot: QtBot, kind: str, training: bool) -> None:
    one, page = made(desk, qtbot, kind)
    click(qtbot, page.recovery.go_on)
    for field, line in zip(page.typed_back.lines.fields, key_of(page), strict=True):
        qtbot.keyClicks(field.line, line)
    click(qtbot, page.typed_back.finish)
    assert one.face is Face.ROOM
    assert one.shell.context.theme.exercise is training
    assert one.given.preferences.read()["folder"] == str(one.house.folder)


def test_the_whole_key_is_typed_back(desk: Any, qtbot: QtBot) -> None:
    one, page = made(desk, qtbot)
    click(qtbot, page.recovery.go_on)
    lines = key_of(page)
    for field, line in zip(page.typed_back.lines.fields, [*lines[:3], ""], strict=True):
        qtbot.keyClicks(field.line, line)
    click(qtbot, page.typed_back.finish)
    assert page.typed_back.lines.fields[3].wrong.text()
    assert one.face is Face.DOOR


def test_the_words_shown_are_typed_back(desk: Any, qtbot: QtBot) -> None:
    _, page = placed(desk, qtbot)
    click(qtbot, page.phrase.keep)
    assert not page.phrase.proposed.isVisible()
    qtbot.keyClicks(page.phrase.first.line, "abeille bouton")
    click(qtbot, page.phrase.make)
    assert page.step is page.phrase
    assert page.phrase.first.wrong.text()


def test_a_passphrase_of_her_own_is_long_and_typed_twice(desk: Any, qtbot: QtBot) -> None:
    _, page = placed(desk, qtbot)
    click(qtbot, page.phrase.own)
    qtbot.keyClicks(page.phrase.first.line, "courte")
    click(qtbot, page.phrase.make)
    assert page.phrase.first.wrong.text()
    page.phrase.first.show_text("assez longue pour tenir")
    qtbot.keyClicks(page.phrase.second.line, "autre chose")
    click(qtbot, page.phrase.make)
    assert page.phrase.second.wrong.text()
    assert page.step is page.phrase


@pytest.mark.parametrize("name", ["Documents", "Bureau", "Desktop", "OneDrive - Maison"])
def test_places_that_leak_are_refused_before_any_secret(
    desk: Any, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    one = desk(made=False)
    page = one.shell.doorway.page
    click(qtbot, page.begin.buttons["house"])
    qtbot.keyClicks(page.place.initials.line, "MR")
    page.place.show_folder(str(tmp_path / name / "filet"))
    click(qtbot, page.place.go_on)
    assert page.step is page.place
    assert name in page.place.place.wrong.text()


def test_initials_are_letters(desk: Any, qtbot: QtBot) -> None:
    one = desk(made=False)
    page = one.shell.doorway.page
    click(qtbot, page.begin.buttons["house"])
    qtbot.keyClicks(page.place.initials.line, "M1")
    click(qtbot, page.place.go_on)
    assert page.place.initials.wrong.text()
    assert page.step is page.place


def test_the_recovery_key_is_printed_on_one_sheet_that_names_nobody(
    desk: Any, qtbot: QtBot
) -> None:
    one, page = made(desk, qtbot)
    click(qtbot, page.recovery.paper)
    click(qtbot, page.recovery.printing.go)
    ((device, sheet),) = one.press.sheets
    text = pdfium.PdfDocument(sheet.data)[0].get_textpage().get_text_range()
    assert device == "Brother HL"
    assert all(line.split()[0] in text for line in key_of(page))
    assert "MR" not in text.split()


def test_a_printer_that_is_gone_leaves_the_key_on_the_screen(desk: Any, qtbot: QtBot) -> None:
    one, page = made(desk, qtbot)
    one.press.gone = True
    click(qtbot, page.recovery.paper)
    click(qtbot, page.recovery.printing.go)
    assert page.notice.isVisible()
    assert page.recovery.isVisible()
