"""What every screen is handed: words, theme, runner and clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from PySide6.QtCore import QObject, SignalInstance

from filet.application.keeping import Clock
from filet.gui.habits import Remembered
from filet.gui.theme import Theme
from filet.i18n import Words
from filet.i18n.dates import typography


class Runner(Protocol):
    """Does work away from the window, and answers in it."""

    @property
    def changed(self) -> SignalInstance:
        """The topics that the last work touched."""

    def submit(
        self,
        asker: QObject,
        work: Callable[[], Any],
        *,
        done: Callable[[Any], object],
        failed: Callable[[BaseException], object],
        latest: bool = False,
    ) -> None:
        """Run the work; answer only while the asker lives. An Outcome answers its value."""


@dataclass(frozen=True, slots=True)
class Context:
    """Handed to every screen; nothing is fetched from anywhere else."""

    words: Words
    theme: Theme
    runner: Runner
    clock: Clock
    habits: Remembered = field(default_factory=Remembered)

    @property
    def language(self) -> str:
        """Return the language of the screen."""
        return self.words.language

    def t(self, message: str, /, **fields: object) -> str:
        """Translate a message and write it as the language prints it."""
        return typography(self.words.t(message, **fields), self.language)

    def tn(self, singular: str, plural: str, count: int, /, **fields: object) -> str:
        """Translate a message that depends on a number, as the language prints it."""
        return typography(self.words.tn(singular, plural, count, **fields), self.language)
