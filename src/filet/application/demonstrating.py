"""Walks the whole job on the training dossier: real entries, real scoring, real papers.

Nothing is pretended: each step of the course goes through the use case that a screen
would call, at the day and hour that the course gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from filet.application.appraising import Judgement, new_action
from filet.application.composing import Issue
from filet.application.control import new_tactic
from filet.application.course import Course, CourseClock, Reader, Step
from filet.application.planning import new_measure
from filet.application.printing import Sheet
from filet.application.screening import PaperForm, new_session, new_statement
from filet.application.services import Services
from filet.domain.errors import PackBroken
from filet.domain.ids import CaseId, PersonId, SessionId
from filet.domain.instruments import Value
from filet.domain.journal import Entry
from filet.domain.kinds import (
    ActionDone,
    ActionPlanned,
    Agreement,
    Appears,
    CallNoted,
    Destination,
    Level,
    Manner,
    MayTellHer,
    MeasureWritten,
    Nature,
    PersonDescribed,
    Role,
    SafeContactSet,
    SessionBegun,
    SessionEnded,
    SomeoneAsked,
    Source,
    SourceKind,
    StatementMade,
    Status,
    StatusSet,
    Still,
    TacticNoted,
    Whose,
    WordsNoted,
)
from filet.domain.moments import Due, Told

Send = Callable[[str, Sheet], None]
"""Takes a paper's template and its bytes, as a printer would."""


@dataclass(frozen=True, slots=True)
class _Going:
    """An interview that goes on, until an hour of a day."""

    session: SessionId
    day: int
    until: str


@dataclass(slots=True)
class _Met:
    """What the walk has met so far, by the names that the course gives."""

    case: CaseId | None = None
    things: dict[str, Any] = field(default_factory=dict)
    calls: dict[str, Entry] = field(default_factory=dict)
    going: _Going | None = None


class Demonstration:
    """One walk through a course."""

    def __init__(self, course: Course, clock: CourseClock, hands: Services, send: Send) -> None:
        self._course = course
        self._clock = clock
        self._hands = hands
        self._send = send
        self._read = Reader(course, clock)
        self._met = _Met()
        self._acts: Mapping[str, Callable[[Mapping[str, Any]], object]] = {
            "call": self._call,
            "someone_asks": self._someone_asks,
            "open_case": self._open_case,
            "person": self._person,
            "attach_call": self._attach_call,
            "status": self._status,
            "safe_contact": self._safe_contact,
            "session": self._session,
            "statement": self._statement,
            "form": self._form,
            "words": self._words,
            "tactic": self._tactic,
            "note": self._note,
            "level": self._level,
            "action": self._action,
            "action_done": self._action_done,
            "measure": self._measure,
            "paper": self._paper,
        }

    @property
    def case(self) -> CaseId:
        """The dossier that was opened."""
        if self._met.case is None:
            raise PackBroken(path="demo/course.toml", fault="no dossier was opened")
        return self._met.case

    def walk(self) -> Iterator[Step]:
        """Do every step, and say each when it is done."""
        for step in self._course.steps:
            self._end_session(step)
            self._clock.put(step.day, step.hour)
            self._acts[step.do](step.fields)
            yield step

    def _end_session(self, step: Step) -> None:
        """End the interview that was over before this step."""
        going = self._met.going
        if going is not None and (step.day, step.hour) > (going.day, going.until):
            self._clock.put(going.day, going.until)
            self._hands.screening.end(self.case, SessionEnded(going.session))
            self._met.going = None

    def _people(self, names: list[str]) -> tuple[PersonId, ...]:
        return tuple(self._met.things[name] for name in names)

    # Calls and the dossier ------------------------------------------------------------

    def _call(self, fields: Mapping[str, Any]) -> None:
        self._met.calls[fields["id"]] = self._hands.calls.note(self._read.call(fields)).value

    def _someone_asks(self, fields: Mapping[str, Any]) -> None:
        self._met.calls[fields["id"]] = self._hands.calls.note(self._read.question(fields)).value

    def _attach_call(self, fields: Mapping[str, Any]) -> None:
        entry = self._met.calls[fields["call"]]
        if isinstance(entry.content, CallNoted | SomeoneAsked):
            self._hands.calls.attach(self.case, entry.content.call, entry.ref)

    def _open_case(self, fields: Mapping[str, Any]) -> None:
        self._met.case = self._hands.cases.create(fields["given"], fields["family"]).value.case
        self._hands.cases.open(self.case)

    def _person(self, fields: Mapping[str, Any]) -> None:
        role = Role(fields["role"])
        known = self._her() if role is Role.HER else self._met.things.get(fields["id"])
        described = PersonDescribed(
            known or self._hands.cases.new_person(),
            role,
            fields["given"],
            fields.get("family", ""),
            tie=self._read.text(fields, "tie"),
            born=Told(self._read.text(fields, "born")),
            phone=fields.get("phone", ""),
            language=fields.get("language", ""),
            note=self._read.text(fields, "note"),
        )
        self._met.things[fields["id"]] = described.person
        self._hands.cases.describe(self.case, described)

    def _her(self) -> PersonId | None:
        file = self._hands.cases.open(self.case, resumed=True)
        found = [one.person for one in file.all(PersonDescribed) if one.role is Role.HER]
        return found[0] if found else None

    def _status(self, fields: Mapping[str, Any]) -> None:
        status = StatusSet(
            Status(fields["status"]),
            self._clock.day(fields["since_day"]),
            self._read.text(fields, "room"),
            self._read.text(fields, "reason"),
        )
        self._hands.cases.set_status(self.case, status)

    def _safe_contact(self, fields: Mapping[str, Any]) -> None:
        contact = SafeContactSet(
            fields["phone"],
            self._read.text(fields, "which"),
            self._read.text(fields, "when"),
            tuple(self._course.texts[key] for key in fields["never"]),
            self._read.text(fields, "if_other_answers"),
        )
        self._hands.cases.set_safe_contact(self.case, contact)

    # The interview --------------------------------------------------------------------

    def _session(self, fields: Mapping[str, Any]) -> None:
        freely = fields.get("speaks_freely")
        session = SessionBegun(
            session=new_session(),
            manner=Manner(fields["manner"]),
            speaks_freely=Value(freely) if freely else None,
            who_hears=self._read.text(fields, "who_hears"),
            language=fields.get("language", ""),
            stop_word=self._read.text(fields, "stop_word"),
            notice_given=fields.get("notice_given", False),
            screen_turned=fields.get("screen_turned", False),
        )
        self._met.things[fields["id"]] = session.session
        self._met.going = _Going(session.session, fields["day"], fields["until"])
        self._hands.screening.begin(self.case, session)

    def _statement(self, fields: Mapping[str, Any]) -> None:
        value, session = fields.get("value"), self._met.things[fields["session"]]
        said = StatementMade(
            statement=new_statement(),
            item=f"{fields['item']}@{self._course.instrument}",
            value=Value(value) if value else None,
            source=self._source(fields["source"]),
            nature=Nature(fields["nature"]),
            scale=fields.get("scale"),
            happened=self._read.told(fields),
            still=Still(fields["still"]),
            about=self._people(fields["about"]),
            session=session,
            may_tell_her=MayTellHer(fields["may_tell_her"]),
        )
        self._hands.screening.state(self.case, said)
        self._about_it(fields, said)

    def _about_it(self, fields: Mapping[str, Any], said: StatementMade) -> None:
        """Keep what was said and noted about a statement."""
        words, note = self._read.text(fields, "words"), self._read.text(fields, "note")
        if words:
            noted = WordsNoted(words, said.statement, said.source, session=said.session)
            self._hands.screening.quote(self.case, noted)
        if note:
            self._hands.cases.note(self.case, note, said.statement, said.session)

    def _form(self, fields: Mapping[str, Any]) -> None:
        form = PaperForm(
            fields["pack"],
            {name: Value(value) for name, value in fields["answers"].items()},
            self._source(fields["source"]),
            frozenset(fields["flags"]),
            self._met.things[fields["session"]],
        )
        self._hands.screening.enter_form(self.case, form)

    def _source(self, fields: Mapping[str, Any]) -> Source:
        person = fields.get("person")
        return Source(
            SourceKind(fields["kind"]),
            self._met.things[person] if person else None,
            self._read.text(fields, "organisation"),
            self._read.text(fields, "document"),
        )

    def _words(self, fields: Mapping[str, Any]) -> None:
        session = self._met.things[fields["session"]]
        words = WordsNoted(self._read.text(fields, "words"), session=session)
        self._hands.screening.quote(self.case, words)

    def _tactic(self, fields: Mapping[str, Any]) -> None:
        """Keep words about control under a tactic of the newest list."""
        newest = self._hands.control.lists()[-1]
        said = TacticNoted(
            new_tactic(),
            f"{fields['tactic']}@{newest.key}",
            self._read.text(fields, "words"),
            Whose(fields["whose"]),
            self._course.language,
            happened=self._read.told(fields),
            still=Still(fields["still"]),
            source=self._source(fields["source"]),
        )
        self._hands.control.note(self.case, said)

    def _note(self, fields: Mapping[str, Any]) -> None:
        session = self._met.things[fields["session"]] if "session" in fields else None
        self._hands.cases.note(self.case, self._read.text(fields, "text"), session=session)

    # Judgement ------------------------------------------------------------------------

    def _level(self, fields: Mapping[str, Any]) -> None:
        judgement = Judgement(
            level=Level(fields["level"]),
            persons=self._people(fields["persons"]),
            authors=self._people(fields["authors"]),
            reasons=self._read.text(fields, "reasons"),
            review=self._read.due(fields, "review"),
            provisional=fields["provisional"],
            discussed_with=self._read.text(fields, "discussed_with"),
        )
        self._hands.appraising.sign(self.case, judgement)

    def _action(self, fields: Mapping[str, Any]) -> None:
        agreement = fields.get("agreement")
        action = ActionPlanned(
            action=new_action(),
            text=self._course.actions[fields["proposed"]],
            proposed=fields["proposed"],
            who=self._read.text(fields, "who"),
            due=self._read.due(fields, "due"),
            agreement=Agreement(agreement) if agreement else None,
        )
        self._met.things[fields["id"]] = action.action
        self._hands.appraising.plan(self.case, action)

    def _action_done(self, fields: Mapping[str, Any]) -> None:
        done = ActionDone(
            action=self._met.things[fields["action"]],
            on=self._read.due(fields, "on") or Due(self._clock.today()),
            by=self._read.text(fields, "by"),
            with_whom=self._read.text(fields, "with_whom"),
            result=self._read.text(fields, "result"),
        )
        self._hands.appraising.done(self.case, done)

    # Plan and papers ------------------------------------------------------------------

    def _measure(self, fields: Mapping[str, Any]) -> None:
        name, origin = fields["id"], fields.get("origin")
        known = self._met.things.get(name)
        measure = MeasureWritten(
            measure=known or new_measure(),
            section=fields["section"],
            text=self._read.text(fields, "text"),
            rank=self._hands.planning.last_rank(self.case, fields["section"]),
            appears=Appears(fields["appears"]),
            nature=fields["nature"],
            form=fields["form"],
            origin=f"{origin}@{self._course.plan}" if origin else "",
            if_discovered=self._read.text(fields, "if_discovered"),
            read_by_him=self._read.text(fields, "read_by_him"),
            phone=fields.get("phone", ""),
            person=self._met.things[fields["person"]] if "person" in fields else None,
        )
        self._met.things[name] = measure.measure
        self._hands.planning.write(self.case, measure)

    def _paper(self, fields: Mapping[str, Any]) -> None:
        destination = Destination(fields["destination"])
        if destination is Destination.NO_PAPER:
            gestures, numbers = (
                [self._course.texts[key] for key in fields[name]]
                for name in ("gestures", "numbers")
            )
            self._hands.printing.remember(self.case, gestures, numbers)
            return
        day = fields.get("destroy_day")
        issue = Issue(
            fields["paper"],
            self._course.language,
            destination,
            self._read.text(fields, "kept_at"),
            None if day is None else self._clock.day(day),
        )
        self._hands.printing.issue(
            self.case, issue, lambda sheet: self._send(issue.template, sheet)
        )
