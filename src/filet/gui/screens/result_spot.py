"""Where she is on the page of the result, and how she comes back there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from filet.gui.widgets.tools_fold import ToolsFold


class Spot(NamedTuple):
    """How far she had scrolled, what was unfolded, and in which field she was."""

    scrolled: int
    tools: bool
    field: str


def spot_of(where: object) -> Spot | None:
    """Return the spot that a draft kept, if it is one."""
    match where:
        case (int(scrolled), bool(unfolded), str(field)):
            return Spot(scrolled, unfolded, field)
        case _:
            return None


def spot_on(
    area: QScrollArea, tools: ToolsFold, fields: Mapping[str, object], focused: QWidget | None
) -> Spot:
    """Return where she is now."""
    names = (name for name, field in fields.items() if _holds(field, focused))
    return Spot(area.verticalScrollBar().value(), tools.is_open(), next(names, ""))


def go_to_spot(
    spot: Spot, area: QScrollArea, tools: ToolsFold, fields: Mapping[str, object]
) -> None:
    """Unfold, scroll, and put the keyboard in the field."""
    tools.show_open(opened=spot.tools)
    area.verticalScrollBar().setValue(spot.scrolled)
    field = fields.get(spot.field)
    if isinstance(field, QWidget):
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _holds(field: object, widget: QWidget | None) -> bool:
    return widget is not None and isinstance(field, QWidget) and field.isAncestorOf(widget)
