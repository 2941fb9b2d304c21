"""Days typed in a field become what is kept, and are echoed in full."""

from __future__ import annotations

from datetime import date

import pytest
from indoors import Indoors

from filet.domain.moments import Due, Precision, Told
from filet.gui.typed import days_text, due_text, told_text, typed_day, typed_due, typed_told


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_what_is_due_is_echoed_in_full() -> None:
    context = Indoors().context
    found = typed_due(context, "19 fév. 9h")
    assert found == Due(date(2027, 2, 19), "09:00")
    assert plain(due_text(context, found)) == "vendredi 19 février 2027, 9 h"


def test_what_is_due_is_echoed_in_english() -> None:
    context = Indoors("en").context
    found = typed_due(context, "in 3 days, 9 am")
    assert found is not None
    assert plain(due_text(context, found)) == "Thursday, November 26, 2026, 9:00 a.m."


def test_a_day_without_hour_is_echoed_without_hour() -> None:
    context = Indoors().context
    assert plain(due_text(context, Due(date(2026, 11, 27)))) == "vendredi 27 novembre 2026"


def test_what_is_not_understood_is_no_day() -> None:
    assert typed_due(Indoors().context, "bientôt") is None


@pytest.mark.parametrize(
    ("said", "days"),
    [("hier soir", "dimanche 22 novembre 2026"), ("en 2019", "2019"), ("vers 2019", "2019, environ"),
     ("depuis 2020", "depuis le 1er janvier 2020"), ("avant 2019", "jusqu’au 31 décembre 2018"),
     ("l’été passé", "juin 2026 à août 2026"), ("le mois passé", "octobre 2026"),
     ("entre 2015 et 2018", "2015 à 2018"), ("il y a deux mois", "septembre 2026, environ"),
     ("la semaine passée", "du 16 novembre 2026 au 22 novembre 2026"),
     ("à Noël", "jeudi 25 décembre 2025, environ"), ("souvent", ""), ("", "")],
)  # fmt: skip
def test_a_time_that_was_told_is_echoed_as_finely_as_it_was(said: str, days: str) -> None:
    context = Indoors().context
    assert plain(days_text(context, typed_told(context, said))) == days


def test_her_words_are_kept_beside_the_days() -> None:
    context = Indoors().context
    told = typed_told(context, " l’été passé ")
    assert told == Told("l’été passé", date(2026, 6, 1), date(2026, 8, 31), Precision.SEASON)
    assert plain(told_text(context, told)) == "l’été passé (juin 2026 à août 2026)"


def test_her_words_stay_alone_where_no_day_is_known() -> None:
    context = Indoors().context
    told = typed_told(context, "quand elle était petite")
    assert told == Told("quand elle était petite")
    assert told_text(context, told) == "quand elle était petite"
    assert told_text(context, Told()) == ""


def test_days_without_words_are_said_alone() -> None:
    told = Told(first=date(2019, 1, 1), last=date(2019, 12, 31), precision=Precision.YEAR)
    assert told_text(Indoors().context, told) == "2019"


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2026-11-20", date(2026, 11, 20)), ("20 nov.", date(2026, 11, 20)), ("hier", date(2026, 11, 22)),
     ("16 fév. 2027", date(2027, 2, 16)), ("1er juillet", date(2026, 7, 1)), ("31 fév", None),
     ("lundi", date(2026, 11, 16)), ("la semaine passée", None), ("vers le 3 mars", None),
     ("depuis hier", None), ("cette nuit", None), ("bientôt", None), ("", None)],
)  # fmt: skip
def test_one_day_that_was_is_read_only_where_it_is_one(typed: str, day: date | None) -> None:
    assert typed_day(Indoors().context, typed) == day


@pytest.mark.parametrize("precision", list(Precision))
def test_each_precision_can_be_told(precision: Precision) -> None:
    told = Told("alors", date(2019, 1, 1), date(2019, 12, 31), precision)
    assert "2019" in days_text(Indoors().context, told)
