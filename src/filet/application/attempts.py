"""One thing to write, tried again and again until it is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from filet.domain.errors import FiletError


class Attempt:
    """One thing to write, tried until it is kept. Only the thread of the vault runs it."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work, self._value = work, None
        self.settled = False
        """It was kept, or failed for a reason that waiting does not mend."""
        self.refused: tuple[object, ...] = ()
        """What the disk did not take, as the error says it."""

    def __call__(self) -> Any:
        """Write, once: what was kept is not written again."""
        if not self.settled:
            self._try()
        return self._value

    def _try(self) -> None:
        try:
            self._value = self._work()
        except FiletError as error:
            self.refused = error.refused or self.refused
            self.settled = not error.passing
            raise
        self.settled = True
