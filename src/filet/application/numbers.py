"""The numbers of the emergency page: those that Filet brings, and what the house knows of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol
from uuid import uuid4

from filet.application.desk import Desk, Write
from filet.application.outcome import Outcome, Topic
from filet.domain.directory import EMERGENCY, Directory, Number, is_withdrawn, with_house
from filet.domain.errors import NumberWithdrawn, WordsMissing
from filet.domain.ids import HOUSE
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
        whole, gone = with_house(self._data.directory(), self.kept()), self._gone()
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
        entries = self._desk.vault.journal.of_kinds((NAMES[NumberSet],), HOUSE)
        found = (entry.content for entry in entries)
        return {one.number: one for one in found if isinstance(one, NumberSet)}

    def keep(self, number: NumberSet) -> Outcome[NumberSet]:
        """Keep a number as it is now known, and return how it was known before.

        Raises NumberWithdrawn, WordsMissing.
        """
        kept = cleaned(number)
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


def new_number() -> str:
    """Return the identity of a number of the house."""
    return str(uuid4())
