"""Text as it enters, and the key by which it is found."""

import unicodedata
from uuid import UUID

import pytest
from builders import person, stated
from hypothesis import given
from hypothesis import strategies as st

from filet.domain.grammar import Spoken
from filet.domain.ids import CallId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    CallNoted,
    NoteWritten,
    PersonDescribed,
    Remembered,
    Role,
    Whereabouts,
)
from filet.domain.moments import Told
from filet.domain.text import clean, cleaned, fold, passphrase_bytes

CALL = CallId(UUID(int=1))


@pytest.mark.parametrize(
    ("entered", "kept"),
    [
        ("un\r\ndeux\rtrois", "un\ndeux\ntrois"),
        ("un\u2028deux\u2029trois\u0085", "un\ndeux\ntrois\n"),
        ("e\u0301te\u0301", "été"),
        ("un\tdeux\n", "un\tdeux\n"),
        ("a\x00b\x07c\x1bd\x7fe", "abcde"),
        ("\ud83d", "\ufffd"),
        ("  il l’a dit  ", "  il l’a dit  "),
        ("ﬁn №5 “x”", "ﬁn №5 “x”"),
    ],
)
def test_text_enters_clean_and_otherwise_untouched(entered: str, kept: str) -> None:
    assert clean(entered) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(exclude_categories=[])))
def test_clean_text_can_always_be_written(text: str) -> None:
    kept = clean(text)
    kept.encode("utf-8")
    assert not {char for char in kept if ord(char) < 32} - {"\n", "\t"}


def test_every_text_of_a_content_is_cleaned_however_deep() -> None:
    call = CallNoted(CALL, words="e\u0301\r\n", where=Whereabouts(road="r\x00ang"))
    assert cleaned(call) == CallNoted(CALL, words="é\n", where=Whereabouts(road="rang"))


def test_texts_in_a_row_are_cleaned() -> None:
    kept = Remembered(("a\x07",), ("1\r2",), Told().first)  # type: ignore[arg-type]  # no day here
    assert cleaned(kept) == Remembered(("a",), ("1\n2",), None)  # type: ignore[arg-type]  # as above


def test_what_is_no_text_stays_as_it_is() -> None:
    said = stated(Value.YES, about=(person(1),))
    assert cleaned(said) == said
    assert cleaned(PersonDescribed(person(1), Role.CHILD, "Zoé")).role is Role.CHILD


def test_a_note_without_anything_to_clean_is_equal() -> None:
    assert cleaned(NoteWritten("déjà\npropre")) == NoteWritten("déjà\npropre")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Éloïse", "eloise"),
        ("SŒUR", "soeur"),
        ("Œuvre æquo", "oeuvre aequo"),
        ("l’été", "l'ete"),
        ("Łódź Øre Straße", "lodz ore strasse"),
        ("Noël", "noel"),
        ("№ 5 ℡", "no 5 tel"),
        ("İstanbul", "istanbul"),
        ("26-A-0145", "26-a-0145"),
        ("ﬁn", "fin"),
    ],
)
def test_text_is_found_without_case_or_accent(text: str, key: str) -> None:
    assert fold(text) == key


def test_folding_any_character_twice_changes_nothing_more() -> None:
    every = (chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000)
    unsettled = [hex(ord(char)) for char in every if fold(fold(char)) != fold(char)]
    assert not unsettled


@given(st.text())
def test_folding_sees_through_composition(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


def test_a_passphrase_is_the_same_however_it_was_typed() -> None:
    assert passphrase_bytes("cafe\u0301 ﬁn") == passphrase_bytes("café fin")


def test_the_spaces_of_a_passphrase_are_kept() -> None:
    assert passphrase_bytes(" a ") == b" a "


def test_a_text_that_follows_a_grammar_is_kept_as_its_letters_alone() -> None:
    note = cleaned(NoteWritten(Spoken("Il est [seule].", {})))
    assert type(note.text) is str
    assert note.text == "Il est [seule]."
