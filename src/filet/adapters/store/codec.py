"""How a content is written as JSON, and read back: one decoder per kind.

A field that holds its default is left out, so a default is part of the format as much
as a name is: it can never be changed, only a new kind can have another one. Bytes, which only places of
entries hold, stand in base 64.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any

import msgspec

from filet.domain.ids import WorkerId
from filet.domain.journal import Carried
from filet.domain.kinds import KINDS, NAMES, Content
from filet.domain.moments import Instant

_CARRIED_KEY = "carried"
_CARRIED_MARK = b'{"carried":'
_encode = msgspec.json.Encoder().encode
_DECODERS = {name: msgspec.json.Decoder(kind) for name, kind in KINDS.items()}
_DEFAULTS = {kind: tuple((field.name, field.default) for field in fields(kind)) for kind in NAMES}


class _First(msgspec.Struct):
    """Who wrote a moved entry first, as it stands at the head of a body."""

    by: WorkerId
    at: int
    offset: int


class _Moved(msgspec.Struct):
    carried: _First


def kind_of(content: Content) -> str:
    """Return the name under which a content is written for ever."""
    return NAMES[type(content)]


def encode(content: Content, carried: Carried | None = None) -> bytes:
    """Return the exact bytes of a body; they are hashed and never written again."""
    changed: dict[str, Any] = {}
    if carried is not None:
        changed[_CARRIED_KEY] = _First(carried.by, carried.moment.at, carried.moment.offset)
    for name, default in _DEFAULTS[type(content)]:
        value = getattr(content, name)
        if default is MISSING or value != default:
            changed[name] = value
    return _encode(changed)


def decode(kind: str, body: bytes) -> Content | None:
    """Return what a body says, or nothing when a later Filet invented its kind or its words.

    A body that was tampered with says nothing either: one entry must not keep a dossier
    closed, and the chain tells that it was changed.
    """
    decoder = _DECODERS.get(kind)
    if decoder is None:
        return None
    try:
        return decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def carried(body: bytes) -> Carried | None:
    """Return who wrote an entry first, for one that was moved here."""
    if not body.startswith(_CARRIED_MARK):
        return None
    try:
        first = msgspec.json.decode(body, type=_Moved).carried
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return Carried(first.by, Instant(first.at, first.offset))
