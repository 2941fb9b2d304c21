"""Fields with their label: the label is the buddy, the hint is read after the name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.labels import FieldLabel, Text


class LabelledField(QWidget):
    """A label, a line to write in, a hint and a place for what is wrong with it."""

    edited = Signal(str)
    confirmed = Signal()

    def __init__(
        self,
        context: Context,
        label: str,
        *,
        hint: str = "",
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = context.theme
        self._context = context
        self.label = FieldLabel(theme, label)
        self.line = QLineEdit()
        self.line.setFont(theme.font("lead" if large else "body"))
        self.line.setProperty("large", large)
        self.hint = Text(theme, kind="small", tone="muted")
        self.wrong = Text(theme, kind="small", tone="error")
        self._lay_out()
        self._name_them(label)
        self.show_hint(hint)
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.confirmed)

    def text(self) -> str:
        """Return what is written."""
        return self.line.text()

    def show_text(self, text: str) -> None:
        """Put a text in the line."""
        self.line.setText(text)

    def show_hint(self, hint: str) -> None:
        """Say what helps to write, under the line and after its name; nothing where it is empty."""
        self.hint.setText(hint)
        self.hint.setHidden(not hint)
        self.line.setAccessibleDescription(hint)

    def show_wrong(self, sentence: str) -> None:
        """Say what is wrong with the line, or nothing with an empty sentence."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        self.mark_wrong(sentence)

    def mark_wrong(self, sentence: str) -> None:
        """Outline the line; the sentence, which stands elsewhere, is read with it."""
        self.line.setProperty("wrong", bool(sentence))
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        self.line.setAccessibleDescription(sentence or self.hint.text())

    def take_focus(self) -> None:
        """Put the caret in the line, its text selected."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def _name_them(self, label: str) -> None:
        self.label.setBuddy(self.line)
        self.line.setAccessibleName(label.replace("&", ""))
        self.wrong.hide()
        self.setFocusProxy(self.line)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for widget in (self.label, self.line, self.hint, self.wrong):
            column.addWidget(widget)


class SecretField(LabelledField):
    """A line whose letters are dots until « Show » is pressed; it is emptied when taken."""

    def __init__(self, context: Context, label: str, *, hint: str = "", large: bool = True) -> None:
        super().__init__(context, label, hint=hint, large=large)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._show = Link(context.theme, context.t("Show it"), icon="eye")
        self._show.setFont(context.theme.font("small"))
        self._show.setCheckable(True)
        self._show.toggled.connect(self._toggled)
        inside = QHBoxLayout(self.line)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addStretch(1)
        inside.addWidget(self._show)
        self.line.setTextMargins(0, 0, self._show.sizeHint().width() + 8, 0)
        self._name_show()

    def take(self) -> str:
        """Return what is written and empty the line."""
        text = self.line.text()
        self.line.clear()
        self._show.setChecked(False)
        return text

    def _toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._name_show()

    def _name_show(self) -> None:
        shown = self._show.isChecked()
        t = self._context.t
        self._show.name_it(t("Hide it") if shown else t("Show it"))
        name = t("Hide what is typed") if shown else t("Show what is typed")
        self._show.setAccessibleName(name)
