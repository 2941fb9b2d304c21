"""Everything written goes through one place: in order, again until it is kept."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from fakes.runner import ImmediateRunner
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from filet.application.keeping import DraftKey
from filet.domain.errors import DiskFull, FiletError, WordsMissing, WriteFailed
from filet.domain.ids import HOUSE, WorkerId
from filet.gui.keeper import Keeper, Place
from filet.gui.task_runner import TaskRunner

KEY = DraftKey(WorkerId(UUID(int=1)), HOUSE, "call")


class Disk:
    """Writes words, or refuses."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.error: FiletError | None = None

    def write(self, word: str) -> Callable[[], str]:
        def work() -> str:
            if self.error is not None:
                raise self.error
            self.words.append(word)
            return word

        return work


class Page(QObject):
    """Asks, and hears what came of it."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self.heard: list[Any] = []

    def keep(self, work: Callable[[], Any], place: Place | None = None) -> None:
        self.keeper.keep(self, work, done=self.heard.append, failed=self.heard.append, place=place)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def keeper(qapp: QApplication) -> Keeper:
    return Keeper(ImmediateRunner())


@pytest.fixture
def page(keeper: Keeper) -> Page:
    return Page(keeper)


def test_what_is_written_is_answered(disk: Disk, page: Page) -> None:
    page.keep(disk.write("mot"))
    assert (disk.words, page.heard) == (["mot"], ["mot"])


def test_what_the_disk_refuses_is_no_failure_of_the_page(disk: Disk, page: Page) -> None:
    held, disk.error = QSignalSpy(page.keeper.held), DiskFull()
    page.keep(disk.write("mot"))
    assert (page.heard, held.count()) == ([], 1)
    assert page.keeper.error is disk.error


def test_it_is_tried_again_each_second_in_order(disk: Disk, page: Page) -> None:
    kept, disk.error = QSignalSpy(page.keeper.kept), DiskFull()
    for word in ("un", "deux", "trois"):
        page.keep(disk.write(word))
    page.keeper.retry()
    assert disk.words == []
    disk.error = None
    page.keeper.retry()
    assert disk.words == page.heard == ["un", "deux", "trois"]
    assert kept.count() == 1
    assert page.keeper.error is None


def test_a_new_reason_is_told(disk: Disk, page: Page) -> None:
    held, disk.error = QSignalSpy(page.keeper.held), DiskFull()
    page.keep(disk.write("mot"))
    page.keeper.retry()
    disk.error = WriteFailed()
    page.keeper.retry()
    assert held.count() == 2


def test_what_waiting_does_not_mend_is_told_to_the_page(disk: Disk, page: Page) -> None:
    disk.error = WordsMissing(field="note")
    page.keep(disk.write("mot"))
    assert page.heard == [disk.error]
    assert page.keeper.error is None


def test_it_never_blocks_what_follows(disk: Disk, page: Page) -> None:
    disk.error = DiskFull()
    page.keep(disk.write("un"))
    page.keep(disk.write("deux"))
    disk.error = WordsMissing(field="note")
    page.keeper.retry()
    assert len(page.heard) == 2


def test_what_was_asked_by_a_page_that_is_gone_is_written_all_the_same(
    disk: Disk, page: Page
) -> None:
    disk.error = DiskFull()
    page.keep(disk.write("mot"))
    keeper, heard = page.keeper, page.heard
    delete(page)
    disk.error = None
    keeper.retry()
    assert (disk.words, heard) == (["mot"], [])


def test_a_later_draft_takes_the_place_of_an_older_one(disk: Disk, page: Page) -> None:
    disk.error = DiskFull()
    page.keep(disk.write("j'ai"), Place(KEY))
    page.keep(disk.write("j'ai peur"), Place(KEY))
    disk.error = None
    page.keeper.retry()
    assert disk.words == ["j'ai peur"]


def test_a_draft_never_comes_back_over_its_entry(disk: Disk, page: Page) -> None:
    disk.error = DiskFull()
    page.keep(disk.write("draft"), Place(KEY))
    page.keep(disk.write("entry"), Place(KEY, kept=False))
    page.keep(disk.write("typed since"), Place(KEY))
    disk.error = None
    page.keeper.retry()
    assert disk.words == ["entry", "typed since"]


def test_what_is_taken_at_the_lock_is_all_that_was_not_kept(disk: Disk, page: Page) -> None:
    page.keep(disk.write("kept"))
    disk.error = DiskFull()
    page.keep(disk.write("draft"), Place(KEY))
    page.keep(disk.write("held"))
    left = page.keeper.take()
    disk.error = None
    for attempt in left:
        attempt()
    page.keeper.retry()
    assert disk.words == ["kept", "draft", "held"]
    assert page.keeper.take() == ()


def test_what_is_on_its_way_at_the_lock_is_written_once(qapp: QApplication, disk: Disk) -> None:
    runner = TaskRunner()
    page = Page(Keeper(runner))
    page.keep(disk.write("mot"))
    (attempt,) = page.keeper.take()
    over: list[Any] = []
    runner.submit(page, attempt, done=over.append, failed=over.append)
    while not over:
        QCoreApplication.processEvents()
    assert disk.words == ["mot"]
    assert page.heard == []
    runner.close()
