"""What is asked before a sheet is made, one thing after the other; nothing is skipped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.casefile import CaseFile
from filet.domain.kinds import Destination, Remembered
from filet.domain.papers import may_go
from filet.gui.context import Context
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.print_part import PrintPart
from filet.gui.widgets.where_goes import KeptHere, WhereGoes
from filet.gui.widgets.without_paper import WithoutPaper

_OUT = (Destination.LIVES_APART, Destination.LIVES_WITH_HIM, Destination.TRUSTED_PERSON)


class PaperSteps(QWidget):
    """Where it goes; where it is kept, or what would be safer; then, and only then, the printer."""

    edited = Signal()
    """Something that stands on the sheet was answered."""
    aloud_edited = Signal()
    remembered = Signal()
    template_wanted = Signal(str)
    """Another paper suits better."""
    printers_wanted = Signal()
    stepped = Signal(object)
    """Another part is shown now: it must be in sight."""

    def __init__(self, context: Context, beside: Mapping[str, Mapping[str, str]]) -> None:
        """Take what is said beside each paper, by its template."""
        super().__init__()
        self._beside, stays, takes = beside, beside["stays"], beside["takes"]
        self._context, self._template = context, "stays"
        self._sound, self._anyway = False, False
        self._newest: QWidget | None = None
        ask_place, ask_day = (stays.get(f"screen.ask_{n}", "") for n in ("place", "destroy_on"))
        self.where = WhereGoes(context)
        self.kept = KeptHere(context, ask_place, ask_day)
        self.advice = Notice(context)
        self.anyway = Link(context.theme, context.t("Print this sheet all the same"))
        self.without = WithoutPaper(context, takes)
        self.printer = PrintPart(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        parts = (self.where, self.kept, self.advice, self.anyway, self.without, self.printer)
        for part in parts:
            column.addWidget(part)
        self._connect()
        self._show()

    def kept_at(self) -> str:
        """Return where the sheet is kept, if it stays."""
        return self.kept.kept_at() if self._stays() else ""

    def destroy_on(self) -> date | None:
        """Return the day on which it is destroyed, if it stays."""
        return self.kept.destroy_on() if self._stays() else None

    def show_template(self, template: str, *, sound: bool) -> None:
        """Follow the paper that is shown; ``sound`` when nothing on it keeps it from going."""
        self._template, self._sound = template, sound
        self._show()

    def show_file(self, file: CaseFile) -> None:
        """Show what was remembered before."""
        self.without.show_before(file.all(Remembered))

    def show_busy(self, *, busy: bool) -> None:
        """Ask for no second sheet while one is being made."""
        self.printer.setEnabled(not busy)

    def ask_again(self) -> None:
        """Forget the answer: the next sheet may go elsewhere."""
        self.where.show_answer(None)
        self.kept.clear()
        self._anyway = False
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on what comes next; nothing is pressed."""
        if self.printer.isVisibleTo(self):
            self.printer.take_focus()
        elif self.without.isVisibleTo(self):
            self.without.take_focus()
        else:
            self.where.take_focus()

    def _stays(self) -> bool:
        return self.where.answer() is Destination.STAYS_HERE

    def _answered(self, *_: object) -> None:
        self._anyway = False
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        """Show the step that follows from what was answered."""
        place = self.where.answer()
        held_back = self._advise(place)
        self.kept.setVisible(place is Destination.STAYS_HERE)
        self.without.setVisible(place is Destination.NO_PAPER)
        told = place in _OUT or (self._stays() and self.kept.is_answered())
        ready = told and not held_back and self._sound
        if ready and not self.printer.isVisibleTo(self):
            self.printers_wanted.emit()
        self.printer.setVisible(ready)
        parts = (self.printer, self.without, self.anyway, self.advice, self.kept)
        newest = next((part for part in parts if part.isVisibleTo(self)), None)
        if newest is not self._newest and newest is not None:
            self.stepped.emit(newest)
        self._newest = newest

    def _advise(self, place: Destination | None) -> bool:
        """Say what would be safer; return whether it keeps the printer away."""
        t = self._context.t
        self.anyway.hide()
        if place in _OUT and not may_go(self._template, place):
            self.advice.show_message(self._refusal(place))
            return True
        if place is Destination.LIVES_WITH_HIM and not self._anyway:
            title = t("He could find it.")
            text = t("Without paper, there is nothing to find: it is said aloud together, twice.")
            card = () if self._template == "card" else (t("The &card"),)
            buttons = (t("&Without paper"), *card)
            self.advice.show_message(Message(Tone.NOTE, title, text, buttons))
            self.anyway.show()
            return True
        self.advice.clear()
        return False

    def _refusal(self, place: Destination | None) -> Message:
        """Say why this paper does not go there, and what does."""
        t = self._context.t
        if self._template == "stays":
            title = t("The sheet that stays does not leave this place.")
            return Message(Tone.NOTE, title, buttons=(t("The sheet she &takes"), t("The &card")))
        if place is Destination.LIVES_WITH_HIM:
            text = self._beside[self._template].get("screen.if_found", "")
            return Message(Tone.NOTE, t("He could find it."), text, (t("&Without paper"),))
        return Message(Tone.NOTE, t("This paper does not leave this place."))

    def _follow_advice(self, choice: int) -> None:
        if self._template == "stays":
            self.template_wanted.emit(("takes", "card")[choice])
        elif choice == 0:
            self.where.show_answer(Destination.NO_PAPER)
            self._answered()
            self.without.take_focus()
        else:
            self.template_wanted.emit("card")

    def _go_anyway(self, *_: object) -> None:
        self._anyway = True
        self._show()
        self.printer.take_focus()

    def _connect(self) -> None:
        self.where.answered.connect(self._answered)
        self.kept.edited.connect(self._kept_edited)
        self.advice.chosen.connect(self._follow_advice)
        self.anyway.clicked.connect(self._go_anyway)
        self.without.edited.connect(self.aloud_edited)
        self.without.remembered.connect(self.remembered)
        self.printer.look_again.connect(self.printers_wanted)

    def _kept_edited(self) -> None:
        self._show()
        self.edited.emit()
