"""Who asked for a dossier that may be closed to her, when and why; never by what name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.access import Breaking
from filet.application.workers import Access
from filet.gui.context import Context
from filet.gui.models.accesses import who_said
from filet.gui.sayings import moment_text
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import card, emptied, muted

_MOST = 10


class BrokenGlass(QWidget):
    """For coordination and direction; hidden where nobody ever asked."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        title = context.t("Dossiers asked for although hidden")
        frame, inside = card(context, title)
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        inside.addWidget(rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        self.hide()

    def show_all(self, breakings: Sequence[Breaking], accesses: Sequence[Access]) -> None:
        """Show the last of them: a name that was tried may be of a dossier closed to her too."""
        t, context = self._context.t, self._context
        names = {one.worker.id: who_said(one.worker) for one in accesses}
        emptied(self._rows)
        for one in breakings[:_MOST]:
            when = moment_text(context, one.moment.local()) if one.moment is not None else ""
            who = names.get(one.by, "?") if one.by is not None else "?"
            opened = t("a dossier opened for her") if one.case is not None else t("nothing found")
            self._rows.addWidget(Text(context.theme, f"{who}, {when}: {opened}", kind="strong"))
            self._rows.addWidget(muted(context, one.reason))
        self.setVisible(bool(breakings))
