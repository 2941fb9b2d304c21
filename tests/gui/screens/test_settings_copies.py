"""« Sauvegardes » on real files: where copies go, the truth about the last one, each night."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from copied import damaged, names
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics, unnamed

from filet.gui.copier import QUIET
from filet.gui.copy_bars import COPIES
from filet.gui.models.copies_said import NightLook
from filet.gui.screens.settings_copies import CopiesPart
from filet.gui.where import SETTINGS
from filet.gui.widgets.buttons import Link

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "clé"
    made.mkdir()
    return made


def inside(desk: Any, place: Path | None = None, **how: Any) -> Any:
    """Open a house whose copies go to a place, and show the part."""
    one = desk(**how)
    if place is not None:
        entered = one.house.unlock()
        one.given.services(entered).backing_up.arrange(place)
        one.house.unlocking.lock(entered)
    one.open()
    one.shell.room.show_part(SETTINGS, "copies")
    return one


def part(one: Any) -> Any:
    found = one.shell.room.pages.currentWidget().part
    assert isinstance(found, CopiesPart)
    return found


def choose(one: Any, qtbot: QtBot, folder: Path | None, button: str = "change") -> None:
    one.shell.indoors.copier.choose_folder = lambda: folder
    qtbot.mouseClick(getattr(part(one), button), LEFT)


def nights(one: Any) -> str:
    marks = {NightLook.MADE: "x", NightLook.MISSED: "-", NightLook.OPEN: "."}
    return "".join(marks[look] for look in part(one).strip._looks)


def live(one: Any, *days: int) -> None:
    """Let so many days pass between one copy and the next."""
    for count in days:
        one.house.clock.move(days=count)
        one.shell.indoors.copier.copy_now()


# Trying one out ----------------------------------------------------------------------------


def test_the_last_copy_is_tried_and_the_day_is_kept(desk: Any, place: Path, qtbot: QtBot) -> None:
    one = inside(desk, place)
    assert not part(one).attempt.isEnabled()
    live(one, 1, 3)
    assert part(one).tried.text() == "Aucune n’a encore été essayée."
    qtbot.mouseClick(part(one).attempt, LEFT)
    assert part(one).tried.text().startswith("Dernier essai")
    one.shell.lock()
    one.open()
    one.shell.room.show_part(SETTINGS, "copies")
    assert part(one).tried.text().startswith("Dernier essai")


def test_a_copy_that_does_not_hold_any_more_is_said_so(
    desk: Any, place: Path, qtbot: QtBot
) -> None:
    one = inside(desk, place)
    live(one, 1)
    (copy,) = place.iterdir()
    damaged(5)(copy)
    qtbot.mouseClick(part(one).attempt, LEFT)
    assert part(one).notice.title() != ""
    assert part(one).tried.text() == "Aucune n’a encore été essayée."


def test_a_key_that_is_not_there_is_asked_for(desk: Any, place: Path, qtbot: QtBot) -> None:
    one = inside(desk, place)
    live(one, 1)
    place.rename(place.with_name("ailleurs"))
    qtbot.mouseClick(part(one).attempt, LEFT)
    assert part(one).notice.title() != ""


# Where -------------------------------------------------------------------------------------


def test_a_house_without_copies_is_told_so_and_led_to_the_choice(desk: Any, qtbot: QtBot) -> None:
    one = desk()
    one.open()
    notice = one.shell.room.bars.shown[COPIES]
    assert "Aucune copie des dossiers ne se fait" in notice.accessibleName()
    qtbot.mouseClick(notice._buttons[0], LEFT)
    assert part(one).change.accessibleName() == "Choisir…"
    assert not part(one).now.isEnabled()


def test_an_exercise_has_nothing_to_lose(desk: Any) -> None:
    one = desk(training=True)
    one.open()
    assert COPIES not in one.shell.room.bars.shown


def test_once_a_place_is_chosen_the_first_copy_makes_itself(
    desk: Any, qtbot: QtBot, place: Path
) -> None:
    one = inside(desk)
    choose(one, qtbot, place)
    assert COPIES not in one.shell.room.bars.shown
    assert part(one).where_to.text().replace("\u200b", "") == str(place)
    assert part(one).last.title().startswith("Aucune copie des dossiers n’a encore été faite")
    one.wait(QUIET)
    assert part(one).last.title() == "Dernière copie\u00a0: aujourd’hui, 14\u00a0h\u00a030."


def test_choosing_nothing_changes_nothing(desk: Any, qtbot: QtBot, place: Path) -> None:
    one = inside(desk, place)
    choose(one, qtbot, None)
    assert one.shell.indoors.copier.book.places == (str(place),)


def test_another_place_has_its_copy_as_well(
    desk: Any, qtbot: QtBot, place: Path, tmp_path: Path
) -> None:
    one = inside(desk, place)
    other = tmp_path / "disque"
    other.mkdir()
    choose(one, qtbot, other, "add")
    assert one.shell.indoors.copier.book.places == (str(place), str(other))
    qtbot.mouseClick(part(one).now, LEFT)
    assert names(place) == names(other) == {"2026-11-23_1430"}


@pytest.mark.parametrize(
    ("folder", "why"),
    [
        ("house", "se perdrait en même temps"),
        ("house/copies", "se perdrait en même temps"),
        ("OneDrive/copies", "Un programme copie"),
    ],
)
def test_what_may_hold_no_copy_is_refused_in_words_and_changes_nothing(
    desk: Any, qtbot: QtBot, place: Path, tmp_path: Path, folder: str, why: str
) -> None:
    one = inside(desk, place)
    choose(one, qtbot, tmp_path / folder)
    assert why in part(one).notice.accessibleName().replace("\u200b", "")
    assert one.shell.indoors.copier.book.places == (str(place),)
    assert one.shell.room.top.written.text() == "Tout est enregistré"


# Now ---------------------------------------------------------------------------------------


def test_she_copies_now(desk: Any, qtbot: QtBot, place: Path) -> None:
    one = inside(desk, place)
    qtbot.mouseClick(part(one).now, LEFT)
    assert names(place) == {"2026-11-23_1430"}
    assert part(one).last.objectName() == "notice-ok"
    assert part(one).now.isEnabled()


def test_a_key_that_is_not_there_is_told_where_she_asked(
    desk: Any, qtbot: QtBot, place: Path
) -> None:
    one = inside(desk, place)
    place.rmdir()
    qtbot.mouseClick(part(one).now, LEFT)
    assert "n’est pas là" in part(one).notice.title()
    assert COPIES not in one.shell.room.bars.shown
    place.mkdir()
    qtbot.mouseClick(part(one).now, LEFT)
    assert part(one).notice.isHidden()


# What is shown -------------------------------------------------------------------------------


def test_each_night_is_shown_and_said(desk: Any, place: Path) -> None:
    one = inside(desk, place)
    live(one, 0, 1, 1, 3)
    assert nights(one) == "........xxx--x"
    assert part(one).count.text() == "4 sur 6"
    said = part(one).strip.accessibleName()
    assert said.startswith("Nuits avec une copie\u00a0: 4 sur 6.")
    assert "27\u00a0nov.\u00a0: Filet n’était pas ouvert, ou le temps a manqué." in said
    assert part(one).missed.text() in said


def test_why_a_night_was_missed_is_said(desk: Any, place: Path) -> None:
    one = inside(desk, place)
    live(one, 0)
    away = place.rename(place.with_name("tiroir"))
    live(one, 1)
    away.rename(place)
    live(one, 1)
    assert "24\u00a0nov.\u00a0: La clé ou le disque" in part(one).missed.text()


def test_nights_without_a_copy_are_said_before_the_last_one(desk: Any, place: Path) -> None:
    one = inside(desk, place)
    live(one, 0)
    one.house.clock.move(days=4)
    one.shell.indoors.copier.changed.emit()
    assert part(one).last.title().startswith("Aucune copie depuis 3 nuits. Dernière copie")
    assert part(one).last.objectName() == "notice-note"


def test_the_copies_are_listed_the_last_first_and_few_at_once(
    desk: Any, qtbot: QtBot, place: Path
) -> None:
    one = inside(desk, place)
    live(one, 0, 1, 1, 1, 1, 1)
    assert len(listed(one)) == 4
    qtbot.mouseClick(part(one).more, LEFT)
    assert len(listed(one)) == 6
    assert listed(one)[0].endswith("aujourd’hui, 14\u00a0h\u00a030")
    assert listed(one)[1].endswith("hier, 14\u00a0h\u00a030")


def listed(one: Any) -> list[str]:
    names = (link.accessibleName() for link in links(one))
    return [name for name in names if name.startswith("Y revenir")]


def links(one: Any) -> list[Link]:
    rows = (part(one)._rows.itemAt(place).widget() for place in range(part(one)._rows.count()))
    return [link for row in rows for link in row.findChildren(Link)]


def test_a_copy_that_is_gone_is_said_so_and_leaves_the_list(
    desk: Any, qtbot: QtBot, place: Path
) -> None:
    one = inside(desk, place)
    live(one, 0, 1)
    name = "Elle n’existe plus…, hier, 14\u00a0h\u00a030"
    (gone,) = [link for link in links(one) if link.accessibleName() == name]
    qtbot.mouseClick(gone, LEFT)
    assert part(one).gone.back.hasFocus()
    qtbot.mouseClick(part(one).gone.back, LEFT)
    assert len(listed(one)) == 2
    qtbot.mouseClick(gone, LEFT)
    qtbot.mouseClick(part(one).gone.by_hand, LEFT)
    assert len(listed(one)) == 1
    assert len(one.shell.indoors.copier.book.made) == 2
    assert names(place) == {"2026-11-23_1430", "2026-11-24_1430"}


def test_how_many_dossiers_there_are_is_not_said(desk: Any, place: Path) -> None:
    one = inside(desk, place)
    one.shell._inside.services.cases.create("Éloïse")
    live(one, 0)
    assert "dossier" not in aloud(part(one).last)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_everything_has_a_name_and_a_key_of_its_own(desk: Any, place: Path, language: str) -> None:
    one = inside(desk, place, language=language)
    live(one, 0, 1, 1, 1, 1)
    assert unnamed(part(one)) == []
    keys = mnemonics(part(one))
    assert len(keys) == len(set(keys))
