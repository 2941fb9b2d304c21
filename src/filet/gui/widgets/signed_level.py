"""One level that stands, what second readers think of it beside, and what may be added."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from filet.domain.ids import LevelId
from filet.gui.context import Context
from filet.gui.models.signed_level import LevelSaid, OpinionSaid
from filet.gui.sayings import risk_key
from filet.gui.widgets.chip import RiskChip
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import muted
from filet.gui.widgets.small import SmallLink

_BESIDE = 150
"""The least width of one opinion: two of them stand beside one another."""


class SignedLevel(QWidget):
    """A level, and its links."""

    second_wanted = Signal(object)
    mistake_wanted = Signal(object)
    """The LevelSaid that it is about."""

    def __init__(self, context: Context, said: LevelSaid) -> None:
        super().__init__()
        self._context, self.said = context, said
        t = context.t
        self.second = SmallLink(context, t("Second reading…"))
        self.mistake = SmallLink(context, t("Signed by mistake…"))
        for link in (self.second, self.mistake):
            link.setAccessibleName(f"{link.text()} {said.name}, {said.concerned}")
        self._lay_out()
        self.second.clicked.connect(lambda *_: self.second_wanted.emit(self.said))
        self.mistake.clicked.connect(lambda *_: self.mistake_wanted.emit(self.said))

    @property
    def level_id(self) -> LevelId:
        """Return which level it is."""
        return self.said.level_id

    def _lay_out(self) -> None:
        theme, said, t = self._context.theme, self.said, self._context.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(theme, said.concerned, kind="small", tone="secondary"))
        column.addLayout(self._opinions())
        column.addWidget(Text(theme, said.review, kind="small", tone="note" if said.late else ""))
        for asks in said.again:
            column.addWidget(Text(theme, asks, kind="small", tone="note"))
        parts = {t("Taken into account"): said.taken, t("Discussed with"): said.discussed}
        for title, text in parts.items():
            if text.strip():
                column.addWidget(muted(self._context, title))
                column.addWidget(Text(theme, text))
        links = Flow(gap=14, line_gap=2)
        links.add(self.second)
        links.add(self.mistake)
        column.addLayout(links)

    def _opinions(self) -> Flow:
        """Return the level and what others think of it, side by side where there is room."""
        said, t = self.said, self._context.t
        why = said.reasons or said.added
        signed = " · ".join(filter(None, (said.when, said.who)))
        named = t("Level: {level}", level=said.sentence)
        flow = Flow(gap=12, line_gap=8)
        least = self._context.theme.px(_BESIDE) if said.opinions else 0
        own = _held(self._context, said, signed, named, t("Why"), why)
        flow.add(own, least=least, stretch=1)
        for one in said.opinions:
            flow.add(_opinion(self._context, one), least=least, stretch=1)
        return flow


def _opinion(context: Context, one: OpinionSaid) -> QWidget:
    signed = " · ".join(filter(None, (one.when, one.who)))
    return _held(context, one, signed, one.sentence, one.title, one.reasons)


def _held(
    context: Context,
    one: LevelSaid | OpinionSaid,
    signed: str,
    named: str,
    title: str,
    why: str,
) -> QFrame:
    """Return a level as somebody holds it: its chip, who and when, and why."""
    frame = QFrame()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    chip = RiskChip(context.theme)
    chip.show_level(risk_key(one.level), one.name, named)
    column.addWidget(chip)
    column.addWidget(Text(context.theme, signed, kind="strong"))
    if why.strip() or isinstance(one, OpinionSaid):
        column.addWidget(muted(context, title))
    if why.strip():
        column.addWidget(Text(context.theme, why))
    column.addStretch(1)
    return frame
