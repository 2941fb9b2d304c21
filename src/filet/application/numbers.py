"""The numbers of the emergency page: those that Filet brings, and what the house knows of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol
from uuid import uuid4

from filet.application.desk import Desk, Write
from filet.application.outcome import Outcome, Topic
from filet.domain.directory import (
    EMERGENCY,
    Directory,
    Number,
    Written,
    dialled,
    is_withdrawn,
    with_house,
)
from filet.domain.errors import NumberWithdrawn, WordsMissing
from filet.domain.ids import HOUSE
from filet.domain.journal import Entry
from filet.domain.kinds import NAMES, NumberRetired, NumberSet
from filet.domain.standing import in_order
from filet.domain.text import cleaned


class Directories(Protocol):
    """Where the numbers of the region stand."""

    def directory(self) -> Directory:
        """Return them."""


class Numbers:
    """Reads and keeps numbers; a confirmation says who called, and when."""

    def __init__(self, desk: Desk, data: Directories) -> None:
        self._desk, self._data = desk, data

    def directory(self) -> Directory:
        """Return the emergency page as the house knows it; what it retired is not there."""
        entries, gone = self._entries(), self._gone()
        written = {name: found for name, one in entries.items() if (found := self._written(one))}
        whole = with_house(self._data.directory(), self.kept(), written)
        return replace(whole, numbers=tuple(one for one in whole.numbers if one.id not in gone))

    def retired(self) -> tuple[Number, ...]:
        """Return the numbers that Filet brings and that the house retired."""
        gone = self._gone()
        return tuple(one for one in self._data.directory().numbers if one.id in gone)

    def retire(self, number: str) -> Outcome[None]:
        """Use a number that Filet brings no more; 911 always stays."""
        return self._turn(NumberRetired(number))

    def bring_back(self, number: str) -> Outcome[None]:
        """Use a number again that was retired."""
        return self._turn(NumberRetired(number, back=True))

    def _turn(self, turned: NumberRetired) -> Outcome[None]:
        shipped = {one.id: one.number for one in self._data.directory().numbers}
        if shipped.get(turned.number, EMERGENCY) == EMERGENCY:
            raise WordsMissing(field="number")
        self._desk.record_house(Write(turned))
        return Outcome(None, frozenset({Topic.HOUSE}))

    def _gone(self) -> frozenset[str]:
        """Return the numbers about which the last word of the house is that they are retired."""
        entries = self._desk.vault.journal.of_kinds((NAMES[NumberRetired],), HOUSE)
        said = [entry.content for entry in in_order(entries)]
        last = {one.number: one.back for one in said if isinstance(one, NumberRetired)}
        return frozenset(number for number, back in last.items() if not back)

    def kept(self) -> Mapping[str, NumberSet]:
        """Return the last word of the house about each number."""
        found = (entry.content for entry in self._entries().values())
        return {one.number: one for one in found if isinstance(one, NumberSet)}

    def _entries(self) -> Mapping[str, Entry]:
        """Return the entry of the last word about each number."""
        entries = self._desk.vault.journal.of_kinds((NAMES[NumberSet],), HOUSE)
        return {
            entry.content.number: entry
            for entry in in_order(entries)
            if isinstance(entry.content, NumberSet)
        }

    def _written(self, entry: Entry) -> Written | None:
        """Return on which day an entry was written, and by whom."""
        if entry.moment is None or entry.by is None:
            return None
        worker = self._desk.roster.workers.get(entry.by)
        return Written(entry.moment.local().date(), worker.called if worker else "")

    def keep(self, number: NumberSet) -> Outcome[NumberSet]:
        """Keep a number as it is now known, and return how it was known before.

        Who called an other number than the one that is written now checked nothing of it:
        that is forgotten, unless she says that she called again. Raises NumberWithdrawn,
        WordsMissing.
        """
        kept = _checked_still(cleaned(number), self.kept().get(number.number))
        if is_withdrawn(kept.phone):
            raise NumberWithdrawn
        for field in ("name", "phone"):
            if not getattr(kept, field).strip():
                raise WordsMissing(field=field)
        if kept.verified_on is not None and not kept.verified_by.strip():
            raise WordsMissing(field="verified_by")
        former = self.kept().get(kept.number, replace(kept, removed=True))
        self._desk.record_house(Write(kept))
        return Outcome(former, frozenset({Topic.HOUSE}))


def _checked_still(kept: NumberSet, before: NumberSet | None) -> NumberSet:
    """Return a number without its check where that was of another number."""
    if before is None or before.removed or dialled(kept.phone) == dialled(before.phone):
        return kept
    same = (kept.verified_on, kept.verified_by) == (before.verified_on, before.verified_by)
    return replace(kept, verified_on=None, verified_by="") if same else kept


def new_number() -> str:
    """Return the identity of a number of the house."""
    return str(uuid4())
