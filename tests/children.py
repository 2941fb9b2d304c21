"""Programs that tests start, to have a second process: ``python -m children NAME FOLDER``.

Each says on its standard output how far it got, and does as its standard input tells.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from uuid import UUID

from builders import CASE, FAST, PASSPHRASE, House, cabinet, sql, stated
from fakes.clock import FixedClock

from filet.adapters.catalogue import Catalogue
from filet.adapters.documents import PdfProtector, ReportlabPrinter
from filet.adapters.keys.holder import Holder
from filet.adapters.keys.local import LocalSlots
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.drafting import Drafting
from filet.application.interviewing import Interviewing, Spot
from filet.application.keeping import DraftKey
from filet.application.packs import HousePacks
from filet.application.quick import QuickUnlock
from filet.application.referring import Parcel, Referring
from filet.application.screening import Screening, new_session
from filet.application.workers import Passphrase
from filet.domain.errors import FiletError
from filet.domain.ids import ConsentId
from filet.domain.instruments import Instrument, ItemType, Value, item_key, pack_key
from filet.domain.kinds import Manner, NoteWritten, SessionBegun
from filet.gui import returning
from filet.gui.places import At, Place
from filet.gui.room import DOSSIERS, Where

NOBODY = 65534
PIN = "402759"
LONGEST_LIFE = 60.0
RESOURCES = Path(__file__).resolve().parent.parent / "resources"
CONSENT = ConsentId(UUID(int=0xC05E))
"""The agreement by which files leave in ``send``."""
STEPS = {
    "part": ("open", ".part"),
    "name": ("os.link", ".part"),
    "part again": ("os.remove", ".part"),
}
"""By step: what the system is asked for, and how the name ends for which it is."""


def referring_of(desk: Desk) -> Referring:
    """Return what lets files leave, with the real printer and the real phrases."""
    phrases = PdfProtector(RESOURCES / "phrases" / "fr.txt")
    printer = ReportlabPrinter(RESOURCES / "fonts")
    return Referring(desk, Catalogue(RESOURCES), printer, phrases)


def start(name: str, root: Path, *more: str) -> subprocess.Popen[str]:
    """Start one of these programs; its standard input and output are pipes.

    One that says nothing for too long is killed: who waits for its word reads an end of
    file, and fails, instead of waiting for ever.
    """
    child = subprocess.Popen(
        [sys.executable, "-m", "children", name, str(root), *more],
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


def asking(desk: Desk, name: str) -> tuple[Spot, Instrument]:
    """Begin an interview with a questionnaire, which the house brings along where Filet has none."""
    packs = HousePacks(desk, Catalogue(RESOURCES))
    own = RESOURCES / "examples" / name
    if own.is_dir():
        packs.take_in(packs.consider(own), "La directrice", "Lettre")
    tool, session = packs.instrument(name), new_session()
    case = Cases(desk).create("Mirabelle").value.case
    begun = SessionBegun(session, Manner.FACE_TO_FACE, pack=pack_key(tool))
    Screening(desk).begin(case, begun)
    return Spot(case, session, item_key(tool, tool.items[0])), tool


def ask(root: Path) -> None:
    """Answer one question after another, say of each that it is kept, and wait at the last."""
    house = House(root)
    desk = house.desk(house.unlock())
    spot, tool = asking(desk, sys.argv[3])
    use, drafting = Interviewing(desk, HousePacks(desk, Catalogue(RESOURCES))), Drafting(desk)
    say(f"open {spot.case.hex}")
    for item in tool.items[:-1]:
        key = item_key(tool, item)
        inside = At(Place.INTERVIEW, spot.case, {"item": key, "view": "one"})
        where = returning.kept(Where(DOSSIERS, inside), house.clock.wall(), at_work=True)
        drafting.keep(drafting.key("where"), where)
        grade = item.least if item.type is ItemType.SCALE else None
        value = Value.YES if item.type is ItemType.YES_NO else None
        if grade is not None or value is not None:
            use.choose(replace(spot, item=key), value, grade)
        say(key)
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


def send(root: Path) -> None:
    """Let a protected file leave with her agreement once told to, and die at one step of it.

    The step is the third argument: ``part``, ``name``, ``part again``, ``entry``, ``phrase``,
    ``said``; the fourth is the name of the file. Everything that is said was read aloud.
    """
    step, name = sys.argv[3:5]
    house = House(root, clock=Fatal(step))
    sys.stdin.readline()
    entered = house.unlock()
    referring = referring_of(house.desk(entered))
    path = root / "out" / name
    say("open")
    die_at(step)
    _, phrase = referring.send(CASE, Parcel(CONSENT, frozenset({"reach"}), "fr"), path).value
    if step != "phrase":
        say(phrase)
    kill()


class Fatal(FixedClock):
    """A clock that kills whoever asks it for the day while an entry is being written."""

    def __init__(self, step: str) -> None:
        super().__init__()
        self._dies_at = step

    def today(self) -> date:
        writing = any("register" in frame.name for frame in traceback.extract_stack())
        if self._dies_at == "entry" and writing:
            kill()
        return super().today()


def die_at(step: str) -> None:
    """Die when the system is asked for what begins a step of writing a file."""
    event, ending = STEPS.get(step, ("", ""))

    def hear(told: str, told_of: tuple[object, ...]) -> None:
        if told == event and str(told_of[0]).endswith(ending):
            kill()

    sys.addaudithook(hear)


def kill() -> None:
    """Die at once, as when the power goes."""
    os.kill(os.getpid(), signal.SIGKILL)


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
    "ask": ask,
    "send": send,
    "withdraw": withdraw,
    "lock": lock,
    "keep": keep,
    "quick": quick,
    "quick_again": quick_again,
}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](Path(sys.argv[2]))
