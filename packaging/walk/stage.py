"""The program under the walk: its own home, its window, its words, its sudden death."""

from __future__ import annotations

import gettext
import os
import re
import signal
import subprocess
import tempfile
from pathlib import Path

from walk.eyes import Eyes, plain
from walk.hands import Hands

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"
_MARK = re.compile(r"\[([^\[\]|]+)(?:\|[a-z]+)?\]")
"""What depends on the grammar of a dossier; it stands there as it is said of a woman."""

_LAST = 400
"""Lines of what a program that died said: every thread as it was then."""


class Words:
    """What the program says, in the language of the walk."""

    def __init__(self, language: str) -> None:
        with (ROOT / "resources" / "locale" / language / "filet.mo").open("rb") as file:
            self._words = gettext.GNUTranslations(file)

    def __call__(self, message: str) -> str:
        """Return a message as it is said of a woman: no letter marked, no special space."""
        said = _MARK.sub(r"\1", self._words.gettext(message))
        return plain(said).replace("&", "")


class Stage:
    """One home folder, and the program started in it as often as it takes."""

    def __init__(self, home: Path, language: str, printer: str = "") -> None:
        self.home, self.language = home, language
        self.say = Words(language)
        self.eyes = Eyes("Filet")
        self.hands = Hands(self.eyes)
        self._printer = printer
        self._program: subprocess.Popen[bytes] | None = None
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the stage

    def begin(self) -> None:
        """Start the program, and give its window the keyboard."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "QT_"))}
        surroundings = {
            **kept,
            "HOME": str(self.home),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "CUPS_SERVER": self._printer,
            "PYTHONUTF8": "1",
            "PYTHONFAULTHANDLER": "1",
        }
        command = [str(PYTHON), "-m", "walk.watched", "--lang", self.language]
        path = os.pathsep.join((str(ROOT / "packaging"), str(ROOT / "src")))
        watched = {**surroundings, "PYTHONPATH": path}
        self._program = subprocess.Popen(command, env=watched, cwd=self.home, stderr=self._said)
        self.eyes.wait("no window", self.eyes.program)
        self.hands.take_window()

    def kill(self) -> None:
        """End the program as a power cut would."""
        if self._program is not None and self._program.poll() is None:
            self._program.send_signal(signal.SIGKILL)
            self._program.wait()
            self.eyes.wait("it is still there", lambda: self.eyes.program() is None)

    def end(self) -> None:
        """Close the program as who closes its window."""
        if self._program is not None:
            self._program.terminate()
            self._program.wait(30)

    def fate(self) -> str:
        """Say whether the program runs, and else how it ended."""
        status = self._program.poll() if self._program is not None else None
        if status is None:
            return "the program runs"
        self._said.seek(0)
        said = self._said.read().decode("utf-8", "replace").splitlines()
        lines = [line for line in said if not line.startswith("BLOCKED")]
        return "\n".join((f"the program ended with {status}", *lines[-_LAST:]))

    def waits(self) -> list[tuple[int, int, str]]:
        """Return each time the window did not answer, what was most its own work first.

        In milliseconds, with how much of it was work, and what ran then.
        """
        self._said.seek(0)
        text = self._said.read().decode("utf-8", "replace")
        found = re.findall(r"^BLOCKED (\d+) ms, (\d+) of work: (.*)$", text, re.MULTILINE)
        waits = [(int(took), int(work), what) for took, work, what in found]
        return sorted(waits, key=lambda wait: wait[1], reverse=True)

    def leaves(self) -> list[Path]:
        """Return every file that it left in its home."""
        return [path for path in self.home.rglob("*") if path.is_file()]


def tell(text: str) -> None:
    """Say how far the walk has come."""
    print(text, flush=True)
