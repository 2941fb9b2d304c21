"""The band of an exercise: it stands over everything, as long as the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from filet.gui.context import Context


class ExerciseBand(QFrame):
    """Says that nothing in these dossiers is true."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("exercise")
        label = QLabel(context.t("EXERCISE. Nothing is real here."))
        label.setFont(context.theme.font("strong"))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 16, 3)
        row.addWidget(label, 1)
