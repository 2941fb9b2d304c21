"""Letting everything leave in one file that a stranger can read: closed, unless two decide."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from enum import Enum
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID, uuid4

from filet.application.desk import Desk, Write
from filet.application.outcome import Outcome, Topic
from filet.application.workers import Workers
from filet.domain.deciding import export_words
from filet.domain.errors import (
    FiletError,
    MachineError,
    NotAllowed,
    SecondPersonNeeded,
    SentenceNotTyped,
    WordsMissing,
)
from filet.domain.ids import HOUSE, CaseId, ExportId
from filet.domain.journal import Entry, Sealed
from filet.domain.kinds import (
    KINDS,
    NAMES,
    CaseCreated,
    Content,
    Duty,
    ExportAbandoned,
    ExportBegun,
    ExportCompleted,
)
from filet.domain.standing import in_order, standing
from filet.domain.text import clean

Member = tuple[str, bytes]
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""First characters that a spreadsheet takes for a formula."""
_COMMON = ("chain", "seq", "at", "by", "case", "dossier", "counts")
_EXPORTS = tuple(NAMES[kind] for kind in (ExportBegun, ExportCompleted, ExportAbandoned))


class Packer(Protocol):
    """Makes one file of many."""

    def pack(self, members: Iterable[Member]) -> bytes:
        """Return an archive that any computer opens."""

    def seal(self, data: bytes, phrase: str) -> bytes:
        """Return it closed, readable with the phrase only. Raises LibraryMissing."""

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


class Exporting:
    """Writes everything into one file."""

    def __init__(
        self,
        desk: Desk,
        workers: Workers,
        packer: Packer,
        paper: Callable[[CaseId], bytes | None],
    ) -> None:
        self._desk = desk
        self._workers = workers
        self._packer = packer
        self._paper = paper

    def export(
        self, path: Path, why: str, sentence: str = "", in_clear: InClear | None = None
    ) -> Outcome[Exported]:
        """Write everything, closed with a phrase; unclosed only where two decide and say why.

        The entry is on the disk before the first byte, so no such file is ever unknown.
        Raises NotAllowed, WordsMissing, SecondPersonNeeded, SentenceNotTyped, FileExists.
        """
        self._workers.require_manager()
        if not clean(why).strip():
            raise WordsMissing(field="reason")
        self._allow(sentence, in_clear)
        self.settle()
        members = tuple(self._members())
        packed = self._packer.pack((*self._packer.explanations(), *members))
        phrase = "" if in_clear else self._packer.phrase()
        data = packed if in_clear else self._packer.seal(packed, phrase)
        begun = self._begun(data, clean(why), in_clear)
        self._desk.record_house(Write(begun))
        self._write(path, data, begun.export)
        done = Exported(path, phrase, begun.entries, begun.dossiers)
        return Outcome(done, frozenset({Topic.HOUSE}))

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

    def _allow(self, sentence: str, in_clear: InClear | None) -> None:
        if in_clear is None:
            return
        if self._desk.duty is not Duty.DIRECTION:
            raise NotAllowed
        if not all(in_clear.second):
            raise SecondPersonNeeded
        if not sentence or in_clear.typed.strip() != sentence:
            raise SentenceNotTyped(sentence=sentence)

    def _begun(self, data: bytes, why: str, in_clear: InClear | None) -> ExportBegun:
        export, digest = ExportId(uuid4()), sha256(data).hexdigest()
        other, signature = None, ""
        if in_clear is not None:
            words = export_words(export, digest)
            other, signature = self._workers.co_signed(*in_clear.second, words)
        journal = self._desk.whole.journal
        return ExportBegun(
            export,
            in_clear is None,
            why,
            sum(head.seq for head in journal.heads()),
            sum(1 for _ in journal.cases()),
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

    def _members(self) -> Iterator[Member]:
        journal = self._desk.whole.journal
        sealed = [one for head in journal.heads() for one in journal.sealed(head.chain)]
        yield "entries.jsonl", b"".join(map(_line, sealed))
        entries = journal.everywhere(tuple(KINDS))
        stand, names, numbers = standing(in_order(entries)), self._initials(), _numbers(entries)
        for kind, name in NAMES.items():
            of_kind = [entry for entry in entries if entry.kind == name]
            if of_kind:
                rows = [_row(one, names, numbers, counts=stand.counts(one)) for one in of_kind]
                columns = (*_COMMON, *(field.name for field in fields(kind)))
                yield f"csv/{name.split('/')[0]}.csv", _csv(columns, rows)
        yield from self._papers(numbers)

    def _papers(self, numbers: dict[CaseId, str]) -> Iterator[Member]:
        for case, number in sorted(numbers.items(), key=lambda one: one[1]):
            data = self._paper(case)
            if data is not None:
                yield f"papers/{number}.pdf", data

    def _initials(self) -> dict[UUID, str]:
        return {one.id: one.initials for one in self._desk.roster.workers.values()}


def _line(entry: Sealed) -> bytes:
    """Return one entry as one line of JSON: its body as it was written, byte for byte."""
    header, filling = entry.header, entry.filling
    line: dict[str, Any] = {
        "chain": header.chain.hex(),
        "seq": header.seq,
        "tick": header.tick,
        "refs": [[ref.chain.hex(), ref.seq] for ref in header.refs],
        "commitment": header.commitment.hex(),
        "hash": entry.hash.hex(),
    }
    if filling is not None:
        meta = filling.meta
        line |= {
            "case": meta.case.hex if meta.case != HOUSE else None,
            "at": meta.moment.at,
            "offset": meta.moment.offset,
            "by": meta.by.hex,
            "kind": meta.kind,
            "body": filling.body.decode("utf-8"),
            "salt": filling.salt.hex(),
            "signature": filling.signature.hex() if filling.signature else None,
        }
    return json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n"


def _numbers(entries: Iterable[Entry]) -> dict[CaseId, str]:
    return {
        one.case: one.content.number
        for one in entries
        if isinstance(one.content, CaseCreated) and one.case is not None
    }


def _row(
    entry: Entry, names: dict[UUID, str], numbers: dict[CaseId, str], *, counts: bool
) -> tuple[str, ...]:
    case = entry.case if entry.case != HOUSE else None
    return (
        entry.ref.chain.hex(),
        str(entry.ref.seq),
        entry.moment.local().isoformat() if entry.moment else "",
        names.get(entry.by, entry.by.hex) if entry.by else "",
        case.hex if case else "",
        numbers.get(case, "") if case else "",
        "yes" if counts else "no",
        *_cells(entry.content),
    )


def _cells(content: Content | None) -> tuple[str, ...]:
    if content is None:
        return ()
    return tuple(_cell(getattr(content, field.name)) for field in fields(content))


def _cell(value: object) -> str:
    """Return a value as text that no spreadsheet runs."""
    text = value if isinstance(value, str) and not isinstance(value, Enum) else _plain(value)
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def _plain(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case Enum():
            return str(value.value)
        case _:
            return json.dumps(value, default=_jsonable, ensure_ascii=False).strip('"')


def _jsonable(value: Any) -> object:
    if isinstance(value, bytes):
        return value.hex()
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return str(value)


def _csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Return a table as spreadsheets read it: UTF-8 with its mark, commas, quotes."""
    text = StringIO(newline="")
    table = csv.writer(text)
    table.writerow(columns)
    table.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
