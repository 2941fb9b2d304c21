"""The right of a plan: the page of the very bytes, as it is typed, and the card she fills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.composing import Issue
from filet.application.planning import Board
from filet.application.printing import Picture, Sheet
from filet.application.services import Services
from filet.domain.blocks import Paper
from filet.domain.errors import FiletError
from filet.domain.ids import CaseId
from filet.domain.kinds import (
    CardWritten,
    Content,
    MeasureWritten,
)
from filet.domain.paper_words import PaperWords
from filet.gui.context import Context
from filet.gui.press import Press
from filet.gui.screens.scenario_card import CardPart
from filet.gui.screens.scenario_out import PaperOut
from filet.gui.turns import Act
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.page import Page, scrolling
from filet.gui.widgets.paper_choice import PaperChoice
from filet.gui.widgets.paper_preview import PaperPreview
from filet.gui.widgets.tall import Tall
from filet.i18n.errors import told

_QUIET = 300
"""Milliseconds without a letter before the page is made again."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A page that was made away from the window, and the words of a card that betray."""

    paper: Paper
    sheet: Sheet
    picture: Picture
    page: int
    card: CardWritten | None = None
    betrays: tuple[str, ...] = ()


class PaperPart(Page):
    """One paper at a time. Nothing leaves before somebody says where it goes."""

    settled = Signal()
    """Whatever is being written must be an entry now."""
    changed = Signal()
    """Something was made, or failed: read the dossier again."""

    def __init__(self, context: Context, services: Services, case: CaseId, press: Press) -> None:
        super().__init__(context)
        self._services, self._case, self._press = services, case, press
        self._typed: tuple[Content, ...] = ()
        self._words: Mapping[str, PaperWords] = {}
        self._board: Board | None = None
        t, theme = context.t, context.theme
        self.choice = PaperChoice(context)
        languages = [Option("fr", "Français", "Français"), Option("en", "English", "English")]
        self.languages = Segmented(theme, t("Language of the paper"), languages, context.language)
        self.as_text = Link(theme, t("Read as &text"), keys=("F6",))
        self.as_text.setCheckable(True)
        self.preview = PaperPreview(context)
        self.beside = Text(theme, kind="small", tone="muted")
        self.trouble = Notice(context)
        self.card: CardPart | None = None
        self.out: PaperOut | None = None
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._lay_out(context)
        self._connect()

    @property
    def template(self) -> str:
        """Which paper is shown."""
        return self.choice.value()

    @property
    def language(self) -> str:
        """In which language the paper is."""
        return str(self.languages.value())

    # What is shown -----------------------------------------------------------------------

    def acts(self, board: Board, words: Mapping[str, PaperWords]) -> Iterator[Act]:
        """Return what shows the papers of a plan as it stands."""
        out = self.out or PaperOut(self.context, self._services, self._case, self._press, words)
        if self.out is None:
            yield lambda: self._furnish(out)
        yield lambda: out.show_file(board.file)
        yield lambda: self._show_board(board, words)

    def _show_board(self, board: Board, words: Mapping[str, PaperWords]) -> None:
        self._words = words
        self._board = board
        self._show_card()
        self._show_beside()
        self._quiet.stop()
        self.refresh()

    def show_typed(self, measure: MeasureWritten | None) -> None:
        """Show the paper with what is being written, once it is quiet."""
        self._typed = (measure,) if measure is not None else ()
        self._quiet.start()

    def refresh(self, page: int | None = None) -> None:
        """Make the page again, away from the window; the old one stays until then."""
        issue, typed = self._issue(), self._everything_typed()
        wanted, scale = self.preview.page if page is None else page, self.preview.view.scale()
        self.preview.show_busy(busy=True)

        def make() -> _Made:
            printing = self._services.printing
            paper, sheet = printing.preview(self._case, issue, *typed)
            shown = min(wanted, sheet.pages - 1)
            picture = self._press.picture(sheet.data, shown, scale)
            card = next((one for one in typed if isinstance(one, CardWritten)), None)
            betrays = printing.betrays(self._case, card) if card is not None else ()
            return _Made(paper, sheet, picture, shown, card, betrays)

        submit = self.context.runner.submit
        submit(self.preview, make, done=self._show, failed=self._show_trouble, latest=True)

    def where(self) -> tuple[str, str, int, bool]:
        """Return which page of which paper is shown, and whether it is in large print."""
        return self.template, self.language, self.preview.page, self.choice.large.isChecked()

    def show_where(self, where: tuple[str, str, int, bool]) -> None:
        """Show a page of a paper again."""
        template, language, self.preview.page, large = where
        self.choice.show_value(template)
        self.choice.show_large(large=large)
        self.languages.show_value(language)
        self._show_template()

    def show_text(self, *, shown: bool) -> None:
        """Show the paper as text, and put the keyboard on it."""
        self.as_text.setChecked(shown)
        self.preview.show_text(shown=shown)
        if shown:
            self.preview.twin.setFocus()

    def take_focus(self) -> None:
        """Go to what comes next before a print; it is never pressed for her."""
        if self.out is not None:
            self.out.take_focus()

    def flush(self) -> None:
        """Keep what is written of the card and of what is remembered, now."""
        for part in (self.card, self.out):
            if part is not None:
                part.flush()

    def settle(self) -> None:
        """Make an entry of the card if she changed anything on it."""
        if self.card is not None:
            self.card.settle()

    def _show(self, made: _Made) -> None:
        self.preview.show_busy(busy=False)
        self.trouble.clear()
        self.preview.show_sheet(made.paper, made.sheet, made.picture, made.page)
        if self.card is not None and made.card is not None:
            self.card.look_at(made.card, made.betrays)
        self._tell_out(made=True)

    def _show_trouble(self, error: BaseException) -> None:
        """Say why no newer page could be made: which line is too long, which part is missing."""
        self.preview.show_busy(busy=False)
        code, fields = (error.code, error.fields) if isinstance(error, FiletError) else ("", {})
        said = told(self.context.words, code, fields)
        self.trouble.show_message(Message(Tone.NOTE, said.happened, said.remedy))
        self._tell_out(made=False)

    def _show_template(self) -> None:
        self._show_card()
        self._show_beside()
        self.preview.page = 0
        self.preview.show_card(shown=self.template == "card")
        self._tell_out(made=False)
        self.refresh()

    def _show_beside(self) -> None:
        """Say what must be known of this paper before it is handed over."""
        words = self._words.get(self.template)
        said = words.beside.get("screen.read_together", "") if words else ""
        self.beside.setText(said)
        self.beside.setVisible(bool(said))

    def _show_card(self) -> None:
        """Show the form of the card beside the card; it is made when it is first wanted."""
        if self.template == "card" and self.card is None and self._words:
            self.card = CardPart(self.context, self._services, self._case, self._words["card"])
            self._column.insertWidget(self._column.indexOf(self.notice), self.card)
            self.card.edited.connect(self._card_edited)
            self.card.saved.connect(self.saved)
            self.card.failed.connect(self.failed)
        if self.card is not None:
            self.card.setVisible(self.template == "card")
            if self._board is not None:
                self.card.show_file(self._board.file)

    # What it is made of ------------------------------------------------------------------

    def _issue(self) -> Issue:
        large = self.choice.is_large()
        if self.out is None:
            return Issue(self.template, self.language, None, large=large)
        return replace(
            self.out.issue(), template=self.template, language=self.language, large=large
        )

    def _everything_typed(self) -> tuple[Content, ...]:
        if self.template == "card" and self.card is not None:
            return (*self._typed, self.card.card())
        return self._typed

    def _card_edited(self) -> None:
        self._quiet.start()
        self._tell_out(made=self.card is not None and self.card.is_sound())

    def _tell_out(self, *, made: bool) -> None:
        """Say whether the paper that is shown may go; the words of a card are looked at first."""
        if self.out is None:
            return
        sound = made
        if self.template == "card":
            sound = made and self.card is not None and self.card.is_sound()
        self.out.show_paper(self._issue(), sound=sound)

    def _furnish(self, out: PaperOut) -> None:
        """Take in the part whose words come with the papers."""
        self._column.insertWidget(self._column.indexOf(self.notice) + 1, out)
        out.settled.connect(self.settled)
        out.settled.connect(self.settle)
        out.changed.connect(self.changed)
        out.saved.connect(self.saved)
        out.failed.connect(self.failed)
        out.edited.connect(self._quiet.start)
        out.template_wanted.connect(self._take_template)
        out.steps.stepped.connect(self._bring_in_sight)
        self.out = out

    def _bring_in_sight(self, part: QWidget) -> None:
        """Scroll to what is asked now, once it has its place."""
        QTimer.singleShot(0, part, lambda: self._area.ensureWidgetVisible(part, 0, 12))

    def _take_template(self, template: str) -> None:
        self.settle()
        self.choice.show_value(template)
        self._show_template()

    def _show_large(self) -> None:
        """Begin again at the first page: there are more of them, or fewer."""
        self.preview.page = 0
        self._tell_out(made=False)
        self.refresh()

    def _connect(self) -> None:
        self.choice.chosen.connect(self._take_template)
        self.choice.large_asked.connect(lambda _: self._show_large())
        self.languages.chosen.connect(lambda _: self.refresh())
        self.as_text.toggled.connect(lambda on: self.show_text(shown=on))
        self.preview.page_asked.connect(self.refresh)
        self._quiet.timeout.connect(self.refresh)

    def _lay_out(self, context: Context) -> None:
        px = context.theme.px
        inner = Tall()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(px(14), px(12), px(14), px(12))
        self._column.setSpacing(px(8))
        languages = Flow(gap=8, line_gap=4)
        languages.add(self.languages)
        languages.add(self.choice.large)
        self.preview.add_beside(self.as_text)
        self._column.addWidget(self.choice)
        self._column.addLayout(languages)
        for widget in (self.preview, self.beside, self.trouble, self.notice):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(inner, "rail")
        outer.addWidget(self._area)
