"""Before the window closes on words that no disk has: where to put them. Nothing is lost unsaid."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.screens.door import DoorPage
from filet.gui.widgets.buttons import Link, Primary, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.notice import Message, Notice, Tone


class UnsavedScreen(DoorPage):
    """Asks where to put what is sealed in memory; the folder is chosen in a window of ours."""

    elsewhere_asked = Signal()
    """She chooses a folder: a USB key, another disk."""
    reopen_asked = Signal()
    """She opens the dossiers again, to try once more."""
    lose_asked = Signal()
    """She was told twice, and closes."""

    def __init__(self, context: Context, count: int) -> None:
        super().__init__(context)
        self.count = count
        t, theme = context.t, context.theme
        self.notice = Notice(context)
        self.elsewhere = Primary(theme, t("&Choose where to put them…"), icon="folder-open")
        self.reopen = Secondary(theme, t("&Open the dossiers again"), icon="lock-open")
        self.lose = Link(theme, t("Close &without keeping them"))
        self.sure = _Sure(context)
        self._fill()
        self.elsewhere.clicked.connect(self.elsewhere_asked)
        self.reopen.clicked.connect(self.reopen_asked)
        self.lose.clicked.connect(self._ask)
        self.sure.yes.clicked.connect(self.lose_asked)
        self.sure.no.clicked.connect(self._back)

    def greet(self) -> None:
        """Say what waits, and why the window stays."""
        tn, t = self.context.tn, self.context.t
        title = tn(
            "{count} text or act is not saved yet.",
            "{count} texts or acts are not saved yet.",
            self.count,
        )
        text = t(
            "The disk refused to write. They are sealed in the memory of this computer, and lost "
            "if Filet closes now. Put them on a USB key or in another folder: only these dossiers "
            "can open them, and the same worker will find them there."
        )
        self.show_title("Filet")
        self.notice.show_message(Message(Tone.NOTE, title, text, icon="hard-drive", assertive=True))

    def take_focus(self) -> None:
        """Start on what keeps."""
        self.elsewhere.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: BaseException) -> None:
        """Say why that folder would not do."""
        self.notice.show_message(message_of(self.context, error))
        self.take_focus()

    def _ask(self) -> None:
        self.sure.show()
        self.reveal(self.sure)
        self.sure.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self.sure.hide()
        self.take_focus()

    def _fill(self) -> None:
        self.inside.addWidget(self.notice)
        row = Flow(gap=12, line_gap=8)
        for button in (self.elsewhere, self.reopen):
            row.add(button)
        self.inside.addLayout(row)
        self.inside.addWidget(self.lose, 0, Qt.AlignmentFlag.AlignLeft)
        self.inside.addWidget(self.sure)


class _Sure(QWidget):
    """The second time of asking; the way back has the focus."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self.no = Secondary(theme, t("&Keep them"))
        self.yes = Secondary(theme, t("Close and &lose them"))
        told = Text(theme, t("These words exist nowhere else. They cannot be found again."))
        whole = Flow(self, gap=12, line_gap=8)
        whole.add(told, least=theme.px(400), stretch=1)
        whole.add(self.no)
        whole.add(self.yes)
        self.hide()
