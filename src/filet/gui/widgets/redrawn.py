"""Draws the lines of a column anew, so that what stands around them is laid out once for all."""

from __future__ import annotations

from collections.abc import Container, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.widgets.page import emptied
from filet.gui.widgets.unseen import is_kept_away, laid_out_once


@contextmanager
def redrawn(column: QVBoxLayout, kept: Container[QWidget] = ()) -> Iterator[None]:
    """Empty a column that stands in a part, and show what comes in it meanwhile together.

    Else Qt shows each line in a turn of its own, and lays out everything around it each time.
    """
    whole = column.parentWidget()
    if whole is None:
        raise ValueError("the column stands in no part")
    with laid_out_once(whole):
        emptied(column, kept)
        yield
        if whole.isVisible():
            _show_lines(whole, column)


def _show_lines(whole: QWidget, column: QVBoxLayout) -> None:
    """Show what was put in a column and not hidden; by indexOf: itemAt would tie it twice."""
    for part in whole.children():
        if isinstance(part, QWidget) and column.indexOf(part) >= 0 and not is_kept_away(part):
            part.show()
