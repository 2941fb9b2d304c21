"""The head of an open dossier: who she is, how worried we are, and the places that work."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from filet.domain.casefile import CaseFile
from filet.domain.kinds import Level, Role
from filet.domain.rows import case_line, people
from filet.gui.context import Context
from filet.gui.sayings import LEVELS, day_of, day_text, is_late, risk_key
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.chip import RiskChip
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text

SITUATION, JOURNAL = "situation", "journal"


class CaseHead(QFrame):
    """Her full name stands here and nowhere else."""

    back = Signal()
    place_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self.all = Link(theme, t("All &dossiers"), icon="arrow-left", keys=(t("Alt"), "←"))
        self.name = Heading(theme, "", kind="h2")
        self.name.setWordWrap(False)
        self.number = Text(theme, kind="small", tone="secondary")
        self.number.setWordWrap(False)
        self.chip = RiskChip(theme)
        options = [Option(SITUATION, t("&Situation")), Option(JOURNAL, t("&Journal"))]
        self.places = Segmented(theme, t("Parts of the dossier"), options, SITUATION)
        row = Flow(gap=14, line_gap=6)
        for widget in (self.all, self.name, self.number, self.chip):
            row.add(widget)
        row.add(self.places)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 20, 10)
        column.addLayout(row)
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.all.clicked.connect(lambda *_: self.back.emit())
        self.places.chosen.connect(self.place_chosen)

    def show_file(self, file: CaseFile) -> None:
        """Show whose dossier it is."""
        line = case_line(file)
        her = [one for one in people(file).values() if one.role is Role.HER]
        names = (her[-1].called or her[-1].given, her[-1].family) if her else ()
        number = line.number if line else ""
        name = " ".join(filter(None, names)) or number
        self.name.setText(name)
        self.name.setAccessibleName(name)
        self.number.setText("" if name == number else number)
        if line is not None:
            zone = self._context.clock.wall().tzinfo
            signed = datetime.fromtimestamp(line.level_at / 1000, UTC).astimezone(zone).date()
            day = day_text(self._context, signed) if line.level is not Level.NOT_ASSESSED else ""
            late = is_late(self._context, line.review) and day_of(line.review) is not None
            self._show_level(line.level, day, late=late)

    def show_place(self, place: str) -> None:
        """Show which part is open."""
        self.places.show_value(place)

    def _show_level(self, level: Level, day: str, *, late: bool) -> None:
        t = self._context.t
        name = t(LEVELS[level])
        review = t("to review") if late else ""
        label = " · ".join(filter(None, (name, day, review)))
        said = t("Level: {level}", level=", ".join(filter(None, (name, day, review))))
        self.chip.show_level(risk_key(level), label, said)
