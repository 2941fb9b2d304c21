"""The way out of a plan: where a sheet goes, the printer or the file, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from filet.application.composing import Issue
from filet.application.services import Services
from filet.domain.casefile import CaseFile
from filet.domain.ids import CaseId, PaperId
from filet.domain.kinds import PaperIssued, SheetFate
from filet.domain.paper_words import PaperWords
from filet.gui.context import Context
from filet.gui.keeper import Place
from filet.gui.models.since_lines import change_lines, compared_lines
from filet.gui.press import Press
from filet.gui.sayings import now_hour
from filet.gui.widgets.issued_list import IssuedList
from filet.gui.widgets.notice import Message, Tone
from filet.gui.widgets.page import Page
from filet.gui.widgets.paper_steps import PaperSteps
from filet.gui.widgets.phrase_panel import PhrasePanel

PLACE = "scenario-aloud"


class PaperOut(Page):
    """Nothing leaves before somebody says where it goes; what left is in a list."""

    settled = Signal()
    """Whatever is being written must be an entry now."""
    changed = Signal()
    """Something was made, or failed: read the dossier again."""
    edited = Signal()
    """Something that stands on the sheet was answered."""
    template_wanted = Signal(str)

    def __init__(
        self,
        context: Context,
        services: Services,
        case: CaseId,
        press: Press,
        words: Mapping[str, PaperWords],
    ) -> None:
        super().__init__(context)
        self._services, self._case, self._press, self._words = services, case, press, words
        self._shown = Issue("stays", context.language, None)
        self._last: PaperId | None = None
        self.steps = PaperSteps(context, {name: one.beside for name, one in words.items()})
        self.phrase = PhrasePanel(context)
        self.issued = IssuedList(context)
        wait = context.theme.wait("autosave_debounce")
        self._quiet = QTimer(self, singleShot=True, interval=wait)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(8))
        for part in (self.notice, self.phrase, self.steps, self.issued):
            column.addWidget(part)
        self._connect()
        self._read_draft()

    def show_file(self, file: CaseFile) -> None:
        """Show what was made, and what was remembered."""
        self.issued.show_file(file)
        self.steps.show_file(file)

    def show_paper(self, shown: Issue, *, sound: bool) -> None:
        """Follow the paper that is shown; ``sound`` when nothing on it keeps it from going."""
        self._shown = shown
        self.steps.show_template(shown.template, sound=sound)

    def issue(self) -> Issue:
        """Return what would be printed now."""
        steps = self.steps
        return replace(
            self._shown,
            destination=steps.where.answer(),
            kept_at=steps.kept_at(),
            destroy_on=steps.destroy_on(),
        )

    def flush(self) -> None:
        """Keep what is written of what is remembered, now."""
        self._quiet.stop()
        texts, drafting = self.steps.without.texts(), self._services.drafting
        if any(text.strip() for text in texts.values()):
            key = drafting.key(PLACE, self._case)
            self.keep(lambda: drafting.keep(key, texts), lambda _: None, place=Place(key))

    def take_focus(self) -> None:
        """Go to what comes next before a print; it is never pressed for her."""
        self.steps.take_focus()

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong; a paper that did not print is in the list."""
        super().show_error(error)
        self.steps.show_busy(busy=False)
        self.changed.emit()

    def _print(self, device: str) -> None:
        if not self._begin():
            return
        issue, press, printing = self.issue(), self._press, self._services.printing
        self.ask(
            lambda: printing.issue(self._case, issue, lambda sheet: press.print(sheet, device)),
            lambda made: self._printed(device, made[0]),
        )

    def _begin(self) -> bool:
        """Make entries of what is written; while the disk refuses them, nothing is made.

        Neither is tried again later by itself: a sheet would come out when nobody waits.
        """
        self.settled.emit()
        held = self.context.keeper.error
        if held is not None:
            self.show_error(held)
            return False
        self.steps.show_busy(busy=True)
        return True

    def _printed(self, device: str, file: CaseFile) -> None:
        t, made = self.context.t, file.last(PaperIssued)
        self._last = made.paper if made else None
        self._ended()
        title, text = t("Sent to printer {name}.", name=device), t("Go and get the sheet now.")
        self.notice.show_message(Message(Tone.OK, title, text, (t("It did not print"),)))

    def _save(self) -> None:
        name = self._words[self._shown.template].beside.get("screen.file_name", "")
        path = self._press.ask_path(self, self.context.t("Protected PDF"), f"{name}.pdf")
        if path is None:
            return
        if not self._begin():
            return
        issue, printing = self.issue(), self._services.printing
        self.ask(lambda: printing.save(self._case, issue, path), self._saved)

    def _saved(self, saved: tuple[CaseFile, str]) -> None:
        file, phrase = saved
        made = file.last(PaperIssued)
        self.notice.clear()
        self._ended()
        if made is not None:
            self.phrase.show_phrase(phrase, made.paper)

    def _ended(self) -> None:
        """Ask again where the next sheet will go."""
        hour = now_hour(self.context)
        self.saved.emit(self.context.t("Saved at {hour}", hour=hour))
        self.steps.show_busy(busy=False)
        self.steps.ask_again()
        self.changed.emit()

    def _trace(self, paper: PaperId, fate: SheetFate) -> None:
        printing = self._services.printing
        self.keep(lambda: printing.trace(self._case, paper, fate), self._tell_changed)

    def _phrase_read(self, paper: PaperId) -> None:
        printing = self._services.printing
        self.keep(lambda: printing.phrase_read(self._case, paper), self._tell_changed)

    def _void(self, paper: PaperId) -> None:
        printing = self._services.printing
        self.keep(lambda: printing.void(self._case, paper), self._tell_changed)

    def _compare(self, paper: PaperId) -> None:
        """Put her plan of today beside the one that a paper was made from."""
        versions, context = self._services.versions, self.context
        self.ask(
            lambda: change_lines(context, versions.compare(self._case, paper)),
            lambda lines: self.issued.show_changes(paper, lines),
        )

    def _compare_two(self, paper: PaperId, before: PaperId) -> None:
        """Put the plan of a paper beside that of the one before it."""
        versions, context = self._services.versions, self.context
        self.ask(
            lambda: change_lines(context, versions.compare(self._case, before, paper), then=True),
            lambda lines: self.issued.show_changes(paper, lines),
        )

    def _compare_any(self, before: PaperId, after: PaperId | None) -> None:
        """Put any two plans that became paper beside each other, or one and hers of today."""
        versions, context = self._services.versions, self.context
        self.ask(
            lambda: compared_lines(context, versions.compare(self._case, before, after)),
            self.issued.two.show_lines,
        )

    def _tell_changed(self, _: object) -> None:
        self.changed.emit()

    def _did_not_print(self, _: int) -> None:
        self.notice.clear()
        if self._last is not None:
            self._trace(self._last, SheetFate.NOT_PRINTED)

    def _remember(self) -> None:
        printing, drafting = self._services.printing, self._services.drafting
        gestures, numbers = self.steps.without.said()
        key = drafting.key(PLACE, self._case)
        self._quiet.stop()
        self.keep(
            lambda: printing.remember(self._case, gestures, numbers, key),
            lambda _: self._remembered(),
            place=Place(key, kept=False),
        )

    def _remembered(self) -> None:
        t = self.context.t
        self.steps.without.show_texts({})
        self._ended()
        text = t("Nothing was printed and no file was made.")
        self.notice.show_message(Message(Tone.OK, t("It is remembered."), text))

    def _look_for_printers(self) -> None:
        self.ask(self._press.devices, self.steps.printer.show_devices)

    def _read_draft(self) -> None:
        """Bring back what was left unfinished of what is remembered."""
        drafting = self._services.drafting
        key = drafting.key(PLACE, self._case)

        def show(kept: Mapping[str, str]) -> None:
            if kept:
                self.steps.without.show_texts(kept)

        self.ask(lambda: drafting.read(key), show)

    def _connect(self) -> None:
        steps = self.steps
        self.notice.chosen.connect(self._did_not_print)
        self.phrase.read.connect(self._phrase_read)
        self.issued.traced.connect(self._trace)
        self.issued.voided.connect(self._void)
        self.issued.compared.connect(self._compare)
        self.issued.compared_with.connect(self._compare_two)
        self.issued.two.wanted.connect(self._compare_any)
        self._quiet.timeout.connect(self.flush)
        steps.edited.connect(self.edited)
        steps.aloud_edited.connect(self._quiet.start)
        steps.template_wanted.connect(self.template_wanted)
        steps.remembered.connect(self._remember)
        steps.printers_wanted.connect(self._look_for_printers)
        steps.printer.print_asked.connect(self._print)
        steps.printer.file_asked.connect(self._save)
