"""Papers that her plan only adds to: what to gather, a child's sheet, forms for a power cut.

What they say comes with them, line by line, where her life calls for it. On what goes out
only those items of her plan stand that may stand on the sheet she takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from filet.domain.blocks import (
    Block,
    Emergency,
    Heading,
    Layout,
    Lead,
    Notice,
    Numbers,
    Paper,
    Point,
    Question,
    Tick,
    Title,
    WriteLines,
)
from filet.domain.kinds import Appears
from filet.domain.paper_words import OwnLine, PaperWords, by_hand, fate, paper_of, unreviewed
from filet.domain.papers import PlanItem, in_columns, leaves, ranked

_LINES_OF_A_SECTION = _LINES_OF_AN_ANSWER = 2


def bag(
    items: Iterable[PlanItem],
    words: PaperWords,
    made: date,
    lived: frozenset[str],
    *,
    exercise: bool = False,
) -> Paper:
    """Return the list of what to gather: neutral names, boxes, and what she added to pack.

    Raises NotForThisPaper.
    """
    hers = [item for item in items if leaves(item, Appears.TAKES, words) and item.form == "do"]
    blocks: list[Block] = [
        Title(words.say("title")),
        Lead(words.say("made", date=words.write_date(made))),
    ]
    for part in words.parts:
        ticks = [Tick(line.text) for line in _called_for(part.lines, lived)]
        ticks += [Tick(item.text) for section in part.sections for item in ranked(hers, section)]
        if ticks:
            blocks += (Heading(part.title, part.aside), *in_columns(ticks))
    return paper_of(words, (*blocks, *by_hand(words)), exercise=exercise)


def children(
    words: PaperWords, made: date, lived: frozenset[str], *, exercise: bool = False
) -> Paper:
    """Return the sheet of a child: nothing of the plan, no name, no address, no code word."""
    blocks: list[Block] = [
        Title(words.say("title")),
        Lead(words.say("made", date=words.write_date(made))),
    ]
    for part in words.parts:
        held = list(_own_lines(words, part.lines, lived))
        if held:
            blocks += (Heading(part.title, part.aside), *held)
    layout = Layout.LARGE if words.large else Layout.LETTER
    return paper_of(words, (*blocks, *by_hand(words)), layout=layout, exercise=exercise)


def blank(
    words: PaperWords,
    sections: Iterable[str],
    destroy_on: date | None = None,
    *,
    kept_at: str = "",
    exercise: bool = False,
) -> Paper:
    """Return forms to fill by hand when the computer cannot be used: they hold nobody's words.

    ``sections`` are the parts of the sheet that stays, each with lines to write on.
    """
    destroy = words.say("destroy_on", date=words.write_date(destroy_on)) if destroy_on else ""
    blocks: list[Block] = [
        Title(words.say("title")),
        Lead(words.say("keep"), destroy),
        Emergency(*map(words.say, ("emergency_label", "emergency_number", "emergency_say"))),
        Notice(words.say("not_out"), fate(words, destroy_on, kept_at)),
    ]
    for part in words.parts:
        blocks += (Heading(part.title, part.aside), *_own_lines(words, part.lines, frozenset()))
        if part.asks:
            blocks += _questions(words)
    blocks.append(Title(words.say("plan_title")))
    for section in sections:
        blocks += (Heading(section), WriteLines("", _LINES_OF_A_SECTION))
    return paper_of(words, (*blocks, *unreviewed(words)), exercise=exercise)


def stands_among(item: PlanItem, words: PaperWords) -> bool:
    """Tell whether an item of her plan stands on the list of what to gather."""
    gathered = {section for part in words.parts for section in part.sections}
    return item.form == "do" and item.section in gathered and leaves(item, Appears.TAKES, words)


def _called_for(lines: Iterable[OwnLine], lived: frozenset[str]) -> Iterator[OwnLine]:
    """Give the lines that are for everyone, and those that her life calls for."""
    yield from (line for line in lines if not line.when or line.when & lived)


def _own_lines(
    words: PaperWords, lines: Iterable[OwnLine], lived: frozenset[str]
) -> Iterator[Block]:
    for line in _called_for(lines, lived):
        match line.form:
            case "do":
                yield Tick(line.text)
            case "number":
                yield Numbers(((line.text, words.say("emergency_number")),))
            case "write":
                yield WriteLines(line.text, line.count)
            case _:
                yield Point(line.text, line.sign)


def _questions(words: PaperWords) -> Iterator[Block]:
    for asked in words.asked:
        yield Question(asked.text, asked.answers, asked.label, _LINES_OF_AN_ANSWER)
