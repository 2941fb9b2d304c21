"""What is wrong with a definition: values that whoever shows them puts into words.

A flaw knows its code, what it is about and where that stands in the file; the sentence and
what to do about it are worded in one place, like those of every error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

At = tuple[str | int, ...]
"""Where something stands in a file: names of tables and keys, and places in a list from 0."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong, and the part that it is about, such as a rule and its name."""

    code: str
    at: At = ()
    of: tuple[str, str] | None = None
    fields: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """A flaw in a file, and on which of its lines, from 1; none where it is missing from it."""

    path: str
    flaw: Flaw
    line: int | None = None


def flaw(code: str, at: At, of: tuple[str, str] | None = None, **fields: str | int) -> Flaw:
    """Return a flaw, with what its sentence names."""
    return Flaw(code, at, of, fields)


def twice(
    what: str, names: Iterable[str], at: At, of: tuple[str, str] | None = None
) -> Iterator[Flaw]:
    """Say which names stand more than once, where the second one stands."""
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        found.setdefault(name, []).append(place)
    for name, places in found.items():
        if len(places) > 1:
            yield flaw("twice", (*at, places[1]), of, what=what, name=name, times=len(places))


def unknown(
    what: str, names: Iterable[str], known: Iterable[str], at: At, of: tuple[str, str]
) -> Iterator[Flaw]:
    """Say which names are used and not defined."""
    for name in sorted(set(names).difference(known)):
        yield flaw("unknown_name", at, of, what=what, name=name)
