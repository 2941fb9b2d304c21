"""Everything leaves in one file a stranger can read, and never without its entry."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import PASSPHRASE
from copied import Scene
from fakes.archive import LightArchive, unsealed
from pyrage import passphrase as age

from filet.adapters.packages import Archive
from filet.application.access import Accesses
from filet.application.cases import Cases
from filet.application.desk import Write
from filet.application.erasing import Erasing
from filet.application.exporting import Exported, Exporting, InClear
from filet.application.keeping import Outbox
from filet.domain.errors import (
    ExportStopped,
    FileExists,
    FolderUnusable,
    NotAllowed,
    SamePerson,
    SecondPersonNeeded,
    SentenceNotTyped,
    SyncedFolder,
    WordsMissing,
)
from filet.domain.ids import HOUSE, CaseId
from filet.domain.kinds import Duty, ErasureReason, ExportBegun, NoteWritten

SENTENCE = "Je laisse tout sortir en clair"
PHRASE = "un deux trois quatre cinq six"
TOGETHER = InClear(("CD", PASSPHRASE + "CD"), SENTENCE)


class House(Scene):
    """A house where a second person works, and a place for what leaves."""

    def __init__(self, root: Path, resources: Path) -> None:
        super().__init__(root)
        self.house.let_in(self.desk, "CD")
        self.begin()
        self.note("=1+1, et « sa note »")
        self.out = root / "tout.zip.age"
        self.resources = resources
        self.archive: type[Archive] = LightArchive

    @property
    def exporting(self) -> Exporting:
        archive = self.archive(self.resources / "export", lambda: PHRASE)
        return Exporting(self.desk, self.house.workers(self.desk), archive, self.paper)

    def paper(self, case: CaseId) -> bytes | None:
        return b"%PDF of a plan" if case == self.case else None

    def said(self) -> list[str]:
        names = ("export_begun/1", "export_completed/1", "export_abandoned/1")
        found = self.entered.vault.journal.of_kinds(names, HOUSE)
        return [one.kind or "" for one in sorted(found, key=lambda one: one.order())]


@pytest.fixture
def house(tmp_path: Path, repository: Path) -> Iterator[House]:
    made = House(tmp_path, repository / "resources")
    yield made
    made.lock()


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def exported(house: House) -> tuple[Exported, dict[str, bytes]]:
    done = house.exporting.export(house.out, "changement de logiciel").value
    opens = age.decrypt if house.archive is Archive else unsealed
    return done, opened(opens(house.out.read_bytes(), done.phrase))


# Closed -------------------------------------------------------------------------------


def test_everything_is_in_a_file_that_the_phrase_opens(house: House) -> None:
    house.archive = Archive
    done, members = exported(house)
    assert done.phrase == PHRASE
    assert done.dossiers == 1
    assert {"LISEZMOI.txt", "README.txt", "entries.jsonl", "papers/26-A-0001.pdf"} <= set(members)
    assert b"sa note" not in house.out.read_bytes()


def test_every_entry_is_there_as_it_was_written(house: House) -> None:
    done, members = exported(house)
    lines = [json.loads(line) for line in members["entries.jsonl"].splitlines()]
    assert len(lines) == done.entries
    notes = [json.loads(one["body"]) for one in lines if one.get("kind") == "note_written/1"]
    assert [note["text"] for note in notes] == ["=1+1, et « sa note »"]
    sealed = [
        one
        for head in house.entered.vault.journal.heads()
        for one in house.entered.vault.journal.sealed(head.chain)
    ]
    assert [one["hash"] for one in lines] == [one.hash.hex() for one in sealed][: len(lines)]


def test_an_erased_entry_leaves_only_its_place(house: House) -> None:
    ref = house.desk.read(house.case).refs(NoteWritten)[0]
    house.entered.vault.write(lambda: house.entered.vault.journal.blank([ref]))
    _, members = exported(house)
    line = json.loads(members["entries.jsonl"].splitlines()[ref.seq - 1])
    assert line["seq"] == ref.seq
    assert "body" not in line


def test_a_spreadsheet_reads_the_tables_and_runs_nothing(house: House) -> None:
    _, members = exported(house)
    text = members["csv/note_written.csv"].decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["text"] == "'=1+1, et « sa note »"
    assert (row["by"], row["dossier"], row["counts"]) == ("AB", "26-A-0001", "yes")


def test_the_entry_says_how_much_left_and_why_and_nothing_of_where(house: House) -> None:
    exported(house)
    assert house.said() == ["export_begun/1", "export_completed/1"]
    (entry,) = house.entered.vault.journal.of_kinds(("export_begun/1",), HOUSE)
    assert isinstance(entry.content, ExportBegun)
    assert entry.content.sealed
    assert entry.content.why == "changement de logiciel"
    assert entry.signed


def test_a_reason_is_asked_for(house: House) -> None:
    with pytest.raises(WordsMissing):
        house.exporting.export(house.out, "  ")
    assert house.said() == []


def test_nothing_is_written_over(house: House) -> None:
    house.out.write_bytes(b"autre chose")
    with pytest.raises(FileExists):
        house.exporting.export(house.out, "raison")
    assert house.out.read_bytes() == b"autre chose"
    assert house.said() == []


def test_what_came_there_meanwhile_is_not_written_over_and_leaves_no_open_end(
    house: House,
) -> None:
    with pytest.raises(FileExists):
        house.exporting.export(
            house.out, "raison", between=lambda: house.out.write_bytes(b"autre chose")
        )
    assert house.out.read_bytes() == b"autre chose"
    assert house.said() == ["export_begun/1", "export_abandoned/1"]


def test_a_folder_that_is_not_there_leaves_no_open_end(house: House) -> None:
    with pytest.raises(FolderUnusable):
        house.exporting.export(house.out.parent / "absent" / "tout.age", "raison")
    assert house.said() == []


# In clear -----------------------------------------------------------------------------


def in_clear(house: House, decided: InClear) -> Exported:
    return house.exporting.export(house.out, "saisie de la cour", SENTENCE, decided).value


def test_two_may_let_everything_leave_in_clear(house: House) -> None:
    done = in_clear(house, TOGETHER)
    assert done.phrase == ""
    assert "entries.jsonl" in opened(house.out.read_bytes())
    (entry,) = house.entered.vault.journal.of_kinds(("export_begun/1",), HOUSE)
    assert isinstance(entry.content, ExportBegun)
    assert (entry.content.sealed, entry.content.typed) == (False, SENTENCE)
    assert entry.content.second is not None
    assert house.house.check(house.entered).findings == ()


@pytest.mark.parametrize(
    ("decided", "error"),
    [
        (InClear(("", ""), SENTENCE), SecondPersonNeeded),
        (InClear(("AB", PASSPHRASE), SENTENCE), SamePerson),
        (InClear(TOGETHER.second, "oui"), SentenceNotTyped),
        (InClear(TOGETHER.second, ""), SentenceNotTyped),
    ],
)
def test_less_than_all_of_it_lets_nothing_leave(
    house: House, decided: InClear, error: type[Exception]
) -> None:
    with pytest.raises(error):
        in_clear(house, decided)
    assert not house.out.exists()
    assert house.said() == []


@pytest.mark.parametrize("duty", [Duty.WORKER, Duty.COORDINATION])
def test_only_direction_lets_everything_leave_in_clear(house: House, duty: Duty) -> None:
    house.house.let_in(house.desk, "EF", duty)
    house.lock()
    house.entered = house.house.unlocking.unlock(house.house.folder, "EF", PASSPHRASE + "EF")
    house.begin()
    with pytest.raises(NotAllowed):
        in_clear(house, TOGETHER)
    assert not house.out.exists()


def test_in_clear_it_never_goes_where_it_would_travel_by_itself(house: House) -> None:
    def refuse(folder: Path) -> None:
        raise SyncedFolder(folder=str(folder))

    archive = LightArchive(house.resources / "export", lambda: PHRASE)
    workers = house.house.workers(house.desk)
    exporting = Exporting(house.desk, workers, archive, house.paper, refuse)
    with pytest.raises(SyncedFolder):
        exporting.export(house.out, "raison", SENTENCE, TOGETHER)
    assert house.said() == []
    assert exporting.export(house.out, "raison").value.phrase == PHRASE


# Who may not see all ------------------------------------------------------------------


def test_a_dossier_that_is_closed_to_her_leaves_only_its_places(house: House) -> None:
    her = house.house.let_in(house.desk, "GH", Duty.COORDINATION)
    shown = Cases(house.desk).create("Rose").value.case
    house.desk.record(shown, Write(NoteWritten("une autre note")))
    Accesses(house.desk).close(house.case, her, "son cousin")
    house.lock()
    house.entered = house.house.enter("GH")
    house.begin()
    done, members = exported(house)
    whole = b"".join(members.values())
    assert b"sa note" not in whole
    assert "Éloïse".encode() not in whole
    assert house.case.hex.encode() not in whole
    assert b"une autre note" in whole
    assert done.dossiers == 1
    assert len(members["entries.jsonl"].splitlines()) == done.entries
    assert not any(name.startswith("papers/26-A-0001") for name in members)


# Stopped ------------------------------------------------------------------------------


class Locks(Exception):
    """Stands for a lock that comes."""


def test_a_lock_stops_it_and_nothing_remains(house: House) -> None:
    def between() -> None:
        raise Locks

    with pytest.raises(Locks):
        house.exporting.export(house.out, "raison", between=between)
    assert not house.out.exists()
    assert house.said() == []
    assert list(house.out.parent.glob(".*.part")) == []


def test_whoever_waits_has_many_turns_and_what_she_writes_waits_for_the_next(house: House) -> None:
    turns: list[int] = []

    def between() -> None:
        turns.append(len(turns))
        house.note(f"pendant {len(turns)}")

    before = sum(head.seq for head in house.entered.vault.journal.heads())
    done = house.exporting.export(house.out, "raison", between=between).value
    members = opened(unsealed(house.out.read_bytes(), done.phrase))
    assert len(turns) > 10
    assert done.entries == before == len(members["entries.jsonl"].splitlines())
    assert b"pendant" not in b"".join(members.values())


def test_what_is_erased_meanwhile_does_not_leave(house: House) -> None:
    ref = house.desk.read(house.case).refs(NoteWritten)[0]
    erased: list[bool] = []

    def between() -> None:
        if not erased:
            erased.append(True)
            Erasing(house.desk).erase(house.case, [ref], ErasureReason.RECTIFIED)

    with pytest.raises(ExportStopped):
        house.exporting.export(house.out, "raison", between=between)
    assert not house.out.exists()
    assert house.said() == []


def test_the_register_shows_each_export_and_whether_it_was_handed_over(house: House) -> None:
    exported(house)
    with pytest.raises(FileExists):
        house.exporting.export(
            house.out.parent / "b", "raison",
            between=lambda: (house.out.parent / "b").write_bytes(b""),
        )  # fmt: skip
    assert [(one.begun.why, one.completed) for one in house.exporting.left()] == [
        ("raison", False),
        ("changement de logiciel", True),
    ]


class Killed(BaseException):
    """Stands for a power cut."""


class Stops:
    """An outbox that the power leaves before or after the file is whole."""

    def __init__(self, real: Outbox, *, before: bool) -> None:
        self._real, self._before = real, before

    def put(self, path: Path, data: bytes, at: int) -> int:
        if not self._before:
            self._real.put(path, data, at)
        raise Killed

    def settle(self, key: int) -> int:
        return self._real.settle(key)

    def undo(self, key: int, path: Path) -> None:
        raise Killed


@pytest.mark.parametrize("before", [True, False])
def test_a_power_cut_leaves_no_file_without_its_entry(house: House, *, before: bool) -> None:
    vault = house.entered.vault
    vault.outbox = Stops(vault.outbox, before=before)  # type: ignore[misc] # the port, not our code
    with pytest.raises(Killed):
        in_clear(house, TOGETHER)
    assert house.said() == ["export_begun/1"]
    house.lock()
    house.unlock()
    assert not house.out.exists()
    house.exporting.settle()
    assert house.said() == ["export_begun/1", "export_abandoned/1"]
