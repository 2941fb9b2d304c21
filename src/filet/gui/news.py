"""What is to be said above every page until it is seen, whatever the language or the size."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from filet.gui.context import Context
from filet.gui.widgets.notice import Message

if TYPE_CHECKING:
    from filet.gui.widgets.bars import Act, Bars

Say = Callable[[Context], Message]


class News:
    """Remembers what was not seen yet, and shows it in the bars of the room that stands."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[Say, tuple[Act, ...]]] = {}
        self._context: Context | None = None
        self._bars: Bars | None = None

    def tell(self, key: str, say: Say, *acts: Act) -> None:
        """Say something; a message without acts has one button, which ends it."""
        self._told[key] = (say, acts or (lambda: self.seen(key),))
        self._show(key)

    def seen(self, key: str) -> None:
        """Say it no more."""
        if self._told.pop(key, None) is not None and self._bars is not None:
            self._bars.clear(key)

    def show_in(self, context: Context, bars: Bars) -> None:
        """Say all that was not seen in a room made anew."""
        self._context, self._bars = context, bars
        for key in tuple(self._told):
            self._show(key)

    def forget(self) -> None:
        """Say nothing of it to whoever opens next."""
        self._told.clear()
        self._context = self._bars = None

    def _show(self, key: str) -> None:
        if self._context is not None and self._bars is not None:
            say, acts = self._told[key]
            self._bars.tell(key, say(self._context), *acts)
