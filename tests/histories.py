"""Random histories: three computers that write, join, undo, erase and destroy."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from builders import entry, ref

from filet.domain.ids import CaseId, Ref
from filet.domain.journal import Entry
from filet.domain.kinds import (
    KEPT,
    Content,
    ContentRemoved,
    ErasureReason,
    FileDestroyed,
    NoteWritten,
    TakenBack,
)
from filet.domain.standing import in_order, standing

CASE = CaseId(entry(("a", 1), None).case)  # type: ignore[arg-type]  # a case is always given there
LETTERS = "abc"
REASON = ErasureReason.NOT_NECESSARY


@dataclass
class Computer:
    """One writer: its chain, and every entry it has seen."""

    letter: str
    random: Random
    seq: int = 0
    seen: dict[Ref, Entry] = field(default_factory=dict)

    def write(self, content: Content, *refs: Ref) -> None:
        self.seq += 1
        tick = 1 + max((one.tick for one in self.seen.values()), default=0)
        written = entry((self.letter, self.seq), content, tick=tick, case=CASE)
        places = tuple(sorted(set(refs)))
        kept = Entry(written.ref, tick, places, CASE, written.moment, written.by, *_said(written))
        self.seen[kept.ref] = kept

    def join(self, other: Computer) -> None:
        self.seen |= other.seen

    def pick(self, wanted: type[Content] | tuple[type[Content], ...]) -> tuple[Ref, ...]:
        """Return one or two entries of a kind, those that count more often than others."""
        stand = standing(in_order(self.seen.values()))
        fitting = [one for one in self.seen.values() if isinstance(one.content, wanted)]
        counting = [one for one in fitting if stand.counts(one)]
        among = counting if counting and self.random.random() < 0.8 else fitting
        many = min(len(among), self.random.choice((1, 1, 1, 2)))
        return tuple(one.ref for one in self.random.sample(among, many))


def _said(written: Entry) -> tuple[str | None, Content | None]:
    return written.kind, written.content


def history(seed: int) -> list[Entry]:
    """Return every entry of one history, in no order."""
    random = Random(seed)  # noqa: S311 - nothing is protected by it
    computers = [Computer(letter, random) for letter in LETTERS]
    for number in range(random.randint(4, 18)):
        _step(random.choice(computers), computers, number)
    every: dict[Ref, Entry] = {}
    for computer in computers:
        every |= computer.seen
    return list(every.values())


def _step(computer: Computer, computers: list[Computer], number: int) -> None:
    match computer.random.choices(range(6), (30, 22, 22, 10, 15, 1))[0]:
        case 0:
            computer.write(NoteWritten(f"{computer.letter}{number}"))
        case 1:
            _write_about(computer, NoteWritten(f"{computer.letter}{number}"), NoteWritten)
        case 2:
            _write_about(computer, TakenBack(), (NoteWritten, TakenBack))
        case 3:
            _write_about(computer, ContentRemoved(REASON), NoteWritten)
        case 4:
            computer.join(computer.random.choice(computers))
        case _:
            gone = FileDestroyed(CASE, REASON, (), len(computer.seen))
            computer.write(gone, *computer.seen)


def _write_about(
    computer: Computer, content: Content, wanted: type[Content] | tuple[type[Content], ...]
) -> None:
    refs = computer.pick(wanted)
    if refs:
        computer.write(content, *refs)


def living(entries: list[Entry]) -> set[Ref]:
    """Return what counts, by the plain rules: slow, and written apart from the program."""
    return {
        one.ref
        for one in entries
        if isinstance(one.content, NoteWritten)
        and not _taken_back(one, entries)
        and not _erased(one, entries)
        and not any(_replaces(other, one, entries) for other in entries)
    }


def _names(one: Entry, other: Entry) -> bool:
    return other.ref in one.refs and other.order() < one.order()


def _taken_back(one: Entry, entries: list[Entry]) -> bool:
    if isinstance(one.content, KEPT) and not isinstance(one.content, TakenBack):
        return False
    return any(
        isinstance(other.content, TakenBack)
        and _names(other, one)
        and not _taken_back(other, entries)
        and not _erased(other, entries)
        for other in entries
    )


def _erased(one: Entry, entries: list[Entry]) -> bool:
    kinds = FileDestroyed if isinstance(one.content, KEPT) else (FileDestroyed, ContentRemoved)
    return any(isinstance(other.content, kinds) and _names(other, one) for other in entries)


def _replaces(one: Entry, other: Entry, entries: list[Entry]) -> bool:
    says_nothing = isinstance(one.content, (TakenBack, ContentRemoved, FileDestroyed))
    silent = says_nothing and not _erased(one, entries)
    return _names(one, other) and not silent and not _taken_back(one, entries)


def named(*places: tuple[str, int]) -> set[Ref]:
    return {ref(*place) for place in places}
