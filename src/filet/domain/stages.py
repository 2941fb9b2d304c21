"""The chronology in eight stages: a lens over what was told, never a place nor a prediction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage, and the items of the inventory that may be read again under it."""

    id: str
    items: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages in their order, and what must be said of them, by language."""

    verified: bool
    stages: tuple[Stage, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
