"""« Votre jugement »: a level, for whom, why, until when. The machine proposes none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filet.application.appraising import Judgement, Sheet
from filet.domain.casefile import CaseFile
from filet.domain.ids import PersonId
from filet.domain.kinds import Level
from filet.domain.levels import Levels
from filet.domain.opinions import lowered_from
from filet.domain.rows import people
from filet.gui.context import Context
from filet.gui.sayings import LEVELS, hour_text
from filet.gui.widgets.buttons import Primary
from filet.gui.widgets.concerned import Concerned
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.keycap import KeyCaps
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.level_choice import LevelChoices
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.paragraph import Paragraph
from filet.gui.widgets.review_field import ReviewField
from filet.gui.widgets.unseen import laid_out_once
from filet.i18n import N_
from filet.i18n.dates import typography

_LATER = N_("You can sign right away. The reason is to be written before the end of the shift.")
_CALM = (Level.NOT_ESTABLISHED, Level.MODERATE)


class JudgementForm(QWidget):
    """What a worker writes; its fields are kept as a draft by the page."""

    level_chosen = Signal()
    sign_wanted = Signal(object)
    """A Judgement that can be signed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._levels: Levels | None = None
        self._critical: tuple[str, ...] = ()
        self._file: CaseFile | None = None
        self._build(context)
        self._lay_out(context)
        self.level.edited.connect(self._chosen)
        self.why.edited.connect(self._written)
        self.taken.edited.connect(lambda: self._tell(self.taken, self.taken_wrong, ""))
        self.sign.clicked.connect(self.try_to_sign)

    def fields(self) -> dict[str, Any]:
        """Return what a draft keeps, in the order in which it is read."""
        return {
            "persons": self.concerned.persons,
            "authors": self.concerned.authors,
            "level": self.level,
            "taken": self.taken,
            "why": self.why,
            "discussed": self.discussed,
            "review": self.review,
        }

    def show_sheet(self, sheet: Sheet) -> None:
        """Show levels, persons and the critical markers that stand."""
        self._file = sheet.file
        self._levels, language = sheet.lexicon.levels, self._context.language[:2]
        names = {one.id: one.texts for one in sheet.lexicon.markers}
        self._critical = tuple(
            typography(names[name][language].name if language in names[name] else name, language)
            for name in sheet.picture.critical
        )
        self.level.show_levels(sheet.lexicon.levels)
        self.concerned.show_people(people(sheet.file))
        self.show_changed()

    def show_changed(self) -> None:
        """Show what follows from the level and from the reason."""
        level = self.level.level()
        self.sign.setEnabled(level is not None)
        self.review.propose(self._proposed(level))
        with laid_out_once(self):
            self._ask_for_account(level)
            self._show_why(level)
            self._show_lower(level)

    def is_provisional(self) -> bool:
        """Tell whether it would be signed at once, its reason to come."""
        return self.level.level() is Level.IMMINENT and not self.why.text().strip()

    def try_to_sign(self) -> None:
        """Sign, or go to the first thing that is missing and say why."""
        level = self.level.level()
        missing = self._missing(level)
        if missing is not None:
            missing()
            return
        if level is not None:
            self.sign_wanted.emit(self._judgement(level))

    def take_focus(self) -> None:
        """Put the keyboard on the levels."""
        self.level.take_focus()

    # What is built -----------------------------------------------------------------------

    def _build(self, context: Context) -> None:
        t, theme = context.t, context.theme
        self.concerned = Concerned(context)
        self.level = LevelChoices(context)
        self.present = Notice(context)
        self.taken = Paragraph(context, t("How you take it into a&ccount"), lines=2)
        self.taken_wrong = Text(theme, kind="small", tone="error")
        self.provisional = Notice(context)
        self.needed = Text(theme, kind="small", tone="muted")
        self.needed.setWordWrap(False)
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self.needed)
        row.addWidget(KeyCaps(theme, "F2"))
        self.why = Paragraph(context, t("&Why this level?"), lines=4, beside=beside)
        self.why.area.setPlaceholderText(t("One or two sentences are enough."))
        self.why_wrong = Text(theme, kind="small", tone="error")
        self.lowering = Text(theme, kind="small", tone="note")
        self.discussed = LabelledField(context, t("D&iscussed with (optional)"))
        self.review = ReviewField(context, t("To re&view"))
        self.sign = Primary(theme, t("Sign this level"), large=True)
        for text in (self.taken, self.taken_wrong, self.why_wrong, self.lowering):
            text.hide()

    def _lay_out(self, context: Context) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(self.discussed, 6, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.review, 5, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 8)
        column.setSpacing(7)
        column.addWidget(Heading(context.theme, context.t("Your judgement"), kind="h3"))
        column.addWidget(self.concerned)
        for widget in (self.level, self.present, self.taken, self.taken_wrong, self.provisional):
            column.addWidget(widget)
        for widget in (self.lowering, self.why, self.why_wrong):
            column.addWidget(widget)
        column.addLayout(beside)
        self.foot = QWidget()
        under = QVBoxLayout(self.foot)
        under.setContentsMargins(18, 4, 18, 12)
        under.addWidget(self.sign)

    # What follows from what is written ---------------------------------------------------

    def _chosen(self) -> None:
        self.show_changed()
        self.level_chosen.emit()

    def _written(self) -> None:
        self._tell(self.why, self.why_wrong, "")
        self.show_changed()

    def _proposed(self, level: Level | None) -> Any:
        if self._levels is None or level is None:
            return None
        return self._levels.review(level, self._now())

    def _now(self) -> datetime:
        return self._context.clock.wall()

    def _ask_for_account(self, level: Level | None) -> None:
        """Ask how a calm level takes into account what is critical."""
        asked = level in _CALM and bool(self._critical)
        self.taken.setVisible(asked)
        if not asked:
            self.present.clear()
            self.taken_wrong.hide()
        elif not self.present.isVisibleTo(self):
            t = self._context.t
            title = t("Present: {markers}.", markers=", ".join(self._critical))
            text = t("Say how you take it into account.")
            self.present.show_message(Message(Tone.NOTE, title, text))

    def _show_why(self, level: Level | None) -> None:
        t, waits = self._context.t, self.is_provisional()
        end = self._levels.end_of_shift(self._now()) if self._levels and waits else None
        hour = hour_text(self._context, end.hour) if end else ""
        before = t("before {hour}", hour=hour) if hour else t("before the end of the shift")
        self.needed.setText(before if waits else t("required"))
        self.sign.name_it(t("Sign, provisional") if waits else t("Sign this level"))
        if level is not Level.IMMINENT or not waits:
            self.provisional.clear()
        elif not self.provisional.isVisibleTo(self):
            now = t(
                "You can sign right away. The reason is to be written before the end of the"
                " shift, {hour}.",
                hour=hour,
            )
            text = now if hour else t(_LATER)
            title = t("Provisional.")
            self.provisional.show_message(Message(Tone.NOTE, title, text, icon="clock"))

    def _show_lower(self, level: Level | None) -> None:
        """Say which level would be lowered: lowering asks why, raising does not."""
        persons = self.concerned.persons.chosen()
        stands = lowered_from(self._file, level, persons) if self._file and level else None
        self.lowering.setVisible(stands is not None)
        if stands is not None:
            t = self._context.t
            name = t(LEVELS[stands.level])
            self.lowering.setText(
                t("Lower than the level that stands, {level}. Say what changed.", level=name)
            )

    # Signing -----------------------------------------------------------------------------

    def _missing(self, level: Level | None) -> Callable[[], None] | None:
        t = self._context.t
        if level is None:
            return self.level.take_focus
        if level in _CALM and self._critical and not self.taken.text().strip():
            account = t("Say how you take these signs into account.")
            return lambda: self._point(self.taken, self.taken_wrong, account)
        if not self.why.text().strip() and level is not Level.IMMINENT:
            say = t("Say why you choose this level. One or two sentences are enough.")
            return lambda: self._point(self.why, self.why_wrong, say)
        return self.review.show_wrong if self.review.due() is None else None

    def _point(self, field: Paragraph, place: Text, sentence: str) -> None:
        self._tell(field, place, sentence)
        field.area.setFocus()

    def _tell(self, field: Paragraph, place: Text, sentence: str) -> None:
        place.setText(sentence)
        place.setVisible(bool(sentence))
        field.area.setAccessibleDescription(sentence)

    def _judgement(self, level: Level) -> Judgement:
        taken = self.taken.text() if self.taken.isVisibleTo(self) else ""
        return Judgement(
            level=level,
            persons=_ordered(self.concerned.persons.chosen()),
            authors=_ordered(self.concerned.authors.chosen()),
            reasons=self.why.text(),
            review=self.review.due(),
            provisional=self.is_provisional(),
            taken_into_account=taken,
            discussed_with=self.discussed.text(),
        )


def _ordered(people: frozenset[PersonId]) -> tuple[PersonId, ...]:
    return tuple(sorted(people, key=lambda person: person.bytes))
