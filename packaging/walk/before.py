"""« Avant de commencer »: settled by keys as a worker would, and found again as it was kept."""

from __future__ import annotations

from walk.eyes import plain
from walk.stage import Stage

STOP = "orange"
SETTLED = (
    ("How do &you talk?", "In person"),
    ("Can she speak &freely?", "Yes"),
    ("&Who may hear? A child counts.", "A child"),
    ("&Interpreter", "None"),
    ("Is the &screen turned to her?", "Yes"),
    ("What is written, and why: for her safety and that of the children.", "It is said"),
)
"""What is chosen, in the order in which Tab comes there; her language and her word are typed."""
_LANGUAGE, _WORD = "&Language", "A wor&d to stop at once"
_CHOICES = ("push button", "toggle button", "check box", "radio button")


def settle(stage: Stage) -> None:
    """Settle how they speak and who hears, turn the screen to her, and begin."""
    say, eyes, hands = stage.say, stage.eyes, stage.hands
    hands.press("alt+3")
    eyes.wait_for(say("Begin the inter&view"))
    for question, answer in SETTLED:
        if question == "&Interpreter":
            hands.fill(say(_LANGUAGE), say("Spanish"))
        if question.startswith("Is the &screen"):
            hands.fill(say(_WORD), STOP)
        hands.reach(say(answer), about=say(question))
        hands.press("space")
    eyes.wait("not all is chosen", lambda: not missing(stage))
    hands.press("ctrl+Return")


def find_again(stage: Stage) -> None:
    """Go back from a question to what was settled, and find each answer there."""
    say, eyes, hands = stage.say, stage.eyes, stage.hands
    hands.push(say("Before we begin"))
    eyes.wait_for(say("Begin the inter&view"))
    eyes.wait(f"what was settled is not kept: {missing(stage)}", lambda: not missing(stage))
    hands.press("ctrl+Return")


def missing(stage: Stage) -> list[str]:
    """Return what was settled and is not shown."""
    say = stage.say
    chosen = {(plain(one.description), plain(one.name)) for one in stage.eyes.checked(*_CHOICES)}
    lost = [question for question, answer in SETTLED if (say(question), say(answer)) not in chosen]
    words = plain(stage.eyes.all_words())
    return [*lost, *(word for word in (say("Spanish"), STOP) if word not in words)]
