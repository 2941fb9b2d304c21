"""The register of the house: all that was communicated, filtered, with every field of the law."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from filet.application.outcome import Topic
from filet.application.register import Communication, Way, matching
from filet.application.services import Services
from filet.domain.ids import PaperId
from filet.domain.kinds import DisclosureFollowed, DisclosureMade
from filet.gui.context import Context
from filet.gui.models.sharing_said import WAYS, said
from filet.gui.widgets.chip_set import ChipSet
from filet.gui.widgets.choice import Option
from filet.gui.widgets.communication_row import CommunicationRow
from filet.gui.widgets.few_rows import FewRows
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.form_panel import FormPanel
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import Page, card, muted, spread
from filet.gui.widgets.paragraph import Paragraph


class RegisterScreen(Page):
    """The latest first. A dossier that is closed to her is not in it."""

    read_all = Signal()
    """Everything is shown, papers included."""

    def __init__(self, context: Context, services: Services) -> None:
        super().__init__(context)
        self._services = services
        self._lines: Sequence[Communication] = ()
        self._followed: PaperId | None = None
        t = context.t
        ways = [Option(way, t(words)) for way, words in WAYS.items()]
        self.ways = ChipSet(context, t("What is shown"), ways)
        self.search = LabelledField(context, t("&Search: recipient, reason, number"))
        self.found = Text(context.theme, kind="small", tone="secondary")
        self.follow = FormPanel(
            context, t("What came back"), self._follow_fields, button=t("&Keep what came back")
        )
        self.rows = FewRows(context, t("Register"))
        self._quiet = QTimer(
            self, singleShot=True, interval=context.theme.wait("autosave_debounce")
        )
        self._lay_out(context)
        self._quiet.timeout.connect(self._draw)
        self.search.edited.connect(lambda _: self._quiet.start())
        self.ways.edited.connect(self._draw)
        self.follow.sent.connect(self._keep_follow)
        self.tie_keys({"Ctrl+F": self.search.take_focus})
        self.load()

    def load(self) -> None:
        """Read what left and what was told; then the papers, which takes longer."""
        register = self._services.register
        self.ask(register.communications, self._show, latest=True)
        self.ask(lambda: register.communications(papers=True), self._show_all)

    def topics_changed(self, topics: frozenset[Topic]) -> None:
        """Read again what is shown here."""
        if topics & {Topic.REGISTER, Topic.HOUSE, Topic.CASE}:
            self.load()

    def take_focus(self) -> None:
        """Put the caret where one searches."""
        self.search.take_focus()

    def _show(self, lines: Sequence[Communication]) -> None:
        """Draw again only what has changed: a line that she unfolded stays so."""
        if lines != self._lines or not lines:
            self._lines = lines
            self._draw()

    def _show_all(self, lines: Sequence[Communication]) -> None:
        self._show(lines)
        self.read_all.emit()

    def _draw(self) -> None:
        ways = frozenset(map(Way, self.ways.text().split()))
        found = matching(self._lines, ways, self.search.text())
        self.found.setText(
            self.context.t("{found} of {all}", found=len(found), all=len(self._lines))
            if self._lines
            else self.context.t("Nothing was communicated yet.")
        )
        self.rows.show_rows([partial(self._row, one) for one in found])

    def _row(self, one: Communication) -> QWidget:
        made = one.entry.content
        sent = isinstance(made, DisclosureMade)
        row = CommunicationRow(self.context, said(self.context, one), follows=sent)
        if isinstance(made, DisclosureMade):
            row.follow_wanted.connect(lambda: self._begin_follow(made.paper, row.follow))
        return row

    def _begin_follow(self, paper: PaperId, opener: QWidget) -> None:
        self._followed = paper
        self.follow.begin({}, opener)

    def _keep_follow(self, texts: dict[str, str]) -> None:
        paper, register = self._followed, self._services.register
        if paper is not None:
            came = DisclosureFollowed(paper, self.context.clock.today(), texts["result"])
            self.keep(lambda: register.follow(came), lambda _: self._follow_kept())

    def _follow_kept(self) -> None:
        self._followed = None
        self.follow.hide()
        self.load()
        self.take_focus()

    def _follow_fields(self) -> dict[str, QWidget]:
        label = self.context.t("&Result: received, called back, what was decided")
        return {"result": Paragraph(self.context, label, lines=2)}

    def _lay_out(self, context: Context) -> None:
        t, theme = context.t, context.theme
        title = Heading(theme, t("Register"))
        lead = t("All that was communicated outside of the house. Nothing is ever taken out of it.")
        frame, inside = card(context)
        tools = Flow(gap=16, line_gap=8)
        tools.add(self.search, least=theme.px(280), stretch=1)
        inside.addLayout(tools)
        inside.addWidget(self.ways)
        inside.addWidget(muted(context, t("No chip pressed: everything is shown.")))
        for part in (self.found, self.follow, self.rows):
            inside.addWidget(part)
        spread(self, (title, Text(theme, lead, tone="secondary"), self.notice, frame))
