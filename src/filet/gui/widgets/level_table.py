"""Levels over time as a table: the twin of the painted line."""

from __future__ import annotations

from collections.abc import Sequence

from filet.gui.context import Context
from filet.gui.models.matters import Happened
from filet.gui.sayings import LEVELS, day_text
from filet.gui.widgets.level_line import Signed, is_late
from filet.gui.widgets.twin_table import TwinTable


class LevelTable(TwinTable):
    """One row for a level that was signed or a thing that happened, the oldest first."""

    def __init__(self, context: Context) -> None:
        t = context.t
        titles = (t("On"), t("Level, or what happened"), t("To review on"))
        super().__init__(context, t("Risk over time"), titles)
        self._context = context

    def show_levels(self, signed: Sequence[Signed], happened: Sequence[Happened] = ()) -> None:
        """Show the levels and what happened."""
        rows = [(one.day, self._level(one), self._review(one)) for one in signed]
        rows += [(one.day, one.text, "") for one in happened]
        rows.sort(key=lambda row: row[0])
        self.show_texts([(day_text(self._context, day), *texts) for day, *texts in rows])

    def _level(self, one: Signed) -> str:
        t = self._context.t
        name = t(LEVELS[one.level])
        return t("{level} (provisional)", level=name) if one.provisional else name

    def _review(self, one: Signed) -> str:
        if one.review is None:
            return ""
        day = day_text(self._context, one.review)
        late = is_late(self._context, one)
        return self._context.t("{day} (passed)", day=day) if late else day
