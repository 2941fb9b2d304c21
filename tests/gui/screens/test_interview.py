"""An interview by real keys and clicks: what is kept, and where she goes."""

from __future__ import annotations

import pytest
from indoors import Indoors
from interviews import CTRL, LEFT, SHIFT, Table
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from said import aloud

from filet.domain.instruments import ItemType, Value
from filet.domain.kinds import (
    NoteWritten,
    SessionBegun,
    StatementMade,
    WordsNoted,
)
from filet.gui.models.interview_texts import ANSWERS
from filet.gui.widgets.answers import AnswerButton, Answers, Choice
from filet.gui.widgets.question_lines import LIST, ONE
from filet.gui.widgets.two_voices import NOTE, WORDS

# Answering ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_1, Value.YES),
        (Qt.Key.Key_2, Value.NO),
        (Qt.Key.Key_3, Value.UNKNOWN),
        (Qt.Key.Key_4, Value.DECLINED),
    ],
)
def test_a_digit_answers_at_once_and_takes_the_focus(
    qtbot: QtBot, key: Qt.Key, value: Value
) -> None:
    table = Table(qtbot)
    table.press(key)
    assert table.values() == [value]
    focused = table.page.focusWidget()
    assert isinstance(focused, AnswerButton)
    assert focused.isChecked()


def test_a_digit_of_the_pad_answers_too(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert table.values() == [Value.NO]


def test_a_click_answers(qtbot: QtBot) -> None:
    table = Table(qtbot)
    button = table.desk.pane.answers.findChildren(AnswerButton)[2]
    qtbot.mouseClick(button, LEFT)
    assert table.values() == [Value.UNKNOWN]


def test_answering_does_not_go_on_by_itself_and_enter_does(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_1)
    assert table.item == "neck_squeezed"
    table.press(Qt.Key.Key_Return)
    assert table.item == "body_now"
    table.press(Qt.Key.Key_Return, SHIFT)
    assert table.item == "neck_squeezed"


def test_an_arrow_on_the_answers_answers_nothing(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_1)
    table.press(Qt.Key.Key_Right)
    table.press(Qt.Key.Key_Right)
    assert table.values() == [Value.YES]
    table.press(Qt.Key.Key_Space)
    assert table.values() == [Value.UNKNOWN]


def test_down_on_an_answer_asks_the_next_question(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_1)
    table.press(Qt.Key.Key_Down)
    assert table.item == "body_now"
    assert table.values() == [Value.YES]


def test_changing_an_answer_corrects_it_and_both_stay_in_the_journal(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_1)
    table.press(Qt.Key.Key_2)
    assert table.values() == [Value.NO]
    written = [
        one
        for one in table.house.desk.read(table.case).entries
        if isinstance(one.content, StatementMade)
    ]
    assert len(written) == 2


def test_the_first_hour_is_answered_with_two_keys_a_question(qtbot: QtBot) -> None:
    table = Table(qtbot)
    for number in range(10):
        assert table.page.asking.question.number == number + 1
        table.press(Qt.Key.Key_3 if number in (1, 8) else Qt.Key.Key_1)
        table.press(Qt.Key.Key_Return)
    assert table.page.asking.interview is not None
    assert table.page.asking.interview.answered == 10
    assert table.desk.side.head.count.text() == "10 réponses sur 10"


def test_what_is_asked_later_never_lowers_the_count(qtbot: QtBot) -> None:
    table = Table(qtbot, item="stalking")
    table.press(Qt.Key.Key_1)
    assert table.desk.side.head.count.text() == "0 réponse sur 10"


def test_a_scale_is_answered_from_0_to_10(qtbot: QtBot) -> None:
    table = Table(qtbot, item="her_fear")
    table.press(Qt.Key.Key_7)
    assert [one.scale for one in table.statements()] == [7]
    table.press(Qt.Key.Key_1)
    table.press(Qt.Key.Key_0)
    assert [(one.scale, one.value) for one in table.statements()] == [(10, None)]


def test_a_question_in_free_words_counts_once_they_are_kept(qtbot: QtBot) -> None:
    table = Table(qtbot, item="children_where")
    table.press(Qt.Key.Key_1)
    area = table.desk.pane.voices.words_area
    assert area.hasFocus()
    area.insertPlainText("Chez ma mère.")
    table.press(Qt.Key.Key_Escape)
    assert table.words() == ["Chez ma mère."]
    assert table.desk.side.head.count.text() == "1 réponse sur 10"


def test_delete_takes_an_answer_back(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_1)
    table.press(Qt.Key.Key_Delete)
    assert table.values() == [None]
    assert table.desk.side.head.count.text() == "0 réponse sur 10"


def test_what_is_to_be_thought_of_at_once_comes_with_a_yes_only(qtbot: QtBot) -> None:
    table = Table(qtbot)
    assert not table.desk.pane.at_once_row.isVisible()
    table.press(Qt.Key.Key_1)
    assert table.desk.pane.at_once_row.isVisible()
    table.press(Qt.Key.Key_2)
    assert not table.desk.pane.at_once_row.isVisible()


def test_nothing_of_an_answer_is_scored_or_levelled(qtbot: QtBot) -> None:
    table = Table(qtbot)
    for key in (Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_1):
        table.press(key)
    said = aloud(table.page).lower()
    assert not [word for word in ("niveau", "score", "modéré", "aggravé") if word in said]


# Text --------------------------------------------------------------------------------------


def test_digits_typed_in_a_note_never_answer(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_F2)
    qtbot.keyClicks(table.desk.pane.voices.words_area, "1234")
    assert table.statements() == []
    assert table.desk.pane.voices.words.text() == "1234"


def test_digits_typed_in_a_line_never_answer(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_1)
    qtbot.keyClicks(table.desk.pane.when.line, "2 fois en 2024")
    assert table.values() == [Value.YES]


def test_f2_goes_to_her_words_then_turns_to_the_note(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_F2)
    assert table.desk.pane.voices.words_area.hasFocus()
    table.press(Qt.Key.Key_F2)
    assert table.desk.pane.voices.side == NOTE
    assert table.desk.pane.voices.note_area.hasFocus()
    table.press(Qt.Key.Key_F2)
    assert table.desk.pane.voices.side == WORDS


def test_words_are_a_draft_after_a_moment_of_quiet_and_an_entry_when_left(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_F2)
    with qtbot.waitSignal(table.page.saved):
        qtbot.keyClicks(table.desk.pane.voices.words_area, "Il a ri.")
    assert table.words() == []
    assert len(table.house.vault.state.drafts) >= 1
    table.press(Qt.Key.Key_Escape)
    assert table.words() == ["Il a ri."]
    key = table.house.services.drafting.key(
        "interview/neck_squeezed@inventaire-filet-1/her", table.case
    )
    assert not table.house.services.drafting.read(key)


def test_going_on_keeps_the_words_with_their_own_question(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_F2)
    qtbot.keyClicks(table.desk.pane.voices.words_area, "Au salon.")
    qtbot.mouseClick(table.desk.next, LEFT)
    assert table.item == "body_now"
    assert table.desk.pane.voices.words.text() == ""
    (said,) = table.statements()
    assert said.item.startswith("neck_squeezed@")
    table.press(Qt.Key.Key_Up)
    assert table.desk.pane.voices.words.text() == "Au salon."


def test_the_note_is_the_workers_and_an_entry_of_its_own(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_F2)
    table.press(Qt.Key.Key_F2)
    qtbot.keyClicks(table.desk.pane.voices.note_area, "Voix basse.")
    table.press(Qt.Key.Key_Escape)
    (note,) = table.kept(NoteWritten)
    (said,) = table.statements()
    assert isinstance(note, NoteWritten)
    assert (note.text, note.statement) == ("Voix basse.", said.statement)
    assert table.words() == []


def test_words_taken_away_come_back_by_undo(qtbot: QtBot) -> None:
    table = Table(qtbot)
    area = table.desk.pane.voices.words_area
    table.press(Qt.Key.Key_F2)
    qtbot.keyClicks(area, "Non.")
    table.press(Qt.Key.Key_Escape)
    table.press(Qt.Key.Key_F2)
    area.clear()
    table.press(Qt.Key.Key_Escape)
    assert table.words() == [""]
    table.press(Qt.Key.Key_Z, CTRL)
    assert table.words() == ["Non."]
    assert area.toPlainText() == "Non."


def test_when_comes_after_a_yes_and_keeps_her_words_with_what_was_understood(
    qtbot: QtBot,
) -> None:
    table = Table(qtbot)
    assert not table.desk.pane.when.isVisible()
    table.press(Qt.Key.Key_1)
    table.desk.pane.when.line.setFocus()
    qtbot.keyClicks(table.desk.pane.when.line, "hier")
    assert table.desk.pane.when.echo.text()
    table.press(Qt.Key.Key_Escape)
    (said,) = table.statements()
    assert said.happened.said == "hier"
    assert said.happened.first == table.house.day(-1)
    table.press(Qt.Key.Key_2)
    assert table.statements()[0].happened.said == ""


def test_details_are_asked_one_at_a_time(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_1)
    details = table.desk.pane.details
    first = details.ask.text()
    details.line.setFocus()
    qtbot.keyClicks(details.line, "deux fois")
    table.press(Qt.Key.Key_Return)
    assert details.ask.text() != first
    assert details.line.text() == ""
    (words,) = table.kept(WordsNoted)
    assert isinstance(words, WordsNoted)
    assert (words.text, words.detail) == ("deux fois", "how_often")
    assert table.item == "neck_squeezed"


def test_enter_on_the_last_detail_asks_the_next_question_once(qtbot: QtBot) -> None:
    table = Table(qtbot, item="people_ready")
    table.press(Qt.Key.Key_1)
    table.desk.pane.details.line.setFocus()
    number = table.page.asking.question.number
    table.press(Qt.Key.Key_Return)
    assert table.page.asking.question.number == number
    table.press(Qt.Key.Key_Return)
    assert table.page.asking.question.number == number + 1


# Where she goes ------------------------------------------------------------------------------


def test_three_letters_find_a_question_without_accents(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(table.desk.side.search, "arm")
    table.press(Qt.Key.Key_Return)
    assert table.item == "weapon_in_reach"
    table.press(Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(table.desk.side.search, "COU")
    table.press(Qt.Key.Key_Return)
    assert table.item == "neck_squeezed"
    assert not table.desk.side.search.hasFocus()


def test_a_word_that_no_question_has_is_said(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(table.desk.side.search, "zzz")
    assert table.desk.side.nothing.isVisible()
    table.press(Qt.Key.Key_Escape)
    assert table.desk.side.model.rowCount() > 50


def test_arrows_in_the_list_ask_another_question_and_stay_there(qtbot: QtBot) -> None:
    table = Table(qtbot)
    rows = table.desk.side.list
    rows.setFocus()
    table.press(Qt.Key.Key_Down)
    assert table.item == "body_now"
    assert rows.hasFocus()
    table.press(Qt.Key.Key_End)
    assert table.item == "order_in_force"
    table.press(Qt.Key.Key_Home)
    assert table.item == "neck_squeezed"
    table.press(Qt.Key.Key_2)
    assert table.values() == [Value.NO]


def test_f4_marks_a_question_and_f5_goes_to_the_next_without_answer(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_F4)
    assert [one.to_resume for one in table.statements()] == [True]
    assert table.desk.side.head.resume.text() == "1 à reprendre"
    assert table.desk.side.head.count.text() == "0 réponse sur 10"
    table.press(Qt.Key.Key_F5)
    assert table.item == "body_now"
    table.press(Qt.Key.Key_Up)
    table.press(Qt.Key.Key_1)
    assert table.desk.side.head.resume.text() == ""


def test_undo_takes_back_the_last_answer_and_shows_its_question(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_1)
    table.press(Qt.Key.Key_2)
    table.press(Qt.Key.Key_Return)
    table.press(Qt.Key.Key_Z, CTRL)
    assert table.item == "neck_squeezed"
    assert table.values() == [Value.YES]
    table.press(Qt.Key.Key_Y, CTRL)
    assert table.values() == [Value.NO]


def test_undo_never_goes_back_before_the_interview(qtbot: QtBot) -> None:
    table = Table(qtbot)
    for _ in range(3):
        table.press(Qt.Key.Key_Z, CTRL)
    assert len(table.kept(SessionBegun)) == 1
    assert "annuler" in table.page.notice.title()


def test_a_field_undoes_its_own_words_first(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_1)
    table.press(Qt.Key.Key_F2)
    area = table.desk.pane.voices.words_area
    qtbot.keyClicks(area, "oups")
    table.press(Qt.Key.Key_Z, CTRL)
    assert area.toPlainText() == ""
    assert table.values() == [Value.YES]
    table.press(Qt.Key.Key_Z, CTRL)
    assert table.values() == []


def test_the_list_view_takes_the_same_keys_on_the_same_data(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_T, CTRL)
    assert table.page.view == LIST
    table.press(Qt.Key.Key_1)
    table.press(Qt.Key.Key_Down)
    table.press(Qt.Key.Key_Down)
    table.press(Qt.Key.Key_3)
    assert table.values() == [Value.YES, Value.UNKNOWN]
    table.press(Qt.Key.Key_T, CTRL)
    assert table.page.view == ONE
    assert table.item == "he_knows_where"


def test_a_click_on_an_answer_of_a_line_answers_that_line(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_T, CTRL)
    assert table.desk.lines is not None
    lines = table.desk.lines.table
    rect = lines.visualRect(lines.model().index(3, 0))
    box = lines.box_of(rect, Value.NO)
    qtbot.mouseClick(lines.viewport(), LEFT, pos=box.center())
    (said,) = table.statements()
    assert said.item.startswith("he_knows_where@")
    assert said.value is Value.NO


def test_answers_that_are_put_away_come_back_with_none_chosen(qtbot: QtBot) -> None:
    answers = Answers(Indoors().context, ANSWERS)
    qtbot.addWidget(answers)
    answers.show()
    answers.show_question(ItemType.YES_NO, "Une question")
    first = _shown(answers)
    answers.press(Choice(Value.YES))
    answers.show_question(ItemType.SCALE, "Une autre", range(5))
    assert answers.choice() == Choice()
    assert len(_shown(answers)) == 7
    assert not set(first) & set(_shown(answers))
    answers.show_question(ItemType.YES_NO, "Une troisième")
    assert _shown(answers) == first
    assert answers.choice() == Choice()
    assert not any(button.isChecked() for button in first)


def _shown(answers: Answers) -> list[AnswerButton]:
    return [button for button in answers.findChildren(AnswerButton) if button.isVisible()]
