"""Papers: made in memory, issued only with an entry that says what stands on them."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fakes.clock import FixedClock
from fakes.vault import FakeVault
from tools import shipped

from filet.adapters.catalogue import Catalogue
from filet.application.cases import Cases
from filet.application.composing import Issue
from filet.application.desk import Desk
from filet.application.planning import Planning, new_measure
from filet.application.printing import Printing, Sheet
from filet.domain.blocks import Layout, Paper, texts
from filet.domain.errors import DestinationUnanswered, DiskFull, NotForThisPaper, WordsMissing
from filet.domain.ids import CaseId, MeasureId, WorkerId
from filet.domain.kinds import (
    Appears,
    CardWritten,
    Destination,
    DisclosureVoid,
    MeasureWritten,
    PaperIssued,
    Remembered,
    SheetFate,
    SheetTraced,
)

HOME = Destination.STAYS_HERE
APART = Destination.LIVES_APART


class Press:
    """Makes sheets of which only the words matter."""

    def print(self, paper: Paper) -> Sheet:
        return Sheet("\n".join(texts(paper)).encode(), 1, "digest")


class Lock:
    """Closes nothing: how files are closed is tested elsewhere."""

    def phrase(self) -> str:
        return "six mots"

    def protect(self, data: bytes, phrase: str) -> bytes:
        return phrase.encode() + data


class Room:
    """One dossier with a plan, and a printer."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.vault = FakeVault()
        self.desk = Desk(self.vault, FixedClock(), WorkerId(uuid4()))
        self.planning = Planning(self.desk, catalogue)
        self.printing = Printing(self.desk, catalogue, Press(), Lock())
        self.case: CaseId = Cases(self.desk).create("Mirabelle").value.case

    def keep(self, text: str, appears: Appears, **more: Any) -> MeasureId:
        fields = {"section": "people", "rank": "i"} | more
        written = MeasureWritten(new_measure(), text=text, appears=appears, **fields)
        self.planning.write(self.case, written)
        return written.measure

    def issued(self, template: str, destination: Destination) -> PaperIssued:
        issue = Issue(template, "fr", destination)
        file, _ = self.printing.issue(self.case, issue, lambda _: None).value
        return file.all(PaperIssued)[-1]


@pytest.fixture(scope="module")
def catalogue(repository: Path) -> Catalogue:
    return shipped()


@pytest.fixture
def room(catalogue: Catalogue) -> Room:
    return Room(catalogue)


def test_a_job_that_fails_is_noted_as_not_printed(room: Room) -> None:
    def jammed(_: Sheet) -> None:
        raise ChildProcessError

    with pytest.raises(ChildProcessError):
        room.printing.issue(room.case, Issue("stays", "fr", HOME), jammed)
    traced = room.desk.read(room.case).last(SheetTraced)
    issued = room.desk.read(room.case).last(PaperIssued)
    assert traced is not None
    assert issued is not None
    assert (traced.paper, traced.fate) == (issued.paper, SheetFate.NOT_PRINTED)


def test_an_issued_paper_names_the_items_that_stand_on_it_and_no_other(room: Room) -> None:
    inside = room.keep("Mes lunettes", Appears.STAYS)
    gone = room.keep("Appeler Prunelle", Appears.TAKES, read_by_him="rien")
    left_out = room.keep("Jeudi", Appears.TAKES, read_by_him="rien", section="leaving")
    card = room.keep("Tricot", Appears.CARD, read_by_him="rien")
    assert set(room.issued("stays", HOME).measures) == {inside, gone, left_out, card}
    assert set(room.issued("takes", APART).measures) == {gone, card}
    assert room.issued("card", APART).measures == ()


@pytest.mark.parametrize("destination", [None, Destination.NO_PAPER])
def test_nothing_is_printed_before_somebody_says_where_it_will_go(
    destination: Destination | None, room: Room
) -> None:
    with pytest.raises(DestinationUnanswered):
        room.printing.issue(room.case, Issue("takes", "fr", destination), lambda _: None)


def test_the_sheet_that_stays_goes_nowhere_else(room: Room) -> None:
    with pytest.raises(NotForThisPaper):
        room.issued("stays", APART)


@pytest.mark.parametrize("template", ["clinician", "appraisal", "blank"])
@pytest.mark.parametrize("destination", [APART, Destination.TRUSTED_PERSON])
def test_what_is_for_the_team_goes_nowhere_else_either(
    template: str, destination: Destination, room: Room
) -> None:
    with pytest.raises(NotForThisPaper):
        room.issued(template, destination)
    assert room.issued(template, HOME).template == template


@pytest.mark.parametrize("template", ["bag", "children"])
def test_what_shows_that_she_prepares_does_not_go_where_he_lives(template: str, room: Room) -> None:
    with pytest.raises(NotForThisPaper):
        room.issued(template, Destination.LIVES_WITH_HIM)
    assert room.issued(template, APART).template == template


def test_an_issued_list_names_the_boxes_of_her_plan_that_stand_on_it(room: Room) -> None:
    packed = room.keep(
        "Mon visa", Appears.TAKES, section="immigration", form="do", read_by_him="rien"
    )
    room.keep("Ma peur", Appears.TAKES, read_by_him="rien")
    assert room.issued("bag", APART).measures == (packed,)


@pytest.mark.parametrize("template", ["stays", "takes", "bag", "clinician", "blank"])
def test_large_print_is_asked_for_and_kept_in_the_entry(template: str, room: Room) -> None:
    issue = Issue(template, "en", HOME, large=True)
    file, _ = room.printing.issue(room.case, issue, lambda _: None).value
    issued = file.all(PaperIssued)[-1]
    assert (issued.template, issued.language, issued.large) == (template, "en", True)
    assert not room.issued(template, HOME).large


def test_a_card_has_no_room_for_large_print_and_a_child_s_sheet_is_always_so(room: Room) -> None:
    card = room.printing.compose(room.case, Issue("card", "fr", APART, large=True))
    child = room.printing.compose(room.case, Issue("children", "fr", APART))
    assert (card.layout, child.layout) == (Layout.CARD, Layout.LARGE)


def test_only_what_her_life_calls_for_is_to_be_gathered(room: Room) -> None:
    said = texts(room.printing.compose(room.case, Issue("bag", "fr", APART)))
    assert "Carnet du vétérinaire" not in said
    room.planning.set_situations(room.case, frozenset({"pets"}))
    said = texts(room.printing.compose(room.case, Issue("bag", "fr", APART)))
    assert "Carnet du vétérinaire" in said


# The copy of the file ---------------------------------------------------------------------


def copied(room: Room) -> str:
    return "\n".join(texts(room.printing.compose(room.case, Issue("clinician", "fr", HOME))))


def test_the_copy_of_the_file_says_whose_words_each_item_is_in(room: Room) -> None:
    catalogue = room.catalogue.plan()
    measure = next(one for one in catalogue.measures if one.id == "two_exits")
    origin = catalogue.origin(measure)
    room.keep("À moi", Appears.DOSSIER)
    kept = new_measure()
    room.planning.keep_idea(room.case, origin, "fr", kept)
    assert "Idée gardée telle quelle" in copied(room)
    room.keep("Deux portes", Appears.STAYS, origin="line_open@quebec-1")
    said = copied(room)
    assert "Vient d'elle" in said
    assert "Idée proposée, dite à sa façon" in said


def test_the_copy_of_the_file_names_what_was_set_aside_and_every_paper_and_its_end(
    room: Room,
) -> None:
    catalogue = room.catalogue.plan()
    measure = next(one for one in catalogue.measures if one.id == "prep_bank")
    room.planning.refuse(room.case, catalogue.origin(measure))
    paper = room.issued("takes", APART).paper
    said = copied(room)
    assert measure.texts["fr"].text in said
    assert "Feuille qu'elle emporte, " in said
    assert "Elle l'a emportée, elle vit sans lui." in said
    room.printing.trace(room.case, paper, SheetFate.LOST)
    assert "Perdue le " in copied(room)


def test_the_copy_of_the_file_bears_a_witness_of_the_journal_and_no_paper_of_hers_does(
    room: Room,
) -> None:
    (head,) = room.vault.journal.heads()
    witness = f"{head.chain.hex()[:8]}-{head.seq}-{head.hash.hex()[:16]}"
    assert witness in copied(room)
    for template in ("stays", "takes", "bag", "children", "card"):
        said = texts(room.printing.compose(room.case, Issue(template, "fr", HOME)))
        assert not [text for text in said if witness[:8] in text]


def test_the_copy_of_the_file_holds_no_address_and_no_name(room: Room) -> None:
    room.keep("12, rue Fictive", Appears.DOSSIER, nature="location")
    said = copied(room)
    assert "rue Fictive" not in said
    assert "Mirabelle" not in said


def test_a_file_whose_entry_cannot_be_written_does_not_remain(room: Room, tmp_path: Path) -> None:
    room.vault.fail_next = DiskFull()
    with pytest.raises(DiskFull):
        room.printing.save(room.case, Issue("takes", "fr", APART), tmp_path / "a.pdf")
    assert not list(tmp_path.iterdir())
    assert room.desk.read(room.case).last(PaperIssued) is None


def test_what_is_remembered_together_says_something(room: Room) -> None:
    with pytest.raises(WordsMissing):
        room.printing.remember(room.case, [" ", "\x00"], [])
    file = room.printing.remember(room.case, ["Sortir", ""], ["911", " "]).value
    kept = file.last(Remembered)
    assert kept is not None
    assert (kept.gestures, kept.numbers) == (("Sortir",), ("911",))


@pytest.mark.parametrize(("gestures", "numbers"), [("abcd", "1"), ("abc", "123")])
def test_three_gestures_and_two_numbers_are_all_that_is_remembered(
    gestures: str, numbers: str, room: Room
) -> None:
    with pytest.raises(WordsMissing):
        room.printing.remember(room.case, [*gestures], [*numbers])


def test_what_is_being_typed_counts_as_written_in_the_preview_alone(room: Room) -> None:
    room.keep("Mes lunettes", Appears.STAYS, section="prepare", rank="z")
    typed = MeasureWritten(new_measure(), "prepare", "Mes clés", "", Appears.STAYS)
    paper, _ = room.printing.preview(room.case, Issue("stays", "fr", None), typed)
    said = texts(paper)
    assert said.index("Mes clés") == said.index("Mes lunettes") + 1
    assert "Mes clés" not in texts(room.printing.compose(room.case, Issue("stays", "fr", HOME)))


def test_the_card_holds_what_she_wrote_on_it_and_nothing_of_the_plan(room: Room) -> None:
    room.keep("Prunelle", Appears.CARD, form="contact", phone="819", read_by_him="rien")
    assert texts(room.printing.compose(room.case, Issue("card", "fr", APART))) == ()
    hers = CardWritten("Ménage", (("Rhubarbe", "819 555-0117"),), "Épicerie", ("du lait",))
    room.printing.write_card(room.case, CardWritten("Brouillon"))
    room.printing.write_card(room.case, hers)
    assert room.desk.read(room.case).all(CardWritten) == (hers,)
    paper = room.printing.compose(room.case, Issue("card", "fr", APART))
    assert texts(paper) == ("Ménage", "Rhubarbe", "819 555-0117", "Épicerie", "du lait")


@pytest.mark.parametrize("word", ["cou", "arme", "sac", "police", "911", "811", "SOS", "maison"])
def test_a_word_that_betrays_is_named_as_it_is_listed(room: Room, word: str) -> None:
    hers = CardWritten(numbers=((f"le {word.upper()}", "819"),))
    assert word in room.printing.betrays(room.case, hers)


def test_names_of_the_dossier_betray_and_english_words_on_a_french_card_too(room: Room) -> None:
    hers = CardWritten(lines=("Voir Mirabelle", "the shelter"))
    assert set(room.printing.betrays(room.case, hers)) == {"Mirabelle", "shelter"}
    assert room.printing.betrays(room.case, CardWritten(lines=("du lait",))) == ()


def test_a_file_whose_phrase_nobody_read_is_noted_as_void(room: Room, tmp_path: Path) -> None:
    file, _ = room.printing.save(room.case, Issue("stays", "fr", HOME), tmp_path / "a.pdf").value
    (issued,) = file.all(PaperIssued)
    (void,) = room.printing.void(room.case, issued.paper).value.all(DisclosureVoid)
    assert void.paper == issued.paper


# A phrase that nobody said was read ---------------------------------------------------------


def protected(room: Room, path: Path) -> PaperIssued:
    room.keep("Je vais chez ma sœur.", Appears.STAYS)
    file, _ = room.printing.save(room.case, Issue("stays", "fr", HOME), path).value
    return file.all(PaperIssued)[-1]


def test_a_phrase_is_asked_about_until_somebody_says_that_it_was_read(
    room: Room, tmp_path: Path
) -> None:
    issued = protected(room, tmp_path / "a.pdf")
    (unread,) = room.printing.unread_phrases()
    assert (unread.case, unread.paper) == (room.case, issued.paper)
    room.printing.phrase_read(room.case, issued.paper)
    assert room.printing.unread_phrases() == ()


def test_a_file_that_nobody_can_open_is_asked_about_no_more(room: Room, tmp_path: Path) -> None:
    issued = protected(room, tmp_path / "a.pdf")
    room.printing.void(room.case, issued.paper)
    assert room.printing.unread_phrases() == ()


def test_a_file_whose_entry_was_not_written_is_not_asked_about(room: Room, tmp_path: Path) -> None:
    room.keep("Je vais chez ma sœur.", Appears.STAYS)
    room.vault.fail_next = DiskFull()
    with pytest.raises(DiskFull):
        room.printing.save(room.case, Issue("stays", "fr", HOME), tmp_path / "a.pdf")
    assert room.printing.unread_phrases() == ()
