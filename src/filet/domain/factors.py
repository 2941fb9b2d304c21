"""Markers: what stands out whatever the answers add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class MarkerText:
    """A marker in one language: its short name, and the fact as a sentence."""

    name: str
    fact: str


@dataclass(frozen=True, slots=True)
class Marker:
    """Something that any yes raises; a critical one is asked about before a calm level."""

    id: str
    critical: bool
    source: str = ""
    texts: Mapping[str, MarkerText] = field(default_factory=dict)
