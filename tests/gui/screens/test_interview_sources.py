"""Who says it: each source is a statement of its own, and a wrong one is corrected."""

from __future__ import annotations

from interviews import LEAVING, LEFT, Table
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from filet.domain.instruments import Value
from filet.domain.kinds import (
    MayTellHer,
    Source,
    SourceKind,
    WordsNoted,
)

# Who says it ---------------------------------------------------------------------------------


def test_another_source_is_another_statement_and_the_two_are_to_clarify(qtbot: QtBot) -> None:
    table = Table(qtbot, item=LEAVING)
    table.press(Qt.Key.Key_1)
    qtbot.mouseClick(table.desk.pane.sources.chips[SourceKind.POLICE], LEFT)
    assert table.values() == [Value.YES]
    table.press(Qt.Key.Key_2)
    said = {one.source.kind: one.value for one in table.statements()}
    assert said == {SourceKind.HER: Value.YES, SourceKind.POLICE: Value.NO}
    assert table.desk.pane.clarify_row.isVisible()
    row = table.desk.side.model.row(table.desk.side.model.place(table.page.asking.question.key))
    assert row is not None
    assert row.answer == "Oui, à éclaircir"


def test_a_wrong_source_is_corrected_and_the_statement_stays_one(qtbot: QtBot) -> None:
    table = Table(qtbot, item=LEAVING)
    table.press(Qt.Key.Key_1)
    table.press(Qt.Key.Key_F2)
    qtbot.keyClicks(table.desk.pane.voices.words_area, "rapport du 3")
    qtbot.mouseClick(table.desk.pane.sources.chips[SourceKind.POLICE], LEFT)
    qtbot.mouseClick(table.desk.pane.sources.correct, LEFT)
    (said,) = table.statements()
    assert (said.source.kind, said.value) == (SourceKind.POLICE, Value.YES)
    assert said.may_tell_her is MayTellHer.UNDECIDED
    (words,) = table.kept(WordsNoted)
    assert isinstance(words, WordsNoted)
    assert (words.source.kind, words.may_tell_her) == (SourceKind.POLICE, MayTellHer.UNDECIDED)
    assert not table.desk.pane.sources.correct.isVisible()


def test_no_correction_is_offered_across_questions(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_1)
    table.press(Qt.Key.Key_Return)
    qtbot.mouseClick(table.desk.pane.sources.chips[SourceKind.POLICE], LEFT)
    assert not table.desk.pane.sources.correct.isVisible()


def test_the_next_question_is_hers_again(qtbot: QtBot) -> None:
    table = Table(qtbot, item=LEAVING)
    qtbot.mouseClick(table.desk.pane.sources.chips[SourceKind.POLICE], LEFT)
    table.press(Qt.Key.Key_1)
    table.press(Qt.Key.Key_Return)
    assert table.desk.pane.sources.chips[SourceKind.HER].isChecked()


def test_which_organisation_and_what_she_may_be_told_are_kept(qtbot: QtBot) -> None:
    table = Table(qtbot, item=LEAVING)
    sources = table.desk.pane.sources
    qtbot.mouseClick(sources.chips[SourceKind.POLICE], LEFT)
    sources.named.setFocus()
    qtbot.keyClicks(sources.named, "SQ, Memphremagog")
    table.press(Qt.Key.Key_Escape)
    table.press(Qt.Key.Key_1)
    sources.may_tell.chosen.emit(MayTellHer.NO)
    (said,) = table.statements()
    assert said.source == Source(SourceKind.POLICE, organisation="SQ, Memphremagog")
    assert said.may_tell_her is MayTellHer.NO


def test_arrows_among_the_sources_choose_none(qtbot: QtBot) -> None:
    table = Table(qtbot, item=LEAVING)
    table.press(Qt.Key.Key_F3)
    table.press(Qt.Key.Key_Right)
    heard = [table.page.asking.source.kind]
    table.press(Qt.Key.Key_Space)
    heard.append(table.page.asking.source.kind)
    assert heard == [SourceKind.HER, SourceKind.RELATIVE]


def test_what_she_had_said_before_is_told_and_both_are_kept(qtbot: QtBot) -> None:
    table = Table(qtbot)
    use = table.house.services.interviewing
    use.choose(table.spot(LEAVING), Value.NO)
    table.house.clock.move(days=20)
    table.session = table.begin()
    page = table.open(item=LEAVING)
    assert page.asking.question.voices == ()
    assert table.desk.pane.former.text() == "Le 23\u00a0nov., elle avait dit non."
    table.press(Qt.Key.Key_1)
    assert table.desk.pane.former.text().endswith("Les deux réponses sont gardées.")
    assert table.values() == [Value.NO, Value.YES]
