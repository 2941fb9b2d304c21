"""How copies are said: the last one, each night, the list. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from filet.domain.copies import CopyBook, KnownCopy, Night, night_of, nights
from filet.domain.kinds import Why
from filet.gui.context import Context
from filet.gui.sayings import day_text, moment_text
from filet.i18n import N_
from filet.i18n.dates import clock

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


class NightLook(StrEnum):
    """What one night is shown as."""

    MADE = "made"
    MISSED = "missed"
    OPEN = "open"
    """Nothing was expected of it: it goes on, or copies had not begun."""


def tried_said(context: Context, book: CopyBook) -> str:
    """Say when a copy was last tried out; nothing before there is one to try."""
    if book.tried is not None:
        when = moment_text(context, book.tried)
        return context.t("Last trial: {when}. Read whole, nothing wrong.", when=when)
    return context.t("None was tried out yet.") if book.copies else ""


def missed_nights(book: CopyBook, now: datetime) -> int:
    """Return how many whole nights went by without a copy since the last one."""
    if book.last is None:
        return 0
    return max(0, (night_of(now) - night_of(book.last.at)).days - 1)


def night_looks(context: Context, book: CopyBook) -> tuple[tuple[Night, NightLook], ...]:
    """Return the last fourteen nights, each with what became of it."""
    now = context.clock.wall()
    first = night_of(book.made[-1].at) if book.made else night_of(now)

    def look(night: Night) -> NightLook:
        if night.copy:
            return NightLook.MADE
        return NightLook.MISSED if first < night.day < night_of(now) else NightLook.OPEN

    return tuple((night, look(night)) for night in nights(book, now))


def counted(context: Context, book: CopyBook) -> str:
    """Return « 13 sur 14 »: the nights that have a copy, of those that should."""
    looks = [look for _, look in night_looks(context, book) if look is not NightLook.OPEN]
    if not looks:
        return ""
    made = sum(look is NightLook.MADE for look in looks)
    return context.t("{made} of {count}", made=made, count=len(looks))


def nights_spoken(context: Context, book: CopyBook) -> str:
    """Return what the strip shows, for whoever hears it."""
    t, missed = context.t, missed_said(context, book)
    said = counted(context, book)
    if not said:
        return t("No night has a copy yet.")
    first = t("Nights with a copy: {count}.", count=said)
    return f"{first} {missed}".strip()


def missed_said(context: Context, book: CopyBook) -> str:
    """Return the nights without a copy and why, the last first; nothing when there are none."""
    looks = reversed(night_looks(context, book))
    return " ".join(_missed(context, night) for night, look in looks if look is NightLook.MISSED)


def _missed(context: Context, night: Night) -> str:
    day = day_text(context, night.day)
    if night.why not in REASONS:
        return context.t("{day}: Filet was not opened, or there was no time.", day=day)
    return context.t("{day}: {reason}", day=day, reason=context.t(REASONS[night.why][0]))


def why_said(context: Context, book: CopyBook) -> str:
    """Return why the last one that was missed was, and what to do; nothing where nobody knows."""
    why = book.missed[0][1].why if book.missed else None
    return " ".join(context.t(part) for part in REASONS[why]) if why in REASONS else ""


def said_at(context: Context, copy: KnownCopy) -> str:
    """Return when a copy was made: « hier, 23 h 10 »."""
    if copy.at.date() == context.clock.today() - timedelta(days=1):
        hour = clock(copy.at.time(), context.language)
        return context.t("yesterday, {hour}", hour=hour)
    return moment_text(context, copy.at)


def shown_place(place: object) -> str:
    """Return a path that breaks after each folder: a line never takes one apart by itself."""
    return str(place).replace("/", "/\u200b").replace("\\", "\\\u200b")


def places_said(context: Context, places: Iterable[str]) -> str:
    """Return where copies go, in the order the places are tried."""
    shown = [shown_place(place) for place in places]
    return context.t(", then ").join(shown) if shown else context.t("Nowhere yet")
