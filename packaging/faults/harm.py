"""Harm that is done to the files of a house, and what she is told of it.

Every harm ends in the same way: the house opens and holds everything, or an error says
what is wrong and the latest copy gives everything back.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from faults.houses import House, keys, way
from faults.kills import NOTES
from faults.results import Result
from filet.adapters.store.wrecks import SqlWrecks
from filet.application.salvaging import Salvaging
from filet.application.unlocking import Entered
from filet.domain.errors import FiletError, MachineError, VaultDamaged
from filet.i18n import Words

Harm = Callable[[Result, Path, Words], Result]

PAGE = 4096
_FLIPS = 24
_MORE = 20
"""Notes that are written before an older page is put back."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A house with a copy of itself, harmed again and again."""

    result: Result
    root: Path
    words: Words

    def house(self) -> House:
        """Return the house as it was, with a copy on its key."""
        model = self.root / "model"
        if not model.exists():
            made = House(model).create(NOTES)
            with made.opened() as entered:
                made.copies(entered).run()
        shutil.rmtree(self.root / "house", ignore_errors=True)
        return House(model).copy_to(self.root / "house")

    def look(self, house: House) -> FiletError | None:
        """Open the house and read all of it; where it does not open, go back to the copy."""
        self.result.rounds += 1
        self.result.acknowledged += NOTES
        error = opened(house)
        self.result.tell(error, self.words)
        if error is not None:
            self.result.lost += NOTES - len(_restored(house))
        return error


def opened(house: House) -> FiletError | None:
    """Return what keeps her from reading everything, if anything does."""
    try:
        with house.opened() as entered:
            found = house.desk(entered).numbers()
            if entered.vault.faults() or found != set(range(NOTES)):
                return VaultDamaged(detail="check")
    except FiletError as error:
        return error
    return None


def _restored(house: House) -> set[int]:
    """Go back to the copy, and return the notes that are there again."""
    copy = max(path for path in house.place.iterdir() if path.is_dir())
    try:
        house.restoring().restore(copy, house.folder, way)
        with house.opened() as entered:
            return house.desk(entered).numbers()
    except FiletError:
        return set()


def flip(path: Path, place: int) -> None:
    """Change one byte of a file."""
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)
        file.seek(place)
        file.write(bytes([byte[0] ^ 0x55]))


# Bytes --------------------------------------------------------------------------------


def flipped_vault(result: Result, root: Path, words: Words) -> Result:
    """Change one byte, from the head of the vault to its end."""
    scene = Scene(result, root, words)
    size = scene.house().vault.stat().st_size
    for number in range(_FLIPS):
        house = scene.house()
        flip(house.vault, number * (size - 1) // (_FLIPS - 1))
        error = scene.look(house)
        result.expect(error is not None, "a changed byte is not noticed")
    return result


def flipped_log(result: Result, root: Path, words: Words) -> Result:
    """Change one byte of what a crash left in the log: what is after it is not there yet."""
    scene = Scene(result, root, words)
    scene.house()
    for number in range(_FLIPS):
        house = scene.house()
        log = _crashed(house)
        flip(log, number * (log.stat().st_size - 1) // (_FLIPS - 1))
        result.rounds += 1
        result.acknowledged += NOTES
        with house.opened() as entered:
            found = house.desk(entered).numbers()
            faults = entered.vault.faults()
            noticed = len(found) == NOTES + 5 or entered.noticed
        result.lost += len(set(range(NOTES)) - found)
        result.expect(not faults, "the vault is damaged by its log")
        result.expect(bool(noticed), "a log cut short is not noticed")
        result.tell(None, words)
    return result


def _crashed(house: House) -> Path:
    """Write five notes and leave them in the log, seen by the witness, as a crash would."""
    kept = house.root / "kept"
    entered = house.unlock()
    for number in range(NOTES, NOTES + 5):
        house.desk(entered).record_note(number)
    entered.vault.bear_witness()
    shutil.copytree(house.folder, kept)
    entered.vault.close()
    shutil.rmtree(house.folder)
    kept.rename(house.folder)
    return house.folder / "filet.vault-wal"


def flipped_keys(result: Result, root: Path, words: Words) -> Result:
    """Change one byte of the key file, then of its copy as well."""
    scene = Scene(result, root, words)
    size = (scene.house().folder / "filet.keys").stat().st_size
    for number in range(_FLIPS):
        house = scene.house()
        for name in ("filet.keys", "filet.keys.copy")[: 1 + number % 2]:
            flip(house.folder / name, number * (size - 1) // (_FLIPS - 1))
        error = scene.look(house)
        result.expect((error is None) == (number % 2 == 0), "the copy beside it does not serve")
    return result


def lost_keys(result: Result, root: Path, words: Words) -> Result:
    """Lose the key file; its copy as well; both and the house's memory of them."""
    scene = Scene(result, root, words)
    for names in (("filet.keys",), ("filet.keys.copy",), ("filet.keys", "filet.keys.copy")):
        house = scene.house()
        for name in names:
            (house.folder / name).unlink()
        if len(names) > 1:
            result.tell(opened(house), words)
            copy = max(path for path in house.place.iterdir() if path.is_dir())
            house.restoring().restore_keys(copy, house.folder, way)
        result.expect(scene.look(house) is None, "the keys do not come back")
    return result


# Sizes and pages ----------------------------------------------------------------------


def truncated(result: Result, root: Path, words: Words) -> Result:
    """Cut the vault, at the end of a page and within one."""
    scene = Scene(result, root, words)
    size = scene.house().vault.stat().st_size
    for number in range(12):
        house = scene.house()
        os.truncate(house.vault, size * number // 12 + (number % 2) * 100)
        result.expect(scene.look(house) is not None, "a cut is not noticed")
    return result


def emptied(result: Result, root: Path, words: Words) -> Result:
    """Leave nothing of a file but its name: of the vault, then of the keys."""
    scene = Scene(result, root, words)
    for names in (("filet.vault",), ("filet.keys",), ("filet.keys", "filet.keys.copy")):
        house = scene.house()
        for name in names:
            os.truncate(house.folder / name, 0)
        error = scene.look(house)
        result.expect((error is None) == (names == ("filet.keys",)), "an empty file is not told")
    return result


def swapped_pages(result: Result, root: Path, words: Words) -> Result:
    """Exchange two pages."""
    scene, random = Scene(result, root, words), Random(2)  # noqa: S311 - nothing is protected
    for _ in range(8):
        house = scene.house()
        data = bytearray(house.vault.read_bytes())
        one, other = random.sample(range(1, len(data) // PAGE), 2)
        first, second = (slice(page * PAGE, (page + 1) * PAGE) for page in (one, other))
        data[first], data[second] = data[second], data[first]
        house.vault.write_bytes(data)
        result.expect(scene.look(house) is not None, "two exchanged pages are not noticed")
    return result


def older_page(result: Result, root: Path, words: Words) -> Result:
    """Put an older state of one page back: the cipher lets it pass, the journal does not.

    A page of the index of words may be older and all of it still be read and found: then
    there is nothing to tell.
    """
    scene = Scene(result, root, words)
    older = scene.house().vault.read_bytes()
    for number in range(8):
        house = scene.house()
        with house.opened() as entered:
            for more in range(NOTES, NOTES + _MORE):
                house.desk(entered).record_note(more)
        data = bytearray(house.vault.read_bytes())
        changed = [
            page
            for page in range(1, len(older) // PAGE)
            if data[page * PAGE : (page + 1) * PAGE] != older[page * PAGE : (page + 1) * PAGE]
        ]
        page = changed[number * (len(changed) - 1) // 7]
        data[page * PAGE : (page + 1) * PAGE] = older[page * PAGE : (page + 1) * PAGE]
        house.vault.write_bytes(data)
        _checked(scene, house)
    return result


def _checked(scene: Scene, house: House) -> None:
    """Count what can be read, and see that opening or checking tells."""
    result = scene.result
    result.rounds += 1
    result.acknowledged += NOTES
    try:
        with house.opened() as entered:
            told = house.check(entered).findings or entered.noticed
            result.expect(bool(told) or _whole(house, entered), "an older page is not noticed")
        result.tell(None, scene.words)
    except FiletError as error:
        result.tell(error, scene.words)
    result.lost += NOTES - len(_restored(house))


def _whole(house: House, entered: Entered) -> bool:
    """Tell whether every note is read, and found by the search."""
    wanted, search = range(NOTES + _MORE), entered.vault.lists.search
    read = house.desk(entered).numbers() == set(wanted)
    return read and all(search([str(number), "mot"], 1) for number in wanted)


def older_set(result: Result, root: Path, words: Words) -> Result:
    """Put back an older vault, and an older vault with its keys: the witness remembers."""
    scene = Scene(result, root, words)
    for names in (("filet.vault",), ("filet.vault", "filet.keys", "filet.keys.copy")):
        house = scene.house()
        older = {name: (house.folder / name).read_bytes() for name in names}
        with house.opened() as entered:
            house.desk(entered).record_note(NOTES)
        for name, data in older.items():
            (house.folder / name).write_bytes(data)
        with house.opened() as entered:
            noticed = [type(one).__name__ for one in entered.noticed]
        result.expect("RollbackNoticed" in noticed, "an older vault is not noticed")
        result.expect(scene.look(house) is None, "what was there is not all there")
    return result


def salvaged(result: Result, root: Path, words: Words) -> Result:
    """Damage pages, and save entry by entry: each is read or named as lost."""
    scene, random = Scene(result, root, words), Random(3)  # noqa: S311 - nothing is protected
    for number in range(8):
        house = scene.house()
        with house.opened() as entered:
            whole = sum(head.seq for head in entered.vault.journal.heads())
        pages = house.vault.stat().st_size // PAGE
        for page in random.sample(range(12, pages), 2 + number):
            flip(house.vault, page * PAGE + 99)
        result.rounds += 1
        result.acknowledged += whole
        with suppress(MachineError):
            rescued = Salvaging(SqlWrecks(house.vaults), keys(), house.clock).salvage(
                house.folder, house.root / "saved", way
            )
            result.lost += whole - rescued.read - rescued.lost_entries
            result.told[f"{rescued.read} entrées lues, {rescued.lost_entries} perdues"] += 1
    return result


FILE_HARMS: dict[str, Harm] = {
    "one byte of the vault": flipped_vault,
    "one byte of the log": flipped_log,
    "one byte of the keys": flipped_keys,
    "key file lost": lost_keys,
    "vault cut short": truncated,
    "files of no byte": emptied,
    "two pages exchanged": swapped_pages,
    "older page put back": older_page,
    "older vault, older pair put back": older_set,
    "damaged pages, salvaged": salvaged,
}
