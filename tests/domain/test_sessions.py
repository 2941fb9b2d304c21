"""Which interview goes on, and which is another one."""

from uuid import UUID

from builders import CASE, entry

from filet.domain.casefile import CaseFile, fold
from filet.domain.ids import SessionId
from filet.domain.kinds import Content, Manner, SessionBegun, SessionEnded
from filet.domain.moments import Instant
from filet.domain.sessions import SAME_INTERVIEW, open_session

FIRST, SECOND = SessionId(UUID(int=1)), SessionId(UUID(int=2))
BEGUN = SessionBegun(FIRST, Manner.PHONE)


def dossier(*contents: Content) -> CaseFile:
    return fold(CASE, [entry(("a", seq), one) for seq, one in enumerate(contents, 1)])


def last(file: CaseFile) -> Instant:
    moment = file.entries[-1].moment
    assert moment is not None
    return moment


def goes_on(*contents: Content) -> SessionId | None:
    file = dossier(*contents)
    found = open_session(file, last(file))
    return found.session if found else None


def test_an_interview_that_was_begun_goes_on() -> None:
    assert goes_on(BEGUN) == FIRST


def test_one_that_was_paused_goes_on_and_one_that_is_finished_does_not() -> None:
    assert goes_on(BEGUN, SessionEnded(FIRST, interrupted=True)) == FIRST
    assert goes_on(BEGUN, SessionEnded(FIRST)) is None


def test_only_the_last_one_goes_on() -> None:
    second = SessionBegun(SECOND, Manner.FACE_TO_FACE)
    assert goes_on(BEGUN, second) == SECOND
    assert goes_on(BEGUN, second, SessionEnded(SECOND)) is None


def test_a_form_that_is_copied_meanwhile_ends_nothing() -> None:
    form = SessionBegun(SECOND, Manner.DOCUMENTS, pack="da-2004-1")
    assert goes_on(BEGUN, form) == SECOND
    assert goes_on(BEGUN, form, SessionEnded(SECOND)) == FIRST
    assert goes_on(BEGUN, form, SessionEnded(SECOND), SessionEnded(FIRST)) is None


def test_the_next_evening_it_is_another_interview() -> None:
    file = dossier(BEGUN)
    now = last(file)
    assert open_session(file, Instant(now.at + SAME_INTERVIEW, now.offset)) is not None
    assert open_session(file, Instant(now.at + SAME_INTERVIEW + 1, now.offset)) is None
