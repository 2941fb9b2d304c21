"""The way through every entry that leaves: a few at a time, and little of them kept in memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from filet.application.copying import Between
from filet.application.export_tables import AT_ONCE, json_line
from filet.application.keeping import Journal
from filet.domain.ids import CaseId, Ref
from filet.domain.journal import Entry, Head
from filet.domain.kinds import KEPT, KINDS, CaseCreated, CaseOpened
from filet.domain.standing import Standing, in_order, standing

_SEQ_BITS = 48
_SOMETHING = CaseOpened()
"""Stands for any content of which only that it is there matters."""


class Walk:
    """Goes through all of it for the lines; then again, kind by kind, for the tables.

    Of each entry that she may see, its place is kept in eight bytes. Those that speak of
    others, or that nothing replaces, are kept without what they say.
    """

    def __init__(
        self, whole: Journal, seen: Journal, heads: Sequence[Head], between: Between
    ) -> None:
        self._whole, self._seen = whole, seen
        self._heads, self._between = heads, between
        self._places: dict[str, array[int]] = {}
        self._speaking: list[Entry] = []
        self.numbers: dict[CaseId, str] = {}
        """The human number of each dossier, once the lines were gone through."""

    def lines(self) -> Iterator[bytes]:
        """Return every entry as a line, some at once."""
        for chain, head in enumerate(self._heads):
            for first in range(0, head.seq, AT_ONCE):
                count = min(AT_ONCE, head.seq - first)
                sealed = tuple(islice(self._whole.sealed(head.chain, first), count))
                seen = self._seen.at(one.ref for one in sealed)
                for entry in seen:
                    self._note(chain, entry)
                hers = {one.ref for one in seen}
                yield b"".join(json_line(one, shown=one.ref in hers) for one in sealed)
                self._between()

    def standing(self) -> Standing:
        """Return which entries do not count any more."""
        return standing(in_order(self._speaking))

    def has(self, kind: str) -> bool:
        """Tell whether there is any entry of a kind."""
        return kind in self._places

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Return the entries of a kind, read again."""
        places = self._places[kind]
        for first in range(0, len(places), AT_ONCE):
            yield from self._seen.at(map(self._ref, places[first : first + AT_ONCE]))

    def _note(self, chain: int, entry: Entry) -> None:
        content = entry.content
        if entry.kind in KINDS:
            places = self._places.setdefault(entry.kind, array("Q"))
            places.append(chain << _SEQ_BITS | entry.ref.seq)
        if isinstance(content, CaseCreated) and entry.case is not None:
            self.numbers[entry.case] = content.number
        lasts = isinstance(content, KEPT)
        if lasts or entry.refs:
            kept = content if lasts or content is None else _SOMETHING
            self._speaking.append(replace(entry, content=kept))

    def _ref(self, place: int) -> Ref:
        return Ref(self._heads[place >> _SEQ_BITS].chain, place & (1 << _SEQ_BITS) - 1)
