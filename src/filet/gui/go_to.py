"""« Aller à… » over a room: what can be done there, and the dossiers that a few letters find."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from filet.application.outcome import Topic
from filet.domain.rows import CaseLine
from filet.gui.commands import Command, Reach
from filet.gui.context import Context
from filet.gui.finder import DossierFinder
from filet.gui.models.case_texts import CaseTexts
from filet.gui.widgets.palette import Palette


class GoTo(QObject):
    """Says which dossier is wanted; commands do their own act."""

    case_wanted = Signal(object)
    """A CaseId."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._finder: DossierFinder | None = None
        self._reach = Reach.ALL
        self._seeker = QObject(self)
        self.palette = Palette(context, over)
        self.palette.typed.connect(self._look_for)

    def find_with(self, finder: DossierFinder) -> None:
        """Find dossiers as well."""
        self._finder = finder

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Let dossiers be read again next time."""
        if self._finder is not None:
            self._finder.topics_changed(topics)

    def begin(self, commands: Sequence[Command], reach: Reach) -> None:
        """Open, unless the screen is turned to her."""
        self._reach = reach
        if reach is not Reach.NOTHING:
            self.palette.begin(commands)

    def _look_for(self, typed: str) -> None:
        """Find dossiers for what was typed; only the latest letters are answered."""
        finder = self._finder
        if finder is not None and self._reach is Reach.ALL:
            self._context.runner.submit(
                self._seeker,
                lambda: finder.find(typed),
                done=lambda found: self._show_found(typed, found),
                failed=lambda _: None,
                latest=True,
            )

    def _show_found(self, typed: str, found: Sequence[CaseLine]) -> None:
        self.palette.show_found(typed, [self._command(line) for line in found])

    def _command(self, line: CaseLine) -> Command:
        """Name a dossier as lists do: first name and initial with her number, or that alone."""
        texts = CaseTexts(self._context, numbers_only=self._context.habits.now.numbers_only)
        name = texts.name(line)
        number = line.number if name != line.number else ""
        return Command(name, partial(self.case_wanted.emit, line.case), note=number)
