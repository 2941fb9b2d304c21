"""A line where one looks for something: its sign before, the key that leads to it after."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from filet.gui.context import Context
from filet.gui.widgets.icons import IconLabel
from filet.gui.widgets.keycap import KeyCaps

_EDGE, _GAP = 10, 8
_SIGN = 18
_PADDING = 12
"""What the style sheet keeps free at each side of a field already."""


def find_line(context: Context, name: str, *, hint: str, letter: str, font: QFont) -> QLineEdit:
    """Return a field called ``name``, with a hint in it; Ctrl and ``letter`` lead to it.

    The sign is ours and not the field's: that one stays small beside large text.
    """
    field = QLineEdit()
    field.setFont(font)
    field.setPlaceholderText(hint)
    field.setAccessibleName(name)
    _furnish(field, context, letter)
    return field


def _furnish(field: QLineEdit, context: Context, letter: str) -> None:
    theme = context.theme
    sign, caps = IconLabel(theme, _SIGN), KeyCaps(theme, context.t("Ctrl"), letter)
    sign.show_icon("search", "text.secondary")
    for widget in (sign, caps):
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    edge, gap = theme.px(_EDGE), theme.px(_GAP)
    row = QHBoxLayout(field)
    row.setContentsMargins(edge, 0, edge, 0)
    row.addWidget(sign)
    row.addStretch(1)
    row.addWidget(caps)
    around = edge + gap - _PADDING
    field.setTextMargins(theme.px(_SIGN) + around, 0, caps.sizeHint().width() + around, 0)
