"""A file and its entry: both, or neither. The one order that makes it so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from filet.application.keeping import Outbox

T = TypeVar("T")


def hand_over(
    outbox: Outbox,
    path: Path,
    data: bytes,
    at: int,
    write: Callable[[Callable[[], T]], T],
    register: Callable[[], T],
) -> T:
    """Write a file whole, then its entry; what could not be registered is deleted.

    ``at`` is in milliseconds UTC; ``write`` makes one transaction of ``register`` and of
    forgetting that the file was on its way. A crash in between leaves a file that nobody
    has the phrase of, and that the next opening removes. Raises whatever the two raise.
    """
    key = outbox.put(path, data, at)

    def commit() -> T:
        outbox.settle(key)
        return register()

    try:
        return write(commit)
    except BaseException:
        outbox.undo(key, path)
        raise
