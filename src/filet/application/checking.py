"""Verifies a whole vault: its file, every chain, every blank, every signature, every row."""

from __future__ import annotations

from dataclasses import dataclass, field

from filet.application.desk import Desk
from filet.application.hands import HAND_KINDS, Hands, Verify
from filet.application.hands import hands as read_hands
from filet.domain.deciding import decided_words
from filet.domain.errors import ChainBroken, VaultDamaged
from filet.domain.ids import Ref
from filet.domain.journal import Head, Sealed, follow, head_of, is_lost, start
from filet.domain.kinds import (
    NAMES,
    SIGNED,
    ContentRemoved,
    ExportBegun,
    FileDestroyed,
    LevelSeconded,
    Lost,
    VaultSalvaged,
)
from filet.domain.rows import case_line

_SIGNED_KINDS = frozenset(NAMES[kind] for kind in SIGNED) - frozenset(HAND_KINDS)
"""Those that give a key are looked at on their own."""
_BY_TWO = (NAMES[FileDestroyed], NAMES[ExportBegun], NAMES[LevelSeconded])
_REMOVALS = (NAMES[ContentRemoved], NAMES[FileDestroyed])


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    ``what`` is one of: file, chain, cut, blanked, not_emptied, hand, signature,
    second, rows, rollback.
    """

    what: str
    chain: str = ""
    seq: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check went through, and what it found."""

    chains: int
    entries: int
    blanks: int
    dossiers: int
    findings: tuple[Finding, ...]
    lost: int = 0
    """Places of entries that a salvage could not read; it named them, so nothing is hidden."""

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


@dataclass(slots=True)
class _Walk:
    """What a walk through every chain gathers."""

    chains: int = 0
    entries: int = 0
    dossiers: int = 0
    blanks: set[Ref] = field(default_factory=set)
    named: set[Ref] = field(default_factory=set)
    """What an erasure or a destruction says it emptied."""
    lost: set[Ref] = field(default_factory=set)
    """What only holds the place of an entry that could not be read."""
    named_lost: list[Lost] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def losses(self) -> set[Ref]:
        """Return the lost places that a salvage names."""
        return {ref for ref in self.lost if any(ref in run for run in self.named_lost)}


class Checking:
    """Checks the open vault. It changes nothing."""

    def __init__(self, desk: Desk, verify: Verify) -> None:
        self._desk = desk
        self._verify = verify

    def check(self, noticed: tuple[str, ...] = ()) -> Report:
        """Go through all of it; ``noticed`` is what opening it already saw."""
        walk = _Walk()
        walk.findings += [Finding("file", detail=fault) for fault in self._desk.vault.faults()]
        walk.findings += [Finding("rollback", detail=what) for what in noticed]
        for part in (self._chains, self._rows):
            try:
                part(walk)
            except VaultDamaged as damage:
                walk.findings.append(Finding("file", detail=str(damage.fields.get("detail", ""))))
        counts = (walk.chains, walk.entries, len(walk.blanks), walk.dossiers)
        return Report(*counts, tuple(walk.findings), len(walk.losses()))

    def _chains(self, walk: _Walk) -> None:
        """Follow every chain; each blank must be named by an erasure, and each be emptied."""
        hands = read_hands(self._desk.vault.journal, self._verify)
        walk.findings += [_finding("hand", ref) for ref in hands.untrusted]
        for head in self._desk.vault.journal.heads():
            walk.chains += 1
            self._walk(walk, head, hands)
        walk.findings += [
            _finding("blanked", ref) for ref in sorted(walk.blanks - walk.named - walk.losses())
        ]
        walk.findings += [_finding("not_emptied", ref) for ref in sorted(walk.named - walk.blanks)]

    def _walk(self, walk: _Walk, head: Head, hands: Hands) -> None:
        """Follow one chain; after a fault go on from what is written, to find them all."""
        place, lost = start(head.chain), False
        for entry in self._desk.vault.journal.sealed(head.chain):
            try:
                place = follow(place, entry, after_loss=lost)
            except ChainBroken as broken:
                walk.findings.append(_finding("chain", entry.ref, str(broken.fields["fault"])))
                place = head_of(entry)
            lost = is_lost(entry)
            self._note(walk, entry, hands)
        if place != head:
            walk.findings.append(_finding("cut", Ref(head.chain, place.seq), f"head {head.seq}"))

    def _note(self, walk: _Walk, entry: Sealed, hands: Hands) -> None:
        walk.entries += 1
        filling = entry.filling
        if filling is None:
            walk.blanks.add(entry.ref)
            if is_lost(entry):
                walk.lost.add(entry.ref)
            return
        if filling.meta.kind in _REMOVALS:
            walk.named.update(entry.header.refs)
        if filling.meta.kind == NAMES[VaultSalvaged]:
            walk.named_lost += self._named_lost(entry.ref)
        if filling.meta.kind in _SIGNED_KINDS and not hands.signed(entry):
            walk.findings.append(_finding("signature", entry.ref))
        if filling.meta.kind in _BY_TWO and not self._co_signed(entry, hands):
            walk.findings.append(_finding("second", entry.ref))

    def _co_signed(self, entry: Sealed, hands: Hands) -> bool:
        """Tell whether the second person whom a decision names signed its very words."""
        (told,) = self._desk.vault.journal.at([entry.ref])
        match told.content:
            case FileDestroyed() | ExportBegun() | LevelSeconded() as decided if decided.second:
                return hands.co_signed(
                    decided.second, told.order(), decided.second_signature, decided_words(decided)
                )
            case _:
                return True

    def _named_lost(self, ref: Ref) -> tuple[Lost, ...]:
        (told,) = self._desk.vault.journal.at([ref])
        return told.content.lost if isinstance(told.content, VaultSalvaged) else ()

    def _rows(self, walk: _Walk) -> None:
        """Compare every home line with the one its dossier makes now."""
        lists = self._desk.vault.lists
        kept = {row.case: lists.unpack(row.packed) for row in lists.all()}
        for case in self._desk.vault.journal.cases():
            walk.dossiers += 1
            line = case_line(self._desk.fold(case), self._desk.triggers())
            if kept.pop(case, None) != line:
                walk.findings.append(Finding("rows", detail=line.number if line else ""))
        walk.findings += [Finding("rows", detail=line.number) for line in kept.values()]


def _finding(what: str, ref: Ref, detail: str = "") -> Finding:
    return Finding(what, ref.chain.hex(), ref.seq, detail)
