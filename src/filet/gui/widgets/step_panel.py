"""A few steps in the page, one at a time, never a dialog; closing does nothing and keeps nothing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.labels import Heading, Text


class StepPanel(QFrame):
    """Made when it is asked for, and gone with all that was typed in it."""

    decided = Signal(tuple)
    """What the use case behind it is to be given, in its order."""
    closed = Signal()

    def __init__(self, context: Context, title: str, lead: str = "") -> None:
        super().__init__()
        self.context = context
        self.setObjectName("kind-sunken")
        self.heading = Heading(context.theme, title, kind="h3")
        self.cancel = Secondary(context.theme, context.t("Cancel"))
        self.step: Any = None
        """The step that is shown."""
        self._steps: list[Any] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(10)
        self._column.addWidget(self.heading)
        if lead:
            self._column.addWidget(Text(context.theme, lead, tone="secondary"))
        self._column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self.cancel.clicked.connect(self.closed)

    @property
    def holds(self) -> bool:
        """Whether it shows what would be lost if another panel took its place."""
        return False

    def add_steps(self, *steps: QWidget) -> None:
        """Add steps; the first is shown."""
        for step in steps:
            self._column.insertWidget(self._column.count() - 1, step)
            step.setVisible(not self._steps)
            self._steps.append(step)
        self.step = self._steps[0]

    def show_step(self, step: QWidget) -> None:
        """Show one step alone, and put the keyboard there."""
        for one in self._steps:
            one.setVisible(one is step)
        self.step = step
        self.take_focus()

    def take_focus(self) -> None:
        """Start where the step asks something."""
        self.step.take_focus()

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while it is being done."""
        self.setEnabled(not busy)

    def show_error(self, error: BaseException) -> bool:
        """Say beside a field what was wrong there; return whether it was said."""
        return bool(hasattr(self.step, "show_error") and self.step.show_error(error))
