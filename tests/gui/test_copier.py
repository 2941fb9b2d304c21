"""Copies make themselves, with real files: never in the way of a write, nor of a lock."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from copied import names
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from filet.application.desk import Write
from filet.domain.kinds import NoteWritten, Why
from filet.gui.copier import PATIENCE, QUIET
from filet.gui.copy_bars import COPIES
from filet.gui.screens.locked import LockedScreen
from filet.gui.task_runner import TaskRunner

FIRST = "2026-11-23_1430"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "clé"
    made.mkdir()
    return made


def arranged(one: Any, place: Path, notes: int = 0) -> Any:
    """Say where the copies go, as the settings do, and lock again."""
    entered = one.house.unlock()
    services = one.given.services(entered)
    services.backing_up.arrange(place)
    case = services.cases.create("Éloïse", "Tremblay").value.case
    if notes:
        one.house.desk(entered).record(case, *[Write(NoteWritten("mot " * 10_000))] * notes)
    one.house.unlocking.lock(entered)
    return one


def book(one: Any) -> Any:
    indoors = one.shell.indoors
    return indoors.copier.book if indoors is not None else None


def told(one: Any) -> str:
    notice = one.shell.room.bars.shown.get(COPIES)
    return str(notice.accessibleName()) if notice is not None else ""


# When --------------------------------------------------------------------------------------


def test_a_copy_makes_itself_once_nobody_types(desk: Any, place: Path) -> None:
    one = arranged(desk(), place)
    one.open()
    one.wait(QUIET - 1)
    assert names(place) == set()
    one.wait(1)
    assert names(place) == {FIRST}
    assert [copy.made.name for copy in book(one).copies] == [FIRST]
    assert told(one) == ""


def test_a_copy_of_tonight_is_enough(desk: Any, place: Path) -> None:
    one = arranged(desk(), place)
    one.open()
    one.wait(QUIET)
    one.house.clock.move(hours=11)
    one.wait(QUIET)
    assert names(place) == {FIRST}
    one.house.clock.move(hours=2)
    one.wait(QUIET)
    assert names(place) == {"2026-11-24_0330"}


def test_nothing_is_copied_before_a_place_is_chosen(desk: Any, place: Path) -> None:
    one = desk()
    one.open()
    one.wait(QUIET)
    assert names(place) == set()
    assert one.shell.indoors.copier.error is None


# While it is locked --------------------------------------------------------------------------


def test_a_lock_leaves_a_copy_that_is_read_at_the_next_opening(desk: Any, place: Path) -> None:
    one = arranged(desk(), place)
    one.open()
    one.shell.lock()
    assert names(place) == {f"{FIRST}_non-relue"}
    one.open()
    assert names(place) == {FIRST}
    assert [copy.made.name for copy in book(one).copies] == [FIRST]


def test_a_window_that_closes_leaves_a_copy_as_well(desk: Any, place: Path) -> None:
    one = arranged(desk(), place)
    one.open()
    one.shell.close()
    assert names(place) == {f"{FIRST}_non-relue"}


def test_a_copy_that_was_harmed_while_locked_does_not_count(desk: Any, place: Path) -> None:
    one = arranged(desk(), place)
    one.open()
    one.shell.lock()
    os.truncate(place / f"{FIRST}_non-relue" / "filet.vault", 4096)
    one.open()
    assert book(one).copies == ()
    assert [miss.why for _, miss in book(one).missed] == [Why.DAMAGED]
    assert names(place) == set()


def test_no_copy_is_made_at_a_lock_when_none_is_due(desk: Any, place: Path) -> None:
    one = arranged(desk(), place)
    one.open()
    one.wait(QUIET)
    one.shell.lock()
    assert names(place) == {FIRST}


# What is told ----------------------------------------------------------------------------------


def test_a_key_in_its_drawer_is_noted_once_a_night_and_disturbs_nobody(
    desk: Any, place: Path
) -> None:
    one = arranged(desk(), place)
    one.open()
    one.wait(QUIET)
    place.rename(place.with_name("tiroir"))
    one.house.clock.move(hours=13)
    for _ in range(3):
        one.wait(QUIET)
        one.house.clock.move(seconds=PATIENCE.total_seconds())
    assert [miss.why for _, miss in book(one).missed] == [Why.ABSENT]
    assert told(one) == ""


def test_a_missed_night_is_told_with_what_to_do_and_mended_from_there(
    desk: Any, place: Path
) -> None:
    one = arranged(desk(), place)
    one.open()
    one.wait(QUIET)
    away = place.rename(place.with_name("tiroir"))
    one.house.clock.move(days=3)
    one.wait(QUIET)
    assert told(one).startswith("Aucune copie depuis 2 nuits.")
    assert "n’était pas branché" in told(one)
    away.rename(place)
    one.shell.room.bars.shown[COPIES].chosen.emit(0)
    assert told(one) == ""
    assert "2026-11-26_1430" in names(place)


def test_a_key_that_is_plugged_in_again_has_its_copy_without_a_word(desk: Any, place: Path) -> None:
    one = arranged(desk(), place)
    away = place.rename(place.with_name("tiroir"))
    one.open()
    one.wait(QUIET)
    assert told(one).startswith("Aucune copie des dossiers")
    away.rename(place)
    one.house.clock.move(seconds=PATIENCE.total_seconds())
    one.wait(QUIET)
    assert names(place) == {"2026-11-23_1440"}
    assert told(one) == ""


def test_later_is_an_answer(desk: Any, place: Path) -> None:
    one = arranged(desk(), place)
    shutil.rmtree(place)
    one.open()
    one.wait(QUIET)
    one.shell.room.bars.shown[COPIES].chosen.emit(1)
    assert told(one) == ""


# Beside the work ---------------------------------------------------------------------------------


class SlicedRunner(TaskRunner):
    """The runner of the window, which a test holds at the first slice of a long work."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.go_on = threading.Event(), threading.Event()
        self.slices = 0

    def serve(self) -> bool:
        self.slices += 1
        self.reached.set()
        assert self.go_on.wait(20)
        return super().serve()

    def hear(self, what: Callable[[], bool]) -> None:
        until = time.monotonic() + 60
        while not what():
            assert time.monotonic() < until
            QCoreApplication.processEvents()


@pytest.fixture
def sliced(application: QApplication) -> Iterator[SlicedRunner]:
    runner = SlicedRunner()
    yield runner
    runner.go_on.set()
    runner.close()


def quietly(desk: Any, runner: SlicedRunner) -> Any:
    """Stand before a door that has looked at the house already."""
    one = desk(runner=runner)
    runner.hear(lambda: not runner.busy())
    return one


def is_in(one: Any) -> bool:
    """Tell whether the room is what is shown."""
    return one.shell.room is not None and one.shell.stack.currentWidget() is one.shell.room


def copying(desk: Any, place: Path, runner: SlicedRunner) -> Any:
    """Open a house whose copy takes several slices, and stop inside the first one."""
    runner.go_on.set()
    one = arranged(quietly(desk, runner), place, notes=60)
    one.open()
    runner.hear(lambda: is_in(one) and book(one) is not None and not runner.busy())
    runner.go_on.clear()
    runner.reached.clear()
    one.wait(QUIET)
    assert runner.reached.wait(20)
    return one


def test_what_is_written_during_a_copy_is_written_before_the_copy_ends(
    sliced: SlicedRunner, desk: Any, place: Path
) -> None:
    one = copying(desk, place, sliced)
    asker, at = QObject(), list[Any]()
    cases = one.shell._inside.services.cases
    sliced.submit(
        asker,
        lambda: cases.create("Soraya"),
        done=lambda _: at.append(sliced.slices),
        failed=at.append,
    )
    sliced.go_on.set()
    sliced.hear(lambda: bool(book(one).copies))
    sliced.hear(lambda: bool(at))
    assert names(place) == {FIRST}
    assert book(one).copies[0].made.dossiers == 2
    assert sliced.slices > 2


def test_a_lock_stops_a_copy_and_the_closed_dossiers_are_copied_after_it(
    sliced: SlicedRunner, desk: Any, place: Path
) -> None:
    one = copying(desk, place, sliced)
    one.shell.lock()
    assert one.shell.room is None
    before = sliced.slices
    sliced.go_on.set()
    sliced.hear(lambda: not sliced.busy())
    assert names(place) == {f"{FIRST}_non-relue"}
    assert sliced.slices >= before
    door = one.shell.doorway
    sliced.hear(lambda: door.currentWidget() is door.page)  # nobody types before it is shown
    one.open()
    sliced.hear(lambda: book(one) is not None)
    assert names(place) == {FIRST}
    assert book(one).missed == ()


def test_whoever_opens_again_does_not_wait_for_the_copy_of_closed_dossiers(
    sliced: SlicedRunner, desk: Any, place: Path
) -> None:
    sliced.go_on.set()
    one = arranged(quietly(desk, sliced), place, notes=60)
    one.open()
    sliced.hear(lambda: book(one) is not None and not sliced.busy())
    sliced.go_on.clear()
    sliced.reached.clear()
    one.shell.lock()
    sliced.hear(sliced.reached.is_set)
    sliced.hear(lambda: isinstance(one.shell.doorway.currentWidget(), LockedScreen))
    one.open()
    sliced.go_on.set()
    sliced.hear(lambda: one.shell.room is not None)
    sliced.hear(lambda: not sliced.busy())
    assert names(place) == set()
    one.house.clock.move(seconds=60)
    one.wait(QUIET)
    sliced.hear(lambda: bool(book(one).copies))
    assert names(place) == {"2026-11-23_1431"}


def test_a_window_that_closes_waits_for_its_copy_without_being_seen(
    sliced: SlicedRunner, desk: Any, place: Path
) -> None:
    sliced.go_on.set()
    one = arranged(quietly(desk, sliced), place, notes=60)
    one.open()
    sliced.hear(lambda: book(one) is not None)
    one.shell.close()
    sliced.hear(lambda: not one.shell.isVisible())
    sliced.close()
    assert names(place) == {f"{FIRST}_non-relue"}
