"""What came of going back to a copy, or of saving what can be read: said whole and honestly."""

from __future__ import annotations

from collections.abc import Iterator

from filet.application.restoring import Restored, StandingCopy
from filet.application.salvaging import Rescued
from filet.domain.kinds import Lost
from filet.gui.context import Context
from filet.gui.sayings import moment_text
from filet.i18n.dates import date_and_clock

_MOST = 40
"""Runs of lost entries that a page lists; the journal of what was saved names them all."""


def copy_said(context: Context, copy: StandingCopy) -> str:
    """Return a copy as a list shows it."""
    when = moment_text(context, copy.taken)
    return when if copy.read else context.t("{when}, not read again yet", when=when)


def restored_said(context: Context, done: Restored) -> tuple[str, ...]:
    """Return what a restore did, each thing in its sentence."""
    t = context.t
    taken = done.holds.taken.local()
    when = date_and_clock(taken.date(), taken.time(), context.language)
    lines = [
        t("The dossiers are those of {when}.", when=when),
        t("Those that were there are set aside, whole, in {folder}.", folder=done.aside),
    ]
    if done.erased_again:
        lines.append(
            context.tn(
                "{count} entry that was erased since is erased again.",
                "{count} entries that were erased since are erased again.",
                done.erased_again,
            )
        )
    if not done.erasures_known:
        lines.append(t("The former dossiers could not say what they had erased after this copy."))
    lines += [
        t("{initials} can open them again: withdraw her.", initials=initials)
        for initials in done.opens_again
    ]
    return tuple(lines)


def rescued_said(context: Context, rescued: Rescued) -> tuple[str, ...]:
    """Return how much was saved and lost."""
    tn = context.tn
    read = tn("{count} entry was read.", "{count} entries were read.", rescued.read)
    if not rescued.lost:
        return (read, context.t("Nothing is lost."))
    lost = tn("{count} entry is lost.", "{count} entries are lost.", rescued.lost_entries)
    return (
        read,
        lost,
        context.t("What they said cannot be read any more. The journal says so in their place."),
    )


def lost_said(context: Context, rescued: Rescued) -> tuple[str, ...]:
    """Return which entries are lost, by their place in the journal of a computer."""
    runs = sorted(rescued.lost, key=lambda run: (run.first.chain, run.first.seq))
    lines = list(_runs(context, runs[:_MOST]))
    if len(runs) > _MOST:
        count = len(runs) - _MOST
        lines.append(context.tn("and {count} other", "and {count} others", count))
    return tuple(lines)


def _runs(context: Context, runs: list[Lost]) -> Iterator[str]:
    t = context.t
    for run in runs:
        journal, first = run.first.chain.hex()[:8], run.first.seq
        if run.count == 1:
            yield t("Journal {journal}: entry {first}", journal=journal, first=first)
        else:
            yield t(
                "Journal {journal}: entries {first} to {last}",
                journal=journal,
                first=first,
                last=run.last,
            )
