"""Harm that is done to the files of a house, and what she is told of it.

Every harm ends in the same way: the house opens and holds everything, or an error says
what is wrong and the latest copy gives everything back.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
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
from filet.domain.errors import FiletError, MachineError, VaultDamaged
from filet.i18n import Words

Harm = Callable[[Result, Path, Words], Result]

PAGE = 4096
_FLIPS = 24


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
        error = _opened(house)
        self.result.tell(error, self.words)
        if error is not None:
            self.result.lost += NOTES - len(_restored(house))
        return error


def _opened(house: House) -> FiletError | None:
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


def _flip(path: Path, place: int) -> None:
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
        _flip(house.vault, number * (size - 1) // (_FLIPS - 1))
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
        _flip(log, number * (log.stat().st_size - 1) // (_FLIPS - 1))
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
            _flip(house.folder / name, number * (size - 1) // (_FLIPS - 1))
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
            result.tell(_opened(house), words)
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
    """Put an older state of one page back: the cipher lets it pass, the journal does not."""
    scene = Scene(result, root, words)
    older = scene.house().vault.read_bytes()
    for number in range(8):
        house = scene.house()
        with house.opened() as entered:
            for more in range(NOTES, NOTES + 20):
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
            result.expect(bool(told), "an older page is not noticed")
        result.tell(None, scene.words)
    except FiletError as error:
        result.tell(error, scene.words)
    result.lost += NOTES - len(_restored(house))


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
            _flip(house.vault, page * PAGE + 99)
        result.rounds += 1
        result.acknowledged += whole
        with suppress(MachineError):
            rescued = Salvaging(SqlWrecks(house.vaults), keys(), house.clock).salvage(
                house.folder, house.root / "saved", way
            )
            result.lost += whole - rescued.read - rescued.lost_entries
            result.told[f"{rescued.read} entrées lues, {rescued.lost_entries} perdues"] += 1
    return result


# Time, others, media ------------------------------------------------------------------


def clock_back(result: Result, root: Path, words: Words) -> Result:
    """Set the clock back by an hour, a day, a year."""
    scene = Scene(result, root, words)
    for hours in (1, 24, 24 * 365):
        house = scene.house()
        house.clock.move(hours=-hours)
        with house.opened() as entered:
            noticed = [type(one).__name__ for one in entered.noticed]
        result.expect("ClockMovedBack" in noticed, "the clock is not noticed")
        result.expect(scene.look(house) is None, "the clock keeps her out")
    return result


def two_programs(result: Result, root: Path, words: Words) -> Result:
    """Open it twice at once: from this program, and from another."""
    scene = Scene(result, root, words)
    house = scene.house()
    result.rounds += 1
    with house.opened() as entered:
        command = [sys.executable, "-m", "faults.programs", "answer", str(house.root)]
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", env=environment, check=False
        )
        result.expect("vault_open_elsewhere" in done.stderr, "two programs write at once")
        house.desk(entered).record_note(NOTES)
        result.tell(_opened(house), words)
    result.expect(scene.look(scene.house()) is None, "the first one lost something")
    return result


def vanished(result: Result, root: Path, words: Words) -> Result:
    """Take the key out before a copy, in the middle of one, and put nothing in its place."""
    scene = Scene(result, root, words)
    for number in range(3):
        house = scene.house()
        result.rounds += 1
        turns = [0]

        def unplug(number: int = number, house: House = house, turns: list[int] = turns) -> None:
            turns[0] += 1
            if turns[0] > number:
                shutil.rmtree(house.place, ignore_errors=True)

        if number == 0:
            shutil.rmtree(house.place)
        with house.opened() as entered:
            result.acknowledged += NOTES
            for more in range(NOTES, NOTES + 60):  # so that a copy takes several turns
                house.desk(entered).record_note(more, 15_000)
            try:
                house.copies(entered).run(unplug, house.place)
                result.expect(turns[0] <= number, "a copy without a key is said to be made")
                result.tell(None, words)
            except FiletError as error:
                result.tell(error, words)
            result.lost += NOTES + 60 - len(house.desk(entered).numbers())
    return result


def full_disk(result: Result, root: Path, words: Words) -> Result:
    """Fill the disk of the dossiers while she writes, then that of the copies."""
    house = House(root / "small")
    if not _mounted(house.root, "size=14m"):
        result.told["(sauté : personne ne peut monter de disque ici)"] += 1
        return result
    try:
        house.create(NOTES)
        result.rounds += 1
        kept = _written_until_full(house, result, words)
        with house.opened() as entered:
            result.acknowledged += len(kept)
            result.lost += len(kept - house.desk(entered).numbers())
            result.expect(not entered.vault.faults(), "a full disk damaged the vault")
            result.tell(None, words)
    finally:
        subprocess.run(["umount", "-l", str(house.root)], check=False)
    return result


def _written_until_full(house: House, result: Result, words: Words) -> set[int]:
    filler = house.root / "filler"
    entered = house.unlock()
    desk, kept = house.desk(entered), set(range(NOTES))
    try:
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(bytes(65536)):
                continue
        for number in range(NOTES, NOTES + 4000):
            desk.record_note(number, 3000)
            kept.add(number)
    except FiletError as error:
        result.tell(error, words)
    with suppress(FiletError):
        house.copies(entered).run(lambda: None, house.place)
        result.wrong.append("a copy was made where there is no room")
    entered.vault.close()
    filler.unlink()
    return kept


def read_only(result: Result, root: Path, words: Words) -> Result:
    """Make the medium read-only: of the copies, then of the dossiers."""
    house = House(root / "medium")
    if not _mounted(house.root, "size=40m"):
        result.told["(sauté : personne ne peut monter de disque ici)"] += 1
        return result
    try:
        house.create(NOTES)
        subprocess.run(["mount", "-o", "remount,ro", str(house.root)], check=True)
        result.rounds += 1
        result.acknowledged += NOTES
        result.tell(_opened(house), words)
        subprocess.run(["mount", "-o", "remount,rw", str(house.root)], check=True)
        with house.opened() as entered:
            result.lost += NOTES - len(house.desk(entered).numbers())
    finally:
        subprocess.run(["umount", "-l", str(house.root)], check=False)
    return result


def _mounted(folder: Path, options: str) -> bool:
    folder.mkdir(parents=True)
    if not sys.platform.startswith("linux") or os.geteuid():
        return False
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return not subprocess.run(mount, capture_output=True, check=False).returncode


def harmed_copy(result: Result, root: Path, words: Words) -> Result:
    """Change one byte of a copy: it is refused, and the dossiers stay as they are."""
    scene = Scene(result, root, words)
    for number in range(12):
        house = scene.house()
        copy = max(path for path in house.place.iterdir() if path.is_dir())
        target = copy / ("filet.vault", "filet.keys", "manifest.json")[number % 3]
        _flip(target, number * (target.stat().st_size - 1) // 11)
        try:
            house.restoring().restore(copy, house.folder, way)
            result.wrong.append("a harmed copy was restored")
        except FiletError as error:
            result.tell(error, words)
        result.expect(scene.look(house) is None, "a refused copy harmed the dossiers")
    return result


HARMS: dict[str, Harm] = {
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
    "clock set back": clock_back,
    "two programs at once": two_programs,
    "medium of the copies vanishes": vanished,
    "copy harmed, then restored": harmed_copy,
    "full disk": full_disk,
    "read-only medium": read_only,
}

QUICK = ("key file lost", "files of no byte", "older vault, older pair put back")
"""What a short round does; the tests of the store hold the others one by one."""
