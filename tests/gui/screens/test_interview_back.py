"""Coming back after a lock, a kill, or a disk that refused."""

from __future__ import annotations

from dataclasses import replace

from fakes.runner import Later
from interviews import HIDDEN, LEAVING, LEFT, Table, full
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from said import heard

from filet.domain.errors import DiskFull, EntryTooLarge
from filet.domain.instruments import Value
from filet.domain.kinds import (
    SourceKind,
)
from filet.gui.screens.interview import HERS
from filet.gui.widgets.blank import Blank

# Coming back ---------------------------------------------------------------------------------


def test_after_a_kill_she_is_where_she_was_with_what_she_typed(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_F5)
    table.press(Qt.Key.Key_F5)
    qtbot.mouseClick(table.desk.pane.sources.chips[SourceKind.POLICE], LEFT)
    table.press(Qt.Key.Key_F2)
    qtbot.keyClicks(table.desk.pane.voices.words_area, "Patrouille au chem")
    table.page.flush()
    again = table.open()
    assert again.asking.question.item.id == "he_knows_where"
    assert again.asking.source.kind is SourceKind.POLICE
    assert table.desk.pane.voices.words.text() == "Patrouille au chem"
    assert table.words() == []


def test_what_she_typed_comes_back_in_a_view_that_is_made_after_it_was_read(
    qtbot: QtBot,
) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_F2)
    qtbot.keyClicks(table.desk.pane.voices.words_area, "Patrouille au chem")
    table.page.flush()
    runner = Later()
    table.house.context = replace(table.house.context, runner=runner)
    again = table.open()
    assert again.desk is None
    runner.all()
    assert table.desk.pane.voices.words.text() == "Patrouille au chem"
    assert table.words() == []


def test_what_was_being_written_of_another_voice_never_comes_back_in_her_view(
    qtbot: QtBot,
) -> None:
    table = Table(qtbot)
    qtbot.mouseClick(table.desk.pane.sources.chips[SourceKind.POLICE], LEFT)
    table.press(Qt.Key.Key_F2)
    qtbot.keyClicks(table.desk.pane.voices.words_area, "Patrouille au chem")
    table.page.flush()
    again = table.open(with_her=True)
    assert again.asking.source.kind is SourceKind.POLICE
    assert "Patrouille" not in heard(again)
    table.press(Qt.Key.Key_F11)
    blank = again.findChild(Blank)
    assert isinstance(blank, Blank)
    blank.turned.emit()
    assert table.desk.pane.voices.words.text() == "Patrouille au chem"


def test_where_brings_her_back_to_the_same_view_question_and_caret(qtbot: QtBot) -> None:
    table = Table(qtbot, item=LEAVING)
    table.press(Qt.Key.Key_F2)
    table.press(Qt.Key.Key_F2)
    qtbot.keyClicks(table.desk.pane.voices.note_area, "Elle hesite")
    table.press(Qt.Key.Key_Home)
    table.page.flush()
    where = table.page.where()
    again = table.open(item="stalking")
    again.show_where(where)
    assert again.asking.question.item.id == LEAVING
    voices = table.desk.pane.voices
    assert voices.note.text() == "Elle hesite"
    assert voices.note_area.hasFocus()
    assert voices.note_area.textCursor().position() == 0


def test_a_lock_in_her_view_comes_back_to_her_view(qtbot: QtBot) -> None:
    table = full(qtbot, with_her=True)
    where = table.page.where()
    again = table.open()
    again.show_where(where)
    assert again.view == HERS
    assert not [word for word in HIDDEN if word in heard(again)]


def test_an_interview_taken_up_again_opens_on_the_first_without_answer(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.house.services.interviewing.choose(table.spot("neck_squeezed"), Value.NO)
    other = table.house.services.drafting.key("interview", table.case)
    table.house.services.drafting.forget(other)
    again = table.open()
    assert again.asking.question.item.id == "body_now"


def test_what_somebody_else_changed_is_shown_and_what_is_typed_stays(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_F2)
    qtbot.keyClicks(table.desk.pane.voices.words_area, "en cours")
    outcome = table.house.services.interviewing.choose(table.spot("neck_squeezed"), Value.NO)
    table.page.topics_changed(outcome.changed)
    assert table.desk.pane.answers.choice().value is Value.NO
    assert table.desk.pane.voices.words.text() == "en cours"


def test_what_the_disk_refuses_is_held_and_written_in_order(qtbot: QtBot) -> None:
    table = Table(qtbot)
    keeper = table.house.context.keeper
    table.house.vault.fail_next = DiskFull()
    table.press(Qt.Key.Key_1)
    table.press(Qt.Key.Key_Return)
    table.press(Qt.Key.Key_Return)
    table.press(Qt.Key.Key_3)
    assert table.values() == []
    assert table.desk.pane.answers.choice().value is Value.UNKNOWN
    keeper.retry()
    assert table.values() == [Value.YES, Value.UNKNOWN]


def test_an_error_is_told_in_the_workers_own_view_and_never_in_hers(qtbot: QtBot) -> None:
    table = Table(qtbot, with_her=True)
    table.house.vault.fail_next = EntryTooLarge(size=70_000, limit=65_536)
    table.press(Qt.Key.Key_1)
    assert "trop long" not in heard(table.page)
    table.press(Qt.Key.Key_F11)
    blank = table.page.findChild(Blank)
    assert blank is not None
    qtbot.mouseClick(blank.other, LEFT)
    assert "trop long" in table.page.notice.title()
