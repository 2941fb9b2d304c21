"""What somebody changed behind the program's back is found, and a sound vault is sound."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from builders import PASSPHRASE, House, cabinet, enrolled, person, sql, stated, tampered

from filet.application.calls import Calls
from filet.application.cases import Cases
from filet.application.checking import Finding, Report
from filet.application.desk import Desk, Write
from filet.application.erasing import Erasing
from filet.application.undoing import Undoing
from filet.application.unlocking import Entered
from filet.domain.errors import ChainBroken
from filet.domain.ids import HOUSE, CallId, CaseId, LevelId, Ref, VaultId
from filet.domain.kinds import (
    CallNoted,
    ChainStarted,
    ErasureReason,
    Level,
    LevelSigned,
    NoteWritten,
    StatementMade,
    WordsNoted,
)
from filet.domain.moments import Due

REASON = ErasureReason.RECTIFIED
BLANK = (
    "UPDATE entry SET file = NULL, at = NULL, offset = NULL, author = NULL, kind = NULL,"
    " body = NULL, salt = NULL, sig = NULL WHERE seq = ?"
)
CALL = CallId(UUID(int=4))


class Scene:
    """A house with a dossier: a statement, words, a note, a signed level, an erased note."""

    def __init__(self, root: Path) -> None:
        self.house = House(root)
        self.entered: Entered = self.house.create()
        self.desk: Desk = self.house.desk(self.entered)
        self.case: CaseId = Cases(self.desk).create("Éloïse", "Tremblay").value.case
        said = stated()
        self.desk.record(self.case, Write(said), Write(WordsNoted("ses mots", said.statement)))
        level = LevelSigned(
            LevelId(UUID(int=5)), Level.IMMINENT, (person(1),), (), "il cherche",
            Due(self.house.clock.today()), False, (), (), "", "", (),
        )  # fmt: skip
        file = self.desk.record(self.case, Write(level))
        self.level = file.entries[-1].ref.seq
        file = self.desk.record(self.case, Write(NoteWritten("de trop")))
        self.erased = file.entries[-1].ref.seq
        self.former = self._row(self.erased)
        Erasing(self.desk).erase(self.case, [file.entries[-1].ref], REASON)
        file = self.desk.record(self.case, Write(NoteWritten("la note")))
        self.note = file.entries[-1].ref.seq
        self.desk.record(self.case, Write(NoteWritten("la fin")))

    def _row(self, seq: int) -> tuple[object, ...]:
        query = "SELECT * FROM entry WHERE seq = ?"
        return tuple(sql(self.entered).connection.execute(query, (seq,)).fetchone())

    def tamper(self, *statements: str, values: tuple[object, ...] = ()) -> Report:
        tampered(self.entered, *statements, values=values)
        self.desk.leave()
        return self.house.check(self.entered)

    def reopened(self) -> Report:
        self.entered.vault.close()
        self.entered = self.house.unlock()
        return self.house.check(self.entered)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    made = Scene(tmp_path)
    yield made
    made.entered.vault.close()


def whats(report: Report) -> set[tuple[str, int]]:
    return {(one.what, one.seq) for one in report.findings}


# Sound --------------------------------------------------------------------------------


def test_a_sound_vault_reports_nothing(scene: Scene) -> None:
    report = scene.house.check(scene.entered)
    assert report.findings == ()
    assert (report.chains, report.blanks, report.dossiers) == (1, 1, 1)
    assert report.entries == scene.entered.vault.journal.heads()[0].seq


def test_a_sound_vault_reports_nothing_when_it_opens_again(scene: Scene) -> None:
    assert scene.reopened().sound


def test_a_vault_is_sound_after_a_move(scene: Scene) -> None:
    other = Cases(scene.desk).create("Zoé").value.case
    refs = scene.desk.read(scene.case).refs(StatementMade)
    Erasing(scene.desk).move(scene.case, refs, other)
    assert scene.house.check(scene.entered).findings == ()
    assert scene.reopened().sound


def test_a_vault_is_sound_after_a_destruction(scene: Scene) -> None:
    Cases(scene.desk).create("Zoé")
    Erasing(scene.desk).destroy(scene.case, REASON)
    report = scene.house.check(scene.entered)
    assert report.findings == ()
    assert report.dossiers == 1
    assert scene.reopened().sound


def test_a_vault_is_sound_after_undo_and_redo_and_an_attached_call(scene: Scene) -> None:
    undoing, calls = Undoing(scene.desk), Calls(scene.desk)
    scene.desk.record(scene.case, Write(NoteWritten("reprise")))
    undoing.undo(scene.case)
    undoing.redo(scene.case)
    call = calls.note(CallNoted(CALL, caller="Lou")).value
    calls.attach(scene.case, CALL, call.ref)
    assert scene.house.check(scene.entered).findings == ()


def test_a_call_taken_by_another_worker_does_not_change_whose_dossier_it_is(tmp_path: Path) -> None:
    house = House(tmp_path)
    entered = house.create()
    keys = cabinet()
    enrolled(house.folder, keys.open(house.folder, "AB", PASSPHRASE), "CD", "mot")
    call = Calls(house.desk(entered)).note(CallNoted(CALL, caller="Lou")).value
    entered.vault.close()
    other = house.unlocking.unlock(house.folder, "CD", "mot")
    desk = house.desk(other)
    case = Cases(desk).create("Lou").value.case
    Calls(desk).attach(case, CALL, call.ref)
    assert house.check(other).findings == ()
    other.vault.close()


def test_who_entered_by_the_recovery_key_signs_and_is_known(scene: Scene) -> None:
    scene.entered.vault.close()
    scene.entered = scene.house.unlocking.recover(scene.house.folder, scene.house.recovery)
    desk = scene.house.desk(scene.entered)
    refs = desk.read(scene.case).refs(NoteWritten)
    Erasing(desk).erase(scene.case, refs[:1], REASON)
    assert scene.house.check(scene.entered).findings == ()


# Tampered -----------------------------------------------------------------------------


def test_an_entry_blanked_by_hand_is_reported(scene: Scene) -> None:
    report = scene.tamper(BLANK, values=(scene.note,))
    assert whats(report) == {("blanked", scene.note)}


def test_an_entry_half_blanked_is_reported(scene: Scene) -> None:
    report = scene.tamper("UPDATE entry SET salt = NULL WHERE seq = ?", values=(scene.note,))
    assert whats(report) == {("chain", scene.note)}


@pytest.mark.parametrize(
    "change",
    [
        "body = x'7b2274657874223a2278227d'",
        "body = x'00'",
        "body = x'ff'",
        "body = zeroblob(0)",
        "at = at + 1",
        "offset = 0",
        "offset = 100000",
        "author = zeroblob(16)",
        "kind = 'words_noted/1'",
        "kind = 'écrit'",
        "salt = zeroblob(16)",
    ],
)
def test_an_entry_that_was_changed_is_reported(scene: Scene, change: str) -> None:
    report = scene.tamper(f"UPDATE entry SET {change} WHERE seq = ?", values=(scene.note,))  # noqa: S608 - ours
    assert ("chain", scene.note) in whats(report)
    assert {detail for what, detail in found(report) if what == "chain"} == {"content"}


def found(report: Report) -> set[tuple[str, str]]:
    return {(one.what, one.detail) for one in report.findings}


@pytest.mark.parametrize(
    "change", ["tick = tick + 0 + 1", "refs = zeroblob(24)", "hash = zeroblob(32)"]
)
def test_a_header_that_was_changed_is_reported(scene: Scene, change: str) -> None:
    report = scene.tamper(f"UPDATE entry SET {change} WHERE seq = ?", values=(scene.note,))  # noqa: S608 - ours
    assert ("chain", scene.note) in whats(report)


def test_an_entry_put_into_another_dossier_is_reported(scene: Scene) -> None:
    report = scene.tamper(
        "UPDATE entry SET file = zeroblob(16) WHERE seq = ?", values=(scene.note,)
    )
    assert ("chain", scene.note) in whats(report)


def test_an_entry_cut_out_of_the_middle_is_reported(scene: Scene) -> None:
    report = scene.tamper("DELETE FROM entry WHERE seq = ?", values=(scene.note,))
    assert ("chain", scene.note + 1) in whats(report)


def test_a_cut_end_is_reported(scene: Scene) -> None:
    report = scene.tamper("DELETE FROM entry WHERE seq > ?", values=(scene.note,))
    assert whats(report) == {("cut", scene.note)}


def test_a_cut_end_keeps_the_vault_from_opening(scene: Scene) -> None:
    scene.tamper("DELETE FROM entry WHERE seq > ?", values=(scene.note,))
    scene.entered.vault.close()
    with pytest.raises(ChainBroken):
        scene.house.unlock()


def test_a_cut_end_whose_head_was_made_to_fit_is_noticed_by_the_witness(scene: Scene) -> None:
    scene.entered.vault.bear_witness()
    tampered(
        scene.entered,
        "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)",
        "UPDATE head SET (seq, hash, tick) = (SELECT seq, hash, tick FROM entry"
        " ORDER BY seq DESC LIMIT 1)",
    )
    sql(scene.entered).let_go()
    scene.entered = scene.house.unlock()
    report = scene.house.check(scene.entered)
    assert ("rollback", "RollbackNoticed") in found(report)


def test_an_erased_entry_put_back_is_reported(scene: Scene) -> None:
    marks = ", ".join("?" * len(scene.former))
    tampered(scene.entered, f"DELETE FROM entry WHERE seq = {scene.erased}")  # noqa: S608 - ours
    connection = sql(scene.entered).connection
    connection.execute(f"INSERT INTO entry VALUES ({marks})", scene.former)  # noqa: S608 - ours
    report = scene.house.check(scene.entered)
    assert whats(report) == {("not_emptied", scene.erased)}


@pytest.mark.parametrize("sig", ["zeroblob(64)", "NULL", "x'00'"])
def test_a_signature_that_was_changed_is_reported(scene: Scene, sig: str) -> None:
    report = scene.tamper(f"UPDATE entry SET sig = {sig} WHERE seq = ?", values=(scene.level,))  # noqa: S608 - ours
    assert whats(report) == {("signature", scene.level)}


def test_another_workers_signature_is_reported(scene: Scene) -> None:
    other = "SELECT sig FROM entry WHERE sig IS NOT NULL ORDER BY seq DESC LIMIT 1"
    report = scene.tamper(f"UPDATE entry SET sig = ({other}) WHERE seq = ?", values=(scene.level,))  # noqa: S608 - ours
    assert whats(report) == {("signature", scene.level)}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE case_line SET line = (SELECT line FROM case_line ORDER BY file DESC LIMIT 1)",
        "DELETE FROM case_line",
        "INSERT INTO case_line SELECT zeroblob(16), sort, closed, status, level, names, line"
        " FROM case_line LIMIT 1",
    ],
)
def test_a_line_of_a_list_that_does_not_match_is_reported(scene: Scene, statement: str) -> None:
    Cases(scene.desk).create("Zoé")
    assert "rows" in {one.what for one in scene.tamper(statement).findings}


def test_words_that_the_search_no_longer_finds_are_reported(scene: Scene) -> None:
    scene.desk.record(scene.case, *(Write(NoteWritten(f"{n} " + "mot " * 90)) for n in range(90)))
    found = scene.tamper("DELETE FROM search_text_idx WHERE pgno > 2").findings
    assert [one for one in found if one.what == "file" and "search_text" in one.detail]


def test_every_fault_is_reported_and_not_only_the_first(scene: Scene) -> None:
    tampered(
        scene.entered,
        f"UPDATE entry SET at = 1 WHERE seq = {scene.level}",  # noqa: S608 - ours
        f"UPDATE entry SET body = x'00' WHERE seq = {scene.note}",  # noqa: S608 - ours
    )
    report = scene.house.check(scene.entered)
    assert {("chain", scene.level), ("chain", scene.note)} <= whats(report)


def test_a_body_that_was_changed_keeps_no_dossier_closed(scene: Scene) -> None:
    scene.tamper("UPDATE entry SET body = x'00' WHERE seq = ?", values=(scene.note,))
    file = scene.desk.read(scene.case)
    assert [note.text for note in file.all(NoteWritten)] == ["la fin"]
    assert len(file.all(StatementMade)) == 1


def test_a_damaged_file_is_reported_as_far_as_it_can_be_read(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.desk.record(scene.case, *(Write(NoteWritten("mot " * 3000)) for _ in range(20)))
    scene.entered.vault.close()
    path = scene.house.folder / "filet.vault"
    data = bytearray(path.read_bytes())
    for page in range(60, 70):
        data[page * 4096 + 100] ^= 1
    path.write_bytes(data)
    entered = scene.house.unlock()
    report = scene.house.check(entered)
    assert Finding("file") not in report.findings
    assert "file" in {one.what for one in report.findings}
    entered.vault.close()


# Roll-back ----------------------------------------------------------------------------


@pytest.fixture
def old(tmp_path: Path) -> tuple[House, Path, Callable[[], House]]:
    """Return a house, a copy of its folder from earlier, and a way of putting it back."""
    scene = Scene(tmp_path)
    scene.entered.vault.close()
    copy = tmp_path / "copy"
    shutil.copytree(scene.house.folder, copy)
    entered = scene.house.unlock()
    scene.house.desk(entered).record(scene.case, Write(NoteWritten("après la copie")))
    entered.vault.close()

    def put_back() -> House:
        shutil.rmtree(scene.house.folder)
        shutil.copytree(copy, scene.house.folder)
        return scene.house

    return scene.house, scene.house.local, put_back


Old = tuple[House, Path, Callable[[], House]]


def noticed(house: House) -> list[str]:
    entered = house.unlock()
    entered.vault.close()
    return [type(one).__name__ for one in entered.noticed]


def anchor(local: Path) -> Path:
    (found,) = (local / "anchors").iterdir()
    return found


def test_nothing_is_noticed_when_nothing_was_put_back(old: Old) -> None:
    assert noticed(old[0]) == []


def test_an_older_copy_is_noticed_once(old: Old) -> None:
    house = old[2]()
    assert noticed(house) == ["RollbackNoticed"]
    assert noticed(house) == []


def test_what_was_noticed_is_recorded(old: Old) -> None:
    house = old[2]()
    entered = house.unlock()
    kinds = [
        one.kind for chain in entered.vault.journal.heads() for one in recent(entered, chain.chain)
    ]
    assert "rollback_noticed/1" in kinds
    entered.vault.close()


def recent(entered: Entered, chain: object):  # type: ignore[no-untyped-def]  # fillings of a chain
    return [
        one.filling.meta
        for one in entered.vault.journal.sealed(chain)  # type: ignore[arg-type]  # a chain is given
        if one.filling is not None
    ]


def test_an_older_copy_goes_on_in_a_chain_of_its_own(old: Old) -> None:
    house = old[2]()
    before = {head.chain for head in look(house)}
    noticed(house)
    assert len({head.chain for head in look(house)}) == len(before) + 1


def look(house: House):  # type: ignore[no-untyped-def]  # heads
    entered = house.unlocking.inspect(house.folder, "AB", "une phrase de cinq mots")
    heads = entered.vault.journal.heads()
    entered.vault.close()
    return heads


def test_looking_at_an_older_copy_notices_and_keeps_the_witness(old: Old) -> None:
    house = old[2]()
    kept = anchor(old[1]).read_bytes()
    entered = house.unlocking.inspect(house.folder, "", "une phrase de cinq mots")
    entered.vault.close()
    assert [type(one).__name__ for one in entered.noticed] == ["RollbackNoticed"]
    assert anchor(old[1]).read_bytes() == kept


def test_a_missing_witness_keeps_nobody_out(old: Old) -> None:
    house = old[2]()
    anchor(old[1]).unlink()
    assert noticed(house) == []


def test_no_changed_byte_of_a_witness_keeps_anybody_out(old: Old) -> None:
    house, local, _ = old
    whole = anchor(local).read_bytes()
    seen = set()
    for place in range(len(whole)):
        for flip in (0x01, 0x80):
            changed = bytearray(whole)
            changed[place] ^= flip
            anchor(local).write_bytes(changed)
            entered = house.vaults.witness.recall(vault_of(local))
            seen.add(entered is None)
    anchor(local).write_bytes(whole.replace(whole[-12:-8], b"AAAA"))
    assert noticed(house) == ["RollbackNoticed"]
    assert seen == {True, False}


def vault_of(local: Path) -> VaultId:
    return VaultId(UUID(anchor(local).name))


def test_a_witness_that_cannot_be_read_keeps_nobody_out(old: Old) -> None:
    path = anchor(old[1])
    path.unlink()
    path.mkdir()
    assert noticed(old[0]) == []


# Another computer, another time -------------------------------------------------------


def test_another_computer_begins_a_chain_that_goes_on_from_the_last(old: Old) -> None:
    house = old[0]
    (last,) = look(house)
    entered = house.on("autre").unlock()
    (started,) = [
        one.content
        for one in entered.vault.journal.of_kinds(("chain_started/1",), HOUSE)
        if one.ref.chain != last.chain
    ]
    assert isinstance(started, ChainStarted)
    assert started.continues == Ref(last.chain, last.seq)
    assert started.continues_hash == last.hash.hex()
    assert started.letter == "B"
    entered.vault.close()


def test_another_computer_numbers_dossiers_by_its_own_letter(old: Old) -> None:
    house = old[0].on("autre")
    entered = house.unlock()
    file = Cases(house.desk(entered)).create("Lou").value
    assert "26-B-0001" in {getattr(one.content, "number", "") for one in file.entries}
    assert house.check(entered).findings == ()
    entered.vault.close()


def test_the_first_computer_begins_again_after_another_wrote(old: Old) -> None:
    house = old[0]
    house.on("autre").unlock().vault.close()
    house.unlock().vault.close()
    assert len(look(house)) == 3


def test_the_same_computer_goes_on_in_its_chain(old: Old) -> None:
    noticed(old[0])
    assert len(look(old[0])) == 1


def test_a_clock_that_was_set_back_is_noticed(old: Old) -> None:
    house = old[0]
    house.clock.move(minutes=-61)
    entered = house.unlock()
    assert [getattr(one, "minutes", None) for one in entered.noticed] == [60]
    entered.vault.close()


def test_a_clock_that_is_a_little_behind_is_borne(old: Old) -> None:
    old[0].clock.move(minutes=-1)
    assert noticed(old[0]) == []
