"""A dossier is the fold of its entries; this is the only reader of a journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from filet.domain.ids import CaseId, Ref
from filet.domain.journal import Entry
from filet.domain.kinds import Content, ContentRemoved, FileDestroyed, TakenBack
from filet.domain.standing import Standing, in_order, is_foreign, standing

C = TypeVar("C", bound=Content)

_REFOLDED = (TakenBack, ContentRemoved, FileDestroyed)


@dataclass(frozen=True, slots=True)
class Live:
    """Every entry that counts, in order, by what it says."""

    by_kind: Mapping[type[Content], tuple[Entry, ...]] = field(default_factory=dict)

    def of(self, kind: type[Content]) -> tuple[Entry, ...]:
        """Return the entries of one kind that count, in order."""
        return self.by_kind.get(kind, ())


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A dossier as it stands after its last entry. Nothing in it ever changes."""

    case: CaseId
    entries: tuple[Entry, ...] = ()
    live: Live = Live()
    standing: Standing = Standing()

    def all(self, kind: type[C]) -> tuple[C, ...]:
        """Return what counts of one kind, in order."""
        return cast("tuple[C, ...]", tuple(entry.content for entry in self.live.of(kind)))

    def last(self, kind: type[C]) -> C | None:
        """Return what was said last of one kind, or nothing."""
        found = self.live.of(kind)
        return cast("C", found[-1].content) if found else None

    def refs(self, kind: type[C], where: Callable[[C], bool] = lambda _: True) -> tuple[Ref, ...]:
        """Return which entries of a kind count and fit: what a new one would replace."""
        found = self.live.of(kind)
        return tuple(entry.ref for entry in found if where(cast("C", entry.content)))

    def entry(self, ref: Ref) -> Entry | None:
        """Return one of its entries, or nothing."""
        return next((entry for entry in reversed(self.entries) if entry.ref == ref), None)

    def superseded_by(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the earlier entries that this one replaced and that can still be read."""
        wanted = set(entry.refs)
        return tuple(
            found for found in self.entries if found.ref in wanted and found.content is not None
        )


def fold(case: CaseId, entries: Iterable[Entry]) -> CaseFile:
    """Return the dossier that these entries make, in whatever order they are given."""
    ordered = in_order(entries)
    stand = standing(ordered)
    by_kind: dict[type[Content], list[Entry]] = {}
    for entry in ordered:
        if entry.content is not None and stand.counts(entry):
            by_kind.setdefault(type(entry.content), []).append(entry)
    live = Live({kind: tuple(found) for kind, found in by_kind.items()})
    return CaseFile(case, tuple(ordered), live, stand)


def apply(file: CaseFile, entry: Entry) -> CaseFile:
    """Return the dossier after one more entry; the same as folding them all again.

    It is quick when the entry comes last and replaces others; whatever may bring an
    earlier entry back, or empties one, is folded again.
    """
    last = file.entries[-1].order() if file.entries else None
    if (last is not None and entry.order() < last) or isinstance(entry.content, _REFOLDED):
        return fold(file.case, (*file.entries, entry))
    refs = () if is_foreign(entry) else entry.refs
    live = _add(_without(file.live, file.entries, refs), entry)
    gone = file.standing.superseded.union(refs) if refs else file.standing.superseded
    stand = replace(file.standing, superseded=gone)
    return CaseFile(file.case, (*file.entries, entry), live, stand)


def _without(live: Live, entries: Sequence[Entry], refs: Sequence[Ref]) -> Live:
    if not refs:
        return live
    gone = set(refs)
    named = (entry.content for entry in entries if entry.ref in gone)
    kinds = {type(content) for content in named if content is not None}
    kept = dict(live.by_kind)
    for kind in kinds & kept.keys():
        kept[kind] = tuple(entry for entry in kept[kind] if entry.ref not in gone)
    return Live({kind: found for kind, found in kept.items() if found})


def _add(live: Live, entry: Entry) -> Live:
    if entry.content is None:
        return live
    kind = type(entry.content)
    return Live({**live.by_kind, kind: (*live.of(kind), entry)})
