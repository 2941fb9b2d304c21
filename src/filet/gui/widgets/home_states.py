"""What stands in the place of the list: nothing yet, or nothing found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.buttons import Link, Primary, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.net import Net
from filet.gui.widgets.tall import Tall


class NoDossier(Tall):
    """The house has no dossier yet."""

    case_wanted = Signal()
    call_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        net = Net(theme)
        net.setMaximumWidth(theme.px(552))
        title = Heading(theme, t("No dossier yet"), kind="h1")
        text = Text(
            theme,
            t(
                "A dossier opens in less than a minute: a first name or a number is enough."
                " The rest will come at the pace of the woman you support."
            ),
            kind="lead",
            tone="secondary",
        )
        self.new = Primary(
            theme, t("Open a &first dossier"), icon="plus", keys=(t("Ctrl"), "N"), large=True
        )
        self.call = Secondary(
            theme, t("Note a &call"), icon="phone-incoming", keys=(t("Ctrl"), "J"), large=True
        )
        self.new.clicked.connect(lambda *_: self.case_wanted.emit())
        self.call.clicked.connect(lambda *_: self.call_wanted.emit())
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out(theme.px(600), (net, title, text))

    def _lay_out(self, width: int, lines: tuple[QWidget, ...]) -> None:
        buttons = Flow(gap=12)
        buttons.add(self.new, stretch=1)
        buttons.add(self.call, stretch=1)
        block = QWidget()
        block.setMaximumWidth(width)
        column = QVBoxLayout(block)
        column.setSpacing(14)
        column.addStretch(1)
        for widget in lines:
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(block, 8)
        row.addStretch(1)


class NothingFound(QWidget):
    """No open dossier answers to what was typed."""

    closed_wanted = Signal()
    glass_wanted = Signal()
    """A life is in danger, and the dossier may be closed to her."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.text = Text(context.theme, kind="lead", tone="secondary")
        self.closed = Secondary(
            context.theme, context.t("&Search closed dossiers as well"), icon="search"
        )
        self.hint = Text(
            context.theme,
            context.t("Searching closed dossiers is written in the register; the words are not."),
            kind="small",
            tone="muted",
        )
        self.glass = Link(context.theme, context.t("A life is in danger and nothing is found…"))
        self.closed.clicked.connect(lambda *_: self.closed_wanted.emit())
        self.glass.clicked.connect(lambda *_: self.glass_wanted.emit())
        row = QHBoxLayout()
        row.addWidget(self.closed)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 24, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addWidget(self.hint)
        column.addWidget(self.glass, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_words(self, typed: str, *, closed_too: bool) -> None:
        """Say what was not found, and where it was looked for."""
        t = self._context.t
        nowhere = t("No dossier, open or closed, answers to “{words}”.", words=typed)
        among_open = t("No open dossier answers to “{words}”.", words=typed)
        empty = t("No dossier here.")
        self.text.setText((nowhere if closed_too else among_open) if typed else empty)
        for widget in (self.closed, self.hint):
            widget.setVisible(bool(typed) and not closed_too)
        self.glass.setVisible(bool(typed))
