"""Keeping a dossier from destruction, destroying it by two, and saying where it may still be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filet.application.backing_up import book_of
from filet.application.desk import Desk, Write, told
from filet.application.erasing import Erasing
from filet.application.outcome import Outcome, Topic
from filet.application.workers import Workers
from filet.domain.casefile import CaseFile
from filet.domain.copies import LONGEST
from filet.domain.deciding import destruction_words
from filet.domain.errors import DossierHeld
from filet.domain.ids import HOUSE, CaseId, Ref, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import (
    NAMES,
    CaseCreated,
    ErasureReason,
    FileDestroyed,
    HoldLifted,
    HoldPlaced,
    HoldReason,
)
from filet.domain.standing import in_order


@dataclass(frozen=True, slots=True)
class Certificate:
    """One destruction: what was decided, and which copies still hold it today."""

    entry: Entry
    gone: FileDestroyed
    copies: tuple[str, ...]

    @property
    def destroyed(self) -> bool:
        """Whether no known copy holds it any more: only then is « Détruit » said."""
        return not self.copies


@dataclass(frozen=True, slots=True)
class Agreed:
    """What two agreed to destroy, as the first of them signed it."""

    case: CaseId
    reason: ErasureReason
    as_of: tuple[Ref, ...]
    number: str
    other: WorkerId
    signature: str


class Destroying:
    """Decides what becomes of a dossier whose time is over. For coordination and direction."""

    def __init__(
        self, desk: Desk, erasing: Erasing, workers: Workers, beside: Callable[[], tuple[str, ...]]
    ) -> None:
        self._desk = desk
        self._erasing = erasing
        self._workers = workers
        self._beside = beside
        """Names of older sets that stand beside the dossiers: before a migration, a restore."""

    def holds(self, case: CaseId) -> tuple[HoldPlaced, ...]:
        """Return why a dossier is to be kept, if it is."""
        return self._desk.read(case).all(HoldPlaced)

    def hold(
        self, case: CaseId, why: HoldReason, words: str = "", until: date | None = None
    ) -> Outcome[CaseFile]:
        """Keep a dossier from destruction. Anybody may: it harms nothing."""
        return told(self._desk.record(case, Write(HoldPlaced(why, words, until))))

    def lift(self, case: CaseId, words: str = "") -> Outcome[CaseFile]:
        """Say that nothing keeps a dossier any more. Raises NotAllowed."""
        self._workers.require_manager()
        refs = self._desk.read(case).refs(HoldPlaced)
        return told(self._desk.record(case, Write(HoldLifted(words), refs)))

    def destroy(
        self, case: CaseId, reason: ErasureReason, second: tuple[str, str]
    ) -> Outcome[Certificate]:
        """Destroy a dossier with a second person: her initials and her passphrase.

        Raises NotAllowed, DossierHeld, SamePerson, WrongPassphrase; nothing is then changed.
        """
        self._workers.require_manager()
        file = self._desk.fold(case)
        if file.all(HoldPlaced):
            raise DossierHeld
        heads = self._desk.whole.journal.heads()
        as_of = tuple(Ref(head.chain, head.seq) for head in heads)
        words = destruction_words(case, reason, as_of)
        other, signature = self._workers.co_signed(*second, words)
        created = file.last(CaseCreated)
        number = created.number if created else ""
        return self.agreed(Agreed(case, reason, as_of, number, other, signature))

    def agreed(self, by_two: Agreed) -> Outcome[Certificate]:
        """Destroy what two agreed on; whoever writes it is one of them. For use cases."""
        copies = self.copies()
        gone = FileDestroyed(
            by_two.case,
            by_two.reason,
            by_two.as_of,
            0,
            self._desk.clock.today() + LONGEST if copies else None,
            by_two.number,
            by_two.other,
            by_two.signature,
            copies,
        )
        self._erasing.carry_out(gone)
        return Outcome(self.certificates()[0], frozenset(Topic))

    def certificates(self) -> tuple[Certificate, ...]:
        """Return every destruction, the latest first."""
        entries = self._desk.vault.journal.of_kinds((NAMES[FileDestroyed],), HOUSE)
        book, beside = book_of(self._desk), set(self._beside())
        found = []
        for entry in reversed(in_order(entries)):
            if isinstance(entry.content, FileDestroyed):
                kept = [copy.made.name for copy in book.before(entry.ref)]
                kept += sorted(beside & set(entry.content.copies))
                found.append(Certificate(entry, entry.content, tuple(kept)))
        return tuple(found)

    def save(self, path: Path, data: bytes) -> None:
        """Write a certificate into a file, never over another: it names no woman."""
        vault = self._desk.whole
        key = vault.outbox.put(path, data, self._desk.clock.now().at)
        vault.write(lambda: vault.outbox.settle(key))

    def copies(self) -> tuple[str, ...]:
        """Return the names of all copies that would still hold what is destroyed today."""
        made = [copy.made.name for copy in book_of(self._desk).copies]
        return (*made, *sorted(self._beside()))
