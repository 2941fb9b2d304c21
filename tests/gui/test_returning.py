"""Where she was comes back: after a lock, an end, a kill; never with a name, never to another."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from children import start

from filet.domain.ids import CaseId
from filet.gui import bars, returning
from filet.gui.guards import AWAY
from filet.gui.places import At, Place
from filet.gui.where import DOSSIERS, HELP, Where

CASE = CaseId(UUID(int=0xCA5E))
NOW = datetime(2026, 11, 23, 22, 47, tzinfo=UTC)
SPOTS = [None, {"item": "neck", "view": "one"}, (120, True), "word", 3]


@pytest.mark.parametrize("spot", SPOTS)
def test_a_place_on_a_page_comes_back_as_it_was(spot: object) -> None:
    where = Where(DOSSIERS, At(Place.INTERVIEW, CASE, spot))
    assert returning.where_of(returning.kept(where, NOW, at_work=True)) == where


def test_a_place_of_the_house_comes_back() -> None:
    assert returning.where_of(returning.kept(Where(HELP), NOW, at_work=True)) == Where(HELP)


@pytest.mark.parametrize(
    "fields",
    [{}, {"page": "later"}, {"page": "home", "case": "x"}, {"page": "home", "inside": "{"}],
)
def test_what_says_nothing_known_leads_home(fields: dict[str, str]) -> None:
    assert returning.where_of(fields) == Where()


def test_a_fall_is_known_by_what_was_not_closed() -> None:
    assert returning.fell(returning.kept(Where(), NOW, at_work=True)) == NOW
    assert returning.fell(returning.kept(Where(), NOW, at_work=False)) is None
    assert returning.fell({}) is None


def test_a_quarter_of_an_hour_is_recent() -> None:
    fields = returning.kept(Where(), NOW, at_work=False)
    assert returning.is_recent(fields, NOW + timedelta(seconds=AWAY))
    assert not returning.is_recent(fields, NOW + timedelta(seconds=AWAY + 1))
    assert not returning.is_recent(fields, NOW - timedelta(minutes=5))


def again(one: Any) -> None:
    """Start the program again: nothing of the former one is in memory."""
    one.shell._left = None
    one.shell.show_door()
    one.open()


def test_the_page_is_there_after_the_program_was_closed(desk: Any) -> None:
    one = desk()
    one.open()
    one.shell.room.show_place(HELP)
    one.shell.lock()
    again(one)
    assert one.shell.room.place == HELP
    assert bars.CRASHED not in one.shell.room.bars.shown


def test_much_later_she_is_asked_without_a_name(desk: Any) -> None:
    one = desk()
    one.open()
    one.shell.room.show_place(HELP)
    one.shell.lock()
    one.house.clock.move(hours=9)
    again(one)
    assert one.shell.room.place != HELP
    assert one.shell.room.offer.title() == "Reprendre où vous étiez?"


def test_a_program_that_was_killed_says_until_when_all_is_kept(desk: Any) -> None:
    one = desk()
    with start("work", one.house.root, HELP) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        child.kill()
    again(one)
    assert one.shell.room.place == HELP
    told = one.shell.room.bars.shown[bars.CRASHED].accessibleName()
    assert told.startswith(
        "Filet s’est fermé sans prévenir. Vos réponses sont là, jusqu’à 14\u00a0h"
    )


def test_nobody_else_is_told_where_she_was(desk: Any) -> None:
    one = desk()
    one.open()
    one.shell.room.show_place(HELP)
    one.shell.lock()
    one.shell._left = None
    page = one.shell.doorway.page
    page.forgot.click()
    for field, line in zip(page.forgotten.lines.fields, one.house.recovery, strict=True):
        field.show_text(line)
    page.submit_recovery()
    assert one.shell.room.place != HELP
    assert not one.shell.room.offer.isVisible()
