"""How the tests are shared among processes: a tour whole to one of them, and so is each file."""

from __future__ import annotations

import re
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped] # it has no hints

_TOUR = re.compile(r"\[((?:fr|en|long|backwards)-\d+%)")
"""The view in the name of a test that takes a tour: opening its window twice costs more than it helps."""
_LONG = ("tests/flows/", "tests/gui/screens/test_result.py", "tests/gui/")
"""Where a file takes long, the longest first: begun last, one process would wait for the other."""


class OneTour(LoadScopeScheduling):  # type: ignore[misc] # as above
    """Gives all the tests of a tour to one process, as all those of a file.

    What a file or a session builds for its tests is then built once. The order is that of
    ``longest_first``.
    """

    def __init__(self, config: pytest.Config, log: Any) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        found = _TOUR.search(nodeid)
        return found.group(1) if found else nodeid.partition("::")[0]


def longest_first(items: list[pytest.Item]) -> None:
    """Put the tours first, then the files that take long; all else stays as it was found."""
    items.sort(key=lambda one: (not _TOUR.search(one.nodeid), _turn(one.nodeid)))


def _turn(nodeid: str) -> int:
    """Return how many places of long files come before that of a test."""
    return next((n for n, place in enumerate(_LONG) if nodeid.startswith(place)), len(_LONG))
