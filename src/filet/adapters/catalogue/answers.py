"""Reads a file of answers: the answers to one instrument, and nobody's name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from filet.domain.errors import AnswersUnreadable
from filet.domain.instruments import Value

EXAMPLE = '{"answers": {"1": "yes"}, "flags": ["3a"], "scales": {"fear": 7}}'
LARGEST = 1024 * 1024
_ANY_SCALE = range(101)
_PARTS = {"answers", "flags", "scales"}


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered, ready to be scored."""

    answers: Mapping[str, Value]
    flags: frozenset[str] = frozenset()
    scales: Mapping[str, int] = field(default_factory=dict)


def read_answers(data: bytes) -> Answers:
    """Return the answers in a file. Raises AnswersUnreadable on any other shape.

    A fault names an item and never what was answered.
    """
    found = _parsed(data)
    if not isinstance(found, dict) or "answers" not in found:
        _refuse("it has no “answers”")
    if not _PARTS.issuperset(found):
        _refuse("it has something else beside “answers”, “flags” and “scales”")
    said = _table(found, "answers")
    flags = found.get("flags", [])
    if not isinstance(flags, list) or not all(isinstance(flag, str) for flag in flags):
        _refuse("“flags” is not a list of names")
    return Answers(
        answers={item: _value(item, value) for item, value in said.items()},
        flags=frozenset(flags),
        scales={item: _scale(item, value) for item, value in _table(found, "scales").items()},
    )


def _parsed(data: bytes) -> Any:
    if len(data) > LARGEST:
        _refuse(f"it is larger than {LARGEST // 1024} KiB")
    try:
        text = data.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except UnicodeDecodeError:
        _refuse("it is not in UTF-8")
    except RecursionError:
        _refuse("it is nested too deeply")
    except ValueError:
        _refuse("it is not JSON")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        _refuse("the same name stands twice")
    return found


def _no_constant(_: str) -> NoReturn:
    _refuse("it is not JSON")


def _table(found: dict[str, Any], name: str) -> dict[str, Any]:
    table = found.get(name, {})
    if not isinstance(table, dict):
        _refuse(f"“{name}” is not a table of items")
    return table


def _value(item: str, value: object) -> Value:
    if not isinstance(value, str) or value not in set(Value):
        _refuse(f"{_short(item)} is answered with none of {', '.join(Value)}")
    return Value(value)


def _scale(item: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value not in _ANY_SCALE:
        _refuse(f"{_short(item)} is not on a scale from 0 to 100")
    return value


def _short(item: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in item[:40])


def _refuse(fault: str) -> NoReturn:
    raise AnswersUnreadable(fault=fault, example=EXAMPLE)
