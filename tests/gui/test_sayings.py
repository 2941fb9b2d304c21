"""How days and hours are said, and how they are typed."""

from __future__ import annotations

import pytest
from indoors import Indoors

from filet.domain.moments import Due
from filet.gui.sayings import typed_hour, when_due


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("14 h 30", "14:30"), ("14:30", "14:30"), ("1430", "14:30"), ("9h", "09:00"), ("7", "07:00"),
     ("25:00", ""), ("9:75", ""), ("midi", ""), ("", "")],
)  # fmt: skip
def test_hours_are_read_as_people_type_them(typed: str, hour: str) -> None:
    assert typed_hour(typed) == hour


@pytest.mark.parametrize(
    ("ahead", "hour", "said"),
    [(-3, "", "En retard de 3 jours"), (-1, "", "En retard de 1 jour"),
     (0, "09:00", "En retard depuis aujourd’hui"), (0, "23:30", "Ce soir, 23 h 30"),
     (0, "15:00", "Aujourd’hui, 15 h"), (0, "", "Aujourd’hui"), (1, "09:00", "Demain, 9 h"),
     (3, "", "Jeudi 26 nov.")],
)  # fmt: skip
def test_what_is_due_is_said_by_its_distance(ahead: int, hour: str, said: str) -> None:
    house = Indoors()
    key = Due(house.day(ahead), hour).key()
    assert when_due(house.context, key).replace("\u00a0", " ") == said


def test_what_has_no_day_is_said_too() -> None:
    assert when_due(Indoors().context, "") == "Pas de date"
