"""Two appreciations side by side, in words: who, when, why, and what was told otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from filet.domain.casefile import CaseFile
from filet.domain.comparing import Difference, Differs
from filet.domain.ids import PersonId, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import PersonDescribed
from filet.domain.rows import people
from filet.domain.statements import Reading
from filet.gui.context import Context
from filet.gui.models.signed_level import LevelSaid, level_said
from filet.gui.models.weighing import values_text, voice_text
from filet.i18n import N_
from filet.i18n.dates import typography

_TITLES: Mapping[Differs, str] = {
    Differs.NEW: N_("New"),
    Differs.CHANGED: N_("Changed"),
    Differs.KNOWN_SINCE: N_("Not known then, known since"),
    Differs.NOT_KNOWN_SINCE: N_("Known then, not known since"),
    Differs.WITHDRAWN: N_("Withdrawn"),
}


@dataclass(frozen=True, slots=True)
class ComparedSaid:
    """Both levels, the earlier one first, and what differs, group by group."""

    levels: tuple[LevelSaid, LevelSaid]
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    text: str
    """All of it as one text, in the order in which it is read."""


def picked(context: Context, file: CaseFile, entry: Entry, workers: Mapping[WorkerId, str]) -> str:
    """Return what an appreciation is called in a list of them."""
    said = level_said(context, file, entry, workers)
    parts = (f"{said.name}, {said.when}", said.who, said.concerned)
    gone = "" if file.standing.counts(entry) else context.t("withdrawn")
    return " · ".join(filter(None, (*parts, gone)))


def compared(
    context: Context,
    file: CaseFile,
    both: tuple[Entry, Entry],
    found: Sequence[Difference],
    workers: Mapping[WorkerId, str],
    names: Mapping[str, str],
) -> ComparedSaid:
    """Put two appreciations and what differs between them into words."""
    first, last = sorted(both, key=Entry.order)
    levels = (
        level_said(context, file, first, workers),
        level_said(context, file, last, workers),
    )
    groups = tuple(_groups(context, found, names, people(file)))
    return ComparedSaid(levels, groups, "\n".join(_lines(context, levels, groups)))


def _groups(
    context: Context,
    found: Sequence[Difference],
    names: Mapping[str, str],
    known: Mapping[PersonId, PersonDescribed],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for how, title in _TITLES.items():
        lines = tuple(_difference(context, one, names, known) for one in found if one.how is how)
        if lines:
            yield context.t(title), lines


def _difference(
    context: Context,
    one: Difference,
    names: Mapping[str, str],
    known: Mapping[PersonId, PersonDescribed],
) -> str:
    """Return « Arme à portée : ne sait pas, puis oui (la police) »."""
    item = one.item.partition("@")[0]
    name = typography(names.get(item, item), context.language)
    said = context.t(
        "{what}: {before}, then {after}",
        what=name,
        before=_read(context, one.before),
        after=_read(context, one.after),
    )
    telling = one.after or one.before
    statements = telling.statements if telling else ()
    voices = [voice_text(context, made.source, known) for made in statements]
    who = ", ".join(dict.fromkeys(voices))
    return f"{said} ({who})" if who else said


def _read(context: Context, reading: Reading | None) -> str:
    if reading is not None and reading.scale is not None:
        return f"{reading.scale}/10"
    return values_text(context, reading.values if reading is not None else ())


def _lines(
    context: Context,
    levels: tuple[LevelSaid, LevelSaid],
    groups: Sequence[tuple[str, Sequence[str]]],
) -> Iterator[str]:
    for said in levels:
        yield from _level_lines(context, said)
        yield ""
    yield context.t("What was told otherwise")
    for title, lines in groups:
        yield title
        yield from (f"- {line}" for line in lines)
    if not groups:
        yield context.t("Nothing was told otherwise between the two.")


def _level_lines(context: Context, said: LevelSaid) -> Iterator[str]:
    t = context.t
    yield " · ".join(filter(None, (said.name, said.when, said.who)))
    yield said.concerned
    parts = {t("Why"): said.reasons or said.added, t("Taken into account"): said.taken,
             t("Discussed with"): said.discussed}  # fmt: skip
    for title, text in parts.items():
        if text.strip():
            yield t("{words}: {more}", words=title, more=text)
    yield from (one.sentence + (f": {one.reasons}" if one.reasons else "") for one in said.opinions)
