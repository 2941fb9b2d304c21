"""Keys that are really pressed, through X's own test extension, and how many there were."""

from __future__ import annotations

import subprocess
from typing import Any

from walk.eyes import Eyes, Unseen, plain

FAR = 90
"""Presses of Tab after which a control counts as out of reach."""


class Hands:
    """Presses keys in the window that has the keyboard; never moves a mouse."""

    def __init__(self, eyes: Eyes) -> None:
        self._eyes = eyes
        self.pressed = 0

    def take_window(self) -> None:
        """Give the keyboard to the window, as a window manager would."""
        shown = self._eyes.wait("no window", _windows)
        subprocess.run(["xdotool", "windowfocus", "--sync", shown[-1]], check=True)

    def press(self, *keys: str) -> None:
        """Press keys one after the other; « ctrl+l » is pressed together and counts once."""
        self.pressed += len(keys)
        subprocess.run(["xdotool", "key", "--delay", "8", *keys], check=True)

    def type(self, text: str) -> None:
        """Type a text."""
        self.pressed += len(text)
        subprocess.run(["xdotool", "type", "--delay", "4", text], check=True)

    def reach(self, name: str, *, back: bool = False, about: str = "") -> Any:
        """Press Tab until a control has the focus; ``about`` is the question that it answers."""
        for _ in range(FAR):
            here = self._eyes.focused()
            if here is not None and _bears(here, name, about):
                return here
            self._step(here, "shift+Tab" if back else "Tab")
        raise Unseen(f"« {name} » is out of reach\nshown: {self._eyes.names()}")

    def push(self, name: str) -> None:
        """Reach a button and press it."""
        self.reach(name)
        self.press("Return")

    def fill(self, name: str, text: str) -> None:
        """Reach a field and type in it."""
        self.reach(name)
        self.press("ctrl+a")
        self.type(text)

    def _step(self, before: Any, key: str) -> None:
        self.press(key)
        self._eyes.wait("the focus does not move", lambda: _other(self._eyes.focused(), before))


def _bears(here: Any, name: str, about: str) -> bool:
    return plain(here.name).startswith(name) and plain(here.description).startswith(about)


def _other(now: Any, before: Any) -> Any:
    return now if now is not None and now != before else None


def _windows() -> list[str]:
    command = ["xdotool", "search", "--onlyvisible", "--name", "^Filet$"]
    done = subprocess.run(command, capture_output=True, encoding="ascii", check=False)
    return done.stdout.split()
