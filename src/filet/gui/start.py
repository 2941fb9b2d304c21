"""Starts the window: application, fonts, theme, shell."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from filet.gui import later
from filet.gui.context import Context
from filet.gui.dress import dress, prepare
from filet.gui.faults import Faults
from filet.gui.given import Given
from filet.gui.habits import Habits, Remembered
from filet.gui.importing import modules
from filet.gui.keeper import Keeper
from filet.gui.shell import Shell
from filet.gui.sweeping import Sweeper, keep_what_is_there
from filet.gui.task_runner import TaskRunner
from filet.gui.theme import Theme, ThemeName
from filet.gui.turns import Act
from filet.gui.widgets.net import mark_icon
from filet.i18n import Words, screen

if TYPE_CHECKING:
    from filet.gui.runner import Runner

_SIZE = (1366, 696)


def open_window(given: Given, language: str) -> int:
    """Show the window until it is closed; return the exit status."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Filet")
    application.setQuitOnLastWindowClosed(True)
    runner = TaskRunner(application)
    runner.hold()
    shell = show_window(application, given, runner, language)
    application.aboutToQuit.connect(shell.leave)
    try:
        return application.exec()
    finally:
        runner.close()


def show_window(
    application: QApplication, given: Given, runner: TaskRunner, language: str
) -> Shell:
    """Show the door; the runner is released, and all else begins, once it was painted."""
    prepare(application, given.resources)
    shell = _shell(application, given, runner, language)
    shell.resize(*_SIZE)
    shell.show_door()
    shell.show()
    faults = Faults(shell)
    faults.catch()
    faults.tell_in(shell.news)
    follow: Act = partial(_follow_focus, application, shell)
    begin: tuple[Act, ...] = (partial(_listen, shell), partial(Sweeper, runner, shell))
    first = chain((follow,), modules(later.HOST), begin)
    shell.learning.begin(first, given.behind, runner.release)
    shell.learning.then(keep_what_is_there)
    return shell


def _listen(shell: Shell) -> None:
    """Lock when the computer sleeps, or when somebody leaves it."""
    session = later.session()(shell)
    session.left.connect(shell.lock)
    later.listen(session, shell)


def build(
    application: QApplication,
    given: Given,
    runner: Runner,
    language: str,
    *,
    now: Callable[[], float] = time.monotonic,
) -> Shell:
    """Return the window with its door still closed."""
    shell = _shell(application, given, runner, language, now=now)
    _follow_focus(application, shell)
    return shell


def _shell(
    application: QApplication,
    given: Given,
    runner: Runner,
    language: str,
    *,
    now: Callable[[], float] = time.monotonic,
) -> Shell:
    kept = given.preferences.read()
    habits = Remembered(Habits.of(kept, language, preferred_theme(application)), application)
    shell = Shell(
        given,
        habits,
        partial(make_context, application, given, Keeper(runner, application), habits),
        now=now,
        choose_folder=_choose_folder,
    )
    shell.setWindowIcon(mark_icon(shell.context.theme))
    return shell


def _follow_focus(application: QApplication, shell: Shell) -> None:
    """Let the ring go around what has the focus, now and from now on.

    The first time, Python learns every class of Qt that a parent may be.
    """
    application.focusChanged.connect(shell.ring.follow)
    shell.ring.follow(None, application.focusWidget())


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
