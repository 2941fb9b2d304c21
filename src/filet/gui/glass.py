"""Tells whoever manages the house that a colleague asked for a dossier hidden from her."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from filet.application.access import Breaking
from filet.gui.context import Context
from filet.gui.given import Inside
from filet.gui.news import News
from filet.gui.runner import Runner
from filet.gui.sayings import moment_text
from filet.gui.widgets.notice import Message, Tone

GLASS = "glass"
"""The key of the one bar that speaks of it."""


class Glass(QObject):
    """Asks when somebody opens, and tells until she says that she saw it."""

    shown = Signal()
    """She wants to see who asked, when and why."""

    def __init__(self, runner: Runner, news: News, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._news = runner, news

    def enter(self, inside: Inside) -> None:
        """Tell what was asked for since she last looked; what cannot be read is told next time."""
        accesses = inside.services.accesses

        def see() -> None:
            self._news.seen(GLASS)
            self._runner.submit(self, accesses.see, done=lambda _: None, failed=lambda _: None)

        def tell(found: Sequence[Breaking]) -> None:
            if found:
                self._news.tell(GLASS, partial(asked, found=found), self.shown.emit, see)

        self._runner.submit(self, accesses.unseen, done=tell, failed=lambda _: None)


def asked(context: Context, found: Sequence[Breaking]) -> Message:
    """Say how often it happened, and why the last time; by whom and what stands where she looks.

    Neither a name of a dossier nor of a colleague: a bar stays above every page.
    """
    t, last = context.t, found[0]
    title = context.tn(
        "A colleague asked for a dossier hidden from her: {count} time.",
        "A colleague asked for a dossier hidden from her: {count} times.",
        len(found),
    )
    when = moment_text(context, last.moment.local()) if last.moment is not None else ""
    buttons = (t("See &who and why"), t("&Seen"))
    return Message(Tone.NOTE, title, t("The last time: {when}.", when=when), buttons, icon="eye")
