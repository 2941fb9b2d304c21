"""When something is to be done: typed freely, echoed in full; nothing is a date too."""

from __future__ import annotations

from filet.domain.moments import Due
from filet.gui.context import Context
from filet.gui.typed import due_text, typed_due
from filet.gui.widgets.field import LabelledField


class DueField(LabelledField):
    """A field that says how it was understood."""

    def __init__(self, context: Context, label: str) -> None:
        super().__init__(context, label)
        self._context = context
        self.edited.connect(self._echo)

    def due(self) -> Due | None:
        """Return what was typed, or nothing where nothing was or it cannot be read."""
        return typed_due(self._context, self.text())

    def is_clear(self) -> bool:
        """Tell whether what was typed can be read; nothing can."""
        return not self.text().strip() or self.due() is not None

    def show_text(self, text: str) -> None:
        """Put a text in the line, and say how it is understood."""
        super().show_text(text)
        self._echo()

    def ask_again(self) -> None:
        """Say that it cannot be read, and go there."""
        self.show_wrong(self._context.t("Write a day, such as tomorrow 9:00 or 16 Feb."))
        self.take_focus()

    def _echo(self) -> None:
        due = self.due()
        echo = due_text(self._context, due) if due is not None else ""
        self.show_wrong("")
        self.hint.setText(echo)
        self.hint.setVisible(bool(echo))
        self.line.setAccessibleDescription(echo)
