"""A place that holds one view: the former is gone, not hidden, for the eye and for the ear."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.widgets.reading import let_focus_go


class Only(QWidget):
    """Nothing of a former view stays in the window, nor in what a screen reader can walk."""

    def __init__(self) -> None:
        super().__init__()
        self.part: QWidget | None = None
        self._gone: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def take_in(self, part: QWidget) -> None:
        """Take a view in behind the one that is shown, in a turn before it is."""
        part.hide()
        self._column.addWidget(part)

    def show_only(self, part: QWidget) -> None:
        """Put a view in the place of the former.

        That one is held until the next comes: it may still be answering a signal.
        """
        former, self.part = self.part, part
        if former is not None:
            let_focus_go(former)
            former.hide()
            former.setParent(None)
            former.deleteLater()
        self._gone = former
        if part.parent() is not self:
            self._column.addWidget(part)
        part.show()
