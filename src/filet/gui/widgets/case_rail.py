"""The rail of an open dossier: who she is, how worried we are, and the parts that work."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout

from filet.domain.casefile import CaseFile
from filet.domain.kinds import Level, Role
from filet.domain.rows import CaseLine, case_line, people
from filet.gui.context import Context
from filet.gui.models.parts import part_facts, signed_on
from filet.gui.places import PART_KEYS, Part
from filet.gui.sayings import LEVELS, day_of, day_text, initial_of, is_late, risk_key
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.chip import RiskChip, chip_size
from filet.gui.widgets.labels import Heading, Text, breakable
from filet.gui.widgets.page import line as rule
from filet.gui.widgets.rail import RailButton, Stop

_ICONS = {
    Part.SITUATION: "user-round",
    Part.APPRAISAL: "scale",
    Part.PLAN: "route",
    Part.SHARE: "handshake",
    Part.JOURNAL: "notebook-pen",
}


_AROUND = 26
"""What the margins take of the width of the rail."""


class PartButton(RailButton):
    """A part of the dossier: its name, and one fact under it."""

    def __init__(self, context: Context, part: Part, text: str) -> None:
        self._fact = ""
        keys = (context.t("Alt"), PART_KEYS[part])
        super().__init__(context.theme, Stop(part, text, _ICONS[part], keys))

    def show_fact(self, fact: str) -> None:
        """Show what is known of this part; a screen reader hears it after the name."""
        self._fact = fact
        name = self.text().replace("&", "")
        self.setAccessibleName(", ".join(filter(None, (name, fact))))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of two lines."""
        side = self._theme.px(38 if self._folded else 50)
        return QSize(self._theme.px(38), side)

    def paint_words(self, painter: QPainter, ink: QColor) -> None:
        """Paint the name, and the fact under it."""
        theme, left = self._theme, self._theme.px(40)
        words = QRectF(left, theme.px(5), self.width() - left - 4, theme.px(22))
        facts = words.translated(0, theme.px(20))
        font = theme.font("strong" if self.isChecked() else "body")
        painter.setPen(ink)
        painter.setFont(font)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic)
        painter.drawText(words, flags, self.text())
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text.secondary"))
        metrics = QFontMetricsF(theme.font("small"))
        fact = metrics.elidedText(self._fact, Qt.TextElideMode.ElideRight, facts.width())
        painter.drawText(facts, int(Qt.AlignmentFlag.AlignVCenter), fact)


class CaseRail(QFrame):
    """Her full name stands here and nowhere else."""

    back = Signal()
    part_chosen = Signal(object)
    """A Part."""
    asked = Signal(str)
    """A place of the house: urgent numbers, help."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context, self._folded, self._names = context, False, ("", "")
        self._numbers_only = context.habits.now.numbers_only
        self.setObjectName("rail")
        self.setAccessibleName(t("Parts of the dossier"))
        self.all = Link(theme, t("All dossiers"), icon="arrow-left", keys=(t("Alt"), "←"))
        self.name = Heading(theme, "", kind="h3")
        self.number = Text(theme, kind="small", tone="secondary")
        self.chip, self.signed = RiskChip(theme), Text(theme, kind="small", tone="secondary")
        self.parts = {part: PartButton(context, part, t(text)) for part, text in _texts(context)}
        self.below: dict[str, RailButton] = {}
        self._foot = QVBoxLayout()
        self._foot.setSpacing(4)
        self._lay_out()
        self.all.clicked.connect(lambda *_: self.back.emit())
        for part, button in self.parts.items():
            button.clicked.connect(lambda *_, part=part: self.part_chosen.emit(part))
        self.fold(folded=True)

    def add_stops(self, stops: tuple[Stop, ...]) -> None:
        """Add places of the house under the parts of the dossier."""
        for stop in stops:
            button = RailButton(self._context.theme, stop)
            button.clicked.connect(lambda *_, key=stop.key: self.asked.emit(key))
            button.fold(folded=self._folded)
            self.below[stop.key] = button
            self._foot.addWidget(button)

    def show_file(self, file: CaseFile) -> None:
        """Show whose dossier it is, and what is known of each part."""
        found = case_line(file)
        her = [one for one in people(file).values() if one.role is Role.HER]
        names = (her[-1].called or her[-1].given, her[-1].family) if her else ()
        number = found.number if found else ""
        self._names = (" ".join(filter(None, names)) or number, number)
        self._show_name()
        if found is not None:
            self._show_level(found)
        facts = part_facts(self._context, file)
        for part, button in self.parts.items():
            button.show_fact(facts.get(part, ""))

    def show_numbers_only(self, on: bool) -> None:
        """Show her number in the place of her name, or her name again."""
        self._numbers_only = on
        self._show_name()

    def show_part(self, part: Part | None) -> None:
        """Say which part is open."""
        for name, button in self.parts.items():
            button.setChecked(name is part)

    def fold(self, *, folded: bool) -> None:
        """Show icons only; names stay what a screen reader says."""
        self._folded = folded
        for widget in (self.name, self.number, self.chip):
            widget.setVisible(not folded)
        self.signed.setVisible(not folded and bool(self.signed.text()))
        self.all.fold(folded=folded)
        for button in (*self.parts.values(), *self.below.values()):
            button.fold(folded=folded)
        theme = self._context.theme
        self.setFixedWidth(theme.size("rail_w_collapsed" if folded else "rail_w"))

    def _show_name(self) -> None:
        full, number = self._names
        name = number if self._numbers_only else full
        self.name.setText(breakable(name))
        self.name.setAccessibleName(name)
        self.number.setText("" if name == number else number)

    def _show_level(self, found: CaseLine) -> None:
        t, context = self._context.t, self._context
        name = t(LEVELS[found.level])
        signed = found.level is not Level.NOT_ASSESSED
        day = day_text(context, signed_on(context, found)) if signed else ""
        late = is_late(context, found.review) and day_of(found.review) is not None
        review = t("to review") if late else ""
        said = t("Level: {level}", level=", ".join(filter(None, (name, day, review))))
        whole, theme = " · ".join(filter(None, (name, day))), context.theme
        fits = chip_size(theme, whole).width() <= theme.size("rail_w") - _AROUND
        self.chip.show_level(risk_key(found.level), whole if fits else name, said)
        self.signed.setText("" if fits else day)  # a level never stands without its day
        self.signed.setVisible(not self._folded and not fits)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 10)
        column.setSpacing(4)
        column.addWidget(self.all)
        who = QVBoxLayout()
        who.setContentsMargins(10, 4, 0, 0)
        who.setSpacing(4)
        who.addWidget(self.name)
        who.addWidget(self.number)
        who.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        who.addWidget(self.signed)
        column.addLayout(who)
        column.addSpacing(6)
        column.addWidget(rule())
        column.addSpacing(6)
        for button in self.parts.values():
            column.addWidget(button)
        column.addStretch(1)
        column.addLayout(self._foot)


def _texts(context: Context) -> tuple[tuple[Part, str], ...]:
    t = context.t
    return (
        (Part.SITUATION, t("Situation")),
        (Part.APPRAISAL, t("Risk appraisal")),
        (Part.PLAN, t("Protection plan")),
        (Part.SHARE, t("Sharing")),
        (Part.JOURNAL, t("Journal")),
    )


def short_name(file: CaseFile, *, numbers_only: bool = False) -> str:
    """Return « Mirabelle E. », or her number where no name is known or shown."""
    found = case_line(file)
    if found is None:
        return ""
    name = "" if numbers_only else initial_of(found.given, found.initial)
    return name or found.number
