"""What msgspec says of a shape that does not fit, as a flaw that can be put into words."""

from __future__ import annotations

import re
from collections.abc import Callable

from filet.domain.flaws import At, Flaw, flaw

_AT = re.compile(r" - at `\$?([^`]*)`$")
_STEP = re.compile(r"\[(\d+)\]|\.([A-Za-z0-9_-]+)|\[\.\.\.\]")
_FIELD = re.compile(r"`([^`]*)`")
_VALUE = re.compile(r"'(.*)'")
LONGEST = 200


def misshapen(message: str) -> Flaw:
    """Return a message of msgspec as a flaw; one that is not known here stays as it is."""
    found = _AT.search(message)
    at = _steps(found[1]) if found else ()
    said = _AT.sub("", message)
    for begins, make in _KNOWN:
        if said.startswith(begins):
            return make(said, at)
    return flaw("misshapen", at, message=shortened(said))


def shortened(message: str) -> str:
    """Return a message that fits on a few lines, whatever a stranger's file made of it."""
    return message if len(message) <= LONGEST else f"{message[:LONGEST]}…"


def _steps(path: str) -> At:
    steps = _STEP.finditer(path)
    return tuple(int(one[1]) if one[1] else one[2] for one in steps if one[1] or one[2])


def _name(said: str) -> str:
    found = _FIELD.findall(said)
    return shortened(found[-1]) if found else ""


def _missing(said: str, at: At) -> Flaw:
    return flaw("field_missing", at, name=_name(said))


def _not_known(said: str, at: At) -> Flaw:
    return flaw("field_unknown", (*at, _name(said)), name=_name(said))


def _no_choice(said: str, at: At) -> Flaw:
    found = _VALUE.search(said)
    value = shortened(found[1]) if found else said
    form = len(at) > 1 and at[0] == "rules"
    return flaw("rule_form_unknown" if form else "not_a_choice", at, value=value)


def _expected(said: str, at: At) -> Flaw:
    kinds = _FIELD.findall(said)
    if "matching regex" in said:
        return flaw("bad_name", at)
    if "length >= 1" in said:
        return flaw("empty", at)
    if "length <=" in said:
        return flaw("too_many", at, most=said.rpartition(" ")[2])
    if ", got" in said and len(kinds) > 1:
        return flaw("wrong_kind", at, expected=kinds[0], got=kinds[1])
    return flaw("misshapen", at, message=shortened(said))


_KNOWN: tuple[tuple[str, Callable[[str, At], Flaw]], ...] = (
    ("Object missing required field", _missing),
    ("Object contains unknown field", _not_known),
    ("Invalid enum value", _no_choice),
    ("Invalid value", _no_choice),
    ("Expected ", _expected),
)
