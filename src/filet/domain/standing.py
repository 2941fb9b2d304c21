"""Which entries still count: nothing is deleted, but entries speak of one another.

An entry refers to those that its writer saw and replaces. ``TakenBack`` voids what it
refers to, ``ContentRemoved`` and ``FileDestroyed`` empty it, every other kind supersedes
it. A void entry's own references count for nothing, so undoing gives back what it had
replaced. A blanked entry says nothing, and its references still count: nothing comes
back to life because something was erased. An entry of a kind that a later Filet invented
is kept and speaks of nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from filet.domain.ids import Ref
from filet.domain.journal import Entry
from filet.domain.kinds import KEPT, ContentRemoved, FileDestroyed, TakenBack

_REMOVALS = (ContentRemoved, FileDestroyed)
_LASTING = tuple(kind for kind in KEPT if kind is not TakenBack)


@dataclass(frozen=True, slots=True)
class Standing:
    """The entries that do not count, by why."""

    void: frozenset[Ref] = frozenset()
    superseded: frozenset[Ref] = frozenset()
    removed: frozenset[Ref] = frozenset()

    def counts(self, entry: Entry) -> bool:
        """Tell whether an entry says something today."""
        if entry.content is None:
            return False
        ref = entry.ref
        return not (ref in self.superseded or ref in self.void or ref in self.removed)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries in the one order in which they are folded."""
    return sorted(entries, key=Entry.order)


def standing(ordered: Sequence[Entry]) -> Standing:
    """Return which of these entries do not count. They must be in order.

    An entry can only speak of earlier ones, so one walk from the last to the first knows
    of each entry whether it is void before its own references are read.
    """
    tally = _Tally(ordered)
    for entry in reversed(ordered):
        tally.read(entry)
    return Standing(frozenset(tally.void), frozenset(tally.superseded), frozenset(tally.removed))


def is_foreign(entry: Entry) -> bool:
    """Tell whether an entry is of a kind that is not known here."""
    return entry.content is None and not entry.blank


class _Tally:
    """The walk's own memory."""

    def __init__(self, ordered: Sequence[Entry]) -> None:
        self._known = {entry.ref: entry for entry in ordered}
        self.void: set[Ref] = set()
        self.superseded: set[Ref] = set()
        self.removed: set[Ref] = set()

    def read(self, entry: Entry) -> None:
        """Add what one entry says of earlier ones."""
        if not entry.refs or entry.ref in self.void or is_foreign(entry):
            return
        targets = self._earlier(entry)
        if isinstance(entry.content, _REMOVALS):
            self.removed.update(ref for ref in targets if not self._is(ref, KEPT, entry))
        elif isinstance(entry.content, TakenBack) and entry.ref not in self.removed:
            self.void.update(ref for ref in targets if not self._is(ref, _LASTING, entry))
        else:
            self.superseded.update(targets)

    def _earlier(self, entry: Entry) -> list[Ref]:
        place = entry.order()
        known = self._known
        return [ref for ref in entry.refs if ref not in known or known[ref].order() < place]

    def _is(self, ref: Ref, kinds: tuple[type, ...], by: Entry) -> bool:
        """Tell whether a reference is protected; only a whole dossier takes all with it."""
        target = self._known.get(ref)
        if target is None or isinstance(by.content, FileDestroyed):
            return False
        return isinstance(target.content, kinds)
