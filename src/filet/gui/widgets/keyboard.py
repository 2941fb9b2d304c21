"""What Qt can tell of the keyboard: Caps Lock from what is typed, its language."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from filet.gui.context import Context
from filet.gui.widgets.icons import IconLabel
from filet.gui.widgets.labels import Text


def caps_lock(event: QKeyEvent) -> bool | None:
    """Return whether a letter shows Caps Lock on or off; nothing where it cannot tell."""
    text = event.text()
    if len(text) != 1 or text.lower() == text.upper():
        return None
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return text.isupper() != shift


class KeyboardLines(QWidget):
    """Says what it knows, and nothing of what it does not know."""

    def __init__(self, context: Context, line: QLineEdit) -> None:
        super().__init__()
        self._context = context
        self._caps_icon, self._caps = self._pair()
        self._layout_icon, self._layout = self._pair()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._caps_icon, self._caps, self._layout_icon, self._layout):
            widget.hide()
            row.addWidget(widget)
        row.addStretch(1)
        line.installEventFilter(self)
        self._show_layout("muted")

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Look at each letter; keep none."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            known = caps_lock(event)
            if known is not None:
                self.show_caps(on=known)
        return False

    def show_caps(self, *, on: bool) -> None:
        """Say whether Caps Lock is on."""
        t = self._context.t
        tone = "note" if on else "muted"
        text = t("Caps Lock is on") if on else t("Caps Lock is off")
        self._show(self._caps_icon, self._caps, "arrow-big-up", text, tone)

    def warn(self) -> None:
        """After a wrong passphrase: make the language of the keyboard stand out."""
        self._show_layout("note")

    def _show_layout(self, tone: str) -> None:
        locale = QGuiApplication.inputMethod().locale()
        if locale.language() == QLocale.Language.C:
            return
        text = self._context.t("Keyboard: {language}", language=locale.nativeLanguageName())
        self._show(self._layout_icon, self._layout, "keyboard", text, tone)

    def _show(self, picture: IconLabel, label: Text, name: str, text: str, tone: str) -> None:
        colour = "feedback.note_text" if tone == "note" else "text.muted"
        picture.show_icon(name, colour)
        label.setText(text)
        label.show_tone(tone)
        picture.show()
        label.show()

    def _pair(self) -> tuple[IconLabel, Text]:
        label = Text(self._context.theme, kind="small", tone="muted")
        label.setWordWrap(False)
        return IconLabel(self._context.theme, 16), label
