"""How levels, statuses, days and persons are said on every screen; nothing is drawn here."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from filet.domain.grammar import Grammar
from filet.domain.kinds import Level, Role, SourceKind, Status
from filet.domain.moments import Due
from filet.gui.context import Context
from filet.i18n import N_
from filet.i18n.dates import clock, short_date, short_date_with_year

_EVENING = 18

LEVELS: dict[Level, str] = {
    Level.NOT_ASSESSED: N_("Not assessed"),
    Level.NOT_ESTABLISHED: N_("Not established to date"),
    Level.MODERATE: N_("Moderate"),
    Level.AGGRAVATED: N_("Aggravated"),
    Level.IMMINENT: N_("Imminent danger"),
}
STATUSES: dict[Status, str] = {
    Status.FIRST_CONTACT: N_("first contact"),
    Status.HOUSED: N_("sheltered"),
    Status.OUTREACH: N_("outreach"),
    Status.AFTER_STAY: N_("after her stay"),
    Status.CLOSED: N_("closed"),
}
ROLES: dict[Role, str] = {
    Role.HER: N_("herself"),
    Role.CHILD: N_("child"),
    Role.AUTHOR: N_("person using violence"),
    Role.RELATIVE: N_("close to her"),
    Role.NEW_PARTNER: N_("new partner"),
    Role.OTHER: N_("other person"),
}
GRAMMARS: dict[str, str] = {
    "": N_("as usual"),
    Grammar.FEMININE: N_("she, feminine"),
    Grammar.MASCULINE: N_("he, masculine"),
    Grammar.NEUTRAL: N_("neutral words"),
}
"""How somebody is spoken of, by what the dossier keeps."""
SOURCES: dict[SourceKind, str] = {
    SourceKind.HER: N_("she said it"),
    SourceKind.RELATIVE: N_("someone close to her"),
    SourceKind.POLICE: N_("police service"),
    SourceKind.YOUTH_PROTECTION: N_("youth protection service"),
    SourceKind.TEAM: N_("seen by the team"),
    SourceKind.DOCUMENT: N_("from a document"),
    SourceKind.OTHER: N_("another source"),
}
LANGUAGES: dict[str, str] = {
    "fr": N_("French"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "ar": N_("Arabic"),
    "fa": N_("Dari or Persian"),
    "sw": N_("Swahili"),
    "ne": N_("Nepali"),
    "uk": N_("Ukrainian"),
    "ase": N_("Sign language"),
}
_WEEKDAYS = (
    N_("Monday {day}"),
    N_("Tuesday {day}"),
    N_("Wednesday {day}"),
    N_("Thursday {day}"),
    N_("Friday {day}"),
    N_("Saturday {day}"),
    N_("Sunday {day}"),
)


def risk_key(level: Level) -> str:
    """Return the key by which the theme knows a level."""
    return "none" if level is Level.NOT_ASSESSED else level.value


def initial_of(given: str, initial: str) -> str:
    """Return « Mirabelle E. »."""
    return f"{given}\u00a0{initial}.".strip() if given and initial else given or f"{initial}."[1:]


def language_text(context: Context, language: str) -> str:
    """Return a language by its name; one that was typed stays as it is."""
    known = LANGUAGES.get(language)
    return context.t(known) if known else language


def day_text(context: Context, day: date) -> str:
    """Return a day for a list: its year only where it is not this one."""
    short = day.year == context.clock.today().year
    return (short_date if short else short_date_with_year)(day, context.language)


def hour_text(context: Context, hour: str) -> str:
    """Return ``14:30`` as the language writes it; what is no hour stays as it is."""
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", hour)
    return clock(time(int(found[1]), int(found[2])), context.language) if found else hour


def typed_hour(text: str) -> str:
    """Return what was typed as ``HH:MM``: « 14 h 30 », 14:30, 1430, 9h; or nothing."""
    found = re.fullmatch(r"\s*(\d{1,2})\s*(?:[h:.]\s*)?(\d\d)?\s*", text.replace("\u00a0", " "))
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return ""
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"


def now_hour(context: Context) -> str:
    """Return the hour on the wall, as a form shows it."""
    return clock(context.clock.wall().time(), context.language)


def now_key(context: Context) -> str:
    """Return this minute, as what is due is written."""
    now = context.clock.wall()
    return Due(now.date(), f"{now:%H:%M}").key()


def day_of(key: str) -> date | None:
    """Return the day of something due; nothing where it has none."""
    try:
        return date.fromisoformat(key[:10])
    except ValueError:
        return None


def is_late(context: Context, key: str) -> bool:
    """Tell whether the time of something due has passed."""
    return day_of(key) is not None and key <= now_key(context)


def when_due(context: Context, key: str) -> str:
    """Return « En retard de 3 jours », « Ce soir, 23 h 30 », « Jeudi 18 fév., 13 h »."""
    day = day_of(key)
    if day is None:
        return context.t("No date")
    if is_late(context, key):
        return _late(context, day)
    words = _coming(context, day, key[11:])
    return words if key[11:] == "24:00" else f"{words}, {hour_text(context, key[11:])}"


def _late(context: Context, day: date) -> str:
    days = (context.clock.today() - day).days
    if not days:
        return context.t("Overdue since today")
    return context.tn("{count} day overdue", "{count} days overdue", days)


def _coming(context: Context, day: date, hour: str) -> str:
    today = context.clock.today()
    if day == today:
        evening = hour[:2].isdigit() and _EVENING <= int(hour[:2]) < 24
        return context.t("This evening") if evening else context.t("Today")
    if day == today + timedelta(days=1):
        return context.t("Tomorrow")
    return context.t(_WEEKDAYS[day.weekday()], day=day_text(context, day))


def moment_text(context: Context, moment: datetime) -> str:
    """Return « 16 fév., 14 h 30 »; the hour alone when it was today."""
    hour = clock(moment.time(), context.language)
    if moment.date() == context.clock.today():
        evening = moment.hour >= _EVENING
        words = context.t("this evening, {hour}", hour=hour)
        return words if evening else context.t("today, {hour}", hour=hour)
    return f"{day_text(context, moment.date())}, {hour}"
