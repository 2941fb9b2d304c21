"""What second readers think, and which level a new one would lower."""

from __future__ import annotations

from datetime import date

import pytest
from builders import dossier, person, ref
from examples import LEVEL

from filet.domain.kinds import Level, LevelSeconded, LevelSigned, Opinion
from filet.domain.moments import Due
from filet.domain.opinions import lowered_from, opinions, reader_of

HER, CHILD = person(1), person(2)


def level(which: Level, *persons: object) -> LevelSigned:
    due = Due(date(2027, 2, 18))
    whom = persons or (HER,)
    return LevelSigned(LEVEL, which, whom, (), "x", due, False, (), (), "", "", ())  # type: ignore[arg-type]  # persons of a test


@pytest.mark.parametrize(
    ("new", "lowered"),
    [
        (Level.NOT_ESTABLISHED, Level.AGGRAVATED),
        (Level.MODERATE, Level.AGGRAVATED),
        (Level.AGGRAVATED, None),
        (Level.IMMINENT, None),
    ],
)
def test_only_a_milder_level_lowers(new: Level, lowered: Level | None) -> None:
    found = lowered_from(dossier(level(Level.AGGRAVATED)), new, (HER,))
    assert (found.level if found else None) is lowered


def test_the_level_of_somebody_else_is_not_lowered() -> None:
    assert lowered_from(dossier(level(Level.IMMINENT, HER)), Level.MODERATE, (CHILD,)) is None


def test_a_reading_is_hers_who_wrote_it_unless_it_names_another() -> None:
    own = LevelSeconded(LEVEL, Opinion.SHARES, Level.MODERATE, ref("a", 1))
    file = dossier(level(Level.MODERATE), own)
    (entry,) = opinions(file, LEVEL)
    assert reader_of(entry) == entry.by
