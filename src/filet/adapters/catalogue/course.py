"""Reads the training dossier: an invented course, and its words in one language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from filet.application.course import Course, Step
from filet.domain.errors import PackBroken

_FORMAT = "filet-demo/1"


def read_course(folder: Path, language: str, actions: Mapping[str, str]) -> Course:
    """Return the course that a folder holds. Raises PackBroken."""
    course, words = _toml(folder / "course.toml"), _toml(folder / f"text.{language}.toml")
    if course.get("format") != _FORMAT:
        raise PackBroken(path="demo/course.toml", fault="format")
    try:
        steps = tuple(_step(fields) for fields in course["steps"])
        found = Course(
            course["instrument"], course["plan"], language, steps, words["texts"], actions
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise PackBroken(path="demo/course.toml", fault=str(error)) from None
    for fault in _faults(found):
        raise PackBroken(path="demo/course.toml", fault=fault)
    return found


def never_on_what_she_takes(folder: Path, language: str) -> tuple[str, ...]:
    """Return the texts that must be found on no sheet she takes."""
    texts = _toml(folder / f"text.{language}.toml")["texts"]
    return tuple(texts[key] for key in _toml(folder / "course.toml")["never_on_what_she_takes"])


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackBroken(path=f"demo/{path.name}", fault=type(error).__name__) from None


def _step(fields: dict[str, Any]) -> Step:
    return Step(fields["do"], fields["day"], fields["time"], fields)


def _faults(course: Course) -> Iterator[str]:
    """Say which steps go back in time."""
    before = (0, "")
    for step in course.steps:
        if (step.day, step.hour) < before:
            yield f"{step.do}, day {step.day}, {step.hour}: earlier than the step before"
        before = (step.day, step.hour)
