"""A closed dossier whose time is over: one asks, another agrees, and nothing goes before that."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import PASSPHRASE, sql
from copied import Scene
from tools import shipped

from filet.adapters.store import replacing
from filet.application.calls import Calls, new_call
from filet.application.cases import Cases
from filet.application.desk import Write
from filet.application.destroying import Destroying
from filet.application.erasing import Erasing
from filet.application.retaining import MOST, Retaining
from filet.application.workers import Passphrase
from filet.domain.errors import (
    AskAgain,
    DossierHeld,
    FileExists,
    NoSuchNumber,
    NotAllowed,
    NotOverYet,
    SamePerson,
    UnknownWorker,
    WrongPassphrase,
)
from filet.domain.ids import HOUSE, CaseId
from filet.domain.kinds import (
    CallNoted,
    CommunicationMade,
    Duty,
    Ground,
    HoldReason,
    NoteWritten,
    Status,
    StatusSet,
)
from filet.domain.retention import Rule

AB, CD = Passphrase(PASSPHRASE), Passphrase(PASSPHRASE + "CD")


class Old(Scene):
    """A house of two managers that keeps dossiers seven years; one was closed eight years ago."""

    def __init__(self, root: Path, resources: Path) -> None:
        self.data = shipped()
        super().__init__(root)
        self.house.let_in(self.desk, "CD", Duty.COORDINATION)
        self.house.let_in(self.desk, "EF")
        self.begin()
        self.note("à détruire")
        self.close(self.case, self.ago(8))
        self.retaining.decide(Rule(7, 30, self.ago(1)))

    def ago(self, years: int) -> date:
        today = self.house.clock.today()
        return today.replace(year=today.year - years)

    def close(self, case: CaseId, day: date) -> None:
        Cases(self.desk).set_status(case, StatusSet(Status.CLOSED, day))

    def enter(self, initials: str) -> None:
        """Lock, and let a colleague open."""
        self.lock()
        phrase = PASSPHRASE if initials == "AB" else PASSPHRASE + initials
        self.entered = self.house.unlocking.unlock(self.house.folder, initials, phrase)
        self.begin()

    @property
    def destroying(self) -> Destroying:
        folder, workers = self.house.folder, self.house.workers(self.desk)
        return Destroying(self.desk, Erasing(self.desk), workers, lambda: replacing.beside(folder))

    @property
    def retaining(self) -> Retaining:
        workers = self.house.workers(self.desk)
        return Retaining(self.desk, workers, self.destroying, self.data)

    def there(self) -> bool:
        return self.case in set(self.entered.vault.journal.cases())


@pytest.fixture
def scene(tmp_path: Path, repository: Path) -> Iterator[Old]:
    made = Old(tmp_path, repository / "resources")
    yield made
    made.lock()


# What is listed -------------------------------------------------------------------------


def test_only_closed_dossiers_whose_time_is_near_are_listed(scene: Old) -> None:
    cases = Cases(scene.desk)
    soon, later, opened = (cases.create(name).value.case for name in ("Iris", "Rose", "Lys"))
    scene.close(soon, scene.ago(7) + timedelta(days=30))
    scene.close(later, scene.ago(7) + timedelta(days=31))
    found = scene.retaining.waiting()
    assert [one.case for one in found.listed] == [scene.case, soon]
    assert [one.over for one in found.listed] == [True, False]
    assert found.listed[0].number == "26-A-0001"
    assert opened not in {one.case for one in found.listed}
    assert found.more == 0


def test_what_somebody_asked_about_comes_first(scene: Old) -> None:
    later = Cases(scene.desk).create("Iris").value.case
    scene.close(later, scene.ago(7))
    scene.retaining.ask(later, AB)
    assert [one.case for one in scene.retaining.waiting().listed] == [later, scene.case]


def test_what_is_kept_longer_takes_nobodys_place(scene: Old) -> None:
    cases = Cases(scene.desk)
    scene.destroying.hold(scene.case, HoldReason.CORONER)
    for number in range(MOST + 2):
        scene.close(cases.create(f"Rose {number}").value.case, scene.ago(7))
    found = scene.retaining.waiting()
    assert len(found.listed) == MOST + 1
    assert found.more == 2


def test_without_a_decision_nothing_is_listed_and_nothing_may_go(scene: Old) -> None:
    scene.retaining.decide(Rule(0, 30))
    assert scene.retaining.waiting().listed == ()
    with pytest.raises(NotOverYet):
        scene.retaining.ask(scene.case, AB)


def test_a_decision_gives_back_the_former_one(scene: Old) -> None:
    assert scene.retaining.decide(Rule(5, 10)).value == Rule(7, 30, scene.ago(1))
    assert scene.retaining.rule() == Rule(5, 10)


def test_a_dossier_is_found_by_its_number_whatever_its_status(scene: Old) -> None:
    assert scene.retaining.find(" 26-a-0001 ").case == scene.case
    for typed in ("", "26-A-0002", "0001", "tremblay"):
        with pytest.raises(NoSuchNumber):
            scene.retaining.find(typed)


def test_what_is_listed_names_nobody(scene: Old) -> None:
    assert "Tremblay" not in repr(scene.retaining.waiting())


def test_the_law_is_told_with_its_source_and_as_not_verified(scene: Old) -> None:
    found = scene.retaining.law()
    assert found is not None
    rule, version = found
    assert rule.titles["fr"]
    assert version.source
    assert not version.verified
    assert not any(char.isdigit() for char in version.texts["fr"].summary)


def test_a_weight_says_what_goes_and_what_stays(scene: Old) -> None:
    desk, case = scene.desk, scene.case
    desk.record_house(
        Write(CommunicationMade(case, "Sgt Essai", "", "", "", "", "", Ground.TO_SPECIFY))
    )
    scene.backing.run()
    weight = scene.retaining.weigh(case)
    assert weight.entries == len(desk.read(case).entries)
    assert (weight.communications, weight.sheets, len(weight.copies)) == (1, 0, 1)
    assert weight.written == scene.house.clock.today()


# Two decide -----------------------------------------------------------------------------


def test_one_asks_another_agrees_and_both_signatures_verify(scene: Old) -> None:
    scene.retaining.ask(scene.case, AB)
    assert scene.there()
    asker = scene.entered.worker
    scene.enter("CD")
    certificate = scene.retaining.agree(scene.case, CD).value
    assert not scene.there()
    assert (certificate.gone.second, certificate.entry.by) == (asker, scene.entered.worker)
    assert certificate.gone.number == "26-A-0001"
    assert scene.house.check(scene.entered).findings == ()
    assert scene.retaining.waiting().listed == ()


def test_she_who_asked_does_not_agree_herself(scene: Old) -> None:
    scene.retaining.ask(scene.case, AB)
    with pytest.raises(SamePerson):
        scene.retaining.agree(scene.case, AB)
    assert scene.there()


def test_an_open_session_is_not_enough(scene: Old) -> None:
    with pytest.raises(WrongPassphrase):
        scene.retaining.ask(scene.case, CD)
    scene.retaining.ask(scene.case, AB)
    scene.enter("CD")
    with pytest.raises(WrongPassphrase):
        scene.retaining.agree(scene.case, AB)
    assert scene.there()


def test_nobody_agrees_to_what_nobody_asked(scene: Old) -> None:
    with pytest.raises(AskAgain):
        scene.retaining.agree(scene.case, AB)


def test_who_does_not_manage_the_house_decides_nothing(scene: Old) -> None:
    scene.retaining.ask(scene.case, AB)
    scene.enter("EF")
    own = Passphrase(PASSPHRASE + "EF")
    for act in (
        lambda: scene.retaining.ask(scene.case, own),
        lambda: scene.retaining.agree(scene.case, own),
        lambda: scene.retaining.take_back(scene.case),
        lambda: scene.retaining.decide(Rule(1)),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert scene.there()


def test_what_was_written_meanwhile_makes_her_ask_again(scene: Old) -> None:
    scene.retaining.ask(scene.case, AB)
    scene.note("elle a rappelé")
    scene.enter("CD")
    with pytest.raises(AskAgain):
        scene.retaining.agree(scene.case, CD)
    scene.retaining.ask(scene.case, CD)
    scene.enter("AB")
    scene.retaining.agree(scene.case, AB)
    assert not scene.there()


def test_that_it_was_read_meanwhile_changes_nothing(scene: Old) -> None:
    scene.retaining.ask(scene.case, AB)
    scene.enter("CD")
    Cases(scene.desk).open(scene.case)
    scene.retaining.agree(scene.case, CD)
    assert not scene.there()


def test_opened_again_meanwhile_it_stays(scene: Old) -> None:
    scene.retaining.ask(scene.case, AB)
    Cases(scene.desk).set_status(scene.case, StatusSet(Status.OUTREACH, scene.house.clock.today()))
    scene.enter("CD")
    with pytest.raises(NotOverYet):
        scene.retaining.agree(scene.case, CD)


def test_what_is_held_is_neither_asked_for_nor_destroyed(scene: Old) -> None:
    scene.retaining.ask(scene.case, AB)
    scene.destroying.hold(scene.case, HoldReason.COURT, "assignation")
    with pytest.raises(DossierHeld):
        scene.retaining.ask(scene.case, AB)
    scene.enter("CD")
    with pytest.raises(DossierHeld):
        scene.retaining.agree(scene.case, CD)
    assert [one.why for one in scene.retaining.look(scene.case).holds] == [HoldReason.COURT]


def test_a_request_is_taken_back_by_either(scene: Old) -> None:
    scene.retaining.ask(scene.case, AB)
    scene.enter("CD")
    assert scene.retaining.look(scene.case).asked is not None
    assert scene.retaining.take_back(scene.case).value.asked is None
    with pytest.raises(AskAgain):
        scene.retaining.agree(scene.case, CD)


def test_asked_twice_it_stands_once(scene: Old) -> None:
    scene.retaining.ask(scene.case, AB)
    scene.enter("CD")
    asked = scene.retaining.ask(scene.case, CD).value.asked
    assert asked is not None
    assert asked.hers
    with pytest.raises(SamePerson):
        scene.retaining.agree(scene.case, CD)


def test_a_key_that_was_given_anew_asks_again(scene: Old) -> None:
    scene.enter("CD")
    scene.retaining.ask(scene.case, CD)
    asker = scene.entered.worker
    scene.enter("AB")
    scene.house.workers(scene.desk).reset(AB, asker, PASSPHRASE + "CD")
    with pytest.raises(AskAgain):
        scene.retaining.agree(scene.case, AB)


def test_who_left_the_house_asks_for_nothing_any_more(scene: Old) -> None:
    scene.enter("CD")
    scene.retaining.ask(scene.case, CD)
    asker = scene.entered.worker
    scene.enter("AB")
    scene.house.workers(scene.desk).withdraw(AB, asker)
    with pytest.raises(UnknownWorker):
        scene.retaining.agree(scene.case, AB)
    assert scene.there()


def test_a_call_that_was_joined_meanwhile_makes_her_ask_again(scene: Old) -> None:
    calls = Calls(scene.desk)
    noted = calls.note(CallNoted(new_call(), caller="Essai")).value
    scene.retaining.ask(scene.case, AB)
    calls.join(scene.case, noted.ref)
    assert scene.retaining.weigh(scene.case).calls == 1
    scene.enter("CD")
    with pytest.raises(AskAgain):
        scene.retaining.agree(scene.case, CD)


# The certificate ------------------------------------------------------------------------


def test_a_certificate_is_written_into_a_file_and_over_none(scene: Old, tmp_path: Path) -> None:
    path = tmp_path / "attestation.pdf"
    scene.destroying.save(path, b"%PDF")
    assert path.read_bytes() == b"%PDF"
    with pytest.raises(FileExists):
        scene.destroying.save(path, b"autre")
    assert path.read_bytes() == b"%PDF"
    (count,) = sql(scene.entered).connection.execute("SELECT count(*) FROM outbox").fetchone()
    assert count == 0


def test_a_request_that_is_read_in_the_journal_tells_no_word_of_the_dossier(scene: Old) -> None:
    scene.retaining.ask(scene.case, AB)
    (entry,) = scene.entered.vault.journal.of_kinds(("destruction_asked/1",), HOUSE)
    assert entry.signed
    assert "détruire" not in repr(entry.content)
    assert scene.desk.read(scene.case).all(NoteWritten)
