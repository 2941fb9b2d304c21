"""What is done when the kill comes: ``python -m faults.programs NAME FOLDER``.

Each program says ``open`` when it begins, then of each thing it did that it is done.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

from faults.houses import CASE, CONSENT, PASSPHRASE, House, way
from filet.adapters.documents import protect
from filet.adapters.keys.keyfile import load
from filet.adapters.store import migrate
from filet.adapters.store.connection import connect
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.erasing import Erasing
from filet.application.keeping import DraftKey
from filet.application.referring import Parcel
from filet.application.workers import Passphrase
from filet.domain.ids import CaseId
from filet.domain.kinds import ErasureReason, NoteWritten

TRIAL = max(migrate.scripts()) + 1
"""Number of a shape that no Filet knows yet: only these programs bring a vault to it."""
TRIAL_SCRIPT = """
CREATE TABLE trial (key INTEGER PRIMARY KEY, body BLOB, twice INTEGER) STRICT;
INSERT INTO trial SELECT key, body, 2 * key FROM entry;
CREATE INDEX trial_twice ON trial (twice);
UPDATE trial SET twice = twice + 1;
ALTER TABLE draft ADD COLUMN trial INTEGER;
"""


def say(word: object) -> None:
    """Say a line, at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def answer(house: House) -> None:
    """Write drafts and notes, one after the other."""
    entered = house.unlock()
    desk = house.desk(entered)
    key, drafts = DraftKey(entered.worker, CASE, "note"), entered.vault.drafts
    first = max(desk.numbers(), default=-1) + 1
    say("open")
    for number in count(first):
        entered.vault.write(lambda n=number: drafts.save(key, b"%d" % n, n))  # type: ignore[misc]  # mypy cannot infer it
        desk.desk.record(CASE, Write(NoteWritten(f"{number} mot")), draft=key)
        say(number)


def back_up(house: House) -> None:
    """Make copies, and write in between as others would."""
    entered = house.unlock()
    desk, copies = house.desk(entered), house.copies(entered)
    numbers = count(max(desk.numbers(), default=-1) + 1)

    def between() -> None:
        number = next(numbers)
        desk.record_note(number)
        say(number)

    say("open")
    while True:
        house.clock.move(days=1)
        say(f"copy {copies.run(between, house.place).value[0]}")


def restore(house: House) -> None:
    """Go back to the first copy, whatever was written since."""
    first = min(path for path in house.place.iterdir() if path.is_dir())
    say("open")
    house.restoring().restore(first, house.folder, way)
    say("restored")


def destroy(house: House) -> None:
    """Open dossiers, write in them, destroy them."""
    entered = house.unlock()
    desk = Desk(entered.vault, house.clock, entered.worker)
    say("open")
    for number in count():
        case: CaseId = Cases(desk).create("Bertille", "Inventée").value.case
        notes = [Write(NoteWritten(f"secret {number}")) for _ in range(20)]
        file = desk.record(case, *notes)
        say(f"written {case.hex}.{len(file.entries)}")
        Erasing(desk).destroy(case, ErasureReason.RETENTION)
        say(f"destroyed {case.hex}")


def change_locks(house: House) -> None:
    """Put everything under another data key, over and over, and write in between."""
    entered = house.unlock()
    desk, workers = house.desk(entered), house.workers(entered)
    say("open")
    for number in count(max(desk.numbers(), default=-1) + 1):
        workers.change_locks(Passphrase(PASSPHRASE))
        say(f"locks {load(house.folder).epochs[0].number}")
        desk.record_note(number)
        say(number)


def bring_to_trial(house: House) -> None:
    """Bring a vault to the next shape."""
    opened = way(house.folder)
    with closing(connect(house.vault, opened.data_keys[0])) as connection:
        say("open")
        migrate.migrate(connection, {**migrate.scripts(), TRIAL: TRIAL_SCRIPT})
    say("migrated")


def create(house: House) -> None:
    """Make a house where there is none."""
    say("open")
    house.create()
    say(f"created {load(house.folder).vault.hex}")


def send(house: House) -> None:
    """Let protected files leave with her agreement, and say the phrase of each."""
    entered = house.unlock()
    referring = house.referring(entered)
    parcel = Parcel(CONSENT, frozenset({"reach"}), "fr")
    there = len(list(house.place.iterdir()))
    protect(referring.preview(CASE, parcel)[1].data, "rien")  # what is imported is imported now
    say("open")
    for number in count(there):
        name = f"{number:05}.pdf"
        _, phrase = referring.send(CASE, parcel, house.place / name).value
        say(f"sent {name}.{phrase.replace(' ', '-')}")


PROGRAMS: dict[str, Callable[[House], None]] = {
    "answer": answer,
    "back_up": back_up,
    "restore": restore,
    "destroy": destroy,
    "change_locks": change_locks,
    "bring_to_trial": bring_to_trial,
    "create": create,
    "send": send,
}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](House(Path(sys.argv[2])))
