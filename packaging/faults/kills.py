"""Kills at a random moment, and what is left: everything that was said to be kept."""

from __future__ import annotations

import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from uuid import UUID

import pikepdf

from faults.houses import House, environment, way
from faults.programs import TRIAL
from faults.results import Result
from filet.adapters.keys.keyfile import load
from filet.adapters.store.connection import connect
from filet.adapters.store.copies import Copies
from filet.application.copying import Label
from filet.application.unlocking import Entered
from filet.domain.errors import FiletError
from filet.domain.ids import HOUSE, CaseId
from filet.domain.kinds import NAMES, DisclosureMade
from filet.i18n import Words

NOTES = 60
"""Notes that a house holds before it is harmed."""


@dataclass(frozen=True, slots=True)
class Round:
    """A house, what a program had said when it was killed, and where the result goes."""

    house: House
    said: list[str]
    result: Result
    words: Words

    def numbers(self) -> set[int]:
        """Return the notes that were said to be kept."""
        return {int(word) for word in self.said if word.isdigit()}

    def names(self, kind: str) -> list[str]:
        """Return what was said to be done of a kind: copies, dossiers."""
        return [word.split()[1] for word in self.said if word.startswith(f"{kind} ")]

    @contextmanager
    def opened(self) -> Iterator[Entered]:
        """Open the house, as she does next; all of it must verify."""
        with self.house.opened() as entered:
            self.result.tell(None, self.words)
            yield entered
            for finding in self.house.check(entered).findings:
                self.result.wrong.append(f"check finds {finding.what} ({finding.detail})")

    def keep(self, wanted: set[int], found: set[int]) -> None:
        """Count what was said to be kept, and what of it is not there."""
        self.result.acknowledged += len(wanted)
        self.result.lost += len(wanted - found)


@dataclass(frozen=True, slots=True)
class Kill:
    """What is done, for how long at most before the kill, and how it is looked at then."""

    fault: str
    program: str
    longest: float
    look: Callable[[Round], None]
    share: float
    """Part of all rounds."""
    fresh: bool = True
    """Whether each round begins with the same house again."""


def run(kill: Kill, rounds: int, root: Path, random: Random, words: Words) -> Result:
    """Do it, kill it, look; as often as asked."""
    result = Result(kill.fault)
    model = _model(kill, root / "model")
    house = model.copy_to(root / "house") if model else House(root / "house")
    for _ in range(rounds):
        said = killed(kill.program, house, random.uniform(0, kill.longest))
        house = House(house.root)  # its clock is where the program put it
        kill.look(Round(house, said, result, words))
        result.rounds += 1
        if kill.fresh:
            shutil.rmtree(house.root, ignore_errors=True)
            house = model.copy_to(house.root) if model else House(house.root)
    return result


def _model(kill: Kill, root: Path) -> House | None:
    """Return the house that each round begins with; nothing when none is to be there."""
    if kill.program == "create":
        return None
    house = House(root).create(NOTES)
    if kill.program == "send":
        house.agree()
    if kill.program == "restore":
        with house.opened() as entered:
            house.copies(entered).run()
            for number in range(NOTES, 2 * NOTES):
                house.desk(entered).record_note(number)
    return house


def killed(program: str, house: House, life: float) -> list[str]:
    """Kill a program some time after it began; return what it had said by then."""
    child = subprocess.Popen(
        [sys.executable, "-m", "faults.programs", program, str(house.root)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment(),
    )
    said = ""
    with child:
        if child.stdout is None:
            return []
        said = child.stdout.readline()
        end = time.monotonic() + life
        while (left := end - time.monotonic()) > 0 and child.poll() is None:
            if select.select([child.stdout], [], [], left)[0]:
                said += child.stdout.readline()
        child.kill()
        said += child.stdout.read()
    whole, _, _ = said.rpartition("\n")
    return whole.split("\n")[1:]


# Looking ------------------------------------------------------------------------------


def answering(done: Round) -> None:
    """Look whether everything that was said to be written can be read."""
    with done.opened() as entered:
        done.keep(done.numbers(), done.house.desk(entered).numbers())


def backing_up(done: Round) -> None:
    """Look whether each copy that was made reads whole, and nothing else looks like one."""
    with done.opened() as entered:
        done.keep(done.numbers(), done.house.desk(entered).numbers())
        there = Copies({}).copies(done.house.place, entered.vault_id)
        last = set(done.names("copy")[-1:])
        done.result.acknowledged += len(done.names("copy"))
        done.result.lost += len(last - there.keys())
        for name in there:
            _read_whole(done, entered, name)


def _read_whole(done: Round, entered: Entered, name: str) -> None:
    copy = done.house.place / name
    label = Label(entered.vault_id, done.house.clock.now(), "", ())
    keys = entered.hand.reopen(copy)
    try:
        holds = Copies({}).read_whole(copy, keys, label, lambda: None)
        said = Copies({}).described(copy, keys)
        done.result.expect(holds.heads == said.heads, "a copy holds less than it says")
    except FiletError as error:
        done.result.wrong.append(f"a copy does not read whole: {error.code}")


def restoring(done: Round) -> None:
    """Look whether one of the two sets opens, and whether each entry is in one of them."""
    with done.opened() as entered:
        found = done.house.desk(entered).numbers()
    done.result.expect(set(range(NOTES)) <= found, "neither set is whole")
    for aside in done.house.folder.glob("mis-de-cote_*"):
        with done.house.opened(aside) as former:
            found |= done.house.desk(former).numbers()
    done.keep(set(range(2 * NOTES)), found)


def destroying(done: Round) -> None:
    """Look whether each dossier is whole or gone, and gone where that was said."""
    destroyed = set(done.names("destroyed"))
    with done.opened() as entered:
        desk = done.house.desk(entered).desk
        for written in done.names("written"):
            name, _, whole = written.partition(".")
            entries = len(desk.fold(CaseId(UUID(name))).entries)
            done.result.acknowledged += 1
            done.result.lost += entries not in (0, int(whole))
            done.result.expect(name not in destroyed or not entries, "what was destroyed is back")


def changing_locks(done: Round) -> None:
    """Look whether exactly one of the keys opens, and one is left once she opened again."""
    keys = way(done.house.folder).data_keys
    opening = sum(_opens(done.house, key) for key in keys)
    done.result.expect(opening == 1, f"{opening} of {len(keys)} keys open the file")
    with done.opened() as entered:
        done.keep(done.numbers(), done.house.desk(entered).numbers())
    left = load(done.house.folder).epochs
    done.result.expect(len(left) == 1, "a former key still stands beside the new one")
    last = int(next(iter(done.names("locks")[-1:]), "0"))
    done.result.acknowledged += last > 0
    done.result.lost += left[0].number < last


def _opens(house: House, key: bytearray) -> bool:
    """Tell whether a key opens the dossiers as the kill left them: a likeness, log included."""
    likeness = shutil.copytree(house.folder, house.root / "likeness")
    try:
        with closing(connect(likeness / house.vault.name, key)) as connection:
            connection.execute("SELECT count(*) FROM entry").fetchone()
    except FiletError:
        return False
    finally:
        shutil.rmtree(likeness)
    return True


def migrating(done: Round) -> None:
    """Look whether the vault has one shape or the other, and every note either way."""
    with closing(connect(done.house.vault, way(done.house.folder).data_keys[0])) as connection:
        (shape,) = connection.execute("PRAGMA user_version").fetchone()
        tables = "SELECT count(*) FROM sqlite_schema WHERE name = 'trial'"
        (trial,) = connection.execute(tables).fetchone()
        kept = "SELECT count(*) FROM entry WHERE kind = 'note_written/1'"
        (count,) = connection.execute(kept).fetchone()
    done.keep(set(range(NOTES)), set(range(count)))
    done.result.expect((shape == TRIAL) == bool(trial), "a shape is half there")
    done.result.expect("migrated" not in done.said or shape == TRIAL, "a migration was undone")
    if shape != TRIAL:
        with done.opened() as entered:
            done.keep(set(range(NOTES)), done.house.desk(entered).numbers())


def sending(done: Round) -> None:
    """Look whether each file has its entry, and each entry whose phrase was said its file."""
    said = dict(word.split(".pdf.") for word in done.names("sent"))
    with done.opened() as entered:
        found = entered.vault.journal.of_kinds((NAMES[DisclosureMade],), HOUSE)
        known = {
            one.content.file_digest for one in found if isinstance(one.content, DisclosureMade)
        }
    files = {one.name: sha256(one.read_bytes()).hexdigest() for one in done.house.place.iterdir()}
    done.result.expect(set(files.values()) <= known, "a file left without its entry")
    done.result.acknowledged += len(said)
    done.result.lost += sum(f"{name}.pdf" not in files for name in said)
    for name, phrase in said.items():
        done.result.expect(_reads(done.house.place / f"{name}.pdf", phrase), "a phrase is wrong")


def _reads(path: Path, phrase: str) -> bool:
    """Tell whether a file opens with its phrase, and not without."""
    try:
        pikepdf.open(path).close()
    except pikepdf.PasswordError:
        with pikepdf.open(path, password=phrase.replace("-", " ")) as pdf:
            return bool(pdf.pages)
    return False


def creating(done: Round) -> None:
    """Look whether a house that was finished opens, and any other can be begun again."""
    try:
        with done.opened():
            done.result.acknowledged += len(done.names("created"))
    except FiletError as error:
        done.result.tell(error, done.words)
        done.result.lost += len(done.names("created"))
        try:
            done.house.create()
        except FiletError as again:
            done.result.wrong.append(f"{error.code}, and then it cannot be begun again: {again}")


KILLS = (
    Kill("kill -9 while answering", "answer", 0.12, answering, 0.3, fresh=False),
    Kill("kill -9 while migrating", "bring_to_trial", 0.04, migrating, 0.12),
    Kill("kill -9 while backing up", "back_up", 0.5, backing_up, 0.14, fresh=False),
    Kill("kill -9 while restoring", "restore", 0.5, restoring, 0.14),
    Kill("kill -9 while destroying", "destroy", 0.15, destroying, 0.14, fresh=False),
    Kill("kill -9 while re-keying", "change_locks", 0.4, changing_locks, 0.1, fresh=False),
    Kill("kill -9 while a file leaves", "send", 0.5, sending, 0.06, fresh=False),
    Kill("kill -9 while a house is made", "create", 0.3, creating, 0.06),
)
