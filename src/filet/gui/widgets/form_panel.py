"""A few fields in the page, with their button; never a dialog. Esc closes, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from filet.gui.context import Context
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading


class FormPanel(QFrame):
    """Hidden until it is needed, and empty until then."""

    sent = Signal(dict)
    """The texts by field."""
    closed = Signal()
    edited = Signal()
    """Something was typed or chosen, in a panel whose fields tell of it."""

    keep: Primary
    cancel: Secondary

    def __init__(
        self, context: Context, title: str, make: Callable[[], Mapping[str, Any]], *, button: str
    ) -> None:
        super().__init__()
        self.setObjectName("kind-sunken")
        self._context, self._title, self._button, self._make = context, title, button, make
        self._opener: QWidget | None = None
        self._begun: dict[str, str] = {}
        self.hide()

    @cached_property
    def fields(self) -> dict[str, Any]:
        """Return the fields by name; they are made when they are first wanted."""
        fields = dict(self._make())
        self._lay_out(fields)
        for field in fields.values():
            if hasattr(field, "edited"):
                field.edited.connect(lambda *_: self.edited.emit())
        return fields

    def texts(self) -> dict[str, str]:
        """Return what is written, by field."""
        return {name: field.text() for name, field in self.fields.items()}

    def is_changed(self) -> bool:
        """Tell whether anything is not as it was when the panel was opened."""
        return self.texts() != self._begun

    def _lay_out(self, fields: Mapping[str, QWidget]) -> None:
        context = self._context
        self.keep = Primary(context.theme, self._button)
        self.cancel = Secondary(context.theme, context.t("Cancel"))
        buttons = Flow(gap=8, line_gap=8)
        buttons.add(self.keep)
        buttons.add(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(Heading(context.theme, self._title, kind="h3"))
        self.place(column, fields)
        column.addLayout(buttons)
        self.keep.clicked.connect(self._send)
        self.cancel.clicked.connect(self.close_it)

    def place(self, column: QVBoxLayout, fields: Mapping[str, QWidget]) -> None:
        """Put the fields one under the other; a panel may say otherwise."""
        for field in fields.values():
            column.addWidget(field)

    def begin(self, texts: Mapping[str, str], opener: QWidget | None = None) -> None:
        """Show these texts; closing gives the focus back to what opened the panel."""
        self._opener = opener
        for name, field in self.fields.items():
            field.show_text(texts.get(name, ""))
        self._begun = self.texts()
        self.show()
        next(iter(self.fields.values())).setFocus()

    def close_it(self) -> None:
        """Close; nothing is written."""
        self.hide()
        if self._opener is not None and isValid(self._opener):
            self._opener.setFocus()
        self.closed.emit()

    def _send(self) -> None:
        self.sent.emit({name: field.text().strip() for name, field in self.fields.items()})
