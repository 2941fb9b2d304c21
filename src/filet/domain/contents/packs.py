"""What the house records of the questionnaires that it brings along itself."""

from __future__ import annotations

from dataclasses import dataclass

from filet.domain.contents.shared import Content


@dataclass(frozen=True, slots=True)
class PackPartKept(Content):
    """A piece of a file of a pack; all of them together are the pack, and stay for ever."""

    digest: str
    """Of the whole pack, as ``filet.domain.packs`` takes it (SHA-256, hexadecimal)."""
    file: str
    number: int
    """Its place among the pieces of that file, from 0."""
    text: str


@dataclass(frozen=True, slots=True)
class PackImported(Content):
    """A pack is offered from now on: whose it is, and who says that the house may use it."""

    pack: str
    version: str
    """Under which statements name it for ever."""
    digest: str
    declared: str
    """The version that its own file says."""
    modified: bool
    """Whether a pack of that name and declared version was known with other content."""
    holder: str
    terms: str
    authorised_by: str
    authority: str
    """What says so: a letter, a contract, a message and its day."""


@dataclass(frozen=True, slots=True)
class PackWithdrawn(Content):
    """A pack is not offered any more; what was answered with it stays readable."""

    pack: str
    version: str
    reason: str


@dataclass(frozen=True, slots=True)
class CutoffSet(Content):
    """A threshold that the house set for itself, beside those that were published.

    It decides nothing either. A later one for the same questionnaire replaces it.
    """

    pack: str
    version: str
    at_least: int
    source: str
    """Where the house takes it from."""
    reason: str
    removed: bool = False
