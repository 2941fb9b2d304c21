"""What the clinician's copy of a plan says beside her words, gathered from the dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from filet.application.planning import measures, plan_items
from filet.domain.casefile import CaseFile
from filet.domain.file_copy import Filed, FiledItem, Voice
from filet.domain.grammar import USUAL, Forms, in_every_form, spoken
from filet.domain.journal import Entry, Head
from filet.domain.kinds import CaseCreated, IdeaRefused, MeasureWritten, PaperIssued, SheetTraced
from filet.domain.paper_words import PaperWords
from filet.domain.plan import PlanCatalogue, unversioned


class Names(Protocol):
    """Where the names of papers and the texts of ideas come from."""

    def paper_words(self, template: str, language: str) -> PaperWords:
        """Return the words of one paper in one language."""

    def plan(self) -> PlanCatalogue:
        """Return the measures of the region."""


class Filing:
    """Reads a dossier for one copy, in one language."""

    def __init__(self, names: Names, language: str, forms: Forms = USUAL) -> None:
        self._names = names
        self._language = language
        self._forms = forms
        self._words = spoken(names.paper_words("clinician", language), forms)
        self._plan = names.plan()

    def filed(self, file: CaseFile, heads: Iterable[Head]) -> Filed:
        """Return all that a copy is made from."""
        created = file.last(CaseCreated)
        return Filed(
            created.number if created else "",
            tuple(self._items(file)),
            tuple((one.id, one.names[self._language]) for one in self._said().sections),
            tuple(self._set_aside(file)),
            tuple(self._issued(file)),
            tuple(_witness(head) for head in heads),
        )

    def _said(self) -> PlanCatalogue:
        """Return the measures in the grammar of the dossier."""
        return spoken(self._plan, self._forms)

    def _items(self, file: CaseFile) -> Iterator[FiledItem]:
        written = measures(file)
        for one, item in zip(written, plan_items(written), strict=True):
            yield FiledItem(item, self._voice(one), one.if_discovered)

    def _voice(self, written: MeasureWritten) -> Voice:
        """Tell whether an item is hers, or an idea, and whether she said it her way."""
        if not written.origin:
            return Voice.HERS
        proposed = {
            said
            for measure in self._plan.measures
            if unversioned(self._plan.origin(measure)) == unversioned(written.origin)
            for text in measure.texts.values()
            for said in in_every_form(text.text)
        }
        return Voice.KEPT if written.text in proposed else Voice.REWRITTEN

    def _set_aside(self, file: CaseFile) -> Iterator[str]:
        aside = {unversioned(idea.origin) for idea in file.all(IdeaRefused)}
        for measure in self._said().measures:
            if unversioned(self._plan.origin(measure)) in aside:
                yield measure.texts[self._language].text

    def _issued(self, file: CaseFile) -> Iterator[str]:
        fates = {one.paper: one for one in file.all(SheetTraced)}
        for entry in file.live.of(PaperIssued):
            if isinstance(entry.content, PaperIssued):
                yield self._issued_line(entry, entry.content, fates.get(entry.content.paper))

    def _issued_line(self, entry: Entry, paper: PaperIssued, fate: SheetTraced | None) -> str:
        words = self._words
        beside = self._names.paper_words(paper.template, self._language).beside
        end = words.say(f"to_{paper.destination}")
        if fate is not None:
            end = words.say(f"fate_{fate.fate}", date=words.write_date(fate.on))
        day = words.write_date(entry.moment.local().date()) if entry.moment else ""
        name = beside.get("screen.name", paper.template)
        return words.say("issued_line", paper=name, date=day, fate=end)


def _witness(head: Head) -> str:
    """Return a head as it can be compared by eye: whose chain, how far, and its print."""
    return f"{head.chain.hex()[:8]}-{head.seq}-{head.hash.hex()[:16]}"
