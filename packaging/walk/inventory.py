"""The whole inventory from its first question to its last, through a lock and a sudden death."""

from __future__ import annotations

import re

from walk.eyes import plain
from walk.first_hour import chosen
from walk.first_start import unlock
from walk.stage import Stage

LOCKED_AT, KILLED_AT = 15, 30
"""The questions at which the house is locked, and at which the program dies."""
_NUMBER = re.compile(r"question (\d+)", re.IGNORECASE)


def begin_another(stage: Stage) -> None:
    """Begin another interview of the dossier that is open."""
    say, eyes, hands = stage.say, stage.eyes, stage.hands
    hands.press("alt+3")
    for step in (say("New a&ppraisal"), say("Ask the questions")):
        eyes.wait_for(step)
        hands.push(step)
    eyes.wait_for(say("Begin the inter&view"))
    hands.press("ctrl+Return")
    eyes.wait("no question is asked", lambda: _number(stage))


def answer_all(stage: Stage, phrase: str) -> int:
    """Answer each question, no matter where it is interrupted; return how many there were."""
    asked, interrupted = 0, {LOCKED_AT: _lock, KILLED_AT: _kill}
    while (now := _number(stage)) > asked:
        if now in interrupted:
            interrupted.pop(now)(stage, phrase, now)
            now = _number(stage)
        asked = now
        _answer(stage, asked)
    return asked


def leave(stage: Stage) -> None:
    """Go from the end of the questions to the result."""
    stage.hands.press("ctrl+Return")
    stage.eyes.wait_for(stage.say("Your judgement"))


def _answer(stage: Stage, asked: int) -> None:
    """Choose the second answer, and go on; what is told in her words may stay empty."""
    stage.hands.press("2")
    stage.eyes.wait("no answer is chosen", lambda: chosen(stage) or not _choices(stage))
    stage.hands.press("Return")
    stage.eyes.wait(
        f"nothing comes after question {asked}",
        lambda: _number(stage) > asked or stage.eyes.find(stage.say("See the &result")),
    )


def _lock(stage: Stage, phrase: str, asked: int) -> None:
    stage.hands.press("ctrl+l")
    unlock(stage, phrase)
    stage.eyes.wait("the question is lost", lambda: _number(stage) == asked)


def _kill(stage: Stage, phrase: str, asked: int) -> None:
    """Kill it; dead within the second in which she went on, it brings her back a question before."""
    stage.kill()
    stage.begin()
    unlock(stage, phrase)
    stage.eyes.wait("the questions are lost", lambda: asked - 3 <= _number(stage) <= asked)


def _choices(stage: Stage) -> list[str]:
    return stage.eyes.names("radio button")


def _number(stage: Stage) -> int:
    """Return the number of the question that is asked, 0 where none is."""
    found = (_NUMBER.search(plain(name)) for name in stage.eyes.names("label", "heading"))
    return next((int(match[1]) for match in found if match), 0)
