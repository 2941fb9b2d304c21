"""A column at the right of a page; where there is little room it goes under."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.page import scrolling

_BESIDE_FROM = 900


class WithAside(QWidget):
    """A page whose main column and aside scroll together when one is under the other."""

    def __init__(
        self,
        context: Context,
        main: QWidget,
        aside: QWidget,
        width: int,
        *,
        ground: str = "surface",
    ) -> None:
        super().__init__()
        self._context, self._aside, self._wide = context, aside, width
        self._main = main
        inner = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        aside.setObjectName(f"ground-{ground}")
        aside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        main.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row.addWidget(main, 1)
        self._row.addWidget(aside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(inner)
        outer.addWidget(self._area)

    def zones(self) -> tuple[QWidget, ...]:
        """Return both columns, as F6 goes from one to the other."""
        return (self._main, self._aside)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to what appeared, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self._area.ensureWidgetVisible(widget))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the aside beside or under."""
        super().resizeEvent(event)
        beside = self.width() / self._context.theme.scale >= _BESIDE_FROM
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        width = self._context.theme.px(self._wide)
        self._aside.setMinimumWidth(width if beside else 0)
        self._aside.setMaximumWidth(width if beside else 16777215)
