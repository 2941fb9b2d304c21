"""What Filet is made of, what nobody has read over yet, and where to read what it protects."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from filet.gui.about import About
from filet.gui.context import Context
from filet.gui.screens.settings import SettingsPart
from filet.gui.widgets.buttons import Secondary
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import card, muted


class AboutPart(SettingsPart):
    """Read once; nothing here can be changed."""

    help_wanted = Signal(str)
    """A topic of the help."""

    def __init__(self, context: Context, about: Callable[[], About]) -> None:
        t = context.t
        lead = t("A notebook for the work of a house. It needs no network and sends nothing.")
        super().__init__(context, t("About Filet"), lead)
        self.protected = Secondary(context.theme, t("What is protected and what is &not"))
        self.protected.clicked.connect(lambda *_: self.help_wanted.emit("protected"))
        self.head.add(self.protected)
        self.ask(about, self._show)

    def _show(self, about: About) -> None:
        t, theme = self.context.t, self.context.theme
        frame, column = card(self.context)
        column.addWidget(Text(theme, t("Version {version}", version=about.version), kind="strong"))
        column.addWidget(
            Text(
                theme, t("Free software, under the GNU General Public License, version 3 or later.")
            )
        )
        self.column.addWidget(frame)
        frame, column = card(self.context, t("Words that wait to be read over"))
        column.addWidget(Text(theme, self._unreviewed(about.unreviewed)))
        self.column.addWidget(frame)
        frame, column = card(self.context, t("Made with"))
        for one in about.components:
            name = " ".join(filter(None, (one.name, one.version)))
            column.addWidget(muted(self.context, f"{name}, {one.licence}"))
        self.column.addWidget(frame)

    def _unreviewed(self, count: int) -> str:
        """Say it plainly: a text about danger that nobody read over may be wrong."""
        t, tn = self.context.t, self.context.tn
        if not count:
            return t("Every text was read over by a second person.")
        first = tn(
            "{count} file of texts was written by us and read over by nobody else yet.",
            "{count} files of texts were written by us and read over by nobody else yet.",
            count,
        )
        then = t("If a sentence seems wrong to you, trust your judgement, and tell us.")
        return f"{first} {then}"
