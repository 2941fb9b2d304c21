"""Pages of which one is shown, and no other can be walked by a screen reader.

Qt hands a screen reader every page of a stack, hidden or not: names would stand behind the
cover. Here a page that is not shown leaves the stack, and stays its child: to be moved out of
the window and back would style it twice.
"""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget


def turn_to(stack: QStackedWidget, page: QWidget) -> None:
    """Show a page of a stack, and let every other leave it."""
    take_in(stack, page)
    if stack.indexOf(page) < 0:
        stack.addWidget(page)
    stack.setCurrentWidget(page)
    _empty(stack, page)


def take_in(stack: QStackedWidget, page: QWidget) -> None:
    """Give a page its place, where it is made and laid out before it is shown."""
    if page.parentWidget() is not stack:
        page.setParent(stack)


def pages_of(stack: QStackedWidget) -> list[QWidget]:
    """Return its pages, those too that are not shown."""
    return [child for child in stack.children() if isinstance(child, QWidget)]


class Slot(QStackedWidget):
    """The place of one part or another, or of none."""

    def show_part(self, part: QWidget | None) -> None:
        """Show a part in the place of the former."""
        if part is None:
            _empty(self, None)
        else:
            turn_to(self, part)
        self.setVisible(part is not None)


def _empty(stack: QStackedWidget, kept: QWidget | None) -> None:
    for place in reversed(range(stack.count())):
        page = stack.widget(place)
        if page is not None and page is not kept:
            stack.removeWidget(page)
            page.setParent(stack)  # it is already; Python was told otherwise, and would delete it
