"""What the bars of a room say of copies: nothing while all is well, and never an alarm."""

from __future__ import annotations

from datetime import datetime

from filet.domain.copies import CopyBook
from filet.domain.errors import MediumMissing
from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.models.copies_said import missed_nights, said_at, why_said
from filet.gui.widgets.notice import Message, Tone

COPIES = "copies"
"""The key of the one bar that speaks of copies."""


def is_told(book: CopyBook, error: BaseException | None, now: datetime) -> bool:
    """Tell whether it is said above the pages: a key that waits in its drawer by day is not."""
    if error is not None and not isinstance(error, MediumMissing):
        return True
    return book.last is None or missed_nights(book, now) > 0


def nowhere(context: Context) -> Message:
    """Say that nobody chose yet where the copies go."""
    t = context.t
    return Message(
        Tone.NOTE,
        t("No copy of the dossiers is made yet."),
        t("If this computer broke, they would be lost. A USB key is enough, kept elsewhere."),
        (t("Choose where the&y go…"), t("Lat&er")),
        icon="hard-drive",
    )


def missed(context: Context, book: CopyBook, error: BaseException | None) -> Message:
    """Say since when there is no copy, why, and what to do."""
    t = context.t
    buttons = (t("Cop&y now"), t("Lat&er"))
    return Message(Tone.NOTE, _since(context, book), _why(context, book, error), buttons)


def _since(context: Context, book: CopyBook) -> str:
    count = missed_nights(book, context.clock.wall())
    if book.last is None:
        return context.t("No copy of the dossiers was made yet.")
    if not count:
        return context.t("The last copy was not made.")
    return context.tn("No copy for {count} night.", "No copy for {count} nights.", count)


def _why(context: Context, book: CopyBook, error: BaseException | None) -> str:
    known = why_said(context, book)
    if known or error is None:
        return known
    said = message_of(context, error)
    return f"{said.title} {said.text}"


def last_said(context: Context, book: CopyBook) -> Message:
    """Say the truth about the last copy, without alarm.

    How many dossiers it holds is not said: one may be closed to whoever reads this.
    """
    t, last = context.t, book.last
    if not book.places:
        return Message(
            Tone.NOTE,
            t("No copy of the dossiers is made yet."),
            t("Choose where they go: a USB key kept elsewhere is enough."),
            icon="hard-drive",
        )
    if last is None:
        text = t("The first one is made as soon as nobody types, or by the button.")
        return Message(Tone.INFO, t("No copy of the dossiers was made yet."), text)
    title = t("Last copy: {moment}.", moment=said_at(context, last))
    read = t("Opened again and read whole: nothing wrong.")
    late = missed_nights(book, context.clock.wall())
    if not late:
        return Message(Tone.OK, title, read)
    since = context.tn("No copy for {count} night.", "No copy for {count} nights.", late)
    return Message(Tone.NOTE, f"{since} {title}", why_said(context, book) or read)
