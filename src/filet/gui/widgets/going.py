"""How a widget goes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def let_go(widget: QWidget) -> None:
    """Delete a widget once the event that it may be answering is over.

    Its layout or stack lets go of it by itself. ``removeWidget`` would give it to Python,
    which deletes it at once, under the feet of the signal it is sending.
    """
    widget.hide()
    widget.deleteLater()
