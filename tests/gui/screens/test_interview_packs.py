"""Every questionnaire through the screens by real keys: chosen, answered, and read on the page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from indoors import MAUDE, RESOURCES, Indoors
from packs import write
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from said import aloud

from filet.application.desk import Write
from filet.domain.ids import CaseId, SessionId
from filet.domain.instruments import Instrument, Kind, Value
from filet.domain.kinds import (
    Duty,
    Manner,
    Nature,
    SessionBegun,
    Source,
    SourceKind,
    StatementMade,
    WorkerEnrolled,
)
from filet.gui.screens.before import BeforeScreen
from filet.gui.screens.interview import BLANK, END, LIST, InterviewScreen
from filet.gui.screens.result import ResultScreen
from filet.gui.widgets.page import Page

CTRL = Qt.KeyboardModifier.ControlModifier
YES, NO, UNKNOWN, DECLINED = "1", "2", "3", "4"
P = TypeVar("P", bound=Page)
PUBLISHED = {
    row["id"]: row
    for row in json.loads(
        (Path(__file__).parents[2] / "data" / "vectors.json").read_text(encoding="utf-8")
    )
}
ROWS = {
    "da-2004": ("DA-20", "De 12 à 17 sur 37 · de « danger accru » à « danger grave »"),
    "lap": ("LAP-5", "danger élevé, selon le jugement de la personne qui remplit"),
    "hark": ("HARK-0011", "2 sur 4 · violence repérée"),
    "hits": ("HITS-2424", "12 sur 20"),
    "da-5": ("DA5-Fu", "De 2 à 4 sur 5 · de « 2 réponses oui » à « 4 ou 5 réponses oui »"),
    "dash": ("DASH-F2", "De 13 à 14 sur 24 · de « aucun seuil atteint » à « 14 cases ou plus »"),
    "e-hits": ("EHITS-1", "7 sur 25"),
    "wast": ("WAST-P15", "5 sur 16"),
}
"""By questionnaire: the row that is entered, and what the page says of it."""


class Room:
    """A house, and the pages of one dossier that are opened one after the other."""

    def __init__(self, qtbot: QtBot, house: Indoors) -> None:
        self.qtbot, self.house = qtbot, house
        self.case: CaseId = house.case("Mirabelle", "Exemple-Roy")

    def before(self, session: SessionId | None = None) -> BeforeScreen:
        return self._shown(
            BeforeScreen(self.house.context, self.house.services, self.case, session)
        )

    def begin(self, name: str) -> InterviewScreen:
        """Choose a questionnaire by the keys of the list, and begin."""
        page, tool = self.before(), self.house.services.packs.instrument(name)
        box = page.form.pack.combo
        box.setFocus()
        while box.currentData() != f"{tool.id}-{tool.version}":
            before = box.currentIndex()
            self.qtbot.keyClick(box, Qt.Key.Key_Down)
            assert box.currentIndex() == before + 1
        with self.qtbot.waitSignal(page.begun) as told:
            self.qtbot.keyClick(box, Qt.Key.Key_Return, CTRL)
        return self.interview(told.args[0])

    def interview(self, session: SessionId) -> InterviewScreen:
        self.session = session
        page = InterviewScreen(self.house.context, self.house.services, self.case, session)
        self.page = self._shown(page)
        return self.page

    def press(self, *keys: str | Qt.Key) -> None:
        for key in keys:
            at = self.page.window().focusWidget()
            self.qtbot.keyClick(at, key)

    def answer(self, digits: Sequence[str]) -> None:
        for digit in digits:
            self.press(digit, Qt.Key.Key_Return)

    def statements(self) -> tuple[StatementMade, ...]:
        return self.house.desk.read(self.case).all(StatementMade)

    def values(self) -> Mapping[str, Value | None]:
        return {one.item: one.value for one in self.statements()}

    def result(self) -> str:
        """Read what the page of the result says of the tools."""
        page = ResultScreen(self.house.context, self.house.services, self.case)
        page.load()
        self._shown(page)
        return aloud(page.picture.tools)

    def _shown(self, page: P) -> P:
        self.qtbot.addWidget(page)
        page.resize(1310, 648)
        page.show()
        self.qtbot.waitExposed(page)
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        page.take_focus()
        return page


def digits(tool: Instrument, row: str) -> list[str]:
    """Return the key of every item of a row, then of every box that it ticks."""
    if row not in PUBLISHED:
        (vector,) = [one for one in tool.vectors if one.id == row]
        keys = {Value.YES: YES, Value.NO: NO, Value.UNKNOWN: UNKNOWN, Value.DECLINED: DECLINED}
        values = {one: next(iter(said)) for one, said in vector.answers.items()}
        scales = {name: str(grade) for name, grade in vector.scales.items()}
        rest = vector.otherwise or Value.UNKNOWN
        return [scales.get(item.id) or keys[values.get(item.id, rest)] for item in tool.items]
    found = PUBLISHED[row]
    if "answers" in found:
        words = (NO, YES) if tool.id == "hark" else range(6)
        return [str(words[answer]) for answer in found["answers"]]
    said = dict.fromkeys(found["yes"], YES) | dict.fromkeys(found.get("unknown", ()), UNKNOWN)
    boxes = [YES] if found.get("belief") or found.get("three_a") else []
    return [said.get(number, NO) for number in range(1, len(tool.items) + 1)] + boxes


@pytest.fixture(scope="module")
def house() -> Indoors:
    """One house for all: each questionnaire has a dossier of its own."""
    made = Indoors()
    made.enroll()
    return made


@pytest.fixture
def room(qtbot: QtBot, house: Indoors) -> Room:
    return Room(qtbot, house)


# Every questionnaire ------------------------------------------------------------------------


@pytest.mark.parametrize("name", ROWS)
def test_a_published_row_is_entered_by_keys_and_its_result_is_read(room: Room, name: str) -> None:
    row, expected = ROWS[name]
    tool = room.house.services.packs.instrument(name)
    page = room.begin(name)
    if tool.kind is Kind.SCREENING:
        room.qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_T, CTRL)
    assert page.view == LIST
    room.answer(digits(tool, row))
    if page.view != END:  # a box is left as it is
        room.qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return, CTRL)
    assert page.view == END
    with room.qtbot.waitSignal(page.finished):
        room.qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return, CTRL)
    said = room.result()
    assert expected in said.replace("\u00a0", " ")
    assert "version 1" in said


def test_every_questionnaire_that_filet_brings_has_its_row(house: Indoors) -> None:
    shipped = {tool.id for tool in house.services.packs.instruments()}
    assert shipped - {"inventaire-filet"} == set(ROWS)


# Choosing -----------------------------------------------------------------------------------


def test_the_inventory_stands_unless_another_is_chosen(room: Room) -> None:
    page = room.before()
    assert page.form.pack.combo.currentText() == "Inventaire Filet"
    with room.qtbot.waitSignal(page.begun):
        room.qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    assert begun(room).pack == ""


def test_its_terms_and_the_training_it_asks_for_are_read_before_it_begins(room: Room) -> None:
    page = room.before()
    assert "Johns Hopkins" not in aloud(page)
    page.form.pack.show_text("da-2004-1")
    said = aloud(page)
    assert "Johns Hopkins" in said
    assert "formation demandée" in said
    assert "formation demandée" in page.form.pack.combo.accessibleDescription()


def test_a_form_on_paper_says_who_filled_it_and_when_and_asks_nothing_of_her(room: Room) -> None:
    page = room.before()
    page.form.pack.combo.setCurrentIndex(page.form.pack.combo.findData("da-2004-1"))
    assert not page.form.fields["speaks_freely"].isVisible()
    texts = {"filled_by": "her", "filled_name": "CLSC du Lac", "filled_on": "3 mars"}
    for name, text in texts.items():
        page.form.fields[name].show_text(text)
    with room.qtbot.waitSignal(page.begun) as told:
        room.qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    source = Source(SourceKind.HER, organisation="CLSC du Lac", document="DA 2004 · 3 mars")
    session, turned = told.args
    assert begun(room) == SessionBegun(session, Manner.DOCUMENTS, pack="da-2004-1", filled=source)
    assert not turned
    again = room.before(session)
    assert {name: again.texts()[name] for name in texts} == texts
    room.interview(session)
    room.press(YES)
    (said,) = room.statements()
    assert (said.source, said.nature, said.happened.said) == (source, Nature.REPORTED, "")


def test_a_form_is_never_turned_to_her(room: Room) -> None:
    page = room.begin("lap")
    room.press(Qt.Key.Key_F11)
    assert page.view == LIST
    assert page.desk is not None
    assert not page.desk.with_her.isVisibleTo(page)
    assert "F11" not in {key for command in page.commands() for key in command.keys}


def test_an_interview_that_was_left_for_a_form_is_taken_up_again(room: Room) -> None:
    page = room.before()
    page.form.fields["stop_word"].show_text("mitaine")
    with room.qtbot.waitSignal(page.begun) as told:
        room.qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    first = told.args[0]
    room.begin("hits")
    page = room.before(room.session)
    page.form.pack.combo.setCurrentIndex(0)
    assert page.form.fields["stop_word"].text() == "mitaine"
    with room.qtbot.waitSignal(page.begun) as told:
        room.qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    assert told.args[0] == first


# What a house brought along -----------------------------------------------------------------


def test_a_modified_version_is_named_before_one_begins_and_in_its_result(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = Room(qtbot, directed())
    version = brought(room.house, changed_hark(tmp_path))
    page = room.before()
    page.form.pack.show_text(f"hark-{version}")
    assert "Version modifiée" in aloud(page)
    room.begin("hark")
    room.answer([YES, UNKNOWN, NO, NO])
    said = room.result().replace("\u00a0", " ")
    assert f"version {version}" in said
    assert "Version modifiée : ce qui a été mesuré ne s’y applique pas." in said
    assert "De 1 à 2 sur 4" in said


def test_one_that_was_withdrawn_is_offered_no_more_and_its_answers_are_still_read(
    qtbot: QtBot,
) -> None:
    room = Room(qtbot, directed())
    brought(room.house, RESOURCES / "examples" / "exemple-jardin")
    room.begin("exemple-jardin")
    room.answer([YES])
    room.house.services.interviewing.stop(room.case, room.session, paused=False)
    room.house.services.packs.withdraw("exemple-jardin", "1", "Le contrat est fini")
    assert room.before().form.pack.combo.findData("exemple-jardin-1") == -1
    assert "version 1" in room.result()


def directed() -> Indoors:
    """Return a house in which whoever works may bring questionnaires along."""
    house = Indoors()
    direction = WorkerEnrolled(MAUDE, "MR", "Maude R.", "", "", Duty.DIRECTION)
    house.desk.record_house(Write(direction))
    house.desk.look_again()
    return house


def brought(house: Indoors, folder: Path) -> str:
    """Bring a questionnaire along; return the version under which the house names it."""
    packs = house.services.packs
    return packs.take_in(packs.consider(folder), "La directrice", "Lettre").value.version


def changed_hark(place: Path) -> Path:
    hark = RESOURCES / "instruments" / "hark" / "1"
    files = {one.name: one.read_text(encoding="utf-8") for one in hark.iterdir()}
    files["instrument.toml"] += "\n# chez nous\n"
    return write(place / "hark", files)


# Answering ----------------------------------------------------------------------------------


def test_answers_that_cannot_both_be_true_are_told_in_words_and_kept(room: Room) -> None:
    page = room.begin("da-2004")
    assert page.desk is not None
    for item in ("3", "3a"):
        page.go_to(f"{item}@da-2004-1")
        room.press(YES)
    said = aloud(page.desk.impossible).replace("\u00a0", " ")
    assert "« Départ après vie commune, depuis un an » et « Jamais de vie commune »" in said
    assert set(room.values().values()) == {Value.YES}
    room.press(NO)
    assert not page.desk.impossible.isVisible()


def test_a_scale_takes_its_own_grades_and_says_them(room: Room) -> None:
    page = room.begin("hits")
    room.press("9", "0")
    assert room.statements() == ()
    room.press("5")
    assert [one.scale for one in room.statements()] == [5]
    assert page.desk is not None
    assert page.desk.lines is not None
    rows = page.desk.lines.model
    said = [rows.data(rows.index(place), Qt.ItemDataRole.AccessibleTextRole) for place in (0, 1)]
    assert "5 sur 5" in said[0]
    assert "de 1 à 5" in said[1]


def test_undo_pause_and_coming_back_hold_with_any_questionnaire(room: Room) -> None:
    page = room.begin("wast")
    room.answer(["1", "2"])
    room.qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Z, CTRL)
    assert [one.scale for one in room.statements()] == [1]
    assert page.asking.question.item.id == "2"
    room.press(Qt.Key.Key_F8)
    where = page.where()
    page.flush()
    page.close()
    again = room.interview(room.session)
    again.show_where(where)
    assert again.view == BLANK
    again.show_view(LIST)
    assert again.asking.question.key == "2@wast-1"


def begun(room: Room) -> SessionBegun:
    (found,) = room.house.desk.read(room.case).all(SessionBegun)
    return found
