"""Saving what can be read of damaged dossiers, with an honest list of what cannot."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from filet.application.salvaging import Rescued
from filet.gui.context import Context
from filet.gui.given import Mending
from filet.gui.models.mended import lost_said, rescued_said
from filet.gui.screens.mending import MendingPage
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.labels import Text


class SalvageScreen(MendingPage):
    """What is damaged is only read; what is saved goes into another folder."""

    folder_asked = Signal()

    def __init__(self, context: Context, mending: Mending, folder: Path) -> None:
        super().__init__(context, mending)
        self.folder = folder
        t, theme = context.t, context.theme
        self.target = LabelledField(context, t("&Folder of what is saved"))
        name = t("saved")
        self.target.show_text(str(folder.with_name(f"{folder.name}-{name}")))
        self.change = Secondary(theme, t("C&hange the folder…"), icon="folder-open")
        self.save = Primary(theme, t("&Save what can be read"), icon="file-output")
        self._fill()
        self.change.clicked.connect(self.folder_asked)
        self.save.clicked.connect(self._save)
        self.way.confirmed.connect(self._save)

    def greet(self) -> None:
        """Say what page this is."""
        self.show_title(self.context.t("Save what can be read"), "file-output")

    def show_folder(self, folder: Path) -> None:
        """Take another folder."""
        self.target.show_text(str(folder))

    def take_focus(self) -> None:
        """Start on who opens."""
        self.way.take_focus()

    def _save(self) -> None:
        typed = self.target.text().strip()
        self.target.show_wrong("" if typed else self.context.t("Choose a folder."))
        if not typed:
            self.target.take_focus()
            return
        target, salvaging = Path(typed), self._mending.salvaging
        self.work(partial(salvaging.salvage, self.folder, target), partial(self._saved, target))

    def _saved(self, target: Path, rescued: Rescued) -> None:
        context, t = self.context, self.context.t
        whole = not rescued.lost
        title = t("Everything was saved") if whole else t("What could be read was saved")
        kept = t("The damaged dossiers are where they were: keep them, they may still serve.")
        lines = (*rescued_said(context, rescued), kept)
        self.show_told(title, lines, target, *lost_said(context, rescued))

    def _fill(self) -> None:
        t, theme = self.context.t, self.context.theme
        what = t(
            "Filet reads all it can, and writes it in another folder. The damaged dossiers are not"
            " touched. What cannot be read is listed, and the journal says so."
        )
        first = t("Is there a recent copy? Look at it first: it is whole.")
        for text in (what, first):
            self.before.addWidget(Text(theme, text))
        self.before.addWidget(self.target)
        self.before.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.before.addWidget(self.way)
        self.add_row(self.save)
