from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from filet.i18n import Words, sentences
from filet.i18n.screen import form_text, speak


@pytest.fixture
def french(tmp_path: Path) -> Words:
    catalogue = Catalog(locale="fr")
    catalogue.add("Open", "Ouvrir")
    catalogue.add("Search the help", "Chercher dans l'aide")
    catalogue.add("Keyboard: {language}", "Clavier : {language}")
    catalogue.add(("{count} file", "{count} files"), ("{count} dossier", "{count} dossiers"))
    (tmp_path / "fr").mkdir()
    with (tmp_path / "fr" / "filet.mo").open("wb") as file:
        write_mo(file, catalogue)
    return Words.of("fr", tmp_path)


def test_a_message_is_translated(french: Words) -> None:
    assert french.t("Open") == "Ouvrir"


def test_named_fields_are_filled_in_after_the_translation(french: Words) -> None:
    assert french.t("Keyboard: {language}", language="{français}") == "Clavier : {français}"


def test_a_message_without_fields_may_hold_braces(french: Words) -> None:
    assert french.t("{x}") == "{x}"


@pytest.mark.parametrize(("count", "text"), [(0, "0 dossier"), (1, "1 dossier"), (2, "2 dossiers")])
def test_french_counts_zero_as_singular(french: Words, count: int, text: str) -> None:
    assert french.tn("{count} file", "{count} files", count) == text


def test_english_counts_zero_as_plural(tmp_path: Path) -> None:
    assert Words.of("en", tmp_path).tn("{count} file", "{count} files", 0) == "0 files"


def test_two_languages_speak_at_once(french: Words, tmp_path: Path) -> None:
    english = Words.of("en", tmp_path)
    assert (french.t("Open"), english.t("Open")) == ("Ouvrir", "Open")


def test_without_a_catalogue_the_message_speaks(tmp_path: Path) -> None:
    assert Words.of("es", tmp_path).t("Open {what}", what="x") == "Open x"


def test_a_form_speaks_the_language_of_the_screen(french: Words) -> None:
    try:
        speak(french)
        assert form_text("Open", "on a button") == "Ouvrir"
        assert form_text("Search the help") == "Chercher dans l’aide"
        assert form_text("") == ""
    finally:
        speak(Words("en"))


# Stops --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "when", "text"),
    [
        ("Made on {when}.", "26 déc.", "Made on 26 déc."),
        ("Made on {when}.", "26 mars", "Made on 26 mars."),
        ("Made {when}. Go and get it.", "at 2:30 p.m.", "Made at 2:30 p.m. Go and get it."),
        ("Made on {when}...", "26 déc.", "Made on 26 déc...."),
        ("{when}", "26 déc.", "26 déc."),
    ],
)
def test_a_day_that_ends_with_a_stop_ends_the_sentence(message: str, when: str, text: str) -> None:
    assert Words("en").t(message, when=when) == text


def test_sentences_end_with_one_stop_each() -> None:
    said = sentences("Détruite le 26 déc.", "Chez elle", "", "Quand?", "(classeur)")
    assert said == "Détruite le 26 déc. Chez elle. Quand? (classeur)."


def test_brackets_of_another_grammar_only_go_unless_one_is_spoken() -> None:
    words = Words("fr")
    assert words.t("[Elle|tonique] dit [qu'il] vient") == "Elle dit qu'il vient"
    assert words.saying(str.upper).t("[Elle]") == "[ELLE]"


def test_what_somebody_typed_keeps_its_brackets() -> None:
    assert Words("fr").t("[elle] : {words}", words="[il]") == "elle : [il]"
    assert Words("fr").tn("[elle] {count} {w}", "[elles] {count} {w}", 1, w="[x]") == "elle 1 [x]"
