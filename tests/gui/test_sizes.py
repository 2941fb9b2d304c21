"""No word is cut, covered or out of reach: two sizes of window, normal and very large text.

French is the longer language: English is not looked at in very large text.
"""

from __future__ import annotations

import pytest
from tour.survey import ENGLISH, FRENCH, IN_ENGLISH, Surveyor, View, looks

LARGE = View("fr", scale=2.0)


@pytest.mark.parametrize("look", [*looks(FRENCH), *looks(LARGE), *looks(ENGLISH, IN_ENGLISH)])
def test_nothing_is_cut(look: tuple[View, str], surveyor: Surveyor) -> None:
    view, stop = look
    assert surveyor.look(view, stop).faults["sizes"] == ()


@pytest.mark.parametrize("look", [*looks(FRENCH), *looks(LARGE)])
def test_what_has_the_focus_is_in_sight(look: tuple[View, str], surveyor: Surveyor) -> None:
    view, stop = look
    assert surveyor.look(view, stop).faults["focus"] == ()
