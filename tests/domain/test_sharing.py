"""When an agreement holds, and what never leaves whoever agrees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import person, stated

from filet.domain.errors import NotOffered
from filet.domain.ids import ConsentId, MeasureId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    Answer,
    Appears,
    ConsentAnswered,
    Family,
    MayTellHer,
    MeasureWritten,
    PersonDescribed,
    Recipient,
    Role,
    Source,
    SourceKind,
    WordsNoted,
)
from filet.domain.sharing import (
    Offer,
    Offered,
    Standing,
    Watched,
    is_him,
    stands,
    why_not_item,
    why_not_said,
    why_not_words,
)

TODAY = date(2026, 11, 26)
AGREED = ConsentAnswered(
    ConsentId(person(1)), Recipient("Police d'essai"), "qu'on la rappelle", Answer.ACCEPTED,
    (Family.HER,), until=TODAY,
)  # fmt: skip


@pytest.mark.parametrize(
    ("consent", "withdrawn", "expected"),
    [
        (AGREED, False, Standing.HOLDS),
        (replace(AGREED, until=TODAY - timedelta(days=1)), False, Standing.ENDED),
        (replace(AGREED, until=None), False, Standing.ENDED),
        (AGREED, True, Standing.WITHDRAWN),
        (replace(AGREED, answer=Answer.REFUSED), False, Standing.REFUSED),
        (replace(AGREED, answer=Answer.NOT_ASKED), True, Standing.NOT_ASKED),
    ],
)
def test_an_agreement_holds_through_its_last_day_unless_she_takes_it_back(
    consent: ConsentAnswered, withdrawn: bool, expected: Standing
) -> None:
    assert stands(consent, TODAY, withdrawn=withdrawn) is expected


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (stated(), ""),
        (stated(Value.NO), ""),
        (stated(Value.UNKNOWN), "unanswered"),
        (stated(Value.DECLINED), "unanswered"),
        (stated(None), "unanswered"),
        (stated(None, scale=8), ""),
        (stated(said_by=SourceKind.POLICE), "told_by_others"),
        (stated(said_by=SourceKind.RELATIVE, may_tell_her=MayTellHer.YES), "told_by_others"),
        (stated(said_by=SourceKind.DOCUMENT), "told_by_others"),
        (stated(said_by=SourceKind.TEAM), "not_told_her"),
        (stated(said_by=SourceKind.TEAM, may_tell_her=MayTellHer.YES), ""),
        (stated(item="he_knows_where@inventaire-filet-1"), "place"),
        (stated(item="place_he_does_not_know@inventaire-filet-2"), "place"),
    ],
)
def test_only_her_own_answers_and_what_she_was_told_may_leave(said: object, why: str) -> None:
    assert why_not_said(said) == why  # type: ignore[arg-type]  # what stated() gives


def test_her_words_leave_unless_they_are_about_a_place() -> None:
    hers, about = WordsNoted("je suis partie"), stated(item="he_knows_where@inventaire-filet-1")
    assert why_not_words(hers, stated()) == ""
    assert why_not_words(hers, None) == ""
    assert why_not_words(hers, about) == "place"
    police = replace(hers, source=Source(SourceKind.POLICE))
    assert why_not_words(police, None) == "told_by_others"


@pytest.mark.parametrize("appears", Appears)
@pytest.mark.parametrize("nature", ["general", "departure", "workers", "hidden_phone"])
def test_an_item_of_her_plan_leaves_only_where_it_may_be_carried_out(
    appears: Appears, nature: str
) -> None:
    item = MeasureWritten(MeasureId(person(2)), "people", "Prune", "m", appears, nature)
    leaves = nature == "general" and appears in (Appears.TAKES, Appears.CARD)
    assert (why_not_item(item) == "") is leaves


@pytest.mark.parametrize(
    ("recipient", "him"),
    [
        (Recipient("Garage", "Éric Fictif"), True),
        (Recipient("eric fictif"), True),
        (Recipient("Police", "Éric"), False),
        (Recipient("Police", number="1 (819) 555-0188"), True),
        (Recipient("Police", number="555-0188"), False),
        (Recipient("Police", number=""), False),
    ],
)
def test_a_recipient_with_his_name_or_number_is_him(recipient: Recipient, him: bool) -> None:
    author = PersonDescribed(person(1), Role.AUTHOR, "Éric", "Fictif", phone="819 555-0188")
    friend = PersonDescribed(person(2), Role.RELATIVE, "Prune", "Police")
    assert is_him(recipient, (friend, author)) is him


def test_the_very_words_that_never_leave_are_found() -> None:
    watched = Watched(("chambre 3", ""), ("Maude Rivière",))
    assert watched.found_in("Maude l'a vue, à la Chambre 3") == ("chambre 3", "Maude")
    assert watched.found_in("la chambre 30 et la mauderie") == ()


def test_what_is_not_offered_cannot_be_chosen() -> None:
    offer = Offer((Offered("a", Family.HER, "Nom", "Lou"), Offered("b", Family.HER, "Nom", "Li")))
    assert [one.key for one in offer.chosen(["b", "a"])] == ["a", "b"]
    with pytest.raises(NotOffered):
        offer.chosen(["a", "c"])
