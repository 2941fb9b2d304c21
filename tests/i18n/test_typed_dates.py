"""Days and hours as people type and tell them; it is Monday, November 23, 2026, half past two."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filet.i18n import dates
from filet.i18n.spans import Grain, easter
from filet.i18n.typed_dates import DueSaid, read_due, read_told

NOW = datetime(2026, 11, 23, 14, 30)  # noqa: DTZ001 - the wall of the house has no zone here
DAYS = st.dates(date(1901, 1, 1), date(2099, 12, 31))

DUE = [
    ("fr", "ven", "2026-11-27"),
    ("fr", "Vendredi", "2026-11-27"),
    ("fr", "vend.", "2026-11-27"),
    ("fr", "lundi", "2026-11-30"),
    ("fr", "ce vendredi", "2026-11-27"),
    ("fr", "jeudi prochain", "2026-11-26"),
    ("fr", "jeudi qui vient", "2026-11-26"),
    ("fr", "jeudi en huit", "2026-12-03"),
    ("fr", "lundi de la semaine prochaine", "2026-11-30"),
    ("fr", "jeudi de cette semaine", "2026-11-26"),
    ("fr", "19 fév", "2027-02-19"),
    ("fr", "19 fév.", "2027-02-19"),
    ("fr", "le 19 février", "2027-02-19"),
    ("fr", "19 février 2027", "2027-02-19"),
    ("fr", "23 novembre", "2026-11-23"),
    ("fr", "22 novembre", "2027-11-22"),
    ("fr", "1er juillet", "2027-07-01"),
    ("fr", "29 février", "2028-02-29"),
    ("fr", "vendredi 19 février 2027, 9 h", "2027-02-19 09:00"),
    ("fr", "vendredi le 27 novembre", "2026-11-27"),
    ("fr", "vendredi 27", "2026-11-27"),
    ("fr", "le 3", "2026-12-03"),
    ("fr", "le 1er", "2026-12-01"),
    ("fr", "2027-02-19", "2027-02-19"),
    ("fr", "2027/2/19", "2027-02-19"),
    ("fr", "19/02/2027", "2027-02-19"),
    ("fr", "02/19/2027", "2027-02-19"),
    ("fr", "dans 3 jours", "2026-11-26"),
    ("fr", "dans trois jours", "2026-11-26"),
    ("fr", "dans une semaine", "2026-11-30"),
    ("fr", "dans 15 jours", "2026-12-08"),
    ("fr", "dans un mois", "2026-12-23"),
    ("fr", "dans 2 heures", "2026-11-23 16:30"),
    ("fr", "dans 30 minutes", "2026-11-23 15:00"),
    ("fr", "dans 10h", "2026-11-24 00:30"),
    ("fr", "d'ici 3 jours", "2026-11-26"),
    ("fr", "d’ici vendredi", "2026-11-27"),
    ("fr", "pour demain 16h", "2026-11-24 16:00"),
    ("fr", "auj.", "2026-11-23"),
    ("fr", "aujourd’hui à 16 h", "2026-11-23 16:00"),
    ("fr", "ce soir", "2026-11-23"),
    ("fr", "ce soir 8h", "2026-11-23 20:00"),
    ("fr", "à soir", "2026-11-23"),
    ("fr", "demain", "2026-11-24"),
    ("fr", "demain 9h", "2026-11-24 09:00"),
    ("fr", "demain à 9 h 30", "2026-11-24 09:30"),
    ("fr", "demain matin, 9 h", "2026-11-24 09:00"),
    ("fr", "demain en après-midi à 2 h", "2026-11-24 14:00"),
    ("fr", "demain midi", "2026-11-24 12:00"),
    ("fr", "15 h demain", "2026-11-24 15:00"),
    ("fr", "après-demain", "2026-11-25"),
    ("fr", "vendredi soir 8 h", "2026-11-27 20:00"),
    ("fr", "lun 14:30", "2026-11-30 14:30"),
    ("fr", "16h", "2026-11-23 16:00"),
    ("fr", "9h", "2026-11-24 09:00"),
    ("fr", "à Noël", "2026-12-25"),
    ("fr", "Pâques", "2027-03-28"),
    ("fr", "hier", "2026-11-22"),
    ("fr", "tomorrow 9 am", "2026-11-24 09:00"),
    ("en", "tomorrow 9 am", "2026-11-24 09:00"),
    ("en", "tomorrow at 9:30 p.m.", "2026-11-24 21:30"),
    ("en", "tomorrow 12 am", "2026-11-24 00:00"),
    ("en", "noon tomorrow", "2026-11-24 12:00"),
    ("en", "next Thursday", "2026-11-26"),
    ("en", "Thursday next week", "2026-12-03"),
    ("en", "Fri", "2026-11-27"),
    ("en", "on Friday at 14:30", "2026-11-27 14:30"),
    ("en", "by Friday", "2026-11-27"),
    ("en", "a week from Friday", "2026-12-04"),
    ("en", "in 3 days", "2026-11-26"),
    ("en", "within two weeks", "2026-12-07"),
    ("en", "three days from now", "2026-11-26"),
    ("en", "in 2 hours", "2026-11-23 16:30"),
    ("en", "Feb 19", "2027-02-19"),
    ("en", "Feb. 19, 2027", "2027-02-19"),
    ("en", "19 February 2027", "2027-02-19"),
    ("en", "the 19th of February", "2027-02-19"),
    ("en", "Friday, February 19, 2027, 9:00 a.m.", "2027-02-19 09:00"),
    ("en", "the 3rd", "2026-12-03"),
    ("en", "tonight 8", ""),
    ("en", "tonight at 8 pm", "2026-11-23 20:00"),
    ("en", "tonight", "2026-11-23"),
    ("en", "this afternoon at 3:15", "2026-11-23 15:15"),
    ("en", "demain 9h", "2026-11-24 09:00"),
]

UNCLEAR = [
    ("fr", text)
    for text in (
        "", "   ", "bientôt", "31 fév", "31 février 2027", "03/04/2027", "9", "19", "minuit",
        "demain 25h", "demain 9h75", "vendredi 20 février 2027", "vendredi 24", "la semaine prochaine",
        "en mars", "2027", "dans une couple de jours", "tous les vendredis", "le soir", "vers jeudi",
        "depuis lundi", "avant vendredi", "il y a", "demain 9h 10h", "dans 3 jours 9h ou 10h",
        "0000-00-00", "dans 999 ans", "x" * 500, "cette nuit", "de lundi à vendredi",
    )
] + [("en", text) for text in ("tomorrow at 9", "soon", "13 pm", "Feb 30", "next week", "at 0 am")]  # fmt: skip

TOLD = [
    ("fr", "hier", "2026-11-22", "2026-11-22", "day"),
    ("fr", "hier soir", "2026-11-22", "2026-11-22", "day"),
    ("fr", "hier soir vers 22 h", "2026-11-22", "2026-11-22", "day"),
    ("fr", "avant-hier", "2026-11-21", "2026-11-21", "day"),
    ("fr", "ce matin", "2026-11-23", "2026-11-23", "day"),
    ("fr", "9 h", "2026-11-23", "2026-11-23", "day"),
    ("fr", "22 h", "2026-11-22", "2026-11-22", "day"),
    ("fr", "cette nuit", "2026-11-22", "2026-11-23", "day"),
    ("fr", "la nuit passée", "2026-11-22", "2026-11-23", "day"),
    ("fr", "dans la nuit de samedi à dimanche", "2026-11-21", "2026-11-22", "day"),
    ("fr", "dimanche soir", "2026-11-22", "2026-11-22", "day"),
    ("fr", "lundi", "2026-11-16", "2026-11-16", "day"),
    ("fr", "lundi passé", "2026-11-16", "2026-11-16", "day"),
    ("fr", "vendredi dernier", "2026-11-20", "2026-11-20", "day"),
    ("fr", "mercredi le 18", "2026-11-18", "2026-11-18", "day"),
    ("fr", "lundi de la semaine passée", "2026-11-16", "2026-11-16", "day"),
    ("fr", "19 fév", "2026-02-19", "2026-02-19", "day"),
    ("fr", "20 nov.", "2026-11-20", "2026-11-20", "day"),
    ("fr", "le 24 novembre", "2025-11-24", "2025-11-24", "day"),
    ("fr", "16 fév. 2027", "2027-02-16", "2027-02-16", "day"),
    ("fr", "demain", "2026-11-24", "2026-11-24", "day"),
    ("fr", "la semaine passée", "2026-11-16", "2026-11-22", "week"),
    ("fr", "la semaine dernière", "2026-11-16", "2026-11-22", "week"),
    ("fr", "la semaine d’avant", "2026-11-16", "2026-11-22", "week"),
    ("fr", "cette semaine", "2026-11-23", "2026-11-23", "week"),
    ("fr", "la fin de semaine passée", "2026-11-21", "2026-11-22", "day"),
    ("fr", "le mois passé", "2026-10-01", "2026-10-31", "month"),
    ("fr", "ce mois-ci", "2026-11-01", "2026-11-23", "month"),
    ("fr", "l’an passé", "2025-01-01", "2025-12-31", "year"),
    ("fr", "cette année", "2026-01-01", "2026-11-23", "year"),
    ("fr", "il y a 3 jours", "2026-11-20", "2026-11-20", "day"),
    ("fr", "il y a une semaine", "2026-11-13", "2026-11-19", "about"),
    ("fr", "il y a deux mois", "2026-09-01", "2026-09-30", "about"),
    ("fr", "il y a environ 3 ans", "2023-01-01", "2023-12-31", "about"),
    ("fr", "il y a 20 heures", "2026-11-22", "2026-11-22", "day"),
    ("fr", "ça fait six mois", "2026-05-01", "2026-05-31", "about"),
    ("fr", "l’été passé", "2026-06-01", "2026-08-31", "season"),
    ("fr", "cet été", "2026-06-01", "2026-08-31", "season"),
    ("fr", "à l’été 2019", "2019-06-01", "2019-08-31", "season"),
    ("fr", "cet automne", "2026-09-01", "2026-11-23", "season"),
    ("fr", "l’automne passé", "2025-09-01", "2025-11-30", "season"),
    ("fr", "l’hiver passé", "2025-12-01", "2026-02-28", "season"),
    ("fr", "au printemps", "2026-03-01", "2026-05-31", "season"),
    ("fr", "en mars", "2026-03-01", "2026-03-31", "month"),
    ("fr", "au mois d’août", "2026-08-01", "2026-08-31", "month"),
    ("fr", "décembre", "2025-12-01", "2025-12-31", "month"),
    ("fr", "mars 2019", "2019-03-01", "2019-03-31", "month"),
    ("fr", "fin mars", "2026-03-21", "2026-03-31", "about"),
    ("fr", "à la mi-mars 2019", "2019-03-11", "2019-03-20", "about"),
    ("fr", "au début de février", "2026-02-01", "2026-02-10", "about"),
    ("fr", "en 2019", "2019-01-01", "2019-12-31", "year"),
    ("fr", "2019", "2019-01-01", "2019-12-31", "year"),
    ("fr", "début 2019", "2019-01-01", "2019-04-30", "about"),
    ("fr", "vers 2019", "2019-01-01", "2019-12-31", "about"),
    ("fr", "autour de Noël 2024", "2024-12-25", "2024-12-25", "about"),
    ("fr", "vers le 3 mars", "2026-03-03", "2026-03-03", "about"),
    ("fr", "depuis 2020", "2020-01-01", "", "year"),
    ("fr", "depuis hier", "2026-11-22", "", "day"),
    ("fr", "depuis trois mois", "2026-08-01", "", "about"),
    ("fr", "depuis l’été passé", "2026-06-01", "", "season"),
    ("fr", "avant 2019", "", "2018-12-31", "year"),
    ("fr", "après 2019", "2020-01-01", "", "year"),
    ("fr", "jusqu’à l’été passé", "", "2026-08-31", "season"),
    ("fr", "jusqu’en 2019", "", "2019-12-31", "year"),
    ("fr", "entre 2015 et 2018", "2015-01-01", "2018-12-31", "year"),
    ("fr", "de septembre à janvier", "2025-09-01", "2026-01-31", "month"),
    ("fr", "du 3 au 5 mars", "2026-03-03", "2026-03-05", "day"),
    ("fr", "du 28 novembre au 2 décembre", "2025-11-28", "2025-12-02", "day"),
    ("fr", "entre Noël et le jour de l’An", "2025-12-25", "2026-01-01", "about"),
    ("fr", "à Noël", "2025-12-25", "2025-12-25", "about"),
    ("fr", "à Pâques 2024", "2024-03-31", "2024-03-31", "about"),
    ("fr", "à la fête des Mères", "2026-05-10", "2026-05-10", "about"),
    ("fr", "à la Saint-Jean", "2026-06-24", "2026-06-24", "about"),
    ("fr", "last summer", "2026-06-01", "2026-08-31", "season"),
    ("en", "yesterday evening", "2026-11-22", "2026-11-22", "day"),
    ("en", "last night", "2026-11-22", "2026-11-22", "day"),
    ("en", "Sunday night", "2026-11-22", "2026-11-22", "day"),
    ("en", "last Monday", "2026-11-16", "2026-11-16", "day"),
    ("en", "last week", "2026-11-16", "2026-11-22", "week"),
    ("en", "last weekend", "2026-11-21", "2026-11-22", "day"),
    ("en", "two months ago", "2026-09-01", "2026-09-30", "about"),
    ("en", "about 3 years ago", "2023-01-01", "2023-12-31", "about"),
    ("en", "last summer", "2026-06-01", "2026-08-31", "season"),
    ("en", "in the fall of 2020", "2020-09-01", "2020-11-30", "season"),
    ("en", "in March", "2026-03-01", "2026-03-31", "month"),
    ("en", "early 2019", "2019-01-01", "2019-04-30", "about"),
    ("en", "around 2019", "2019-01-01", "2019-12-31", "about"),
    ("en", "since 2020", "2020-01-01", "", "year"),
    ("en", "for three months", "2026-08-01", "", "about"),
    ("en", "before Christmas", "", "2025-12-24", "about"),
    ("en", "between 2015 and 2018", "2015-01-01", "2018-12-31", "year"),
    ("en", "from September to January", "2025-09-01", "2026-01-31", "month"),
    ("en", "at Christmas", "2025-12-25", "2025-12-25", "about"),
    ("en", "l’été passé", "2026-06-01", "2026-08-31", "season"),
]

AS_SAID = [
    "", "quand elle était petite", "souvent", "toujours", "le soir", "il y a longtemps", "du 5 au 3 mars",
    "entre 2018 et 2015", "depuis depuis depuis depuis 2019", "la première fois", "dans 3 jours", "31 juin",
]  # fmt: skip


def due(text: str) -> DueSaid | None:
    day, _, hour = text.partition(" ")
    return DueSaid(date.fromisoformat(day), hour) if day else None


@pytest.mark.parametrize(("language", "typed", "meant"), DUE)
def test_what_is_due_is_the_day_to_come(language: str, typed: str, meant: str) -> None:
    assert read_due(typed, NOW, language) == due(meant)


@pytest.mark.parametrize(("language", "typed"), UNCLEAR)
def test_a_day_that_is_not_clear_is_not_guessed(language: str, typed: str) -> None:
    assert read_due(typed, NOW, language) is None


@pytest.mark.parametrize(("language", "told", "first", "last", "grain"), TOLD)
def test_what_happened_is_the_day_that_was(
    language: str, told: str, first: str, last: str, grain: str
) -> None:
    found = read_told(told, NOW, language)
    ends = (date.fromisoformat(day) if day else None for day in (first, last))
    assert found is not None
    assert (found.first, found.last, found.grain) == (*ends, Grain(grain))


@pytest.mark.parametrize("told", AS_SAID)
def test_what_is_not_understood_has_no_day(told: str) -> None:
    assert read_told(told, NOW, "fr") is None


@pytest.mark.parametrize("language", ["fr", "en"])
@given(day=DAYS)
def test_every_way_a_day_is_written_is_read_back(language: str, day: date) -> None:
    for write in (dates.full_date, dates.long_date, dates.short_date_with_year):
        assert read_due(write(day, language), NOW, language) == DueSaid(day)


@pytest.mark.parametrize("language", ["fr", "en"])
@given(day=DAYS, minutes=st.integers(0, 24 * 60 - 1))
def test_every_hour_is_read_back(language: str, day: date, minutes: int) -> None:
    moment = datetime(2026, 1, 1) + timedelta(minutes=minutes)  # noqa: DTZ001 - an hour of the wall
    typed = f"{dates.full_date(day, language)}, {dates.clock(moment.time(), language)}"
    assert read_due(typed, NOW, language) == DueSaid(day, f"{moment:%H:%M}")


@pytest.mark.parametrize("language", ["fr", "en"])
@given(
    words=st.lists(
        st.sampled_from(
            "le la de du au à en vers depuis entre et avant il y a dans 3 19 9h fin mars fév 2019 lundi "
            "prochain passé soir Noël last next in since by from to Friday may 31 pm semaine".split()
        ),
        max_size=9,
    )
)
def test_no_words_break_the_reading(language: str, words: list[str]) -> None:
    text = " ".join(words)
    read_due(text, NOW, language)
    span = read_told(text, NOW, language)
    assert span is None or not (span.first and span.last) or span.first <= span.last


def test_the_last_day_that_can_be_typed_breaks_nothing() -> None:
    for text in ("dans 999 semaines", "il y a 999 ans", "9999-12-31", "après 9999-12-31"):
        read_told(text, NOW, "fr")
        read_due(text, NOW, "fr")


def test_a_long_text_is_given_up_at_once() -> None:
    begun = perf_counter()
    read_told("depuis " * 17, NOW, "fr")
    read_told("de " * 40, NOW, "fr")
    read_told("a" * 100_000, NOW, "fr")
    assert perf_counter() - begun < 1


@pytest.mark.parametrize(("year", "day"), [(1961, "04-02"), (2024, "03-31"), (2027, "03-28")])
def test_easter_moves(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"
