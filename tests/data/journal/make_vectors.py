"""Writes ``vectors.json`` from the description of the format alone: nothing of Filet is read.

    python tests/data/journal/make_vectors.py

The file never changes after a release; this program says how it was made.
"""

from __future__ import annotations

import hashlib
import json
import struct
from pathlib import Path
from typing import Any

HOUSE = bytes(16)
CASE = bytes.fromhex("0f1e2d3c4b5a49788796a5b4c3d2e1f0")
WORKER = bytes.fromhex("a0a1a2a3a4a5a6a7a8a9aaabacadaeaf")
CHAIN_A = b"\x01" * 16
CHAIN_B = b"\xfe" * 16

ENTRIES: list[dict[str, Any]] = [
    {
        "case": HOUSE, "at": 0, "offset": 0, "by": HOUSE, "kind": "chain_started/1",
        "body": b"{}", "tick": 1, "refs": [],
    },
    {
        "case": CASE, "at": 1_795_462_200_123, "offset": -300, "by": WORKER,
        "kind": "statement_made/1", "body": '{"text":"serré le cou, « même une fois »"}'.encode(),
        "tick": 2, "refs": [],
    },
    {
        "case": CASE, "at": -1, "offset": -720, "by": WORKER, "kind": "note_written/1",
        "body": b"", "tick": 7, "refs": [(CHAIN_B, 1), (CHAIN_A, 2), (CHAIN_A, 1)],
    },
    {
        "case": CASE, "at": 2**63 - 1, "offset": 840, "by": WORKER, "kind": "k" * 300,
        "body": bytes(range(256)) * 4, "tick": 2**63, "refs": [(CHAIN_A, 2**63 + 5)],
    },
]  # fmt: skip


def number(value: int, size: int) -> bytes:
    return value.to_bytes(size, "big", signed=False)


def make_meta(entry: dict[str, Any]) -> bytes:
    kind = entry["kind"].encode("ascii")
    times = struct.pack(">q", entry["at"]) + struct.pack(">h", entry["offset"])
    return b"".join((entry["case"], times, entry["by"], number(len(kind), 2), kind))


def make_refs(refs: list[tuple[bytes, int]]) -> bytes:
    return b"".join(sorted(chain + number(seq, 8) for chain, seq in refs))


def make_header(seq: int, entry: dict[str, Any], commitment: bytes) -> bytes:
    head = b"filet-entry-1\x00" + CHAIN_A + number(seq, 8) + number(entry["tick"], 8)
    return head + number(len(entry["refs"]), 2) + make_refs(entry["refs"]) + commitment


def make() -> list[dict[str, Any]]:
    vectors, prev = [], bytes(32)
    for seq, entry in enumerate(ENTRIES, 1):
        salt = hashlib.md5(number(seq, 8), usedforsecurity=False).digest()
        meta = make_meta(entry)
        hashed = hashlib.sha256()
        for piece in (b"filet-body-1\x00", salt, meta, entry["body"]):
            hashed.update(piece)
        header = make_header(seq, entry, hashed.digest())
        found = hashlib.sha256(prev + header).digest()
        vectors.append(
            {
                "case": entry["case"].hex(),
                "at": entry["at"],
                "offset": entry["offset"],
                "by": entry["by"].hex(),
                "kind": entry["kind"],
                "body": entry["body"].hex(),
                "salt": salt.hex(),
                "chain": CHAIN_A.hex(),
                "seq": seq,
                "tick": entry["tick"],
                "refs": [[chain.hex(), place] for chain, place in entry["refs"]],
                "prev": prev.hex(),
                "meta_bytes": meta.hex(),
                "refs_bytes": make_refs(entry["refs"]).hex(),
                "commitment": hashed.hexdigest(),
                "header_bytes": header.hex(),
                "hash": found.hex(),
            }
        )
        prev = found
    return vectors


if __name__ == "__main__":
    text = json.dumps(make(), indent=1, ensure_ascii=True) + "\n"
    Path(__file__).with_name("vectors.json").write_text(text, encoding="utf-8")
