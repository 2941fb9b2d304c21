from datetime import date, time
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filet.i18n import dates

NB, HYPHEN = "\u00a0", "\u2011"
DAY, FIRST = date(2027, 2, 16), date(2027, 8, 1)


def test_a_long_date_in_french() -> None:
    assert dates.long_date(DAY, "fr") == f"16{NB}février 2027"


def test_a_long_date_in_english() -> None:
    assert dates.long_date(DAY, "en") == f"February{NB}16, 2027"


def test_the_first_of_a_month_is_an_ordinal_in_french_only() -> None:
    assert dates.short_date(FIRST, "fr") == f"1er{NB}août"
    assert dates.short_date(FIRST, "en") == f"Aug.{NB}1"


def test_a_short_date() -> None:
    assert dates.short_date(DAY, "fr") == f"16{NB}fév."
    assert dates.short_date(DAY, "en") == f"Feb.{NB}16"


def test_a_short_date_with_its_year() -> None:
    assert dates.short_date_with_year(DAY, "fr") == f"16{NB}fév. 2027"
    assert dates.short_date_with_year(DAY, "en") == f"Feb.{NB}16, 2027"


@pytest.mark.parametrize(
    ("moment", "french", "english"),
    [
        (time(14, 30), "14~h~30", "2:30~p.m."),
        (time(9, 5), "9~h~05", "9:05~a.m."),
        (time(14, 0), "14~h", "2:00~p.m."),
        (time(0, 0), "0~h", "12:00~a.m."),
        (time(12, 1), "12~h~01", "12:01~p.m."),
    ],
)
def test_an_hour(moment: time, french: str, english: str) -> None:
    assert dates.clock(moment, "fr") == french.replace("~", NB)
    assert dates.clock(moment, "en") == english.replace("~", NB)


def test_a_date_and_an_hour() -> None:
    assert dates.date_and_clock(DAY, time(14, 30), "fr") == f"16{NB}février 2027 à 14{NB}h{NB}30"
    assert dates.date_and_clock(DAY, time(14, 30), "en") == f"February{NB}16, 2027, at 2:30{NB}p.m."


def test_a_region_does_not_change_the_language() -> None:
    assert dates.long_date(DAY, "fr-CA") == dates.long_date(DAY, "fr")


def test_a_language_without_a_style_is_written_as_english() -> None:
    assert dates.long_date(DAY, "es") == dates.long_date(DAY, "en")


@pytest.mark.parametrize("typed", ["8195550117", "819-555-0117", "(819) 555-0117", "819.555.0117"])
def test_a_telephone_number_stays_in_one_piece(typed: str) -> None:
    assert dates.phone(typed, "fr") == f"819{NB}555{HYPHEN}0117"
    assert dates.phone(typed, "en") == f"819{HYPHEN}555{HYPHEN}0117"


def test_a_toll_free_number_keeps_its_one() -> None:
    assert dates.phone("1 800 363-9010", "fr") == f"1{NB}800{NB}363{HYPHEN}9010"
    assert dates.phone("+1 800 363 9010", "en") == f"1{HYPHEN}800{HYPHEN}363{HYPHEN}9010"


@pytest.mark.parametrize("typed", ["911", "", "811, option 2", "+33 1 23 45 67 89"])
def test_what_is_no_such_number_stays_as_typed(typed: str) -> None:
    assert dates.phone(typed, "fr") == typed
    assert dates.phone(typed, "en") == typed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("l'urgence", "l’urgence"),
        ("Clavier : {langue}", "Clavier~: {langue}"),
        ("Clavier: français", "Clavier~: français"),
        ("<b>Note :</b> « oui »", "<b>Note~:</b> «~oui~»"),
        ("«oui» : non", "«~oui~»~: non"),
        ("{nom} : ici", "{nom}~: ici"),
        ("Quoi ? Non !", "Quoi? Non!"),
        ("à 14 h 30 ou 9h05, 24 h", "à 14~h~30 ou 9~h~05, 24~h"),
        ("25 % de 40 $", "25~% de 40~$"),
        ("au 819 555-0117.", "au 819~555_0117."),
        ("au 1 800 363-9010", "au 1~800~363_9010"),
        (
            "https://exemple.ca, C:\\dossier, 14:30, a::b",
            "https://exemple.ca, C:\\dossier, 14:30, a::b",
        ),
    ],
)
def test_french_typography(typed: str, printed: str) -> None:
    assert dates.typography(typed, "fr") == printed.replace("~", NB).replace("_", HYPHEN)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("She doesn't.", "She doesn’t."),
        ('He said "no".', "He said “no”."),
        ('<font name="x">', '<font name="x">'),
        ("at 2:30 p.m.", "at 2:30~p.m."),
        ("call 819 555-0117", "call 819_555_0117"),
        ("Keyboard: French", "Keyboard: French"),
    ],
)
def test_english_typography(typed: str, printed: str) -> None:
    assert dates.typography(typed, "en") == printed.replace("~", NB).replace("_", HYPHEN)


@pytest.mark.parametrize("language", ["fr", "en"])
@given(text=st.text(st.sampled_from("ah189 05-'\"«»:;!?%$.()\u00a0\u202f\u2011\u2019_}</\\\n")))
def test_typography_twice_changes_nothing_more(language: str, text: str) -> None:
    once = dates.typography(text, language)
    assert dates.typography(once, language) == once


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_long_run_of_spaces_is_set_at_once(language: str) -> None:
    begun = perf_counter()
    dates.typography("a" + " " * 100_000 + "b", language)
    assert perf_counter() - begun < 1
