"""What her own eyes may read, pauses, and the end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes.runner import WaitingRunner
from interviews import CTRL, HIDDEN, LEAVING, LEFT, Table, full
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from said import heard

from filet.domain.instruments import Value
from filet.domain.kinds import (
    MayTellHer,
    SessionEnded,
    SourceKind,
    WordsNoted,
)
from filet.gui.keeper import Keeper
from filet.gui.screens.interview import BLANK, END, HERS, InterviewScreen
from filet.gui.widgets.blank import Blank
from filet.gui.widgets.interview_desk import InterviewDesk
from filet.gui.widgets.interview_end import InterviewEnd
from filet.gui.widgets.question_lines import ONE
from filet.gui.widgets.with_her import WithHer

# With her, pauses and the end ----------------------------------------------------------------


def test_the_workers_view_holds_all_that_her_view_must_not(qtbot: QtBot) -> None:
    said = heard(full(qtbot).page)
    assert [word for word in HIDDEN if word not in said] == ["MOTS-DE-LA-POLICE"]


def test_with_her_holds_the_question_the_answers_and_her_words_alone(qtbot: QtBot) -> None:
    table = full(qtbot)
    table.press(Qt.Key.Key_F11)
    said = heard(table.page)
    assert not [word for word in HIDDEN if word in said]
    for word in ("Est-ce qu’il sait", "On le demande parce que", "Je lui ai dit dimanche."):
        assert word in said
    for word in ("Oui", "Non", "Je ne sais pas", "Je préfère ne pas répondre"):
        assert word in said
    for word in ("Précédente", "Faire une pause", "Suivante"):
        assert word in said


def test_nothing_of_the_workers_view_is_left_in_the_window(qtbot: QtBot) -> None:
    table = full(qtbot)
    table.press(Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: InterviewDesk not in _kinds(table))
    table.press(Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: WithHer not in _kinds(table))


def _kinds(table: Table) -> set[type[QWidget]]:
    return {type(one) for one in table.page.findChildren(QWidget)}


def test_what_others_said_is_no_answer_of_hers(qtbot: QtBot) -> None:
    table = full(qtbot, with_her=True)
    assert table.hers.answers.choice().value is Value.YES
    table.page.go_to("weapon_in_reach@inventaire-filet-1")
    assert table.hers.answers.choice().value is None


def test_her_own_answer_that_must_not_be_shown_is_not(qtbot: QtBot) -> None:
    table = full(qtbot)
    use = table.house.services.interviewing
    use.decide(table.spot(LEAVING), MayTellHer.NO)
    table.open(item=LEAVING, with_her=True)
    assert table.hers.answers.choice().value is None
    assert "dimanche" not in heard(table.page)


def test_an_answer_given_with_her_is_hers_whoever_spoke_before(qtbot: QtBot) -> None:
    table = Table(qtbot, item=LEAVING)
    qtbot.mouseClick(table.desk.pane.sources.chips[SourceKind.POLICE], LEFT)
    table.press(Qt.Key.Key_F11)
    table.press(Qt.Key.Key_4)
    table.hers.words_area.setFocus()
    qtbot.keyClicks(table.hers.words_area, "Pas ce soir.")
    table.press(Qt.Key.Key_Escape)
    (said,) = table.statements()
    assert (said.source.kind, said.value) == (SourceKind.HER, Value.DECLINED)
    (words,) = table.kept(WordsNoted)
    assert isinstance(words, WordsNoted)
    assert words.source.kind is SourceKind.HER


def test_with_her_goes_on_by_the_same_keys_and_never_ends_by_itself(qtbot: QtBot) -> None:
    table = Table(qtbot, with_her=True, item="children_know")
    table.press(Qt.Key.Key_Return)
    assert table.page.view == HERS
    assert table.item == "order_in_force"
    table.press(Qt.Key.Key_Return)
    assert table.page.view == BLANK
    assert "réponse" not in heard(table.page).lower()


@pytest.mark.parametrize("key", [Qt.Key.Key_F11, Qt.Key.Key_F8])
def test_every_way_out_of_her_view_crosses_the_blank_page(qtbot: QtBot, key: Qt.Key) -> None:
    table = full(qtbot, with_her=True)
    told: list[bool] = []
    table.page.with_her_changed.connect(told.append)
    table.press(key)
    assert table.page.view == BLANK
    said = heard(table.page)
    assert not [word for word in (*HIDDEN, "Est-ce qu’il", "dimanche", "Mirabelle") if word in said]
    assert told == []
    blank = table.page.findChild(Blank)
    assert blank is not None
    qtbot.mouseClick(blank.resume, LEFT)
    assert table.page.view == HERS
    table.press(key)
    blank = table.page.findChild(Blank)
    assert blank is not None
    qtbot.mouseClick(blank.other, LEFT)
    assert table.page.view == ONE
    assert told == [False]


def test_alt_left_leaves_her_view_by_the_blank_page_only(qtbot: QtBot) -> None:
    table = full(qtbot, with_her=True)
    with qtbot.assertNotEmitted(table.page.left):
        table.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert table.page.view == BLANK


@pytest.mark.parametrize("key", [Qt.Key.Key_T, Qt.Key.Key_F, Qt.Key.Key_Return])
def test_no_key_of_the_worker_opens_her_view_on_anything_else(qtbot: QtBot, key: Qt.Key) -> None:
    table = full(qtbot, with_her=True)
    table.press(key, CTRL)
    for other in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5):
        table.press(other)
    assert table.page.view == HERS
    assert table.item == LEAVING


def test_a_pause_is_kept_and_covers_the_answers(qtbot: QtBot) -> None:
    table = full(qtbot)
    told: list[bool] = []
    table.page.with_her_changed.connect(told.append)
    table.press(Qt.Key.Key_F8)
    (ended,) = table.kept(SessionEnded)
    assert ended == SessionEnded(table.session, True)
    said = heard(table.page)
    assert "On reprend quand elle veut." in said
    assert "14\u00a0h\u00a030" in said
    assert "serré" not in said
    blank = table.page.findChild(Blank)
    assert blank is not None
    table.press(Qt.Key.Key_Return)
    assert table.page.view == ONE
    assert table.item == LEAVING
    assert told == [True, False]


def test_an_interview_is_left_from_the_pause(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_F8)
    blank = table.page.findChild(Blank)
    assert blank is not None
    with qtbot.waitSignal(table.page.left):
        qtbot.mouseClick(blank.other, LEFT)


def test_the_end_says_what_is_left_and_leads_there(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_1)
    table.press(Qt.Key.Key_Down)
    table.press(Qt.Key.Key_F4)
    qtbot.mouseClick(table.desk.finish, LEFT)
    assert table.page.view == END
    end = table.page.findChild(InterviewEnd)
    assert end is not None
    names = [link.text() for link in end.links]
    assert names[0].startswith("2. ")
    assert len(names) == 9
    qtbot.mouseClick(end.links[0], LEFT)
    assert (table.page.view, table.item) == (ONE, "body_now")


def test_the_end_leads_to_the_result_and_says_that_the_interview_is_over(qtbot: QtBot) -> None:
    table = Table(qtbot)
    table.press(Qt.Key.Key_Return, CTRL)
    assert table.page.view == END
    with qtbot.waitSignal(table.page.finished):
        table.press(Qt.Key.Key_Return, CTRL)
    assert table.kept(SessionEnded) == [SessionEnded(table.session, False)]


def test_after_the_last_question_comes_what_is_left(qtbot: QtBot) -> None:
    table = Table(qtbot, item="order_in_force")
    table.press(Qt.Key.Key_Return)
    assert table.page.view == END


def test_a_screen_that_begins_with_her_is_hers_before_anything_is_read(qtbot: QtBot) -> None:
    table = Table(qtbot)
    runner = WaitingRunner()
    context = replace(table.house.context, runner=runner, keeper=Keeper(runner))
    page = InterviewScreen(context, table.house.services, table.case, table.session, with_her=True)
    qtbot.addWidget(page)
    assert page.alone
    runner.work()
    assert page.view == HERS


def test_a_lock_on_the_blank_page_comes_back_to_it_with_nothing_seen_meanwhile(
    qtbot: QtBot,
) -> None:
    table = full(qtbot, with_her=True)
    table.press(Qt.Key.Key_F11)
    where = table.page.where()
    runner = WaitingRunner()
    context = replace(table.house.context, runner=runner, keeper=Keeper(runner))
    page = InterviewScreen(context, table.house.services, table.case, table.session)
    qtbot.addWidget(page)
    page.show_where(where)
    assert page.alone
    runner.work()
    assert page.view == BLANK
    blank = page.findChild(Blank)
    assert blank is not None
    qtbot.mouseClick(blank.resume, LEFT)
    assert page.view == HERS
