"""The dossiers to decide on, and what was destroyed: numbers and days, no name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.destroying import Certificate
from filet.application.retaining import Kept, Waiting
from filet.gui.context import Context
from filet.gui.models.destruction_paper import destroyed_on
from filet.gui.models.keeping_texts import closed_said, day, left_said, state_said, time_said
from filet.gui.widgets.buttons import Link, Secondary
from filet.gui.widgets.few_rows import FewRows
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import card, line, muted


class WaitingCard(QWidget):
    """Says which dossier somebody wants to decide on."""

    chosen = Signal(object)
    """A CaseId."""
    number_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self.links: dict[str, Link] = {}
        frame, column = card(context)
        self.title = Heading(theme, t("To decide"), kind="h3")
        head = Flow(gap=16, line_gap=2)
        head.add(self.title, least=theme.px(200), stretch=1)
        head.add(muted(context, t("numbers only")))
        column.addLayout(head)
        self.rows = FewRows(context, t("To decide"))
        self.note = muted(context, "")
        column.addWidget(self.rows)
        column.addWidget(self.note)
        column.addWidget(line())
        self.number = LabelledField(context, t("Another dossier, by its &number"))
        self.look = Secondary(theme, t("&Look at it"), icon="search")
        row = Flow(gap=8, line_gap=6)
        row.add(self.number, least=theme.px(260))
        row.add(self.look)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._wanted = ""
        self.rows.drawn.connect(self._focus_wanted)
        self.look.clicked.connect(lambda *_: self._ask())
        self.number.confirmed.connect(self._ask)

    def show_waiting(self, waiting: Waiting, *, manages: bool) -> None:
        """Show them, the longest closed first; whoever does not manage may look for one."""
        t = self._context.t
        count = len(waiting.listed) + waiting.more
        title = t("To decide · {count}", count=count) if count else t("To decide")
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self.links = {}
        self.rows.show_rows([partial(self._row, kept) for kept in waiting.listed])
        self.note.setText(self._note(waiting) if manages else "")
        self.note.setVisible(bool(self.note.text()))

    def want(self, number: str) -> None:
        """Put the keyboard on a dossier, once the list was drawn anew; or where one looks for it."""
        self._wanted = number
        self.number.setFocus()

    def _focus_wanted(self) -> None:
        link, self._wanted = self.links.get(self._wanted), ""
        if link is not None:
            link.setFocus()

    def _note(self, waiting: Waiting) -> str:
        """Return why nothing is listed, or how much comes later."""
        t, tn, more = self._context.t, self._context.tn, waiting.more
        if more:
            return tn(
                "{count} more comes once these are decided.",
                "{count} more come once these are decided.",
                more,
            )
        if waiting.listed:
            return ""
        if waiting.rule.decided:
            return t("No closed dossier has had its time.")
        return t("Once the house has decided how long, closed dossiers come here.")

    def _ask(self) -> None:
        typed = self.number.text().strip()
        if typed:
            self.number_asked.emit(typed)
        else:
            self.number.take_focus()

    def _row(self, kept: Kept) -> QWidget:
        context, theme = self._context, self._context.theme
        row = QWidget()
        flow = Flow(row, gap=12, line_gap=2)
        flow.add(_whole(Text(theme, kept.number, kind="strong")), least=theme.px(110))
        flow.add(_whole(Text(theme, closed_said(context, kept))), least=theme.px(170))
        flow.add(Text(theme, time_said(context, kept)), least=theme.px(190), stretch=1)
        left = left_said(context, kept)
        flow.add(_whole(Text(theme, left, tone="secondary")), least=theme.px(60))
        link = Link(theme, context.t("Decide"))
        link.setAccessibleName(f"{link.text()}, {kept.number}")
        link.clicked.connect(lambda *_: self.chosen.emit(kept.case))
        self.links[kept.number] = link
        flow.add(link)
        return row


class CertificatesCard(QWidget):
    """What was destroyed; hidden while nothing was."""

    chosen = Signal(object)
    """A Certificate."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.links: list[Link] = []
        title = context.t("Certificates of destruction")
        frame, column = card(context, title)
        self.rows = FewRows(context, title)
        column.addWidget(self.rows)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.hide()

    def show_certificates(self, certificates: Sequence[Certificate]) -> None:
        """Show them, the latest first."""
        self.links = []
        self.setVisible(bool(certificates))
        self.rows.show_rows([partial(self._row, one) for one in certificates])

    def _row(self, certificate: Certificate) -> QWidget:
        context, theme = self._context, self._context.theme
        row = QWidget()
        flow = Flow(row, gap=12, line_gap=2)
        flow.add(_whole(Text(theme, certificate.gone.number, kind="strong")), least=theme.px(110))
        when = day(context, destroyed_on(certificate))
        flow.add(_whole(Text(theme, when)), least=theme.px(140))
        tone = "secondary" if certificate.destroyed else "note"
        state = Text(theme, state_said(context, certificate), tone=tone)
        flow.add(state, least=theme.px(300), stretch=1)
        link = Link(theme, context.t("See"))
        link.setAccessibleName(f"{link.text()}, {certificate.gone.number}")
        link.clicked.connect(lambda *_: self.chosen.emit(certificate))
        self.links.append(link)
        flow.add(link)
        return row


def _whole(text: Text) -> Text:
    """Return a short text that stays on one line."""
    text.setWordWrap(False)
    return text
