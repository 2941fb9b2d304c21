"""How a paper tells of control: words apart from what is known of them, and no number."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from builders import ref

from filet.domain.blocks import Heading, Point, Voiced
from filet.domain.control import Noted, Tactic, TacticText, Taxonomy
from filet.domain.control_copy import Controlled, about, control_blocks, controlled, may_stand
from filet.domain.ids import TacticId
from filet.domain.instruments import Licence, LicenceClass
from filet.domain.kinds import MayTellHer, Source, SourceKind, Still, TacticNoted, Whose
from filet.domain.moments import Told
from filet.domain.paper_words import PaperWords

LISTS = (
    Taxonomy(
        "liste", "1", Licence(LicenceClass.OWN, "Filet", "", ""), verified=False,
        tactics=(Tactic("isolation", "", {"fr": TacticText("Isolement", "", "")}),),
    ),
)  # fmt: skip
WORDS = PaperWords(
    "appraisal",
    "fr",
    {
        "control": "Contrôle", "control_unknown": "contrôle", "control_when": "quand : {when}",
        "control_now": "ça continue", "control_hers": "ses mots", "control_team": "vu",
        "control_child": "mots d'un enfant", "control_other": "mots d'un autre",
        "control_told": "par {who}", "control_noted": "noté le {date}",
        "control_quoted": "« {words} »", "control_held_back": "Il y en a d'autres.",
        "source_her": "elle", "source_relative": "un proche",
    },
)  # fmt: skip


def told(
    whose: Whose = Whose.HERS,
    source: SourceKind = SourceKind.HER,
    may: MayTellHer = MayTellHer.YES,
    happened: Told = Told(),
) -> Noted:
    said = TacticNoted(
        TacticId(UUID(int=1)), "isolation@liste-1", "Plus personne.", whose, still=Still.NOW,
        happened=happened, source=Source(source), may_tell_her=may,
    )  # fmt: skip
    return Noted(said, ref("a", 1), date(2026, 2, 9))


def test_her_words_are_quoted_as_hers_under_what_is_known_of_them() -> None:
    one = told(happened=Told("depuis 2020", date(2020, 1, 1)))
    heading, voiced = control_blocks(controlled([one], LISTS, WORDS), WORDS)
    assert heading == Heading("Contrôle")
    facts = "Isolement, quand : depuis 2020, ça continue, ses mots, noté le 2026-02-09"
    assert voiced == Voiced("Plus personne.", facts, is_hers=True)


def test_a_child_s_words_that_she_tells_are_quoted_and_are_not_hers() -> None:
    _, voiced = control_blocks(controlled([told(Whose.CHILD)], LISTS, WORDS), WORDS)
    assert isinstance(voiced, Voiced)
    assert (voiced.text, voiced.is_hers) == ("« Plus personne. »", False)
    assert "mots d'un enfant, par elle" in voiced.facts


def test_what_a_worker_saw_is_no_quotation() -> None:
    _, voiced = control_blocks(controlled([told(Whose.TEAM, SourceKind.TEAM)], LISTS, WORDS), WORDS)
    assert isinstance(voiced, Voiced)
    assert (voiced.text, voiced.is_hers) == ("Plus personne.", False)


@pytest.mark.parametrize(
    ("source", "may", "stands"),
    [
        (SourceKind.HER, MayTellHer.UNDECIDED, True),
        (SourceKind.TEAM, MayTellHer.UNDECIDED, True),
        (SourceKind.TEAM, MayTellHer.NO, False),
        (SourceKind.RELATIVE, MayTellHer.UNDECIDED, False),
        (SourceKind.RELATIVE, MayTellHer.NO, False),
        (SourceKind.RELATIVE, MayTellHer.YES, True),
        (SourceKind.POLICE, MayTellHer.UNDECIDED, False),
    ],
)
def test_what_others_told_waits_for_a_decision(
    source: SourceKind, may: MayTellHer, stands: bool
) -> None:
    assert may_stand(told(Whose.OTHER, source, may).said) is stands


def test_the_copy_says_that_there_is_more_and_never_how_much() -> None:
    hidden = told(Whose.OTHER, SourceKind.RELATIVE, MayTellHer.UNDECIDED)
    one, many = (
        list(control_blocks(controlled([hidden] * n, LISTS, WORDS), WORDS)) for n in (1, 7)
    )
    assert one == many == [Heading("Contrôle"), Point("Il y en a d'autres.")]


def test_where_nothing_was_told_nothing_stands() -> None:
    assert list(control_blocks(Controlled(), WORDS)) == []


def test_a_time_without_words_stands_between_its_days() -> None:
    span = Told("", date(2020, 1, 1), date(2021, 5, 1))
    assert "quand : 2020-01-01 – 2021-05-01" in about(told(happened=span), LISTS, WORDS)
    day = Told("", date(2020, 1, 1), date(2020, 1, 1))
    assert "quand : 2020-01-01" in about(told(happened=day), LISTS, WORDS)
    assert not any(part.startswith("quand") for part in about(told(), LISTS, WORDS))


def test_a_tactic_that_is_not_known_is_named_in_words() -> None:
    assert about(told(), (), WORDS)[0] == "contrôle"
