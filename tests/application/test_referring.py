"""Sharing with her agreement: nothing leaves without it, and nothing else than what was chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from builders import person, stated
from fakes.clock import FixedClock
from fakes.vault import FakeVault
from tools import shipped

from filet.adapters.catalogue import Catalogue
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.printing import Sheet
from filet.application.referring import Parcel, Referring, new_consent
from filet.application.register import PhraseFate, Register, Way, matching
from filet.domain.blocks import Paper, Quote, texts
from filet.domain.errors import (
    ConsentMissing,
    ConsentOver,
    DiskFull,
    NothingChosen,
    NotOffered,
    RecipientIsHim,
    TellsTooMuch,
    WordsMissing,
)
from filet.domain.ids import (
    HOUSE,
    LevelId,
    MeasureId,
    PaperId,
    PersonId,
    StatementId,
    TacticId,
    WorkerId,
)
from filet.domain.instruments import Value
from filet.domain.kinds import (
    Answer,
    Appears,
    Capacity,
    CommunicationMade,
    ConsentAnswered,
    Content,
    Destination,
    DisclosureFollowed,
    DisclosureMade,
    Family,
    Form,
    Ground,
    Level,
    LevelSigned,
    MayTellHer,
    MeasureWritten,
    PaperIssued,
    PersonDescribed,
    Recipient,
    Role,
    SafeContactSet,
    Source,
    SourceKind,
    Status,
    StatusSet,
    TacticNoted,
    Whose,
    WordsNoted,
    WorkerEnrolled,
)
from filet.domain.moments import Told
from filet.domain.sharing import Standing

MAUDE = WorkerId(uuid4())
POLICE = Recipient("Police d'essai", "Sgt Exemple", Capacity.POLICE, "819 555-0150", "répertoire")
SECRETS = ("Maude", "chambre 7", "Violette", "sa sœur le dit", "819 555-0188", "ne sait pas")


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


class Office:
    """A dossier in which much was said, and another woman in the house."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.vault, self.clock = FakeVault(), FixedClock()
        self.desk = Desk(self.vault, self.clock, MAUDE)
        self.desk.record_house(Write(WorkerEnrolled(MAUDE, "MR", "Maude Rivière", "", "")))
        self.desk.look_again()
        self.referring = Referring(self.desk, catalogue, Press(), Lock())
        self.register = Register(self.desk)
        cases = Cases(self.desk)
        other = cases.create("Violette", "Essai-Côté").value.case
        cases.set_status(other, StatusSet(Status.HOUSED, self.clock.today()))
        self.case = cases.create("Mirabelle", "Exemple-Roy").value.case

    def write(self, *contents: Content) -> None:
        self.desk.record(self.case, *map(Write, contents))

    def fill(self) -> None:
        """Write of everything that may leave, and of everything that may not."""
        inventory = "@inventaire-filet-1"
        self.write(
            StatusSet(Status.HOUSED, self.clock.today(), room="chambre 7"),
            PersonDescribed(person(2), Role.CHILD, "Zoé"),
            PersonDescribed(person(3), Role.AUTHOR, "Éric", "Fictif", phone="819 555-0188"),
            PersonDescribed(person(4), Role.RELATIVE, "Prune"),
            SafeContactSet("819 555-0117", when="le jour", never=("texto",)),
            stated(),
            stated(Value.UNKNOWN, statement=_id(2), item=f"weapon_in_reach{inventory}"),
            stated(statement=_id(3), item=f"he_knows_where{inventory}"),
            stated(said_by=SourceKind.RELATIVE, statement=_id(4), item=f"stalking{inventory}"),
            stated(None, statement=_id(5), item=f"her_fear{inventory}", scale=8),
            WordsNoted("il m'a serrée fort"),
            WordsNoted("Maude m'a crue"),
            WordsNoted("à la chambre 7, je dors"),
            WordsNoted("Violette l'a vu dans la cour"),
            MeasureWritten(_measure(), "people", "Prune garde le chat", "m", Appears.TAKES),
            MeasureWritten(_measure(), "leaving", "jeudi", "m", Appears.DOSSIER, "departure"),
            LevelSigned(
                _level(), Level.AGGRAVATED, (self.her,), (), "vu par Maude", None, False, (), (),
                "", "", (),
            ),
        )  # fmt: skip

    @property
    def her(self) -> PersonId:
        (found,) = (
            one.person for one in self.desk.read(self.case).all(PersonDescribed)
            if one.role is Role.HER
        )  # fmt: skip
        return found

    def agree(self, **changed: object) -> ConsentAnswered:
        until = self.clock.today() + timedelta(days=30)
        said = ConsentAnswered(
            new_consent(), POLICE, "qu'on la rappelle", Answer.ACCEPTED, tuple(Family),
            "oui, mais vite", Form.SPOKEN, until,
        )  # fmt: skip
        said = replace(said, **changed)  # type: ignore[arg-type]  # fields of a dataclass
        self.referring.answer(self.case, said)
        return said

    def offered(self, said: ConsentAnswered) -> dict[str, str]:
        offer = self.referring.offer(self.case, said.consent, "fr")
        return {f"{one.family}: {one.text}": one.key for one in offer.items}

    def parcel(self, said: ConsentAnswered, *families: Family) -> Parcel:
        offer = self.referring.offer(self.case, said.consent, "fr")
        chosen = (one.key for one in offer.items if one.family in families)
        return Parcel(said.consent, frozenset(chosen), "fr", sender="Maison d'essai")

    def paper(self, parcel: Parcel) -> Paper:
        return self.referring.preview(self.case, parcel)[0]

    def sent(self) -> list[DisclosureMade]:
        found = self.vault.journal.of_kinds(("disclosure_made/1",), HOUSE)
        return [one.content for one in found if isinstance(one.content, DisclosureMade)]


def _id(number: int) -> StatementId:
    return StatementId(person(number))


def _measure() -> MeasureId:
    return MeasureId(uuid4())


def _level() -> LevelId:
    return LevelId(uuid4())


@pytest.fixture(scope="module")
def catalogue(repository: Path) -> Catalogue:
    return shipped()


@pytest.fixture
def office(catalogue: Catalogue) -> Office:
    made = Office(catalogue)
    made.fill()
    return made


# What is offered ------------------------------------------------------------------------------


def _told(words: str, whose: Whose = Whose.HERS, kind: SourceKind = SourceKind.HER,
          may: MayTellHer = MayTellHer.YES) -> TacticNoted:  # fmt: skip
    return TacticNoted(
        TacticId(uuid4()), "isolation@filet-controle-1", words, whose,
        happened=Told("depuis 2020"), source=Source(kind), may_tell_her=may,
    )  # fmt: skip


def test_her_words_about_control_are_chosen_one_by_one_and_quoted(office: Office) -> None:
    office.write(_told("Tu vois pu personne."), _told("Il compte tout."))
    said = office.agree()
    offered = office.offered(said)
    key = offered["danger: Tu vois pu personne."]
    assert "danger: Il compte tout." in offered
    paper = office.paper(Parcel(said.consent, frozenset({key}), "fr", sender="Maison d'essai"))
    assert Quote("Tu vois pu personne.") in paper.blocks
    assert "Il compte tout." not in repr(paper)
    assert any("Isolement, quand : depuis 2020" in text for text in texts(paper))


def test_what_others_told_of_control_or_that_names_somebody_here_is_never_offered(
    office: Office,
) -> None:
    office.write(
        _told("TZ1", Whose.CHILD),
        _told("TZ2", Whose.OTHER),
        _told("TZ3", kind=SourceKind.RELATIVE),
        _told("TZ4", Whose.TEAM, SourceKind.TEAM, MayTellHer.NO),
        _told("TZ5 il a vu Maude"),
    )
    assert "TZ" not in repr(office.offered(office.agree()))


def test_everything_that_may_leave_is_offered_word_for_word(office: Office) -> None:
    offered = list(office.offered(office.agree()))
    assert offered[:4] == [
        "her: Mirabelle Exemple-Roy",
        "reach: 819 555-0117. Quand : le jour. Jamais : texto",
        "children: Zoé",
        "danger: oui, dit par elle, noté le 23\u00a0novembre 2026",
    ]
    assert offered[4].startswith("danger: 8 sur 10")
    assert offered[5] == "words: il m'a serrée fort"
    assert offered[6].startswith("level: Aggravé, signé le 23\u00a0novembre 2026")
    assert offered[7:] == ["author: Éric Fictif", "plan: Prune garde le chat"]


def test_her_words_say_on_which_day_they_were_noted(office: Office) -> None:
    offer = office.referring.offer(office.case, office.agree().consent, "fr")
    (words,) = (one for one in offer.items if one.quoted)
    assert words.label == "noté le 23\u00a0novembre 2026"


def test_what_never_leaves_is_never_offered_and_is_counted(office: Office) -> None:
    offer = office.referring.offer(office.case, office.agree().consent, "fr")
    said = " ".join(f"{one.label} {one.text}" for one in offer.items)
    assert not [secret for secret in SECRETS if secret in said]
    assert offer.withheld == {
        "place": 4, "told_by_others": 1, "unanswered": 1, "names": 3,
    }  # fmt: skip


def test_only_the_families_to_which_she_agreed_are_offered(office: Office) -> None:
    said = office.agree(families=(Family.HER, Family.REACH))
    assert {key.partition(":")[0] for key in office.offered(said)} == {"her", "reach"}


def test_a_level_that_would_reassure_is_never_offered(office: Office) -> None:
    calm = LevelSigned(
        _level(), Level.NOT_ESTABLISHED, (office.her,), (), "", None, False, (), (), "", "", ()
    )  # fmt: skip
    office.write(calm)
    assert not [key for key in office.offered(office.agree()) if key.startswith("level")]


# What the recipient reads ---------------------------------------------------------------------


def test_the_paper_holds_what_was_chosen_and_nothing_else(office: Office) -> None:
    paper = office.paper(office.parcel(office.agree(), Family.HER, Family.WORDS))
    told = "\n".join(texts(paper))
    for wanted in ("Police d'essai, Sgt Exemple", "qu'on la rappelle", "Mirabelle", "il m'a serrée",
                   "De : Maison d'essai", "23\u00a0novembre 2026"):  # fmt: skip
        assert wanted in told
    for absent in (*SECRETS, "Zoé", "Éric", "819 555", "Aggravé", "refuge", "26-A-"):
        assert absent not in told


@pytest.mark.parametrize("capacity", Capacity)
@pytest.mark.parametrize(
    ("language", "line"),
    [("fr", "Ce document peut être remis à la défense."),
     ("en", "This document may be handed to the defence.")],
)  # fmt: skip
def test_papers_for_police_and_justice_say_that_the_defence_may_read_them(
    office: Office, capacity: Capacity, language: str, line: str
) -> None:
    said = office.agree(recipient=replace(POLICE, capacity=capacity))
    parcel = replace(office.parcel(said, Family.HER), language=language)
    assert (line in texts(office.paper(parcel))) is (capacity in ("police", "justice"))


def test_a_paper_of_an_exercise_says_that_nothing_is_true(catalogue: Catalogue) -> None:
    office = Office(catalogue)
    office.vault.training = True
    office.fill()
    paper = office.paper(office.parcel(office.agree(), Family.HER))
    assert paper.watermark == "EXERCICE"


@pytest.mark.parametrize("field", ["sender", "necessary"])
def test_no_text_of_the_worker_may_name_the_team_or_a_room(office: Office, field: str) -> None:
    parcel = replace(office.parcel(office.agree(), Family.HER), **{field: "voir Maude"})  # type: ignore[arg-type]  # one of two texts
    with pytest.raises(TellsTooMuch) as told:
        office.paper(parcel)
    assert told.value.fields == {"words": "Maude"}


# Her agreement --------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [Answer.REFUSED, Answer.NOT_ASKED])
def test_nothing_leaves_when_she_refused_or_was_not_asked(
    office: Office, answer: Answer, tmp_path: Path
) -> None:
    said = office.agree(answer=answer, until=None, families=())
    parcel = Parcel(said.consent, frozenset({"reach"}), "fr")
    with pytest.raises(ConsentMissing):
        office.referring.send(office.case, parcel, tmp_path / "a.pdf")
    with pytest.raises(ConsentMissing):
        office.referring.send(
            office.case, replace(parcel, consent=new_consent()), tmp_path / "a.pdf"
        )
    assert list(tmp_path.iterdir()) == []
    assert office.sent() == []


def test_nothing_leaves_by_an_agreement_that_ended_yesterday(
    office: Office, tmp_path: Path
) -> None:
    said = office.agree(until=office.clock.today())
    parcel = office.parcel(said, Family.HER)
    office.clock.move(days=1)
    with pytest.raises(ConsentOver):
        office.referring.send(office.case, parcel, tmp_path / "a.pdf")
    assert office.referring.consents(office.case)[0].standing is Standing.ENDED


def test_nothing_leaves_once_she_took_it_back_and_the_register_says_when(
    office: Office, tmp_path: Path
) -> None:
    said = office.agree()
    parcel = office.parcel(said, Family.HER)
    office.referring.send(office.case, parcel, tmp_path / "a.pdf")
    office.clock.move(days=2)
    office.referring.withdraw(office.case, said.consent, "j'ai peur")
    with pytest.raises(ConsentOver):
        office.referring.send(office.case, parcel, tmp_path / "b.pdf")
    (consent,) = office.referring.consents(office.case)
    assert consent.standing is Standing.WITHDRAWN
    assert consent.withdrawn is not None
    (line,) = office.register.communications(office.case)
    assert line.withdrawn == date(2026, 11, 25) == consent.withdrawn.on


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"recipient": Recipient(" ")}, "recipient"),
        ({"purpose": ""}, "why"),
        ({"until": None}, "until"),
        ({"families": ()}, "families"),
    ],
)
def test_an_agreement_says_for_whom_why_what_and_until_when(
    office: Office, changed: dict[str, object], field: str
) -> None:
    with pytest.raises(WordsMissing) as missing:
        office.agree(**changed)
    assert missing.value.fields == {"field": field}
    assert office.referring.consents(office.case) == ()


def test_an_agreement_never_ends_before_it_begins_nor_goes_to_him(office: Office) -> None:
    with pytest.raises(ConsentOver):
        office.agree(until=office.clock.today() - timedelta(days=1))
    with pytest.raises(RecipientIsHim):
        office.agree(recipient=Recipient("Garage", "Éric Fictif"))
    with pytest.raises(TellsTooMuch):
        office.agree(purpose="la voir à la chambre 7")


# What left ------------------------------------------------------------------------------------


def test_a_file_leaves_with_an_entry_that_says_everything(office: Office, tmp_path: Path) -> None:
    said = office.agree()
    parcel = replace(
        office.parcel(said, Family.HER, Family.CHILDREN), channel="clé USB", consulted="Line D."
    )
    entry, phrase = office.referring.send(office.case, parcel, tmp_path / "a.pdf").value
    assert (tmp_path / "a.pdf").read_bytes().startswith(phrase.encode())
    (made,) = office.sent()
    assert entry.content == made
    assert entry.signed
    assert (made.number, made.about, made.consent) == ("C26-A-0001", office.case, said.consent)
    assert made.concerned == ("Mirabelle Exemple-Roy", "Zoé")
    assert [one.text for one in made.items] == ["Mirabelle Exemple-Roy", "Zoé"]
    assert (made.ground, made.until, made.form) == (Ground.AGREEMENT, said.until, Form.SPOKEN)
    assert (made.decided_by, made.consulted, made.channel) == (
        "Maude Rivière",
        "Line D.",
        "clé USB",
    )
    assert phrase not in repr(made)


def test_nothing_leaves_when_nothing_is_chosen_or_something_else_is(
    office: Office, tmp_path: Path
) -> None:
    parcel = office.parcel(office.agree())
    with pytest.raises(NothingChosen):
        office.referring.send(office.case, parcel, tmp_path / "a.pdf")
    with pytest.raises(NotOffered):
        office.referring.send(
            office.case, replace(parcel, chosen=frozenset({"status"})), tmp_path / "a.pdf"
        )
    assert list(tmp_path.iterdir()) == []


def test_a_file_whose_entry_could_not_be_written_is_gone(office: Office, tmp_path: Path) -> None:
    parcel = office.parcel(office.agree(), Family.HER)
    office.vault.fail_next = DiskFull()
    with pytest.raises(DiskFull):
        office.referring.send(office.case, parcel, tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []
    assert office.sent() == []
    assert office.referring.unread_phrases() == ()


def test_a_phrase_is_asked_about_until_it_was_read_or_is_void(
    office: Office, tmp_path: Path
) -> None:
    parcel = office.parcel(office.agree(), Family.HER)
    for name in "ab":
        office.referring.send(office.case, parcel, tmp_path / f"{name}.pdf")
        office.clock.move(minutes=1)
    first, second = sorted(office.referring.unread_phrases(), key=lambda one: one.at)
    office.referring.phrase_read(first.case, first.paper)
    office.referring.void(second.case, second.paper)
    assert office.referring.unread_phrases() == ()
    fates = [line.phrase for line in office.register.communications()]
    assert fates == [PhraseFate.VOID, PhraseFate.READ]


# The register ---------------------------------------------------------------------------------


def test_the_register_holds_all_that_was_communicated_and_is_filtered(
    office: Office, tmp_path: Path
) -> None:
    parcel = office.parcel(office.agree(), Family.HER)
    office.referring.send(office.case, parcel, tmp_path / "a.pdf")
    office.clock.move(minutes=1)
    told = CommunicationMade(None, "CLSC", "", "", "", "un rappel", "la joindre", Ground.AGREEMENT)
    office.desk.record_house(Write(told))
    for where in (Destination.LIVES_APART, Destination.STAYS_HERE):
        office.clock.move(minutes=1)
        office.write(
            PaperIssued(
                PaperId(uuid4()),
                "takes",
                "1",
                "fr",
                where,
                (),
                (),
                1,
                "",
                printed=True,
                protected=False,
            )
        )
    every = office.register.communications(papers=True)
    assert [line.way for line in every] == [Way.PAPER, Way.TOLD, Way.SENT]
    assert [line.way for line in office.register.communications()] == [Way.TOLD, Way.SENT]
    hers = office.register.communications(office.case, papers=True)
    assert [line.way for line in hers] == [Way.PAPER, Way.SENT]
    assert hers[0].dossier.given == "Mirabelle"
    assert [one.way for one in matching(every, frozenset({Way.TOLD}), "")] == [Way.TOLD]
    assert [one.way for one in matching(every, frozenset(), "POLICE c26")] == [Way.SENT]
    assert matching(every, frozenset({Way.PAPER}), "police") == ()


def test_what_came_back_stands_beside_a_communication(office: Office, tmp_path: Path) -> None:
    parcel = office.parcel(office.agree(), Family.HER)
    office.referring.send(office.case, parcel, tmp_path / "a.pdf")
    (made,) = office.sent()
    office.register.follow(DisclosureFollowed(made.paper, office.clock.today(), "rappelée"))
    (line,) = office.register.communications()
    assert [one.result for one in line.followed] == ["rappelée"]
    with pytest.raises(WordsMissing):
        office.register.follow(DisclosureFollowed(made.paper, office.clock.today(), " "))
