"""Which paper: the three of every day side by side, the others unfolded, large print or not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from filet.application.composing import NO_LARGE_PRINT
from filet.gui.context import Context
from filet.gui.models.paper_names import TEMPLATES
from filet.gui.widgets.choice import FilterChip, Option, Segmented
from filet.gui.widgets.choice_box import ChoiceBox
from filet.gui.widgets.flow import Flow

_EVERY_DAY = ("stays", "takes", "card")
_OTHERS = tuple(name for name in TEMPLATES if name not in _EVERY_DAY)


class PaperChoice(QWidget):
    """Exactly one paper is chosen, in the switch or in the list."""

    chosen = Signal(str)
    large_asked = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._value = _EVERY_DAY[0]
        self.every_day = Segmented(theme, t("Which paper"), _segments(context), self._value)
        self.others = ChoiceBox(theme)
        self.others.setAccessibleName(t("Another paper"))
        self.others.setPlaceholderText(t("Choose…"))
        label = QLabel(t("Another paper"))
        label.setFont(theme.font("small"))
        label.setBuddy(self.others)
        self.others.addItems([t(TEMPLATES[name]) for name in _OTHERS])
        self.large = FilterChip(theme, Option("large", t("Large print")))
        """Whoever holds this places it beside what else is said of a print."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        row = Flow(gap=8, line_gap=4)
        row.add(label)
        row.add(self.others)
        column.addWidget(self.every_day, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        self.every_day.chosen.connect(lambda name: self._choose(str(name)))
        self.others.activated.connect(lambda place: self._choose(_OTHERS[place]))
        self.large.toggled.connect(self.large_asked)
        self.others.setCurrentIndex(-1)
        if self._value in NO_LARGE_PRINT:  # shown before it has its place, it is a window
            self.large.hide()

    def value(self) -> str:
        """Return which paper is chosen."""
        return self._value

    def is_large(self) -> bool:
        """Tell whether large print is asked for, on a paper that has room for it."""
        return self.large.isChecked() and self._value not in NO_LARGE_PRINT

    def show_value(self, name: str) -> None:
        """Show which paper is chosen; nothing is said."""
        self._value = name
        if name in _EVERY_DAY:
            self.every_day.show_value(name)
            self.others.setCurrentIndex(-1)
        else:
            self.every_day.show_none()
            self.others.setCurrentIndex(_OTHERS.index(name))
        self.large.setVisible(name not in NO_LARGE_PRINT)

    def show_large(self, *, large: bool) -> None:
        """Show whether large print is asked for; nothing is said."""
        self.large.blockSignals(True)
        self.large.setChecked(large)
        self.large.blockSignals(False)

    def _choose(self, name: str) -> None:
        self.show_value(name)
        self.chosen.emit(name)


def _segments(context: Context) -> list[Option]:
    t = context.t
    words = (t("That stays"), t("She takes it"), t("Card"))
    said = [t(TEMPLATES[name]) for name in _EVERY_DAY]
    return [Option(*one) for one in zip(_EVERY_DAY, words, said, strict=True)]
