"""Every control of every screen can be named, reached and read, in every language."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from PySide6.QtWidgets import QWidget
from tour.survey import (
    ALONE,
    ENGLISH,
    FRENCH,
    IN_ENGLISH,
    LONG,
    STOPS,
    Found,
    Surveyor,
    View,
    looks,
)

import filet.gui.screens

in_french = pytest.mark.parametrize("found", looks(FRENCH), indirect=True)


@pytest.fixture(params=[*looks(FRENCH), *looks(LONG), *looks(ENGLISH, IN_ENGLISH)])
def found(request: pytest.FixtureRequest, surveyor: Surveyor) -> Found:
    return surveyor.look(*request.param)


def screens() -> set[type[QWidget]]:
    """Return every screen there is; what others are made from is none itself."""
    known: set[type[QWidget]] = set()
    for module in pkgutil.iter_modules(filet.gui.screens.__path__, "filet.gui.screens."):
        parts = vars(importlib.import_module(module.name)).values()
        own = (part for part in parts if isinstance(part, type) and issubclass(part, QWidget))
        known |= {part for part in own if part.__module__ == module.name}
    return {one for one in known if not any(one in other.__bases__ for other in known)}


def test_every_control_has_a_name_and_what_is_painted_says_what_it_shows(found: Found) -> None:
    assert found.faults["names"] == ()


def test_every_line_has_a_label_that_leads_to_it(found: Found) -> None:
    assert found.faults["labels"] == ()


def test_no_two_words_take_the_same_letter(found: Found) -> None:
    assert found.faults["letters"] == ()


@in_french
def test_tab_reaches_every_control_in_the_order_of_reading(found: Found) -> None:
    assert found.faults["keyboard"] == ()


@pytest.mark.parametrize("found", looks(FRENCH, ALONE), indirect=True)
def test_nothing_can_be_walked_to_behind_what_stands_alone(found: Found) -> None:
    assert found.faults["behind"] == ()


@pytest.mark.parametrize("view", [FRENCH], ids=str)
def test_every_screen_has_its_place_on_the_tour(view: View, surveyor: Surveyor) -> None:
    seen = {kind for name in STOPS for kind in surveyor.look(view, name).kinds}
    bases = {base for kind in seen for base in kind.__mro__}
    assert {screen.__name__ for screen in screens() - bases} == set()
