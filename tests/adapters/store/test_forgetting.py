"""What is erased is nowhere in any byte, and nothing of it is ever in clear."""

import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from builders import House, person, sql, stated
from sqlcipher3 import dbapi2

from filet.adapters.store import codec, migrate
from filet.adapters.store import connection as connections
from filet.adapters.store.vault import SqlVault, VaultFolder
from filet.application.calls import Calls
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.erasing import Erasing
from filet.application.keeping import DraftKey
from filet.application.projecting import rebuild
from filet.domain.casefile import CaseFile
from filet.domain.ids import ActionId, CallId, CaseId, PersonId, StatementId, VaultId, WorkerId
from filet.domain.instruments import Value
from filet.domain.journal import commitment
from filet.domain.kinds import (
    ActionPlanned,
    CallNoted,
    ErasureReason,
    MayTellHer,
    Nature,
    NoteWritten,
    PersonDescribed,
    Role,
    SourceKind,
    StatementMade,
    Still,
    WordsNoted,
)
from filet.domain.moments import Told

WORDS = (
    "azurite", "brouhaha", "cornichon", "dromadaire", "ecumoire", "faribole", "girouette",
    "hurluberlu", "iguanodon", "jacquemart",
)  # fmt: skip
CALL = CallId(UUID(int=4))
REASON = ErasureReason.NOT_NECESSARY


def told(desk: Desk) -> CaseId:
    """Write each of the words in another kind of place; return the dossier."""
    case = Cases(desk).create("Azurite", "Brouhaha").value.case
    statement = stated(happened=Told("cornichon"))
    desk.record(
        case,
        Write(statement),
        Write(WordsNoted("dromadaire et encore dromadaire", statement.statement)),
        Write(NoteWritten("ecumoire, dans une note")),
        Write(ActionPlanned(ActionId(uuid4()), "faribole")),
        Write(PersonDescribed(PersonId(uuid4()), Role.AUTHOR, "Girouette")),
    )
    desk.record(case, Write(NoteWritten("iguanodon, corrigé"), ()))
    draft = DraftKey(desk.worker, case, "note")
    desk.vault.write(lambda: desk.vault.drafts.save(draft, b"hurluberlu, en brouillon", 1))
    call = Calls(desk).note(CallNoted(CALL, caller="jacquemart")).value
    call = Calls(desk).note(CallNoted(CALL, caller="jacquemart", done="rien"), call).value
    Calls(desk).attach(case, CALL, call.ref)
    return case


def seen_in(folder: Path, words: tuple[str, ...] = WORDS) -> set[str]:
    """Return the words that stand in any byte of any file, whole or but for their head."""
    data = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file()).lower()
    return {word for word in words if word.encode() in data or word[3:].encode() in data}


# In clear -----------------------------------------------------------------------------


class Unkeyed:
    """The same vault over a connection that was given no key."""

    def __init__(self, house: House) -> None:
        house.folder.mkdir()
        place = VaultFolder(house.folder)
        connection = dbapi2.connect(str(place.vault), isolation_level=None)
        for pragma in connections._pragmas():
            connection.execute(f"PRAGMA {pragma}").fetchall()
        migrate.migrate(connection)
        self.vault = SqlVault(place, connection, lambda _: bytes(64), house.vaults.witness)
        self.vault.write(lambda: house.vaults._begin(self.vault, VaultId(uuid4())))
        self.desk = Desk(self.vault, house.clock, WorkerId(uuid4()))
        self.folder = house.folder


@pytest.fixture
def unkeyed(tmp_path: Path) -> Iterator[Unkeyed]:
    made = Unkeyed(House(tmp_path))
    yield made
    made.vault.close()


def everything(file: CaseFile) -> list[object]:
    fixed = {"case_created/1", "taken_back/1", "content_removed/1"}
    return [one.ref for one in file.entries if one.kind not in fixed]


def test_without_a_key_every_word_would_be_seen(unkeyed: Unkeyed) -> None:
    told(unkeyed.desk)
    assert seen_in(unkeyed.folder) == set(WORDS)


def test_what_was_erased_is_in_no_byte(unkeyed: Unkeyed) -> None:
    case = told(unkeyed.desk)
    file = unkeyed.desk.read(case)
    Erasing(unkeyed.desk).erase(case, everything(file), REASON)  # type: ignore[arg-type]  # places of entries
    assert seen_in(unkeyed.folder) == set()


def test_what_was_destroyed_is_in_no_byte(unkeyed: Unkeyed) -> None:
    case = told(unkeyed.desk)
    Erasing(unkeyed.desk).destroy(case, REASON)
    assert seen_in(unkeyed.folder) == set()


def test_what_was_destroyed_after_an_erasure_and_a_rebuild_is_in_no_byte(unkeyed: Unkeyed) -> None:
    case = told(unkeyed.desk)
    file = unkeyed.desk.read(case)
    Erasing(unkeyed.desk).erase(case, everything(file)[:2], REASON)  # type: ignore[arg-type]  # as above
    rebuild(unkeyed.desk)
    Erasing(unkeyed.desk).destroy(case, REASON)
    assert seen_in(unkeyed.folder) == set()


def test_one_erased_note_leaves_the_others(unkeyed: Unkeyed) -> None:
    case = told(unkeyed.desk)
    file = unkeyed.desk.read(case)
    (note, _) = file.refs(NoteWritten)
    Erasing(unkeyed.desk).erase(case, [note], REASON)
    assert seen_in(unkeyed.folder) == set(WORDS) - {"ecumoire", "hurluberlu"}


def test_a_dossier_among_hundreds_is_in_no_byte_once_destroyed(unkeyed: Unkeyed) -> None:
    for number in range(150):
        other = Cases(unkeyed.desk).create(f"Personne{number}").value.case
        unkeyed.desk.record(other, Write(NoteWritten(f"phrase{number} parmi d’autres " * 20)))
        if number == 75:
            case = told(unkeyed.desk)
    Erasing(unkeyed.desk).destroy(case, REASON)
    assert seen_in(unkeyed.folder) == set()
    assert unkeyed.vault.faults() == ()


def test_a_draft_that_was_written_over_is_in_no_byte(unkeyed: Unkeyed) -> None:
    key = DraftKey(unkeyed.desk.worker, CaseId(uuid4()), "note")
    for body in (b"hurluberlu", b"iguanodon et la suite", b"rien"):
        unkeyed.vault.write(lambda body=body: unkeyed.vault.drafts.save(key, body, 1))  # type: ignore[misc]  # mypy cannot infer it
    unkeyed.vault.forget_traces()
    assert seen_in(unkeyed.folder) == set()


# Under the key ------------------------------------------------------------------------


def test_no_word_is_in_any_byte_of_any_file(tmp_path: Path) -> None:
    house = House(tmp_path)
    entered = house.create()
    told(house.desk(entered))
    names = {path.name for path in house.folder.iterdir()}
    assert {"filet.vault", "filet.vault-wal", "filet.keys", "filet.lock", "filet.reserve"} <= names
    assert seen_in(tmp_path) == set()
    entered.vault.close()
    assert seen_in(tmp_path) == set()


def test_the_clear_files_name_nobody(tmp_path: Path) -> None:
    house = House(tmp_path)
    entered, _ = house.unlocking.create(
        house.folder, "AB", "une phrase de cinq mots", name="Anne Brouhaha"
    )
    keys = (house.folder / "filet.keys").read_text(encoding="utf-8")
    assert '"AB"' in keys
    assert seen_in(tmp_path, ("anne brouhaha", "une phrase")) == set()
    assert os.uname().nodename not in (house.folder / "filet.lock").read_text(encoding="utf-8")
    entered.vault.close()


def test_the_header_is_never_in_clear(tmp_path: Path) -> None:
    house = House(tmp_path)
    entered = house.create()
    heads = [(house.folder / "filet.vault").read_bytes()[:16]]
    told(house.desk(entered))
    entered.vault.forget_traces()
    heads.append((house.folder / "filet.vault").read_bytes()[:16])
    entered.vault.close()
    heads.append((house.folder / "filet.vault").read_bytes()[:16])
    assert b"SQLite format 3\0" not in heads
    assert len(set(heads)) == 1


def test_no_erased_answer_can_be_guessed_back(tmp_path: Path) -> None:
    house = House(tmp_path)
    entered = house.create()
    desk, connection = house.desk(entered), sql(entered).connection
    case = Cases(desk).create("Lou").value.case
    said = stated(Value.YES, SourceKind.POLICE, nature=Nature.OBSERVED, still=Still.NOW)
    ref = desk.record(case, Write(said)).refs(StatementMade)[0]
    (sealed,) = (one for one in entered.vault.journal.sealed(ref.chain) if one.ref == ref)
    Erasing(desk).erase(case, [ref], REASON)
    kept = connection.execute("SELECT * FROM entry WHERE seq = ?", (ref.seq,)).fetchone()
    assert sealed.filling is not None
    salts = [value for value in kept if isinstance(value, bytes) and len(value) >= 16]
    guesses = {bytes(16), b"", ref.chain, *(salt[:16] for salt in salts)}
    meta, target = sealed.filling.meta.to_bytes(), sealed.header.commitment
    bodies = {codec.encode(one) for one in every_statement(said.statement)}
    assert sealed.filling.body in bodies
    assert commitment(sealed.filling.salt, meta, sealed.filling.body) == target
    assert not any(commitment(salt, meta, body) == target for salt in guesses for body in bodies)
    entered.vault.close()


def every_statement(identity: StatementId) -> Iterator[StatementMade]:
    choices = product([None, *Value], SourceKind, Nature, Still, MayTellHer, [True, False])
    for value, kind, nature, still, may, resume in choices:
        yield stated(
            value, kind, nature=nature, still=still, may_tell_her=may, to_resume=resume,
            statement=identity,
        )  # fmt: skip


def test_two_equal_answers_do_not_look_alike(tmp_path: Path) -> None:
    house = House(tmp_path)
    entered = house.create()
    case = Cases(house.desk(entered)).create("Lou").value.case
    house.desk(entered).record(case, Write(stated(about=(person(1),))), Write(stated()))
    bound = sql(entered).connection.execute("SELECT commitment, salt FROM entry").fetchall()
    assert len({one for one, _ in bound}) == len({salt for _, salt in bound}) == len(bound)
    entered.vault.close()
