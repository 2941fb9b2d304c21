"""A program that is killed at any moment loses nothing that it said it had kept."""

import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from builders import CASE, PASSPHRASE, House, cabinet, sql
from children import start

from filet.adapters.store.connection import is_under
from filet.application.desk import Write
from filet.application.keeping import DraftKey
from filet.application.unlocking import Entered, workers_of
from filet.application.workers import Passphrase
from filet.domain.journal import start as chain_start
from filet.domain.journal import verify
from filet.domain.kinds import NoteWritten, StatementMade

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="only POSIX lets a test wait on a pipe for so short a time"
)

KILLS, DRAFT_KILLS, FILE_KILLS, KEY_KILLS = 10, 5, 5, 5
"""``packaging/tasks.py faults`` kills by the thousand."""
LONGEST = 0.08
LONGEST_CHANGE = 0.5
WHOLE = 300_000
NAMES = {
    "filet.vault", "filet.vault-wal", "filet.keys", "filet.keys.copy", "filet.lock",
    "filet.reserve",
}  # fmt: skip


def killed(child: subprocess.Popen[str], life: float) -> list[str]:
    """Kill a program some time after it opened the vault; return what it said by then."""
    assert child.stdout is not None
    assert child.stdin is not None
    with child:
        child.stdin.write("go\n")
        child.stdin.flush()
        assert child.stdout.readline() == "open\n"
        end = time.monotonic() + life
        said = ""
        while (left := end - time.monotonic()) > 0:
            if select.select([child.stdout], [], [], left)[0]:
                said += child.stdout.readline()
        child.kill()
        said += child.stdout.read()
    whole, _, _ = said.rpartition("\n")
    return whole.split("\n") if whole else []


def children(name: str, root: Path, count: int) -> Iterator[subprocess.Popen[str]]:
    """Yield one program after another; the next one starts while the last is looked into."""
    following = start(name, root)
    for _ in range(count - 1):
        child, following = following, start(name, root)
        yield child
    yield following


def verified(entered: Entered) -> None:
    for head in entered.vault.journal.heads():
        entries = entered.vault.journal.sealed(head.chain)
        assert verify(chain_start(head.chain), entries) == head


def orphans(house: House) -> set[str]:
    parts = {path.name for path in house.root.rglob("*.part")}
    return parts | {path.name for path in house.folder.iterdir()} - NAMES


def test_whatever_was_acknowledged_is_there_after_every_kill(tmp_path: Path) -> None:
    house, random = House(tmp_path), Random(6)  # noqa: S311 - nothing is protected by it
    house.create().vault.close()
    kept: set[int] = set()
    for child in children("write", tmp_path, KILLS):
        kept |= {int(seq) for seq in killed(child, random.uniform(0, LONGEST))}
        entered = house.unlock()
        file = house.desk(entered).read(CASE)
        assert kept <= {one.ref.seq for one in file.entries}
        assert len(file.all(NoteWritten)) == len(file.all(StatementMade))
        verified(entered)
        assert orphans(house) == set()
        assert entered.noticed == ()
        entered.vault.close()
    assert len(kept) > KILLS


def test_a_draft_is_there_or_its_entry_is(tmp_path: Path) -> None:
    house, random = House(tmp_path), Random(7)  # noqa: S311 - nothing is protected by it
    house.create().vault.close()
    for child in children("write", tmp_path, DRAFT_KILLS):
        said = killed(child, random.uniform(0, LONGEST))
        entered = house.unlock()
        notes = {note.text for note in house.desk(entered).read(CASE).all(NoteWritten)}
        key = DraftKey(entered.worker, CASE, "note")
        draft = entered.vault.drafts.read(key)
        assert draft is None or int(draft) >= len(said)
        assert all(f"note {number}" in notes for number in range(len(said)))
        entered.vault.write(lambda key=key, vault=entered.vault: vault.drafts.drop(key))  # type: ignore[misc]  # mypy cannot infer it
        entered.vault.close()


def test_a_kill_while_a_file_is_written_leaves_it_whole_or_not_there(tmp_path: Path) -> None:
    house, random = House(tmp_path), Random(8)  # noqa: S311 - nothing is protected by it
    house.create().vault.close()
    out = tmp_path / "out"
    for child in children("put", tmp_path, FILE_KILLS):
        out.mkdir()
        said = killed(child, random.uniform(0, LONGEST))
        entered = house.unlock()
        files = {path.name: path.stat().st_size for path in out.iterdir()}
        assert set(said) <= files.keys()
        assert len(files) <= len(said) + 1
        assert set(files.values()) <= {WHOLE}
        left = sql(entered).connection.execute("SELECT count(*) FROM outbox").fetchone()
        assert left == (0,)
        assert orphans(house) == set()
        entered.vault.close()
        for path in out.iterdir():
            path.unlink()
        out.rmdir()


def test_a_kill_while_the_data_key_changes_leaves_exactly_one_that_opens(tmp_path: Path) -> None:
    house, random = House(tmp_path), Random(9)  # noqa: S311 - nothing is protected by it
    entered = house.create()
    house.desk(entered).record(CASE, Write(NoteWritten("avant")))
    entered.vault.close()
    for child in children("withdraw", tmp_path, KEY_KILLS):
        said = killed(child, random.uniform(0, LONGEST_CHANGE))
        before = cabinet().open(house.folder, "AB", PASSPHRASE).data_keys
        assert cabinet().recover(house.folder, house.recovery).data_keys == before
        entered = house.unlock()
        (key,) = cabinet().open(house.folder, "AB", PASSPHRASE).data_keys
        assert [is_under(house.folder / "filet.vault", one) for one in before] == [
            one == key for one in before
        ]
        assert len(house.desk(entered).read(CASE).all(NoteWritten)) == 1
        verified(entered)
        gone = [one for one in workers_of(entered.vault).workers.values() if one.withdrawn]
        assert len(gone) >= sum(word.startswith("out") for word in said)
        assert orphans(house) == set()
        _let_go(house, entered)
        entered.vault.close()


def _let_go(house: House, entered: Entered) -> None:
    """Withdraw whoever a kill left inside."""
    desk = house.desk(entered)
    for worker in tuple(desk.roster.workers.values()):
        if worker.initials == "CD" and not worker.withdrawn:
            house.workers(desk).withdraw(Passphrase(PASSPHRASE), worker.id)
