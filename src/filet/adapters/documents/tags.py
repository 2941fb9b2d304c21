"""The structure of a paper: what a screen reader is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a page: its index from 0, and the number of the marked text there."""

    page: int
    number: int


@dataclass(slots=True)
class Element:
    """A node of the structure: its tag of PDF 1.7, and what it holds, in reading order.

    ``attributes`` belong to the owner that is named first, such as ``("Table", "Scope",
    "Row")``. ``stands_for`` is the text that a drawn sign replaces.
    """

    tag: str
    attributes: tuple[str, str, str] | None = None
    stands_for: str = ""
    kids: list[Element | Mark] = field(default_factory=list)

    def add(
        self, tag: str, attributes: tuple[str, str, str] | None = None, stands_for: str = ""
    ) -> Element:
        """Add a node after the others, and return it."""
        element = Element(tag, attributes, stands_for)
        self.kids.append(element)
        return element


def marks(element: Element) -> Iterator[tuple[Mark, Element]]:
    """Return every mark under a node with the node that holds it."""
    for kid in element.kids:
        if isinstance(kid, Mark):
            yield kid, element
        else:
            yield from marks(kid)
