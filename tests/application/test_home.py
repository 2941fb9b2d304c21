"""Finding a dossier, and never a closed one by chance."""

from datetime import date
from uuid import UUID

import pytest
from builders import person

from filet.application.calls import Calls
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.home import Chip, Home
from filet.domain.ids import ActionId, CallId, CaseId, LevelId
from filet.domain.kinds import (
    ActionPlanned,
    CallNoted,
    Level,
    LevelSigned,
    NoteWritten,
    Status,
    StatusSet,
)
from filet.domain.moments import Due

DAY = date(2026, 12, 1)
NAMES = ("Éloïse", "Lou", "Zoé", "Ana")


@pytest.fixture
def cases(desk: Desk) -> list[CaseId]:
    """Return four dossiers: the first housed, the second imminent, the fourth closed."""
    made = [Cases(desk).create(name, "Tremblay").value.case for name in NAMES]
    for case in made:
        Cases(desk).note(case, "Le camion bleu du voisin.")
    Cases(desk).set_status(made[0], StatusSet(Status.HOUSED, DAY))
    level = LevelSigned(
        LevelId(UUID(int=3)), Level.IMMINENT, (person(1),), (), "raisons", None, True, (), (), "",
        "", (),
    )  # fmt: skip
    desk.record(made[1], Write(level))
    Cases(desk).set_status(made[3], StatusSet(Status.CLOSED, DAY))
    return made


def found(desk: Desk, typed: str) -> set[str]:
    home = Home(desk).all()
    return {home.line(place).given for place in Home(desk).search(home, typed)}


def kept(desk: Desk, chip: Chip) -> set[str]:
    home = Home(desk).all()
    return {home.line(place).given for place in home.filtered(chip)}


@pytest.mark.usefixtures("cases")
class TestSearch:
    @pytest.mark.parametrize(
        ("typed", "names"),
        [
            ("elo", {"Éloïse"}),
            ("ÉLOÏ", {"Éloïse"}),
            ("z", {"Zoé"}),
            ("tremblay", {"Éloïse", "Lou", "Zoé"}),
            ("trem lou", {"Lou"}),
            ("26-a-0003", {"Zoé"}),
            ("camion", {"Éloïse", "Lou", "Zoé"}),
            ("voisin cam", {"Éloïse", "Lou", "Zoé"}),
            ("moto", set()),
            ("", {"Éloïse", "Lou", "Zoé"}),
        ],
    )
    def test_an_open_dossier_is_found_by_name_number_or_note(
        self, desk: Desk, typed: str, names: set[str]
    ) -> None:
        assert found(desk, typed) == names

    @pytest.mark.parametrize("typed", ["ana", "a", "26-a-0004", "camion", "tremblay", ""])
    def test_a_closed_dossier_is_never_found(self, desk: Desk, typed: str) -> None:
        assert "Ana" not in found(desk, typed)

    def test_one_letter_searches_no_note(self, desk: Desk) -> None:
        assert found(desk, "v") == set()
        assert found(desk, "vo") == {"Éloïse", "Lou", "Zoé"}

    @pytest.mark.parametrize(
        ("chip", "names"),
        [
            (Chip.ALL, {"Éloïse", "Lou", "Zoé"}),
            (Chip.SERIOUS, {"Lou"}),
            (Chip.HOUSED, {"Éloïse"}),
            (Chip.OUTREACH, set()),
            (Chip.CLOSED, {"Ana"}),
        ],
    )
    def test_a_chip_keeps_its_own(self, desk: Desk, chip: Chip, names: set[str]) -> None:
        assert kept(desk, chip) == names

    def test_an_imminent_dossier_comes_first(self, desk: Desk) -> None:
        assert Home(desk).first_page()[0].given == "Lou"
        assert Home(desk).all().line(0).given == "Lou"

    def test_a_closed_dossier_is_not_on_the_first_page(self, desk: Desk) -> None:
        assert {line.given for line in Home(desk).first_page()} == {"Éloïse", "Lou", "Zoé"}

    def test_a_dossier_closed_and_opened_again_is_found(
        self, desk: Desk, cases: list[CaseId]
    ) -> None:
        Cases(desk).set_status(cases[3], StatusSet(Status.OUTREACH, DAY))
        assert "Ana" in found(desk, "camion")

    def test_near_names_are_told_before_another_dossier_is_opened(self, desk: Desk) -> None:
        assert {line.given for line in Calls(desk).near("Elo T.")} == {"Éloïse"}
        assert Calls(desk).near("Bernadette") == ()


def test_a_word_of_many_old_notes_does_not_hide_the_newest_dossier(desk: Desk) -> None:
    old = Cases(desk).create("Vieille").value.case
    desk.record(old, *(Write(NoteWritten(f"camion {number}")) for number in range(60)))
    new = Cases(desk).create("Nouvelle").value.case
    Cases(desk).note(new, "camion")
    assert found(desk, "camion") == {"Vieille", "Nouvelle"}


def test_calls_and_closed_dossiers_take_no_place_among_what_is_found(desk: Desk) -> None:
    for number in range(60):
        Calls(desk).note(CallNoted(CallId(UUID(int=number)), words="camion"))
    case = Cases(desk).create("Lou").value.case
    Cases(desk).note(case, "camion")
    assert found(desk, "camion") == {"Lou"}


def test_what_is_due_is_told_up_to_a_time(desk: Desk) -> None:
    case = Cases(desk).create("Lou").value.case
    for number, day in enumerate((DAY, date(2027, 1, 1))):
        desk.record(case, Write(ActionPlanned(ActionId(UUID(int=number)), "x", due=Due(day))))
    assert [line.due for line in Home(desk).due("2026-12-31")] == ["2026-12-01 24:00"]


def test_what_is_due_is_shown_of_open_dossiers_beside_their_lines(
    desk: Desk, cases: list[CaseId]
) -> None:
    for number, case in enumerate(cases):
        planned = ActionPlanned(ActionId(UUID(int=number)), NAMES[number], due=Due(DAY))
        desk.record(case, Write(planned))
    due = Home(desk).all().due(Home(desk).due("2026-12-31"))
    assert {line.text: case.given for line, case in due} == dict(
        zip(NAMES[:3], NAMES, strict=False)
    )


def test_an_empty_house_has_an_empty_list(desk: Desk) -> None:
    assert Home(desk).first_page() == ()
    assert list(Home(desk).all().filtered(Chip.ALL)) == []
    assert found(desk, "lou") == set()
