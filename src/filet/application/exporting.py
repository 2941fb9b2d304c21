"""Letting everything leave in one file that a stranger can read: closed, unless two decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

from filet.application.copying import Between, go_on
from filet.application.desk import Desk, Write
from filet.application.export_tables import COMMON, row_of, table_of
from filet.application.export_walk import Walk
from filet.application.outcome import Outcome, Topic
from filet.application.workers import Workers
from filet.domain.deciding import export_words
from filet.domain.errors import (
    ExportStopped,
    FileExists,
    FiletError,
    FolderUnusable,
    MachineError,
    NotAllowed,
    SecondPersonNeeded,
    SentenceNotTyped,
    WordsMissing,
)
from filet.domain.ids import HOUSE, CaseId, ExportId
from filet.domain.journal import Entry, Head
from filet.domain.kinds import (
    NAMES,
    ContentRemoved,
    Duty,
    ExportAbandoned,
    ExportBegun,
    ExportCompleted,
    FileDestroyed,
)
from filet.domain.standing import in_order
from filet.domain.text import clean

Member = tuple[str, Iterable[bytes]]
"""A file by its name, and its content piece by piece."""
_REMOVALS = (NAMES[ContentRemoved], NAMES[FileDestroyed])
_EXPORTS = tuple(NAMES[kind] for kind in (ExportBegun, ExportCompleted, ExportAbandoned))


class Packer(Protocol):
    """Makes one file of many."""

    def pack(self, members: Iterable[Member]) -> bytes:
        """Return an archive that any computer opens; each piece is taken when it is its turn."""

    def seal(self, data: bytes, phrase: str, between: Between) -> bytes:
        """Return it closed, readable with the phrase only. Raises LibraryMissing.

        It takes seconds: ``between`` is called meanwhile, and may stop it.
        """

    def phrase(self) -> str:
        """Return six words that nobody chose."""

    def explanations(self) -> Iterable[Member]:
        """Return what tells a stranger how to read all this."""


@dataclass(frozen=True, slots=True)
class InClear:
    """What it takes to let everything leave unclosed."""

    second: tuple[str, str]
    """Initials and passphrase of a colleague."""
    typed: str


@dataclass(frozen=True, slots=True)
class Exported:
    """What left: where it is, and the phrase that opens it, which exists nowhere else."""

    path: Path
    phrase: str
    entries: int
    dossiers: int


@dataclass(frozen=True, slots=True)
class Left:
    """An export that was begun, as the register shows it."""

    entry: Entry
    begun: ExportBegun
    completed: bool


Refuse = Callable[[Path], None]
"""Raises for a folder from which a file in clear would travel by itself."""


class Exporting:
    """Writes everything that she may see into one file."""

    def __init__(
        self,
        desk: Desk,
        workers: Workers,
        packer: Packer,
        paper: Callable[[CaseId], bytes | None],
        refuse: Refuse = lambda _: None,
    ) -> None:
        self._desk = desk
        self._workers = workers
        self._packer = packer
        self._paper = paper
        self._refuse = refuse

    def export(
        self,
        path: Path,
        why: str,
        sentence: str = "",
        in_clear: InClear | None = None,
        between: Between = go_on,
    ) -> Outcome[Exported]:
        """Write everything, closed with a phrase; unclosed only where two decide and say why.

        The entry is on the disk before the first byte, so no such file is ever unknown.
        Until that entry, ``between`` is called as it goes, and what it raises stops it:
        nothing of it remains. Raises NotAllowed, WordsMissing, SecondPersonNeeded,
        SentenceNotTyped, FileExists, FolderUnusable, SyncedFolder, NetworkFolder.
        """
        self._workers.require_manager()
        if not clean(why).strip():
            raise WordsMissing(field="reason")
        self._allow(path, sentence, in_clear)
        self.settle()
        heads = self._desk.whole.journal.heads()
        packed = self._packer.pack(
            chain(self._packer.explanations(), self._members(heads, between))
        )
        phrase = "" if in_clear else self._packer.phrase()
        data = packed if in_clear else self._packer.seal(packed, phrase, between)
        between()
        self._require_nothing_erased(heads)
        begun = self._begun(data, clean(why), in_clear, heads)
        self._desk.record_house(Write(begun))
        self._write(path, data, begun.export)
        done = Exported(path, phrase, begun.entries, begun.dossiers)
        return Outcome(done, frozenset({Topic.HOUSE}))

    def left(self) -> tuple[Left, ...]:
        """Return every export that was begun, the latest first."""
        entries = in_order(self._desk.vault.journal.of_kinds(_EXPORTS, HOUSE))
        over = {one.content.export for one in entries if isinstance(one.content, ExportCompleted)}
        return tuple(
            Left(one, one.content, one.content.export in over)
            for one in reversed(entries)
            if isinstance(one.content, ExportBegun)
        )

    def may_in_clear(self) -> bool:
        """Tell whether she who is at the desk may let it leave unclosed, with a colleague."""
        return self._desk.duty is Duty.DIRECTION

    def settle(self) -> tuple[ExportId, ...]:
        """Say of each export that a crash stopped that nothing of it was handed over."""
        begun, over = [], set()
        for entry in in_order(self._desk.vault.journal.of_kinds(_EXPORTS, HOUSE)):
            match entry.content:
                case ExportBegun(export=export):
                    begun.append(export)
                case ExportCompleted(export=export) | ExportAbandoned(export=export):
                    over.add(export)
                case _:
                    continue
        left = tuple(export for export in begun if export not in over)
        self._desk.record_house(*(Write(ExportAbandoned(export)) for export in left))
        return left

    def _allow(self, path: Path, sentence: str, in_clear: InClear | None) -> None:
        """Refuse what would be refused at the end, before the work."""
        if not path.parent.is_dir():
            raise FolderUnusable(folder=str(path.parent))
        if path.exists():
            raise FileExists(name=path.name)
        if in_clear is None:
            return
        self._refuse(path.parent)
        if self._desk.duty is not Duty.DIRECTION:
            raise NotAllowed
        if not all(in_clear.second):
            raise SecondPersonNeeded
        if not sentence or in_clear.typed.strip() != sentence:
            raise SentenceNotTyped(sentence=sentence)

    def _require_nothing_erased(self, heads: Iterable[Head]) -> None:
        """Raise ExportStopped where something was erased after its turn: it would leave again."""
        journal = self._desk.whole.journal
        for head in heads:
            for entry in journal.sealed(head.chain, head.seq):
                if entry.filling is not None and entry.filling.meta.kind in _REMOVALS:
                    raise ExportStopped

    def _begun(
        self, data: bytes, why: str, in_clear: InClear | None, heads: Iterable[Head]
    ) -> ExportBegun:
        export, digest = ExportId(uuid4()), sha256(data).hexdigest()
        other, signature = None, ""
        if in_clear is not None:
            words = export_words(export, digest)
            other, signature = self._workers.co_signed(*in_clear.second, words)
        return ExportBegun(
            export,
            in_clear is None,
            why,
            sum(head.seq for head in heads),
            sum(1 for _ in self._desk.vault.journal.cases()),
            digest,
            other,
            signature,
            in_clear.typed if in_clear else "",
        )

    def _write(self, path: Path, data: bytes, export: ExportId) -> None:
        vault = self._desk.whole
        try:
            key = vault.outbox.put(path, data, self._desk.clock.now().at)
        except FiletError:
            self._abandon(export)
            raise

        def complete() -> None:
            vault.outbox.settle(key)
            self._desk.append_house((Write(ExportCompleted(export)),))

        try:
            vault.write(complete)
        except BaseException:
            vault.outbox.undo(key, path)
            self._abandon(export)
            raise

    def _abandon(self, export: ExportId) -> None:
        with suppress(MachineError):  # it is then said at the next export
            self._desk.record_house(Write(ExportAbandoned(export)))

    # What is in it --------------------------------------------------------------------

    def _members(self, heads: Sequence[Head], between: Between) -> Iterator[Member]:
        """Return each file of it. Those after the first need what the first went through."""
        walk = Walk(self._desk.whole.journal, self._desk.vault.journal, heads, between)
        yield "entries.jsonl", walk.lines()
        stand, names = walk.standing(), self._initials()
        for kind, name in NAMES.items():
            if walk.has(name):
                rows = (
                    row_of(one, names, walk.numbers, counts=stand.counts(one))
                    for one in walk.of_kind(name)
                )
                columns = (*COMMON, *(field.name for field in fields(kind)))
                yield f"csv/{name.split('/')[0]}.csv", table_of(columns, rows, between)
        yield from self._papers(walk.numbers, between)

    def _papers(self, numbers: dict[CaseId, str], between: Between) -> Iterator[Member]:
        for case, number in sorted(numbers.items(), key=lambda one: one[1]):
            data = self._paper(case)
            if data is not None:
                yield f"papers/{number}.pdf", (data,)
            between()

    def _initials(self) -> dict[UUID, str]:
        return {one.id: one.initials for one in self._desk.roster.workers.values()}
