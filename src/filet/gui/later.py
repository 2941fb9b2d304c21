"""What the window shows once its door was painted: imported by ``Learning``, or when it is asked for.

The door must not wait for it. Nothing else of the window is imported so; a test knows what
may be there when the door is painted.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from filet.gui.host.session import Session
    from filet.gui.indoors import Indoors
    from filet.gui.repairs import Repairs
    from filet.gui.screens.cover import CoverScreen
    from filet.gui.screens.emergency import EmergencyScreen
    from filet.gui.screens.first_run import FirstRunScreen
    from filet.gui.screens.help import HelpScreen
    from filet.gui.screens.locked import LockedScreen
    from filet.gui.screens.secret_steps import PhraseStep

HOST = (
    "filet.gui.host.session",
    *(("PySide6.QtDBus", "filet.gui.host.logind") if sys.platform == "linux" else ()),
    "filet.gui.host.listening",
)
"""What hears this computer: what listens on it would come all at once."""

FIRST = ("filet.gui.screens.emergency",)
"""What a key may ask for at once."""

MODULES = (
    "filet.gui.screens.cover",
    "filet.gui.screens.locked",
    "filet.gui.indoors",
    "filet.gui.repairs",
    "filet.gui.screens.help",
    "filet.gui.screens.first_run",
)
"""In the order in which they are wanted."""


def emergency() -> type[EmergencyScreen]:
    """Return the urgent numbers."""
    from filet.gui.screens.emergency import EmergencyScreen

    return EmergencyScreen


def help_page() -> type[HelpScreen]:
    """Return the help."""
    from filet.gui.screens.help import HelpScreen

    return HelpScreen


def first_run() -> type[FirstRunScreen]:
    """Return the first start."""
    from filet.gui.screens.first_run import FirstRunScreen

    return FirstRunScreen


def phrase_step() -> type[PhraseStep]:
    """Return where another passphrase is chosen."""
    from filet.gui.screens.secret_steps import PhraseStep

    return PhraseStep


def cover() -> type[CoverScreen]:
    """Return what hides the room."""
    from filet.gui.screens.cover import CoverScreen

    return CoverScreen


def locked() -> type[LockedScreen]:
    """Return the door as it is after a lock."""
    from filet.gui.screens.locked import LockedScreen

    return LockedScreen


def repairs() -> type[Repairs]:
    """Return what shows why the dossiers do not open, and mends it."""
    from filet.gui.repairs import Repairs

    return Repairs


def indoors() -> type[Indoors]:
    """Return what there is once the dossiers are open."""
    from filet.gui.indoors import Indoors

    return Indoors


def session() -> type[Session]:
    """Return what hears that the computer sleeps, or that somebody leaves it."""
    from filet.gui.host.session import Session

    return Session


def listen(session: Session, window: QWidget) -> None:
    """Let a session hear the system that this computer has."""
    from filet.gui.host.listening import listen as begin

    begin(session, window)
