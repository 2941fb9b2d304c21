"""Which paper a dossier makes today, for each template."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from filet.application.appraisal_filing import AppraisalFiling, Known
from filet.application.desk import Desk
from filet.application.filing import Filing, Names
from filet.application.planning import measures, plan_items, situations
from filet.domain import appraisal_copy, file_copy, handouts, papers
from filet.domain.blocks import Layout, Paper
from filet.domain.casefile import CaseFile
from filet.domain.grammar import spoken
from filet.domain.ids import CaseId, MeasureId
from filet.domain.kinds import CardWritten, Content, Destination, MeasureWritten
from filet.domain.paper_words import PaperWords
from filet.domain.papers import PlanItem
from filet.domain.plan import rank_between
from filet.domain.speaking import forms_of

NO_LARGE_PRINT = frozenset({"card", "children"})
"""A card has no room for it; a child's sheet is always so."""


class PaperTexts(Names, Known, Protocol):
    """Where the words that stand on papers come from."""

    def betraying(self) -> tuple[str, ...]:
        """Return the words that can give her away on a card, in every language."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What is asked of a print: which paper, in which language, and where it will go."""

    template: str
    language: str
    destination: Destination | None
    kept_at: str = ""
    destroy_on: date | None = None
    large: bool = False
    """In large print, where the paper has room for it."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a paper is made from."""

    file: CaseFile
    issue: Issue
    words: PaperWords
    items: tuple[PlanItem, ...]
    card: CardWritten
    today: date
    exercise: bool


class Composing:
    """Makes papers out of a plan; nothing is recorded and nothing is drawn."""

    def __init__(self, desk: Desk, words: PaperTexts, known: Known | None = None) -> None:
        self._desk = desk
        self._words = words
        self._known = known if known is not None else words
        self._ways: Mapping[str, Callable[[_Asked], Paper]] = {
            "stays": _stays,
            "takes": _takes,
            "card": _card,
            "bag": _bag,
            "children": _children,
            "blank": self._blank,
            "clinician": self._clinician,
            "appraisal": self._appraisal,
        }

    def compose(self, case: CaseId, issue: Issue, *typed: Content) -> Paper:
        """Return the paper that a plan makes today; what is being typed counts as written."""
        file = self._desk.read(case)
        hers = next((one for one in typed if isinstance(one, CardWritten)), card_of(file))
        asked = _Asked(
            file,
            issue,
            spoken(self._words.paper_words(issue.template, issue.language), forms_of(file)),
            plan_items(_with_typed(measures(file), typed)),
            hers,
            self._desk.clock.today(),
            self._desk.vault.training,
        )
        paper = self._ways[issue.template](asked)
        large = issue.large and issue.template not in NO_LARGE_PRINT
        return replace(paper, layout=Layout.LARGE) if large else paper

    def standing(self, case: CaseId, issue: Issue) -> tuple[MeasureId, ...]:
        """Return the items of a plan that stand on a paper, and no other."""
        if issue.template in papers.NOT_OF_A_PLAN:
            return ()
        words = self._words.paper_words(issue.template, issue.language)
        written = measures(self._desk.read(case))
        items = zip(written, plan_items(written), strict=True)
        stands = handouts.stands_among if issue.template == "bag" else papers.stands_on
        return tuple(one.measure for one, item in items if stands(item, words))

    def _blank(self, asked: _Asked) -> Paper:
        issue = asked.issue
        stays = self._words.paper_words("stays", issue.language)
        return handouts.blank(
            asked.words,
            [part.title for part in stays.parts],
            issue.destroy_on,
            kept_at=issue.kept_at,
            exercise=asked.exercise,
        )

    def _clinician(self, asked: _Asked) -> Paper:
        issue = asked.issue
        filing = Filing(self._words, issue.language, forms_of(asked.file))
        return file_copy.clinician(
            filing.filed(asked.file, self._desk.vault.journal.heads()),
            asked.words,
            asked.today,
            issue.destroy_on,
            kept_at=issue.kept_at,
            exercise=asked.exercise,
        )

    def _appraisal(self, asked: _Asked) -> Paper:
        issue, desk = asked.issue, self._desk
        initials = {one.id: one.initials for one in desk.roster.workers.values()}
        filing = AppraisalFiling(self._known, asked.words, initials, issue.language)
        return appraisal_copy.appraisal(
            filing.appraised(asked.file, desk.vault.journal.heads()),
            asked.words,
            asked.today,
            issue.destroy_on,
            kept_at=issue.kept_at,
            exercise=asked.exercise,
        )


def card_of(file: CaseFile) -> CardWritten:
    """Return what stands on her card: nothing, until she puts something there."""
    return file.last(CardWritten) or CardWritten()


def _stays(asked: _Asked) -> Paper:
    issue = asked.issue
    return papers.stays(
        asked.items,
        asked.words,
        asked.today,
        issue.destroy_on,
        kept_at=issue.kept_at,
        exercise=asked.exercise,
    )


def _takes(asked: _Asked) -> Paper:
    return papers.takes(asked.items, asked.words, asked.today, exercise=asked.exercise)


def _card(asked: _Asked) -> Paper:
    hers = asked.card
    titles = (hers.title, hers.back_title)
    return papers.card(
        hers.numbers, hers.lines, asked.words, titles=titles, exercise=asked.exercise
    )


def _bag(asked: _Asked) -> Paper:
    lived = situations(asked.file)
    return handouts.bag(asked.items, asked.words, asked.today, lived, exercise=asked.exercise)


def _children(asked: _Asked) -> Paper:
    lived = situations(asked.file)
    return handouts.children(asked.words, asked.today, lived, exercise=asked.exercise)


def _with_typed(
    written: Sequence[MeasureWritten], typed: Sequence[Content]
) -> Sequence[MeasureWritten]:
    """Put the items that are being typed in the place of those they replace, or last."""
    items = {item.measure: item for item in written}
    for one in typed:
        if isinstance(one, MeasureWritten) and one.text.strip():
            last = max((item.rank for item in written if item.section == one.section), default="")
            items[one.measure] = replace(one, rank=one.rank or rank_between(last, ""))
    return tuple(items.values())
