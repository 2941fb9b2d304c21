"""What may leave, one box each, by family; nothing is chosen in advance."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.sharing import Offer, Offered
from filet.gui.context import Context
from filet.gui.models.sharing_said import FAMILIES, WITHHELD, labelled
from filet.gui.turns import Act, Turns
from filet.gui.widgets.check_line import CheckLine
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.icons import IconLabel
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import emptied, line
from filet.i18n.dates import quoted


class OfferList(QWidget):
    """A draft keeps the keys of what was chosen, one a line."""

    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._turns = Turns(context.runner, self)
        self.boxes: dict[str, CheckLine] = {}
        self._kept: frozenset[str] = frozenset()
        """What a draft had, until the boxes stand."""
        self.counted = Text(context.theme, kind="strong")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.counted)
        column.addLayout(self._rows)

    def show_offer(self, offer: Offer) -> None:
        """Show what may be chosen, in turns, then what never is."""
        self._kept = self.chosen() or self._kept
        emptied(self._rows)
        self.boxes.clear()
        self._turns.build(self._acts(offer))

    def chosen(self) -> frozenset[str]:
        """Return the keys of what is chosen."""
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())

    def text(self) -> str:
        """Return what is chosen, as a draft keeps it."""
        return "\n".join(sorted(self.chosen() if self.boxes else self._kept))

    def show_text(self, text: str) -> None:
        """Show what a draft kept; what is offered no more stays out."""
        self._kept = frozenset(text.split("\n")) if text else frozenset()
        for key, box in self.boxes.items():
            box.setChecked(key in self._kept)
        self._count()

    def _acts(self, offer: Offer) -> Iterator[Act]:
        yield self.hide
        for family, held in groupby(offer.items, key=lambda one: one.family):
            yield partial(self._add_title, self._context.t(FAMILIES[family]))
            yield from (partial(self._add, one) for one in held)
        yield partial(self._add_withheld, offer)
        yield self._count
        yield self.show
        yield self.edited.emit

    def _add_title(self, title: str) -> None:
        self._rows.addSpacing(12)
        self._rows.addWidget(Heading(self._context.theme, title, kind="strong"))

    def _add(self, one: Offered) -> None:
        text = quoted(one.text, self._context.language) if one.quoted else one.text
        box = CheckLine(self._context.theme, labelled(self._context, one.label, text), chooses=True)
        box.setChecked(one.key in self._kept)
        box.toggled.connect(lambda _: self._toggled())
        self.boxes[one.key] = box
        self._rows.addWidget(box)

    def _add_withheld(self, offer: Offer) -> None:
        """Say what is never offered: how much of each, and never what."""
        t, theme = self._context.t, self._context.theme
        self._rows.addSpacing(12)
        self._rows.addWidget(line())
        parts = [f"{t(WITHHELD[why])} ({offer.withheld.get(why, 0)})" for why in WITHHELD]
        words = t("Never offered: {what}. Notes of the team and other dossiers neither.",
                  what="; ".join(parts))  # fmt: skip
        icon = IconLabel(theme, 16)
        icon.show_icon("lock", "text.secondary")
        row = QWidget()
        flow = Flow(row, gap=8)
        flow.add(icon)
        flow.add(Text(theme, words, kind="small", tone="muted"), least=theme.px(240), stretch=1)
        self._rows.addWidget(row)

    def _toggled(self) -> None:
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        chosen, offered = len(self.chosen()), len(self.boxes)
        words = self._context.t(
            "{chosen} of {offered}. Nothing is chosen in advance.", chosen=chosen, offered=offered
        )
        self.counted.setText(words)
