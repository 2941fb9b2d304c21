from datetime import date, datetime, timedelta

import pytest

from filet.domain.kinds import Level
from filet.domain.levels import Group, LevelRule, Levels, ProposedAction, faults, proposed_actions
from filet.domain.moments import Due

NONE: frozenset[str] = frozenset()


def action(
    name: str, group: Group, *markers: str, levels: frozenset[Level] = frozenset()
) -> ProposedAction:
    return ProposedAction(name, group, frozenset(markers), levels)


def names(actions: tuple[ProposedAction, ...]) -> list[str]:
    return [action.id for action in actions]


IMMINENT = frozenset({Level.IMMINENT})
ACTIONS = (
    action("cell", Group.PARTNERS, "plan", levels=IMMINENT),
    action("care", Group.MEDICAL),
    action("team", Group.HOUSE, levels=IMMINENT),
    action("911", Group.LIFE, levels=IMMINENT),
    action("children", Group.CHILDREN, "children"),
    action("tell", Group.TELLING_HER, levels=IMMINENT),
    action("where", Group.LIFE, "plan"),
)


def test_life_comes_first_and_partners_last() -> None:
    found = proposed_actions(ACTIONS, None, frozenset({"plan", "children"}))
    assert names(found) == ["where", "care", "children", "cell"]


def test_an_action_that_asks_for_nothing_is_always_proposed() -> None:
    assert names(proposed_actions(ACTIONS, None, NONE)) == ["care"]


def test_in_imminent_danger_what_that_level_asks_for_comes_before_all_else() -> None:
    found = proposed_actions(ACTIONS, Level.IMMINENT, frozenset({"plan"}))
    assert names(found) == ["911", "tell", "team", "cell", "where", "care"]


def test_a_level_proposes_nothing_of_another() -> None:
    assert names(proposed_actions(ACTIONS, Level.MODERATE, NONE)) == ["care"]


def region(*actions: ProposedAction, levels: tuple[Level, ...] = tuple(Level)) -> Levels:
    week = timedelta(days=7)
    rules = tuple(LevelRule(level, 0, reason=True, review=week) for level in levels)
    return Levels("somewhere", rules, actions)


def test_a_sound_region_has_no_fault() -> None:
    assert faults(region(*ACTIONS), {"plan", "children"}) == ()


def test_a_region_has_every_level_in_order() -> None:
    (told,) = faults(region(levels=(Level.MODERATE, Level.IMMINENT)), ())
    assert told.startswith("levels: they are, in this order, not_assessed")


def test_a_level_that_weighs_is_looked_at_again() -> None:
    rules = tuple(LevelRule(level, 1, reason=True) for level in Level)
    (told,) = faults(Levels("somewhere", rules, ()), ())
    assert told == "levels: a level of the axis has a delay of review"


def test_an_action_names_markers_that_exist() -> None:
    told = faults(region(ACTIONS[4], ACTIONS[4]), {"plan"})
    assert "action children stands 2 times" in told
    assert "action children: there is no marker children" in told


def test_a_region_knows_its_own_levels() -> None:
    found = region().rule(Level.AGGRAVATED)
    assert found is not None
    assert found.level is Level.AGGRAVATED
    assert region(levels=()).rule(Level.AGGRAVATED) is None


def house(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 23, hour, minute)  # noqa: DTZ001 - the wall of the house


def delayed(**delay: int) -> Levels:
    rule = LevelRule(Level.IMMINENT, 3, reason=True, review=timedelta(**delay))
    return Levels("somewhere", (rule,), (), shift_ends=("07:00", "15:00", "23:00"))


def test_a_delay_of_days_proposes_a_day() -> None:
    assert delayed(days=3).review(Level.IMMINENT, house(22, 56)) == Due(date(2026, 11, 26))


def test_a_delay_of_hours_proposes_an_hour() -> None:
    proposed = delayed(hours=8).review(Level.IMMINENT, house(22, 56))
    assert proposed == Due(date(2026, 11, 24), "06:00")


def test_a_level_without_a_delay_proposes_nothing() -> None:
    assert delayed(days=3).review(Level.MODERATE, house(12)) is None


@pytest.mark.parametrize(
    ("now", "end"),
    [
        (house(9), Due(date(2026, 11, 23), "15:00")),
        (house(14, 0), Due(date(2026, 11, 23), "15:00")),
        (house(14, 1), Due(date(2026, 11, 23), "23:00")),
        (house(22, 56), Due(date(2026, 11, 24), "07:00")),
        (house(23, 30), Due(date(2026, 11, 24), "07:00")),
        (house(2), Due(date(2026, 11, 23), "07:00")),
    ],
)
def test_a_shift_ends_at_the_next_hour_that_leaves_time_to_write(now: datetime, end: Due) -> None:
    assert delayed(hours=8).end_of_shift(now) == end


def test_a_region_without_shifts_gives_no_hour() -> None:
    assert Levels("somewhere", (), ()).end_of_shift(house(9)) is None
