"""Lets everything leave in one file, behind what she does: stopped by a lock, told where it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from filet.application.copying import Between
from filet.application.exporting import Exported, Exporting, InClear
from filet.domain.errors import ExportStopped
from filet.gui.runner import Runner


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of an export."""

    path: Path
    why: str
    sentence: str = ""
    in_clear: InClear | None = None


class _Run:
    """One export on its way; the thread of the vault counts, the window stops it."""

    def __init__(self, serve: Callable[[], bool]) -> None:
        self._serve = serve
        self.turns = 0
        self.stopped = False

    def between(self) -> None:
        """Let whatever waits have its turn. Raises ExportStopped for a lock, or for her."""
        self.turns += 1
        if self.stopped or not self._serve():
            raise ExportStopped


class Exporter(QObject):
    """Outlives the pages, so that a phrase is not lost with one; never outlives a lock."""

    changed = Signal()
    """It began, ended, or its phrase was noted."""

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._run: _Run | None = None
        self.done: Exported | None = None
        """What was made, with its phrase until she says that it is noted."""
        self.error: BaseException | None = None

    @property
    def busy(self) -> bool:
        """Whether one is on its way."""
        return self._run is not None

    @property
    def turns(self) -> int:
        """How far it is."""
        return self._run.turns if self._run is not None else 0

    def export(self, exporting: Exporting, wanted: Wanted) -> None:
        """Begin; nothing waits for it."""
        run = self._run = _Run(self._runner.serve)
        self.done = self.error = None
        between: Between = run.between
        path, why, sentence, in_clear = wanted.path, wanted.why, wanted.sentence, wanted.in_clear
        self._runner.submit(
            self,
            lambda: exporting.export(path, why, sentence, in_clear, between),
            done=lambda made: self._over(run, made, None),
            failed=lambda error: self._over(run, None, error),
        )
        self.changed.emit()

    def stop(self) -> None:
        """Stop it; nothing of it remains."""
        if self._run is not None:
            self._run.stopped = True

    def note(self) -> None:
        """Forget the phrase: she has it."""
        if self.done is not None:
            self.done = replace(self.done, phrase="")
            self.changed.emit()

    def forget(self) -> None:
        """Forget everything: the dossiers are closed."""
        self.stop()
        self._run = self.done = self.error = None

    def _over(self, run: _Run, made: Exported | None, error: BaseException | None) -> None:
        if run is not self._run:
            return
        self._run, self.done, self.error = None, made, error
        self.changed.emit()
