"""The rows of what may be proposed to her: an idea, and why it is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from filet.application.planning import Board
from filet.domain.plan import Idea, Situation
from filet.gui.context import Context
from filet.i18n import N_
from filet.i18n.dates import typography

SITUATIONS: dict[Situation, str] = {
    Situation.RURAL: N_("lives far from neighbours"),
    Situation.CHILDREN: N_("children"),
    Situation.PETS: N_("animals"),
    Situation.WORK: N_("works"),
    Situation.SCHOOL: N_("studies"),
    Situation.IMMIGRATION: N_("immigration papers"),
    Situation.PREGNANCY: N_("pregnancy"),
    Situation.LIVES_WITH_HIM: N_("lives with him"),
    Situation.SEPARATED: N_("separated"),
    Situation.NEW_PARTNER: N_("has somebody else"),
    Situation.ORDER: N_("order or conditions"),
    Situation.BAR_DEVICE: N_("electronic bracelet"),
    Situation.SHARED_CUSTODY: N_("shared custody"),
}
"""What a worker may say of her life."""


@dataclass(frozen=True, slots=True)
class IdeaRow:
    """One idea as it is shown and said."""

    origin: str
    text: str
    because: str
    item: str = ""
    """The question whose answer brought it up, where there is one."""

    @property
    def key(self) -> str:
        """What stays the same when the row is shown again."""
        return self.origin

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return f"{self.text} {self.because}"


def idea_rows(context: Context, board: Board) -> tuple[IdeaRow, ...]:
    """Return the ideas of a plan, in the language of the screen."""
    return tuple(_row(context, idea, board.asked) for idea in board.ideas)


def _row(context: Context, idea: Idea, asked: Mapping[str, str]) -> IdeaRow:
    words = idea.measure.texts[context.language]
    because = context.t("because: {reason}", reason=words.because)
    text = typography(words.text, context.language)
    return IdeaRow(idea.origin, text, because, asked.get(idea.origin, ""))
