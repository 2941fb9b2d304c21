"""What was exported: the phrase, shown once; then what is there, and how to open it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from filet.application.exporting import Exported
from filet.gui.context import Context
from filet.gui.widgets.buttons import Link, Primary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text


class ExportedPanel(QFrame):
    """Hidden while nothing was made since the dossiers were opened."""

    noted = Signal()
    """She has the phrase: it can be forgotten."""
    help_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self.setObjectName("notice-info")
        self.heading = Heading(theme, "", kind="h3")
        self.phrase = Text(theme, kind="question")
        self.how = Text(theme)
        self.done = Primary(theme, t("I have &noted the phrase"))
        self.what, self.opens = Text(theme), Text(theme)
        self.help = Link(theme, t("How a stranger reads it"))
        acts = Flow(gap=8, line_gap=8)
        acts.add(self.done)
        acts.add(self.help)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 12)
        column.setSpacing(6)
        for part in (self.heading, self.phrase, self.how, self.what, self.opens):
            column.addWidget(part)
        column.addLayout(acts)
        self.done.clicked.connect(lambda *_: self.noted.emit())
        self.help.clicked.connect(lambda *_: self.help_wanted.emit())
        self.hide()

    def show_done(self, done: Exported | None) -> None:
        """Show what was made, and its phrase while it is there."""
        self.setVisible(done is not None)
        phrase = done.phrase if done is not None else ""
        self.phrase.setText(phrase)
        self.phrase.setAccessibleName(phrase)
        for part in (self.phrase, self.how, self.done):
            part.setVisible(bool(phrase))
        self.help.setVisible(not phrase)
        if done is not None:
            self._say(done)

    def take_focus(self) -> None:
        """Go to what is to be done next."""
        (self.help if self.done.isHidden() else self.done).setFocus()

    def _say(self, done: Exported) -> None:
        t, name = self._context.t, done.path.name
        title = t("File made. Its phrase, shown once:") if done.phrase else t("The file is made.")
        self.heading.setText(title)
        self.heading.setAccessibleName(title)
        how = t(
            "Write it on paper and keep it apart from the file. It is kept nowhere: without it,"
            " nobody opens the file."
        )
        self.how.setText(how)
        self.what.setText(
            t(
                "{dossiers} dossiers and {entries} entries are in {file}.",
                dossiers=done.dossiers,
                entries=done.entries,
                file=name,
            )
        )
        self.opens.setText(_opens(self._context, name))


def _opens(context: Context, name: str) -> str:
    """Return how it is opened on any computer."""
    t = context.t
    if not name.endswith(".age"):
        return t("It is in clear: any computer opens it. Destroy it as soon as it has served.")
    return t(
        "To open it elsewhere: the free program age (age-encryption.org), and the phrase. The help"
        " gives each step."
    )
