"""Finds open dossiers by a few letters of a name or of a number, for the palette."""

from __future__ import annotations

from dataclasses import dataclass

from filet.application.home import Home, HomeList
from filet.application.outcome import Topic
from filet.domain.rows import CaseLine
from filet.domain.text import fold

_MOST = 8


@dataclass
class DossierFinder:
    """Keeps the list between two letters; what is closed is never found.

    ``find`` runs on the thread of the vault, everything else in the window.
    """

    home: Home
    _wanted: int = 1
    _known: int = 0
    _list: HomeList | None = None

    def find(self, typed: str) -> tuple[CaseLine, ...]:
        """Return the first dossiers whose names or number hold every word typed."""
        words = fold(typed).split()
        if not words:
            return ()
        wanted, known = self._wanted, self._list
        if known is None or self._known != wanted:
            known = self.home.all()
            self._list, self._known = known, wanted
        return tuple(known.line(place) for place in known.named(words)[:_MOST])

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read the list again next time."""
        if Topic.CASES in topics:
            self._wanted += 1
