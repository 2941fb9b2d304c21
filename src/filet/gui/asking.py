"""An interview in the hands of a worker: which question, whose voice, and what is kept of it.

It knows no widget. Each answer is written at once, away from the window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from filet.application.interviewing import Changed, Spot
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome
from filet.application.services import Services
from filet.domain.ids import CaseId, SessionId
from filet.domain.instruments import Value
from filet.domain.interview import HER, Interview, Question
from filet.domain.kinds import Interpreting, MayTellHer, Nature, Source, SourceKind
from filet.domain.moments import Told
from filet.gui.context import Context
from filet.gui.keeper import Place
from filet.gui.models.interview_texts import QuestionTexts

PLACE = "interview"
Work = Callable[[], Outcome[Any]]


@dataclass(frozen=True, slots=True)
class Subject:
    """Which interview."""

    case: CaseId
    session: SessionId


class Asking(QObject):
    """Where the interview is."""

    began = Signal(bool)
    """A question is asked from its beginning; whether it is another one."""
    changed = Signal()
    """Something was kept."""
    saved = Signal()
    failed = Signal(object)
    undone = Signal(bool)
    """An act was taken back, or put back."""
    drafted = Signal(dict)
    """What was left unfinished about this question."""

    def __init__(self, context: Context, services: Services, subject: Subject) -> None:
        super().__init__()
        self._context, self._use, self._subject = context, services, subject
        self._key = ""
        self.source = HER
        self.interview: Interview | None = None
        self.texts: QuestionTexts | None = None
        self.resumed = False
        """Whether this is the question at which the interview was left."""
        self._place: dict[str, str] = {}
        self._unplaced = QTimer(self, singleShot=True)
        self._unplaced.setInterval(context.theme.wait("autosave_debounce"))
        self._unplaced.timeout.connect(self.keep_place)

    # Where it is --------------------------------------------------------------------------

    @property
    def question(self) -> Question:
        """The question that is asked."""
        return self._known().question(self._key)

    @property
    def spot(self) -> Spot:
        """The question that is asked, and whose voice is heard."""
        return Spot(self._subject.case, self._subject.session, self._key, self.source)

    def known(self) -> tuple[Interview, QuestionTexts]:
        """Return the interview and its words, once they were read."""
        if self.interview is None or self.texts is None:
            raise LookupError("the interview was not read yet")
        return self.interview, self.texts

    def load(self, item: str = "") -> None:
        """Read the interview, and begin with an item, where she was, or what is open."""
        use, subject = self._use, self._subject
        key = self.place_key()

        def work() -> tuple[Interview, Mapping[str, str]]:
            read = use.interviewing.read(subject.case, subject.session)
            return read, use.drafting.read(key)

        self._ask(work, lambda read: self._loaded(read[0], read[1], item))

    def read_again(self) -> None:
        """Show what somebody else may have changed."""
        use, subject = self._use.interviewing, self._subject
        self._ask(lambda: use.read(subject.case, subject.session), self._show)

    def go_to(self, key: str, *, again: bool = False) -> None:
        """Ask a question; nothing changes where it is asked already."""
        if self.interview is None or (key == self._key and not again):
            return
        self._key = self._known().question(key).key
        self.source = self._known().source
        self._begin(other=True)

    def go(self, step: int) -> bool:
        """Ask the next question or the one before; tell whether there is one."""
        found = self._known().after(self._key, step)
        if found is not None:
            self.go_to(found.key)
        return found is not None

    def go_to_unanswered(self) -> bool:
        """Ask the next question without answer; tell whether there is one."""
        found = self._known().unanswered_after(self._key)
        if found is not None:
            self.go_to(found.key)
        return found is not None

    def listen_to(self, source: Source) -> None:
        """Hear another voice about the same question."""
        voice, own = self.question.voice(source.kind), self._known().source
        same = source.kind is self.source.kind
        self.source = source if voice is None or same else voice.statement.source
        if self.source == Source(own.kind):
            self.source = own
        if same:
            self.changed.emit()
        else:
            self._begin(other=False)

    # What is kept -------------------------------------------------------------------------

    def choose(self, value: Value | None, scale: int | None = None, *, hers: bool = False) -> None:
        """Keep an answer."""
        spot = replace(self.spot, source=HER) if hers else self.spot
        self._write(lambda: self._use.interviewing.choose(spot, value, scale))

    def quote(self, text: str, detail: str = "", *, hers: bool = False) -> None:
        """Keep words."""
        spot, draft = self.spot, self._draft()
        spot = replace(spot, source=HER) if hers else spot
        self._write(lambda: self._use.interviewing.quote(spot, text, detail, draft), draft)

    def note(self, text: str) -> None:
        """Keep the worker's own note."""
        spot, draft = self.spot, self._draft()
        self._write(lambda: self._use.interviewing.note(spot, text, draft), draft)

    def happened(self, when: Told) -> None:
        """Keep when it was."""
        spot, draft = self.spot, self._draft()
        self._write(lambda: self._use.interviewing.happened(spot, when, draft), draft)

    def mark(self) -> None:
        """Mark the question to come back to, or no longer."""
        question = self.question
        marked = [one for one in question.voices if one.statement.to_resume]
        voice = marked[-1] if marked else question.shown
        source = voice.statement.source if voice is not None else self._known().source
        spot, on = replace(self.spot, source=source), not marked
        self._write(lambda: self._use.interviewing.mark(spot, on=on))

    def correct_source(self, source: Source, former: SourceKind) -> None:
        """Say that somebody else said what is kept under a source."""
        spot = replace(self.spot, source=Source(former))
        self.source = source
        self._write(lambda: self._use.interviewing.attribute(spot, source))

    def set_nature(self, nature: Nature) -> None:
        """Say whether it was seen, told or supposed."""
        spot = self.spot
        self._write(lambda: self._use.interviewing.set_nature(spot, nature))

    def tell_in(self, language: str, through: Interpreting | None) -> None:
        """Say in which language this answer was given, and through whom."""
        spot = self.spot
        self._write(lambda: self._use.interviewing.tell_in(spot, language, through))

    def decide(self, may: MayTellHer) -> None:
        """Decide whether she may be told."""
        spot = self.spot
        self._write(lambda: self._use.interviewing.decide(spot, may))

    def take_back(self, *, back: bool) -> None:
        """Undo or redo the last answer, words or note of this interview."""
        use, spot = self._use.interviewing, self.spot

        def done(changed: Changed) -> None:
            self.saved.emit()
            self.interview = changed.interview
            self._key, self.source = changed.item, changed.interview.source
            self._begin(other=True)
            self.undone.emit(back)

        self._keep(lambda: (use.undo if back else use.redo)(spot), done)

    def stop(self, *, paused: bool, then: Callable[[], object] = lambda: None) -> None:
        """Note that the interview is paused, or over."""
        use, subject = self._use.interviewing, self._subject

        def done(_: object) -> None:
            self.saved.emit()
            then()

        self._keep(lambda: use.stop(subject.case, subject.session, paused=paused), done)

    # Drafts -------------------------------------------------------------------------------

    def keep_draft(self, texts: Mapping[str, str]) -> None:
        """Keep what is being typed about this question."""
        key, drafting = self._draft(), self._use.drafting
        self._keep(lambda: drafting.keep(key, texts), lambda _: self.saved.emit(), Place(key))

    def place(self, **parts: str) -> None:
        """Remember where she is, soon on disk."""
        self._place.update(parts)
        self._unplaced.start()

    def keep_place(self) -> None:
        """Put on disk where she is, now."""
        self._unplaced.stop()
        if self.interview is None:
            return
        where = {"session": str(self._subject.session), "item": self._key, **self._place}
        key, drafting = self.place_key(), self._use.drafting
        self._keep(lambda: drafting.keep(key, where), lambda _: None, Place(key))

    def place_key(self) -> DraftKey:
        """Return where the place is kept."""
        return self._use.drafting.key(PLACE, self._subject.case)

    # What all of it is made of ------------------------------------------------------------

    def _begin(self, *, other: bool) -> None:
        self.resumed = False
        self._show_begun(other=other)

    def _show_begun(self, *, other: bool) -> None:
        self.began.emit(other)
        self.place(source=self.source.kind.value)
        key, drafting, asked = self._draft(), self._use.drafting, self._key

        def read(texts: Mapping[str, str]) -> None:
            if texts and asked == self._key:
                self.drafted.emit(dict(texts))

        self._ask(lambda: drafting.read(key), read)

    def _loaded(self, interview: Interview, place: Mapping[str, str], item: str) -> None:
        self.interview = interview
        self.texts = QuestionTexts.of(self._context, interview.instrument)
        self.source = interview.source
        here = place.get("session") == str(self._subject.session)
        self._place = {name: place[name] for name in ("view", "side") if here and name in place}
        known = {one.key: one.key for one in interview.questions}
        known.update({one.item.id: one.key for one in interview.questions})
        wanted = known.get(item) or (known.get(place.get("item", "")) if here else None)
        started = any(one.answered for one in interview.questions)
        first = interview.questions[0]
        unanswered = next((one for one in interview.questions if not one.answered), first)
        self._key = wanted or (unanswered if started else first).key
        if here and self._key == known.get(place.get("item", "")):
            self.source = self._heard(place.get("source", ""))
        self.resumed = started and not item
        self._show_begun(other=True)

    def _heard(self, kind: str) -> Source:
        """Return whose voice was heard when the interview was left."""
        own = self._known().source
        if kind not in set(SourceKind) or kind == own.kind:
            return own
        voice = self.question.voice(SourceKind(kind))
        return voice.statement.source if voice is not None else Source(SourceKind(kind))

    def remembered(self, part: str) -> str:
        """Return a part of where she was."""
        return self._place.get(part, "")

    def _show(self, interview: Interview) -> None:
        if interview != self.interview:
            self.interview = interview
            self.changed.emit()

    def _write(self, work: Work, draft: DraftKey | None = None) -> None:
        """Write in the order of the answers; what becomes an entry is a draft no more."""

        def done(interview: Interview) -> None:
            self.interview = interview
            self.saved.emit()
            self.changed.emit()

        place = Place(draft, kept=False) if draft is not None else None
        self._keep(work, done, place)

    def _keep(self, work: Work, done: Callable[[Any], object], place: Place | None = None) -> None:
        """Write by the one who holds what the disk refuses, and tries it again."""
        keeper = self._context.keeper
        keeper.keep(self, work, done=done, failed=self.failed.emit, place=place)

    def _ask(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        self._context.runner.submit(self, work, done=done, failed=self.failed.emit)

    def _draft(self) -> DraftKey:
        return self._use.drafting.key(f"{PLACE}/{self._key}/{self.source.kind}", self._subject.case)

    def _known(self) -> Interview:
        return self.known()[0]
