"""What is told of control: read in the order of time, whatever order it was written in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest
from builders import CASE, dossier, entry
from hypothesis import given
from hypothesis import strategies as st

from filet.domain.casefile import fold
from filet.domain.control import Tactic, TacticText, Taxonomy, by_tactic, noted, tactic_text
from filet.domain.ids import TacticId
from filet.domain.instruments import Licence, LicenceClass
from filet.domain.kinds import Content, TacticNoted, TacticWithdrawn
from filet.domain.moments import Told

LICENCE = Licence(LicenceClass.OWN, "Filet", "", "")
DAYS = st.dates(date(2019, 1, 1), date(2026, 11, 26)) | st.none()


def tactics(version: str, **names: str) -> Taxonomy:
    found = (Tactic(key, "", {"fr": TacticText(name, "", "")}) for key, name in names.items())
    return Taxonomy("liste", version, LICENCE, verified=False, tactics=tuple(found))


OLD = tactics("1", isolation="Isolement", foi="Foi")
NEW = tactics("2", argent="Argent", isolation="Isolée")


def words(
    number: int, first: date | None = None, tactic: str = "isolation@liste-1", said: str = "…"
) -> TacticNoted:
    return TacticNoted(TacticId(UUID(int=number)), tactic, said, happened=Told("", first))


def read(*contents: Content) -> list[str]:
    return [one.said.words for one in noted(dossier(*contents))]


@st.composite
def written(draw: st.DrawFn) -> tuple[Sequence[TacticNoted], Sequence[TacticNoted]]:
    """Return words about control, and the same ones as somebody else would write them down."""
    days = draw(st.lists(DAYS, max_size=6))
    names = st.sampled_from(["isolation@liste-1", "foi@liste-1", "argent@liste-2"])
    told = [words(number, day, draw(names), f"{number}") for number, day in enumerate(days, 1)]
    return told, draw(st.permutations(told))


@given(written())
def test_the_order_of_writing_never_matters_to_the_reading(
    both: tuple[Sequence[TacticNoted], Sequence[TacticNoted]],
) -> None:
    one, other = (noted(dossier(*contents)) for contents in both)
    assert [found.said for found in one] == [found.said for found in other]
    groups = ([(name, [each.said for each in held]) for name, held in by_tactic(found, (OLD, NEW))]
              for found in (one, other))  # fmt: skip
    assert next(groups) == next(groups)


@given(written(), st.data())
def test_what_was_withdrawn_is_read_nowhere_and_the_rest_stays(
    both: tuple[Sequence[TacticNoted], Sequence[TacticNoted]], data: st.DataObject
) -> None:
    told, _ = both
    gone = data.draw(st.sets(st.sampled_from(told))) if told else set()
    entries = [entry(("a", seq), one) for seq, one in enumerate(told, 1)]
    for place, one in enumerate(told, 1):
        if one in gone:
            withdrawn = TacticWithdrawn(one.note, "par erreur")
            entries.append(entry(("a", len(entries) + 1), withdrawn, ("a", place)))
    left = {one.said for one in noted(fold(CASE, entries))}
    assert left == set(told) - gone


def test_they_come_in_the_order_of_time_and_what_has_no_day_comes_last() -> None:
    last, first = words(1, None, said="un jour"), words(2, date(2020, 1, 1), said="en 2020")
    until = TacticNoted(TacticId(UUID(int=3)), "foi@liste-1", "jusqu'en 2019",
                        happened=Told("", None, date(2019, 12, 31)))  # fmt: skip
    assert read(last, first, until) == ["jusqu'en 2019", "en 2020", "un jour"]


def test_two_corrections_that_did_not_see_each_other_both_stay() -> None:
    one, other = words(1, said="ici"), words(1, said="là-bas")
    assert read(one, other) == ["ici", "là-bas"]
    assert read(other, one) == ["ici", "là-bas"]


def test_only_the_tactics_of_which_something_was_told_are_named() -> None:
    found = noted(dossier(words(1), words(2, tactic="argent@liste-2")))
    assert [name for name, _ in by_tactic(found, (OLD, NEW))] == [
        "argent@liste-2",
        "isolation@liste-1",
    ]


def test_a_tactic_that_left_the_list_is_still_read_after_the_others() -> None:
    found = noted(dossier(words(1, tactic="foi@liste-1"), words(2)))
    assert [name.partition("@")[0] for name, _ in by_tactic(found, (OLD, NEW))] == [
        "isolation",
        "foi",
    ]


@pytest.mark.parametrize(
    ("tactic", "name"),
    [
        ("isolation@liste-1", "Isolement"),
        ("isolation@liste-2", "Isolée"),
        ("isolation@liste-9", "Isolée"),
        ("foi@liste-1", "Foi"),
        ("foi@liste-2", "Foi"),
    ],
)
def test_a_tactic_keeps_the_name_of_the_list_it_was_noted_with(tactic: str, name: str) -> None:
    found = tactic_text((OLD, NEW), tactic, "fr")
    assert found is not None
    assert found.name == name


def test_a_tactic_that_nobody_knows_has_no_words() -> None:
    assert tactic_text((OLD, NEW), "autre@liste-3", "fr") is None
