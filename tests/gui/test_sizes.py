"""No word is cut, covered or out of reach: two sizes of window, normal and very large text.

French is the longer language: English is not looked at in very large text.
"""

from __future__ import annotations

import pytest
from tour.survey import STOPS, Surveyor, View

VIEWS = (View("fr"), View("en"), View("fr", scale=2.0))


@pytest.fixture(scope="session", params=VIEWS, ids=str)
def view(request: pytest.FixtureRequest) -> View:
    return request.param  # type: ignore[no-any-return]  # one of the views


@pytest.mark.parametrize("stop", STOPS)
def test_nothing_is_cut(stop: str, view: View, surveyor: Surveyor) -> None:
    if (stop, view.scale) == ("before", 2.0):
        pytest.xfail("its labels stay beside their fields when the window is made narrower")
    assert surveyor.look(view, stop).faults["sizes"] == ()
