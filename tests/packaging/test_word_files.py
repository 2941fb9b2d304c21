import importlib
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog


@pytest.fixture
def words(packaging_tools: None) -> ModuleType:
    return importlib.import_module("words")


@pytest.fixture
def found() -> Catalog:
    catalogue = Catalog()
    catalogue.add("Open", locations=[("src/filet/a.py", 0)])
    catalogue.add(("{count} file", "{count} files"), locations=[("src/filet/a.py", 0)])
    return catalogue


def test_a_new_language_has_everything_to_translate(words: ModuleType, found: Catalog) -> None:
    assert len(words.untranslated(words.merged("fr", "", found))) == 2


def test_a_translation_is_kept_when_the_code_changes(words: ModuleType, found: Catalog) -> None:
    first = words.merged("fr", "", found)
    first["Open"].string = "Ouvrir"
    found.add("Close")
    again = words.merged("fr", words.written(first), found)
    assert again["Open"].string == "Ouvrir"
    assert not again["Close"].string


def test_a_message_that_left_the_code_leaves_the_file(words: ModuleType, found: Catalog) -> None:
    first = words.written(words.merged("fr", "", found))
    assert "Open" not in words.written(words.merged("fr", first, Catalog()))


def test_nothing_new_changes_nothing(words: ModuleType, found: Catalog) -> None:
    first = words.written(words.merged("fr", "", found))
    assert words.written(words.merged("fr", first, found)) == first
