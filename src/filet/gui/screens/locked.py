"""The locked page: since when, and the door again; it asks nothing else."""

from __future__ import annotations

from filet.gui.context import Context
from filet.gui.screens.unlock import Open, Recover, UnlockScreen
from filet.gui.widgets.labels import Text


class LockedScreen(UnlockScreen):
    """Comes back to the same page when the same worker opens soon enough."""

    def __init__(self, context: Context, unlock: Open, recover: Recover) -> None:
        super().__init__(context, unlock, recover)
        self.since = Text(context.theme, tone="secondary")
        self.inside.insertWidget(0, self.since)

    def greet(self) -> None:
        """Say that it is locked."""
        self.show_title(self.context.t("Locked"), icon="lock")

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
