"""The database itself refuses what nobody may do to an entry."""
# ruff: noqa: S608 - the columns are ours

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import CASE, House, sql
from sqlcipher3 import dbapi2

from filet.adapters.store.connection import Connection
from filet.application.desk import Desk, Write
from filet.domain.kinds import NoteWritten

COLUMNS = (
    "key", "chain", "seq", "tick", "refs", "commitment", "hash", "file", "at", "offset", "author",
    "kind", "body", "salt", "sig",
)  # fmt: skip
CONTENT = ("file", "at", "offset", "author", "kind", "body", "salt")
BLANK = ", ".join(f"{column} = NULL" for column in (*CONTENT, "sig"))


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    house = House(tmp_path)
    entered = house.create()
    desk: Desk = house.desk(entered)
    desk.record(CASE, Write(NoteWritten("un")), Write(NoteWritten("deux")))
    yield sql(entered).connection
    entered.vault.close()


def rows(connection: Connection) -> list[tuple[object, ...]]:
    return connection.execute(f"SELECT {', '.join(COLUMNS)} FROM entry").fetchall()


def refused(connection: Connection, statement: str, why: str) -> None:
    before = rows(connection)
    with pytest.raises(dbapi2.IntegrityError, match=why):
        connection.execute(statement)
    assert rows(connection) == before


@pytest.mark.parametrize("column", COLUMNS)
def test_no_column_of_an_entry_can_be_changed(connection: Connection, column: str) -> None:
    numbers = ("key", "chain", "seq", "tick", "at", "offset")
    value = "77" if column in numbers else "'x'" if column == "kind" else "x'00'"
    refused(connection, f"UPDATE entry SET {column} = {value} WHERE seq = 2", "only be blanked")


@pytest.mark.parametrize("column", CONTENT)
def test_no_column_of_an_entry_can_be_emptied_alone(connection: Connection, column: str) -> None:
    refused(connection, f"UPDATE entry SET {column} = NULL WHERE seq = 2", "only be blanked")


@pytest.mark.parametrize("column", ["key", "chain", "seq", "tick", "refs", "commitment", "hash"])
def test_blanking_lets_no_other_column_change(connection: Connection, column: str) -> None:
    value = "77" if column in ("key", "chain", "seq", "tick") else f"zeroblob({32})"
    refused(connection, f"UPDATE entry SET {BLANK}, {column} = {value} WHERE seq = 2", "blanked")


def test_an_entry_can_be_blanked(connection: Connection) -> None:
    connection.execute(f"UPDATE entry SET {BLANK} WHERE seq = 2")
    kept = connection.execute("SELECT body, length(hash) FROM entry WHERE seq = 2").fetchone()
    assert kept == (None, 32)


def test_a_blank_can_never_be_filled_again(connection: Connection) -> None:
    connection.execute(f"UPDATE entry SET {BLANK} WHERE seq = 2")
    refused(connection, "UPDATE entry SET body = x'7b7d' WHERE seq = 2", "only be blanked")


def test_no_entry_can_be_deleted(connection: Connection) -> None:
    refused(connection, "DELETE FROM entry WHERE seq = 5", "never deleted")
    refused(connection, "DELETE FROM entry", "never deleted")


def copied(**changed: str) -> str:
    """Return a statement that inserts the fifth entry again, with some columns changed."""
    values = ", ".join(changed.get(column, column) for column in COLUMNS)
    names = ", ".join(COLUMNS)
    return f"INTO entry ({names}) SELECT {values} FROM entry WHERE seq = 5"


@pytest.mark.parametrize("seq", ["0", "-1", "3", "5", "8"])
def test_no_entry_can_be_inserted_but_after_the_last(connection: Connection, seq: str) -> None:
    refused(connection, f"INSERT {copied(key='NULL', seq=seq)}", "must follow the last")


def test_no_entry_can_be_replaced_at_its_place(connection: Connection) -> None:
    refused(connection, f"INSERT OR REPLACE {copied(body='zeroblob(2)')}", "must follow")


def test_no_entry_can_be_replaced_by_its_key(connection: Connection) -> None:
    refused(connection, f"INSERT OR REPLACE {copied(seq='7')}", "never deleted")


def test_without_recursive_triggers_a_replacement_would_pass(connection: Connection) -> None:
    assert connection.execute("PRAGMA recursive_triggers").fetchone() == (1,)
    connection.execute("PRAGMA recursive_triggers = OFF")
    connection.execute(f"INSERT OR REPLACE {copied(seq='7')}")
    assert connection.execute("SELECT count(*) FROM entry WHERE seq = 5").fetchone() == (0,)


@pytest.mark.parametrize("how", ["OR REPLACE", "OR IGNORE", "OR ROLLBACK"])
def test_no_way_of_updating_moves_an_entry(connection: Connection, how: str) -> None:
    refused(connection, f"UPDATE {how} entry SET seq = 5 WHERE seq = 6", "only be blanked")


def test_a_chain_with_entries_cannot_be_deleted(connection: Connection) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="FOREIGN KEY"):
        connection.execute("DELETE FROM head")


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0),
        ("temp_store", 2), ("secure_delete", 1), ("locking_mode", "exclusive"),
        ("cipher_memory_security", "0"),
    ],
)  # fmt: skip
def test_a_connection_is_set_up_as_it_must_be(
    connection: Connection, pragma: str, value: object
) -> None:
    assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)
