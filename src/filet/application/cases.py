"""Dossiers: opening one, the persons in it, where she stands, how to reach her, notes."""

from __future__ import annotations

import logging
from uuid import uuid4

from filet.application.desk import Desk, Write, told
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome
from filet.domain.casefile import CaseFile
from filet.domain.errors import MachineError, WordsMissing
from filet.domain.ids import CaseId, PersonId, SessionId, StatementId
from filet.domain.kinds import (
    CaseCreated,
    CaseOpened,
    ClosedSearched,
    NoteWritten,
    PersonDescribed,
    Role,
    SafeContactSet,
    Status,
    StatusSet,
)
from filet.domain.text import clean

_log = logging.getLogger(__name__)


class Cases:
    """The dossiers of the house."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def create(self, given: str, family: str = "", called: str = "") -> Outcome[CaseFile]:
        """Open a dossier; a first name, or nothing but a number, is enough."""
        case = CaseId(uuid4())
        her = PersonDescribed(
            PersonId(uuid4()), Role.HER, clean(given), clean(family), clean(called)
        )
        first = StatusSet(Status.FIRST_CONTACT, self._desk.clock.today())
        begun = (Write(CaseCreated("")), Write(her), Write(first))
        return told(self._desk.record(case, *begun))

    def open(self, case: CaseId, *, resumed: bool = False) -> CaseFile:
        """Return a dossier, and record that it was read.

        A reading that cannot be recorded never keeps anyone from reading: life comes
        first.
        """
        file = self._desk.read(case)
        try:
            return self._desk.record(case, Write(CaseOpened(resumed)))
        except MachineError as error:
            _log.warning("a reading could not be recorded: %s", error.code)
            return file

    def read(self, case: CaseId) -> CaseFile:
        """Return a dossier that was opened before, as it stands."""
        return self._desk.read(case)

    def new_person(self) -> PersonId:
        """Return the identity of a person who is met for the first time."""
        return PersonId(uuid4())

    def describe(self, case: CaseId, person: PersonDescribed) -> Outcome[CaseFile]:
        """Add a person, or describe one again."""
        file = self._desk.read(case)
        refs = file.refs(PersonDescribed, lambda former: former.person == person.person)
        return told(self._desk.record(case, Write(person, refs)))

    def set_status(self, case: CaseId, status: StatusSet) -> Outcome[CaseFile]:
        """Say where she stands from a day on; what was before stays dated."""
        return told(self._desk.record(case, Write(status)))

    def set_safe_contact(self, case: CaseId, contact: SafeContactSet) -> Outcome[CaseFile]:
        """Say how to reach her without danger, in the place of the former."""
        refs = self._desk.read(case).refs(SafeContactSet)
        return told(self._desk.record(case, Write(contact, refs)))

    def note(
        self,
        case: CaseId,
        text: str,
        statement: StatementId | None = None,
        session: SessionId | None = None,
        draft: DraftKey | None = None,
    ) -> Outcome[CaseFile]:
        """Write a note in the journal of the dossier, or about a statement."""
        kept = clean(text)
        if not kept.strip():
            raise WordsMissing(field="note")
        note = NoteWritten(kept, statement, session)
        return told(self._desk.record(case, Write(note), draft=draft))

    def searched_closed(self) -> None:
        """Record that closed dossiers were searched; what was searched is not kept.

        What cannot be recorded never keeps anyone from searching.
        """
        try:
            self._desk.record_house(Write(ClosedSearched()))
        except MachineError as error:
            _log.warning("a search could not be recorded: %s", error.code)
