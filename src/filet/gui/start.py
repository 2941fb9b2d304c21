"""Starts the window: application, fonts, theme, shell."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from filet.gui.context import Context
from filet.gui.dress import dress, prepare
from filet.gui.exporter import Exporter
from filet.gui.faults import Faults
from filet.gui.furnish import furnish
from filet.gui.given import Given
from filet.gui.habits import Habits, Remembered
from filet.gui.host.listening import listen
from filet.gui.host.session import Session
from filet.gui.keeper import Keeper
from filet.gui.learning import learn
from filet.gui.runner import Runner
from filet.gui.shell import Shell
from filet.gui.sweeping import Sweeper
from filet.gui.task_runner import TaskRunner
from filet.gui.theme import Theme, ThemeName
from filet.gui.turns import Turns
from filet.gui.widgets.net import mark_icon
from filet.i18n import Words, screen

_SIZE = (1366, 696)


def open_window(given: Given, language: str) -> int:
    """Show the window until it is closed; return the exit status."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Filet")
    application.setQuitOnLastWindowClosed(True)
    prepare(application, given.resources)
    runner = TaskRunner(application)
    shell = build(application, given, runner, language)
    shell.resize(*_SIZE)
    shell.show_door()
    shell.show()
    application.aboutToQuit.connect(shell.leave)
    faults = Faults(shell)
    faults.catch()
    faults.tell_in(shell.news)
    session = Session(shell)
    session.left.connect(shell.lock)
    listen(session, shell)
    Sweeper(runner, shell)
    Turns(runner, shell).build(learn(shell))
    try:
        return application.exec()
    finally:
        runner.close()


def build(
    application: QApplication,
    given: Given,
    runner: Runner,
    language: str,
    *,
    now: Callable[[], float] = time.monotonic,
) -> Shell:
    """Return the window with its door still closed."""
    kept = given.preferences.read()
    habits = Remembered(Habits.of(kept, language, preferred_theme(application)), application)
    exporter = Exporter(runner, application)
    shell = Shell(
        given,
        habits,
        partial(make_context, application, given, Keeper(runner, application), habits),
        partial(furnish, given, exporter),
        now=now,
        choose_folder=_choose_folder,
    )
    shell.keeping.closed.connect(exporter.forget)
    application.focusChanged.connect(shell.ring.follow)
    shell.setWindowIcon(mark_icon(shell.context.theme))
    return shell


def make_context(
    application: QApplication,
    given: Given,
    keeper: Keeper,
    habits: Remembered,
    exercise: bool,
) -> Context:
    """Dress the application for the habits of now, and return what its screens are handed."""
    now = habits.now
    theme = Theme.read(given.resources, now.theme, now.scale).for_exercise(exercise)
    words = _words(now.language, given.resources / "locale")
    screen.speak(words)
    QLocale.setDefault(QLocale(f"{now.language}_CA"))
    dress(application, theme)
    return Context(words, theme, keeper.runner, given.clock, keeper, habits)


@lru_cache(4)
def _words(language: str, folder: Path) -> Words:
    """Read the words of a language, once: the window is dressed at each lock."""
    return Words.of(language, folder)


def preferred_theme(application: QApplication) -> ThemeName:
    """Return the colours that the system asks for."""
    hints = application.styleHints()
    contrast = hints.accessibility().contrastPreference()
    if contrast == Qt.ContrastPreference.HighContrast:
        return ThemeName.CONTRAST
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return ThemeName.DARK if dark else ThemeName.LIGHT


def _choose_folder(parent: QWidget) -> Path | None:
    """Ask for a folder in a window of ours, which the cover can hide."""
    options = QFileDialog.Option.ShowDirsOnly | QFileDialog.Option.DontUseNativeDialog
    chosen = QFileDialog.getExistingDirectory(parent, "Filet", "", options)
    return Path(chosen) if chosen else None
