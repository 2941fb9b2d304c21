"""Her plan: ideas that are kept, items in her words, and a sheet that says where it goes."""

from __future__ import annotations

import re

from walk.eyes import plain
from walk.spool import NAME, Spool
from walk.stage import Stage

IDEAS, OWN = 5, 5
WORDS = "Je garde mon cellulaire avec moi"


def make_plan(stage: Stage) -> None:
    """Keep five ideas, and write five items."""
    say, eyes, hands = stage.say, stage.eyes, stage.hands
    hands.press("alt+4")
    eyes.wait_for(say("Her plan, in her words"))
    for count in range(1, IDEAS + 1):
        hands.press("ctrl+i")
        eyes.wait("no idea has the focus", lambda: _focus(stage) is not None)
        hands.press("Return")
        _wait_for_items(stage, count)
    for count in range(IDEAS + 1, IDEAS + OWN + 1):
        hands.press("ctrl+n")
        eyes.wait("no line to write in", lambda: _writes(stage))
        hands.type(f"{WORDS} {count}")
        hands.press("Return")
        _wait_for_items(stage, count)


def print_sheet(stage: Stage, spool: Spool) -> None:
    """Say that the sheet stays, where and until when; print it."""
    say, eyes, hands = stage.say, stage.eyes, stage.hands
    hands.press("Escape")
    _read_as_text(stage)
    hands.press("ctrl+p")
    stays = say("It stays here")
    eyes.wait_for(stays)
    eyes.wait("the answers have no focus", lambda: _on_choice(stage))
    hands.press("space")
    soon = say("In one month")
    eyes.wait_for(soon)
    hands.press("Tab")
    eyes.wait("no place to write", lambda: _is_line(stage))
    hands.type("classeur")
    hands.push(soon)
    eyes.wait_for(say("&Print this sheet"))
    hands.reach(say("&Print this sheet"))
    hands.press("Return")
    eyes.wait(f"nothing comes out of {NAME}", spool.printed)


def _on_choice(stage: Stage) -> bool:
    here = stage.eyes.focused()
    return here is not None and here.getRoleName() == "radio button"


def _read_as_text(stage: Stage) -> None:
    """Read the paper's text twin."""
    stage.hands.push(stage.say("Read as &text"))
    twin = stage.eyes.wait("the text of the paper is not read", lambda: _read(stage))
    if "Filet" in twin:
        raise AssertionError("the paper says where it comes from")


def _read(stage: Stage) -> str:
    """Return every line of what the keyboard stands in, once it is a paper of several lines."""
    here = stage.eyes.focused()
    around = here.parent if here is not None else None
    lines = [one.name for one in around or () if one is not None]
    return "\n".join(lines) if any("911" in line for line in lines) else ""


def items(stage: Stage) -> int:
    """Return how many items the rail counts."""
    begins = stage.say("Protection plan")
    names = (plain(name) for name in stage.eyes.names())
    counted = (re.search(r"(\d+)", name) for name in names if name.startswith(f"{begins}, "))
    return next((int(match[1]) for match in counted if match), 0)


def _wait_for_items(stage: Stage, count: int) -> None:
    stage.eyes.wait(f"no item {count}", lambda: items(stage) == count)


def _focus(stage: Stage) -> object:
    return stage.eyes.focused()


def _writes(stage: Stage) -> bool:
    here = stage.eyes.focused()
    return here is not None and (here.name.endswith("…") or here.getRoleName() == "text")


def _is_line(stage: Stage) -> bool:
    here = stage.eyes.focused()
    return here is not None and here.getRoleName() == "text"
