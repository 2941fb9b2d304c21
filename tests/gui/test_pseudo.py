"""Two languages that nobody speaks show what no translator was given, and what has no room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import ascii_lowercase

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tour import pseudo
from tour.survey import STOPS, Surveyor, View

in_long = pytest.mark.parametrize("view", [View(spelling="long")], ids=str)
backwards = pytest.mark.parametrize("view", [View(spelling="backwards")], ids=str)
SOME = ("door", "home", "call", "situation, reach her", "journal")
"""Enough to see whether pages can be mirrored."""


@pytest.fixture
def mirrored(application: QApplication) -> Iterator[None]:
    """Let the program be read from right to left, for as long as it is looked at."""
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("stop", STOPS)
@in_long
def test_every_word_is_translated_or_data(view: View, stop: str, surveyor: Surveyor) -> None:
    assert surveyor.look(view, stop).faults["words"] == ()


@pytest.mark.parametrize("stop", STOPS)
@in_long
def test_a_longer_language_has_room(view: View, stop: str, surveyor: Surveyor) -> None:
    assert surveyor.look(view, stop).faults["sizes"] == ()


@pytest.mark.usefixtures("mirrored")
@pytest.mark.parametrize("stop", SOME)
@backwards
def test_a_language_read_from_right_to_left_has_room(
    view: View, stop: str, surveyor: Surveyor
) -> None:
    assert surveyor.look(view, stop).faults["sizes"] == ()


@pytest.mark.parametrize("message", ["&Go on", "Try again in {seconds} s", "Everything is saved"])
def test_the_long_one_is_long_and_keeps_fields_and_letters(message: str) -> None:
    spelled = pseudo.longer(message)
    assert 1.35 * len(message) <= len(spelled) <= 2.3 * len(message)
    assert "{seconds}" not in message or "{seconds}" in spelled
    assert message.count("&") == spelled.count("&")


def test_two_letters_are_the_same_in_the_long_one_or_in_neither() -> None:
    kept = {pseudo.longer(f"&{letter}").partition("&")[2][0].lower() for letter in ascii_lowercase}
    assert len(kept) == len(ascii_lowercase)


def test_words_that_nobody_was_given_are_found(repository: Path) -> None:
    data = pseudo.Data(repository / "resources", ("Violette",))
    said = f"Violette: {pseudo.longer('Saved at {hour}').format(hour='14 h 30')}"
    assert data.left_of(said) == ""
    assert data.left_of(f"{said} Untranslated") == "Untranslated"
