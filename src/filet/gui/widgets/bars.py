"""Bars under the top bar: each says one thing of the whole house, until it is over or seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.going import let_go
from filet.gui.widgets.notice import Message, Notice

Act = Callable[[], object]


class Bars(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.shown: dict[str, Notice] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def tell(self, key: str, message: Message, *acts: Act) -> None:
        """Say something, over what was said under the same key; each button has its act."""
        self.clear(key)
        notice = Notice(self._context)
        notice.chosen.connect(lambda choice: acts[choice]())
        self._column.addWidget(notice)
        self.shown[key] = notice
        self.show()
        notice.show_message(message)

    def clear(self, key: str) -> None:
        """Say it no more."""
        notice = self.shown.pop(key, None)
        if notice is not None:
            let_go(notice)
        self.setVisible(bool(self.shown))
