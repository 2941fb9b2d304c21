"""Versions of a plan: each paper freezes one; what has changed since, and what no longer holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from filet.application.desk import Desk
from filet.application.picture import in_use
from filet.application.planning import Plans, bare, measures, raised, situations, tellable
from filet.domain.casefile import CaseFile, fold
from filet.domain.errors import WordsMissing
from filet.domain.grammar import spoken
from filet.domain.ids import CaseId, PaperId
from filet.domain.journal import Entry
from filet.domain.kinds import MeasureWritten, PaperIssued
from filet.domain.moments import Instant
from filet.domain.papers import NOT_OF_A_PLAN
from filet.domain.plan import holds
from filet.domain.speaking import forms_of
from filet.domain.versions import Comparison, compare


@dataclass(frozen=True, slots=True)
class Version:
    """A state of a plan that papers were made from, the first of them at a moment."""

    number: int
    at: Instant
    papers: tuple[PaperIssued, ...]
    items: tuple[MeasureWritten, ...]


@dataclass(frozen=True, slots=True)
class Staleness:
    """What a plan does not know yet, since the moment of its last paper if it has one.

    ``changes`` are those of the plan itself. ``true_now`` and ``no_longer_true`` are items
    of instruments that she may be told of, ``lived_now`` and ``no_longer_lived`` what a
    worker says of her life; ``not_holding`` are items of the plan whose idea nothing
    brings up any more.
    """

    at: Instant | None = None
    changes: Comparison = field(default_factory=Comparison)
    true_now: tuple[str, ...] = ()
    no_longer_true: tuple[str, ...] = ()
    lived_now: tuple[str, ...] = ()
    no_longer_lived: tuple[str, ...] = ()
    not_holding: tuple[MeasureWritten, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether the plan, or its last paper, is to be read over."""
        facts = (self.true_now, self.no_longer_true, self.lived_now, self.no_longer_lived)
        return bool(self.changes or any(facts) or self.not_holding)


@dataclass(frozen=True, slots=True)
class _Known:
    """What brings ideas up, at some moment."""

    items: frozenset[str]
    markers: frozenset[str]
    lived: frozenset[str]


class Versions:
    """Reads a plan at the moments when it became paper."""

    def __init__(self, desk: Desk, plans: Plans) -> None:
        self._desk = desk
        self._plans = plans

    def versions(self, case: CaseId) -> tuple[Version, ...]:
        """Return every version, the first one first; papers of one state share it."""
        file = self._desk.read(case)
        found: list[Version] = []
        for entry in file.live.of(PaperIssued):
            issued = entry.content
            if not isinstance(issued, PaperIssued) or entry.moment is None:
                continue
            if issued.template in NOT_OF_A_PLAN:
                continue
            items = measures(_as_seen(file, entry, issued))
            if found and found[-1].items == items:
                found[-1] = replace(found[-1], papers=(*found[-1].papers, issued))
            else:
                found.append(Version(len(found) + 1, entry.moment, (issued,), items))
        return tuple(found)

    def compare(self, case: CaseId, before: PaperId, after: PaperId | None = None) -> Comparison:
        """Return what differs between the plans of two papers, or since one until today.

        Raises WordsMissing when no version holds such a paper.
        """
        known = self.versions(case)
        now = measures(self._desk.read(case)) if after is None else _of(known, after).items
        return compare(_of(known, before).items, now)

    def staleness(self, case: CaseId) -> Staleness:
        """Return what has changed since the last paper, and which items no longer hold."""
        file = self._desk.read(case)
        now = self._known(file)
        found = Staleness(not_holding=self._not_holding(file, now))
        papers = [
            entry
            for entry in file.live.of(PaperIssued)
            if isinstance(entry.content, PaperIssued)
            and entry.content.template not in NOT_OF_A_PLAN
        ]
        issued = papers[-1].content if papers else None
        if not isinstance(issued, PaperIssued):
            return found
        seen = _as_seen(file, papers[-1], issued)
        then = self._known(seen)
        return replace(
            found,
            at=papers[-1].moment,
            changes=compare(measures(seen), measures(file)),
            true_now=tuple(sorted(now.items - then.items)),
            no_longer_true=tuple(sorted(then.items - now.items)),
            lived_now=tuple(sorted(now.lived - then.lived)),
            no_longer_lived=tuple(sorted(then.lived - now.lived)),
        )

    def item_names(self, case: CaseId, language: str) -> Mapping[str, str]:
        """Return what the items of instruments are called; the first to use an id names it."""
        forms = forms_of(self._desk.read(case))
        tools = reversed(spoken(tuple(self._plans.instruments()), forms))
        return {
            item.id: tool.texts[language].items[item.id].name
            for tool in tools
            for item in tool.items
        }

    def _known(self, file: CaseFile) -> _Known:
        keys = tellable(file)
        markers = raised(in_use(file, self._plans), keys)
        return _Known(bare(keys), markers, situations(file))

    def _not_holding(self, file: CaseFile, now: _Known) -> tuple[MeasureWritten, ...]:
        """Return the items whose idea held when they were last written, and does not now.

        What she wrote again since then is hers: nobody asks twice.
        """
        entries = {entry.content: entry for entry in file.live.of(MeasureWritten)}
        return tuple(
            item
            for item in measures(file)
            if item.origin
            and not self._holds(item, now)
            and self._holds(item, self._known(_until(file, entries[item])))
        )

    def _holds(self, item: MeasureWritten, known: _Known) -> bool:
        return holds(self._plans.plan(), item.origin, known.items, known.markers, known.lived)


def _of(versions: Sequence[Version], paper: PaperId) -> Version:
    for version in versions:
        if any(issued.paper == paper for issued in version.papers):
            return version
    raise WordsMissing(field="paper")


def _as_seen(file: CaseFile, entry: Entry, issued: PaperIssued) -> CaseFile:
    """Return the dossier as its writer saw it: what another computer wrote came later."""
    if not issued.as_of:
        return _until(file, entry)
    heads = {ref.chain: ref.seq for ref in issued.as_of}
    seen = [one for one in file.entries if one.ref.seq <= heads.get(one.ref.chain, 0)]
    return fold(file.case, seen)


def _until(file: CaseFile, entry: Entry) -> CaseFile:
    place = entry.order()
    return fold(file.case, [one for one in file.entries if one.order() <= place])
