"""Interviews of a dossier: which one is still under way."""

from __future__ import annotations

from filet.domain.casefile import CaseFile
from filet.domain.kinds import SessionBegun, SessionEnded
from filet.domain.moments import Instant

SAME_INTERVIEW = 12 * 3600 * 1000
"""Milliseconds: a night. What is asked later than that is another interview."""


def open_session(file: CaseFile, now: Instant) -> SessionBegun | None:
    """Return the interview that was begun last, unless it is finished or too old.

    One that was paused or cut goes on: she takes it up when she wants.
    """
    begun = file.live.of(SessionBegun)
    if not begun:
        return None
    session, moment = begun[-1].content, begun[-1].moment
    if not isinstance(session, SessionBegun) or moment is None:
        return None
    ends = file.all(SessionEnded)
    finished = any(one.session == session.session and not one.interrupted for one in ends)
    return None if finished or now.at - moment.at > SAME_INTERVIEW else session
