"""What second readers think of a level: read side by side with it, never put in its place."""

from __future__ import annotations

from collections.abc import Iterable

from filet.domain.casefile import CaseFile
from filet.domain.ids import LevelId, PersonId, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import Level, LevelSeconded, LevelSigned
from filet.domain.rows import levels

_SEVERITY = {level: rank for rank, level in enumerate(Level)}


def opinions(file: CaseFile, level: LevelId) -> tuple[Entry, ...]:
    """Return the second readings of a level, in the order in which they were signed."""
    return tuple(
        entry
        for entry in file.live.of(LevelSeconded)
        if isinstance(entry.content, LevelSeconded) and entry.content.level_id == level
    )


def reader_of(entry: Entry) -> WorkerId | None:
    """Return whose second reading an entry holds: hers who wrote it, unless it names another."""
    said = entry.content
    return said.second or entry.by if isinstance(said, LevelSeconded) else None


def lowered_from(file: CaseFile, level: Level, persons: Iterable[PersonId]) -> LevelSigned | None:
    """Return the level that stands for one of these persons and that this one would lower.

    The most severe of them; nothing where none is lowered. What is off the axis of severity
    is under every level of it: it says less of the danger.
    """
    current = levels(file)
    found = [current[person][0] for person in persons if person in current]
    higher = [one for one in found if _SEVERITY[one.level] > _SEVERITY[level]]
    return max(higher, key=lambda one: _SEVERITY[one.level], default=None)
