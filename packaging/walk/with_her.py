"""« Avec elle », as a screen reader hears it: the question, her answers, and nothing else."""

from __future__ import annotations

from functools import partial

from walk.eyes import plain
from walk.first_hour import FAMILY, GIVEN, PHONE
from walk.stage import Stage

NOTE = "note de la travailleuse"
ANSWERS = ("Yes", "No", "I don't know", "I prefer not to answer")
MOVES = ("&Previous", "Take a &break", "&Next")
WORDS = "Your words"
GONE = ("Who says so?", "&Come back to", "As a list")
"""What stands in the worker's own view alone: it is not even hidden somewhere; nor is her note."""
AROUND = ("Before we begin", "Situation", "Protection plan", "Journal", "Lock", "Hide the screen",
          "Emergency")  # fmt: skip
"""What stands around it, and is heard no more."""


def turn_back(stage: Stage) -> None:
    """Come back to the worker's own view, across the blank page."""
    say, eyes, hands = stage.say, stage.eyes, stage.hands
    eyes.wait_for(say("I prefer not to answer"))
    hands.press("F11")
    eyes.wait_for(say("My &view"))
    hands.push(say("My &view"))
    eyes.wait_for(say("Who says so?"))


def note(stage: Stage) -> None:
    """Write a note of the worker's own about the question that is asked."""
    hands, eyes = stage.hands, stage.eyes
    for turn in (stage.say("Her words"), stage.say("My note")):
        hands.press("F2")
        eyes.wait(f"« {turn} » has no focus", partial(_writes, stage, turn))
    hands.type(NOTE)
    hands.press("Escape")


def look(stage: Stage) -> str:
    """Turn the screen to her; hear the question and her answers, and nothing of the worker's."""
    say, eyes, hands = stage.say, stage.eyes, stage.hands
    gone, around = [*map(say, GONE), NOTE], [*map(say, AROUND), GIVEN]
    hidden = [*gone, *around]
    before = plain(eyes.all_words())
    unsaid = [one for one in hidden if one not in before]
    if unsaid:
        raise AssertionError(f"the worker's own view does not say {', '.join(unsaid)}")
    asked = {plain(name) for name in eyes.names("label", "heading") if name}
    hands.press("F11")
    eyes.wait_for(say("I prefer not to answer"))
    eyes.wait("the worker's view stays", lambda: eyes.find(say("Who says so?")) is None)
    heard = plain(eyes.all_words())
    told = [one for one in (*hidden, FAMILY, PHONE) if one in heard]
    whole = plain(eyes.all_words(hidden=True))
    told += [one for one in gone if one in whole]
    if told:
        raise AssertionError(f"« Avec elle » tells {', '.join(told)}")
    return _only_hers(stage, asked)


def _only_hers(stage: Stage, asked: set[str]) -> str:
    """Find the question and why it is asked, her answers, her words, three moves; no more."""
    say, eyes = stage.say, stage.eyes
    named = [plain(one) for one in eyes.names() if one and one != "Filet"]
    own = [*map(say, ANSWERS), *map(say, MOVES), say(WORDS)]
    silent = [one for one in own if one not in named]
    more = [one for one in named if one not in own]
    unknown = [one for one in more if one not in asked]
    if silent or unknown or not more:
        raise AssertionError(f"« Avec elle »: not heard {silent}; not hers {unknown}; asks {more}")
    heard = f"{len(more)} of the question, {len(own)} of hers"
    return f"with her, {len(named)} things are heard: {heard}; none of the worker's"


def _writes(stage: Stage, name: str) -> bool:
    here = stage.eyes.focused()
    return here is not None and plain(here.name).startswith(name)
