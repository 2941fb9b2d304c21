"""Programs that tests start, to have a second process: ``python -m children NAME FOLDER``.

Each says on its standard output how far it got, and does as its standard input tells. They
load no more than they need: many are started only to be killed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from itertools import count
from pathlib import Path

from builders import CASE, FAST, PASSPHRASE, House, cabinet, sql, stated

from filet.adapters.keys.holder import Holder
from filet.adapters.keys.local import LocalSlots
from filet.application.desk import Write
from filet.application.drafting import Drafting
from filet.application.keeping import DraftKey
from filet.application.quick import QuickUnlock
from filet.application.workers import Passphrase
from filet.domain.errors import FiletError
from filet.domain.kinds import NoteWritten

NOBODY = 65534
PIN = "402759"
LONGEST_LIFE = 60.0
RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def start(name: str, root: Path, *more: str, among: str = "children") -> subprocess.Popen[str]:
    """Start a program of this module or of another; its standard input and output are pipes.

    One that says nothing for too long is killed: who waits for its word reads an end of
    file, and fails, instead of waiting for ever.
    """
    child = subprocess.Popen(
        [sys.executable, "-m", among, name, str(root), *more],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )
    watch = threading.Timer(LONGEST_LIFE, child.kill)
    watch.daemon = True
    watch.start()
    return child


def say(word: object) -> None:
    """Say a line, at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def hold(root: Path) -> None:
    """Hold the vault until told to let it go."""
    entered = House(root).unlock()
    say("open")
    sys.stdin.readline()
    entered.vault.close()
    say("closed")


def open_as_nobody(root: Path) -> None:
    """Try to open the vault without any right of an administrator; say what came of it."""
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    try:
        House(root).unlock().vault.close()
    except FiletError as error:
        say(error.code)
    else:
        say("open")


def write(root: Path) -> None:
    """Write statements and drafts once told to, and say of each that it is kept, until killed."""
    sys.stdin.readline()
    house = House(root)
    entered = house.unlock()
    desk = house.desk(entered)
    key = DraftKey(entered.worker, CASE, "note")
    say("open")
    for number in count():
        entered.vault.write(lambda n=number: entered.vault.drafts.save(key, b"%d" % n, n))  # type: ignore[misc]  # mypy cannot infer it
        desk.record(CASE, Write(stated()), Write(NoteWritten(f"note {number}")), draft=key)
        say(desk.read(CASE).entries[-1].ref.seq)


def work(root: Path) -> None:
    """Keep that somebody works in a place of the window, until killed."""
    house = House(root)
    entered = house.unlock()
    drafting = Drafting(house.desk(entered))
    fields = {"place": sys.argv[3], "at": house.clock.wall().isoformat(), "at_work": "yes"}
    drafting.keep(drafting.key("where"), fields)
    say("open")
    sys.stdin.readline()


def put(root: Path) -> None:
    """Write files through the outbox once told to, and register each, until killed."""
    sys.stdin.readline()
    entered = House(root).unlock()
    vault = sql(entered)
    data = os.urandom(300_000)
    say("open")
    for number in count():
        path = root / "out" / f"{number:05}.pdf"
        key = vault.outbox.put(path, data, number)
        vault.write(lambda key=key: vault.outbox.settle(key))  # type: ignore[misc]  # as above
        say(path.name)


def withdraw(root: Path) -> None:
    """Let a worker in and withdraw her, once told to and again and again, until killed."""
    sys.stdin.readline()
    house = House(root)
    entered = house.unlock()
    say("open")
    for number in count():
        worker = house.let_in(house.desk(entered), "CD")
        say(f"in {number}")
        house.workers(house.desk(entered)).withdraw(Passphrase(PASSPHRASE), worker)
        say(f"out {number}")


def quick(root: Path) -> None:
    """Set a PIN with the keyring of this system, and open with it; say what came of it."""
    slots = LocalSlots(root / "local", Holder(), lambda _: "poste", lambda: FAST)
    house = House(root, pocket=slots)
    entered = house.create()
    quick = QuickUnlock(house.desk(entered), house.folder, slots)
    quick.declare(own_accounts=True, stays_here=True)
    try:
        quick.set_up(PASSPHRASE, PIN)
    except FiletError as error:
        say(error.code)
    house.unlocking.lock(entered)
    try:
        house.unlocking.unlock_quickly(house.folder, "AB", PIN).vault.close()
        say("opened")
    except FiletError as error:
        say(error.code)
    house.unlock().vault.close()
    say("passphrase")


def quick_again(root: Path) -> None:
    """Open with a PIN that another program set; say what came of it."""
    slots = LocalSlots(root / "local", Holder(), lambda _: "poste", lambda: FAST)
    house = House(root, pocket=slots)
    house.clock.move(hours=1)
    try:
        house.unlocking.unlock_quickly(house.folder, "AB", PIN).vault.close()
        say("opened")
    except FiletError as error:
        say(error.code)


def lock(root: Path) -> None:
    """Open, give the locks another key, open again and lock; stay until told to leave."""
    house = House(root)
    entered = house.unlock()
    house.workers(house.desk(entered)).change_locks(Passphrase(PASSPHRASE))
    house.unlocking.lock(entered)
    entered = house.unlock()
    house.desk(entered).record(CASE, Write(NoteWritten("note")))
    house.unlocking.lock(entered)
    del entered
    say("locked")
    sys.stdin.readline()


def keep(root: Path) -> None:
    """Do the same, and keep a copy of the data key: what a scan must find."""
    lock_keys = cabinet().open(House(root).folder, "AB", PASSPHRASE).data_keys
    kept = bytes(lock_keys[0])
    say("locked")
    sys.stdin.readline()
    say(len(kept))


PROGRAMS: dict[str, Callable[[Path], None]] = {
    "hold": hold,
    "open_as_nobody": open_as_nobody,
    "write": write,
    "put": put,
    "work": work,
    "withdraw": withdraw,
    "lock": lock,
    "keep": keep,
    "quick": quick,
    "quick_again": quick_again,
}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](Path(sys.argv[2]))
