"""What the bars of a room say of copies: nothing while all is well, and never an alarm."""

from __future__ import annotations

from datetime import datetime

from filet.domain.copies import CopyBook, night_of
from filet.domain.errors import MediumMissing
from filet.domain.kinds import Why
from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.widgets.notice import Message, Tone
from filet.i18n import N_

COPIES = "copies"
"""The key of the one bar that speaks of copies."""

REASONS: dict[Why, tuple[str, str]] = {
    Why.ABSENT: (
        N_("The key of the copies was not plugged in."),
        N_("Plug it in, then copy now."),
    ),
    Why.FULL: (
        N_("There was no room left on the key of the copies."),
        N_("Free some space on it, or choose another one."),
    ),
    Why.READ_ONLY: (
        N_("Filet could not write on the key of the copies."),
        N_("Does it have a lock, or an owner? Choose another one if need be."),
    ),
    Why.VANISHED: (
        N_("The key of the copies went away, or stopped answering."),
        N_("Plug it in again, then copy now."),
    ),
    Why.REFUSED: (
        N_("The place that was chosen may hold no copy."),
        N_("Choose a USB key, or another disk."),
    ),
    Why.DAMAGED: (
        N_("The copy could not be read again, so it does not count."),
        N_("Copy again. If it goes on, take another key."),
    ),
}
"""Why a night left no copy, and what to do about it."""


def missed_nights(book: CopyBook, now: datetime) -> int:
    """Return how many whole nights went by without a copy since the last one."""
    if book.last is None:
        return 0
    return max(0, (night_of(now) - night_of(book.last.at)).days - 1)


def is_told(book: CopyBook, error: BaseException | None, now: datetime) -> bool:
    """Tell whether it is said above the pages: a key that waits in its drawer by day is not."""
    if error is not None and not isinstance(error, MediumMissing):
        return True
    return book.last is None or missed_nights(book, now) > 0


def missed(context: Context, book: CopyBook, error: BaseException | None) -> Message:
    """Say since when there is no copy, why, and what to do."""
    t = context.t
    buttons = (t("&Copy now"), t("Lat&er"))
    return Message(Tone.NOTE, _since(context, book), _why(context, book, error), buttons)


def _since(context: Context, book: CopyBook) -> str:
    count = missed_nights(book, context.clock.wall())
    if book.last is None:
        return context.t("No copy of the dossiers was made yet.")
    if not count:
        return context.t("The last copy was not made.")
    return context.tn("No copy for {count} night.", "No copy for {count} nights.", count)


def _why(context: Context, book: CopyBook, error: BaseException | None) -> str:
    why = book.missed[0][1].why if book.missed else None
    if why in REASONS:
        return " ".join(context.t(part) for part in REASONS[why])
    if error is None:
        return ""
    said = message_of(context, error)
    return f"{said.title} {said.text}"
