"""The start stays quick: what is heavy is imported when it is first used."""

import os
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

LATER = {"PySide6", "reportlab", "keyring", "pikepdf", "cryptography", "pypdfium2", "pyrage"}
"""What no command waits for before it says what it is."""

BEHIND = {*LATER, "msgspec", "sqlcipher3", "sqlite3", "PIL"} - {"PySide6"}
"""What the door does not need to be painted."""

QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtSvg", "PySide6.QtWidgets"}

BEFORE_THE_DOOR = (
    "filet.__main__",
    "filet.cli",
    "filet.cli.terminal",
    "filet.doorstep",
    "filet.files",
    "filet.paths",
    "filet.i18n*",
    "filet.adapters",
    "filet.adapters.aside",
    "filet.adapters.clock",
    "filet.adapters.host",
    "filet.adapters.preferences",
    "filet.application",
    "filet.application.attempts",
    "filet.application.outcome",
    "filet.domain",
    "filet.domain.errors",
    "filet.domain.grammar",
    "filet.domain.moments",
    "filet.gui",
    "filet.gui.context",
    "filet.gui.doorway",
    "filet.gui.dress",
    "filet.gui.errors",
    "filet.gui.faults",
    "filet.gui.forms",
    "filet.gui.forms.door",
    "filet.gui.forms.door_page",
    "filet.gui.given",
    "filet.gui.guards",
    "filet.gui.habits",
    "filet.gui.importing",
    "filet.gui.keeper",
    "filet.gui.later",
    "filet.gui.learning",
    "filet.gui.news",
    "filet.gui.refusals",
    "filet.gui.safekeeping",
    "filet.gui.screens",
    "filet.gui.screens.door",
    "filet.gui.screens.first_steps",
    "filet.gui.screens.forgotten",
    "filet.gui.screens.unlock",
    "filet.gui.senses",
    "filet.gui.shell",
    "filet.gui.start",
    "filet.gui.sweeping",
    "filet.gui.task_runner",
    "filet.gui.theme",
    "filet.gui.turns",
    "filet.gui.where",
    "filet.gui.window_keys",
    "filet.gui.widgets",
    *(
        f"filet.gui.widgets.{name}"
        for name in (
            "appearing", "buttons", "choice", "field", "flow", "focus", "going", "icons",
            "keyboard", "keycap", "labels", "net", "notice", "one_shown", "pin_way", "reading",
            "recovery", "tall", "unseen",
        )
    ),
)  # fmt: skip
"""All that somebody who starts Filet waits for; whatever else is needed comes after the door."""

FIRST_START = (
    "filet.gui.models",
    "filet.gui.models.recovery_sheet",
    "filet.gui.screens.first_run",
    "filet.gui.screens.secret_steps",
    "filet.gui.usual_printer",
    "filet.gui.widgets.print_part",
    "filet.gui.widgets.radio",
    "filet.domain.*",
)
"""What is needed besides where no dossiers are known yet."""

COMMAND = """
import sys
import filet.__main__
print(*{name.partition(".")[0] for name in sys.modules})
"""

DOOR = """
import sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
import filet.__main__
from filet import doorstep
from filet.gui.start import show_window
from filet.gui.task_runner import TaskRunner
from filet.paths import Paths, standard_paths

folder, local = sys.argv[1:]

class Kept:
    def read(self):
        return {"folder": folder}
    def keep(self, values):
        pass

class Painted(QObject):
    def eventFilter(self, _, event):
        if event.type() == QEvent.Type.Paint:
            print(*sys.modules, flush=True)
            application.exit(0)
        return False

given = doorstep.given(Paths(standard_paths().resources, Path(local)))
given = replace(given, preferences=Kept())
application, painted = QApplication([]), Painted()
runner = TaskRunner(application)
runner.hold()
shell = show_window(application, given, runner, "fr")
shell.doorway.page.installEventFilter(painted)
application.exec()
runner.close()
"""

SOURCES = """
import linecache
import filet.gui.start
print(*linecache.cache)
"""

VAULT = """
import sys
from pathlib import Path
from filet import doorstep
from filet.gui.importing import modules
from filet.paths import Paths, standard_paths

for act in modules(doorstep.BEHIND):
    act()
local, phrase = Path(sys.argv[1]), "abeille bouton cheval demain hiver"
given = doorstep.given(Paths(standard_paths().resources, local / "local"))
before = set(sys.modules)
given.directory()
given.lock(given.create(local / "house", "ab", phrase, training=True), ())
given.unlocking().look_at(local / "house")
given.lock(given.unlock(local / "house", "ab", phrase), ())
ours = {name for name in set(sys.modules) - before if name.startswith("filet.")}
print(*sorted(ours - {"filet.adapters.store.migrations"}))
"""


def said(program: str, *arguments: str | Path) -> list[str]:
    """Run a program of its own, and return the words that it says."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    seen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=seen)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def unforeseen(loaded: list[str], foreseen: tuple[str, ...]) -> list[str]:
    """Return the modules of ours, and those of Qt, that nobody should wait for."""
    ours = (name for name in loaded if name.startswith("filet."))
    late = [name for name in ours if not any(fnmatch(name, one) for one in foreseen)]
    return late + [name for name in loaded if name.startswith("PySide6.Qt") and name not in QT]


def test_nothing_heavy_is_imported_at_the_start() -> None:
    assert not LATER & set(said(COMMAND))


def test_no_source_is_read_to_open_the_window() -> None:
    assert [file for file in said(SOURCES) if "filet" in Path(file).parts] == []


def test_the_door_is_painted_before_what_stands_behind_it_is_imported(tmp_path: Path) -> None:
    loaded = said(DOOR, tmp_path / "house", tmp_path)
    assert unforeseen(loaded, BEFORE_THE_DOOR) == []
    assert not BEHIND & set(loaded)


def test_the_first_start_is_painted_before_what_it_will_make_is_imported(tmp_path: Path) -> None:
    loaded = said(DOOR, "", tmp_path)
    assert unforeseen(loaded, (*BEFORE_THE_DOOR, *FIRST_START)) == []
    assert not BEHIND & set(loaded)


def test_the_thread_of_the_vault_finds_everything_imported(tmp_path: Path) -> None:
    """It imports nothing of ours while the window does: each could wait for the other."""
    assert said(VAULT, tmp_path) == []
