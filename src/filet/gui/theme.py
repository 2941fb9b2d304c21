"""Colours, type and sizes of the window, made from one file of tokens."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QFont, QPalette

SCALES = (1.0, 1.15, 1.3, 1.5, 2.0)
"""Sizes of text that a worker can choose."""


class ThemeName(StrEnum):
    """Which colours."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_WEIGHTS = {400: QFont.Weight.Normal, 600: QFont.Weight.DemiBold, 700: QFont.Weight.Bold}

_ROLES = {
    QPalette.ColorRole.Window: "bg.app",
    QPalette.ColorRole.Base: "bg.surface",
    QPalette.ColorRole.AlternateBase: "bg.sunken",
    QPalette.ColorRole.Button: "bg.surface",
    QPalette.ColorRole.ToolTipBase: "bg.overlay_bar",
    QPalette.ColorRole.ToolTipText: "text.inverse",
    QPalette.ColorRole.Text: "text.primary",
    QPalette.ColorRole.WindowText: "text.primary",
    QPalette.ColorRole.ButtonText: "text.primary",
    QPalette.ColorRole.PlaceholderText: "text.muted",
    QPalette.ColorRole.Highlight: "accent.fill",
    QPalette.ColorRole.HighlightedText: "accent.on",
    QPalette.ColorRole.Link: "accent.text",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours at one size of text."""

    tokens: dict[str, Any] = field(compare=False, repr=False)
    """What the file in the folder says: the same for all themes read there."""
    name: ThemeName
    scale: float
    folder: Path
    """The resources: icons and the shape of the style sheet."""
    exercise: bool = False
    """Whether the ground is that of a training vault."""

    @classmethod
    def read(cls, resources: Path, name: ThemeName = ThemeName.LIGHT, scale: float = 1.0) -> Theme:
        """Read the tokens."""
        return cls(_tokens(resources), name, scale, resources)

    def at(self, scale: float) -> Theme:
        """Return the same colours at another size of text."""
        return replace(self, scale=scale)

    def for_exercise(self, exercise: bool) -> Theme:
        """Return the same theme on the ground of a training vault, or of a real one."""
        return replace(self, exercise=exercise)

    def value(self, name: str) -> Any:
        """Return a token of this theme by its dotted name."""
        group, _, rest = name.partition(".")
        if self.exercise and name in ("bg.app", "bg.rail"):
            group = "exercise"
        found: Any = self.tokens["themes"][self.name][group]
        for part in rest.split("."):
            found = found[part]
        return found

    def colour(self, name: str) -> QColor:
        """Return a colour by its dotted name, such as ``accent.fill``."""
        return QColor(self.value(name))

    def font(self, name: str) -> QFont:
        """Return a face by its use: meta, small, body, label, strong, lead, h3, h2, h1, question."""
        kind, face = self.tokens["type"][name], self.tokens["font"]
        families = (face["family"], *face["fallback"])
        return QFont(_face(families, self.px(kind["px"]), kind["weight"]))

    def px(self, length: float) -> int:
        """Return a length that grows with the text."""
        return round(length * self.scale)

    def size(self, name: str) -> int:
        """Return a size by its name, such as ``row_h``; it grows with the text."""
        return self.px(self.tokens["size"][name])

    def wait(self, name: str) -> int:
        """Return a duration in milliseconds."""
        return int(self.tokens["duration_ms"][name])

    def palette(self) -> QPalette:
        """Return what style sheets cannot reach."""
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self.colour(name))
        disabled = QPalette.ColorGroup.Disabled
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(disabled, role, self.colour("text.disabled"))
        return palette

    def style_sheet(self) -> str:
        """Return the style sheet: ``@bg.app`` is a colour, ``~36px`` a length that grows."""
        shape = _shape(self.folder)
        coloured = re.sub(r"@([a-z_]+(?:\.[a-z_]+)+)", lambda m: str(self.value(m[1])), shape)
        return re.sub(r"~(\d+)px", lambda m: f"{self.px(int(m[1]))}px", coloured)


@lru_cache(4)
def _tokens(resources: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (resources / "theme" / "tokens.json").read_text(encoding="utf-8")
    )
    return found


@lru_cache(4)
def _shape(resources: Path) -> str:
    return (resources / "theme" / "filet.qss").read_text(encoding="utf-8")


@lru_cache(256)
def _face(families: tuple[str, ...], size: int, weight: int) -> QFont:
    """Return a face; whoever changes it changes a copy."""
    font = QFont(list(families))
    font.setPixelSize(size)
    font.setWeight(_WEIGHTS[weight])
    return font
