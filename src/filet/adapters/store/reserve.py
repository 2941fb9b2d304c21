"""Four mebibytes set aside: freed when the disk is full, so that the last writes succeed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from filet.files import write_synced

RESERVE_SIZE = 4 * 1024 * 1024
_NAME = "filet.reserve"


@dataclass(frozen=True, slots=True)
class Reserve:
    """The reserve file beside a vault."""

    folder: Path

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.folder / _NAME

    def ensure(self) -> bool:
        """Make the reserve when it is not whole; tell whether there is one now."""
        try:
            if self.path.exists() and self.path.stat().st_size == RESERVE_SIZE:
                return True
            self.path.unlink(missing_ok=True)
            write_synced(self.path, bytes(RESERVE_SIZE))
        except OSError:
            self._drop()
            return False
        return True

    def release(self) -> bool:
        """Give its space back; tell whether there was any."""
        if not self.path.exists():
            return False
        self._drop()
        return True

    def _drop(self) -> None:
        try:
            self.path.unlink(missing_ok=True)
        except OSError:
            return
