from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from filet.gui.widgets.choice_box import ChoiceBox
from filet.gui.widgets.combo import Combo

LONG = "Danger imminent, 21 nov., 7 h 35 · AB · Pour elle · au sujet de Fulgence"


@pytest.fixture(params=["field", "small"])
def box(request: pytest.FixtureRequest, desk: Any, qtbot: QtBot) -> QComboBox:
    context = desk().shell.context
    made = Combo(context, "Une liste") if request.param == "field" else ChoiceBox(context.theme)
    qtbot.addWidget(made)
    made.setFixedSize(260, 40)
    return made


def painted(box: QComboBox, *words: str) -> QImage:
    box.clear()
    box.addItems(words)
    return box.grab().toImage()


def test_words_that_do_not_fit_end_in_dots(box: QComboBox) -> None:
    shortened = [f"{LONG[:count]}…" for count in range(1, len(LONG))]
    whole = painted(box, LONG)
    assert any(painted(box, words) == whole for words in shortened)


def test_a_list_of_which_nothing_is_chosen_says_what_to_do(box: QComboBox) -> None:
    empty = painted(box)
    box.setPlaceholderText("Choisir")
    assert box.grab().toImage() != empty
