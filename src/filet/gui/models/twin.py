"""A paper as text: exactly what stands on it, line by line, its headings marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from filet.domain.papers import Block, Heading, Paper, Title
from filet.gui.context import Context


@dataclass(frozen=True, slots=True)
class TwinRow:
    """One line."""

    place: int
    text: str
    said: str
    is_heading: bool = False

    @property
    def key(self) -> tuple[int, str]:
        """What tells it from the others."""
        return self.place, self.text


def twin_rows(context: Context, paper: Paper) -> tuple[TwinRow, ...]:
    """Return every line of a paper in reading order; what each page repeats is said once."""
    lines = [(text, False) for text in (paper.banner or paper.watermark,) if text]
    lines += [line for block in paper.blocks for line in _lines(block)]
    lines += [(paper.footer, False)] if paper.footer else []
    t = context.t
    return tuple(
        TwinRow(place, text, t("Heading: {text}", text=text) if heading else text, heading)
        for place, (text, heading) in enumerate(lines)
    )


def _lines(block: Block) -> Iterator[tuple[str, bool]]:
    """Give the lines of a block; two words that stand side by side are read together."""
    name = block.text if isinstance(block, Title | Heading) else ""
    for value in (getattr(block, one.name) for one in fields(block)):
        if isinstance(value, str) and value:
            yield value, value == name
        elif isinstance(value, tuple):
            for one in value:
                yield ("  ".join(one) if isinstance(one, tuple) else one), False
