"""The proof of a definition: its own examples, run."""

from __future__ import annotations

from collections.abc import Iterator

from filet.domain.flaws import Flaw, flaw
from filet.domain.instruments import Instrument, Vector
from filet.domain.scoring import Result, possible, score


def disproofs(instrument: Instrument) -> tuple[Flaw, ...]:
    """Return, for each example that does not come out, what it gives and what it should."""
    return tuple(
        flaw(
            "disproved",
            ("vectors", place),
            ("vector", vector.id),
            name=name,
            got=str(got),
            wanted=str(wanted),
        )
        for place, vector in enumerate(instrument.vectors)
        for name, got, wanted in _differences(vector, given(instrument, vector))
    )


def given(instrument: Instrument, vector: Vector) -> Result:
    """Return what an example gives; ``otherwise`` answers whatever it may answer."""
    answers = dict(vector.answers)
    if vector.otherwise is not None:
        rest = frozenset({vector.otherwise})
        for item in instrument.items:
            if item.id not in vector.scales and possible(item, rest, frozenset()):
                answers.setdefault(item.id, rest)
    scales = {name: frozenset({said}) for name, said in vector.scales.items()}
    return score(instrument, answers, vector.flags, scales)


def _differences(vector: Vector, result: Result) -> Iterator[tuple[str, object, object]]:
    expected = vector.expected
    errors = () if expected.error is None else (expected.error,)
    if result.errors != errors:
        yield "error", ", ".join(result.errors) or "nothing", expected.error or "nothing"
        return
    if expected.markers is not None and expected.markers != frozenset(result.markers):
        yield "markers", ", ".join(sorted(result.markers)), ", ".join(sorted(expected.markers))
    if expected.reached is not None and expected.reached != frozenset(result.reached):
        yield "reached", ", ".join(result.reached), ", ".join(sorted(expected.reached))
    for name in ("minimum", "maximum", "count_minimum", "count_maximum"):
        yield from _different(name, expected, result)
    for name in ("band_minimum", "band_maximum", "positive"):
        yield from _different(name, expected, result)


def _different(name: str, expected: object, result: Result) -> Iterator[tuple[str, object, object]]:
    wanted, got = getattr(expected, name), getattr(result, name)
    if wanted is not None and wanted != got:
        yield name, got, wanted
