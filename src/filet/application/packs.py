"""Questionnaires of the house: those that Filet brings along, and those that it imported.

A pack that was imported travels in the vault, whole, so that whatever was answered with it
can be read for ever; withdrawing one only stops offering it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from filet.application.desk import Desk, Write
from filet.application.outcome import Outcome, Topic
from filet.application.planning import Plans
from filet.domain.control import Taxonomy
from filet.domain.errors import (
    CutoffOutOfReach,
    NotAllowed,
    PackBroken,
    ReasonMissing,
    UnknownPack,
    WordsMissing,
)
from filet.domain.factors import Marker
from filet.domain.flaws import Fault
from filet.domain.grammar import Lexicon
from filet.domain.ids import HOUSE
from filet.domain.incidents import Severity
from filet.domain.instruments import Instrument, Kind, latest, pack_key
from filet.domain.journal import Entry
from filet.domain.kinds import NAMES, CutoffSet, PackImported, PackPartKept, PackWithdrawn
from filet.domain.levels import Levels, ProposedAction
from filet.domain.packs import (
    Files,
    Kept,
    Tried,
    digest_of,
    joined,
    pieces,
    version_here,
    with_cutoff,
)
from filet.domain.plan import PlanCatalogue
from filet.domain.roles import may_manage
from filet.domain.scoring import score
from filet.domain.stages import Stages
from filet.domain.text import clean
from filet.domain.triggers import Trigger

_KINDS = (NAMES[PackImported], NAMES[PackWithdrawn])
_PIECES = (NAMES[PackPartKept],)


class Shelf(Plans, Protocol):
    """What Filet brings along, and how packs are read."""

    def instrument(self, name: str, version: str | None = None) -> Instrument:
        """Return an instrument, in its last version unless told otherwise. UnknownPack."""

    def gather(self, path: Path) -> tuple[Files, tuple[Fault, ...]]:
        """Return the texts of a pack in a folder, and what is wrong with its files."""

    def grammar(self) -> Lexicon:
        """Return how texts follow the grammar of a dossier, in every language."""

    def tried(self, files: Files) -> Tried:
        """Read a pack from its texts, and run its examples."""

    def shipped_files(self, name: str, version: str) -> Files:
        """Return the texts of a pack that Filet brings along; nothing where it has none."""


class Known(StrEnum):
    """What the house knows already of a pack that somebody chose."""

    NEW = "new"
    SAME = "same"
    """The very same content is offered."""
    BACK = "back"
    """The very same content was withdrawn."""
    MODIFIED = "modified"
    """Its name and version are known with other content."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pack that somebody chose, before anything of it is kept."""

    files: Files
    tried: Tried
    known: Known = Known.NEW

    @property
    def usable(self) -> bool:
        """Whether it may be kept."""
        return self.tried.instrument is not None and not self.tried.faults


@dataclass(frozen=True, slots=True)
class Listed:
    """A pack as the list shows it."""

    instrument: Instrument
    tried: Tried
    kept: Kept | None = None
    """How it was imported; nothing of one that Filet brings along."""
    entry: Entry | None = None
    cutoff: CutoffSet | None = None
    """The threshold that the house set, and when."""
    cutoff_entry: Entry | None = None

    @property
    def counts(self) -> bool:
        """Whether it gives a number that a threshold can be set on."""
        return bool(self.instrument.outcome.score or self.instrument.outcome.count)


class HousePacks:
    """Serves the packs of Filet and of the house as one; imports and withdraws those of the house."""

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self._desk = desk
        self._shelf = shelf
        self._read: dict[str, Tried] = {}

    # What everybody works with ------------------------------------------------------------

    def instruments(self) -> tuple[Instrument, ...]:
        """Return the last version of every instrument that is offered."""
        own = [self._instrument(one.imported) for one in self._kept().values() if one.offered]
        found = [*self._shelf.instruments(), *(one for one in own if one is not None)]
        order, cutoffs = {kind: place for place, kind in enumerate(Kind)}, self.cutoffs()
        known = (with_cutoff(tool, cutoffs.get(pack_key(tool))) for tool in latest(found))
        return tuple(sorted(known, key=lambda tool: (order[tool.kind], tool.id)))

    def instrument(self, name: str, version: str | None = None) -> Instrument:
        """Return an instrument, in its last version unless told otherwise; a withdrawn one too.

        Raises UnknownPack.
        """
        if version is None:
            found = [tool for tool in self.instruments() if tool.id == name]
            return found[0] if found else self._shelf.instrument(name)
        kept = self._kept().get((name, version))
        own = self._tried(kept.imported).instrument if kept is not None else None
        tool = own if own is not None else self._shelf.instrument(name, version)
        return with_cutoff(tool, self.cutoffs().get(pack_key(tool)))

    def grammar(self) -> Lexicon:
        """Return how texts follow the grammar of a dossier, in every language."""
        return self._shelf.grammar()

    def markers(self) -> Sequence[Marker]:
        """Return every marker."""
        return self._shelf.markers()

    def actions(self) -> Sequence[ProposedAction]:
        """Return every action that may be proposed."""
        return self._shelf.actions()

    def triggers(self) -> Sequence[Trigger]:
        """Return what asks that a level and a plan be looked at again."""
        return self._shelf.triggers()

    def severity(self) -> Severity:
        """Return the degrees of an incident."""
        return self._shelf.severity()

    def stages(self) -> Stages:
        """Return the chronology in stages."""
        return self._shelf.stages()

    def tactics(self) -> Sequence[Taxonomy]:
        """Return every version of the list of tactics of control."""
        return self._shelf.tactics()

    def levels(self) -> Levels:
        """Return the levels of the region."""
        return self._shelf.levels()

    def plan(self) -> PlanCatalogue:
        """Return the measures of the region."""
        return self._shelf.plan()

    # What the house decides ---------------------------------------------------------------

    def manages(self) -> bool:
        """Tell whether she may import and withdraw packs."""
        return may_manage(self._desk.duty)

    def listed(self) -> tuple[Listed, ...]:
        """Return every pack: those that Filet brings along, then those of the house."""
        shipped = [Listed(tool, Tried(tool)) for tool in self._shelf.instruments()]
        own = []
        for entry, kept in self._entries():
            tried = self._tried(kept.imported)
            if tried.instrument is not None:
                own.append(Listed(tried.instrument, tried, kept, entry))
        return tuple(self._with_cutoff(one) for one in (*shipped, *own))

    def _with_cutoff(self, listed: Listed) -> Listed:
        entry = self._cutoff_entries().get(pack_key(listed.instrument))
        content = entry.content if entry is not None else None
        if not isinstance(content, CutoffSet) or content.removed:
            return listed
        return replace(listed, cutoff=content, cutoff_entry=entry)

    def consider(self, path: Path) -> Candidate:
        """Read a pack that somebody chose; nothing of it is kept."""
        self._require_manager()
        files, faults = self._shelf.gather(path)
        kept = {name: clean(text) for name, text in files.items()}
        tried = self._shelf.tried(kept)
        said = {one.path for one in faults}
        rest = (one for one in tried.faults if one.path not in said)
        together = replace(tried, faults=(*faults, *rest))
        return Candidate(kept, together, self._known(kept, together.instrument))

    def take_in(
        self, candidate: Candidate, authorised_by: str, authority: str
    ) -> Outcome[PackImported]:
        """Keep a pack in the vault and offer it. Raises NotAllowed, WordsMissing, PackBroken."""
        self._require_manager()
        tool = candidate.tried.instrument
        if tool is None or not candidate.usable:
            raise PackBroken(path="instrument.toml", fault="")
        for field, said in (("authorised_by", authorised_by), ("authority", authority)):
            if not said.strip():
                raise WordsMissing(field=field)
        imported = self._imported(candidate, tool, authorised_by, authority)
        has_it = any(one.digest == imported.digest for one in self._parts(imported.digest))
        parts = () if has_it else tuple(Write(part) for part in pieces(candidate.files))
        self._desk.record_house(*parts, Write(imported))
        return Outcome(imported, frozenset({Topic.HOUSE, Topic.CASE}))

    def withdraw(self, pack: str, version: str, reason: str) -> Outcome[PackWithdrawn]:
        """Offer a pack no longer. Raises NotAllowed, ReasonMissing, UnknownPack."""
        self._require_manager()
        if not reason.strip():
            raise ReasonMissing
        kept = self._kept().get((pack, version))
        if kept is None or not kept.offered:
            raise UnknownPack(name=f"{pack} {version}")
        gone = PackWithdrawn(pack, version, clean(reason))
        self._desk.record_house(Write(gone))
        return Outcome(gone, frozenset({Topic.HOUSE, Topic.CASE}))

    def cutoffs(self) -> dict[str, CutoffSet]:
        """Return the threshold that the house set last for each questionnaire, by its key."""
        found = {key: entry.content for key, entry in self._cutoff_entries().items()}
        return {key: one for key, one in found.items() if isinstance(one, CutoffSet)}

    def _cutoff_entries(self) -> dict[str, Entry]:
        entries = self._desk.vault.journal.of_kinds((NAMES[CutoffSet],), HOUSE)
        return {
            f"{entry.content.pack}-{entry.content.version}": entry
            for entry in entries
            if isinstance(entry.content, CutoffSet)
        }

    def set_cutoff(self, cutoff: CutoffSet) -> Outcome[CutoffSet]:
        """Set a threshold of the house, or take it away; the published ones stay beside it.

        Raises NotAllowed, WordsMissing without source or reason, UnknownPack, and
        CutoffOutOfReach when no answers can come to it, or all of them do.
        """
        self._require_manager()
        for field in ("reason",) if cutoff.removed else ("source", "reason"):
            if not getattr(cutoff, field).strip():
                raise WordsMissing(field=field)
        low, high = self._reach(self.instrument(cutoff.pack, cutoff.version))
        if not cutoff.removed and not low < cutoff.at_least <= high:
            raise CutoffOutOfReach(low=low + 1, high=high)
        self._desk.record_house(Write(cutoff))
        return Outcome(cutoff, frozenset({Topic.HOUSE, Topic.CASE}))

    @staticmethod
    def _reach(tool: Instrument) -> tuple[int, int]:
        """Return the least and the most that its answers come to."""
        whole = score(tool, {}, frozenset())
        least = whole.minimum if whole.minimum is not None else whole.count_minimum
        most = whole.maximum if whole.maximum is not None else whole.count_maximum
        return least or 0, most or 0

    # What all of it is made of ------------------------------------------------------------

    def _require_manager(self) -> None:
        if not self.manages():
            raise NotAllowed

    def _imported(
        self, candidate: Candidate, tool: Instrument, authorised_by: str, authority: str
    ) -> PackImported:
        digest, modified = digest_of(candidate.files), candidate.known is Known.MODIFIED
        before = self._of_digest(digest)
        if before is not None:
            return replace(
                before.imported, authorised_by=clean(authorised_by), authority=clean(authority)
            )
        return PackImported(
            tool.id,
            version_here(tool.version, digest, modified=modified),
            digest,
            tool.version,
            modified,
            tool.licence.holder,
            tool.licence.terms,
            clean(authorised_by),
            clean(authority),
        )

    def _known(self, files: Files, tool: Instrument | None) -> Known:
        if tool is None:
            return Known.NEW
        same = self._of_digest(digest_of(files))
        if same is not None:
            return Known.SAME if same.offered else Known.BACK
        shipped = self._shelf.shipped_files(tool.id, tool.version)
        if shipped:
            return Known.SAME if _cleaned(shipped) == dict(files) else Known.MODIFIED
        taken = {(one.imported.pack, one.imported.declared) for one in self._kept().values()}
        return Known.MODIFIED if (tool.id, tool.version) in taken else Known.NEW

    def _of_digest(self, digest: str) -> Kept | None:
        found = [one for one in self._kept().values() if one.imported.digest == digest]
        return found[0] if found else None

    def _kept(self) -> dict[tuple[str, str], Kept]:
        return {(one.imported.pack, one.imported.version): one for _, one in self._entries()}

    def _entries(self) -> tuple[tuple[Entry, Kept], ...]:
        """Return how each pack was imported last, and whether it was withdrawn since."""
        found: dict[tuple[str, str], tuple[Entry, Kept]] = {}
        for entry in self._desk.vault.journal.of_kinds(_KINDS, HOUSE):
            match entry.content:
                case PackImported(pack=pack, version=version) as imported:
                    found[pack, version] = (entry, Kept(imported))
                case PackWithdrawn(pack=pack, version=version, reason=why):
                    if (pack, version) in found:
                        first, kept = found[pack, version]
                        found[pack, version] = (first, replace(kept, withdrawn=why))
                case _:
                    continue
        return tuple(found.values())

    def _parts(self, digest: str) -> tuple[PackPartKept, ...]:
        entries = self._desk.vault.journal.of_kinds(_PIECES, HOUSE)
        found = (entry.content for entry in entries)
        return tuple(one for one in found if isinstance(one, PackPartKept) and one.digest == digest)

    def _instrument(self, imported: PackImported) -> Instrument | None:
        """Return a pack that may be offered: one that proves itself today as well."""
        tried = self._tried(imported)
        return None if tried.faults else tried.instrument

    def _tried(self, imported: PackImported) -> Tried:
        """Read a pack from the vault, once."""
        if imported.digest not in self._read:
            files = joined(self._parts(imported.digest), imported.digest)
            self._read[imported.digest] = self._shelf.tried(files)
        tried = self._read[imported.digest]
        return replace(tried, instrument=_as_imported(tried.instrument, imported))


def _as_imported(tool: Instrument | None, imported: PackImported) -> Instrument | None:
    if tool is None:
        return None
    modified = tool.modified or imported.modified
    return replace(tool, version=imported.version, modified=modified)


def _cleaned(files: Mapping[str, str]) -> dict[str, str]:
    return {name: clean(text) for name, text in files.items()}
