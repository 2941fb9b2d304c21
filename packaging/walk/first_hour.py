"""A first hour: a dossier, where she stands, how to reach her, ten questions, a level."""

from __future__ import annotations

import re

from walk.eyes import plain
from walk.stage import Stage

GIVEN = "Mirabelle"
FAMILY = "Exemple-Roy"
PHONE = "819 555-0117"
WHY = "Il sait quelle part."
DIGITS = "1232111221"
"""What is answered to the ten questions of a first hour: the digit that chooses it."""
_NUMBER = re.compile(r"question (\d+) (?:sur|of) 10")


def open_dossier(stage: Stage) -> None:
    """Open a dossier with a name, and come to its situation."""
    say, eyes, hands = stage.say, stage.eyes, stage.hands
    hands.press("ctrl+n")
    eyes.wait_for(say("First name, or the name she &goes by (optional)"))
    hands.fill(say("First name, or the name she &goes by (optional)"), GIVEN)
    hands.fill(say("Fami&ly name (optional)"), FAMILY)
    hands.push(say("&Open this new dossier"))
    eyes.wait_for(say("Change where she stands"))


def set_status(stage: Stage) -> None:
    """Say where she stands."""
    say, eyes, hands = stage.say, stage.eyes, stage.hands
    hands.push(say("Change where she stands"))
    eyes.wait_for(say("Since which day"))
    hands.press("Down")
    hands.push(say("Keep"))
    eyes.wait_gone(say("Since which day"))


def set_contact(stage: Stage) -> None:
    """Say how to reach her without danger."""
    say, eyes, hands = stage.say, stage.eyes, stage.hands
    hands.push(say("Change how to reach her"))
    eyes.wait_for(say("Telephone"))
    hands.fill(say("Telephone"), PHONE)
    hands.push(say("Keep"))
    eyes.wait_gone(say("Telephone"))


def number(stage: Stage) -> int:
    """Return the number of the question that is asked, 0 where none is."""
    found = (_NUMBER.search(plain(name)) for name in stage.eyes.names())
    return next((int(match[1]) for match in found if match), 0)


def answer(stage: Stage, *, until: int) -> None:
    """Answer questions with a digit each and go on with Enter, the last one included."""
    stage.eyes.wait("no question is asked", lambda: number(stage))
    while 0 < (asked := number(stage)) <= until:
        stage.hands.press(DIGITS[asked - 1])
        stage.eyes.wait("no answer is chosen", lambda: chosen(stage))
        stage.hands.press("Return")
        if asked == len(DIGITS):
            return
        _wait_for_question(stage, asked + 1)


def _wait_for_question(stage: Stage, count: int) -> None:
    stage.eyes.wait(f"no question {count}", lambda: number(stage) == count)


def chosen(stage: Stage) -> str:
    """Return the answer that is chosen."""
    return next((plain(one.name) for one in stage.eyes.checked("radio button")), "")


def sign_level(stage: Stage) -> None:
    """Go to the judgement; choose a level, say why, sign."""
    say, eyes, hands = stage.say, stage.eyes, stage.hands
    hands.press("ctrl+Return")
    eyes.wait_for(say("See the &result"))
    hands.press("ctrl+Return")
    eyes.wait_for(say("Your judgement"))
    eyes.wait("no level can be chosen", lambda: _is_shown(stage, "radio button"))
    hands.press("2")
    eyes.wait("no level is chosen", lambda: chosen(stage))
    hands.press("F2")
    eyes.wait("the reason has no focus", lambda: _on(stage, say("&Why this level?")))
    hands.type(WHY)
    hands.press("ctrl+Return")
    eyes.wait("the button has no focus", lambda: _on(stage, say("Sign this level")))
    hands.press("Return")
    eyes.wait_gone(say("Your judgement"))


def _on(stage: Stage, name: str) -> bool:
    here = stage.eyes.focused()
    return here is not None and plain(here.name).startswith(name)


def _is_shown(stage: Stage, role: str) -> bool:
    return bool(stage.eyes.names(role))
