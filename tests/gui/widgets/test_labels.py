"""A text is as high as its words need, whatever was asked of it before."""

import pytest
from indoors import RESOURCES
from pytestqt.qtbot import QtBot

from filet.gui.theme import Theme
from filet.gui.widgets.labels import Text

LONG = "Elle dit qu'il la suit jusqu'au travail, chaque matin, depuis le mois de mars. " * 4


@pytest.fixture
def text(qtbot: QtBot) -> Text:
    made = Text(Theme.read(RESOURCES), "Oui")
    qtbot.addWidget(made)
    return made


def test_a_longer_text_is_higher_at_a_width_that_was_asked_before(text: Text) -> None:
    short = text.heightForWidth(300)
    text.setText(LONG)
    assert text.heightForWidth(300) >= 5 * short


def test_a_larger_face_is_higher_at_a_width_that_was_asked_before(text: Text) -> None:
    body = text.heightForWidth(300)
    text.setFont(Theme.read(RESOURCES, scale=2.0).font("body"))
    assert text.heightForWidth(300) > 1.5 * body


def test_a_narrower_place_makes_a_text_higher(text: Text) -> None:
    text.setText(LONG)
    assert text.heightForWidth(200) > text.heightForWidth(600)
