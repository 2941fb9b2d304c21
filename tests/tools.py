"""Instruments for tests: a small one, made in memory, and the ones that ship."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from filet.adapters.catalogue import Catalogue
from filet.domain.instruments import (
    Expected,
    Instrument,
    Item,
    Kind,
    Licence,
    LicenceClass,
    Value,
    Vector,
)

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


@cache
def shipped() -> Catalogue:
    """Return the data that ships, read and proved once for all tests of a process."""
    return Catalogue(RESOURCES)


def licence(**changes: str) -> Licence:
    stated = {"holder": "us", "terms": "as the program", "evidence": "written here"} | changes
    return Licence(LicenceClass.OWN, **stated)


def vectors(count: int = 6) -> tuple[Vector, ...]:
    """Return examples that say nothing, and hold."""
    return tuple(Vector(f"v{number}", {}, Expected()) for number in range(count))


def instrument(items: Iterable[Item | str] = ("a", "b", "c"), **changes: Any) -> Instrument:
    """Return a form with these yes or no items."""
    fields: dict[str, Any] = {
        "id": "small-form",
        "version": "1",
        "kind": Kind.PAPER_FORM,
        "licence": licence(),
        "items": tuple(Item(item) if isinstance(item, str) else item for item in items),
        "vectors": vectors(),
        "review_after": date(2027, 11, 30),
    }
    return Instrument(**fields | changes)


def said(**values: Value | str) -> dict[str, frozenset[Value]]:
    """Return one voice's answers."""
    return {name: frozenset({Value(value)}) for name, value in values.items()}


def graded(**grades: int) -> dict[str, frozenset[int]]:
    """Return what one voice said on scales."""
    return {name: frozenset({grade}) for name, grade in grades.items()}
