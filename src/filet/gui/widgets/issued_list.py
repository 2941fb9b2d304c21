"""The papers that were made: where each went, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.casefile import CaseFile
from filet.domain.ids import PaperId
from filet.domain.journal import Entry
from filet.domain.kinds import DisclosureVoid, PaperIssued, PhraseRead, SheetFate, SheetTraced
from filet.gui.context import Context
from filet.gui.models.paper_names import FATES, PLACES, TEMPLATES
from filet.gui.sayings import day_text, moment_text
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import emptied, line
from filet.gui.widgets.two_papers import TwoPapers
from filet.i18n import N_, sentences

_ACTS: dict[SheetFate, str] = {
    SheetFate.BROUGHT_BACK: N_("Brought back"),
    SheetFate.DESTROYED: N_("Destroyed"),
    SheetFate.LOST: N_("Lost"),
    SheetFate.NOT_PRINTED: N_("It did not print"),
}


_OF_HER_PLAN = frozenset({"stays", "takes", "bag", "clinician"})
"""Papers on which items of her plan stand."""


class IssuedList(QWidget):
    """One line for each paper, the last first."""

    traced = Signal(object, object)
    """A PaperId, and what became of it."""
    voided = Signal(object)
    """A protected file whose phrase nobody read."""
    compared = Signal(object)
    """A paper beside which her plan of today is to be put."""
    compared_with = Signal(object, object)
    """A paper, and the one before it beside which its plan is to be put."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.heading = Heading(context.theme, context.t("Papers that were made"), kind="h3")
        self.two = TwoPapers(context)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._changes: dict[PaperId, Text] = {}
        self._before: dict[PaperId, PaperId] = {}
        """By paper, the last one before it on which items of her plan stood."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addLayout(self._rows)
        column.addWidget(self.two)

    def show_file(self, file: CaseFile) -> None:
        """Show the papers of a dossier."""
        emptied(self._rows)
        self._changes.clear()
        entries = file.live.of(PaperIssued)
        plans = [one for one in file.all(PaperIssued) if one.template in _OF_HER_PLAN]
        self._before = {after.paper: before.paper for before, after in pairwise(plans)}
        self.setVisible(bool(entries))
        self.two.show_papers(_of_her_plan(self._context, entries))
        fates = {one.paper: one for one in file.all(SheetTraced)}
        known = {one.paper for one in file.all(PhraseRead)}
        known |= {one.paper for one in file.all(DisclosureVoid)}
        for entry in reversed(entries):
            content = entry.content
            if isinstance(content, PaperIssued):
                unread = content.protected and content.paper not in known
                self._rows.addWidget(line())
                self._rows.addWidget(self._row(entry, content, fates, unread=unread))

    def _row(
        self,
        entry: Entry,
        paper: PaperIssued,
        fates: Mapping[PaperId, SheetTraced],
        *,
        unread: bool,
    ) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        fate = fates.get(paper.paper)
        text = Text(self._context.theme, _said(self._context, entry, paper, fate), kind="small")
        column.addWidget(text)
        if unread:
            column.addLayout(self._unread(paper, text.text()))
        if fate is None or fate.fate is SheetFate.LOST:
            column.addLayout(self._acts(paper, text.text(), fate))
        if paper.template in _OF_HER_PLAN:
            column.addLayout(self._comparing(paper, text.text()))
            self._changes[paper.paper] = Text(self._context.theme, kind="small", tone="muted")
            self._changes[paper.paper].hide()
            column.addWidget(self._changes[paper.paper])
        return row

    def show_changes(self, paper: PaperId, lines: Sequence[str]) -> None:
        """Show under a paper how her plan of today differs from the one it was made from."""
        if paper in self._changes:
            self._changes[paper].setText("\n".join(lines))
            self._changes[paper].show()

    def _comparing(self, paper: PaperIssued, said: str) -> Flow:
        t, before = self._context.t, self._before.get(paper.paper)
        flow = Flow(gap=2, line_gap=0)
        since = t("What has changed since")
        flow.add(self._link(since, said, lambda: self.compared.emit(paper.paper)))
        if before is not None:
            words = t("What differs from the paper before")
            flow.add(self._link(words, said, lambda: self.compared_with.emit(paper.paper, before)))
        return flow

    def _unread(self, paper: PaperIssued, said: str) -> Flow:
        t, theme = self._context.t, self._context.theme
        flow = Flow(gap=4, line_gap=2)
        words = t("Nobody read its phrase: it opens for nobody.")
        flow.add(Text(theme, words, kind="small", tone="note"), least=theme.px(160), stretch=1)
        flow.add(self._link(t("Note it as void"), said, lambda: self.voided.emit(paper.paper)))
        return flow

    def _acts(self, paper: PaperIssued, said: str, fate: SheetTraced | None) -> Flow:
        t = self._context.t
        flow = Flow(gap=2, line_gap=0)
        for act, words in _ACTS.items():
            if fate is not None and act in (SheetFate.LOST, SheetFate.NOT_PRINTED):
                continue
            if act is SheetFate.NOT_PRINTED and not paper.printed:
                continue
            flow.add(self._link(t(words), said, lambda act=act: self.traced.emit(paper.paper, act)))
        return flow

    def _link(self, words: str, said: str, act: object) -> Link:
        link = Link(self._context.theme, words)
        link.setAccessibleDescription(said)
        link.clicked.connect(lambda *_: act())  # type: ignore[operator] # a call without argument
        return link


def _of_her_plan(context: Context, entries: Sequence[Entry]) -> list[tuple[PaperId, str]]:
    """Return the papers on which items of her plan stand, each as a list names it."""
    papers = [(entry, entry.content) for entry in entries]
    return [
        (paper.paper, f"{_named(context, paper)}, {_made(context, entry)}")
        for entry, paper in papers
        if isinstance(paper, PaperIssued) and paper.template in _OF_HER_PLAN
    ]


def _named(context: Context, paper: PaperIssued) -> str:
    t = context.t
    name = t(TEMPLATES.get(paper.template, paper.template))
    return t("{paper} in large print", paper=name) if paper.large else name


def _made(context: Context, entry: Entry) -> str:
    at = entry.moment.at if entry.moment else 0
    made = datetime.fromtimestamp(at / 1000, UTC).astimezone(context.clock.wall().tzinfo)
    return moment_text(context, made)


def _said(context: Context, entry: Entry, paper: PaperIssued, fate: SheetTraced | None) -> str:
    t = context.t
    kind = t("protected PDF") if paper.protected else t("printed")
    where = t(PLACES[paper.destination])
    kept = f" ({paper.kept_at})" if paper.kept_at else ""
    parts = [f"{_named(context, paper)}, {kind}, {_made(context, entry)}", where + kept]
    if paper.destroy_on is not None and fate is None:
        parts.append(t("to be destroyed on {day}", day=day_text(context, paper.destroy_on)))
    if fate is not None:
        day = day_text(context, fate.on)
        parts.append(t("{fate} on {day}", fate=t(FATES[fate.fate]), day=day))
    return sentences(*parts)
