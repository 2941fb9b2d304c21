"""How the tests are shared among processes: a tour whole to one of them, any other test to whoever is free."""

from __future__ import annotations

import re

from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped] # it has no hints

_TOUR = re.compile(r"\[((?:fr|en|long|backwards)-\d+%)")
"""The view in the name of a test that takes a tour: opening its window twice costs more than it helps."""


class OneTour(LoadScopeScheduling):  # type: ignore[misc] # as above
    """Gives all the tests of a tour to one process, the longest tours first."""

    def _split_scope(self, nodeid: str) -> str:
        found = _TOUR.search(nodeid)
        return found.group(1) if found else nodeid
