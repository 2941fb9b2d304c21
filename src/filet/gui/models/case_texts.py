"""What one row of the home list says: in columns for the eye, in a sentence for the ear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from filet.domain.ids import WorkerId
from filet.domain.kinds import Level
from filet.domain.rows import CaseLine
from filet.gui.context import Context
from filet.gui.sayings import (
    LEVELS,
    STATUSES,
    day_of,
    day_text,
    initial_of,
    is_late,
    moment_text,
    risk_key,
    when_due,
)


@dataclass(frozen=True, slots=True)
class RowTexts:
    """The texts of one row."""

    name: str
    number: str
    risk: str
    level: str
    level_note: str
    status: str
    since: str
    due: str
    due_note: str
    late: bool
    worker: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CaseTexts:
    """Says rows. ``numbers_only`` keeps back every name and every free text."""

    context: Context
    workers: Mapping[WorkerId, str] = field(default_factory=dict)
    numbers_only: bool = False

    def name(self, line: CaseLine) -> str:
        """Return how a woman is called in a list: first name and initial, or her number."""
        own = "" if self.numbers_only else initial_of(line.given, line.initial)
        return own or line.number

    def row(self, line: CaseLine) -> RowTexts:
        """Return the texts of one line."""
        t = self.context.t
        name = self.name(line)
        number = "" if name == line.number else line.number
        level, note = t(LEVELS[line.level]), self._level_note(line)
        status, since = t(STATUSES[line.status]), self._since(line)
        due, due_note = when_due(self.context, line.next_due), self._due_note(line)
        late = is_late(self.context, line.next_due)
        worker = self.workers.get(line.worker, "") if line.worker else ""
        follow_up = t("next follow-up: {due}", due=", ".join(filter(None, (due, due_note))))
        said = (
            name,
            number,
            t("level: {level}", level=level),
            note,
            status,
            since,
            follow_up,
            t("worker: {name}", name=worker) if worker else "",
        )
        sentence = ", ".join(filter(None, said))
        return RowTexts(
            name, number, risk_key(line.level), level, note, status, since, due, due_note, late,
            worker, sentence,
        )  # fmt: skip

    def _level_note(self, line: CaseLine) -> str:
        """Return the day of the signature and, past its review, « à revoir »."""
        if line.level is Level.NOT_ASSESSED:
            return ""
        zone = self.context.clock.wall().tzinfo
        signed = datetime.fromtimestamp(line.level_at / 1000, UTC).astimezone(zone)
        today = signed.date() == self.context.clock.today()
        when = moment_text(self.context, signed) if today else day_text(self.context, signed.date())
        late = is_late(self.context, line.review)
        parts = [when, self.context.t("provisional") if line.provisional else ""]
        return " · ".join(filter(None, (*parts, self.context.t("to review") if late else "")))

    def _since(self, line: CaseLine) -> str:
        day = day_of(line.since)
        since = self.context.t("since {day}", day=day_text(self.context, day)) if day else ""
        count = line.children
        children = self.context.tn("{count} child", "{count} children", count) if count else ""
        return " · ".join(filter(None, (since, children)))

    def _due_note(self, line: CaseLine) -> str:
        if not day_of(line.next_due):
            return self.context.t("to plan")
        if not line.next_text:
            return self.context.t("look at the level again")
        return "" if self.numbers_only else line.next_text
