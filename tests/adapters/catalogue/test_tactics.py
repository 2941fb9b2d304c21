"""The list of tactics: strict, each flaw on its line, and nothing in it that could be counted."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tools import RESOURCES, shipped

from filet.adapters.catalogue import Catalogue
from filet.adapters.catalogue.tactics import tactics
from filet.adapters.catalogue.toml import Folder, english
from filet.domain.errors import PackBroken

LANGUAGES = ("fr", "en")
EXPECTED = {
    "isolation", "surveillance", "micro_regulation", "economic", "parental",
    "sexual", "digital", "legal", "spiritual", "animals",
}  # fmt: skip


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(RESOURCES / "control" / "1", tmp_path / "1")
    return tmp_path


def broken(copied: Path, file: str, old: str, new: str) -> list[tuple[str, str, int | None]]:
    path = copied / "1" / file
    text = path.read_text(encoding="utf-8")
    assert old in text, "there is nothing to break"
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    folder = Folder(copied)
    tactics(folder, "1", LANGUAGES)
    return [(fault.path, english(fault), fault.line) for fault in folder.faults]


def line_of(copied: Path, file: str, text: str) -> int:
    lines = (copied / "1" / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_what_ships_is_sound_waits_to_be_read_over_and_says_its_licence() -> None:
    (one,) = shipped().tactics()
    assert one.key == "filet-controle-1"
    assert {tactic.id for tactic in one.tactics} == EXPECTED
    assert not one.verified
    assert one.licence.holder
    assert all(tactic.source for tactic in one.tactics)
    folder = Folder(RESOURCES / "control")
    assert tactics(folder, "1", LANGUAGES) is not None
    assert len(folder.unreviewed) == len(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_asks_one_thing_and_no_number_stands_in_the_words(language: str) -> None:
    (one,) = shipped().tactics()
    for tactic in one.tactics:
        text = tactic.texts[language]
        assert text.ask.count("?") == 1
        assert not re.search(r", (ou est-ce|or does|or is)", text.ask)
        assert not re.search(r"\d", text.name + text.sentence + text.ask)


@pytest.mark.parametrize(
    ("file", "old", "new", "said", "at"),
    [
        ("tactics.toml", 'id = "animals"', 'id = "legal"', "tactic legal stands 2 times", ""),
        ("tactics.toml", 'version = "1"', 'version = "2"', "not named after", 'version = "2"'),
        ("tactics.toml", "filet-tactics/1", "filet-tactics/2", "filet-tactics/2", "filet-tactics/2"),
        ("tactics.toml", "verified = false\n\n", "verified = 0\n\n", "expected `bool`", "verified = 0"),
        ("tactics.toml", 'id = "animals"\nsource', 'id = "animals"\nweight', "weight", "weight"),
        ("text.fr.toml", "[tactics.animals]", "[tactics.beasts]", "animals has no words", ""),
        ("text.en.toml", 'ask = "What happened to your', 'score = "What', "score", ""),
        ("text.en.toml", 'language = "en"', 'language = "fr"', "should be en", 'language = "fr"'),
    ],
)  # fmt: skip
def test_a_flaw_is_named_on_its_line(
    copied: Path, file: str, old: str, new: str, said: str, at: str
) -> None:
    faults = broken(copied, file, old, new)
    (path, _, line), *_ = (one for one in faults if said in one[1])
    assert path == f"1/{file}"
    assert line is None or line > 0
    if at:
        assert line == line_of(copied, file, at)


def test_a_faulty_list_is_refused_whole(copied: Path) -> None:
    (copied / "control").mkdir()
    shutil.move(copied / "1", copied / "control" / "1")
    (copied / "control" / "1" / "text.en.toml").unlink()
    with pytest.raises(PackBroken):
        Catalogue(copied).tactics()


def test_the_newest_list_comes_last_and_the_former_can_still_be_read(copied: Path) -> None:
    shutil.copytree(RESOURCES / "grammar", copied / "grammar")
    for version in ("1", "2", "10"):
        there = copied / "control" / version
        shutil.copytree(copied / "1", there)
        main = there / "tactics.toml"
        text = main.read_text(encoding="utf-8").replace('version = "1"', f'version = "{version}"')
        main.write_text(text, encoding="utf-8", newline="\n")
    assert [one.version for one in Catalogue(copied).tactics()] == ["1", "2", "10"]
