"""Every number has its test, and no vault changes its shape without a copy of the former."""

import os
from pathlib import Path

import pytest
from builders import CASE, House, sql
from fakes.keys import opened
from sqlcipher3 import dbapi2

from filet.adapters.store import migrate, openings
from filet.adapters.store.connection import APPLICATION_ID, connect
from filet.adapters.store.vault import VaultFolder
from filet.application.desk import Write
from filet.domain.errors import VaultTooNew
from filet.domain.ids import HOUSE
from filet.domain.kinds import NoteWritten

KEY = bytes(range(48))
SCHEMA = Path(migrate.__file__).with_name("schema.sql")


def made(folder: Path) -> VaultFolder:
    place = VaultFolder(folder)
    openings.make(place, bytearray(KEY), 1).close()
    return place


def test_every_migration_has_its_test() -> None:
    tested = {int(name.split("_")[2]) for name in globals() if name.startswith("test_to_")}
    assert tested == set(migrate.scripts())


def test_numbers_follow_from_one() -> None:
    assert list(migrate.scripts()) == list(range(1, len(migrate.scripts()) + 1))


def test_to_0001_the_tables_of_the_journal_are_there(tmp_path: Path) -> None:
    connection = connect(made(tmp_path).vault, bytearray(KEY))
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    tables = {name for (name,) in found if not name.startswith("search_text_")}
    assert tables == {
        "vault", "head", "entry", "case_line", "due", "register_line", "search_text", "draft",
        "outbox",
    }  # fmt: skip
    connection.close()


def test_the_schema_kept_in_git_is_the_one_that_migrations_make(tmp_path: Path) -> None:
    connection = connect(made(tmp_path).vault, bytearray(KEY))
    assert migrate.schema(connection) == SCHEMA.read_text(encoding="utf-8")
    connection.close()


def test_a_new_vault_knows_its_number_and_whose_it_is(tmp_path: Path) -> None:
    connection = connect(made(tmp_path).vault, bytearray(KEY))
    number = connection.execute("PRAGMA user_version").fetchone()
    assert number == (max(migrate.scripts()),)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    connection.close()


def test_nothing_is_applied_twice(tmp_path: Path) -> None:
    connection = connect(made(tmp_path).vault, bytearray(KEY))
    assert migrate.pending(connection) == []
    assert migrate.migrate(connection) == []
    connection.close()


def numbered(place: VaultFolder, number: int) -> None:
    connection = connect(place.vault, bytearray(KEY))
    connection.execute(f"PRAGMA user_version = {number}")
    connection.close()


def test_a_newer_vault_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    place = made(tmp_path)
    numbered(place, 99)
    before = place.vault.read_bytes()
    with pytest.raises(VaultTooNew) as caught:
        openings.unseal(place, opened(KEY).data_keys, 1)
    assert caught.value.fields == {"found": 99, "known": max(migrate.scripts())}
    assert place.vault.read_bytes() == before
    assert not list(tmp_path.glob("filet-before-*"))


def test_a_migration_that_fails_changes_nothing_and_leaves_the_copy(tmp_path: Path) -> None:
    place = made(tmp_path)
    numbered(place, 0)
    with pytest.raises(dbapi2.OperationalError, match="already exists"):
        openings.unseal(place, opened(KEY).data_keys, 1)
    connection = connect(place.vault, bytearray(KEY))
    assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    connection.close()
    assert (tmp_path / "filet-before-0001.vault").exists()


def test_the_copy_before_a_migration_opens_with_the_same_key_and_holds_the_same(
    tmp_path: Path,
) -> None:
    house = House(tmp_path)
    entered = house.create()
    house.desk(entered).record(CASE, Write(NoteWritten("avant")))
    vault = sql(entered)
    vault.connection.execute("PRAGMA user_version = 0")
    openings._backed_up(vault.folder, vault.connection)
    count = vault.connection.execute("SELECT count(*) FROM entry").fetchone()
    vault.connection.execute(f"PRAGMA user_version = {max(migrate.scripts())}")
    vault.close()
    copy = house.folder / "filet-before-0001.vault"
    assert b"avant" not in copy.read_bytes()
    assert not copy.read_bytes().startswith(b"SQLite format 3")
    copy.replace(vault.folder.vault)
    keys = house.unlocking._keys.open(house.folder, "AB", "une phrase de cinq mots").data_keys
    connection = connect(vault.folder.vault, keys[0])
    assert connection.execute("SELECT count(*) FROM entry").fetchone() == count
    connection.close()


@pytest.mark.parametrize(("days", "kept"), [(29, True), (31, False)])
def test_the_copy_before_a_migration_is_kept_for_thirty_days(
    tmp_path: Path, days: int, *, kept: bool
) -> None:
    house = House(tmp_path)
    house.create().vault.close()
    copy = house.folder / "filet-before-0002.vault"
    copy.write_bytes(b"x")
    made = house.clock.wall().timestamp()
    os.utime(copy, (made, made))
    house.clock.move(days=days)
    house.unlock().vault.close()
    assert copy.exists() == kept


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("", []),
        ("SELECT 1;\n", ["SELECT 1;"]),
        ("-- a; b\nSELECT 1;\nSELECT\n2;\n", ["-- a; b\nSELECT 1;", "SELECT\n2;"]),
        (
            "CREATE TRIGGER t BEFORE DELETE ON x\nBEGIN\n    SELECT 1;\n    SELECT 2;\nEND;\nSELECT 3;",
            [
                "CREATE TRIGGER t BEFORE DELETE ON x\nBEGIN\n    SELECT 1;\n    SELECT 2;\nEND;",
                "SELECT 3;",
            ],
        ),
    ],
)
def test_a_script_is_split_into_whole_statements(script: str, found: list[str]) -> None:
    assert list(migrate.statements(script)) == found


def test_a_script_that_stops_short_is_a_bug() -> None:
    with pytest.raises(ValueError, match="whole statement"):
        list(migrate.statements("SELECT 1"))


def test_what_the_house_says_of_a_kind_is_found_among_thousands_of_calls(tmp_path: Path) -> None:
    entered = House(tmp_path).create()
    seen: list[str] = []
    connection = sql(entered).connection
    connection.set_trace_callback(seen.append)
    entered.vault.journal.of_kinds(("worker_enrolled/1",), HOUSE)
    connection.set_trace_callback(None)
    plan = connection.execute(f"EXPLAIN QUERY PLAN {seen[-1]}").fetchall()
    assert any("entry_house" in step[-1] for step in plan)
    entered.vault.close()


def test_who_stays_in_the_house_is_found_among_thousands_of_dossiers(tmp_path: Path) -> None:
    entered = House(tmp_path).create()
    seen: list[str] = []
    connection = sql(entered).connection
    connection.set_trace_callback(seen.append)
    entered.vault.lists.housed()
    connection.set_trace_callback(None)
    plan = connection.execute(f"EXPLAIN QUERY PLAN {seen[-1]}").fetchall()
    assert any("case_line_housed" in step[-1] for step in plan)
    entered.vault.close()
