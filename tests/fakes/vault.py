"""A vault in memory: the ports of ``filet.application.keeping``, and nothing on a disk."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from filet.application.keeping import DraftKey, HomeRow, NewEntry
from filet.domain.ids import HOUSE, CaseId, ChainId, Ref, WorkerId
from filet.domain.journal import Entry, Filling, Head, Meta, Sealed, head_of, seal, start
from filet.domain.kinds import NAMES, SIGNED, Status
from filet.domain.rows import CaseLine, DueLine, RegisterLine
from filet.domain.text import fold

T = TypeVar("T")

_OWN_CHAIN = ChainId(bytes(range(16)))


@dataclass
class _State:
    """All that a failed write has to put back."""

    entries: dict[Ref, Entry] = field(default_factory=dict)
    sealed: dict[Ref, Sealed] = field(default_factory=dict)
    heads: dict[ChainId, Head] = field(default_factory=dict)
    lines: dict[CaseId, CaseLine] = field(default_factory=dict)
    due: dict[CaseId, tuple[DueLine, ...]] = field(default_factory=dict)
    register: dict[Ref, RegisterLine] = field(default_factory=dict)
    words: dict[Ref, str] = field(default_factory=dict)
    drafts: dict[DraftKey, tuple[int, bytes]] = field(default_factory=dict)
    outbox: dict[int, Path] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    projection: int = 0


class FakeVault:
    """Keeps everything in dictionaries.

    ``fail_next`` makes the next write fail, ``refuses`` every one until it is taken away.
    """

    def __init__(self, chain: ChainId = _OWN_CHAIN, *, training: bool = False) -> None:
        self.state = _State(heads={chain: start(chain)})
        self.training = training
        self.fail_next: Exception | None = None
        self.refuses: Exception | None = None
        self.forgotten = 0
        self.data_key = bytes(48)
        self.kept_hidings: tuple[bytes, ...] = ()
        self.journal = FakeJournal(self, chain)
        self.lists = FakeLists(self)
        self.drafts = FakeDrafts(self)
        self.outbox = FakeOutbox(self)

    @property
    def projection(self) -> int:
        return self.state.projection

    @projection.setter
    def projection(self, version: int) -> None:
        self.state.projection = version

    def next_case_number(self, year: int) -> str:
        return self._numbered(f"{year % 100:02}-A")

    def next_register_number(self, year: int) -> str:
        return self._numbered(f"C{year % 100:02}-A")

    def _numbered(self, head: str) -> str:
        self.state.numbers[head] = self.state.numbers.get(head, 0) + 1
        return f"{head}-{self.state.numbers[head]:04}"

    def write(self, work: Callable[[], T]) -> T:
        before = copy.copy(self.state)
        for name, kept in vars(before).items():
            setattr(self.state, name, copy.copy(kept))
        try:
            done = work()
            self._fail_if_told()
        except BaseException:
            self.state = before
            raise
        return done

    def take(self, other: FakeVault) -> None:
        """Hold what another holds; neither is changed by what is then written in the other."""
        held = {name: copy.copy(kept) for name, kept in vars(other.state).items()}
        self.state = _State(**held)

    def _fail_if_told(self) -> None:
        failure, self.fail_next = self.fail_next or self.refuses, None
        if failure is not None:
            raise failure

    def forget_traces(self) -> None:
        self.forgotten += 1

    def rekey(self, data_key: bytearray) -> None:
        self.data_key = bytes(data_key)

    def keep_hiding(self, key: bytes) -> None:
        self.kept_hidings += (key,)

    def hidings(self) -> tuple[bytes, ...]:
        return self.kept_hidings

    def is_under(self, data_key: bytearray) -> bool:
        return self.data_key == bytes(data_key)

    def faults(self) -> tuple[str, ...]:
        return ()

    def copy_into(self, path: Path, data_key: bytearray, between: Callable[[], object]) -> None:
        between()
        path.write_bytes(bytes(data_key[:1]))

    def bear_witness(self) -> None:
        return

    def close(self) -> None:
        return


class FakeJournal:
    def __init__(self, vault: FakeVault, chain: ChainId) -> None:
        self._vault = vault
        self._chain = chain

    def append(self, new: NewEntry) -> Entry:
        state, kind = self._vault.state, NAMES[type(new.content)]
        meta = Meta(new.case, new.moment, new.by, kind)
        head = state.heads[self._chain]
        tick = 1 + max(one.tick for one in state.heads.values())
        body = repr((new.carried, new.content)).encode()
        sealed = seal(head, tick, new.refs, Filling(meta, body, bytes(16)))
        state.heads[self._chain] = head_of(sealed)
        state.sealed[sealed.ref] = sealed
        state.entries[sealed.ref] = _read(sealed, new, kind)
        return state.entries[sealed.ref]

    def blank(self, refs: Iterable[Ref]) -> None:
        state = self._vault.state
        for ref in refs:
            entry = state.entries[ref]
            state.sealed[ref] = replace(state.sealed[ref], filling=None)
            state.entries[ref] = Entry(ref, entry.tick, entry.refs, None, None, None, None, None)

    def of_case(self, case: CaseId) -> tuple[Entry, ...]:
        return tuple(entry for entry in self._vault.state.entries.values() if entry.case == case)

    def of_kinds(self, kinds: Sequence[str], case: CaseId) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.of_case(case) if entry.kind in kinds)

    def everywhere(self, kinds: Sequence[str]) -> tuple[Entry, ...]:
        return tuple(one for one in self._vault.state.entries.values() if one.kind in kinds)

    def at(self, refs: Iterable[Ref]) -> tuple[Entry, ...]:
        entries = self._vault.state.entries
        return tuple(entries[ref] for ref in refs if ref in entries)

    def blanks_named_by(self, case: CaseId) -> tuple[Entry, ...]:
        removals = self.of_kinds(("content_removed/1",), case)
        return self.at({ref for entry in removals for ref in entry.refs})

    def cases(self) -> Iterator[CaseId]:
        found = dict.fromkeys(entry.case for entry in self._vault.state.entries.values())
        yield from (case for case in found if case is not None and case != HOUSE)

    def heads(self) -> tuple[Head, ...]:
        return tuple(head for _, head in sorted(self._vault.state.heads.items()))

    def sealed(self, chain: ChainId, after: int = 0) -> Iterator[Sealed]:
        kept = self._vault.state.sealed.items()
        yield from (one for ref, one in kept if ref.chain == chain and ref.seq > after)


class FakeLists:
    def __init__(self, vault: FakeVault) -> None:
        self._vault = vault
        self._packed: dict[bytes, CaseLine] = {}

    @property
    def _state(self) -> Any:
        return self._vault.state

    def write_case(self, case: CaseId, line: CaseLine | None, due: Sequence[DueLine]) -> None:
        self._state.lines.pop(case, None)
        self._state.due[case] = tuple(due)
        if line is not None:
            self._state.lines[case] = line

    def write_register(self, entry: Ref, line: RegisterLine | None) -> None:
        self._state.register.pop(entry, None)
        if line is not None:
            self._state.register[entry] = line

    def write_search(self, entry: Ref, words: str) -> None:
        self._state.words.pop(entry, None)
        if words:
            self._state.words[entry] = words

    def clear(self) -> None:
        for rows in (self._state.lines, self._state.due, self._state.register, self._state.words):
            rows.clear()

    def first(self, count: int) -> tuple[CaseLine, ...]:
        return tuple(line for line in self._sorted() if not line.closed)[:count]

    def housed(self) -> tuple[CaseLine, ...]:
        return tuple(line for line in self._sorted() if line.status is Status.HOUSED)

    def all(self) -> list[HomeRow]:
        return [self._row(line) for line in self._sorted()]

    def unpack(self, packed: bytes) -> CaseLine:
        return self._packed[packed]

    def due(self, until: str, limit: int) -> tuple[DueLine, ...]:
        every = [line for lines in self._state.due.values() for line in lines if line.due <= until]
        return tuple(sorted(every, key=lambda line: line.due)[:limit])

    def register(self, kinds: Sequence[str], limit: int) -> tuple[RegisterLine, ...]:
        found = [line for line in self._state.register.values() if line.kind in kinds]
        return tuple(sorted(found, key=lambda line: -line.at)[:limit])

    def search(self, words: Sequence[str], limit: int) -> tuple[tuple[CaseId, Ref], ...]:
        wanted, found = _tokens(" ".join(words)), dict[CaseId, Ref]()
        for ref, kept in sorted(self._state.words.items(), reverse=True):
            case = self._state.entries[ref].case
            closed = case in self._state.lines and self._state.lines[case].closed
            if case not in (None, HOUSE) and not closed and _holds(_tokens(kept), wanted):
                found.setdefault(case, ref)
        return tuple(found.items())[:limit]

    def _sorted(self) -> list[CaseLine]:
        return sorted(self._state.lines.values(), key=lambda line: (line.closed, line.sort))

    def _row(self, line: CaseLine) -> HomeRow:
        packed = repr(line).encode()
        self._packed[packed] = line
        return HomeRow(
            line.case, line.closed, line.status.value, line.level.value, line.names, packed
        )


class FakeDrafts:
    def __init__(self, vault: FakeVault) -> None:
        self._vault = vault

    def save(self, key: DraftKey, body: bytes, at: int) -> None:
        self._vault.state.drafts[key] = (at, body)

    def read(self, key: DraftKey) -> bytes | None:
        found = self._vault.state.drafts.get(key)
        return found[1] if found else None

    def drop(self, key: DraftKey) -> None:
        self._vault.state.drafts.pop(key, None)

    def drop_case(self, case: CaseId) -> None:
        for key in [key for key in self._vault.state.drafts if key.case == case]:
            self.drop(key)

    def of_worker(self, worker: WorkerId) -> tuple[DraftKey, ...]:
        own = [(at, key) for key, (at, _) in self._vault.state.drafts.items()]
        latest = sorted(own, key=lambda found: -found[0])
        return tuple(key for _, key in latest if key.worker == worker)


class FakeOutbox:
    """Writes the file at once: what it promises is only seen on the real one."""

    def __init__(self, vault: FakeVault) -> None:
        self._vault = vault
        self.fails: Exception | None = None

    def put(self, path: Path, data: bytes, at: int) -> int:
        if self.fails is not None:
            raise self.fails
        with path.open("xb") as file:
            file.write(data)
        key = len(self._vault.state.outbox) + 1
        self._vault.state.outbox[key] = path
        return key

    def settle(self, key: int) -> int:
        return 1 if self._vault.state.outbox.pop(key, None) else 0

    def undo(self, key: int, path: Path) -> None:
        path.unlink(missing_ok=True)
        self.settle(key)


def _read(sealed: Sealed, new: NewEntry, kind: str) -> Entry:
    header = sealed.header
    said = (new.case, new.moment, new.by, kind, new.content, new.carried)
    return Entry(sealed.ref, header.tick, header.refs, *said, isinstance(new.content, SIGNED))


def _tokens(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in fold(text)).split()


def _holds(kept: list[str], wanted: list[str]) -> bool:
    """Tell whether every word is there; the last may be unfinished."""
    if not wanted:
        return False
    *whole, last = wanted
    return all(word in kept for word in whole) and any(word.startswith(last) for word in kept)
