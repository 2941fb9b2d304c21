"""Papers: composed from her plan, made in memory, and issued only with an entry."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from filet.application.desk import Desk, Write, told
from filet.application.outcome import Outcome
from filet.application.planning import measures, plan_items
from filet.domain.casefile import CaseFile
from filet.domain.errors import (
    DestinationUnanswered,
    MachineError,
    NotForThisPaper,
    WordsMissing,
)
from filet.domain.ids import CaseId, MeasureId, PaperId, Ref
from filet.domain.kinds import (
    Destination,
    PaperIssued,
    PhraseRead,
    Remembered,
    SheetFate,
    SheetTraced,
)
from filet.domain.papers import Paper, PaperWords, card, stands_on, stays, takes, texts
from filet.domain.text import clean

_GESTURES, _NUMBERS = 3, 2
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed paper: the very bytes that are shown, printed or written."""

    data: bytes
    pages: int
    digest: str
    missing: tuple[str, ...] = ()
    """Characters that the bundled font does not have."""


class Printer(Protocol):
    """Makes papers."""

    def print(self, paper: Paper) -> Sheet:
        """Return the bytes of a paper. Raises CardTooFull."""


class Protector(Protocol):
    """Closes a file with a phrase that is said aloud."""

    def phrase(self) -> str:
        """Return six words that nobody chose."""

    def protect(self, data: bytes, phrase: str) -> bytes:
        """Return the file, readable with the phrase only."""


class PaperTexts(Protocol):
    """Where the words that stand on papers come from."""

    def paper_words(self, template: str, language: str) -> PaperWords:
        """Return the words of one paper in one language."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What is asked of a print: which paper, in which language, and where it will go."""

    template: str
    language: str
    destination: Destination | None
    kept_at: str = ""
    destroy_on: date | None = None


class Printing:
    """Composes, issues and follows papers."""

    def __init__(
        self, desk: Desk, words: PaperTexts, printer: Printer, protector: Protector
    ) -> None:
        self._desk = desk
        self._words = words
        self._printer = printer
        self._protector = protector

    def preview(self, case: CaseId, issue: Issue) -> tuple[Paper, Sheet]:
        """Return a paper and its bytes; nothing is recorded."""
        paper = self.compose(case, issue)
        return paper, self._printer.print(paper)

    def compose(self, case: CaseId, issue: Issue) -> Paper:
        """Return the paper that a plan makes today."""
        words = self._words.paper_words(issue.template, issue.language)
        items = plan_items(self._desk.read(case))
        today, exercise = self._desk.clock.today(), self._desk.vault.training
        if issue.template == "stays":
            return stays(
                items, words, today, issue.destroy_on, kept_at=issue.kept_at, exercise=exercise
            )
        if issue.template == "takes":
            return takes(items, words, today, exercise=exercise)
        return card((), (), words, exercise=exercise)

    def issue(
        self, case: CaseId, issue: Issue, send: Callable[[Sheet], None]
    ) -> Outcome[tuple[CaseFile, Sheet]]:
        """Record a paper, then hand its bytes to the printer.

        The entry comes first: a sheet that exists is always known. A job that fails is
        noted as not printed. Raises DestinationUnanswered, NotForThisPaper.
        """
        _answered(issue)
        paper, sheet = self.preview(case, issue)
        entry = self._entry(case, issue, paper, sheet, printed=True)
        file = self._desk.record(case, Write(entry))
        try:
            send(sheet)
        except Exception:
            self._not_printed(case, entry.paper)
            raise
        return Outcome((file, sheet), told(file).changed)

    def _not_printed(self, case: CaseId, paper: PaperId) -> None:
        """Note it; what cannot be noted hides nothing of why the job failed."""
        try:
            self.trace(case, paper, SheetFate.NOT_PRINTED)
        except MachineError as error:
            _log.warning("a paper could not be noted as not printed: %s", error.code)

    def save(self, case: CaseId, issue: Issue, path: Path) -> Outcome[tuple[CaseFile, str]]:
        """Write a protected file and its entry, both or neither; return its phrase.

        The phrase exists in memory only; it is given once the entry is on the disk.
        """
        _answered(issue)
        paper, sheet = self.preview(case, issue)
        phrase, vault = self._protector.phrase(), self._desk.vault
        data = self._protector.protect(sheet.data, phrase)
        entry = self._entry(case, issue, paper, sheet, printed=False)
        before = self._desk.read(case)
        key = vault.outbox.put(path, data, self._desk.clock.now().at)

        def register() -> CaseFile:
            vault.outbox.settle(key)
            return self._desk.append(before, (Write(entry),))

        try:
            file = self._desk.begin(register)
        except BaseException:
            vault.outbox.undo(key, path)
            raise
        return Outcome((file, phrase), told(file).changed)

    def phrase_read(self, case: CaseId, paper: PaperId) -> Outcome[CaseFile]:
        """Record that the phrase of a protected file was read by the worker."""
        return told(self._desk.record(case, Write(PhraseRead(paper))))

    def trace(self, case: CaseId, paper: PaperId, fate: SheetFate) -> Outcome[CaseFile]:
        """Record what became of a sheet."""
        traced = SheetTraced(paper, fate, self._desk.clock.today())
        return told(self._desk.record(case, Write(traced)))

    def remember(
        self, case: CaseId, gestures: Sequence[str], numbers: Sequence[str]
    ) -> Outcome[CaseFile]:
        """« Sans papier »: keep what was said aloud together; nothing is produced."""
        said, dialled = _worded(gestures), _worded(numbers)
        if not said or len(said) > _GESTURES:
            raise WordsMissing(field="gestures")
        if len(dialled) > _NUMBERS:
            raise WordsMissing(field="numbers")
        kept = Remembered(said, dialled, self._desk.clock.today())
        return told(self._desk.record(case, Write(kept)))

    def _entry(
        self, case: CaseId, issue: Issue, paper: Paper, sheet: Sheet, *, printed: bool
    ) -> PaperIssued:
        words = self._words.paper_words(issue.template, issue.language)
        return PaperIssued(
            paper=PaperId(uuid4()),
            template=issue.template,
            template_version=paper.version,
            language=issue.language,
            destination=issue.destination or Destination.STAYS_HERE,
            words=texts(paper),
            measures=_standing(self._desk.read(case), words),
            pages=sheet.pages,
            digest=sheet.digest,
            printed=printed,
            protected=not printed,
            kept_at=issue.kept_at,
            destroy_on=issue.destroy_on,
            as_of=tuple(Ref(head.chain, head.seq) for head in self._desk.vault.journal.heads()),
        )


def _standing(file: CaseFile, words: PaperWords) -> tuple[MeasureId, ...]:
    """Return the items of a plan that stand on a paper, and no other."""
    items = zip(measures(file), plan_items(file), strict=True)
    return tuple(written.measure for written, item in items if stands_on(item, words))


def _worded(texts: Sequence[str]) -> tuple[str, ...]:
    """Return what says something."""
    return tuple(text for text in map(clean, texts) if text.strip())


def _answered(issue: Issue) -> None:
    """Refuse to print before the answer, and the sheet that stays for somewhere else."""
    if issue.destination is None or issue.destination is Destination.NO_PAPER:
        raise DestinationUnanswered
    if issue.template == "stays" and issue.destination is not Destination.STAYS_HERE:
        raise NotForThisPaper(nature="stays")
