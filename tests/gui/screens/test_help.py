"""Help: what is to be known of a page first, found by words, read by keys."""

from __future__ import annotations

import pytest
from indoors import Indoors
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from said import aloud, unnamed
from tools import shipped

from filet.gui.screens.help import KEYS, HelpScreen


def shown(qtbot: QtBot, wanted: str = "", language: str = "fr") -> HelpScreen:
    page = HelpScreen(Indoors(language).context, shipped().help)
    qtbot.addWidget(page)
    page.resize(1134, 648)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    if wanted:
        page.show_where(wanted)
    page.take_focus()
    return page


def titles(page: HelpScreen) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def test_what_is_to_be_known_of_the_page_is_shown_first(qtbot: QtBot) -> None:
    page = shown(qtbot, "journal")
    assert page.where() == "journal"
    assert "Le journal du dossier" in titles(page)[:3]
    assert "Une note s’écrit en haut" in aloud(page)


def test_every_topic_and_the_keys_can_be_reached(qtbot: QtBot) -> None:
    page = shown(qtbot)
    assert len(titles(page)) == len(shipped().help().topics) + 1
    assert "Toutes les touches" in titles(page)


def test_a_topic_is_asked_for_by_its_name(qtbot: QtBot) -> None:
    page = shown(qtbot, "protected")
    assert page.area.accessibleName() == "Ce qui est protégé et ce qui ne l’est pas"
    assert "rideau" in page.area.accessibleDescription()


def test_arrows_read_one_topic_after_the_other(qtbot: QtBot) -> None:
    page = shown(qtbot, "home")
    first = page.where()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.where() != first
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.area.hasFocus()


def test_ctrl_f_searches_without_accents(qtbot: QtBot) -> None:
    page = shown(qtbot)
    qtbot.keyClick(page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.search, "photocopieur")
    assert page.where() in ("printing", "protected")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.list.hasFocus()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_before_opening_a_passer_by_learns_nothing_of_the_work(qtbot: QtBot, language: str) -> None:
    page = HelpScreen(Indoors(language).context, shipped().help, only="unlock")
    qtbot.addWidget(page)
    page.show()
    said = ""
    for row in range(page.list.count()):
        page.list.setCurrentRow(row)
        said += aloud(page).lower()
    assert page.list.count() > 3
    words = ("violence", "femme", "woman", "elle ", "police", "danger", "refuge", "shelter")
    assert not [word for word in words if word in said]


def test_words_that_nothing_holds_are_said_and_the_keys_stay(qtbot: QtBot) -> None:
    page = shown(qtbot)
    page.search.setText("zzzz")
    assert page.nothing.isVisible()
    assert page.where() == KEYS
    assert "Verrouiller" in aloud(page)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_topic_is_read_whole(qtbot: QtBot, language: str) -> None:
    page = shown(qtbot, language=language)
    for row in range(page.list.count()):
        page.list.setCurrentRow(row)
        assert page.area.accessibleName()
    assert not unnamed(page)


def test_each_page_that_is_named_exists() -> None:
    known = {
        "home", "call", "questions", "told", "situation", "before", "interview", "result", "outside",
        "plan", "share", "consent", "sending", "journal", "register", "settings", "emergency",
        "unlock", "over_time",
    }  # fmt: skip
    assert {page for topic in shipped().help().topics for page in topic.pages} <= known
