"""Rows made again from the journal are the rows that were there."""

from datetime import date
from uuid import UUID

from builders import person, sql_vault, stated
from fakes.vault import FakeVault

from filet.application.calls import Calls
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.erasing import Erasing
from filet.application.projecting import is_current, rebuild
from filet.application.undoing import Undoing
from filet.domain.ids import ActionId, CallId, CaseId, LevelId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    ActionDone,
    ActionPlanned,
    CallNoted,
    CommunicationMade,
    ErasureReason,
    Ground,
    Level,
    LevelSigned,
    LevelWithdrawn,
    NoteWritten,
    PersonDescribed,
    Role,
    SomeoneAsked,
    StatementMade,
    Status,
    StatusSet,
)
from filet.domain.moments import Due
from filet.domain.rows import PROJECTION_VERSION

DAY = date(2026, 12, 1)


def rows(desk: Desk) -> dict[str, object]:
    """Return every row of every list."""
    if isinstance(desk.vault, FakeVault):
        state = desk.vault.state
        due = {case: lines for case, lines in state.due.items() if lines}
        return {"lines": state.lines, "due": due, "register": state.register, "words": state.words}
    connection = sql_vault(desk.vault).connection
    tables = ("case_line", "due", "register_line")
    kept = {name: sorted(connection.execute(f"SELECT * FROM {name}")) for name in tables}  # noqa: S608 - ours
    words = sorted(connection.execute("SELECT rowid, words FROM search_text"))
    return {**kept, "words": words}


def lived(desk: Desk) -> list[CaseId]:
    """Do a bit of everything that changes rows."""
    cases, calls = Cases(desk), Calls(desk)
    made = [cases.create(name, "Tremblay").value.case for name in ("Éloïse", "Lou", "Zoé", "Ana")]
    first, second, third, fourth = made
    cases.open(first)
    cases.describe(first, PersonDescribed(person(2), Role.CHILD, "Théo"))
    cases.describe(first, PersonDescribed(person(2), Role.CHILD, "Théo", note="asthme"))
    cases.note(first, "une note")
    Undoing(desk).undo(first)
    Undoing(desk).redo(first)
    said = desk.record(first, Write(stated(Value.NO))).refs(StatementMade)
    desk.record(first, Write(stated(Value.YES), said))
    desk.record(second, Write(ActionPlanned(ActionId(UUID(int=1)), "appeler", due=Due(DAY))))
    desk.record(second, Write(ActionPlanned(ActionId(UUID(int=2)), "fait", due=Due(DAY))))
    desk.record(second, Write(ActionDone(ActionId(UUID(int=2)), Due(DAY))))
    level = LevelSigned(
        LevelId(UUID(int=3)), Level.IMMINENT, (person(1),), (), "raisons", Due(DAY), True, (), (),
        "", "", (),
    )  # fmt: skip
    signed = desk.record(second, Write(level)).refs(LevelSigned)
    desk.record(second, Write(LevelWithdrawn(level.level_id, "erreur"), signed))
    cases.set_status(third, StatusSet(Status.CLOSED, DAY))
    call = calls.note(CallNoted(CallId(UUID(int=4)), caller="qui", words="vite")).value
    call = calls.cut(call, "02:19").value
    calls.attach(second, CallId(UUID(int=4)), call.ref)
    calls.note(SomeoneAsked(CallId(UUID(int=5)), name="X", about="Lou"))
    calls.tell(CommunicationMade(first, "Sgt", "SQ", "", "", "où", "vie", Ground.LAW))
    desk.record(third, Write(NoteWritten("de trop")), Write(NoteWritten("à déplacer")))
    gone, moved = desk.read(third).refs(NoteWritten)
    Erasing(desk).erase(third, [gone], ErasureReason.RECTIFIED)
    Erasing(desk).move(third, [moved], first)
    Erasing(desk).destroy(fourth, ErasureReason.RETENTION)
    return made


def test_rows_made_again_are_the_rows_that_were_there(desk: Desk) -> None:
    lived(desk)
    before = rows(desk)
    assert rebuild(desk) == 3
    assert rows(desk) == before
    assert all(before.values())


def test_rows_are_current_once_they_were_made(desk: Desk) -> None:
    desk.vault.write(lambda: setattr(desk.vault, "projection", PROJECTION_VERSION - 1))
    assert not is_current(desk)
    rebuild(desk)
    assert is_current(desk)


def test_rows_that_were_lost_come_back(desk: Desk) -> None:
    lived(desk)
    before = rows(desk)
    desk.vault.write(desk.vault.lists.clear)
    rebuild(desk)
    assert rows(desk) == before


def test_progress_is_told_dossier_by_dossier(desk: Desk) -> None:
    lived(desk)
    told: list[tuple[int, int]] = []
    rebuild(desk, lambda done, whole: told.append((done, whole)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_rebuild_touches_no_draft_and_no_entry(desk: Desk) -> None:
    lived(desk)
    before = desk.vault.journal.heads()
    rebuild(desk)
    assert desk.vault.journal.heads() == before
