"""« Conservation »: the house decides how long, and two end a dossier, each in her own session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from builders import PASSPHRASE, House
from fakes.press import FakePress
from fakes.runner import ImmediateRunner
from indoors import RESOURCES, words
from pytestqt.qtbot import QtBot
from said import aloud, mnemonics, unnamed

from filet import bootstrap
from filet.adapters.documents import ReportlabPrinter
from filet.domain.ids import CaseId
from filet.domain.kinds import Duty, HoldReason, NoteWritten, Status, StatusSet
from filet.domain.retention import Rule
from filet.gui.context import Context
from filet.gui.keeper import Keeper
from filet.gui.screens.settings import PartMaker, SettingsScreen
from filet.gui.screens.settings_keeping import KeepingPart, Papers
from filet.gui.theme import Theme, ThemeName
from filet.gui.widgets.few_rows import FEW
from filet.gui.widgets.part_list import PartName
from filet.paths import Paths

OLD = date(2019, 3, 2)


class Place:
    """A house on disk, whoever is inside, and the part of the settings she looks at."""

    def __init__(self, root: Path, qtbot: QtBot) -> None:
        self.house, self.qtbot = House(root), qtbot
        self.paths = Paths(RESOURCES, self.house.local)
        self.press = FakePress()
        self.entered = self.house.create()
        self.house.let_in(self.house.desk(self.entered), "CD", Duty.COORDINATION)
        self.house.let_in(self.house.desk(self.entered), "EF")
        self._begin()
        self.case: CaseId = self.services.cases.create("Bertille", "Inventée").value.case
        self.services.cases.note(self.case, "une note")
        self.services.cases.set_status(self.case, StatusSet(Status.CLOSED, OLD))

    def enter(self, initials: str) -> None:
        self.house.unlocking.lock(self.entered)
        self.entered = self.house.unlock() if initials == "AB" else self.house.enter(initials)
        self._begin()

    def _begin(self) -> None:
        self.services = bootstrap._services(self.entered, self.paths, self.house.clock)

    def open(self, *, training: bool = False) -> Any:
        """Open the settings at the part, as she does."""
        runner = ImmediateRunner()
        context = Context(
            words("fr"), Theme.read(RESOURCES, ThemeName.LIGHT, 1.0), runner,
            self.house.clock, Keeper(runner),
        )  # fmt: skip
        papers = Papers(lambda: self.press, ReportlabPrinter(RESOURCES / "fonts").print, training)
        make = PartMaker(
            PartName("keeping", "Conservation", "archive"),
            lambda: KeepingPart(context, self.services, papers),
        )
        self.screen = SettingsScreen(context, self.services, [make])
        self.qtbot.addWidget(self.screen)
        self.screen.resize(1134, 648)
        self.screen.show()
        self.qtbot.waitExposed(self.screen)
        return self.part

    @property
    def part(self) -> Any:
        return self.screen.part

    def asked(self) -> Any:
        """Have AB ask, then let CD look at it; return the page she looks at."""
        page = self.deciding()
        page.ending.own.show_text(PASSPHRASE)
        page.ending.go.click()
        self.enter("CD")
        return self.deciding()

    def deciding(self) -> Any:
        if not self.services.retaining.rule().decided:
            self.services.retaining.decide(Rule(7, 30))
        part = self.open()
        part.waiting.links["26-A-0001"].click()
        return part.step

    def there(self) -> bool:
        return self.case in set(self.entered.vault.journal.cases())


def plain(text: str) -> str:
    """Return a text without what typography changes."""
    return text.replace("\u00a0", " ").replace("’", "'")


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot) -> Iterator[Place]:
    made = Place(tmp_path, qtbot)
    yield made
    made.house.unlocking.lock(made.entered)


# The rule ----------------------------------------------------------------------------------


def test_nothing_is_decided_before_the_house_does_and_no_figure_is_proposed(place: Place) -> None:
    part = place.open()
    said = aloud(part)
    assert "Pas encore décidé" in said
    assert part.waiting.links == {}
    part.rule.change.click()
    assert part.rule.form.fields["years"].text() == ""


def test_what_the_house_decides_is_kept_and_taken_back(place: Place) -> None:
    part = place.open()
    part.rule.change.click()
    part.rule.form.fields["years"].show_text("7")
    part.rule.form.fields["adopted_on"].show_text("4 mai 2026")
    part.rule.form.keep.click()
    assert place.services.retaining.rule() == Rule(7, 30, date(2026, 5, 4))
    assert "7 ans après la fermeture (décidé le 4 mai 2026)" in plain(aloud(part))
    assert "26-A-0001" in part.waiting.links
    place.screen.undo()
    assert not place.services.retaining.rule().decided
    place.screen.redo()
    assert place.services.retaining.rule().years == 7


@pytest.mark.parametrize(("field", "typed"), [("years", "sept"), ("years", "-1"), ("ahead", "400"),
                                              ("adopted_on", "un jour")])  # fmt: skip
def test_what_is_no_figure_is_told_where_it_stands(place: Place, field: str, typed: str) -> None:
    part = place.open()
    part.rule.change.click()
    part.rule.form.fields["years"].show_text("7")
    part.rule.form.fields[field].show_text(typed)
    part.rule.form.keep.click()
    assert part.rule.form.fields[field].wrong.text()
    assert not place.services.retaining.rule().decided


def test_the_law_is_told_with_its_source_and_that_nobody_checked_it(place: Place) -> None:
    said = aloud(place.open())
    assert "P-39.1, art. 23" in said
    assert "À vérifier" in said


# Looking -----------------------------------------------------------------------------------


def test_nobody_is_named_here(place: Place) -> None:
    page = place.deciding()
    assert "26-A-0001" in aloud(place.screen)
    for name in ("Bertille", "Inventée", "une note"):
        assert name not in aloud(place.screen)
    assert unnamed(page) == []
    letters = mnemonics(place.screen)
    assert len(letters) == len(set(letters))


def test_who_does_not_manage_the_house_decides_nothing(place: Place) -> None:
    place.services.retaining.decide(Rule(7, 30))
    place.enter("EF")
    part = place.open()
    assert part.waiting.links == {}
    assert part.only.isVisible()
    assert part.rule.change.isHidden()
    part.waiting.number.show_text("26-a-0001")
    part.waiting.look.click()
    assert not part.step.hold.isHidden()
    assert part.step.ending.isHidden()


def test_a_number_that_no_dossier_has_is_told(place: Place) -> None:
    part = place.open()
    part.waiting.number.show_text("26-A-0099")
    part.waiting.look.click()
    assert part.notice.title() == "Aucun dossier ne porte ce numéro."


def test_a_long_list_is_drawn_a_few_rows_at_a_time(place: Place) -> None:
    place.services.retaining.decide(Rule(7, 30))
    for number in range(FEW + 2):
        case = place.services.cases.create(f"Rose {number}").value.case
        place.services.cases.set_status(case, StatusSet(Status.CLOSED, OLD))
    part = place.open()
    assert len(part.waiting.links) == FEW
    part.waiting.rows.more.click()
    assert len(part.waiting.links) == FEW + 3
    assert part.waiting.rows.more is None
    assert part.waiting.title.text() == f"À décider · {FEW + 3}"


def test_the_keyboard_comes_back_to_where_it_was(place: Place, qtbot: QtBot) -> None:
    page = place.deciding()
    place.screen.activateWindow()
    qtbot.waitUntil(place.screen.isActiveWindow)
    page.back.click()
    part = place.part
    qtbot.waitUntil(lambda: bool(part.waiting.links["26-A-0001"].hasFocus()))
    part.rule.change.click()
    part.rule.form.fields["years"].show_text("6")
    part.rule.form.keep.click()
    qtbot.waitUntil(lambda: bool(part.rule.change.hasFocus()))


# Keeping it longer -------------------------------------------------------------------------


def test_a_dossier_is_kept_with_a_reason_and_let_go_with_another(place: Place) -> None:
    page = place.deciding()
    page.hold.keep.click()
    assert page.hold.wrong.text() == "Choisissez le motif."
    page.hold.why.show_text(HoldReason.COURT.value)
    page.hold.words.show_text("assignation")
    page.hold.until.show_text("1er juin 2027")
    page.hold.keep.click()
    (held,) = place.services.destroying.holds(place.case)
    assert (held.why, held.words, held.until) == (
        HoldReason.COURT, "assignation", date(2027, 6, 1),
    )  # fmt: skip
    assert page.ending.isHidden()
    page.held.lift.click()
    assert place.services.destroying.holds(place.case)
    page.held.words.show_text("jugement rendu")
    page.held.lift.click()
    assert place.services.destroying.holds(place.case) == ()
    assert not page.ending.isHidden()


def test_a_day_that_is_not_understood_keeps_nothing_yet(place: Place) -> None:
    page = place.deciding()
    page.hold.why.show_text(HoldReason.OTHER.value)
    page.hold.until.show_text("bientôt")
    page.hold.keep.click()
    assert place.services.destroying.holds(place.case) == ()
    assert page.hold.until.wrong.text()


# Two end it --------------------------------------------------------------------------------


def test_asking_destroys_nothing_and_says_what_comes_next(place: Place) -> None:
    page = place.deciding()
    assert "Rien n'est détruit quand vous demandez" in plain(aloud(page))
    page.ending.own.show_text(PASSPHRASE)
    page.ending.go.click()
    assert page.ending.said.text().startswith("Vous avez demandé")
    assert page.ending.own.text() == ""
    assert page.ending.go.isHidden()
    assert place.there()


def test_she_who_asked_can_only_take_it_back(place: Place) -> None:
    page = place.deciding()
    page.ending.own.show_text(PASSPHRASE)
    page.ending.go.click()
    assert page.ending.go.isHidden()
    page.ending.back.click()
    assert place.services.retaining.look(place.case).asked is None
    assert not page.ending.go.isHidden()


def test_a_colleague_reads_what_goes_and_what_stays_then_agrees(place: Place) -> None:
    page = place.asked()
    said = aloud(page)
    for words_ in ("AB demande sa destruction", "Ce qui est détruit", "Ce qui reste"):
        assert words_ in said
    page.ending.number.show_text("26-a-0001")
    page.ending.own.show_text(PASSPHRASE + "CD")
    page.ending.go.click()
    assert not place.there()
    part = place.part
    assert part.step.notice.title() == "C’est fait."
    assert "Détruit" in aloud(part.step)
    assert "CD" in aloud(part.step)
    assert place.house.check(place.entered).findings == ()


@pytest.mark.parametrize(
    ("number", "phrase"),
    [("26-A-0002", PASSPHRASE + "CD"), ("", PASSPHRASE + "CD"), ("26-A-0001", "")],
)
def test_less_than_all_of_it_destroys_nothing(place: Place, number: str, phrase: str) -> None:
    page = place.asked()
    page.ending.number.show_text(number)
    page.ending.own.show_text(phrase)
    page.ending.go.click()
    assert place.there()
    assert page.ending.number.wrong.text() or page.ending.own.wrong.text()


def test_a_wrong_passphrase_is_told_and_destroys_nothing(place: Place) -> None:
    page = place.asked()
    page.ending.number.show_text("26-A-0001")
    page.ending.own.show_text(PASSPHRASE)
    page.ending.go.click()
    assert not page.notice.isHidden()
    assert place.there()


def test_a_colleague_may_decline(place: Place) -> None:
    page = place.asked()
    page.ending.back.click()
    assert place.services.retaining.look(place.case).asked is None
    assert place.services.cases.read(place.case).all(NoteWritten)


def test_what_was_written_since_is_told_and_destroys_nothing(place: Place) -> None:
    page = place.asked()
    place.services.cases.note(place.case, "elle a rappelé")
    page.ending.number.show_text("26-A-0001")
    page.ending.own.show_text(PASSPHRASE + "CD")
    page.ending.go.click()
    assert page.notice.title() == "Quelque chose a changé depuis la demande."
    assert place.there()


def test_a_dossier_whose_time_is_not_over_cannot_be_asked_for(place: Place) -> None:
    place.services.retaining.decide(Rule(90, 30))
    part = place.open()
    part.waiting.number.show_text("26-A-0001")
    part.waiting.look.click()
    assert part.step.ending.isHidden()
    assert not part.step.early.isHidden()


# The certificate ---------------------------------------------------------------------------


def certified(place: Place) -> Any:
    page = place.asked()
    page.ending.number.show_text("26-A-0001")
    page.ending.own.show_text(PASSPHRASE + "CD")
    page.ending.go.click()
    return place.part.step


def text_of(data: bytes) -> str:
    pages = pdfium.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def test_a_certificate_is_printed_and_says_what_stands_on_the_screen(place: Place) -> None:
    page = certified(place)
    page.print.click()
    page.printing.go.click()
    ((device, sheet),) = place.press.sheets
    printed = text_of(sheet.data)
    for said in ("26-A-0001", "AB", "CD", "Détruit", "Ce qui reste"):
        assert said in printed
        assert said in aloud(page)
    for name in ("Bertille", "Inventée", "une note"):
        assert name not in printed
    assert device in page.notice.title()


def test_a_certificate_is_kept_as_a_pdf_and_over_no_other_file(place: Place) -> None:
    page = certified(place)
    place.press.path = place.house.root / "attestation.pdf"
    page.save.click()
    assert place.press.names == ["attestation-26-A-0001.pdf"]
    assert "26-A-0001" in text_of(place.press.path.read_bytes())
    before = place.press.path.read_bytes()
    page.save.click()
    assert place.press.path.read_bytes() == before
    assert page.notice.title().startswith("Il y a déjà un fichier")


def test_a_copy_that_still_holds_it_is_named_and_nothing_is_called_destroyed(place: Place) -> None:
    (place.house.root / "clé").mkdir()
    place.services.backing_up.arrange(place.house.root / "clé")
    (name,) = place.services.backing_up.run().value
    page = certified(place)
    said = aloud(page)
    assert name in said
    assert "1 copie le garde encore" in said
    assert "Détruit :" not in plain(said)


def test_back_at_the_list_the_certificate_can_be_seen_again(place: Place) -> None:
    page = certified(place)
    page.back.click()
    part = place.part
    assert part.certificates.isVisible()
    part.certificates.links[0].click()
    assert "26-A-0001" in aloud(part.step)
