"""What a use case gives back: its value, and what screens may want to read again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Topic(StrEnum):
    """Something that screens show."""

    CASES = "cases"
    CASE = "case"
    DUE = "due"
    REGISTER = "register"
    HOUSE = "house"
    DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """A value, and the topics that changed."""

    value: T_co
    changed: frozenset[Topic] = frozenset()
