"""What a second reader thinks of a level: she shares it, or which one she sees, and why."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from filet.application.seconding import SecondReading
from filet.domain.ids import LevelId
from filet.domain.kinds import Level, Opinion
from filet.gui.context import Context
from filet.gui.sayings import LEVELS
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.combo import Combo
from filet.gui.widgets.field import LabelledField, SecretField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.level_choice import ORDER
from filet.gui.widgets.page import muted
from filet.gui.widgets.paragraph import Paragraph
from filet.gui.widgets.radio import Radio


class OpinionChoice(QWidget):
    """Two answers; none is chosen before she chooses."""

    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self.answers = {
            Opinion.SHARES: Radio(theme, t("Shares this level")),
            Opinion.DIFFERS: Radio(theme, t("Sees it otherwise")),
        }
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for answer in self.answers.values():
            self._group.addButton(answer)
            column.addWidget(answer)
        self.setAccessibleName(t("What the second reader thinks"))
        self._group.buttonClicked.connect(lambda *_: self.edited.emit())

    def opinion(self) -> Opinion | None:
        """Return what is chosen, or nothing."""
        chosen = (one for one, answer in self.answers.items() if answer.isChecked())
        return next(chosen, None)

    def text(self) -> str:
        """Return what is chosen as a draft keeps it."""
        opinion = self.opinion()
        return opinion.value if opinion else ""

    def show_text(self, text: str) -> None:
        """Show what a draft kept."""
        self._group.setExclusive(False)
        for opinion, answer in self.answers.items():
            answer.setChecked(opinion.value == text)
        self._group.setExclusive(True)


class LevelBox(Combo):
    """A level in one line; none is proposed."""

    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, context.t("The level she sees"))
        self.addItem(context.t("Choose a level"), "")
        for level in ORDER:
            self.addItem(context.t(LEVELS[level]), level.value)
        self.activated.connect(lambda *_: self.edited.emit())

    def level(self) -> Level | None:
        """Return what is chosen, or nothing."""
        return Level(self.text()) if self.text() else None

    def text(self) -> str:
        """Return what is chosen as a draft keeps it."""
        return str(self.currentData() or "")

    def show_text(self, text: str) -> None:
        """Show what a draft kept."""
        self.setCurrentIndex(max(0, self.findData(text)))


class SecondPanel(QFrame):
    """Whoever signed the level lets a colleague sign here; anybody else signs for herself."""

    given = Signal(object, object)
    """The SecondReading; then (initials, passphrase), or nothing where she is at the desk."""
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._level: LevelId | None = None
        self.setObjectName("kind-sunken")
        self._build(context)
        self._lay_out(context)
        self.opinion.edited.connect(self.show_changed)
        self.sign.clicked.connect(lambda *_: self.try_to_sign())
        self.leave.clicked.connect(lambda *_: self.closed.emit())
        self.own.confirmed.connect(self.sign.setFocus)

    def fields(self) -> dict[str, Any]:
        """Return what a draft keeps; who she is and her passphrase are kept nowhere."""
        return {"opinion": self.opinion, "second": self.level, "opinion_why": self.why}

    def show_level(self, level: LevelId, about: str, *, mine: bool) -> None:
        """Begin a reading of a level; ``mine`` when whoever is at the desk signed it."""
        self._level = level
        self.about.setText(about)
        self.here.setVisible(mine)
        self.show_changed()

    def show_changed(self) -> None:
        """Show what follows from the opinion."""
        differs = self.opinion.opinion() is Opinion.DIFFERS
        self.level.setVisible(differs)
        self.wrong.hide()

    def take_focus(self) -> None:
        """Put the keyboard on the first answer."""
        self.opinion.answers[Opinion.SHARES].setFocus()

    def is_written(self) -> bool:
        """Tell whether something was begun here."""
        return any(field.text().strip() for field in self.fields().values())

    def forget(self) -> None:
        """Empty what is no draft."""
        self.own.take()
        self.initials.show_text("")

    def try_to_sign(self) -> None:
        """Sign, or go to what is missing and say why."""
        t, opinion = self._context.t, self.opinion.opinion()
        if opinion is None or self._level is None:
            return self._tell(t("Say whether she shares it or sees it otherwise."), self)
        if opinion is Opinion.DIFFERS and self.level.level() is None:
            return self._tell(t("Say which level she sees. It may be the same one."), self.level)
        if opinion is Opinion.DIFFERS and not self.why.text().strip():
            return self._tell(t("Say why she sees it otherwise."), self.why.area)
        hers = self.level.level() if opinion is Opinion.DIFFERS else None
        reading = SecondReading(self._level, opinion, hers, self.why.text())
        if not self.here.isVisibleTo(self):
            self.given.emit(reading, None)
        elif self._is_signed_here():
            self.given.emit(reading, (self.initials.text(), self.own.take()))
        return None

    def _is_signed_here(self) -> bool:
        t = self._context.t
        missing = {
            self.initials: t("Type her initials."),
            self.own: t("She types her own passphrase."),
        }
        wrong = [field for field in missing if not field.text().strip()]
        for field, sentence in missing.items():
            field.show_wrong(sentence if field in wrong else "")
        if wrong:
            wrong[0].take_focus()
        return not wrong

    def _tell(self, sentence: str, where: QWidget) -> None:
        self.wrong.setText(sentence)
        self.wrong.show()
        where.setAccessibleDescription(sentence)
        if where is self:
            self.take_focus()
        else:
            where.setFocus()

    def _build(self, context: Context) -> None:
        t, theme = context.t, context.theme
        self.about = Text(theme, kind="strong")
        self.opinion, self.level = OpinionChoice(context), LevelBox(context)
        self.why = Paragraph(context, t("Why, in her words"), lines=2)
        self.wrong = Text(theme, kind="small", tone="error")
        self.initials = LabelledField(context, t("Initials of the second reader"))
        self.own = SecretField(context, t("Her own passphrase"), large=False)
        self.sign = Primary(theme, t("Sign this reading"))
        self.leave = Secondary(theme, t("Leave it"))
        self.leave.setAccessibleName(t("Leave the second reading"))
        self.here = QWidget()
        self.level.hide()
        self.wrong.hide()

    def _lay_out(self, context: Context) -> None:
        t = context.t
        rule = t(
            "Her reading stands beside the level; neither replaces the other. Nothing waits for it."
        )
        inside = QVBoxLayout(self.here)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.initials)
        inside.addWidget(self.own)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        parts = (self.about, muted(context, rule), self.opinion, self.level, self.why, self.wrong)
        for part in (*parts, self.here):
            column.addWidget(part)
        row = Flow(gap=8, line_gap=8)
        row.add(self.sign)
        row.add(self.leave)
        column.addLayout(row)
