"""Every foreseen error has its words, in both languages, and says what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import filet.domain.errors as errors
from filet.domain.errors import FiletError, MachineError, UserError
from filet.i18n import Words
from filet.i18n.errors import known_codes, told
from filet.i18n.missing import MISSING

FIELDS = dict.fromkeys(
    "answers card detail example fault faults field folder found high initials known left limit line low"
    " markers name nature path place sentence seq size wanted what words".split(),
    7,
)


def every_error(root: type[FiletError] = FiletError) -> Iterator[type[FiletError]]:
    for kind in root.__subclasses__():
        yield kind
        yield from every_error(kind)


KINDS = sorted(
    (kind for kind in every_error() if kind not in (UserError, MachineError)),
    key=lambda kind: kind.code,
)


@pytest.fixture(scope="module", params=["fr", "en"])
def words(request: pytest.FixtureRequest, repository: Path) -> Words:
    return Words.of(request.param, repository / "resources" / "locale")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_an_error_says_what_happened_and_what_to_do(kind: type[FiletError], words: Words) -> None:
    sentence = told(words, kind.code, FIELDS)
    assert sentence.happened
    assert sentence.remedy
    assert "{" not in str(sentence)
    assert "?" not in re.sub(r"\w\?", "", str(sentence))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_no_error_is_told_in_english_to_a_french_speaker(
    kind: type[FiletError], repository: Path
) -> None:
    folder = repository / "resources" / "locale"
    french, english = (told(Words.of(language, folder), kind.code, {}) for language in ("fr", "en"))
    assert french.happened != english.happened
    assert french.remedy != english.remedy


def test_what_is_missing_is_never_named_by_its_code(repository: Path, words: Words) -> None:
    sources = [path.read_text("utf-8") for path in (repository / "src").rglob("*.py")]
    named = {name for text in sources for name in re.findall(r'WordsMissing\(field="(\w+)"', text)}
    assert named
    assert named <= MISSING.keys()
    for code in MISSING:
        sentence = told(words, "words_missing", {"field": code}).happened
        assert words.t(MISSING[code]) in sentence
        assert "_" not in sentence


def test_no_two_errors_share_a_code() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(codes) == len(set(codes))


def test_words_and_errors_match_one_to_one() -> None:
    assert known_codes() == {kind.code for kind in KINDS}


def test_a_missing_field_never_keeps_an_error_from_being_told(words: Words) -> None:
    assert "?" in told(words, errors.FolderUnusable.code, {}).happened


def test_an_error_nobody_foresaw_is_told_as_such(words: Words) -> None:
    assert told(words, "no such code", {}).happened


def test_no_word_shouts_or_blames(words: Words) -> None:
    for kind in KINDS:
        text = str(told(words, kind.code, FIELDS))
        assert "!" not in text
        assert not re.search(r"fatal|échec|invalid|illegal|abort", text, re.IGNORECASE)
