"""Rows that break: what does not fit beside goes under; nothing is ever cut."""

from __future__ import annotations

from itertools import accumulate, pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class Flow(QLayout):
    """Lays widgets in rows. One of stretch 0 keeps its own width; others share what is left."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 12, line_gap: int = 12) -> None:
        self._heights: dict[int, int] = {}  # first: Qt invalidates a layout while it is made
        self._leasts: dict[int, int] = {}
        self._smallest: QSize | None = None
        self._placed: QRect | None = None
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._gap, self._line_gap = gap, line_gap
        self._items: list[QLayoutItem] = []
        self._wishes: list[tuple[int, int]] = []

    def add(self, widget: QWidget, *, least: int = 0, stretch: int = 0) -> None:
        """Add a widget that asks for a least width."""
        self._wishes.append((least, stretch))
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take an item; Qt calls this."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Let go of one."""
        if not 0 <= index < len(self._items):
            return None
        self._wishes.pop(index)
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Ask for width only."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all rows at this width; layouts ask for it over and over."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), moving=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured: something in it changed."""
        self._heights.clear()
        self._leasts.clear()
        self._smallest = self._placed = None
        super().invalidate()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the widest of the least widths; layouts ask for it over and over."""
        if self._smallest is None:
            self._smallest = self._least_room()
        return QSize(self._smallest)

    def _least_room(self) -> QSize:
        shown = [item for item in self._items if not item.isEmpty()]
        widths = [item.minimumSize().width() for item in shown]
        heights = [item.minimumSize().height() for item in shown]
        return QSize(max(widths, default=0), max(heights, default=0))

    def sizeHint(self) -> QSize:
        """Return the room of one row."""
        shown = [self._least(index) for index in self._shown()]
        height = max((self._items[i].sizeHint().height() for i in self._shown()), default=0)
        return QSize(sum(shown) + self._gap * max(0, len(shown) - 1), height)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put every widget in its place, unless each stands there already."""
        super().setGeometry(rect)
        if rect != self._placed:
            self._place(rect, moving=True)
            self._placed = QRect(rect)

    def _shown(self) -> list[int]:
        return [index for index, item in enumerate(self._items) if not item.isEmpty()]

    def _least(self, index: int) -> int:
        if index not in self._leasts:
            least, stretch = self._wishes[index]
            own = self._items[index].minimumSize() if stretch else self._items[index].sizeHint()
            self._leasts[index] = max(least, own.width())
        return self._leasts[index]

    def _rows(self, width: int) -> list[list[int]]:
        rows: list[list[int]] = []
        used = 0
        for index in self._shown():
            need = self._least(index)
            if not rows or used + self._gap + need > width:
                rows.append([index])
                used = need
            else:
                rows[-1].append(index)
                used += self._gap + need
        return rows

    def _place(self, rect: QRect, *, moving: bool) -> int:
        top = rect.top()
        for row in self._rows(rect.width()):
            widths = self._widths(row, rect.width())
            height = max(map(self._height, row, widths))
            left = rect.left()
            for index, width in zip(row, widths, strict=True):
                if moving:
                    self._put(index, QRect(QPoint(left, top), QSize(width, height)))
                left += width + self._gap
            top += height + self._line_gap
        return max(0, top - self._line_gap - rect.top())

    def _widths(self, row: list[int], width: int) -> list[int]:
        least = [min(self._least(index), width) for index in row]
        spare = width - sum(least) - self._gap * (len(row) - 1)
        shares = [self._wishes[index][1] for index in row]
        total = sum(shares)
        if not total or spare <= 0:
            return least
        ends = [spare * end // total for end in accumulate(shares)]  # no pixel is lost on the way
        given = [end - begun for begun, end in pairwise([0, *ends])]
        return [one + more for one, more in zip(least, given, strict=True)]

    def _height(self, index: int, width: int) -> int:
        item = self._items[index]
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()

    def _put(self, index: int, cell: QRect) -> None:
        item = self._items[index]
        widget = item.widget()
        fixed = QSizePolicy.Policy.Fixed
        if widget is not None and widget.sizePolicy().verticalPolicy() == fixed:
            height = min(cell.height(), item.sizeHint().height())
            cell.moveTop(cell.top() + (cell.height() - height) // 2)
            cell.setHeight(height)
        item.setGeometry(cell)
