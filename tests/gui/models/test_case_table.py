"""The home list as Qt reads it."""

from __future__ import annotations

from indoors import Indoors
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from filet.application.home import Chip
from filet.domain.kinds import Level, Status
from filet.gui.models.case_table import CaseTable
from filet.gui.models.case_texts import CaseTexts

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def table(house: Indoors, *, numbers_only: bool = False) -> CaseTable:
    texts = CaseTexts(house.context, house.services.home.workers(), numbers_only)
    model = CaseTable(texts)
    home = house.services.home.all()
    model.show_list(home, home.filtered(Chip.ALL))
    return model


def sentence(model: CaseTable, row: int = 0) -> str:
    return str(model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole))


def test_the_model_keeps_what_qt_expects(qtbot: QtBot) -> None:
    house = Indoors()
    house.full()
    model = CaseTable(CaseTexts(house.context))
    tester = QAbstractItemModelTester(model, FATAL)
    home = house.services.home.all()
    model.show_lines(house.services.home.first_page())
    model.show_list(home, home.filtered(Chip.ALL))
    model.show_list(home, home.filtered(Chip.CLOSED))
    assert model.rowCount() == 1
    tester.deleteLater()


def test_a_row_is_one_sentence(qtbot: QtBot) -> None:
    house = Indoors()
    house.enroll()
    case = house.case("Violette", "Essai-Côté", status=Status.HOUSED, children=2)
    house.sign(case, Level.AGGRAVATED, review=3)
    house.plan(case, "appeler", days=1, hour="09:00")
    assert sentence(table(house)) == (
        "Violette\u00a0E., 26-A-0001, niveau\u00a0: Aggravé, aujourd’hui, 14\u00a0h\u00a030,"
        " hébergée, depuis le 14\u00a0nov. · 2 enfants,"
        " prochain suivi\u00a0: Demain, 9\u00a0h, appeler, intervenante\u00a0: Maude R."
    )


def test_a_level_past_its_review_says_so(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Violette")
    house.sign(case, Level.MODERATE, review=2)
    house.clock.move(days=4)
    said = sentence(table(house))
    assert "à revoir" in said
    assert "En retard de 2 jours" in said


def test_numbers_only_keeps_back_names_and_every_free_text(qtbot: QtBot) -> None:
    house = Indoors()
    case = house.case("Violette", "Essai")
    house.plan(case, "appeler Violette", days=1)
    model = table(house, numbers_only=True)
    seen = f"{sentence(model)} {model.data(model.index(0))} {model.row_texts(0)}"
    assert "Violette" not in seen
    assert "26-A-0001" in seen


def test_a_dossier_without_a_name_is_its_number(qtbot: QtBot) -> None:
    house = Indoors()
    house.case("")
    assert table(house).data(table(house).index(0)) == "26-A-0001"
