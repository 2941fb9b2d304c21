"""What the window has while its door is closed; all that is heavy is built behind it.

Whoever starts Filet waits for this module and what it imports, and for nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from filet.adapters import host

if TYPE_CHECKING:
    from filet.bootstrap import Behind
    from filet.gui.given import Given
    from filet.paths import Paths

_STORE = ("migrate", "manifest", "places", "copies", "openings", "replacing", "vaults", "pending")
"""The least first: what a module takes out of its own package would come with it, all at once."""

BEHIND = (
    "msgspec",
    "sqlcipher3",
    "cryptography.hazmat.primitives.kdf.argon2",
    "filet.adapters.catalogue",
    "importlib.resources",
    *(f"filet.adapters.store.{part}" for part in _STORE),
    "filet.adapters.keys.cabinet",
    "filet.adapters.keys.locksmith",
    "filet.adapters.keys.signatures",
    "filet.adapters.documents",
    "filet.adapters.packages",
    "filet.bootstrap",
)
"""What the thread of the vault uses, in parts that are each imported in a moment."""


def harden() -> None:
    """Keep the memory of this process out of files and out of reach."""
    host.harden()


def window(paths: Paths, language: str) -> int:
    """Open the window and return the exit status when it is closed; Qt is imported here."""
    from filet.gui.start import open_window

    host.hush()
    return open_window(given(paths), language)


def given(paths: Paths) -> Given:
    """Return what the window works with."""
    from filet.adapters.aside import FolderAside
    from filet.adapters.clock import SystemClock
    from filet.adapters.preferences import PreferencesFile
    from filet.gui.given import Given

    return Given(
        resources=paths.resources,
        unlocking=lambda: _behind(paths).unlocking(),
        services=lambda entered: _behind(paths).services(entered),
        directory=lambda: _behind(paths).directory(),
        phrase=lambda: _behind(paths).phrase(),
        proposed_folder=lambda: _behind(paths).proposed_folder(),
        refuse_place=lambda folder: _behind(paths).refuse_place(folder),
        press=lambda: _behind(paths).press(),
        draw=lambda paper: _behind(paths).draw(paper),
        preferences=PreferencesFile(paths.local),
        clock=SystemClock(),
        aside=FolderAside(),
        last_resort=paths.local / "waiting",
        help=lambda: _behind(paths).help(),
        about=lambda: _behind(paths).about(),
        mending=lambda: _behind(paths).mending(),
        behind=BEHIND,
    )


def _behind(paths: Paths) -> Behind:
    """Return what builds the rest: imported when the first of it is needed."""
    from filet.bootstrap import Behind

    return Behind(paths)
