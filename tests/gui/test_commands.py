"""A few letters find a command, accents and capitals aside."""

from __future__ import annotations

import pytest

from filet.gui.commands import Command, matching


def nothing() -> None: ...


COMMANDS = tuple(
    Command(text, nothing)
    for text in ("Réglages", "Dossiers", "Un autre réglage", "Ses armes à feu", "Préréglages")
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("reg", ["Réglages", "Un autre réglage", "Préréglages"]),
        ("ARM", ["Ses armes à feu"]),
        ("feu arm", ["Ses armes à feu"]),
        ("zzz", []),
        ("", [one.text for one in COMMANDS]),
    ],
)
def test_words_that_begin_come_before_words_that_hold(typed: str, found: list[str]) -> None:
    assert [one.text for one in matching(COMMANDS, typed)] == found
