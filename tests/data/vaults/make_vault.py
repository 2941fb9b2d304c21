"""Makes the golden vault of the current shape: python tests/data/vaults/make_vault.py.

Run once for each shape, on the day it is released; it writes over nothing.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from builders import House, cabinet, person, stated  # noqa: E402 - the path is set just above

from filet.adapters.store import migrate  # noqa: E402 - as above
from filet.application.calls import Calls  # noqa: E402 - as above
from filet.application.cases import Cases  # noqa: E402 - as above
from filet.application.desk import Write  # noqa: E402 - as above
from filet.application.erasing import Erasing  # noqa: E402 - as above
from filet.application.unlocking import Unlocking  # noqa: E402 - as above
from filet.domain.ids import CallId  # noqa: E402 - as above
from filet.domain.kinds import (  # noqa: E402 - as above
    CallNoted,
    ErasureReason,
    NoteWritten,
    PersonDescribed,
    Role,
    WordsNoted,
)

INITIALS, PASSPHRASE = "EX", "coffre de témoin, rien de vrai"


def main() -> None:
    """Make a folder named after the shape."""
    target = HERE / f"{max(migrate.scripts()):04}"
    if target.exists():
        raise SystemExit(f"{target.name} is there already and is never made again")
    with tempfile.TemporaryDirectory() as scratch:
        house = House(Path(scratch))
        house.folder.mkdir()
        recovery = fill(house)
        target.mkdir()
        for name in ("filet.vault", "filet.keys"):
            shutil.copy(house.folder / name, target / name)
    (target / "recovery.txt").write_text("\n".join(recovery) + "\n", encoding="utf-8")


def fill(house: House) -> tuple[str, ...]:
    """Live a little in a training vault; return the lines of its recovery key."""
    door = Unlocking(cabinet(), house.vaults, house.clock, house.pocket)
    entered, recovery = door.create(house.folder, INITIALS, PASSPHRASE, training=True)
    desk = house.desk(entered)
    case = Cases(desk).create("Alma", "Inventée").value.case
    said = stated()
    child = PersonDescribed(person(7), Role.CHILD, "Oli")
    desk.record(case, Write(child), Write(said), Write(WordsNoted("mes mots", said.statement)))
    desk.record(case, Write(NoteWritten("une note qui reste")))
    removed = desk.record(case, Write(NoteWritten("une note de trop"))).entries[-1].ref
    Erasing(desk).erase(case, [removed], ErasureReason.NOT_NECESSARY)
    call = Calls(desk).note(CallNoted(CallId(person(8)), caller="Alma")).value
    Calls(desk).attach(case, CallId(person(8)), call.ref)
    gone = Cases(desk).create("Bertille", "Inventée").value.case
    desk.record(gone, Write(NoteWritten("un dossier détruit")))
    Erasing(desk).destroy(gone, ErasureReason.RETENTION)
    entered.vault.close()
    return recovery


if __name__ == "__main__":
    main()
