"""What a plan does not know yet, in lines: what was said since, what no longer holds, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from filet.application.versions import Staleness
from filet.domain.plan import Situation
from filet.domain.versions import Comparison
from filet.gui.context import Context
from filet.gui.models.idea_rows import SITUATIONS
from filet.gui.sayings import day_text
from filet.i18n.dates import typography

MOST = 12
"""Lines that are shown; how many more there are is said."""


def since_title(context: Context, stale: Staleness) -> str:
    """Return how much there is to read over, and since when; nothing where there is none."""
    count = sum(1 for _ in _lines(context, stale, {}))
    if not count:
        return ""
    if stale.at is None:
        return context.tn(
            "{count} item to read over with her", "{count} items to read over with her", count
        )
    day = day_text(context, stale.at.local().date())
    return context.tn(
        "Since the paper of {day}: {count} thing to read over",
        "Since the paper of {day}: {count} things to read over",
        count,
        day=day,
    )


def since_lines(context: Context, stale: Staleness, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the lines, those that weigh most first."""
    return _written(context, _lines(context, stale, names))


def change_lines(context: Context, changes: Comparison, *, then: bool = False) -> tuple[str, ...]:
    """Return what differs between two states of a plan, or that nothing does.

    ``then`` when both are of papers, and neither is her plan of today.
    """
    t = context.t
    same = t("The two papers hold the same plan.") if then else t("Her plan has not changed since.")
    return _written(context, _changes(context, changes)) or (same,)


def _written(context: Context, lines: Iterable[str]) -> tuple[str, ...]:
    """Return lines as the language prints them, and how many more there are."""
    every = [typography(line, context.language) for line in lines]
    more = len(every) - MOST
    if more <= 0:
        return tuple(every)
    return (*every[:MOST], context.tn("And {count} more.", "And {count} more.", more))


def _lines(context: Context, stale: Staleness, names: Mapping[str, str]) -> Iterator[str]:
    t = context.t
    yield from (t("Said since: {item}", item=_named(one, names)) for one in stale.true_now)
    gone = stale.no_longer_true
    yield from (t("No longer said: {item}", item=_named(one, names)) for one in gone)
    lived = (_lived(context, one) for one in stale.lived_now)
    yield from (t("Her life, since: {situation}", situation=one) for one in lived)
    lived = (_lived(context, one) for one in stale.no_longer_lived)
    yield from (t("Her life, no longer: {situation}", situation=one) for one in lived)
    held = stale.not_holding
    yield from (t("What had brought it up is gone: {text}", text=one.text) for one in held)
    yield from _changes(context, stale.changes)


def _changes(context: Context, changes: Comparison) -> Iterator[str]:
    t = context.t
    yield from (t("Added: {text}", text=one.text) for one in changes.added)
    yield from (t("Changed: {text}", text=one.after.text) for one in changes.rewritten)
    yield from (t("Taken out: {text}", text=one.text) for one in changes.removed)
    yield from (t("Moved: {text}", text=one.text) for one in changes.moved)


def _named(item: str, names: Mapping[str, str]) -> str:
    return names.get(item, item)


def _lived(context: Context, situation: str) -> str:
    known = set(Situation)
    return context.t(SITUATIONS[Situation(situation)]) if situation in known else situation
