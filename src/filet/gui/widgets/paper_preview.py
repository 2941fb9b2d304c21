"""A page of the very bytes that will print, and its twin in text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStackedWidget,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from filet.application.printing import Picture, Sheet
from filet.domain.blocks import Paper
from filet.gui.context import Context
from filet.gui.models.row_table import RowTable
from filet.gui.models.twin import TwinRow, twin_rows
from filet.gui.press import image_of
from filet.gui.widgets.buttons import Button, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text

PAGE_WIDTH, PAGE_HEIGHT = 612, 792
"""Points of a letter page."""
_SMALL, _LARGE = 186, 304
_CARD = 232
"""Points from the top of a page within which the card stands."""


class PageView(QAbstractButton):
    """One page; pressing it shows it larger, or small again."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._theme = context.theme
        self._image: QImage | None = None
        self._high = PAGE_HEIGHT
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(lambda _: self.updateGeometry())

    def scale(self) -> float:
        """Return how many pixels a point takes here."""
        return self.sizeHint().width() * self.devicePixelRatioF() / PAGE_WIDTH

    def show_card(self, *, shown: bool) -> None:
        """Show the top of the page only, larger: the rest of a card's page is empty."""
        self._high = _CARD if shown else PAGE_HEIGHT
        self.updateGeometry()

    def show_picture(self, picture: Picture) -> None:
        """Show a page; the former one stays until then."""
        self._image = image_of(picture)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a page."""
        large = self.isChecked() or self._high < PAGE_HEIGHT
        wide = self._theme.px(_LARGE if large else _SMALL)
        return QSize(wide, round(wide * self._high / PAGE_WIDTH))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the page, white in every theme: paper is white."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            if self._image is not None:
                seen = self._image.height() * self._high // PAGE_HEIGHT
                painter.drawImage(self.rect(), self._image, QRect(0, 0, self._image.width(), seen))
            painter.setPen(QPen(self._theme.colour("border.strong"), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class _TwinDelegate(QStyledItemDelegate):
    """Lines as long as they are; headings stand out."""

    def __init__(self, context: Context, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = context.theme

    def initStyleOption(self, option: object, index: object) -> None:  # noqa: N802 - Qt's name
        """Give headings their weight."""
        super().initStyleOption(option, index)  # type: ignore[arg-type] # as Qt hands them over
        row = index.data(Qt.ItemDataRole.UserRole)  # type: ignore[attr-defined] # an index of Qt
        heading = isinstance(row, TwinRow) and row.is_heading
        option.font = self._theme.font("strong" if heading else "small")  # type: ignore[attr-defined] # Qt's option


class PaperPreview(QWidget):
    """The page, or its text; one row under it turns pages."""

    page_asked = Signal(int)
    """Another page is to be shown, or the same one larger."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context, self._pages, self.page = context, 1, 0
        self.view = PageView(context)
        self.twin = QListView()
        self.rows = RowTable()
        self.updating = Text(theme, t("Updating…"), kind="small", tone="muted")
        self.before = _turner(context, t("Page before"), "chevron-left")
        self.after = _turner(context, t("Page after"), "chevron-right")
        self.where = Text(theme, kind="small", tone="muted")
        for label in (self.updating, self.where):
            label.setWordWrap(False)
        self.missing = Text(theme, kind="small", tone="note")
        self._set_twin(context)
        self._lay_out()
        self.before.clicked.connect(lambda *_: self._turn(-1))
        self.after.clicked.connect(lambda *_: self._turn(1))
        self.view.toggled.connect(lambda _: self.page_asked.emit(self.page))

    def show_busy(self, *, busy: bool) -> None:
        """Say that a newer page is being made; the old one stays."""
        self._told.setCurrentWidget(self.updating if busy else self.where)

    def show_sheet(self, paper: Paper, sheet: Sheet, picture: Picture, page: int) -> None:
        """Show a page of a sheet, its text, and what the font could not draw."""
        t = self._context.t
        self.page, self._pages = page, sheet.pages
        self.view.show_picture(picture)
        self.rows.show_rows(twin_rows(self._context, paper))
        where = t("page {page} of {pages}", page=page + 1, pages=sheet.pages)
        self.where.setText(where)
        said = t("The paper as it prints, {page}. It can be read as text.", page=where)
        self.view.setAccessibleName(said)
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < sheet.pages)
        self.missing.setText(_missing(self._context, sheet))
        self.missing.setVisible(bool(sheet.missing))

    def show_card(self, *, shown: bool) -> None:
        """Look at the card closely, or at a whole page."""
        self.view.show_card(shown=shown)
        self.show_text(shown=self.is_text())

    def show_text(self, *, shown: bool) -> None:
        """Show the text in the place of the page, or the page again."""
        self.stack.setCurrentIndex(1 if shown else 0)
        self.stack.setFixedHeight(
            self._context.theme.px(300) if shown else self.view.sizeHint().height()
        )

    def add_beside(self, widget: QWidget) -> None:
        """Put something in the row that turns pages."""
        self._turning.add(widget)

    def is_text(self) -> bool:
        """Tell whether the text is shown."""
        return self.stack.currentIndex() == 1

    def _turn(self, step: int) -> None:
        self.page_asked.emit(min(max(self.page + step, 0), self._pages - 1))

    def _set_twin(self, context: Context) -> None:
        twin = self.twin
        twin.setModel(self.rows)
        twin.setObjectName("twin")
        twin.setItemDelegate(_TwinDelegate(context, twin))
        twin.setWordWrap(True)
        twin.setResizeMode(QListView.ResizeMode.Adjust)
        twin.setFrameShape(QFrame.Shape.NoFrame)
        twin.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        twin.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        twin.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        twin.setAccessibleName(context.t("The paper, as text"))

    def _lay_out(self) -> None:
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.view, 0, Qt.AlignmentFlag.AlignHCenter)
        self.stack = QStackedWidget()
        self.stack.addWidget(page)
        self.stack.addWidget(self.twin)
        self.view.toggled.connect(lambda _: self.show_text(shown=self.is_text()))
        self._told = QStackedWidget()
        for label in (self.where, self.updating):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._told.addWidget(label)
        turner = QWidget()
        turn = QHBoxLayout(turner)
        turn.setContentsMargins(0, 0, 0, 0)
        turn.addStretch(1)
        for widget in (self.before, self._told, self.after):
            turn.addWidget(widget)
        turn.addStretch(1)
        self._turning = Flow(gap=8, line_gap=4)
        self._turning.add(turner, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.stack)
        column.addLayout(self._turning)
        column.addWidget(self.missing)
        self.missing.hide()
        self.show_busy(busy=False)
        self.show_text(shown=False)


def _turner(context: Context, name: str, icon: str) -> Button:
    button = Secondary(context.theme, name, icon=icon)
    button.fold(folded=True)
    button.setEnabled(False)
    return button


def _missing(context: Context, sheet: Sheet) -> str:
    signs = ", ".join(sheet.missing)
    return context.t("The font of the paper cannot draw: {signs}", signs=signs)
