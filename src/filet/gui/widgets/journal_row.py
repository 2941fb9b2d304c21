"""One line of the journal: when, what, by whom; a note of the wrong dossier can be moved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.models.events import Event
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import line


class JournalRow(QWidget):
    """Shows an event."""

    move_wanted = Signal(object)
    """The Event, which stands in the wrong dossier."""

    def __init__(self, context: Context, event: Event) -> None:
        super().__init__()
        theme = context.theme
        self.event_shown = event
        head = QHBoxLayout()
        head.addWidget(Text(theme, event.title, kind="strong"), 1)
        by = " · ".join(filter(None, (event.when, event.by)))
        when = Text(theme, by, kind="small", tone="muted")
        when.setWordWrap(False)
        head.addWidget(when)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        if event.text:
            column.addWidget(_words(context, event))
        if event.movable:
            column.addWidget(self._link(context), 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(line())

    def _link(self, context: Context) -> Link:
        link = Link(context.theme, context.t("Wrong dossier? Move…"))
        said = context.t("Wrong dossier? Move: {title}, {when}", **_named(self.event_shown))
        link.setAccessibleName(said)
        link.clicked.connect(lambda *_: self.move_wanted.emit(self.event_shown))
        self.link = link
        return link


def _named(event: Event) -> dict[str, str]:
    return {"title": event.title, "when": event.when}


def _words(context: Context, event: Event) -> QWidget:
    if not event.hers:
        return Text(context.theme, event.text)
    frame = QFrame()
    ground, rule = (context.theme.value(f"voice.her_{name}") for name in ("bg", "rule"))
    frame.setObjectName("hers")
    frame.setStyleSheet(f"QFrame#hers {{ background: {ground}; border-left: 4px solid {rule}; }}")
    inside = QVBoxLayout(frame)
    inside.addWidget(Text(context.theme, context.t("“{words}”", words=event.text), kind="lead"))
    return frame
