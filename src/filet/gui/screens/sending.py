"""Choosing what leaves, seeing it as the recipient will, and making the file with its entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.printing import Picture, Sheet
from filet.application.referring import Consent, Parcel
from filet.application.services import Services
from filet.domain.blocks import Paper
from filet.domain.errors import ConsentMissing, FiletError
from filet.domain.ids import CaseId, ConsentId, PaperId
from filet.domain.journal import Entry
from filet.domain.kinds import DisclosureMade
from filet.domain.sharing import Offer
from filet.gui.context import Context
from filet.gui.models.sharing_said import standing_text, who
from filet.gui.press import Press
from filet.gui.widgets.buttons import Link, Primary, Secondary
from filet.gui.widgets.check_line import CheckLine
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.drafted import DraftedPage
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.offer_list import OfferList
from filet.gui.widgets.page import card, muted
from filet.gui.widgets.panes import Panes
from filet.gui.widgets.paper_preview import PaperPreview
from filet.gui.widgets.phrase_panel import PhrasePanel
from filet.i18n.errors import told

PLACE = "sending"
_QUIET = 300
"""Milliseconds without a change before the page is made again."""
_ASIDE = 380


@dataclass(frozen=True, slots=True)
class _Made:
    """A page that was made away from the window, and what it was made of."""

    parcel: Parcel
    paper: Paper
    sheet: Sheet
    picture: Picture
    page: int


class SendingScreen(DraftedPage):
    """Nothing leaves before somebody read the very page that leaves."""

    finished = Signal()

    def __init__(
        self, context: Context, services: Services, case: CaseId, consent: ConsentId, press: Press
    ) -> None:
        super().__init__(context, services, services.drafting.key(f"{PLACE} {consent}", case))
        self._case, self._consent, self._press = case, consent, press
        self._made: _Made | None = None
        self._busy = False
        t, theme = context.t, context.theme
        languages = [Option("fr", "Français", "Français"), Option("en", "English", "English")]
        self.languages = Segmented(theme, t("Language of the paper"), languages, context.language)
        self.as_text = Link(theme, t("Read as &text"), keys=("F6",))
        self.as_text.setCheckable(True)
        self.offer = OfferList(context)
        self.preview = PaperPreview(context)
        self.trouble = Notice(context)
        self.read = CheckLine(theme, t("I read the page over: it holds only what is needed."))
        self.go = Primary(theme, t("&Create the file and register it"), icon="file-lock")
        self.later = Secondary(theme, t("Finish &later"))
        self.phrase = PhrasePanel(context)
        self.to, self.standing = (
            Text(theme, kind="strong"),
            Text(theme, kind="small", tone="secondary"),
        )
        self._again = QTimer(self, singleShot=True, interval=_QUIET)
        self._lay_out(context)
        self._connect()
        self.begin({})
        self._load()

    def take_focus(self) -> None:
        """Go to the phrase that is to be read, or to the first box."""
        boxes = list(self.offer.boxes.values())
        if self.phrase.waits():
            self.phrase.done.setFocus()
        elif boxes:
            boxes[0].setFocus()
        else:
            self.later.setFocus()

    def where(self) -> str:
        """Return by which agreement something is being chosen: enough to come back to it."""
        return self._consent.hex

    def zones(self) -> tuple[QWidget, ...]:
        """Return the parts between which F6 goes."""
        return self._panes.zones()

    def leave(self) -> None:
        """Leave; what was chosen stays as a draft."""
        self.flush()
        self.finished.emit()

    def parcel(self) -> Parcel:
        """Return what would be handed over now."""
        texts = {name: text.strip() for name, text in self.texts().items()}
        return Parcel(
            self._consent, self.offer.chosen(), str(self.languages.value()),
            texts["sender"], texts["necessary"], texts["channel"], texts["consulted"],
        )  # fmt: skip

    def show_changed(self) -> None:
        """Make the page again, once it is quiet; what was read over is to be read again."""
        self.read.setChecked(False)
        self._again.start()
        self._arrange()

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong; nothing of a file remains, and what was chosen does."""
        self._busy = False
        super().show_error(error)
        self._arrange()

    # What is shown ------------------------------------------------------------------------

    def _load(self) -> None:
        referring, case, wanted = self._services.referring, self._case, self._consent
        language = str(self.languages.value())

        def read() -> tuple[Consent, Offer]:
            found = [one for one in referring.consents(case) if one.answered.consent == wanted]
            if not found:
                raise ConsentMissing
            return found[0], referring.offer(case, wanted, language)

        self.ask(read, self._show_loaded)

    def _show_loaded(self, loaded: tuple[Consent, Offer]) -> None:
        consent, offer = loaded
        self.to.setText(f"{who(consent.answered.recipient)} · {consent.answered.purpose}")
        self.standing.setText(standing_text(self.context, consent))
        self.offer.show_offer(offer)

    def _refresh(self, page: int | None = None) -> None:
        """Make the very bytes again, away from the window; the old page stays until then."""
        parcel, referring = self.parcel(), self._services.referring
        wanted, scale = self.preview.page if page is None else page, self.preview.view.scale()
        self.preview.show_busy(busy=True)

        def make() -> _Made:
            paper, sheet = referring.preview(self._case, parcel)
            shown = min(wanted, sheet.pages - 1)
            return _Made(parcel, paper, sheet, self._press.picture(sheet.data, shown, scale), shown)

        submit = self.context.runner.submit
        submit(self.preview, make, done=self._show_made, failed=self._show_trouble, latest=True)

    def _show_made(self, made: _Made) -> None:
        self._made = made
        self.preview.show_busy(busy=False)
        self.trouble.clear()
        self.preview.show_sheet(made.paper, made.sheet, made.picture, made.page)
        self._arrange()

    def _show_trouble(self, error: BaseException) -> None:
        self._made = None
        self.preview.show_busy(busy=False)
        code, fields = (error.code, error.fields) if isinstance(error, FiletError) else ("", {})
        words = told(self.context.words, code, fields)
        self.trouble.show_message(Message(Tone.NOTE, words.happened, words.remedy))
        self._arrange()

    def _arrange(self) -> None:
        """Let the file be made only of the page that is shown, once it was read over."""
        shown = self._made is not None and self._made.parcel == self.parcel()
        sound = shown and bool(self.offer.chosen()) and not self._busy
        self.read.setEnabled(sound)
        self.go.setEnabled(sound and self.read.isChecked())

    # The file -----------------------------------------------------------------------------

    def _send(self) -> None:
        name = self.context.t("communication")
        path = self._press.ask_path(self, self.context.t("Protected PDF"), f"{name}.pdf")
        if path is None:
            return
        parcel, referring, key = self.parcel(), self._services.referring, self.written()
        self._busy = True
        self._arrange()
        self.ask(lambda: referring.send(self._case, parcel, path, key), self._was_sent)

    def _was_sent(self, sent: tuple[Entry, str]) -> None:
        entry, phrase = sent
        made = entry.content
        if not isinstance(made, DisclosureMade):
            return
        self.notice.clear()
        self._show_only_phrase()
        title = self.context.t("In the register under number {number}.", number=made.number)
        self.notice.show_message(Message(Tone.OK, title))
        self.phrase.show_phrase(phrase, made.paper)

    def _show_only_phrase(self) -> None:
        """Leave nothing on the page but the phrase, and the number in the register."""
        self._form.hide()
        self._panes.put_aside_away()

    def _phrase_read(self, paper: PaperId) -> None:
        referring = self._services.referring
        self.keep(lambda: referring.phrase_read(self._case, paper), lambda _: self.finished.emit())

    # What it is made of -------------------------------------------------------------------

    def _lay_out(self, context: Context) -> None:
        t, theme = context.t, context.theme
        self._form, inside = card(context, t("What may leave"))
        inside.addWidget(
            muted(context, t("Choose one by one, with her, what the recipient needs."))
        )
        inside.addWidget(self.offer)
        how = self._how()
        for name in ("necessary", "sender", "channel", "consulted"):
            inside.addWidget(how[name])
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(Heading(theme, t("Choose what leaves")))
        for part in (self.to, self.standing, self.notice, self.phrase, self._form):
            column.addWidget(part)
        self._side = self._aside()
        self._panes = Panes(context, main, self._side, self._footed(), width=_ASIDE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._panes)
        self.tend({"offer": self.offer, **how})

    def _how(self) -> dict[str, Any]:
        context, t = self.context, self.context.t
        hint = t(
            "The recipient reads it: the name and the official number of the house, no person."
        )
        return {
            "necessary": LabelledField(context, t("Why this is &necessary (optional)")),
            "sender": LabelledField(context, t("From &whom (optional)"), hint=hint),
            "channel": LabelledField(context, t("&How it is handed over: key, by hand…")),
            "consulted": LabelledField(context, t("Who was c&onsulted (optional)")),
        }

    def _aside(self) -> QWidget:
        theme, t = self.context.theme, self.context.t
        aside = QWidget()
        column = QVBoxLayout(aside)
        column.setContentsMargins(16, 16, 16, 8)
        column.setSpacing(8)
        column.addWidget(Heading(theme, t("What the recipient will read"), kind="h3"))
        row = Flow(gap=8, line_gap=4)
        row.add(self.languages)
        row.add(self.as_text)
        column.addLayout(row)
        for part in (self.trouble, self.preview):
            column.addWidget(part)
        self.preview.view.setChecked(True)
        self.preview.view.setAccessibleName(t("What the recipient will read"))
        return aside

    def _footed(self) -> QWidget:
        t = self.context.t
        self._foot = QWidget()
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.read)
        column.addWidget(
            muted(
                self.context,
                t(
                    "The file opens with a phrase of six words, shown once. What was chosen, to"
                    " whom and why stays in the register."
                ),
            )
        )
        column.addWidget(self.go)
        column.addWidget(self.later)
        return self._foot

    def _connect(self) -> None:
        self.languages.chosen.connect(lambda _: self._load())
        self.as_text.toggled.connect(self._show_text)
        self.preview.page_asked.connect(self._refresh)
        self._again.timeout.connect(self._refresh)
        self.read.toggled.connect(lambda _: self._arrange())
        self.go.clicked.connect(self._send)
        self.later.clicked.connect(self.leave)
        self.phrase.read.connect(self._phrase_read)
        self.tie_keys({"Ctrl+Return": self.go.setFocus})

    def _show_text(self, shown: bool) -> None:
        self.preview.show_text(shown=shown)
        if shown:
            self.preview.twin.setFocus()
