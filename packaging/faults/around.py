"""Harm that comes from around the files: time, other programs, disks and keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from faults.harm import FILE_HARMS, Harm, Scene, flip, opened
from faults.houses import House, environment, way
from faults.kills import NOTES
from faults.results import Result
from filet.domain.errors import FiletError
from filet.i18n import Words


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
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", env=environment(), check=False
        )
        result.expect("vault_open_elsewhere" in done.stderr, "two programs write at once")
        house.desk(entered).record_note(NOTES)
        result.tell(opened(house), words)
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
        result.tell(opened(house), words)
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
        flip(target, number * (target.stat().st_size - 1) // 11)
        try:
            house.restoring().restore(copy, house.folder, way)
            result.wrong.append("a harmed copy was restored")
        except FiletError as error:
            result.tell(error, words)
        result.expect(scene.look(house) is None, "a refused copy harmed the dossiers")
    return result


HARMS: dict[str, Harm] = FILE_HARMS | {
    "clock set back": clock_back,
    "two programs at once": two_programs,
    "medium of the copies vanishes": vanished,
    "copy harmed, then restored": harmed_copy,
    "full disk": full_disk,
    "read-only medium": read_only,
}

QUICK = ("key file lost", "files of no byte", "older vault, older pair put back")
"""What a short round does; the tests of the store hold the others one by one."""
