"""« Tout exporter »: closed with a phrase shown once, stopped by a lock, told how it opens."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builders import PASSPHRASE, House
from fakes.archive import LightArchive, unsealed
from fakes.press import FakePress
from fakes.runner import ImmediateRunner
from indoors import RESOURCES, words
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics, unnamed

from filet import bootstrap
from filet.adapters.documents import PdfProtector
from filet.application.desk import Write
from filet.application.exporting import Exporting
from filet.domain.errors import ExportStopped
from filet.domain.ids import ExportId
from filet.domain.kinds import Duty, ExportBegun, NoteWritten
from filet.gui.context import Context
from filet.gui.exporter import Exporter, Wanted
from filet.gui.keeper import Keeper
from filet.gui.screens.settings import PartMaker, SettingsScreen
from filet.gui.screens.settings_export import ExportPart
from filet.gui.task_runner import TaskRunner
from filet.gui.theme import Theme, ThemeName
from filet.gui.widgets.part_list import PartName
from filet.paths import Paths

PHRASES = Path("phrases", "fr.txt")
SENTENCE = "Je laisse tout sortir en clair"


class Place:
    """A house on disk, and the part of the settings that is looked at."""

    def __init__(self, root: Path, qtbot: QtBot) -> None:
        self.house, self.qtbot = House(root), qtbot
        self.paths = Paths(RESOURCES, self.house.local)
        self.press = FakePress(path=root / "tout.zip.age")
        self.runner = ImmediateRunner()
        self.exporter = Exporter(self.runner)
        self.entered = self.house.create()
        self.house.let_in(self.house.desk(self.entered), "CD", Duty.COORDINATION)
        self.house.let_in(self.house.desk(self.entered), "EF")
        self.begin()
        self.case = self.services.cases.create("Bertille", "Inventée").value.case
        self.services.cases.note(self.case, "une note")

    def begin(self) -> None:
        made = bootstrap._services(self.entered, self.paths, self.house.clock)
        archive = LightArchive(RESOURCES / "export", PdfProtector(RESOURCES / PHRASES).phrase)
        desk = self.house.desk(self.entered)
        exporting = Exporting(desk, made.workers, archive, lambda _: None)
        self.services = replace(made, exporting=exporting)

    def enter(self, initials: str) -> None:
        self.house.unlocking.lock(self.entered)
        self.entered = self.house.enter(initials)
        self.begin()

    @property
    def out(self) -> Path:
        assert self.press.path is not None
        return self.press.path

    def open(self) -> Any:
        context = Context(
            words("fr"), Theme.read(RESOURCES, ThemeName.LIGHT, 1.0), self.runner,
            self.house.clock, Keeper(self.runner),
        )  # fmt: skip
        make = PartMaker(
            PartName("export", "Tout exporter", "file-output"),
            lambda: ExportPart(context, self.services, self.exporter, lambda: self.press),
        )
        self.screen = SettingsScreen(context, self.services, [make])
        self.qtbot.addWidget(self.screen)
        self.screen.resize(1134, 648)
        self.screen.show()
        self.qtbot.waitExposed(self.screen)
        return self.screen.part

    def made(self) -> Any:
        part = self.open()
        part.why.show_text("changement de logiciel")
        part.go.click()
        return part


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot) -> Iterator[Place]:
    made = Place(tmp_path, qtbot)
    yield made
    made.house.unlocking.lock(made.entered)


def test_everything_leaves_closed_and_its_phrase_is_shown_once(place: Place) -> None:
    part = place.made()
    phrase = part.done.phrase.text()
    with zipfile.ZipFile(io.BytesIO(unsealed(place.out.read_bytes(), phrase))) as archive:
        assert b"une note" in archive.read("entries.jsonl")
    assert place.press.names == ["tout-2026-11-23.zip.age"]
    part.done.done.click()
    assert phrase not in aloud(place.screen)
    assert place.exporter.done is not None
    assert place.exporter.done.phrase == ""
    said = aloud(part.done)
    assert "tout.zip.age" in said
    assert "age-encryption.org" in said
    assert str(place.house.root) not in said


def test_a_phrase_waits_on_the_page_that_is_opened_again(place: Place) -> None:
    phrase = place.made().done.phrase.text()
    assert place.open().done.phrase.text() == phrase


def test_a_lock_forgets_the_phrase(place: Place) -> None:
    place.made()
    place.exporter.forget()
    assert place.open().done.isHidden()


def test_without_a_reason_nothing_is_asked_and_nothing_leaves(place: Place) -> None:
    part = place.open()
    part.go.click()
    assert part.why.wrong.text() == "Écrivez le motif."
    assert place.press.names == []


def test_no_place_chosen_is_no_export(place: Place) -> None:
    place.press.path = None
    place.made()
    assert place.services.exporting.left() == ()


def test_what_is_refused_is_told_and_nothing_is_written_over(place: Place) -> None:
    place.out.write_bytes(b"autre chose")
    part = place.made()
    assert part.notice.title().startswith("Il y a déjà un fichier")
    assert place.out.read_bytes() == b"autre chose"
    assert part.done.isHidden()
    assert part.why.text() == "changement de logiciel"


def test_the_register_says_what_left_and_why(place: Place) -> None:
    part = place.made()
    assert not part._register.isHidden()
    assert "chiffré · changement de logiciel" in aloud(part._register)


def test_who_does_not_manage_the_house_is_offered_nothing(place: Place) -> None:
    place.enter("EF")
    part = place.open()
    assert part._making.isHidden()
    assert not part.only.isHidden()


def test_every_control_has_a_name_and_a_letter_of_its_own(place: Place) -> None:
    part = place.open()
    part.clear.click()
    assert unnamed(part) == []
    letters = mnemonics(part)
    assert len(letters) == len(set(letters))


def test_what_a_crash_stopped_is_said(place: Place) -> None:
    begun = ExportBegun(ExportId(place.case), True, "raison", 1, 1, "aa" * 32)
    place.house.desk(place.entered).record_house(Write(begun))
    part = place.open()
    assert part.notice.title() == "La dernière exportation s’est arrêtée en chemin."
    assert "rien n’est sorti" in aloud(part._register)
    place.made()
    assert place.open().notice.isHidden()


# In clear ------------------------------------------------------------------------------


def in_clear(place: Place, initials: str, phrase: str, typed: str) -> Any:
    place.press.path = place.house.root / "tout.zip"
    part = place.open()
    part.why.show_text("saisie de la cour")
    part.clear.click()
    part.in_clear.initials.show_text(initials)
    part.in_clear.passphrase.show_text(phrase)
    part.in_clear.typed.show_text(typed)
    part.in_clear.go.click()
    return part


def test_direction_and_a_colleague_let_it_leave_in_clear(place: Place) -> None:
    part = in_clear(place, "CD", PASSPHRASE + "CD", SENTENCE)
    assert zipfile.is_zipfile(place.out)
    assert part.done.phrase.isHidden()
    assert "Détruisez-le dès qu’il a servi" in aloud(part.done)
    (left,) = place.services.exporting.left()
    assert (left.begun.sealed, left.begun.typed) == (False, SENTENCE)
    assert left.begun.second is not None


@pytest.mark.parametrize(
    ("initials", "phrase", "typed"),
    [
        ("", PASSPHRASE + "CD", SENTENCE),
        ("CD", "", SENTENCE),
        ("CD", PASSPHRASE + "CD", "oui"),
        ("CD", "autre chose", SENTENCE),
        ("AB", PASSPHRASE, SENTENCE),
    ],
)
def test_less_than_all_of_it_lets_nothing_leave(
    place: Place, initials: str, phrase: str, typed: str
) -> None:
    in_clear(place, initials, phrase, typed)
    assert not place.out.exists()
    assert place.services.exporting.left() == ()


def test_coordination_is_not_offered_it(place: Place) -> None:
    place.enter("CD")
    part = place.open()
    assert not part._making.isHidden()
    assert part.clear.isHidden()


# Behind what she does ------------------------------------------------------------------


class Thread:
    """The house on the thread of a real runner, with enough in it to take a while."""

    def __init__(self, root: Path) -> None:
        self.house, self.runner = House(root), TaskRunner()
        self.paths = Paths(RESOURCES, self.house.local)
        self.exporter = Exporter(self.runner)
        self.out = root / "tout.zip.age"
        self.did: list[str] = []
        self.services: Any = None

    def do(self, qtbot: QtBot, work: Any, *, alone: bool = False) -> None:
        """Have something done on the thread, and wait for it."""
        before = len(self.did)

        def done(_: object) -> None:
            self.did.append("done")

        self.runner.submit(self.exporter, work, done=done, failed=done, alone=alone)
        qtbot.waitUntil(lambda: len(self.did) > before, timeout=20_000)

    def fill(self) -> None:
        self.entered = self.house.create()
        self.services = bootstrap._services(self.entered, self.paths, self.house.clock)
        case = self.services.cases.create("Bertille").value.case
        desk = self.house.desk(self.entered)
        for _ in range(4):
            desk.record(case, *(Write(NoteWritten("une note")) for _ in range(500)))

    def begin(self) -> None:
        self.exporter.export(self.services.exporting, Wanted(self.out, "raison"))


@pytest.fixture
def thread(tmp_path: Path, qtbot: QtBot) -> Iterator[Thread]:
    made = Thread(tmp_path)
    made.do(qtbot, made.fill)
    yield made
    made.do(qtbot, lambda: made.house.unlocking.lock(made.entered), alone=True)
    made.runner.close()


def test_a_lock_that_comes_stops_it_and_nothing_remains(thread: Thread, qtbot: QtBot) -> None:
    thread.begin()
    thread.do(qtbot, lambda: None, alone=True)
    assert isinstance(thread.exporter.error, ExportStopped)
    assert not thread.out.exists()
    left: list[object] = []
    thread.do(qtbot, lambda: left.extend(thread.services.exporting.left()))
    assert left == []


def test_what_she_asks_meanwhile_is_done_inside_it(thread: Thread, qtbot: QtBot) -> None:
    thread.begin()
    seen: list[bool] = []
    thread.do(qtbot, lambda: seen.append(thread.exporter.busy))
    assert seen == [True]
    qtbot.waitUntil(lambda: not thread.exporter.busy, timeout=60_000)
    assert thread.exporter.done is not None
    assert thread.out.exists()


def test_she_may_stop_it_herself(thread: Thread, qtbot: QtBot) -> None:
    thread.begin()
    thread.exporter.stop()
    qtbot.waitUntil(lambda: not thread.exporter.busy, timeout=20_000)
    assert isinstance(thread.exporter.error, ExportStopped)
    assert not thread.out.exists()
