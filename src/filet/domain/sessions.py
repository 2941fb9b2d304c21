"""Interviews of a dossier: which ones are still under way."""

from __future__ import annotations

from collections.abc import Iterator

from filet.domain.casefile import CaseFile
from filet.domain.kinds import SessionBegun, SessionEnded
from filet.domain.moments import Instant

SAME_INTERVIEW = 12 * 3600 * 1000
"""Milliseconds: a night. What is asked later than that is another interview."""


def open_session(file: CaseFile, now: Instant) -> SessionBegun | None:
    """Return the interview that was begun last of those under way, or nothing."""
    going = open_sessions(file, now)
    return going[-1] if going else None


def open_sessions(file: CaseFile, now: Instant) -> tuple[SessionBegun, ...]:
    """Return the interview of each questionnaire that was begun last, unless finished or too old.

    One that was paused or cut goes on: she takes it up when she wants. A form that is copied
    meanwhile ends nothing.
    """
    ends = file.all(SessionEnded)
    finished = {one.session for one in ends if not one.interrupted}
    last: dict[str, SessionBegun] = {}
    for session, fresh in _begun(file, now):
        name = session.pack.rpartition("-")[0]
        last.pop(name, None)
        if fresh and session.session not in finished:
            last[name] = session
    return tuple(last.values())


def _begun(file: CaseFile, now: Instant) -> Iterator[tuple[SessionBegun, bool]]:
    """Give every interview in order, and whether it was begun within a night."""
    for entry in file.live.of(SessionBegun):
        session, moment = entry.content, entry.moment
        if isinstance(session, SessionBegun):
            yield session, moment is not None and now.at - moment.at <= SAME_INTERVIEW
