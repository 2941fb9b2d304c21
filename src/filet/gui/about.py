"""What can be said of this very program: its version, and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Component:
    """Something that Filet is made of, and under which terms."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class About:
    """What can be said of this very program."""

    version: str
    unreviewed: int
    """Files of words that no second person has read over."""
    components: tuple[Component, ...]
