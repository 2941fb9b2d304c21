"""Incidents in words: when, how bad, what he did, who says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from filet.domain.ids import PersonId
from filet.domain.incidents import Incident, Severity, SeverityText, within
from filet.domain.kinds import PersonDescribed
from filet.gui.context import Context
from filet.gui.models.weighing import voice_text
from filet.gui.sayings import day_text
from filet.gui.typed import told_text
from filet.i18n.dates import typography


@dataclass(frozen=True, slots=True)
class IncidentSaid:
    """One incident."""

    incident: Incident
    when: str
    degree: str
    what: str
    who: str

    @property
    def sentence(self) -> str:
        """Return what a screen reader says of it."""
        return ", ".join(filter(None, (self.when, self.degree, self.what, self.who)))


@dataclass(frozen=True, slots=True)
class YearSaid:
    """Twelve months of them, and the scale they are read by."""

    rows: tuple[IncidentSaid, ...]
    earlier: int
    """How many were told of before."""
    scale: SeverityText
    today: date

    def sentence(self, context: Context) -> str:
        """Return what the painted months show, as one sentence."""
        if not self.rows:
            return context.t("No dated incident in the last twelve months.")
        count = context.tn(
            "{count} dated incident in the last twelve months",
            "{count} dated incidents in the last twelve months",
            len(self.rows),
        )
        said = (f"{row.when}, {row.degree}" for row in self.rows)
        return f"{count} · {' · '.join(said)}"


def year_said(
    context: Context,
    found: Sequence[Incident],
    severity: Severity,
    names: Mapping[str, str],
    known: Mapping[PersonId, PersonDescribed],
) -> YearSaid:
    """Put the incidents of twelve months into words."""
    today = context.clock.today()
    scale = severity.texts[context.language[:2]]
    shown = within(tuple(found), today)
    rows = (_row(context, one, scale, names, known) for one in shown)
    return YearSaid(tuple(rows), len(found) - len(shown), scale, today)


def degree_text(context: Context, degree: int | None, scale: SeverityText) -> str:
    """Return « gravité 3 », or that nobody said."""
    if degree is None:
        return typography(scale.none, context.language)
    return context.t("severity {degree}", degree=degree)


def _row(
    context: Context,
    one: Incident,
    scale: SeverityText,
    names: Mapping[str, str],
    known: Mapping[PersonId, PersonDescribed],
) -> IncidentSaid:
    day = one.day
    when = day_text(context, day) if day is not None else told_text(context, one.happened)
    item = one.item.partition("@")[0]
    name = typography(names.get(item, item), context.language) if item else ""
    what = " · ".join(filter(None, (name, one.words)))
    degree = degree_text(context, one.severity, scale)
    return IncidentSaid(one, when, degree, what, voice_text(context, one.source, known))
