"""Two appreciations side by side: what was told of each item then, and later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from filet.domain.casefile import CaseFile, fold
from filet.domain.instruments import Value
from filet.domain.journal import Entry
from filet.domain.kinds import LevelSigned, StatementMade
from filet.domain.statements import Reading, by_item

_UNKNOWING = frozenset({Value.UNKNOWN, Value.DECLINED})


class Differs(StrEnum):
    """How an item reads otherwise, in the order in which it is told."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN_SINCE = "known_since"
    """It was not known, or she preferred not to say; it is known now."""
    NOT_KNOWN_SINCE = "not_known_since"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Difference:
    """One item, as it read at each of two appreciations."""

    item: str
    how: Differs
    before: Reading | None
    after: Reading | None


def signed_levels(file: CaseFile) -> tuple[Entry, ...]:
    """Return every level that was ever signed and can still be read, withdrawn ones too."""
    return tuple(entry for entry in file.entries if isinstance(entry.content, LevelSigned))


def differences(file: CaseFile, one: Entry, other: Entry) -> tuple[Difference, ...]:
    """Return what reads otherwise between two appreciations, whichever is named first."""
    first, last = sorted((one, other), key=Entry.order)
    before, after = told_at(file, first), told_at(file, last)
    found = list(_found(before, after))
    order = {how: place for place, how in enumerate(Differs)}
    return tuple(sorted(found, key=lambda found: order[found.how]))


def told_at(file: CaseFile, entry: Entry) -> Mapping[str, Reading]:
    """Return what was told of each item when an entry was written."""
    earlier = [one for one in file.entries if one.order() <= entry.order()]
    return by_item(fold(file.case, earlier).all(StatementMade))


def _found(before: Mapping[str, Reading], after: Mapping[str, Reading]) -> Iterator[Difference]:
    for item in dict.fromkeys((*before, *after)):
        was, now = before.get(item), after.get(item)
        how = _how(was, now)
        if how is not None:
            yield Difference(item, how, was, now)


def _how(was: Reading | None, now: Reading | None) -> Differs | None:
    if now is None:
        return Differs.WITHDRAWN
    if was is None:
        return Differs.NEW
    if (was.values, was.scale) == (now.values, now.scale):
        return None
    if _is_unknown(was) and not _is_unknown(now):
        return Differs.KNOWN_SINCE
    if _is_unknown(now) and not _is_unknown(was):
        return Differs.NOT_KNOWN_SINCE
    return Differs.CHANGED


def _is_unknown(reading: Reading) -> bool:
    """Tell whether nobody knows; a question to come back to is not known yet."""
    return reading.scale is None and reading.values <= _UNKNOWING
