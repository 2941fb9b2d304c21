"""``manifest.json``: what a copy holds, in a way that only its own key can have written.

It stands in clear on a medium that anybody may hold, so it names nobody; and it tells a
restore what is to be erased again, so it must not be believed on its word. The last field
is an HMAC-SHA256 of the others, under a key that comes from the data key.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

import msgspec

from filet.adapters.store.connection import KEY_SIZE
from filet.application.copying import Erased, Inventory
from filet.domain.ids import ChainId, Ref, VaultId
from filet.domain.journal import Head
from filet.domain.kinds import ErasureReason
from filet.domain.moments import Instant

FORMAT = "filet-backup/1"
_PURPOSE = b"filet/1/manifest"


class _Head(msgspec.Struct):
    chain: str
    seq: int
    hash: str
    tick: int


class _Erased(msgspec.Struct):
    chain: str
    seq: int
    kind: str
    reason: ErasureReason
    places: dict[str, list[tuple[int, int]]]
    """By chain, from the first to the last of each run."""


class _Manifest(msgspec.Struct):
    format: str
    vault: UUID
    taken: int
    offset: int
    version: str
    entries: int
    dossiers: int
    heads: list[_Head]
    slots: list[str]
    erased: list[_Erased]
    hmac: str = ""


def render(holds: Inventory, data_key: bytearray) -> bytes:
    """Return the bytes of a manifest."""
    manifest = _Manifest(
        FORMAT,
        holds.vault,
        holds.taken.at,
        holds.taken.offset,
        holds.version,
        holds.entries,
        holds.dossiers,
        [_Head(one.chain.hex(), one.seq, one.hash.hex(), one.tick) for one in holds.heads],
        list(holds.slots),
        [_erased(one) for one in holds.erased],
    )
    manifest.hmac = _sealed(manifest, data_key)
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def parse(data: bytes, keys: Sequence[bytearray]) -> Inventory:
    """Return what a manifest says. Raises ValueError when it cannot be read or believed.

    Without any key it is only read: what it says is then good enough to be shown.
    """
    manifest = msgspec.json.decode(data, type=_Manifest)
    if manifest.format != FORMAT:
        raise ValueError("another format")
    given, manifest.hmac = manifest.hmac, ""
    if keys and not any(hmac.compare_digest(given, _sealed(manifest, key)) for key in keys):
        raise ValueError("written under another key")
    return Inventory(
        VaultId(manifest.vault),
        Instant(manifest.taken, manifest.offset),
        manifest.version,
        tuple(
            Head(_chain(one.chain), one.seq, bytes.fromhex(one.hash), one.tick)
            for one in manifest.heads
        ),
        manifest.dossiers,
        tuple(_read(one) for one in manifest.erased),
        tuple(manifest.slots),
    )


def _sealed(manifest: _Manifest, data_key: bytearray) -> str:
    key = hmac.digest(bytes(data_key[:KEY_SIZE]), _PURPOSE, "sha256")
    return hmac.digest(key, msgspec.json.encode(manifest), "sha256").hex()


def _chain(text: str) -> ChainId:
    return ChainId(bytes.fromhex(text))


def _erased(one: Erased) -> _Erased:
    places: dict[str, list[tuple[int, int]]] = {}
    for chain, first, last in _runs(one.places):
        places.setdefault(chain.hex(), []).append((first, last))
    return _Erased(one.removal.chain.hex(), one.removal.seq, one.kind, one.reason, places)


def _runs(refs: Iterable[Ref]) -> Iterator[tuple[ChainId, int, int]]:
    """Yield runs of places that follow each other, so that a long list stays short."""
    run: tuple[ChainId, int, int] | None = None
    for ref in sorted(refs):
        if run is not None and (ref.chain, ref.seq) == (run[0], run[2] + 1):
            run = (run[0], run[1], ref.seq)
            continue
        if run is not None:
            yield run
        run = (ref.chain, ref.seq, ref.seq)
    if run is not None:
        yield run


def _read(one: _Erased) -> Erased:
    places = [
        Ref(_chain(chain), seq)
        for chain, runs in one.places.items()
        for first, last in runs
        for seq in range(first, last + 1)
    ]
    return Erased(Ref(_chain(one.chain), one.seq), one.kind, one.reason, tuple(sorted(places)))
