"""Nobody's answer wins by being last."""

from uuid import UUID

import pytest
from builders import ITEM, stated
from hypothesis import given
from hypothesis import strategies as st

from filet.domain.ids import PersonId
from filet.domain.instruments import Value
from filet.domain.kinds import MayTellHer, Source, SourceKind, StatementMade
from filet.domain.statements import by_item, read

HER, POLICE, RELATIVE = SourceKind.HER, SourceKind.POLICE, SourceKind.RELATIVE
YES, NO, UNKNOWN = Value.YES, Value.NO, Value.UNKNOWN


def test_what_was_not_asked_has_no_reading() -> None:
    assert by_item([]) == {}


def test_each_item_is_read_by_itself() -> None:
    readings = by_item([stated(YES), stated(NO, item="weapon@inventaire-filet-1")])
    assert readings[ITEM].values == {YES}
    assert readings["weapon@inventaire-filet-1"].values == {NO}


def test_the_same_item_of_another_version_is_another_item() -> None:
    assert len(by_item([stated(item="fear@inventaire-1"), stated(item="fear@inventaire-2")])) == 2


def test_two_sources_that_disagree_are_to_be_made_clear() -> None:
    reading = read([stated(YES, HER), stated(NO, POLICE)])
    assert reading.values == {YES, NO}
    assert reading.contradictory


def test_two_sources_that_agree_are_not_contradictory() -> None:
    assert not read([stated(YES, HER), stated(YES, POLICE)]).contradictory


def test_a_later_no_of_hers_does_not_erase_her_yes() -> None:
    reading = read([stated(YES), stated(NO)])
    assert reading.values == {YES, NO}
    assert reading.contradictory


def test_a_later_yes_of_hers_takes_the_place_of_her_no() -> None:
    assert read([stated(NO), stated(YES)]).values == {YES}


def test_a_later_no_takes_the_place_of_an_earlier_unknown() -> None:
    assert read([stated(UNKNOWN), stated(NO)]).values == {NO}


def test_what_one_does_not_know_another_may() -> None:
    assert read([stated(UNKNOWN, HER), stated(NO, POLICE)]).values == {NO}


def test_what_nobody_knows_stays_unknown() -> None:
    reading = read([stated(UNKNOWN, HER), stated(Value.DECLINED, POLICE)])
    assert reading.values == {UNKNOWN, Value.DECLINED}
    assert not reading.contradictory


def test_two_persons_of_one_kind_are_two_voices() -> None:
    mother = Source(RELATIVE, PersonId(UUID(int=1)))
    sister = Source(RELATIVE, PersonId(UUID(int=2)))
    said = [
        StatementMade(stated().statement, ITEM, NO, mother),
        StatementMade(stated().statement, ITEM, YES, sister),
    ]
    assert read(said).contradictory


def test_a_scale_alone_gives_no_value() -> None:
    reading = read([stated(None, scale=8)])
    assert (reading.values, reading.scale) == (frozenset(), 8)


@pytest.mark.parametrize(
    ("may", "tellable"),
    [(MayTellHer.YES, True), (MayTellHer.NO, False), (MayTellHer.UNDECIDED, False)],
)
def test_she_is_told_a_yes_only_when_somebody_decided_so(may: MayTellHer, tellable: bool) -> None:
    assert read([stated(YES, POLICE, may_tell_her=may)]).tellable is tellable


def test_a_no_that_may_be_told_does_not_let_a_secret_yes_be_told() -> None:
    said = [stated(NO, HER), stated(YES, POLICE, may_tell_her=MayTellHer.UNDECIDED)]
    assert not read(said).tellable


VOICES = st.lists(
    st.tuples(st.sampled_from(Value), st.sampled_from(SourceKind)), min_size=1, max_size=8
)


@given(VOICES)
def test_a_yes_of_anybody_is_always_heard(said: list[tuple[Value, SourceKind]]) -> None:
    heard = any(value is YES for value, _ in said)
    assert (YES in read(stated(*one) for one in said).values) is heard


@given(VOICES, st.randoms())
def test_the_order_of_voices_does_not_matter(said: list[tuple[Value, SourceKind]], random) -> None:  # type: ignore[no-untyped-def]  # hypothesis gives a Random
    alone = {source: value for value, source in said}
    pairs = [(value, source) for source, value in alone.items()]
    mixed = random.sample(pairs, len(pairs))
    assert read(stated(*one) for one in pairs).values == read(stated(*o) for o in mixed).values


def test_a_scale_that_went_down_still_counts_at_its_highest() -> None:
    reading = read([stated(None, scale=8), stated(None, scale=3)])
    assert (reading.scale, reading.highest) == (3, 8)
