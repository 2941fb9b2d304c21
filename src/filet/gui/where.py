"""The places of the window, and where a worker is in them."""

from __future__ import annotations

from typing import NamedTuple

DOSSIERS, REGISTER, SETTINGS = "dossiers", "register", "settings"
EMERGENCY, HELP = "emergency", "help"


class Where(NamedTuple):
    """Where a worker is: enough to bring her back, nothing that names anybody."""

    place: str = DOSSIERS
    inside: object = None
    elsewhere: tuple[tuple[str, object], ...] = ()
    """Where she was in each other place that she had opened."""
