"""Lets a session hear the system that this computer has."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget

from filet.gui.host.session import Session

if sys.platform == "win32":
    from filet.gui.host import windows as system
elif sys.platform == "darwin":
    from filet.gui.host import mac as system
else:
    from filet.gui.host import logind as system


def listen(session: Session, window: QWidget) -> None:
    """Listen; a system that says nothing is still watched by the clock."""
    system.listen(session, window)
