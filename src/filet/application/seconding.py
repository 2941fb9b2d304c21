"""Second readings: a colleague shares a level or sees it otherwise, and neither wins.

Nothing ever waits for one. She signs at her own desk, or at her colleague's with her own
initials and passphrase; whoever signed a level is no second reader of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from filet.application.desk import Desk, Write, told
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome
from filet.application.workers import Workers
from filet.domain.casefile import CaseFile
from filet.domain.deciding import second_words
from filet.domain.errors import NotAllowed, ReadOnlyDuty, ReasonMissing, SamePerson, WordsMissing
from filet.domain.ids import HOUSE, CaseId, LevelId, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import Level, LevelSeconded, LevelSigned, Opinion
from filet.domain.opinions import opinions, reader_of
from filet.domain.roles import may_write
from filet.domain.text import clean
from filet.domain.workers import ACCESS_KINDS, closed_to


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What a second reader says: she shares it, or which level she sees, and why."""

    level_id: LevelId
    opinion: Opinion
    level: Level | None = None
    """Hers, where she sees it otherwise; it may be the same one, for other reasons."""
    reasons: str = ""


class Seconding:
    """Keeps what second readers think of the levels of a dossier."""

    def __init__(self, desk: Desk, workers: Workers) -> None:
        self._desk = desk
        self._workers = workers

    def worker(self) -> WorkerId:
        """Return who is at the desk."""
        return self._desk.worker

    def second(
        self, case: CaseId, reading: SecondReading, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Keep what whoever is at the desk thinks of a colleague's level.

        Raises SamePerson, ReasonMissing where she sees it otherwise without saying why, and
        WordsMissing when the level does not stand.
        """
        said, signer = self._said(case, reading)
        if signer == self._desk.worker:
            raise SamePerson
        return told(self._desk.record(case, self._write(case, said), draft=draft))

    def second_here(
        self,
        case: CaseId,
        reading: SecondReading,
        by: tuple[str, str],
        draft: DraftKey | None = None,
    ) -> Outcome[CaseFile]:
        """Keep what a colleague thinks, who signs here: her initials and her passphrase.

        Raises as ``second`` does, WrongPassphrase, ReadOnlyDuty, and NotAllowed when the
        dossier is closed to her.
        """
        said, signer = self._said(case, reading)
        other, signature = self._workers.co_signed(*by, second_words(said))
        if other == signer:
            raise SamePerson
        self._require_reader(case, other, said)
        signed = replace(said, second=other, second_signature=signature)
        return told(self._desk.record(case, self._write(case, signed), draft=draft))

    def _said(self, case: CaseId, reading: SecondReading) -> tuple[LevelSeconded, WorkerId | None]:
        """Return what is to be kept, as it will be, and who signed the level."""
        entry = _signed(self._desk.read(case), reading.level_id)
        shares, why = reading.opinion is Opinion.SHARES, clean(reading.reasons)
        if not shares and not why.strip():
            raise ReasonMissing
        level = entry.content.level if isinstance(entry.content, LevelSigned) else None
        hers = level if shares else reading.level
        if hers is None:
            raise WordsMissing(field="level")
        return LevelSeconded(reading.level_id, reading.opinion, hers, entry.ref, why), entry.by

    def _require_reader(self, case: CaseId, other: WorkerId, said: LevelSeconded) -> None:
        if not may_write(self._desk.roster.duty(other), said):
            raise ReadOnlyDuty
        house = self._desk.whole.journal.of_kinds(ACCESS_KINDS, HOUSE)
        if case in closed_to(house, other, self._desk.clock.now().at):
            raise NotAllowed

    def _write(self, case: CaseId, said: LevelSeconded) -> Write:
        """Return what is written: her reading replaces her own former one, and no other."""
        reader = said.second or self._desk.worker
        read = opinions(self._desk.read(case), said.level_id)
        return Write(said, tuple(entry.ref for entry in read if reader_of(entry) == reader))


def _signed(file: CaseFile, level: LevelId) -> Entry:
    for entry in file.live.of(LevelSigned):
        if isinstance(entry.content, LevelSigned) and entry.content.level_id == level:
            return entry
    raise WordsMissing(field="level")
