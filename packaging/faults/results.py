"""What came of a fault, and the table of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from filet.domain.errors import FiletError
from filet.i18n import Words, errors

_WIDTHS = (42, 8, 14, 7)
_HEADS = ("fault", "rounds", "acknowledged", "lost")


@dataclass
class Result:
    """One fault, done some number of times."""

    fault: str
    rounds: int = 0
    acknowledged: int = 0
    """Entries, copies and files that were said to be kept."""
    lost: int = 0
    """Those of them that are neither there, nor named as lost."""
    wrong: list[str] = field(default_factory=list)
    """What must not be, and was."""
    told: Counter[str] = field(default_factory=Counter)
    """What she reads on the screen, and how often."""

    def tell(self, error: FiletError | None, words: Words) -> None:
        """Note what was told; nothing where all goes on as if nothing had been."""
        said = errors.told(words, error.code, error.fields).happened if error else words_of_none()
        self.told[said] += 1

    def expect(self, holds: bool, what: str) -> None:
        """Note what must hold, and does not."""
        if not holds:
            self.wrong.append(what)

    @property
    def sound(self) -> bool:
        """Whether nothing was lost and nothing was wrong."""
        return not self.lost and not self.wrong


def words_of_none() -> str:
    """Return what stands in the table where nothing had to be told."""
    return "(rien : tout s'ouvre)"


def show(result: Result) -> None:
    """Print one line of the table, and what was told under it."""
    cells = (result.fault, result.rounds, result.acknowledged, result.lost)
    print(_row(cells) + ("" if result.sound else "  WRONG"), flush=True)
    for said, times in result.told.most_common():
        print(f"    {times:5} × {said}")
    for what in sorted(set(result.wrong)):
        print(f"    WRONG: {what}")


def heads() -> str:
    """Return the head of the table."""
    return _row(_HEADS)


def _row(cells: Iterable[object]) -> str:
    first, *others = cells
    aligned = (f"{cell!s:>{width}}" for cell, width in zip(others, _WIDTHS[1:], strict=True))
    return f"{first!s:<{_WIDTHS[0]}}" + "".join(aligned)
