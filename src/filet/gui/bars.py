"""What the bars of a room say: the disk, the clock, an older copy, a program that fell."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from filet.application.unlocking import Entered
from filet.domain.errors import DiskFull, FiletError
from filet.domain.kinds import ClockMovedBack, Content, RollbackNoticed
from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.news import News
from filet.gui.widgets.notice import Message, Tone
from filet.i18n.dates import clock, short_date

UNSAVED, UNRECORDED, RESTORED, ASIDE, CRASHED = (
    "unsaved", "unrecorded", "restored", "aside", "crashed",
)  # fmt: skip


def unsaved(context: Context, error: FiletError) -> Message:
    """Say that a write waits, why, and that nothing is lost."""
    t = context.t
    waiting = t("Filet tries again every second. You can keep writing.")
    title, text = t("Not saved yet."), waiting
    if isinstance(error, DiskFull):
        title = t("The disk is full. Your answers are kept in memory.")
        text = t("Free some space: Filet tries again every second. Do not close Filet.")
    return Message(Tone.NOTE, title, text, (t("&Try again"),), icon="hard-drive", assertive=True)


def unrecorded(context: Context, error: FiletError) -> Message:
    """Say that this opening is not in the journal; it keeps nobody out."""
    t, said = context.t, message_of(context, error)
    return Message(
        Tone.NOTE, t("This opening could not be written in the journal."), said.title, (t("&Seen"),)
    )


def tell_noticed(news: News, entered: Entered) -> None:
    """Say above the pages what opening found out, and nothing of what was said before."""
    news.forget()
    for content in entered.noticed:
        if is_told(content):
            news.tell(type(content).__name__, partial(noticed, content=content))
    if entered.unrecorded is not None:
        news.tell(UNRECORDED, partial(unrecorded, error=entered.unrecorded))


def is_told(content: Content) -> bool:
    """Tell whether what was noticed is said above the pages."""
    return isinstance(content, RollbackNoticed | ClockMovedBack)


def noticed(context: Context, content: Content) -> Message:
    """Say what was noticed when the dossiers opened; it is an entry as well."""
    t, seen = context.t, (context.t("&Seen"),)
    match content:
        case RollbackNoticed(witnessed=witnessed, found=found):
            text = t(
                "This computer saw entry {witnessed}; the dossiers stop at {found}. Was a backup "
                "put back? If not, tell the coordinator before writing.",
                witnessed=witnessed,
                found=found,
            )
            return Message(Tone.NOTE, t("These dossiers are older."), text, seen, icon="history")
        case ClockMovedBack(minutes=minutes):
            title = context.tn(
                "The clock of this computer went back by {count} minute.",
                "The clock of this computer went back by {count} minutes.",
                minutes,
            )
            text = t("Check the date and the hour: what you write now would bear a wrong hour.")
            return Message(Tone.NOTE, title, text, seen, icon="clock-alert")
        case _:
            raise LookupError(type(content).__name__)


def restored(context: Context, count: int) -> Message:
    """Say that what was sealed is in the dossiers now."""
    title = context.tn(
        "What had not been saved is saved now: {count} text or act.",
        "What had not been saved is saved now: {count} texts or acts.",
        count,
    )
    return Message(Tone.OK, title, "", (context.t("&Seen"),))


def aside(context: Context, folder: str) -> Message:
    """Say that something waits on a medium that is not there."""
    t = context.t
    title = t("Texts that could not be saved wait in another place: {folder}.", folder=folder)
    text = t("Plug in the key that holds them, then take them back.")
    buttons = (t("&Take them back"), t("&Look elsewhere…"))
    return Message(Tone.NOTE, title, text, buttons, icon="unplug")


def crashed(context: Context, until: datetime) -> Message:
    """Say that the program fell, and what is here."""
    t, now = context.t, context.clock.wall()
    hour = clock(until.time(), context.language)
    if until.date() != now.date():
        hour = f"{short_date(until.date(), context.language)}, {hour}"
    title, text = (
        t("Filet closed without warning."),
        t("Your answers are here, up to {hour}.", hour=hour),
    )
    return Message(Tone.INFO, title, text, (t("&Seen"),), icon="history")
