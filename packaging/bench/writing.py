"""Committing what was said, taking it back, erasing it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from bench import lives
from bench.houses import FixedClock, House, Place, long_dossier, some_dossier
from bench.invented import sentence
from bench.lines import Line, judged
from bench.lives import Dossier
from bench.plain import Plain
from bench.timing import Act, Times, in_turn, once
from filet.adapters.store import codec
from filet.adapters.store.vault import SqlVault
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.erasing import Erasing
from filet.application.undoing import Undoing
from filet.domain.casefile import CaseFile
from filet.domain.ids import CaseId
from filet.domain.kinds import Content, ErasureReason, WordsNoted
from filet.domain.rows import LINE_KINDS, case_line, search_text

_FORGETTING = "a name changed, with home and search"
_FORGETS = "the former name is taken out of the index for good, which the yardstick does not"
_SEALS = "it seals, chains and encrypts, which the yardstick does not"
_RATIO, _WITH_NOTE, _P95 = 3.0, 4.0, 5.0
_TIMES = 400


def writing(place: Place, house: House) -> Iterator[Line]:
    """Measure each way of writing, in a vault that may be changed."""
    entered = place.enter()
    desk = Desk(entered.vault, FixedClock(), entered.worker)
    yield from _commits(desk, house, place.folder / "plain.db")
    yield from _taking_back(desk, long_dossier(house).case)
    entered.vault.close()


def _commits(desk: Desk, house: House, path: Path) -> Iterator[Line]:
    if not isinstance(desk.vault, SqlVault):
        raise TypeError("the yardstick is filled from the file of a vault")
    plain, file = Plain(path, desk.vault.connection), some_dossier(house, 7)
    for what, example, act in _acts(desk, file):
        yield _commit(what, *_beside(desk.read(file.case), plain, example, act))
    plain.close()


def _acts(desk: Desk, file: Dossier) -> Iterator[tuple[str, Content, Act]]:
    """Return what is written, an example of it, and the act that writes it."""

    def record(say: Callable[[], Content]) -> tuple[Content, Act]:
        return say(), lambda: desk.record(file.case, Write(say()))

    yield "one statement committed", *record(lambda: lives.statement(file, 3).content)
    yield "her words committed, with search", *record(lambda: WordsNoted(sentence(file.random)))
    name, cases = partial(lives.name, file), Cases(desk)
    describe = partial(cases.describe, file.case)
    yield _FORGETTING, name(), lambda: describe(name())


def _beside(file: CaseFile, plain: Plain, example: Content, act: Act) -> tuple[Times, Times]:
    """Commit by Filet and plainly in turn: as many rows, bytes and words."""
    body, words = codec.encode(example), search_text(example)
    line = case_line(file) if isinstance(example, LINE_KINDS) else None
    row = (file.case.bytes, line.sort, line.names, bytes(300)) if line else None
    return in_turn(act, partial(plain.add, file.case.bytes, body, words, row), _TIMES)


def _commit(what: str, own: Times, plain: Times) -> Line:
    ratio = own.median / plain.median
    line = Line(
        what,
        own.median,
        yardstick=plain.median,
        beside="plain sqlite3, FULL",
        note=f"p95 {own.p95:.1f} ms, plain {plain.p95:.1f}",
        best=own.best,
    )
    if what == _FORGETTING:
        return replace(line, note=f"{line.note}; {_FORGETS}")
    kept = judged(ratio <= _WITH_NOTE and own.p95 <= _P95)
    why = f"{line.note}; {_SEALS}" if ratio > _RATIO else line.note
    return replace(line, budget=f"{_RATIO:.0f}×, p95 {_P95:.0f} ms", verdict=kept, note=why)


def _taking_back(desk: Desk, case: CaseId) -> Iterator[Line]:
    """Measure in the long dossier what folds the whole of it again."""
    undone, erased = Undoing(desk), Erasing(desk)
    file = lives.dossier("undone", 1)
    undo, erase = [], []
    for _ in range(9):
        desk.record(case, Write(lives.statement(file, 1).content))
        undo.append(once(partial(undone.undo, case)))
    for _ in range(5):
        after = desk.record(case, Write(WordsNoted(sentence(file.random))))
        last = after.entries[-1].ref
        reason = ErasureReason.NOT_NECESSARY
        erase.append(once(partial(erased.erase, case, (last,), reason)))
    for what, times in (("take back", Times(tuple(undo))), ("erase words", Times(tuple(erase)))):
        yield Line(f"{what}, in a dossier of 2 000 entries", times.median, best=times.best)
