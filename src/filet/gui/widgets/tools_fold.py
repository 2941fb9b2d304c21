"""« Ce que disent les outils »: one folded line until a level is chosen. Neutral tints only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.models.outside_said import OutsideSaid
from filet.gui.models.tools_said import Scale, ToolSaid
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import card, muted
from filet.gui.widgets.redrawn import redrawn

_DOT, _BAR = 12, 14
_ROW, _ROWS = 18, 2


class BandScale(QWidget):
    """A filled dot for what is counted, an open one for what it would be at most."""

    def __init__(self, context: Context, scale: Scale, said: str) -> None:
        super().__init__()
        self._context, self._scale = context, scale
        self.setAccessibleName(said)
        self.setMinimumHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return room for the dots, the bands and their names."""
        px = self._context.theme.px
        return QSize(px(280), px(_DOT + _BAR + 8 + _ROWS * _ROW))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the bands, their names, then the dots."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_bands(painter)
            self._paint_dots(painter)

    def _paint_bands(self, painter: QPainter) -> None:
        theme, scale = self._context.theme, self._scale
        ends = [*(band.start for band in scale.bands[1:]), scale.last]
        top = theme.px(_DOT)
        free = [0.0] * _ROWS
        for number, (band, end) in enumerate(zip(scale.bands, ends, strict=False)):
            left, right = self._x(band.start), self._x(end)
            ground = "bg.hover" if number % 2 else "voice.tool_bg"
            painter.setPen(QPen(theme.colour("border.strong"), 1))
            painter.setBrush(theme.colour(ground))
            painter.drawRect(QRectF(left, top, right - left, theme.px(_BAR)))
            self._paint_name(painter, f"{band.start} {band.name}", left, free)
        if not scale.bands:
            painter.setPen(QPen(theme.colour("border.strong"), 1))
            painter.setBrush(theme.colour("voice.tool_bg"))
            whole = self._x(scale.last) - self._x(scale.first)
            painter.drawRect(QRectF(self._x(scale.first), top, whole, theme.px(_BAR)))

    def _paint_name(self, painter: QPainter, name: str, left: float, free: list[float]) -> None:
        """Paint the name of a band in the first row where the names before leave room."""
        theme = self._context.theme
        width = QFontMetricsF(theme.font("meta")).horizontalAdvance(name) + 2
        left = min(left, self.width() - width)
        row = next((number for number, end in enumerate(free) if left >= end), None)
        if row is None:
            return
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.colour("text.secondary"))
        room = QRectF(left, theme.px(_DOT + _BAR + 4 + row * _ROW), width, theme.px(_ROW))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), name)
        free[row] = left + width + theme.px(8)

    def _paint_dots(self, painter: QPainter) -> None:
        theme, scale = self._context.theme, self._scale
        y, radius = theme.px(_DOT + _BAR / 2), theme.px(_DOT) / 2
        low, high = self._x(scale.low), self._x(scale.high)
        ink = theme.colour("text.primary")
        painter.setPen(QPen(ink, 2))
        painter.drawLine(QRectF(low, y, high - low, 0).topLeft(), QRectF(high, y, 0, 0).topLeft())
        if scale.low != scale.high:
            painter.setBrush(theme.colour("bg.surface"))
            painter.drawEllipse(QRectF(high - radius, y - radius, 2 * radius, 2 * radius))
        painter.setBrush(ink)
        painter.drawEllipse(QRectF(low - radius, y - radius, 2 * radius, 2 * radius))

    def _x(self, value: int) -> float:
        px, scale = self._context.theme.px, self._scale
        span = max(1, scale.last - scale.first)
        room = self.width() - 2 * px(_DOT)
        return px(_DOT) + room * (value - scale.first) / span


class ToolsFold(QFrame):
    """Folded until a level is chosen; then whoever wishes unfolds it."""

    changed = Signal()
    outside_wanted = Signal(object)
    """The OutsideId of a result to correct, or nothing: one is to be noted."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._allowed = context, False
        self._shown: object = None
        t, theme = context.t, context.theme
        frame, inside = card(context)
        self.unfold = Link(theme, t("What the &tools say"), icon="chevron-right")
        self.hint = muted(context, "")
        head = QHBoxLayout()
        head.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.hint, 1)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        inside.addLayout(head)
        self.content = QWidget()
        self._column = QVBoxLayout(self.content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        inside.addWidget(self.content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.content.hide()
        self.unfold.clicked.connect(lambda *_: self.show_open(opened=not self.is_open()))
        self.allow(allowed=False)

    def allow(self, *, allowed: bool) -> None:
        """Let it be unfolded, once a level is chosen."""
        t = self._context.t
        self._allowed = allowed
        self.unfold.setEnabled(allowed)
        tool = t("A tool sheds light; it does not decide.")
        self.hint.setText(tool if allowed else t("After your level is chosen."))
        if not allowed:
            self.show_open(opened=False)

    def is_open(self) -> bool:
        """Tell whether it is unfolded."""
        return self.content.isVisibleTo(self)

    def show_open(self, *, opened: bool) -> None:
        """Unfold or fold."""
        self.content.setVisible(opened and self._allowed)
        self.unfold.show_icon("chevron-down" if opened and self._allowed else "chevron-right")
        self.changed.emit()

    def show_tools(self, tools: Sequence[ToolSaid], outside: Sequence[OutsideSaid] = ()) -> None:
        """Show what each tool in use says, then what was filled in elsewhere, as it was given."""
        said = (tuple(tools), tuple(outside))
        if said != self._shown:
            self._shown = said
            with redrawn(self._column):
                self._draw(*said)

    def _draw(self, tools: Sequence[ToolSaid], outside: Sequence[OutsideSaid]) -> None:
        if not (tools or outside):
            none = self._context.t("No tool was filled in. A level can be judged without one.")
            self._column.addWidget(muted(self._context, none))
        for tool in tools:
            self._column.addWidget(_tool(self._context, tool))
        for said in outside:
            self._column.addWidget(self._outside(said))
        note = Link(self._context.theme, self._context.t("Note a result from elsewhere…"))
        note.clicked.connect(lambda *_: self.outside_wanted.emit(None))
        self._column.addWidget(note, 0, Qt.AlignmentFlag.AlignLeft)

    def _outside(self, said: OutsideSaid) -> QFrame:
        t, theme = self._context.t, self._context.theme
        frame = QFrame()
        frame.setObjectName("voice-tool")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(Heading(theme, said.title, kind="label"))
        column.addWidget(Text(theme, said.result, kind="strong"))
        column.addWidget(Text(theme, said.about, kind="small"))
        column.addWidget(
            muted(self._context, t("As it was received. Filet does not compute it again."))
        )
        correct = Link(theme, t("Correct…"))
        correct.setAccessibleName(f"{t('Correct')}, {said.title}")
        correct.clicked.connect(lambda *_: self.outside_wanted.emit(said.outside))
        column.addWidget(correct, 0, Qt.AlignmentFlag.AlignLeft)
        return frame


def _tool(context: Context, tool: ToolSaid) -> QFrame:
    theme = context.theme
    frame = QFrame()
    frame.setObjectName("voice-tool")
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 10, 12, 10)
    column.setSpacing(4)
    column.addWidget(Heading(theme, tool.title, kind="label"))
    if tool.warning:
        column.addWidget(Text(theme, tool.warning, kind="small", tone="note"))
    said = " · ".join(filter(None, (tool.range, tool.band)))
    if said:
        column.addWidget(Text(theme, said, kind="strong"))
    if tool.unknown:
        column.addWidget(Text(theme, tool.unknown, kind="small"))
    if tool.scale is not None:
        column.addWidget(BandScale(context, tool.scale, tool.scale_said))
    for said in tool.cutoffs:
        column.addWidget(Text(theme, said, kind="small"))
    column.addWidget(Text(theme, tool.note, kind="small"))
    return frame
