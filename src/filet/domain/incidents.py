"""The twelve months of what he did to her, with how badly: dated, never added up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SeverityText:
    """The degrees in one language, by number, and what is said where nobody gave one."""

    title: str
    none: str
    degrees: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Severity:
    """A scale of degrees, in a version that every incident names."""

    id: str
    version: str
    source: str
    degrees: tuple[int, ...]
    texts: Mapping[str, SeverityText] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Return how an incident names it."""
        return f"{self.id}-{self.version}"
