"""What a plan does not know yet, in lines: what was said since, what no longer holds, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from filet.application.versions import Staleness
from filet.domain.kinds import MeasureWritten
from filet.domain.plan import Situation
from filet.domain.versions import Comparison, Rewritten
from filet.gui.context import Context
from filet.gui.models.idea_rows import SITUATIONS
from filet.gui.models.plan_rows import PAPERS
from filet.gui.sayings import day_text
from filet.i18n import N_
from filet.i18n.dates import typography

_ANSWERS = {
    "if_discovered": N_("What if he finds out?"),
    "read_by_him": N_("What if he reads it?"),
    "phone": N_("Phone number:"),
}
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


def compared_lines(context: Context, changes: Comparison) -> tuple[str, ...]:
    """Return all that differs between two states of a plan, with what it said before."""
    t = context.t
    lines = [
        *(t("Added: {text}", text=one.text) for one in changes.added),
        *(line for one in changes.rewritten for line in _rewritten(context, one)),
        *(t("Taken out: {text}", text=one.text) for one in changes.removed),
        *(t("Moved: {text}", text=one.text) for one in changes.moved),
    ]
    shown = lines or [t("The two plans are the same.")]
    return tuple(typography(line, context.language) for line in shown)


def _rewritten(context: Context, one: Rewritten) -> Iterator[str]:
    """Say how an item reads now and read before, and what else was answered otherwise."""
    t = context.t
    yield t("Changed: {text}", text=one.after.text)
    if "text" in one.about:
        yield t("It said before: {text}", text=one.before.text)
    if "appears" in one.about:
        yield t("May appear: {now}, before: {before}", now=_paper(context, one.after),
                before=_paper(context, one.before))  # fmt: skip
    for field, label in _ANSWERS.items():
        if field in one.about:
            unsaid = t("nothing")
            yield t("{label} {now}, before: {before}", label=t(label),
                    now=getattr(one.after, field) or unsaid,
                    before=getattr(one.before, field) or unsaid)  # fmt: skip


def _paper(context: Context, item: MeasureWritten) -> str:
    return context.t(PAPERS[item.appears])


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
