"""The law, in our own words and by date: what held in July is not what holds in January."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from filet.domain.instruments import duplicates


@dataclass(frozen=True, slots=True)
class LawText:
    """Our summary in one language, and what remains to be checked of it."""

    summary: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LawVersion:
    """A rule between two days, both included. A day that is not known is left open."""

    id: str
    citation: str
    source: str
    verified: bool
    in_force_from: date | None = None
    in_force_to: date | None = None
    texts: Mapping[str, LawText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Law:
    """A rule, with the versions it had."""

    id: str
    versions: tuple[LawVersion, ...]
    titles: Mapping[str, str] = field(default_factory=dict)


def in_force(versions: Iterable[LawVersion], on: date) -> LawVersion | None:
    """Return the version that holds on a day; of several, the one that began last."""
    holding = [version for version in versions if _holds(version, on)]
    return max(holding, key=lambda version: version.in_force_from or date.min, default=None)


def _holds(version: LawVersion, on: date) -> bool:
    first, last = version.in_force_from or date.min, version.in_force_to or date.max
    return first <= on <= last


def faults(law: Law) -> tuple[str, ...]:
    """Return everything that is wrong with the dates of a rule."""
    backwards = (version for version in law.versions if _backwards(version))
    return (
        *([] if law.versions else ["there is no version"]),
        *duplicates("version", (version.id for version in law.versions)),
        *(f"version {version.id}: it ends before it begins" for version in backwards),
    )


def _backwards(version: LawVersion) -> bool:
    first, last = version.in_force_from or date.min, version.in_force_to or date.max
    return last < first
