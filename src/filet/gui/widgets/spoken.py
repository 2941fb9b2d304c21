"""« L'urgence est à… »: the sentence for the 911 centre, built while the call is noted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.widgets.icons import IconLabel
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import card, line, muted


def said_first(context: Context, texts: Mapping[str, str]) -> str:
    """Return the sentence; what is not known yet is asked, so that nobody forgets it."""
    t = context.t
    missing = {
        "municipality": t("municipality?"),
        "road": t("road or rang?"),
        "number": t("number or marker?"),
    }
    parts = [texts.get(name, "").strip() or f"({blank})" for name, blank in missing.items()]
    return t("“The emergency is in {place}”", place=", ".join(parts))


class SaidFirst(QWidget):
    """What to say first to 911, when she is somewhere else. To be checked with a centre."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        frame, inside = card(context, kind="sunken")
        self.sentence = Text(theme, kind="lead")
        inside.addWidget(self.sentence)
        icon = IconLabel(theme, 16)
        icon.show_icon("clock-alert", "feedback.note_text")
        row = QHBoxLayout()
        row.addWidget(icon)
        check = t("Sentence to be checked with a 911 centre")
        row.addWidget(Text(theme, check, kind="small", tone="note"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(Text(theme, t("Call 911 and say first:"), tone="secondary"))
        column.addWidget(frame)
        transfer = t("You will be transferred. Stay on the line with her on the other device.")
        column.addWidget(Text(theme, transfer, tone="secondary"))
        column.addLayout(row)
        column.addWidget(line())
        column.addWidget(
            muted(
                context,
                t(
                    "Everything is optional. The call is kept without a dossier. Before one is"
                    " opened, Filet shows the dossiers that look alike."
                ),
            )
        )
        cut = t("If it is cut: a button notes the minute and shows how to call her back.")
        column.addWidget(muted(context, cut))
        column.addStretch(1)

    def _head(self) -> QHBoxLayout:
        theme = self._context.theme
        phone, row = IconLabel(theme, 20), QHBoxLayout()
        phone.show_icon("phone", "text.primary")
        row.setSpacing(8)
        row.addWidget(phone)
        row.addWidget(Heading(theme, self._context.t("She is not here?"), kind="h3"), 1)
        return row

    def show_place(self, texts: Mapping[str, str]) -> None:
        """Build the sentence with what is known of the place."""
        self.sentence.setText(said_first(self._context, texts))
