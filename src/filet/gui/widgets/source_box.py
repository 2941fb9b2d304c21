"""Who says it, in one line: her, unless another is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.kinds import Source, SourceKind
from filet.gui.context import Context
from filet.gui.sayings import SOURCES
from filet.gui.widgets.combo import Combo, labelled


class SourceBox(QWidget):
    """A list of kinds of sources."""

    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.box = Combo(context, context.t("Who says it"))
        self.box.may_shrink()
        for kind in SourceKind:
            self.box.addItem(context.t(SOURCES[kind]), kind.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(labelled(context, context.t("Who says it"), self.box))
        self.setFocusProxy(self.box)
        self.box.activated.connect(lambda _: self.edited.emit())

    def text(self) -> str:
        """Return the kind that is chosen."""
        return str(self.box.currentData())

    def show_text(self, text: str) -> None:
        """Show a kind; her where none was chosen."""
        self.box.setCurrentIndex(max(0, self.box.findData(text)))


def source_of(text: str) -> Source:
    """Return the source that a box gives."""
    return Source(SourceKind(text)) if text else Source(SourceKind.HER)
