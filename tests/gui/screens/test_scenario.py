"""Scénario de protection: real clicks and keys, the real catalogue, real papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import pytest
from fakes.press import FakePress
from indoors import Indoors
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics, unnamed

from filet.application.planning import measures, new_measure, situations
from filet.application.reviewing import new_change
from filet.domain.errors import DiskFull
from filet.domain.ids import CaseId, StatementId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    Appears,
    CardWritten,
    ChangeNoted,
    Content,
    Destination,
    DisclosureVoid,
    IdeaRefused,
    MayTellHer,
    MeasureWritten,
    PaperIssued,
    PersonDescribed,
    PhraseRead,
    PlanReviewed,
    Remembered,
    Role,
    SheetFate,
    SheetTraced,
    Source,
    SourceKind,
    StatementMade,
)
from filet.gui.models.plan_rows import PlanRow, RowKind
from filet.gui.press import Device
from filet.gui.screens.scenario import ScenarioScreen
from filet.gui.task_runner import TaskRunner
from filet.gui.widgets.plan_editor import PlanEditor

C = TypeVar("C", bound=Content)
LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Plan:
    """A plan on the screen, the dossier behind it, and a press that keeps what it prints."""

    bot: QtBot
    house: Indoors
    case: CaseId
    press: FakePress
    screen: ScenarioScreen

    def all(self, kind: type[C]) -> tuple[C, ...]:
        return self.house.desk.read(self.case).all(kind)

    def texts(self, section: str) -> list[str]:
        items = measures(self.house.desk.read(self.case))
        return [item.text for item in items if item.section == section]

    def key(self, key: Qt.Key, mods: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        widget: QWidget | None = self.screen.focusWidget()
        assert widget is not None
        self.house.clock.move(seconds=1)
        self.bot.keyClick(widget, key, mods)

    def type(self, text: str) -> None:
        """Type where the keyboard is, which a letter may move."""
        for letter in text:
            widget: QWidget | None = self.screen.focusWidget()
            assert widget is not None
            self.write_in(widget, letter)

    def write_in(self, widget: QWidget, text: str) -> None:
        """Type letter by letter; what a key of the test keyboard lacks is composed."""
        widget.setFocus()
        for letter in text:
            if letter.isascii():
                self.bot.keyClicks(widget, letter)
            else:
                event = QInputMethodEvent("", [])
                event.setCommitString(letter)
                QApplication.sendEvent(widget, event)

    def click(self, button: QAbstractButton) -> None:
        assert button.isVisibleTo(self.screen), button.accessibleName()
        assert button.isEnabled()
        self.house.clock.move(seconds=1)
        self.bot.mouseClick(button, LEFT)

    def click_row(self, kind: RowKind, text: str) -> None:
        rows = self.screen.plan.list
        index = self.index(kind, text)
        rows.scrollTo(index)
        self.house.clock.move(seconds=1)
        self.bot.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(index).center())

    def index(self, kind: RowKind, text: str) -> QModelIndex:
        table = self.screen.plan.list.rows
        for place in range(table.rowCount()):
            row = table.row(place)
            if isinstance(row, PlanRow) and row.kind is kind and text in (row.text, row.section):
                return table.index(place)
        raise AssertionError(text)

    def shows(self, kind: RowKind, text: str) -> bool:
        rows = self.screen.plan.list.rows
        found = (rows.row(place) for place in range(rows.rowCount()))
        return any(
            isinstance(row, PlanRow) and (row.kind, row.text) == (kind, text) for row in found
        )

    def stand_on(self, kind: RowKind, text: str) -> None:
        self.screen.plan.list.setCurrentIndex(self.index(kind, text))
        self.screen.plan.list.setFocus()

    @property
    def editor(self) -> PlanEditor:
        (editor,) = (e for e in self.screen.findChildren(PlanEditor) if e.isVisible())
        return editor

    @property
    def steps(self) -> Any:
        assert self.screen.paper.out is not None
        return self.screen.paper.out.steps

    def goes(self, place: Destination) -> None:
        self.click(self.steps.where.choices[place])

    def paper(self, number: int) -> None:
        self.click(self.screen.paper.choice.every_day._group.button(number))

    def twin(self) -> list[str]:
        rows = self.screen.paper.preview.rows
        found = (rows.row(place) for place in range(rows.rowCount()))
        return [row.text for row in found if row is not None]

    def write(self, section: str, text: str, **fields: Any) -> MeasureWritten:
        appears = fields.pop("appears", Appears.STAYS)
        item = MeasureWritten(new_measure(), section, text, "", appears, **fields)
        self.house.clock.move(seconds=1)
        self.house.services.planning.write(self.case, item)
        return item


Open = Callable[..., Plan]


@pytest.fixture
def plan(qtbot: QtBot) -> Open:
    def opened(
        *, before: Callable[[Plan], None] | None = None, width: int = 1310, **house: Any
    ) -> Plan:
        inside = Indoors(**house)
        case = inside.case("Mirabelle", "Exemple-Roy")
        press = FakePress()
        screen = ScenarioScreen(inside.context, inside.services, case, press)
        made = Plan(qtbot, inside, case, press, screen)
        inside.services.cases.open(case)
        if before is not None:
            before(made)
        qtbot.addWidget(screen)
        screen.resize(width, 648)
        screen.show()
        screen.load()
        qtbot.waitExposed(screen)
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return made

    return opened


def said(plan: Plan, item: str, kind: SourceKind = SourceKind.HER) -> None:
    told = MayTellHer.YES if kind is SourceKind.HER else MayTellHer.UNDECIDED
    statement = StatementMade(
        StatementId(uuid4()), f"{item}@inventaire-filet-1", Value.YES, Source(kind),
        may_tell_her=told,
    )  # fmt: skip
    plan.house.services.screening.state(plan.case, statement)


def two_signs(plan: Plan) -> None:
    plan.write("signs", "Il se tait.")
    plan.write("signs", "Il range.")


# Ideas ------------------------------------------------------------------------------------


def test_an_idea_says_why_it_is_proposed_in_the_language_of_the_screen(plan: Open) -> None:
    one = plan(before=lambda p: said(p, "neck_squeezed"))
    row = one.screen.ideas.list.current_row()
    assert row is not None
    assert row.because.startswith("parce que\u00a0: un cou serré")


def test_what_a_partner_said_shows_in_no_because(plan: Open) -> None:
    hers = plan()
    theirs = plan(before=lambda p: said(p, "weapon_in_reach", SourceKind.POLICE))
    assert theirs.screen.ideas.list.rows.rowCount() == hers.screen.ideas.list.rows.rowCount()
    assert "arme" not in aloud(theirs.screen.ideas)


def test_enter_on_an_idea_adds_it_and_opens_it_for_rewriting(plan: Open) -> None:
    one = plan(before=lambda p: said(p, "neck_squeezed"))
    one.key(Qt.Key.Key_I, CTRL)
    one.key(Qt.Key.Key_Return)
    (item,) = one.all(MeasureWritten)
    assert item.text.startswith("S'il me serre le cou")
    assert one.editor.words.hasFocus()
    one.key(Qt.Key.Key_A, CTRL)
    one.type("Je vais à l'urgence.")
    one.key(Qt.Key.Key_Return)
    (item,) = one.all(MeasureWritten)
    assert (item.text, item.origin) == ("Je vais à l'urgence.", "neck_emergency@quebec-1")


def test_the_first_click_on_the_likeness_of_a_button_presses_it(plan: Open) -> None:
    one = plan()
    ideas = one.screen.ideas.list
    index = ideas.rows.index(1)
    row = ideas.rows.row(1)
    ideas.scrollTo(index)
    add, _ = ideas._delegate.buttons(ideas.visualRect(index))
    one.bot.mouseClick(ideas.viewport(), LEFT, pos=add.center())
    (item,) = one.all(MeasureWritten)
    assert row is not None
    assert item.origin == row.key


def test_delete_puts_an_idea_aside_and_it_can_be_brought_back(plan: Open) -> None:
    one = plan()
    ideas = one.screen.ideas
    first = ideas.list.rows.row(0)
    assert first is not None
    one.key(Qt.Key.Key_I, CTRL)
    one.key(Qt.Key.Key_Delete)
    assert [idea.origin for idea in one.all(IdeaRefused)] == [first.key]
    assert ideas.list.rows.place(first.key) == -1
    assert ideas.list.hasFocus()
    one.click(ideas.aside)
    (back,) = (b for b in ideas.aside_page.findChildren(QAbstractButton) if b.isVisible())
    one.click(back)
    assert ideas.list.rows.place(first.key) == 0


def test_situations_of_her_life_are_kept_and_bring_their_ideas(plan: Open) -> None:
    one = plan()
    before = one.screen.ideas.list.rows.rowCount()
    one.click(one.screen.ideas.life)
    chips = {str(key): chip for key, chip in one.screen.ideas.chips.items()}
    one.click(chips["rural"])
    one.click(chips["pets"])
    assert situations(one.house.desk.read(one.case)) == {"rural", "pets"}
    assert one.screen.ideas.list.rows.rowCount() > before
    one.click(chips["rural"])
    assert situations(one.house.desk.read(one.case)) == {"pets"}


def test_f3_asks_for_the_question_behind_an_idea(plan: Open) -> None:
    one = plan(before=lambda p: said(p, "neck_squeezed"))
    one.key(Qt.Key.Key_I, CTRL)
    with one.bot.waitSignal(one.screen.question_wanted) as wanted:
        one.key(Qt.Key.Key_F3)
    assert wanted.args == ["neck_squeezed"]


# Her words --------------------------------------------------------------------------------


def test_enter_keeps_an_item_and_opens_the_next(plan: Open) -> None:
    one = plan()
    one.click_row(RowKind.SECTION, "signs")
    one.stand_on(RowKind.WRITE, "signs")
    one.key(Qt.Key.Key_Return)
    one.type("Il se tait.")
    one.key(Qt.Key.Key_Return)
    one.type("Il range")
    one.key(Qt.Key.Key_Return, SHIFT)
    one.type("en silence.")
    one.key(Qt.Key.Key_Return)
    assert one.texts("signs") == ["Il se tait.", "Il range\nen silence."]
    one.key(Qt.Key.Key_Return)
    assert one.screen.plan.list.hasFocus()
    assert one.texts("signs") == ["Il se tait.", "Il range\nen silence."]


def test_a_letter_where_the_next_one_is_written_begins_it(plan: Open) -> None:
    one = plan(before=two_signs)
    one.stand_on(RowKind.WRITE, "signs")
    one.type("Il")
    assert one.editor.words.toPlainText() == "Il"


def test_enter_in_an_item_goes_on_with_the_one_after_it(plan: Open) -> None:
    one = plan(before=two_signs)
    one.stand_on(RowKind.ITEM, "Il se tait.")
    one.key(Qt.Key.Key_F2)
    one.type(" Longtemps.")
    one.key(Qt.Key.Key_Return)
    assert one.texts("signs") == ["Il se tait. Longtemps.", "Il range."]
    assert one.editor.words.toPlainText() == "Il range."


def test_what_stands_under_the_words_is_painted_once_they_are(plan: Open) -> None:
    one = plan(before=two_signs)
    one.screen.plan.write_new("signs")
    parts = one.editor.under_words()
    assert one.editor.words not in parts
    assert len(parts) > 1
    assert all(part.updatesEnabled() for part in parts)


def test_escape_and_a_click_elsewhere_keep_what_is_written(plan: Open) -> None:
    one = plan(before=two_signs)
    one.click_row(RowKind.ITEM, "Il se tait.")
    one.type(" Oui.")
    one.key(Qt.Key.Key_Escape)
    assert one.texts("signs")[0] == "Il se tait. Oui."
    one.click_row(RowKind.ITEM, "Il range.")
    one.type(" Non.")
    one.click_row(RowKind.ITEM, "Il se tait. Oui.")
    assert one.texts("signs")[1] == "Il range. Non."


def test_an_item_emptied_by_mistake_stays_as_it_was(plan: Open) -> None:
    one = plan(before=two_signs)
    one.click_row(RowKind.ITEM, "Il se tait.")
    one.editor.words.clear()
    one.key(Qt.Key.Key_Escape)
    assert one.texts("signs") == ["Il se tait.", "Il range."]


def test_alt_and_an_arrow_move_an_item(plan: Open) -> None:
    one = plan(before=two_signs)
    one.stand_on(RowKind.ITEM, "Il range.")
    one.key(Qt.Key.Key_Up, ALT)
    assert one.texts("signs") == ["Il range.", "Il se tait."]
    row = one.screen.plan.list.current_row()
    assert row is not None
    assert row.text == "Il range."
    one.key(Qt.Key.Key_Up, ALT)
    one.key(Qt.Key.Key_Down, ALT)
    assert one.texts("signs") == ["Il se tait.", "Il range."]


def test_delete_takes_an_item_out_and_the_bar_brings_it_back(plan: Open) -> None:
    one = plan(before=two_signs)
    one.stand_on(RowKind.ITEM, "Il se tait.")
    one.key(Qt.Key.Key_Delete)
    assert one.texts("signs") == ["Il range."]
    (back,) = (b for b in one.screen.plan.bar.findChildren(QAbstractButton) if b.isVisible())
    one.click(back)
    assert one.texts("signs") == ["Il se tait.", "Il range."]
    assert not one.screen.plan.bar.isVisible()


def test_ctrl_z_and_ctrl_y_go_back_and_forth(plan: Open) -> None:
    one = plan(before=two_signs)
    one.stand_on(RowKind.ITEM, "Il se tait.")
    one.key(Qt.Key.Key_Delete)
    one.key(Qt.Key.Key_Z, CTRL)
    assert one.texts("signs") == ["Il se tait.", "Il range."]
    one.key(Qt.Key.Key_Y, CTRL)
    assert one.texts("signs") == ["Il range."]


def test_what_is_typed_is_a_draft_and_comes_back(plan: Open, qtbot: QtBot) -> None:
    one = plan(before=two_signs)
    one.click_row(RowKind.ITEM, "Il se tait.")
    one.type(" Et puis")
    one.screen.flush()
    again = ScenarioScreen(one.house.context, one.house.services, one.case, one.press)
    qtbot.addWidget(again)
    again.show()
    again.load()
    typing = again.plan.typing()
    assert typing is not None
    assert typing.text == "Il se tait. Et puis"
    assert one.texts("signs") == ["Il se tait.", "Il range."]


def test_an_item_that_the_disk_refuses_is_kept_and_tried_again(plan: Open) -> None:
    one = plan(before=two_signs)
    one.click_row(RowKind.ITEM, "Il se tait.")
    one.type(" Oui.")
    one.house.vault.fail_next = DiskFull()
    one.key(Qt.Key.Key_Escape)
    assert one.texts("signs")[0] == "Il se tait."
    one.click_row(RowKind.ITEM, "Il se tait.")
    assert one.editor.words.toPlainText() == "Il se tait. Oui."
    one.screen.plan.settle()
    one.house.context.keeper.retry()
    assert one.texts("signs")[0] == "Il se tait. Oui."


def test_nothing_prints_while_the_disk_refuses_what_was_written(plan: Open) -> None:
    one = plan(before=two_signs)
    kept_here(one)
    one.click_row(RowKind.ITEM, "Il se tait.")
    one.type(" Oui.")
    one.house.vault.fail_next = DiskFull()
    one.click(one.steps.printer.go)
    assert not one.press.sheets
    out = one.screen.paper.out
    assert out is not None
    assert out.notice.isVisible()
    one.house.context.keeper.retry()
    one.click(one.steps.printer.go)
    assert "Il se tait. Oui." in one.all(PaperIssued)[0].words


def test_she_comes_back_to_the_same_sections_and_the_same_paper(plan: Open) -> None:
    one = plan(before=two_signs)
    one.click_row(RowKind.SECTION, "people")
    one.paper(1)
    where = one.screen.where()
    assert "Mirabelle" not in repr(where)
    again = ScenarioScreen(one.house.context, one.house.services, one.case, one.press)
    one.bot.addWidget(again)
    again.show_where(where)
    again.load()
    assert again.plan.opened() == {"signs", "people"}
    assert again.paper.template == "takes"


# How far it may go ------------------------------------------------------------------------


def test_an_item_of_her_own_stays_in_the_house_unless_it_is_said_otherwise(plan: Open) -> None:
    one = plan()
    for section, appears in (("people", Appears.STAYS), ("leaving", Appears.DOSSIER)):
        one.click_row(RowKind.SECTION, section)
        one.click_row(RowKind.WRITE, section)
        one.type("Une chose.")
        one.key(Qt.Key.Key_Escape)
        (item,) = (item for item in one.all(MeasureWritten) if item.section == section)
        assert item.appears is appears


def test_leaving_asks_what_if_he_reads_it_and_waits_for_her_answer(plan: Open) -> None:
    one = plan(before=two_signs)
    one.click_row(RowKind.ITEM, "Il se tait.")
    assert not one.editor.read_by_him.isVisible()
    one.click(one.editor.papers._group.button(2))
    assert one.editor.read_by_him.line.hasFocus()
    one.screen.plan.settle()
    assert one.all(MeasureWritten)[0].appears is Appears.STAYS
    one.click_row(RowKind.ITEM, "Il se tait.")
    one.click(one.editor.papers._group.button(2))
    one.type("Ça ne dit rien.")
    one.key(Qt.Key.Key_Return)
    moved = {item.text: item for item in one.all(MeasureWritten)}["Il se tait."]
    assert (moved.appears, moved.read_by_him) == (Appears.TAKES, "Ça ne dit rien.")


def test_what_must_never_leave_says_why_and_stays(plan: Open) -> None:
    one = plan(
        before=lambda p: (
            p.write("leaving", "Jeudi.", appears=Appears.DOSSIER, nature="departure") and None
        )
    )
    one.click_row(RowKind.ITEM, "Jeudi.")
    one.click(one.editor.papers._group.button(3))
    assert "jamais" in one.editor.why.text()
    assert one.editor.papers.value() is Appears.DOSSIER
    assert not one.editor.read_by_him.isVisible()


def test_saying_that_it_gives_her_away_brings_it_back_to_the_dossier(plan: Open) -> None:
    one = plan(before=two_signs)
    one.click_row(RowKind.ITEM, "Il se tait.")
    box = one.editor.about
    box.setFocus()
    box.setCurrentIndex(box.findData("code_word"))
    one.screen.plan.settle()
    (item,) = (item for item in one.all(MeasureWritten) if item.nature == "code_word")
    assert item.appears is Appears.DOSSIER


def test_what_if_he_finds_out_is_asked_of_each_item_in_turn(plan: Open) -> None:
    one = plan(before=two_signs)
    assert "2 à demander" in one.screen.plan.discovered.text()
    one.click(one.screen.plan.discovered)
    assert one.editor.if_discovered.line.hasFocus()
    one.type("Il se fâche.")
    one.screen.plan.settle()
    assert "1 à demander" in one.screen.plan.discovered.text()
    assert one.all(MeasureWritten)[-1].if_discovered == "Il se fâche."


def test_somebody_to_call_has_a_number(plan: Open) -> None:
    one = plan()
    one.click_row(RowKind.SECTION, "people")
    one.click_row(RowKind.WRITE, "people")
    one.type("Prunelle")
    one.click(one.editor.contact)
    one.write_in(one.editor.phone.line, "819 555-0117")
    one.screen.plan.settle()
    (item,) = one.all(MeasureWritten)
    assert (item.form, item.phone) == ("contact", "819 555-0117")


# The paper as it is typed -----------------------------------------------------------------


def test_the_paper_follows_what_is_typed(plan: Open) -> None:
    one = plan(before=two_signs)
    one.click_row(RowKind.ITEM, "Il range.")
    one.type(" Tout.")
    one.bot.waitUntil(lambda: "Il range. Tout." in one.twin())
    assert one.texts("signs")[1] == "Il range."


def test_the_language_of_the_paper_is_its_own(plan: Open) -> None:
    one = plan(before=two_signs)
    one.click(one.screen.paper.languages._group.button(1))
    assert one.twin()[0] == "My safety plan"
    assert one.screen.plan.heading.text() == "Son plan, dans ses mots"


def test_f6_in_the_plan_reads_the_paper_as_text(plan: Open) -> None:
    one = plan(before=two_signs)
    one.stand_on(RowKind.ITEM, "Il range.")
    one.key(Qt.Key.Key_F6)
    preview = one.screen.paper.preview
    assert preview.twin.hasFocus()
    heading = preview.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heading == "Titre\u00a0: Mon scénario de protection"


def test_pages_are_turned(plan: Open) -> None:
    def long(p: Plan) -> None:
        for number in range(40):
            p.write("people", f"Chose {number}, dite longuement pour remplir une ligne entière.")

    one = plan(before=long)
    preview = one.screen.paper.preview
    assert preview.where.text() == "page 1 de 2"
    first = preview.view._image
    one.click(preview.after)
    assert preview.where.text() == "page 2 de 2"
    assert isinstance(first, QImage)
    assert preview.view._image != first


def test_characters_that_the_paper_cannot_draw_are_named(plan: Open) -> None:
    one = plan(before=lambda p: p.write("people", "Prune 木") and None)
    assert "木" in one.screen.paper.preview.missing.text()


def test_the_exercise_stands_on_the_paper_of_a_training_vault(plan: Open) -> None:
    one = plan(vault=_training())
    assert one.twin()[0] == "EXERCICE. Rien de vrai ici."


def _training() -> Any:
    from fakes.vault import FakeVault  # noqa: PLC0415 - only this test is an exercise

    return FakeVault(training=True)


# Where it goes ----------------------------------------------------------------------------


def kept_here(one: Plan) -> None:
    one.goes(Destination.STAYS_HERE)
    one.write_in(one.steps.kept.place.line, "classeur")
    one.click(one.steps.kept.later)


def test_nothing_is_chosen_and_nothing_prints_before_the_answer(plan: Open) -> None:
    one = plan(before=two_signs)
    choices = list(one.steps.where.choices)
    assert choices[:2] == [Destination.STAYS_HERE, Destination.NO_PAPER]
    assert one.steps.where.answer() is None
    assert not one.steps.printer.isVisible()


def test_what_stays_asks_where_it_is_kept_and_when_it_is_destroyed(plan: Open) -> None:
    one = plan(before=two_signs)
    one.goes(Destination.STAYS_HERE)
    assert not one.steps.printer.isVisible()
    one.write_in(one.steps.kept.place.line, "classeur")
    assert not one.steps.printer.isVisible()
    one.click(one.steps.kept.later)
    one.click(one.steps.printer.go)
    (paper,) = one.all(PaperIssued)
    assert (paper.template, paper.kept_at) == ("stays", "classeur")
    assert paper.destroy_on == one.house.clock.today() + timedelta(days=90)
    assert [name for name, _ in one.press.sheets] == ["Brother HL"]
    assert one.steps.where.answer() is None
    assert not one.steps.printer.isVisible()


def test_the_bytes_that_print_are_those_that_were_shown(plan: Open) -> None:
    one = plan(before=two_signs)
    kept_here(one)
    one.click(one.steps.printer.go)
    (paper,) = one.all(PaperIssued)
    ((_, sheet),) = one.press.sheets
    assert paper.digest == sheet.digest
    assert list(paper.words) == one.twin() or set(paper.words) >= set(one.twin()[:3])


def test_what_is_being_written_is_an_entry_before_the_sheet(plan: Open) -> None:
    one = plan(before=two_signs)
    kept_here(one)
    one.click_row(RowKind.ITEM, "Il range.")
    one.type(" Tout.")
    one.click(one.steps.printer.go)
    (paper,) = one.all(PaperIssued)
    assert "Il range. Tout." in paper.words


def test_the_sheet_that_stays_goes_nowhere_else(plan: Open) -> None:
    one = plan(before=two_signs)
    one.goes(Destination.LIVES_APART)
    assert not one.steps.printer.isVisible()
    takes, _ = (b for b in one.steps.advice.findChildren(QAbstractButton) if b.isVisible())
    one.click(takes)
    assert one.screen.paper.template == "takes"
    assert one.steps.printer.isVisible()


def test_living_with_him_proposes_no_paper_first(plan: Open) -> None:
    one = plan(before=two_signs)
    one.paper(1)
    one.goes(Destination.LIVES_WITH_HIM)
    assert not one.steps.printer.isVisible()
    without, _ = (b for b in one.steps.advice.findChildren(QAbstractButton) if b.isVisible())
    one.click(without)
    assert one.steps.where.answer() is Destination.NO_PAPER
    assert one.steps.without.isVisible()
    one.goes(Destination.LIVES_WITH_HIM)
    one.click(one.steps.anyway)
    assert one.steps.printer.isVisible()


def test_without_paper_is_said_twice_and_nothing_is_made(plan: Open) -> None:
    one = plan(before=two_signs)
    one.goes(Destination.NO_PAPER)
    without = one.steps.without
    one.click(without.keep)
    assert without.gestures[0].line.hasFocus()
    one.type("Je vais vers l'entrée.")
    one.write_in(without.numbers[0].line, "911")
    one.click(without.keep)
    assert not one.all(Remembered)
    assert not without.second.isEnabled()
    one.click(without.first.box)
    one.click(without.second.box)
    one.click(without.keep)
    (kept,) = one.all(Remembered)
    assert (kept.gestures, kept.numbers) == (("Je vais vers l'entrée.",), ("911",))
    assert not one.all(PaperIssued)
    assert not one.press.sheets
    one.goes(Destination.NO_PAPER)
    assert "Je vais vers l'entrée." in without.before.text()


def test_the_printer_is_named_with_what_may_keep_a_copy(plan: Open) -> None:
    one = plan(before=two_signs)
    kept_here(one)
    assert "Brother HL" in one.steps.printer.copies.text()
    one.click(one.steps.printer.direct)
    assert "Imprimer directement" in one.steps.printer.how.text()


def test_among_several_printers_none_is_chosen(plan: Open) -> None:
    one = plan(before=two_signs)
    one.press.printers = [Device("Bureau"), Device("Couloir", is_remote=True)]
    kept_here(one)
    assert one.steps.printer.device() is None
    one.click(one.steps.printer.go)
    assert not one.press.sheets
    assert "réseau" in aloud(one.steps.printer)


def test_a_printer_that_writes_a_file_cannot_be_chosen(plan: Open) -> None:
    one = plan(before=two_signs)
    one.press.printers = [Device("Microsoft Print to PDF", makes_file=True)]
    kept_here(one)
    assert not one.steps.printer.go.isEnabled()
    assert one.steps.printer.file.isEnabled()
    assert "fichier en clair" in aloud(one.steps.printer)


def test_without_a_printer_one_may_look_again(plan: Open) -> None:
    one = plan(before=two_signs)
    one.press.printers = []
    kept_here(one)
    assert "Aucune imprimante" in one.steps.printer.state.text()
    one.press.printers = [Device("Bureau")]
    one.click(one.steps.printer.again)
    one.click(one.steps.printer.go)
    assert len(one.press.sheets) == 1


def test_a_printer_that_is_gone_is_noted_and_said(plan: Open) -> None:
    one = plan(before=two_signs)
    one.press.gone = True
    kept_here(one)
    one.click(one.steps.printer.go)
    (paper,) = one.all(PaperIssued)
    (fate,) = one.all(SheetTraced)
    assert (fate.paper, fate.fate) == (paper.paper, SheetFate.NOT_PRINTED)
    assert one.screen.paper.out is not None
    assert "Brother HL" in one.screen.paper.out.notice.title()
    said = aloud(one.screen.paper.out.issued)
    assert "pas imprimée" in said
    assert "nov." in said
    assert ".." not in said


def shown(page: QWidget, words: str) -> QAbstractButton:
    """Return a button by its name; what was just made is shown by the next turn of the loop."""
    QApplication.processEvents()
    buttons = page.findChildren(QAbstractButton)
    return next(b for b in buttons if b.accessibleName() == words and b.isVisible())


def test_it_can_be_said_that_nothing_came_out(plan: Open) -> None:
    one = plan(before=two_signs)
    kept_here(one)
    one.click(one.steps.printer.go)
    out = one.screen.paper.out
    assert out is not None
    one.click(shown(out.notice, "N’a pas imprimé"))
    assert [fate.fate for fate in one.all(SheetTraced)] == [SheetFate.NOT_PRINTED]


@pytest.mark.parametrize(
    ("words", "fate"),
    [
        ("Rapportée", SheetFate.BROUGHT_BACK),
        ("Détruite", SheetFate.DESTROYED),
        ("Perdue", SheetFate.LOST),
    ],
)
def test_what_became_of_a_sheet_is_noted(plan: Open, words: str, fate: SheetFate) -> None:
    one = plan(before=two_signs)
    kept_here(one)
    one.click(one.steps.printer.go)
    out = one.screen.paper.out
    assert out is not None
    one.click(shown(out.issued, words))
    assert [traced.fate for traced in one.all(SheetTraced)] == [fate]


# The protected file -----------------------------------------------------------------------


def test_the_phrase_of_a_file_is_shown_once_and_read(plan: Open, tmp_path: Path) -> None:
    one = plan(before=two_signs)
    one.press.path = tmp_path / "cle.pdf"
    kept_here(one)
    one.click(one.steps.printer.file)
    out = one.screen.paper.out
    assert out is not None
    phrase = out.phrase.phrase.text()
    assert len(phrase.split()) == 6
    assert one.press.names == ["aide-memoire.pdf"]
    (paper,) = one.all(PaperIssued)
    assert (paper.protected, paper.printed) == (True, False)
    assert phrase.encode() not in one.press.path.read_bytes()
    one.click(out.phrase.done)
    assert [read.paper for read in one.all(PhraseRead)] == [paper.paper]
    assert phrase not in aloud(one.screen)


def test_a_phrase_that_nobody_read_is_said_to_open_nothing(plan: Open, tmp_path: Path) -> None:
    one = plan(before=two_signs)
    one.press.path = tmp_path / "cle.pdf"
    kept_here(one)
    one.click(one.steps.printer.file)
    out = one.screen.paper.out
    assert out is not None
    one.click(shown(out.issued, "Le noter nul"))
    (void,) = one.all(DisclosureVoid)
    assert void.paper == one.all(PaperIssued)[0].paper
    with pytest.raises(StopIteration):
        shown(out.issued, "Le noter nul")


def test_a_full_disk_leaves_neither_file_nor_entry_and_keeps_the_answers(
    plan: Open, tmp_path: Path
) -> None:
    one = plan(before=two_signs)
    one.press.path = tmp_path / "cle.pdf"
    kept_here(one)
    one.house.vault.fail_next = DiskFull()
    one.click(one.steps.printer.file)
    assert not one.all(PaperIssued)
    assert not one.press.path.exists()
    assert one.steps.where.answer() is Destination.STAYS_HERE
    assert one.steps.kept.kept_at() == "classeur"
    out = one.screen.paper.out
    assert out is not None
    assert not out.phrase.isVisible()
    one.click(one.steps.printer.file)
    assert one.press.path.exists()


def test_choosing_no_place_makes_nothing(plan: Open) -> None:
    one = plan(before=two_signs)
    kept_here(one)
    one.click(one.steps.printer.file)
    assert not one.all(PaperIssued)


# The card ---------------------------------------------------------------------------------


def with_name(plan: Plan) -> None:
    person = PersonDescribed(plan.house.services.cases.new_person(), Role.AUTHOR, "Gontran")
    plan.house.services.cases.describe(plan.case, person)


def card(one: Plan) -> Any:
    one.paper(2)
    part = one.screen.paper.card
    assert part is not None
    return part.form


def test_the_card_starts_empty_and_cannot_print_so(plan: Open) -> None:
    one = plan(before=lambda p: p.write("people", "Prune", form="contact", phone="555") and None)
    card(one)
    assert one.twin() == []
    one.goes(Destination.LIVES_APART)
    assert not one.steps.printer.isVisible()


def test_words_that_betray_are_named_before_the_card_prints(plan: Open) -> None:
    one = plan(before=with_name)
    form = card(one)
    one.write_in(form.names[0].line, "Gontran")
    one.write_in(form.numbers[0].line, "911")
    one.bot.waitUntil(form.betrays.isVisible)
    assert "Gontran" in form.betrays.text()
    assert "911" in form.betrays.text()
    one.goes(Destination.LIVES_APART)
    assert not one.steps.printer.isVisible()
    form.names[0].line.clear()
    form.numbers[0].line.clear()
    one.write_in(form.names[0].line, "Rhubarbe")
    one.write_in(form.numbers[0].line, "819 555-0117")
    one.bot.waitUntil(one.steps.printer.isVisible)
    one.click(one.steps.printer.go)
    (written,) = one.all(CardWritten)
    assert written.numbers == (("Rhubarbe", "819 555-0117"),)
    (paper,) = one.all(PaperIssued)
    assert paper.words == ("Rhubarbe", "819 555-0117")


def test_she_may_keep_a_word_knowing_what_it_tells(plan: Open) -> None:
    one = plan()
    form = card(one)
    one.write_in(form.numbers[0].line, "911")
    one.bot.waitUntil(form.betrays.isVisible)
    one.goes(Destination.LIVES_APART)
    one.click(form.kept_words.box)
    assert one.steps.printer.isVisible()


def test_a_line_too_long_for_the_card_is_named(plan: Open) -> None:
    one = plan()
    form = card(one)
    form.back_title.take_focus()
    one.write_in(form.names[0].line, "Rhubarbe " * 12)
    trouble = one.screen.paper.trouble
    one.bot.waitUntil(trouble.isVisible)
    assert "Rhubarbe Rhubarbe" in trouble.title()
    one.goes(Destination.LIVES_APART)
    assert not one.steps.printer.isVisible()


def test_a_number_of_her_plan_can_be_put_on_the_card(plan: Open) -> None:
    one = plan(
        before=lambda p: p.write("people", "Prune", form="contact", phone="819 555-0117") and None
    )
    form = card(one)
    one.click(shown(form, "Mettre 819\u00a0555\u20110117"))
    assert form.numbers[0].text() == "819 555-0117"
    assert form.names[0].line.hasFocus()


# Eyes and ears ----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
def test_everything_has_a_name_and_no_letter_is_given_twice(plan: Open, language: str) -> None:
    one = plan(before=two_signs, language=language)
    one.click_row(RowKind.ITEM, "Il range.")
    one.paper(1)
    one.goes(Destination.LIVES_WITH_HIM)
    one.click(one.screen.ideas.life)
    assert not unnamed(one.screen)
    letters = mnemonics(one.screen)
    assert len(letters) == len(set(letters)), letters
    lines = [line for line in one.screen.findChildren(QLineEdit) if line.isVisible()]
    assert all(line.accessibleName() for line in lines)


def test_rows_say_how_far_an_item_may_go(plan: Open) -> None:
    one = plan(before=two_signs)
    said = one.index(RowKind.ITEM, "Il range.").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Il range. Peut paraître\u00a0: feuille qui reste.")


@pytest.mark.parametrize(
    ("width", "scale", "seen"),
    [
        (1310, 1.0, (True, True, True)),
        (1037, 1.0, (True, True, False)),
        (1310, 2.0, (False, True, False)),
    ],
)
def test_columns_follow_the_room_there_is(
    plan: Open, width: int, scale: float, seen: tuple[bool, ...]
) -> None:
    one = plan(before=two_signs, width=width, scale=scale)
    panes = (one.screen.ideas, one.screen.plan, one.screen.paper)
    assert tuple(pane.isVisible() for pane in panes) == seen
    one.key(Qt.Key.Key_P, CTRL)
    assert one.screen.paper.isVisible()
    assert next(iter(one.steps.where.choices.values())).hasFocus()
    one.key(Qt.Key.Key_I, CTRL)
    assert one.screen.ideas.isVisible()


# Away from the window ---------------------------------------------------------------------


def test_nothing_is_lost_nor_doubled_when_the_vault_answers_later(qtbot: QtBot) -> None:
    house = Indoors()
    runner = TaskRunner()
    house.context = replace(house.context, runner=runner)
    case = house.case("Mirabelle")
    screen = ScenarioScreen(house.context, house.services, case, FakePress())
    qtbot.addWidget(screen)
    screen.resize(1310, 648)
    screen.show()
    with qtbot.waitSignal(screen.filled, timeout=10_000):
        screen.when_made(screen.load)
    one = Plan(qtbot, house, case, FakePress(), screen)
    one.click_row(RowKind.SECTION, "signs")
    one.click_row(RowKind.WRITE, "signs")
    for text in ("Il se tait.", "Il range.", "Il compte."):
        one.type(text)
        one.key(Qt.Key.Key_Return)
    one.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not runner.busy() and len(one.texts("signs")) == 3, timeout=10_000)
    (second,) = (item for item in one.all(MeasureWritten) if item.text == "Il range.")
    qtbot.waitUntil(lambda: one.shows(RowKind.ITEM, "Il range."), timeout=10_000)
    one.click_row(RowKind.ITEM, "Il range.")
    one.type(" Tout.")
    one.key(Qt.Key.Key_Escape)
    screen.plan.rewrite(second.measure)
    assert one.editor.words.toPlainText() == "Il range. Tout."
    screen.plan.settle()
    qtbot.waitUntil(lambda: not runner.busy(), timeout=10_000)
    assert one.texts("signs") == ["Il se tait.", "Il range. Tout.", "Il compte."]
    runner.close()


def test_a_plan_to_look_at_again_says_why_until_somebody_says_she_did(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Mirabelle")
    item = MeasureWritten(new_measure(), "departure", "La porte", "", Appears.DOSSIER)
    house.services.planning.write(case, item)
    house.clock.move(days=1)
    noted = ChangeNoted(new_change(), "release", house.day(0), "Sorti hier.")
    house.services.reviewing.note(case, noted)
    screen = ScenarioScreen(house.context, house.services, case, FakePress())
    qtbot.addWidget(screen)
    screen.resize(1310, 648)
    screen.show()
    screen.load()
    assert "Remise en liberté" in screen.again.said.text()
    assert "24" in screen.again.said.text()
    qtbot.keyClick(screen.again.done, Qt.Key.Key_Space)
    assert len(house.desk.read(case).all(PlanReviewed)) == 1
    assert not screen.again.isVisible()
