"""What an external accessibility client sees: names, roles and states, over AT-SPI."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pyatspi
from gi.repository import GLib

T = TypeVar("T")
PATIENCE = 60.0
_LOOK_AGAIN = 0.03
_ROWS = ("list item", "table cell", "table row", "tree item")


class Unseen(Exception):
    """What was waited for did not come."""


class Eyes:
    """Looks at one program."""

    def __init__(self, application: str) -> None:
        self._application = application

    def program(self) -> Any:
        """Return the program, as the desktop lists it."""
        desktop = pyatspi.Registry.getDesktop(0)
        for one in desktop:
            if one is not None and one.name == self._application:
                return one
        return None

    def shown(self, *, hidden: bool = False) -> Iterator[Any]:
        """Yield all that is shown, in the order in which it would be read; what is hidden too."""
        program = self.program()
        if program is None:
            return
        waiting = [window for window in program if window is not None]
        while waiting:
            here = waiting.pop()
            yield here
            waiting += reversed(list(_children(here, hidden=hidden)))

    def all_words(self, *, hidden: bool = False) -> str:
        """Return all that is said of everything shown; of what the tree holds and hides too."""
        return "\n".join(_words(one) for one in self.shown(hidden=hidden))

    def names(self, *roles: str) -> list[str]:
        """Return the names of what is shown, of these roles or of any."""
        return [one.name for one in self._alive() if not roles or one.getRoleName() in roles]

    def find(self, name: str, *roles: str) -> Any:
        """Return what bears a name, or begins with it; nothing where nothing does."""
        begins = None
        for one in self._alive():
            said = plain(one.name)
            if roles and one.getRoleName() not in roles:
                continue
            if said == name:
                return one
            if begins is None and name and said.startswith(name):
                begins = one
        return begins

    def checked(self, *roles: str) -> Iterator[Any]:
        """Yield what is checked, of these roles."""
        for one in self._alive():
            if one.getRoleName() in roles and one.getState().contains(pyatspi.STATE_CHECKED):
                yield one

    def focused(self) -> Any:
        """Return what has the focus: the innermost that says so, and has a name.

        The current row of a list says so wherever the keyboard is: it is believed where its
        list says so too, or where nothing else does, as while one writes in the row itself.
        """
        found = row = None
        for one in self._alive():
            if not one.getState().contains(pyatspi.STATE_FOCUSED) or one.getRoleName() == "frame":
                continue
            if _is_row_of_another(one):
                row = one
            elif one.name or found is None:
                found = one
        return found or row

    def wait(self, what: str, look: Callable[[], T | None]) -> T:
        """Look again until something is there."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                found = look()
            except GLib.GError:  # what was looked at is gone meanwhile
                found = None
            if found:
                return found
            time.sleep(_LOOK_AGAIN)
        here = self.focused()
        focus = here.name if here is not None else "nowhere"
        raise Unseen(f"{what}\nfocus: {focus}\nshown: {[name for name in self.names() if name]}")

    def wait_for(self, name: str, *roles: str) -> Any:
        """Wait for something by its name."""
        return self.wait(f"« {name} » does not come", lambda: self.find(name, *roles))

    def wait_gone(self, name: str) -> None:
        """Wait until something is no longer shown."""
        self.wait(f"« {name} » stays", lambda: self.find(name) is None)

    def _alive(self) -> Iterator[Any]:
        return self.shown()


def plain(text: str) -> str:
    """Return a name with ordinary spaces and apostrophes."""
    return text.replace("\u00a0", " ").replace("\u2019", "'").replace("\u2011", "-")


def text_of(one: Any) -> str:
    """Return what is written in something."""
    try:
        return str(one.queryText().getText(0, -1))
    except NotImplementedError:
        return ""


def _is_row_of_another(one: Any) -> bool:
    """Tell whether something is a row of a list that has no focus."""
    listed = one.getRoleName() in _ROWS
    return listed and not one.parent.getState().contains(pyatspi.STATE_FOCUSED)


def _words(one: Any) -> str:
    return f"{one.getRoleName()}: {one.name} {one.description} {text_of(one)}".strip()


def _children(one: Any, *, hidden: bool) -> Iterator[Any]:
    for index in range(one.childCount):
        child = one.getChildAtIndex(index)
        if child is not None and (hidden or child.getState().contains(pyatspi.STATE_SHOWING)):
            yield child
