"""Twelve months of what he did: noted by hand or told with a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from builders import dossier, stated

from filet.domain.ids import IncidentId
from filet.domain.incidents import Severity, incidents, months, within
from filet.domain.instruments import Value
from filet.domain.kinds import Content, IncidentNoted
from filet.domain.moments import Precision, Told

SCALE = Severity("filet-gravite", "1", (1, 2, 3, 4, 5), frozenset({"neck_squeezed"}))
TODAY = date(2026, 11, 26)
ONE, OTHER = IncidentId(UUID(int=1)), IncidentId(UUID(int=2))


def on(day: date) -> Told:
    return Told("", day, day, Precision.DAY)


def noted(day: date, severity: int | None = 2, incident: IncidentId = ONE) -> IncidentNoted:
    return IncidentNoted(incident, on(day), severity, SCALE.key, "Il l'a poussée.")


def found(*contents: Content) -> list[tuple[date | None, int | None]]:
    return [(one.day, one.severity) for one in incidents(dossier(*contents), SCALE)]


TOLD = replace(stated(item="neck_squeezed@inventaire-filet-1"), happened=on(date(2026, 3, 3)))


def test_a_dated_yes_stands_there_and_nobody_said_how_bad() -> None:
    assert found(TOLD) == [(date(2026, 3, 3), None)]


def test_what_was_not_dated_or_not_a_yes_or_no_act_of_his_stands_not_there() -> None:
    assert found(replace(TOLD, happened=Told("un soir"))) == []
    assert found(replace(TOLD, value=Value.NO)) == []
    assert found(replace(TOLD, item="depression@inventaire-filet-1")) == []


def test_a_worker_may_say_how_bad_what_was_told_was() -> None:
    graded = replace(noted(date(2026, 3, 3), 4), statement=TOLD.statement)
    (one,) = incidents(dossier(TOLD, graded), SCALE)
    assert (one.severity, one.item) == (4, TOLD.item)


def test_they_come_in_the_order_of_their_days() -> None:
    later, sooner = noted(date(2026, 5, 1), 1), noted(date(2026, 2, 1), 5, OTHER)
    assert found(later, sooner) == [(date(2026, 2, 1), 5), (date(2026, 5, 1), 1)]


def test_the_months_end_with_this_one() -> None:
    assert (months(TODAY)[0], months(TODAY)[-1]) == (date(2025, 12, 1), date(2026, 11, 1))
    assert len(months(date(2026, 1, 31))) == 12


def test_only_twelve_months_are_shown_and_what_may_have_been_in_them() -> None:
    old, edge = noted(date(2025, 11, 30)), noted(date(2025, 12, 1), 3, OTHER)
    found = incidents(dossier(old, edge), SCALE)
    assert [one.severity for one in within(found, TODAY)] == [3]
    winter = Told("l'hiver", date(2025, 10, 1), date(2025, 12, 31), Precision.SEASON)
    assert within(incidents(dossier(replace(old, happened=winter)), SCALE), TODAY)
