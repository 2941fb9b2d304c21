"""How what leaves is written: entries as lines of JSON, kinds as tables for a spreadsheet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from enum import Enum
from io import StringIO
from itertools import islice
from typing import Any
from uuid import UUID

from filet.application.copying import Between
from filet.domain.ids import HOUSE, CaseId
from filet.domain.journal import Entry, Sealed
from filet.domain.kinds import Content

AT_ONCE = 250
"""Entries that are read or written before whoever waits has a turn."""
COMMON = ("chain", "seq", "at", "by", "case", "dossier", "counts")
"""Columns that every table begins with."""
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""First characters that a spreadsheet takes for a formula."""


def json_line(entry: Sealed, *, shown: bool) -> bytes:
    """Return one entry as one line of JSON: its body as it was written, byte for byte.

    What she who exports may not see leaves its place only, as what was erased does.
    """
    header, filling = entry.header, entry.filling if shown else None
    line: dict[str, Any] = {
        "chain": header.chain.hex(),
        "seq": header.seq,
        "tick": header.tick,
        "refs": [[ref.chain.hex(), ref.seq] for ref in header.refs],
        "commitment": header.commitment.hex(),
        "hash": entry.hash.hex(),
    }
    if filling is not None:
        meta = filling.meta
        line |= {
            "case": meta.case.hex if meta.case != HOUSE else None,
            "at": meta.moment.at,
            "offset": meta.moment.offset,
            "by": meta.by.hex,
            "kind": meta.kind,
            "body": filling.body.decode("utf-8"),
            "salt": filling.salt.hex(),
            "signature": filling.signature.hex() if filling.signature else None,
        }
    return json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n"


def row_of(
    entry: Entry, names: dict[UUID, str], numbers: dict[CaseId, str], *, counts: bool
) -> tuple[str, ...]:
    case = entry.case if entry.case != HOUSE else None
    return (
        entry.ref.chain.hex(),
        str(entry.ref.seq),
        entry.moment.local().isoformat() if entry.moment else "",
        names.get(entry.by, entry.by.hex) if entry.by else "",
        case.hex if case else "",
        numbers.get(case, "") if case else "",
        "yes" if counts else "no",
        *_cells(entry.content),
    )


def _cells(content: Content | None) -> tuple[str, ...]:
    if content is None:
        return ()
    return tuple(_cell(getattr(content, field.name)) for field in fields(content))


def _cell(value: object) -> str:
    """Return a value as text that no spreadsheet runs."""
    text = value if isinstance(value, str) and not isinstance(value, Enum) else _plain(value)
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def _plain(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case Enum():
            return str(value.value)
        case _:
            return json.dumps(value, default=_jsonable, ensure_ascii=False).strip('"')


def _jsonable(value: Any) -> object:
    if isinstance(value, bytes):
        return value.hex()
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return str(value)


def table_of(
    columns: Iterable[str], rows: Iterable[Iterable[str]], between: Between
) -> Iterator[bytes]:
    """Return a table as spreadsheets read it: UTF-8 with its mark, commas, quotes."""
    yield "\ufeff".encode()
    yield _table((columns,))
    left = iter(rows)
    while some := tuple(islice(left, AT_ONCE)):
        yield _table(some)
        between()


def _table(rows: Iterable[Iterable[str]]) -> bytes:
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8")
