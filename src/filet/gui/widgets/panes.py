"""A page and its aside, each scrolling on its own; where there is little room, one under the other.

What stands at the foot of the aside stays in sight while there is room beside.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.page import scrolling
from filet.gui.widgets.tall import Tall
from filet.gui.widgets.unseen import is_kept_away, laid_out_once

_BESIDE_FROM = 1060


class Panes(QWidget):
    """The aside is never squeezed: it scrolls, or goes under."""

    def __init__(
        self, context: Context, main: QWidget, aside: QWidget, foot: QWidget, *, width: int
    ) -> None:
        super().__init__()
        self._context, self._aside, self._foot, self._wide = context, aside, foot, width
        self._main = main
        self._beside = True
        for part in (aside, foot):
            part.setParent(self)
            part.setObjectName("ground-surface")
            part.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._content = Tall()
        self._under = QVBoxLayout(self._content)
        self._under.setContentsMargins(0, 0, 0, 0)
        self._under.setSpacing(0)
        self._under.addWidget(main)
        self._under.addStretch(1)
        self.area = scrolling(self._content)
        self._make_column()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.area, 1)
        row.addWidget(self._column)
        self._place(beside=True)

    def zones(self) -> tuple[QWidget, ...]:
        """Return the parts between which F6 goes."""
        return (self._main, self._aside, self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the aside beside or under."""
        super().resizeEvent(event)
        beside = self.width() / self._context.theme.scale >= _BESIDE_FROM
        if beside is not self._beside:
            self._beside = beside
            self._place(beside=beside)
        self._column.setFixedWidth(self._context.theme.px(self._wide))

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until a widget is in sight."""
        for area in (self.area, self._side):
            content = area.widget()
            if content is not None and content.isAncestorOf(widget):
                top = widget.mapTo(content, QPoint(0, 0))
                area.ensureVisible(top.x(), top.y() + widget.height(), 0, 24)
                area.ensureVisible(top.x(), top.y(), 0, 24)

    def put_aside_away(self) -> None:
        """Leave the page alone: nothing beside it is wanted any more."""
        for part in (self._aside, self._foot, self._column):
            part.hide()

    def show_parts(self, shown: Mapping[QWidget, bool]) -> None:
        """Show some parts of the aside and hide others, all laid out once."""
        with laid_out_once(self._aside):
            for part, is_shown in shown.items():
                part.setVisible(is_shown)

    def _make_column(self) -> None:
        self._column = QWidget()
        self._column.setObjectName("ground-surface")
        self._column.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._held = Tall()
        self._inside = QVBoxLayout(self._held)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addStretch(1)
        self._side: QScrollArea = scrolling(self._held, "surface")
        self._stack = QVBoxLayout(self._column)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self._stack.addWidget(self._side, 1)

    def _place(self, *, beside: bool) -> None:
        focused = self.focusWidget()
        kept_away = [part for part in (self._aside, self._foot) if is_kept_away(part)]
        self._column.setVisible(beside and len(kept_away) < 2)
        if beside:
            self._inside.insertWidget(0, self._aside)
            self._stack.addWidget(self._foot)
        else:
            self._under.insertWidget(1, self._aside)
            self._under.insertWidget(2, self._foot)
        for part in (self._aside, self._foot):
            part.setVisible(part not in kept_away)  # where they go, they are hidden at first
        if self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
