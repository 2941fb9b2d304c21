"""The keys that work wherever she is in the window, and what each does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from filet.gui.habits import Remembered
from filet.gui.where import DOSSIERS, REGISTER, SETTINGS

if TYPE_CHECKING:
    from filet.gui.room import Room

ROOM_KEYS: Mapping[str, Callable[[Room], object]] = {
    "F6": lambda room: room.next_zone(1),
    "Shift+F6": lambda room: room.next_zone(-1),
    "Ctrl+1": lambda room: room.go_to(DOSSIERS),
    "Ctrl+4": lambda room: room.go_to(REGISTER),
    "Ctrl+5": lambda room: room.go_to(SETTINGS),
    "Ctrl+B": lambda room: room.toggle_rail(),
    "Ctrl+J": lambda room: room.note_call(),
    "Ctrl+K": lambda room: room.begin_palette(),
}
"""Once the dossiers are open."""


def text_keys(habits: Remembered) -> dict[str, Callable[[], None]]:
    """Return the keys of the size of the text; the plus may need Shift, or not."""
    return {
        "Ctrl++": lambda: habits.resize_text(1),
        "Ctrl+=": lambda: habits.resize_text(1),
        "Ctrl+-": lambda: habits.resize_text(-1),
        "Ctrl+0": lambda: habits.resize_text(0),
    }
