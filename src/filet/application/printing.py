"""Papers: composed from her plan, made in memory, and issued only with an entry."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

from filet.application.appraisal_filing import Known
from filet.application.composing import Composing, Issue, PaperTexts
from filet.application.desk import Desk, Write, told
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome
from filet.application.outgoing import hand_over
from filet.domain.blocks import Layout, Paper, texts
from filet.domain.casefile import CaseFile
from filet.domain.errors import (
    DestinationUnanswered,
    MachineError,
    NotForThisPaper,
    WordsMissing,
)
from filet.domain.ids import CaseId, PaperId, Ref
from filet.domain.kinds import (
    CardWritten,
    Content,
    Destination,
    DisclosureVoid,
    PaperIssued,
    PersonDescribed,
    PhraseRead,
    Remembered,
    SheetFate,
    SheetTraced,
)
from filet.domain.paper_words import PaperWords
from filet.domain.papers import betraying_words, may_go
from filet.domain.text import clean

_GESTURES, _NUMBERS = 3, 2
_UNREAD = "phrase "
"""How the place of a draft begins that waits until a phrase is said to be read."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed paper: the very bytes that are shown, printed or written."""

    data: bytes
    pages: int
    digest: str
    missing: tuple[str, ...] = ()
    """Characters that the bundled font does not have."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A protected file whose phrase nobody said was read: since when, in ms UTC."""

    case: CaseId
    paper: PaperId
    at: int
    left: bool = False
    """Whether it went to a recipient, with its entry in the register of the house."""


class Printer(Protocol):
    """Makes papers."""

    def print(self, paper: Paper) -> Sheet:
        """Return the bytes of a paper. Raises CardTooFull."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels of a page, row by row from the top: red, green, blue, opacity, a byte each."""

    data: bytes
    width: int
    height: int


class Pages(Protocol):
    """Shows the pages of a paper, from its very bytes."""

    def render(self, data: bytes, page: int, scale: float) -> Picture:
        """Return a page, from 0, at ``scale`` pixels per point; one thread at a time."""


class Protector(Protocol):
    """Closes a file with a phrase that is said aloud."""

    def phrase(self) -> str:
        """Return six words that nobody chose."""

    def protect(self, data: bytes, phrase: str) -> bytes:
        """Return the file, readable with the phrase only."""


class Printing:
    """Composes, issues and follows papers."""

    def __init__(
        self,
        desk: Desk,
        words: PaperTexts,
        printer: Printer,
        protector: Protector,
        known: Known | None = None,
    ) -> None:
        """``known`` has the questionnaires that the house brings along as well."""
        self._desk = desk
        self._words = words
        self._composing = Composing(desk, words, known)
        self._printer = printer
        self._protector = protector

    def preview(self, case: CaseId, issue: Issue, *typed: Content) -> tuple[Paper, Sheet]:
        """Return a paper and its bytes; nothing is recorded.

        What is being typed, an item or the card, counts as written.
        """
        paper = self.compose(case, issue, *typed)
        return paper, self._printer.print(paper)

    def compose(self, case: CaseId, issue: Issue, *typed: Content) -> Paper:
        """Return the paper that a plan makes today."""
        return self._composing.compose(case, issue, *typed)

    def words(self, template: str, language: str) -> PaperWords:
        """Return what is printed on a paper, and what is said beside it."""
        return self._words.paper_words(template, language)

    def write_card(
        self, case: CaseId, hers: CardWritten, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Keep what she puts on her card, in the place of the former."""
        refs = self._desk.read(case).refs(CardWritten)
        return told(self._desk.record(case, Write(hers, refs), draft=draft))

    def betrays(self, case: CaseId, hers: CardWritten) -> tuple[str, ...]:
        """Return the exact words of a card that would tell him what it is for."""
        people = self._desk.read(case).all(PersonDescribed)
        names = (name for one in people for name in (one.given, one.family, one.called))
        said = (hers.title, hers.back_title, *hers.lines, *(t for row in hers.numbers for t in row))
        return betraying_words(said, self._words.betraying(), names)

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

        The phrase exists in memory only; it is given once the entry is on the disk. Until
        somebody says that it was read, that is asked at each opening.
        """
        _answered(issue)
        paper, sheet = self.preview(case, issue)
        phrase, vault = self._protector.phrase(), self._desk.vault
        data = self._protector.protect(sheet.data, phrase)
        entry = self._entry(case, issue, paper, sheet, printed=False)
        before = self._desk.read(case)
        now = self._desk.clock.now().at

        def register() -> CaseFile:
            vault.drafts.save(self._unread(case, entry.paper), str(now).encode(), now)
            return self._desk.append(before, (Write(entry),))

        file = hand_over(vault.outbox, path, data, now, self._desk.begin, register)
        return Outcome((file, phrase), told(file).changed)

    def phrase_read(self, case: CaseId, paper: PaperId) -> Outcome[CaseFile]:
        """Record that the phrase of a protected file was read by the worker."""
        unread = self._unread(case, paper)
        return told(self._desk.record(case, Write(PhraseRead(paper)), draft=unread))

    def void(self, case: CaseId, paper: PaperId) -> Outcome[CaseFile]:
        """Record that nobody read the phrase of a protected file: it opens for nobody."""
        unread = self._unread(case, paper)
        return told(self._desk.record(case, Write(DisclosureVoid(paper)), draft=unread))

    def unread_phrases(self) -> tuple[Unread, ...]:
        """Return the protected files of this worker whose phrase nobody said was read."""
        drafts = self._desk.vault.drafts
        keys = [key for key in drafts.of_worker(self._desk.worker) if _is_unread(key)]
        return tuple(
            Unread(key.case, PaperId(UUID(key.place.removeprefix(_UNREAD))), int(at))
            for key in keys
            if (at := drafts.read(key)) is not None
        )

    def _unread(self, case: CaseId, paper: PaperId) -> DraftKey:
        return DraftKey(self._desk.worker, case, f"{_UNREAD}{paper}")

    def trace(self, case: CaseId, paper: PaperId, fate: SheetFate) -> Outcome[CaseFile]:
        """Record what became of a sheet."""
        traced = SheetTraced(paper, fate, self._desk.clock.today())
        return told(self._desk.record(case, Write(traced)))

    def remember(
        self,
        case: CaseId,
        gestures: Sequence[str],
        numbers: Sequence[str],
        draft: DraftKey | None = None,
    ) -> Outcome[CaseFile]:
        """« Sans papier »: keep what was said aloud together; nothing is produced."""
        said, dialled = _worded(gestures), _worded(numbers)
        if not said or len(said) > _GESTURES:
            raise WordsMissing(field="gestures")
        if len(dialled) > _NUMBERS:
            raise WordsMissing(field="numbers")
        kept = Remembered(said, dialled, self._desk.clock.today())
        return told(self._desk.record(case, Write(kept), draft=draft))

    def _entry(
        self, case: CaseId, issue: Issue, paper: Paper, sheet: Sheet, *, printed: bool
    ) -> PaperIssued:
        return PaperIssued(
            paper=PaperId(uuid4()),
            template=issue.template,
            template_version=paper.version,
            language=issue.language,
            destination=issue.destination or Destination.STAYS_HERE,
            words=texts(paper),
            measures=self._composing.standing(case, issue),
            pages=sheet.pages,
            digest=sheet.digest,
            printed=printed,
            protected=not printed,
            kept_at=issue.kept_at,
            destroy_on=issue.destroy_on,
            as_of=tuple(Ref(head.chain, head.seq) for head in self._desk.vault.journal.heads()),
            large=paper.layout is Layout.LARGE,
        )


def _is_unread(key: DraftKey) -> bool:
    return key.place.startswith(_UNREAD)


def _worded(texts: Sequence[str]) -> tuple[str, ...]:
    """Return what says something."""
    return tuple(text for text in map(clean, texts) if text.strip())


def _answered(issue: Issue) -> None:
    """Refuse to print before the answer, and a paper for where it must not go."""
    if issue.destination is None or issue.destination is Destination.NO_PAPER:
        raise DestinationUnanswered
    if not may_go(issue.template, issue.destination):
        raise NotForThisPaper(nature=issue.template)
