"""The first steps of a first start: what for, and where."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.buttons import Button, Link, Primary, Secondary
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text


def column_of(step: QWidget) -> QVBoxLayout:
    """Return the column in which a step stands."""
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    return column


def row_of(*widgets: QWidget) -> Flow:
    """Return a row of buttons."""
    row = Flow(gap=12, line_gap=8)
    for widget in widgets:
        row.add(widget)
    return row


class BeginStep(QWidget):
    """What this computer is for."""

    begun = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        house = Primary(theme, t("&Create the dossiers of a house"), icon="house")
        exercise = Secondary(theme, t("Create an &exercise"), icon="graduation-cap")
        existing = Secondary(theme, t("Open &dossiers of this computer…"), icon="folder-open")
        self.buttons: dict[str, Button] = {
            "house": house,
            "exercise": exercise,
            "existing": existing,
        }
        column = column_of(self)
        column.addWidget(Text(theme, t("What do you want to do?"), kind="h2"))
        for key, said in self._explained(context):
            column.addWidget(self.buttons[key], 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(Text(theme, said, kind="small", tone="secondary"))
            self.buttons[key].setAccessibleDescription(said)
            self.buttons[key].clicked.connect(lambda *_, key=key: self.begun.emit(key))

    def take_focus(self) -> None:
        """Start on the first button."""
        self.buttons["house"].setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _explained(context: Context) -> tuple[tuple[str, str], ...]:
        t = context.t
        return (
            ("house", t("For the coordinator, once per house. For now: one computer per house.")),
            ("exercise", t("To learn without fear: everything in it is invented, and says so.")),
            ("existing", t("If somebody already made them here, or they are on a key.")),
        )


class PlaceStep(QWidget):
    """Where the dossiers stay, and the initials of the first worker."""

    change_asked = Signal()
    placed = Signal()
    left = Signal()

    def __init__(self, context: Context, folder: str) -> None:
        super().__init__()
        self._context = context
        t, theme = context.t, context.theme
        self.title = Text(theme, kind="h2")
        self.initials = LabelledField(
            context, t("Your &initials"), hint=t("Two to four letters. Nothing else about you.")
        )
        self.initials.line.setMaxLength(4)
        self.initials.line.setMaximumWidth(theme.px(140))
        self.place = LabelledField(context, t("&Folder"))
        self.place.show_text(folder)
        self.change = Secondary(theme, t("C&hange the folder…"), icon="folder-open")
        self.go_on = Primary(theme, t("&Continue"), keys=(t("Enter"),))
        self.back = Link(theme, t("&Back"))
        self._lay_out()
        self._connect()

    def show_kind(self, *, training: bool) -> None:
        """Say what is being made."""
        t = self._context.t
        self.title.setText(t("An exercise") if training else t("The dossiers of the house"))

    def show_folder(self, folder: str) -> None:
        """Propose a folder."""
        self.place.show_text(folder)

    def folder(self) -> str:
        """Return the folder."""
        return self.place.text().strip()

    def take_focus(self) -> None:
        """Start on the initials."""
        self.initials.take_focus()

    def _try(self) -> None:
        t = self._context.t
        typed = self.initials.text().strip()
        good = len(typed) > 1 and typed.isalpha()
        self.initials.show_wrong("" if good else t("Initials are two to four letters."))
        self.place.show_wrong("" if self.folder() else t("Choose a folder."))
        if not good:
            self.initials.take_focus()
        elif self.folder():
            self.placed.emit()

    def _connect(self) -> None:
        self.initials.confirmed.connect(self.place.take_focus)
        self.place.confirmed.connect(self._try)
        self.change.clicked.connect(self.change_asked)
        self.go_on.clicked.connect(self._try)
        self.back.clicked.connect(self.left)

    def _lay_out(self) -> None:
        t, theme = self._context.t, self._context.theme
        why = t(
            "One folder that everybody who uses this computer can write. Never Documents nor "
            "the Desktop, never a folder copied elsewhere, never another computer."
        )
        disk = t(
            "Filet encrypts the dossiers. It cannot tell whether the whole disk is encrypted: "
            "ask whoever looks after the computer."
        )
        column = column_of(self)
        for widget in (self.title, self.initials, self.place):
            column.addWidget(widget)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        for text in (why, disk):
            column.addWidget(Text(theme, text, kind="small", tone="secondary"))
        column.addLayout(row_of(self.go_on, self.back))
