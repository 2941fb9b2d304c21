"""Her discreet card: a draft while it is typed, an entry when it is left, looked at before it goes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from filet.application.composing import card_of
from filet.application.planning import measures
from filet.application.services import Services
from filet.domain.casefile import CaseFile
from filet.domain.ids import CaseId
from filet.domain.kinds import CardWritten
from filet.domain.paper_words import PaperWords
from filet.gui.context import Context
from filet.gui.keeper import Place
from filet.gui.widgets.card_form import CardForm
from filet.gui.widgets.page import Page

PLACE = "scenario-card"


class CardPart(Page):
    """The form of the card, and what is kept of it."""

    edited = Signal()

    def __init__(
        self, context: Context, services: Services, case: CaseId, words: PaperWords
    ) -> None:
        super().__init__(context)
        self._services, self._case = services, case
        self._key = services.drafting.key(PLACE, case)
        self._saved = CardWritten()
        self._looked_at: CardWritten | None = None
        self.form = CardForm(context, words.beside)
        wait = context.theme.wait("autosave_debounce")
        self._quiet = QTimer(self, singleShot=True, interval=wait)
        self._quiet.timeout.connect(self.flush)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addWidget(self.form)
        self.form.edited.connect(self._edited)
        self.form.kept_words.toggled.connect(lambda _: self.edited.emit())
        self.ask(lambda: services.drafting.read(self._key), self._show_draft)

    def show_file(self, file: CaseFile) -> None:
        """Show the card of a dossier, unless she is writing another; offer her numbers."""
        card = card_of(file)
        if card != self._saved and self.card() == self._saved:
            self.form.show_card(card)
        self._saved = card
        phones = (item.phone for item in measures(file) if item.phone)
        self.form.show_contacts(list(dict.fromkeys(phones)))

    def card(self) -> CardWritten:
        """Return the card as it is written."""
        return self.form.card()

    def look_at(self, card: CardWritten, betrays: tuple[str, ...]) -> None:
        """Take what was found on a card; on one that has changed since, it says nothing."""
        self._looked_at = card
        if card == self.card():
            self.form.show_betraying(betrays)

    def is_sound(self) -> bool:
        """Tell whether this very card was looked at, and may go."""
        card = self.card()
        told = self.form.has_betraying() and not self.form.kept_words.isChecked()
        return card == self._looked_at and not told and card != CardWritten()

    def flush(self) -> None:
        """Keep what is written as a draft, now."""
        self._quiet.stop()
        if self.card() != self._saved:
            texts, drafting = self.form.texts(), self._services.drafting
            self.keep(
                lambda: drafting.keep(self._key, texts), lambda _: None, place=Place(self._key)
            )

    def settle(self) -> None:
        """Make an entry of the card if she changed anything on it."""
        self._quiet.stop()
        card = self.card()
        if card == self._saved:
            return
        printing = self._services.printing
        self.keep(
            lambda: printing.write_card(self._case, card, self._key),
            lambda _: self._keep_saved(card),
            place=Place(self._key, kept=False),
        )

    def _keep_saved(self, card: CardWritten) -> None:
        self._saved = card

    def _edited(self) -> None:
        self._quiet.start()
        self.edited.emit()

    def _show_draft(self, kept: Mapping[str, str]) -> None:
        """Bring back what was left unfinished."""
        if kept:
            self.form.show_texts(kept)
            self.edited.emit()
