"""Results of tools that were filled in elsewhere: kept as given, never computed again."""

from __future__ import annotations

from uuid import uuid4

from filet.application.desk import Desk, Write, told
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome
from filet.domain.casefile import CaseFile
from filet.domain.errors import DayToCome, WordsMissing
from filet.domain.ids import CaseId, OutsideId
from filet.domain.kinds import OutsideResultNoted
from filet.domain.text import cleaned

_NEEDED = ("tool", "result")


class OutsideResults:
    """Notes and corrects them. No level and no instrument is ever compared with one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, case: CaseId, outside: OutsideId) -> OutsideResultNoted | None:
        """Return a result as it was noted last, or nothing."""
        found = self._desk.read(case).all(OutsideResultNoted)
        return next((one for one in reversed(found) if one.outside == outside), None)

    def note(
        self, case: CaseId, noted: OutsideResultNoted, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Keep a result; one of the same identity corrects the former, which stays readable.

        Raises WordsMissing, and DayToCome when it would have been filled in after today.
        """
        kept = cleaned(noted)
        for name in _NEEDED:
            if not getattr(kept, name).strip():
                raise WordsMissing(field=name)
        if kept.on.first is not None and kept.on.first > self._desk.clock.today():
            raise DayToCome
        file = self._desk.read(case)
        refs = file.refs(OutsideResultNoted, lambda former: former.outside == kept.outside)
        return told(self._desk.record(case, Write(kept, refs), draft=draft))


def new_outside() -> OutsideId:
    """Return the identity of a result that is noted for the first time."""
    return OutsideId(uuid4())
