"""Brings a vault to the shape that this Filet knows: numbered scripts, each in one piece."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from importlib import resources

from filet.adapters.store.connection import APPLICATION_ID, Connection, transaction
from filet.domain.errors import VaultTooNew

_SCRIPTS = "filet.adapters.store.migrations"


def scripts() -> dict[int, str]:
    """Return every script by its number."""
    found = {}
    for file in resources.files(_SCRIPTS).iterdir():
        if file.name.endswith(".sql"):
            found[int(file.name[:4])] = file.read_text(encoding="utf-8")
    return dict(sorted(found.items()))


def pending(connection: Connection, known: Mapping[int, str] | None = None) -> list[int]:
    """Return the numbers still to apply; raise VaultTooNew when the vault knows more."""
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    known = known or scripts()
    if found > max(known):
        raise VaultTooNew(found=found, known=max(known))
    return [number for number in known if number > found]


def migrate(connection: Connection, known: Mapping[int, str] | None = None) -> list[int]:
    """Apply what is pending and return the numbers applied."""
    known = known or scripts()
    numbers = pending(connection, known)
    for number in numbers:
        with transaction(connection):
            for statement in statements(known[number]):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")
    return numbers


def statements(script: str) -> Iterator[str]:
    """Split a script; a trigger stays whole. A statement ends at the end of a line."""
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered.strip()
            gathered = ""
    if gathered.strip():
        raise ValueError("a migration does not end with a whole statement")


def schema(connection: Connection) -> str:
    """Return the schema as text, for comparing it with the one that is kept in git."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search_text_%'"
        " AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    )
    return "".join(f"{sql.strip()};\n\n" for (sql,) in rows)
