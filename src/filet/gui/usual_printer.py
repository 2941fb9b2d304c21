"""Which printer is the usual one of this computer; its name is kept nowhere in clear."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def printer_mark(name: str) -> str:
    """Return what is remembered of a printer: enough to know it again, not to read its name.

    A printer is often named after the house that it stands in.
    """
    return hashlib.blake2b(name.encode("utf-8"), digest_size=8).hexdigest() if name else ""


def usual_printer(names: Iterable[str], mark: str) -> str:
    """Return the one that was chosen, or nothing where it is not there any more."""
    return next((name for name in names if mark and printer_mark(name) == mark), "")
