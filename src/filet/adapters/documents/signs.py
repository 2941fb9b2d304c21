"""Small drawings beside sentences, for who cannot read them yet. All are ours, in a few strokes.

Each is drawn on a grid of 24 by 24, y downwards: ``M x y`` lifts the pen and goes, ``L x y``
draws a line, ``C x y x y x y`` a curve, ``O x y r`` a circle, ``D x y r`` a dot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

GRID = 24

_STEP = re.compile(r"([MLCOD])([^MLCOD]*)")
_SIGNS: Mapping[str, str] = {
    "house": "M3 12 L12 4 L21 12 M5.5 10 L5.5 20 L18.5 20 L18.5 10 M10 20 L10 14 L14 14 L14 20",
    "aside": (
        "O6 6 2.5 M6 9 L6 16 M6 16 L3.5 21 M6 16 L8.5 21 M2.5 12 L9.5 12"
        " O14 6 2.5 M14 9 L14 16 M14 16 L11.5 21 M14 16 L16.5 21 M10.5 12 L17.5 12"
        " O21.3 13.5 1.5 M21.3 15.2 L21.3 18.5 M21.3 18.5 L20 21 M21.3 18.5 L22.6 21"
    ),
    "go": (
        "O5 6 2.5 M5 9 L5 15 M5 15 L2.5 20.5 M5 15 L7.5 20.5 M1.8 11.5 L8.2 11.5"
        " M10.5 12 L14 12 M12.5 10.3 L14.2 12 L12.5 13.7"
        " M15 13 L19 9.5 L23 13 M16 12.2 L16 20 L22 20 L22 12.2"
    ),
    "heart": (
        "M12 20 C5 15 2.5 11.5 3.5 8 C4.5 5 9 4.5 12 8.5"
        " C15 4.5 19.5 5 20.5 8 C21.5 11.5 19 15 12 20"
    ),
    "phone": (
        "M8 2.5 L16 2.5 C17 2.5 17.5 3 17.5 4 L17.5 20 C17.5 21 17 21.5 16 21.5"
        " L8 21.5 C7 21.5 6.5 21 6.5 20 L6.5 4 C6.5 3 7 2.5 8 2.5 M6.5 5.5 L17.5 5.5"
        " M6.5 18 L17.5 18 D12 19.8 0.7"
    ),
    "say": (
        "M4 4 L20 4 C21 4 21.5 4.5 21.5 5.5 L21.5 14 C21.5 15 21 15.5 20 15.5"
        " L11 15.5 L6.5 20 L6.5 15.5 L4 15.5 C3 15.5 2.5 15 2.5 14 L2.5 5.5 C2.5 4.5 3 4 4 4"
        " D8 9.8 1 D12 9.8 1 D16 9.8 1"
    ),
    "stay": (
        "M5 2.5 L12 2.5 C13 2.5 13.5 3 13.5 4 L13.5 20 C13.5 21 13 21.5 12 21.5"
        " L5 21.5 C4 21.5 3.5 21 3.5 20 L3.5 4 C3.5 3 4 2.5 5 2.5 D8.5 18.8 0.8"
        " M16.5 9 C18 10.8 18 13.2 16.5 15 M19 6.8 C21.6 9.8 21.6 14.2 19 17.2"
    ),
    "tear": "O12 12 9.5 D8.7 10 1 D15.3 10 1 M8.5 17 C10.5 15 13.5 15 15.5 17 M8.7 12.5 L8.7 14.5",
    "letter": "M3 6 L21 6 L21 18 L3 18 L3 6 M3 6 L12 13 L21 6 M4 21.5 L20 2.5",
    "listen": (
        "O6.5 8 2.8 M6.5 11.5 L6.5 17.5 M6.5 17.5 L4 22 M6.5 17.5 L9 22 M3 14 L10 14"
        " O17.5 12 2 M17.5 14.5 L17.5 18.5 M17.5 18.5 L15.7 22 M17.5 18.5 L19.3 22 M15 16 L20 16"
        " M13 3 L21 3 L21 7.5 L18 7.5 L16.5 9 L16 7.5 L13 7.5 L13 3"
    ),
}
NAMES = frozenset(_SIGNS)


class Strokes(Protocol):
    """What reportlab calls a path."""

    def moveTo(self, x: float, y: float, /) -> object:  # noqa: N802 - reportlab's name
        """Lift the pen, and go."""

    def lineTo(self, x: float, y: float, /) -> object:  # noqa: N802 - reportlab's name
        """Draw a line."""

    def curveTo(self, *numbers: float) -> object:  # noqa: N802 - reportlab's name
        """Draw a curve: two points that pull, and the one where it ends."""

    def circle(self, x: float, y: float, r: float, /) -> object:
        """Draw a circle."""


def trace(name: str, path: Strokes, left: float, bottom: float, side: float) -> None:
    """Put the strokes of a sign in a path, ``side`` points wide. Raises KeyError."""
    unit = side / GRID

    def placed(numbers: Sequence[float]) -> list[float]:
        return [
            bottom + side - unit * number if odd % 2 else left + unit * number
            for odd, number in enumerate(numbers)
        ]

    for kind, numbers in _steps(_SIGNS[name]):
        match kind:
            case "M":
                path.moveTo(*placed(numbers))
            case "L":
                path.lineTo(*placed(numbers))
            case "C":
                path.curveTo(*placed(numbers))
            case _:
                x, y = placed(numbers[:2])
                path.circle(x, y, unit * numbers[2])


def _steps(strokes: str) -> Iterator[tuple[str, list[float]]]:
    for kind, numbers in _STEP.findall(strokes):
        yield kind, [float(number) for number in numbers.split()]
