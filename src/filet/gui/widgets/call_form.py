"""The fields of a call, in the order in which it goes; every one may stay empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.ids import CallId
from filet.domain.instruments import Value
from filet.domain.kinds import CallNoted, Whereabouts
from filet.gui.context import Context
from filet.gui.widgets.choice import Option
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading
from filet.gui.widgets.optional import OptionalChoice
from filet.gui.widgets.page import card
from filet.gui.widgets.paragraph import Paragraph

_VALUES = ("danger_now", "may_call_back", "children")
_PLACE = ("municipality", "road", "number", "vehicle")
W = TypeVar("W", bound=QWidget)


class CallForm(QWidget):
    """All that may be known of a call; empty until its steps have made it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.fields: dict[str, Any] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def steps(self) -> Iterator[None]:
        """Make its parts, from the first to the last, a step each."""
        self._column.addLayout(self._who())
        yield
        self._column.addWidget(self._where())
        yield
        self._column.addLayout(self._back())
        yield
        self._column.addLayout(self._told())
        yield

    def call(self, call: CallId, cut_at: str) -> CallNoted:
        """Return the call as it is written."""
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        place = Whereabouts(*(texts.pop(name) for name in _PLACE))
        values = {name: _value(texts.pop(name)) for name in _VALUES}
        return CallNoted(call, where=place, cut_at=cut_at, **values, **texts)  # type: ignore[arg-type] # names and kinds are those of the form, and a test says so

    def _who(self) -> Flow:
        t, row = self._context.t, Flow(gap=16)
        row.add(self._line("hour", t("Ho&ur")), least=self._px(100))
        row.add(self._line("caller", t("&Who calls?")), least=self._px(200), stretch=1)
        options = [
            Option("yes", t("Yes")),
            Option("no", t("No")),
            Option("yes_no_only", t("Yes or no only")),
        ]
        row.add(self._choice("can_talk", t("Can you talk?"), options))
        return row

    def _where(self) -> QWidget:
        t = self._context.t
        frame, column = card(self._context)
        unknown = [Option(Value.UNKNOWN, t("Not known"))]
        first, second = Flow(gap=20), Flow(gap=10)
        first.add(self._choice("danger_now", t("In danger right now?"), _yes_no(t) + unknown))
        first.add(self._choice("children", t("Children with her?"), _yes_no(t) + unknown))
        ages = self._line("children_told", t("How &many, what ages"))
        first.add(ages, least=self._px(160), stretch=1)
        names = (t("Munici&pality"), t("&Road or rang"), t("Num&ber or marker"), t("&Vehicle"))
        for key, label in zip(_PLACE, names, strict=True):
            second.add(
                self._line(key, label), least=self._px(175), stretch=2 if key in _PLACE[:2] else 1
            )
        self.fields["number"].line.setPlaceholderText(t("km, marker, landmark"))
        self.fields["vehicle"].line.setPlaceholderText(t("model, colour"))
        column.addLayout(first)
        column.addWidget(Heading(self._context.theme, t("Where is she?"), kind="h3"))
        column.addLayout(second)
        return frame

    def _back(self) -> Flow:
        t, row = self._context.t, Flow(gap=10)
        row.add(self._line("phone", t("Telep&hone")), least=self._px(150), stretch=1)
        row.add(self._choice("may_call_back", t("May we call back?"), _yes_no(t)))
        other = self._line("if_other_answers", t("If somebody else answers, sa&y"))
        row.add(other, least=self._px(220), stretch=2)
        row.add(self._line("battery", t("Battery, networ&k")), least=self._px(130), stretch=1)
        return row

    def _told(self) -> Flow:
        t, row = self._context.t, Flow(gap=12)
        labels = {
            "words": t("Her w&ords"),
            "asked": t("What she a&sks for"),
            "done": t("What was &done"),
        }
        for key, label in labels.items():
            area = Paragraph(self._context, label, lines=3, hers=key == "words")
            row.add(self._keep(key, area), least=self._px(220), stretch=1)
        return row

    def _line(self, key: str, label: str) -> LabelledField:
        return self._keep(key, LabelledField(self._context, label))

    def _choice(self, key: str, label: str, options: list[Option]) -> OptionalChoice:
        return self._keep(key, OptionalChoice(self._context, label, options))

    def _keep(self, key: str, field: W) -> W:
        self.fields[key] = field
        return field

    def _px(self, length: int) -> int:
        return self._context.theme.px(length)


def _yes_no(t: Any) -> list[Option]:
    return [Option(Value.YES, t("Yes")), Option(Value.NO, t("No"))]


def _value(text: str) -> Value | None:
    return Value(text) if text else None
