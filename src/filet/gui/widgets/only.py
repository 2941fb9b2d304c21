"""A place that holds one view: the former is gone, not hidden, for the eye and for the ear."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from filet.gui.widgets.one_shown import take_in, turn_to
from filet.gui.widgets.reading import let_focus_go


class Only(QStackedWidget):
    """Nothing of a former view stays in what a screen reader can walk, nor soon in the window."""

    def __init__(self) -> None:
        super().__init__()
        self.part: QWidget | None = None
        self._gone: QWidget | None = None

    def take_in(self, part: QWidget) -> None:
        """Take a view in behind the one that is shown, in a turn before it is."""
        take_in(self, part)

    def show_only(self, part: QWidget) -> None:
        """Put a view in the place of the former, which is deleted once the event is over.

        That one is held until the next comes: it may still be answering a signal. It goes from
        where it stands: moved out of the window it would be styled again, to be deleted.
        """
        former, self.part = self.part, part
        if former is not None:
            let_focus_go(former)
        turn_to(self, part)
        if former is not None:
            former.deleteLater()
        self._gone = former
