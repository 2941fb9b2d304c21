"""Whose key signs, from which entry to which: read from the journal, and verified there.

A key file says nothing of this. A key that nobody known here signed for is no hand: neither
does what it signs hold, nor is a data key ever sealed to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from filet.application.keeping import Journal
from filet.domain.ids import HOUSE, Ref, WorkerId
from filet.domain.journal import Entry, Sealed
from filet.domain.kinds import (
    HANDS,
    NAMES,
    Content,
    PassphraseReset,
    RecoverySet,
    WorkerEnrolled,
    WorkerWithdrawn,
)
from filet.domain.standing import in_order

Verify = Callable[[bytes, bytes, bytes], bool]
"""Tells whether (public key, signature, message) fit together."""
Place = tuple[int, bytes, int]

HAND_KINDS = tuple(NAMES[kind] for kind in HANDS)


@dataclass(slots=True)
class Hands:
    """The signing keys of everybody who ever had one, by the place they hold from."""

    verify: Verify
    keys: dict[WorkerId, list[tuple[Place, bytes]]] = field(default_factory=dict)
    untrusted: list[Ref] = field(default_factory=list)
    """Entries that give a key, and that no known hand signed."""

    def key(self, worker: WorkerId | None, at: Place) -> bytes:
        """Return the key by which a worker signed at a place; nothing when she had none."""
        held = self.keys.get(worker, ()) if worker is not None else ()
        return next((key for since, key in reversed(held) if since <= at), b"")

    def signed(self, entry: Sealed) -> bool:
        """Tell whether an entry carries the signature of who wrote it."""
        filling = entry.filling
        if filling is None or filling.signature is None:
            return False
        place = (entry.header.tick, entry.header.chain, entry.header.seq)
        return self.verify(self.key(filling.meta.by, place), filling.signature, entry.hash)

    def co_signed(self, worker: WorkerId, at: Place, signature: str, words: bytes) -> bool:
        """Tell whether a worker signed words with the key she had at a place."""
        return self.verify(self.key(worker, at), _bytes(signature), words)

    def take(self, entry: Entry, sealed: Sealed | None) -> None:
        """Learn what one entry says of a key. They come in order."""
        worker, key = _given(entry.content)
        if worker is None:
            return
        first = not self.keys and isinstance(entry.content, WorkerEnrolled)
        held = self.keys.setdefault(worker, [])
        if first:
            held.append((entry.order(), key))
        if sealed is None or not self.signed(sealed):
            self.untrusted.append(entry.ref)
        elif not first:
            held.append((entry.order(), key))


def hands(journal: Journal, verify: Verify) -> Hands:
    """Return the hands of a house. The first worker signs for herself, the others do not."""
    found = Hands(verify)
    for entry in in_order(journal.of_kinds(HAND_KINDS, HOUSE)):
        found.take(entry, _sealed(journal, entry.ref))
    return found


def _sealed(journal: Journal, ref: Ref) -> Sealed | None:
    return next(iter(journal.sealed(ref.chain, ref.seq - 1)), None)


def _given(content: Content | None) -> tuple[WorkerId | None, bytes]:
    """Return whose key an entry gives, or takes away."""
    match content:
        case WorkerEnrolled(worker=worker, signing_key=key):
            return worker, _bytes(key)
        case PassphraseReset(worker=worker, signing_key=key):
            return worker, _bytes(key)
        case RecoverySet(slot=slot, signing_key=key):
            return WorkerId(UUID(slot)), _bytes(key)
        case WorkerWithdrawn(worker=worker):
            return worker, b""
        case _:
            return None, b""


def _bytes(text: str) -> bytes:
    """Return what hexadecimal stands for; nothing that verifies where it is none."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
