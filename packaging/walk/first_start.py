"""The first start: a house or an exercise, its passphrase, its recovery key typed back."""

from __future__ import annotations

import re
from typing import NamedTuple

from walk.eyes import plain, text_of
from walk.stage import Stage

INITIALS = "MR"
LINES = 4
_KEY = re.compile(r"^(\d) +([0-9A-Z]{4} [0-9A-Z]{4})$")


class Opened(NamedTuple):
    """What opens the house that was made."""

    phrase: str
    recovery: tuple[str, ...]


def make_house(stage: Stage, *, training: bool) -> Opened:
    """Make the dossiers of a house, or an exercise, and come home."""
    say, eyes, hands = stage.say, stage.eyes, stage.hands
    kind = say("Create an &exercise") if training else say("&Create the dossiers of a house")
    eyes.wait_for(kind)
    hands.push(kind)
    hands.fill(say("Your &initials"), INITIALS)
    hands.push(say("&Continue"))
    learned = say("I have &learned or written it")
    eyes.wait_for(learned)
    phrase = _phrase(stage)
    hands.push(learned)
    eyes.wait_for(say("&Create"))
    hands.fill(say("&Type the passphrase"), phrase)
    hands.press("Return")
    copied = say("I have &copied it on paper")
    eyes.wait_for(copied)
    lines = _recovery(stage)
    hands.push(copied)
    for number, line in enumerate(lines, 1):
        hands.fill(say("Line {number}").format(number=number), line)
    hands.press("Return")
    eyes.wait_for(say("No dossier yet"))
    return Opened(phrase, lines)


def unlock(stage: Stage, phrase: str) -> None:
    """Open the house again."""
    say, hands = stage.say, stage.hands
    stage.eyes.wait_for(say("Your &passphrase"))
    hands.fill(say("Your &initials"), INITIALS)
    hands.fill(say("Your &passphrase"), phrase)
    hands.press("Return")
    stage.eyes.wait_gone(say("Your &passphrase"))


def _phrase(stage: Stage) -> str:
    """Read the five words that are proposed."""
    found = (one for one in stage.eyes.names("label") if len(one.split()) == 5)
    return next(text for text in found if text == text.lower() and text.isascii())


def _recovery(stage: Stage) -> tuple[str, ...]:
    """Read the lines of the recovery key, as somebody would copy them."""

    def read() -> tuple[str, ...]:
        seen = [*stage.eyes.names("label"), *(text_of(one) for one in stage.eyes.shown())]
        found = {match[1]: match[2] for text in seen if (match := _KEY.match(plain(text).strip()))}
        return tuple(found[number] for number in sorted(found)) if len(found) == LINES else ()

    return stage.eyes.wait("the recovery key is not read", read)
