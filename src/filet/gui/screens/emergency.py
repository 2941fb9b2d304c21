"""The emergency page: F9 from anywhere, before the dossiers are open too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from filet.application.outcome import Topic
from filet.domain.directory import EMERGENCY, Block, Directory, Number, NumberText
from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.forms.emergency import Ui_Emergency
from filet.gui.sayings import day_text
from filet.gui.turns import Act, Turns
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.notice import Notice
from filet.gui.widgets.page import emptied, line
from filet.i18n.dates import phone, typography

_MEASURE = 1080


class EmergencyScreen(QWidget):
    """First what to say when she is not here, then the numbers."""

    left = Signal()

    def __init__(self, context: Context, directory: Callable[[], Directory]) -> None:
        super().__init__()
        self._context = context
        self.form = Ui_Emergency()
        self.back = Secondary(context.theme, context.t("&Back"), icon="arrow-left", keys=("F9",))
        self.back.clicked.connect(self.left)
        self.notice = Notice(context)
        self._directory = directory
        self._turns = Turns(context.runner, self)
        self._lay_out()
        self._show((self._in_danger(),))
        self.load()

    def load(self) -> None:
        """Read the numbers."""
        runner = self._context.runner
        runner.submit(self, self._directory, done=self.show_directory, failed=self._failed)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what the house knows of its numbers."""
        if Topic.HOUSE in topics:
            self.load()

    def take_focus(self) -> None:
        """Put the focus on the way back."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_directory(self, directory: Directory) -> None:
        """Show the blocks, then the numbers; what is there stays until they stand."""
        self._turns.build(self._parts(directory))

    def _parts(self, directory: Directory) -> Iterator[Act]:
        """Return what builds the page from its top: first what to say, then each number."""
        parts: list[QWidget] = []
        for block in directory.blocks:
            yield partial(self._add_block, parts, block)
        frame, grid = self._card()
        for row, number in enumerate(directory.numbers):
            yield partial(self._add_number, grid, row * 2, number)
        yield lambda: self._show((*parts, frame))

    def _add_block(self, parts: list[QWidget], block: Block) -> None:
        parts.append(self._block(block))

    def _show(self, parts: Iterable[QWidget]) -> None:
        emptied(self.form.shown)
        for part in parts:
            self.form.shown.addWidget(part)

    def _failed(self, error: BaseException) -> None:
        self.notice.show_message(message_of(self._context, error))

    def _in_danger(self) -> Text:
        """Return what needs no reading: the numbers may wait for the vault's thread."""
        return Text(self._context.theme, self._context.t("In danger now: 911"), kind="h1")

    def _block(self, block: Block) -> QFrame:
        theme, text = self._context.theme, block.texts[self._context.language]
        frame = QFrame()
        frame.setObjectName("notice-error")
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(6)
        column.addWidget(Text(theme, self._written(text.title), kind="h2"))
        column.addWidget(Text(theme, self._written(text.text), kind="lead"))
        if text.note and not block.verified:
            column.addWidget(Text(theme, self._written(text.note), kind="small"))
        return frame

    def _card(self) -> tuple[QFrame, QGridLayout]:
        frame = QFrame()
        frame.setObjectName("kind-card")
        grid = QGridLayout(frame)
        grid.setContentsMargins(20, 8, 20, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        return frame, grid

    def _add_number(self, grid: QGridLayout, row: int, number: Number) -> None:
        if row:
            grid.addWidget(line(), row - 1, 0, 1, 2)
        theme, text = self._context.theme, number.texts[self._context.language]
        dialled = Text(theme, phone(number.number, self._context.language), kind="h3")
        dialled.setWordWrap(False)
        dialled.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        dialled.setAccessibleName(f"{self._written(text.name)}, {dialled.text()}")
        grid.addWidget(dialled, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._whose(number, text), row, 1)
        dialled.setContentsMargins(0, 8, 0, 8)

    def _whose(self, number: Number, text: NumberText) -> QWidget:
        theme = self._context.theme
        said = [self._written(part) for part in (text.hours, text.note) if part]
        whose, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        column.addWidget(Text(theme, self._written(text.name), kind="strong"))
        column.addWidget(Text(theme, " · ".join(said), kind="small", tone="secondary"))
        row = QHBoxLayout(whose)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        if number.number != EMERGENCY:
            row.addWidget(self._sure(number))
        return whose

    def _sure(self, number: Number) -> Text:
        """Say who called this number and when, or that nobody did."""
        theme, t = self._context.theme, self._context.t
        words, tone = (t("checked"), "ok") if number.verified else (t("to be checked"), "note")
        if number.verified_on is not None:
            day = day_text(self._context, number.verified_on)
            words = t("checked on {day} by {name}", day=day, name=number.verified_by)
        check = Text(theme, words, kind="small", tone=tone)
        check.setWordWrap(False)
        return check

    def _written(self, text: str) -> str:
        return typography(text, self._context.language)

    def _lay_out(self) -> None:
        form, theme = self.form, self._context.theme
        form.setupUi(self)
        title = Heading(theme, self._context.t("Emergency"), kind="h1")
        form.head.addWidget(title, 1)
        form.head.addWidget(self.back)
        form.told.addWidget(self.notice)
        form.area.setAccessibleName(title.text())
        form.page.setObjectName("ground-app")
        form.page.setMaximumWidth(max(_MEASURE, theme.px(_MEASURE)))
        form.column.setContentsMargins(32, 20, 32, 24)
