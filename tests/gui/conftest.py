"""A window on a real house on disk, with a clock that a test moves."""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from builders import PASSPHRASE, House
from fakes.pocket import NoPocket
from fakes.press import FakePress
from fakes.runner import ImmediateRunner
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tour.survey import Surveyor

from filet import bootstrap, doorstep
from filet.application.pocket import Pocket
from filet.gui.dress import prepare
from filet.gui.given import Given
from filet.gui.guards import Face
from filet.gui.habits import Habits
from filet.gui.runner import Runner
from filet.gui.shell import Shell
from filet.gui.start import build
from filet.gui.theme import ThemeName
from filet.paths import Paths

SIZE = (1366, 696)
PHRASE = "abeille bouton cheval demain hiver"


@dataclass
class Kept:
    """Preferences in memory."""

    values: dict[str, Any] = field(default_factory=dict)

    def read(self) -> dict[str, Any]:
        return self.values

    def keep(self, values: dict[str, Any]) -> None:
        self.values = values


@dataclass
class Ticking:
    """Seconds that pass when a test says so."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Desk:
    """A window, the house behind it, and its seconds."""

    shell: Shell
    house: House
    seconds: Ticking
    given: Given
    press: FakePress

    @property
    def face(self) -> Face:
        return self.shell.guard.face

    def wait(self, seconds: float) -> None:
        self.seconds.now += seconds
        self.shell.tick()

    def open(self, initials: str = "AB", passphrase: str = PASSPHRASE) -> None:
        page: Any = self.shell.doorway.page
        page.initials.show_text(initials)
        page.passphrase.show_text(passphrase)
        page.submit()


OpenDesk = Callable[..., Desk]


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_setup() -> Iterator[None]:
    """Let no window be collected while it lays itself out, or its test is over.

    As in the window itself, where nothing is collected but between two events.
    """
    gc.disable()
    yield


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Collect again once everything that a test showed is gone."""
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def widgets_go(qapp: QApplication) -> Iterator[None]:
    """Delete the widgets of a test with it: each style sheet would polish them all again."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def words_compiled(repository: Path) -> None:
    """Make the words that a checkout does not hold."""
    sys.path.insert(0, str(repository / "packaging"))
    importlib.import_module("hatch_build").compile_words(repository / "resources" / "locale")
    sys.path.pop(0)
    sys.modules.pop("hatch_build", None)


@pytest.fixture(scope="session")
def application(qapp: QApplication, repository: Path, words_compiled: None) -> QApplication:
    prepare(qapp, repository / "resources")
    return qapp


@pytest.fixture
def desk(
    application: QApplication, qtbot: QtBot, tmp_path: Path, repository: Path
) -> Iterator[OpenDesk]:
    """Return what opens a window; its house exists unless asked otherwise."""
    opened: list[Desk] = []

    def open_desk(
        *,
        language: str = "fr",
        theme: ThemeName = ThemeName.LIGHT,
        scale: float = 1.0,
        made: bool = True,
        training: bool = False,
        runner: Runner | None = None,
        pocket: Pocket | None = None,
    ) -> Desk:
        house = House(tmp_path, pocket=pocket or NoPocket())
        if made:
            vault = house.create(training=training)
            house.unlocking.lock(vault)
        habits = Habits(house.folder if made else None, language, theme, scale)
        press = FakePress()
        given = replace(given_of(house, repository, habits), press=lambda: press)
        seconds = Ticking()
        runner = runner or ImmediateRunner(application)
        shell = build(application, given, runner, language, now=seconds)
        qtbot.addWidget(shell)
        shell.resize(*SIZE)
        shell.show()
        application.processEvents()
        shell.activateWindow()
        shell.show_door()
        opened.append(Desk(shell, house, seconds, given, press))
        return opened[-1]

    yield open_desk
    for one in opened:
        one.shell.close()


@pytest.fixture(scope="session")
def surveyor(
    application: QApplication, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Surveyor]:
    """Return who takes the tour of every screen."""
    made = Surveyor(application, repository / "resources", tmp_path_factory.mktemp("tour"))
    yield made
    made.close()


def given_of(house: House, repository: Path, habits: Habits) -> Given:
    paths = Paths(repository / "resources", house.local)
    return replace(
        doorstep.given(paths),
        unlocking=lambda: house.unlocking,
        services=lambda entered: bootstrap._services(entered, paths, house.clock),
        mending=lambda: bootstrap._mending(paths, house.clock),
        phrase=lambda: PHRASE,
        proposed_folder=lambda: house.folder,
        preferences=Kept(habits.kept()),
        clock=house.clock,
    )
