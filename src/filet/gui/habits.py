"""What this computer remembers of how one works at it: in clear, so nothing about anybody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from filet.gui.theme import SCALES, ThemeName

LANGUAGES = ("fr", "en")
IDLE_MINUTES = (2, 3, 5, 10, 15)
"""How long nobody may touch anything before the screen locks."""
_IDLE = 5


@dataclass(frozen=True, slots=True)
class Habits:
    """How one works at this computer."""

    folder: Path | None = None
    language: str = "fr"
    theme: ThemeName = ThemeName.LIGHT
    scale: float = 1.0
    idle: int = _IDLE
    """Minutes."""
    numbers_only: bool = False
    """Names are hidden on lists, in bars and in searches."""
    digits: bool = True
    """A digit alone chooses an answer."""
    printer: str = ""
    """The print of the usual printer's name; the name itself may be that of the house."""
    aside: Path | None = None
    """Where something that the disk refused waits to be taken back."""

    @classmethod
    def of(cls, kept: dict[str, Any], language: str, theme: ThemeName) -> Habits:
        """Return what was kept, whatever somebody did to the file."""
        folder, scale, printer = kept.get("folder"), kept.get("scale"), kept.get("printer")
        known = kept.get("theme") in set(ThemeName)
        return cls(
            Path(folder) if isinstance(folder, str) and folder else None,
            kept["language"] if kept.get("language") in LANGUAGES else language,
            ThemeName(kept["theme"]) if known else theme,
            scale if scale in SCALES else 1.0,
            kept["idle"] if kept.get("idle") in IDLE_MINUTES else _IDLE,
            kept.get("numbers_only") is True,
            kept.get("digits") is not False,
            printer if isinstance(printer, str) else "",
            Path(aside) if isinstance(aside := kept.get("aside"), str) and aside else None,
        )

    def kept(self) -> dict[str, Any]:
        """Return what is written in clear."""
        return {
            "folder": str(self.folder) if self.folder else "",
            "language": self.language,
            "theme": str(self.theme),
            "scale": self.scale,
            "idle": self.idle,
            "numbers_only": self.numbers_only,
            "digits": self.digits,
            "printer": self.printer,
            **({"aside": str(self.aside)} if self.aside else {}),
        }

    def looks_like(self, other: Habits) -> bool:
        """Tell whether everything on the screen would be drawn and worded alike."""
        mine, others = ((one.language, one.theme, one.scale, one.digits) for one in (self, other))
        return mine == others


class Remembered(QObject):
    """The habits as they are now: every screen asks here, and says here what it changes."""

    changed = Signal(object, object)
    """The former habits, and those of now."""

    def __init__(self, habits: Habits | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = habits or Habits()

    @property
    def now(self) -> Habits:
        """Return them."""
        return self._now

    def take(self, **habit: Any) -> None:
        """Change some, by name."""
        self.take_all(replace(self._now, **habit))

    def resize_text(self, steps: int) -> None:
        """Take the next size of text up or down; 0 goes back to the normal one."""
        nearest = min(range(len(SCALES)), key=lambda n: abs(SCALES[n] - self._now.scale))
        place = min(max(nearest + steps, 0), len(SCALES) - 1) if steps else 0
        self.take(scale=SCALES[place])

    def hide_names(self) -> None:
        """Put numbers in the place of names, or names again."""
        self.take(numbers_only=not self._now.numbers_only)

    def take_all(self, habits: Habits) -> None:
        """Change all that differs; nothing is said where nothing does."""
        former, self._now = self._now, habits
        if former != habits:
            self.changed.emit(former, habits)
