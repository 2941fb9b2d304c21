"""Verifies a whole vault: its file, every chain, every blank, every signature, every row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from filet.application.desk import Desk
from filet.application.keeping import Journal
from filet.domain.errors import ChainBroken
from filet.domain.ids import HOUSE, CaseId, Ref, WorkerId
from filet.domain.journal import Head, Sealed, follow, head_of, start
from filet.domain.kinds import NAMES, SIGNED, ContentRemoved, FileDestroyed, WorkerEnrolled
from filet.domain.rows import case_line

Verify = Callable[[bytes, bytes, bytes], bool]
"""Tells whether (public key, signature, message) fit together."""

_SIGNED_KINDS = frozenset(NAMES[kind] for kind in SIGNED)
_REMOVALS = (NAMES[ContentRemoved], NAMES[FileDestroyed])


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    ``what`` is one of: file, chain, cut, blanked, not_emptied, signature, rows, rollback.
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

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


@dataclass(slots=True)
class _Walk:
    """What a walk through every chain gathers."""

    entries: int = 0
    blanks: set[Ref] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


class Checking:
    """Checks the open vault. It changes nothing."""

    def __init__(self, desk: Desk, verify: Verify) -> None:
        self._desk = desk
        self._verify = verify

    def check(self, noticed: tuple[str, ...] = ()) -> Report:
        """Go through all of it; ``noticed`` is what opening it already saw."""
        journal, walk = self._desk.vault.journal, _Walk()
        signers = self._signers()
        walk.findings += [Finding("file", detail=fault) for fault in self._desk.vault.faults()]
        walk.findings += [Finding("rollback", detail=what) for what in noticed]
        heads = journal.heads()
        for head in heads:
            self._walk(walk, head, signers)
        walk.findings += _erasures(journal, walk.blanks)
        cases = tuple(journal.cases())
        walk.findings += self._rows(cases)
        return Report(len(heads), walk.entries, len(walk.blanks), len(cases), tuple(walk.findings))

    def _walk(self, walk: _Walk, head: Head, signers: dict[WorkerId, bytes]) -> None:
        """Follow one chain; after a fault go on from what is written, to find them all."""
        place = start(head.chain)
        for entry in self._desk.vault.journal.sealed(head.chain):
            try:
                place = follow(place, entry)
            except ChainBroken as broken:
                walk.findings.append(_finding("chain", entry.ref, str(broken.fields["fault"])))
                place = head_of(entry)
            self._note(walk, entry, signers)
        if place != head:
            walk.findings.append(_finding("cut", Ref(head.chain, place.seq), f"head {head.seq}"))

    def _note(self, walk: _Walk, entry: Sealed, signers: dict[WorkerId, bytes]) -> None:
        walk.entries += 1
        filling = entry.filling
        if filling is None:
            walk.blanks.add(entry.ref)
        elif filling.meta.kind in _SIGNED_KINDS:
            key, signature = signers.get(filling.meta.by, b""), filling.signature or b""
            if not self._verify(key, signature, entry.hash):
                walk.findings.append(_finding("signature", entry.ref))

    def _signers(self) -> dict[WorkerId, bytes]:
        enrolled = self._desk.vault.journal.of_kinds((NAMES[WorkerEnrolled],), HOUSE)
        return {
            entry.content.worker: bytes.fromhex(entry.content.signing_key)
            for entry in enrolled
            if isinstance(entry.content, WorkerEnrolled)
        }

    def _rows(self, cases: tuple[CaseId, ...]) -> Iterator[Finding]:
        """Compare every home line with the one its dossier makes now."""
        lists = self._desk.vault.lists
        kept = {row.case: lists.unpack(row.packed) for row in lists.all()}
        for case in cases:
            line = case_line(self._desk.fold(case))
            if kept.pop(case, None) != line:
                yield Finding("rows", detail=line.number if line else "")
        for line in kept.values():
            yield Finding("rows", detail=line.number)


def _erasures(journal: Journal, blanks: set[Ref]) -> Iterator[Finding]:
    """Each blank must be named by an erasure, and each erasure must have emptied."""
    named: set[Ref] = set()
    for case in (HOUSE, *journal.cases()):
        named.update(ref for entry in journal.of_kinds(_REMOVALS, case) for ref in entry.refs)
    for ref in sorted(blanks - named):
        yield _finding("blanked", ref)
    for ref in sorted(named - blanks):
        yield _finding("not_emptied", ref)


def _finding(what: str, ref: Ref, detail: str = "") -> Finding:
    return Finding(what, ref.chain.hex(), ref.seq, detail)
