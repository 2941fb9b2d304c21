"""Real disks that a test fills and empties, or that fail under an open file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass
class SmallDisk:
    """Twelve mebibytes, mounted over a folder."""

    folder: Path

    def fill(self) -> None:
        """Take every byte that is left, the reserve included."""
        (self.folder / "filet.reserve").unlink(missing_ok=True)
        fillers = len(list(self.folder.glob("filler*")))
        with (self.folder / f"filler{fillers}").open("wb", buffering=0) as file:
            for size in (65536, 4096, 1):
                try:
                    while file.write(bytes(size)):
                        pass
                except OSError:
                    continue

    def empty(self) -> None:
        for filler in self.folder.glob("filler*"):
            filler.unlink()


@dataclass
class FailingDisk:
    """A medium that the system takes away under an open file, and gives back mended."""

    folder: Path
    image: Path

    def mount(self) -> bool:
        how = ["mount", "-o", "loop", str(self.image), str(self.folder)]
        return subprocess.run(how, capture_output=True, check=False).returncode == 0

    def fail(self) -> None:
        """Make it read-only as a system does when it meets a fault, whatever is open."""
        subprocess.run(["mount", "-o", "remount,abort", str(self.folder)], check=True)

    def pull_out(self) -> None:
        """Take it away: its folder is empty."""
        subprocess.run(["umount", "-l", str(self.folder)], check=True)

    def plug_in(self) -> None:
        """Mend it as a system does when it is plugged in again."""
        subprocess.run(["e2fsck", "-p", str(self.image)], capture_output=True, check=False)
        assert self.mount()


def _only_for_administrators() -> None:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only an administrator of Linux can make a disk")


@contextmanager
def failing_disk(folder: Path, image: Path) -> Iterator[FailingDisk]:
    """Mount a disk that can be made to fail; skip where this computer lets nobody do it."""
    _only_for_administrators()
    folder.mkdir(parents=True, exist_ok=True)
    with image.open("wb") as file:
        file.truncate(24 * 1024 * 1024)
    made = FailingDisk(folder, image)
    format_ = ["mkfs.ext4", "-q", str(image)]
    if shutil.which("mkfs.ext4") is None or subprocess.run(format_, check=False).returncode:
        pytest.skip("this computer makes no such disk")
    if not made.mount():
        pytest.skip("this computer lets nobody mount a disk")
    try:
        yield made
    finally:
        subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """Mount one; skip where this computer lets nobody do it."""
    _only_for_administrators()
    folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this computer lets nobody mount a disk")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
