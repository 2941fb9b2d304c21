"""Numbers of the house: kept in the vault, confirmed by name and day, never one that is dying."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from filet.application.desk import Desk
from filet.application.numbers import Numbers, new_number
from filet.domain.directory import Directory, Number, NumberText
from filet.domain.errors import NumberWithdrawn, WordsMissing
from filet.domain.kinds import NumberSet

SHIPPED = Number(
    "line", "1 800 555-0100", "A", verified=False, source="page", area="quebec",
    texts={"fr": NumberText("Ligne", "jour et nuit")},
)  # fmt: skip
OWN = NumberSet("own", "Poste de police", "819 555-0199")


class Shipped:
    def directory(self) -> Directory:
        return Directory("quebec", (), (SHIPPED,))


def numbers(desk: Desk) -> Numbers:
    return Numbers(desk, Shipped())


def test_a_house_that_wrote_nothing_has_what_filet_brings(desk: Desk) -> None:
    assert numbers(desk).directory() == Shipped().directory()


def test_the_last_word_about_a_number_holds(desk: Desk) -> None:
    use = numbers(desk)
    use.keep(OWN)
    use.keep(replace(OWN, phone="819 555-0198"))
    assert use.kept()["own"].phone == "819 555-0198"
    assert [one.number for one in use.directory().numbers] == ["819 555-0198", "1 800 555-0100"]


def test_confirming_a_number_says_who_called_and_when(desk: Desk) -> None:
    use, day = numbers(desk), date(2026, 11, 23)
    with pytest.raises(WordsMissing):
        use.keep(replace(OWN, verified_on=day))
    use.keep(replace(OWN, verified_on=day, verified_by="Maude"))
    assert use.directory().numbers[0].verified_on == day


@pytest.mark.parametrize("phone", ["310-4141", "*4141", " 310 4141 ", "4141"])
def test_a_number_that_is_being_withdrawn_is_never_kept(desk: Desk, phone: str) -> None:
    use = numbers(desk)
    with pytest.raises(NumberWithdrawn):
        use.keep(replace(OWN, phone=phone))
    assert use.kept() == {}


@pytest.mark.parametrize("number", [replace(OWN, name=" "), replace(OWN, phone=" ")])
def test_a_number_without_its_name_or_itself_is_not_kept(desk: Desk, number: NumberSet) -> None:
    use = numbers(desk)
    with pytest.raises(WordsMissing):
        use.keep(number)
    assert use.kept() == {}


def test_each_new_number_has_an_identity_of_its_own() -> None:
    assert new_number() != new_number()


def test_keeping_a_number_gives_back_how_it_was_known(desk: Desk) -> None:
    use = numbers(desk)
    assert use.keep(OWN).value == replace(OWN, removed=True)
    later = replace(OWN, phone="819 555-0198")
    assert use.keep(later).value == OWN


def test_a_number_that_filet_brings_is_retired_and_brought_back(desk: Desk) -> None:
    use = numbers(desk)
    use.retire("line")
    assert use.directory().numbers == ()
    assert use.retired() == (SHIPPED,)
    use.bring_back("line")
    assert use.directory().numbers == (SHIPPED,)
    assert use.retired() == ()


def test_911_and_what_filet_does_not_bring_are_never_retired(desk: Desk) -> None:
    class Urgent:
        def directory(self) -> Directory:
            return Directory("quebec", (), (replace(SHIPPED, number="911"),))

    for name in ("line", "own"):
        with pytest.raises(WordsMissing):
            Numbers(desk, Urgent()).retire(name)


def test_a_correction_says_when_it_was_written_and_by_whom(desk: Desk) -> None:
    use = numbers(desk)
    use.keep(NumberSet("line", "La ligne", "1 800 555-0147", own_words=True))
    (found,) = use.directory().numbers
    assert (found.shipped, found.verified) == (SHIPPED, False)
    assert found.corrected is not None
    assert found.corrected.on == desk.clock.today()
    use.keep(replace(use.kept()["line"], removed=True))
    assert use.directory().numbers == (SHIPPED,)


def test_the_check_of_another_number_is_no_check_of_this_one(desk: Desk) -> None:
    use, day = numbers(desk), date(2026, 11, 22)
    checked = replace(OWN, verified_on=day, verified_by="Maude")
    use.keep(checked)
    use.keep(replace(checked, hours="le jour", phone="(819) 555 0199"))
    assert use.kept()["own"].verified_on == day
    use.keep(replace(checked, phone="819 555-0142"))
    assert (use.kept()["own"].verified_on, use.kept()["own"].verified_by) == (None, "")
    again = replace(checked, phone="819 555-0143", verified_on=date(2026, 11, 23))
    use.keep(again)
    assert use.kept()["own"] == again
