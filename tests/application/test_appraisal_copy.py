"""The copy of a signed appreciation: facts and words apart from analysis, and nothing confided."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pytest
from indoors import Indoors
from weighed import POLICE, say, weighed

from filet.application.appraising import Judgement
from filet.application.composing import Issue
from filet.application.control import new_tactic
from filet.application.desk import Write
from filet.domain.blocks import Block, Heading, Notice, Paper, Point, Quote, Small, Voiced, texts
from filet.domain.ids import CaseId, Ref
from filet.domain.kinds import (
    Destination,
    Level,
    LevelReasoned,
    LevelSeconded,
    LevelSigned,
    MayTellHer,
    Opinion,
    PersonDescribed,
    Role,
    Source,
    SourceKind,
    TacticNoted,
    Whose,
    WordsNoted,
)
from filet.domain.moments import Told

HOME = Destination.STAYS_HERE


class Scene:
    """The dossier of Mirabelle, with a level that was signed knowing all of it."""

    def __init__(self, language: str = "fr") -> None:
        self.house, self.language = Indoors(), language
        self.case: CaseId = weighed(self.house)
        self.house.desk.look_again()  # whose initials she has
        self.house.sign(self.case, Level.IMMINENT, review=2)

    @property
    def level(self) -> LevelSigned:
        return self.house.desk.read(self.case).all(LevelSigned)[-1]

    def paper(self) -> Paper:
        issue = Issue("appraisal", self.language, HOME)
        return self.house.services.printing.compose(self.case, issue)

    def under(self, title: str) -> list[Block]:
        return list(_under(self.paper().blocks, title))


def _under(blocks: Iterable[Block], title: str) -> Iterable[Block]:
    inside = False
    for block in blocks:
        if isinstance(block, Heading):
            inside = block.text == title
        elif inside:
            yield block


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_it_says_who_signed_which_level_when_for_whom_and_until_when(scene: Scene) -> None:
    points = [block.text for block in scene.paper().blocks if isinstance(block, Point)]
    assert [point.replace("\u00a0", " ") for point in points[:4]] == [
        "Niveau : Danger imminent.",
        "Consigné le 30 novembre 2026, 14 h 30, par MR.",
        "Pour elle. Au sujet de personne de nommé.",
        "À revoir le 2 décembre 2026.",
    ]


def test_her_words_are_quoted_exactly_and_stand_apart_from_the_analysis(scene: Scene) -> None:
    quoted = [block.text for block in scene.under("Ses mots") if isinstance(block, Quote)]
    assert quoted == ["Là, j'ai peur. C'est son calme qui me fait peur."]
    analysis = "\n".join(str(block) for block in scene.under("Ce que l'équipe en pense"))
    assert "Il sait qu'elle part." in analysis
    assert not [
        block for block in scene.under("Ce que l'équipe en pense") if isinstance(block, Quote)
    ]


def test_what_the_police_confided_is_counted_and_never_told(scene: Scene) -> None:
    say(scene.house, scene.case, "homicidal_talk", source=POLICE)
    scene.house.sign(scene.case, Level.IMMINENT, review=2)
    text = "\n".join(texts(scene.paper()))
    assert "Il a parlé" not in text
    assert "À lire au dossier : 2." in text
    assert "service de police" not in text


def test_what_is_not_known_is_said_and_never_a_no(scene: Scene) -> None:
    unknown = "\n".join(str(block) for block in scene.under("Ce qu'on ne sait pas"))
    assert "préfère ne pas répondre" in unknown
    assert ": non" not in unknown


def test_it_stays_as_it_was_signed_whatever_is_told_later(scene: Scene) -> None:
    before = scene.under("Ce qui est dit, et par qui")
    say(scene.house, scene.case, "sudden_calm")
    words = WordsNoted("Il est doux.", None, Source(SourceKind.HER))
    scene.house.services.screening.quote(scene.case, words)
    assert scene.under("Ce qui est dit, et par qui") == before
    assert "Il est doux." not in "\n".join(texts(scene.paper()))


def test_tools_give_the_range_of_that_day_their_version_and_no_probability(scene: Scene) -> None:
    tools = "\n".join(str(block) for block in scene.under("Les outils, tels que lus ce jour-là"))
    assert "formulaire papier : de " in tools
    assert "Aucune probabilité" in tools
    assert "%" not in "\n".join(texts(scene.paper()))
    assert any("version 1" in str(block) for block in scene.under("Versions"))


def test_it_names_how_far_the_journal_went_and_what_nobody_read_over(scene: Scene) -> None:
    small = [block.text for block in scene.paper().blocks if isinstance(block, Small)]
    ref: Ref = scene.level.as_of[0]
    assert any(f"{ref.chain.hex()[:8]}-{ref.seq}" in text for text in small)
    assert any("pas encore relus" in text for text in small)


def test_second_readings_and_a_later_reason_stand_with_their_authors(scene: Scene) -> None:
    level, entry = scene.level, scene.house.desk.read(scene.case).entries[-1]
    second = LevelSeconded(
        level.level_id, Opinion.DIFFERS, Level.AGGRAVATED, entry.ref, "Il est détenu."
    )
    later = LevelReasoned(level.level_id, "Il a une arme.")
    scene.house.desk.record(scene.case, Write(second), Write(later))
    assert "voit autrement, Aggravé. Il est détenu." in str(scene.under("Deuxième lecture"))
    assert "Il a une arme." in str(scene.under("Ce que l'équipe en pense"))


def test_other_levels_that_stand_are_named(scene: Scene) -> None:
    people = scene.house.desk.read(scene.case).all(PersonDescribed)
    child = next(one.person for one in people if one.role is Role.CHILD)
    due = scene.level.review
    judged = Judgement(Level.AGGRAVATED, (child,), (), "École.", due)
    scene.house.services.appraising.sign(scene.case, judged)
    assert "Danger imminent" in str(scene.under("Autres niveaux qui tiennent"))
    assert "Pour Zoé0." in "\n".join(texts(scene.paper()))


def test_without_a_level_it_says_so_and_invents_nothing() -> None:
    house = Indoors()
    case = house.case("Iris")
    paper = house.services.printing.compose(case, Issue("appraisal", "fr", HOME))
    assert "Aucun niveau n'est consigné." in texts(paper)


def test_it_is_marked_so_that_it_never_leaves_and_changes_no_plan(scene: Scene) -> None:
    (notice, *_) = [block for block in scene.paper().blocks if isinstance(block, Notice)]
    assert "ne sort jamais" in notice.strong
    issue = Issue("appraisal", "fr", HOME, "classeur", scene.house.day(0) + timedelta(days=90))
    scene.house.services.printing.issue(scene.case, issue, lambda _: None)
    assert scene.house.services.versions.versions(scene.case) == ()


def test_it_speaks_english_too() -> None:
    text = "\n".join(texts(Scene("en").paper()))
    for words in ("Copy for the file", "Level: Imminent danger.", "What the team thinks of it"):
        assert words in text


def _note_control(scene: Scene, words: str, **more: Any) -> None:
    said = TacticNoted(new_tactic(), "isolation@filet-controle-1", words, **more)
    scene.house.services.control.note(scene.case, said)


def test_what_she_tells_of_control_stands_as_she_said_it_apart_from_what_the_team_thinks(
    scene: Scene,
) -> None:
    _note_control(scene, "Tu vois pu personne.", happened=Told("depuis 2020"))
    assert scene.under("Ce qu'elle raconte du contrôle") == []  # it was told after the signature
    scene.house.sign(scene.case, Level.IMMINENT)
    (one,) = scene.under("Ce qu'elle raconte du contrôle")
    assert isinstance(one, Voiced)
    assert (one.text, one.is_hers) == ("Tu vois pu personne.", True)
    assert "Isolement, quand : depuis 2020" in one.facts
    headings = [block.text for block in scene.paper().blocks if isinstance(block, Heading)]
    place = headings.index("Ce qu'elle raconte du contrôle")
    assert headings.index("Ce qui est dit, et par qui") < place
    assert place < headings.index("Ce que l'équipe en pense")


def test_the_copy_counts_nothing_that_was_told_of_control(scene: Scene) -> None:
    _note_control(scene, "mot")
    scene.house.sign(scene.case, Level.IMMINENT)
    one = set(texts(scene.paper()))
    for _ in range(6):
        _note_control(scene, "mot")
    scene.house.sign(scene.case, Level.IMMINENT)
    many = set(texts(scene.paper()))
    assert {text for text in many - one if "journal" not in text} == set()


def test_what_somebody_close_told_of_control_stands_on_no_copy_until_it_is_decided(
    scene: Scene,
) -> None:
    sister = {"whose": Whose.OTHER, "source": Source(SourceKind.RELATIVE)}
    _note_control(scene, "TZTOLD", **sister)
    scene.house.sign(scene.case, Level.IMMINENT)
    assert "TZTOLD" not in repr(scene.paper())
    (held,) = scene.under("Ce qu'elle raconte du contrôle")
    assert isinstance(held, Point)
    _note_control(scene, "TZTOLD", may_tell_her=MayTellHer.YES, **sister)
    scene.house.sign(scene.case, Level.IMMINENT)
    assert "« TZTOLD »" in repr(scene.paper())
