"""The locked page: since when, and the door again; it asks nothing else."""

from __future__ import annotations

from PySide6.QtCore import Signal

from filet.gui.context import Context
from filet.gui.screens.unlock import UnlockScreen, Ways
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.labels import Text


class LockedScreen(UnlockScreen):
    """Comes back to the same page when the same worker opens soon enough."""

    change_asked = Signal()
    """Somebody else is to open: nothing is said any more of the lock, nor since when."""

    def __init__(self, context: Context, ways: Ways) -> None:
        super().__init__(context, ways)
        t, theme = context.t, context.theme
        self.since = Text(theme, tone="secondary")
        self.change = Link(theme, t("Somebody &else opens"))
        self.others = Text(
            theme,
            t("What was begun is kept for whoever began it. Nobody else sees it."),
            kind="small",
            tone="muted",
        )
        self.inside.insertWidget(0, self.since)
        self.inside.addWidget(self.others)
        self.change.clicked.connect(self.change_asked)

    def greet(self) -> None:
        """Say that it is locked."""
        self.show_title(self.context.t("Locked"), icon="lock")
        self.below.addStretch(1)
        self.below.addWidget(self.change)

    def show_since(self, hour: str) -> None:
        """Say since when; what was written is kept."""
        self.since.setText(self.context.t("Locked since {hour}: everything is saved.", hour=hour))

    def show_held(self, hour: str, count: int, again: int) -> None:
        """Say that the disk refused something: it is sealed, and waits for the same worker."""
        tn = self.context.tn
        said = tn(
            "Locked since {hour}. {count} text or act could not be saved: it is sealed in memory "
            "until you open again. Do not close Filet.",
            "Locked since {hour}. {count} texts or acts could not be saved: they are sealed in "
            "memory until you open again. Do not close Filet.",
            count,
            hour=hour,
        )
        redo = tn("{count} act has to be done again.", "{count} acts have to be done again.", again)
        self.since.setText(f"{said} {redo}" if again else said)
        self.since.show_tone("note")
