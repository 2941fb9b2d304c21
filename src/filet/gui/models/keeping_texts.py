"""How the keeping and the end of a dossier are said: times, reasons, copies; never a name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from filet.application.destroying import Certificate
from filet.application.retaining import Kept
from filet.domain.kinds import HoldPlaced, HoldReason
from filet.domain.retention import Rule
from filet.gui.context import Context
from filet.i18n import N_
from filet.i18n.dates import long_date, short_date_with_year

HOLDS: dict[HoldReason, str] = {
    HoldReason.ACCESS_REQUEST: N_("request for access"),
    HoldReason.COURT: N_("court"),
    HoldReason.CORONER: N_("coroner"),
    HoldReason.OTHER: N_("other reason"),
}
_MOST_NAMES = 4


def day(context: Context, when: date) -> str:
    """Return a day in full: years count here."""
    return long_date(when, context.language)


def short(context: Context, when: date) -> str:
    """Return a day for a list, always with its year."""
    return short_date_with_year(when, context.language)


def rule_said(context: Context, rule: Rule) -> str:
    """Return « 7 ans après la fermeture (décidé le 4 mai 2026) »."""
    if not rule.decided:
        return context.t("Not decided yet. Until then, no dossier is ever proposed.")
    said = context.tn(
        "{count} year after it was closed", "{count} years after it was closed", rule.years
    )
    if rule.adopted_on is None:
        return said
    return context.t("{words} (decided on {day})", words=said, day=day(context, rule.adopted_on))


def ahead_said(context: Context, rule: Rule) -> str:
    """Return how long before its time a dossier is listed here."""
    if not rule.ahead:
        return context.t("Listed here on the day itself")
    return context.tn("Listed here {count} day ahead", "Listed here {count} days ahead", rule.ahead)


def closed_said(context: Context, kept: Kept) -> str:
    """Return since when a dossier is closed."""
    if kept.closed is None:
        return context.t("open")
    return context.t("closed on {day}", day=short(context, kept.closed))


def time_said(context: Context, kept: Kept) -> str:
    """Return what keeps a dossier, or when its time is over."""
    if kept.holds:
        return hold_said(context, kept.holds[-1])
    if kept.due is None:
        return ""
    when = short(context, kept.due)
    if kept.over:
        return context.t("its time was over on {day}", day=when)
    return context.t("until {day}", day=when)


def hold_said(context: Context, hold: HoldPlaced) -> str:
    """Return why a dossier is kept, and until when to look at it again."""
    t = context.t
    said = t("kept: {reason}", reason=t(HOLDS[hold.why]))
    if hold.until is None:
        return said
    return t("{words}, to look at again on {day}", words=said, day=short(context, hold.until))


def left_said(context: Context, kept: Kept) -> str:
    """Return how many days are left, or how far somebody already is."""
    if kept.asked is not None:
        return context.t("destruction asked for")
    if kept.holds or kept.due is None or kept.over:
        return ""
    days = (kept.due - context.clock.today()).days
    return context.tn("in {count} day", "in {count} days", days)


def names_said(context: Context, copies: Sequence[str]) -> str:
    """Return the names of the first copies, and how many more there are."""
    names = ", ".join(copies[:_MOST_NAMES])
    more = len(copies) - _MOST_NAMES
    if more <= 0:
        return names
    return context.tn("{names}, and {count} more", "{names}, and {count} more", more, names=names)


def state_said(context: Context, certificate: Certificate) -> str:
    """Return « Détruit » once no known copy holds it, and only then."""
    if certificate.destroyed:
        return context.t("Destroyed: no known copy holds it any more.")
    count, until = len(certificate.copies), certificate.gone.copies_until
    said = context.tn(
        "Gone from the dossiers; {count} copy still holds it.",
        "Gone from the dossiers; {count} copies still hold it.",
        count,
    )
    if until is None:
        return said
    return f"{said} {_by(context, until)}"


def _by(context: Context, until: date) -> str:
    return context.t("They must be gone by {day}.", day=day(context, until))
