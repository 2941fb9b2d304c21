"""``filet demo`` as a stranger runs it: another process, then other people's programs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from filet.adapters.catalogue.course import never_on_what_she_takes
from filet.cli.demo import FILES, PASSPHRASE, PROTECTED, VAULT
from filet.domain.text import fold

LANGUAGES = ("fr", "en")


@dataclass(frozen=True)
class Walked:
    """What a demonstration left, and what it printed."""

    language: str
    folder: Path
    told: str

    def text(self, paper: str) -> str:
        return output("pdftotext", "-layout", str(self.folder / paper), "-")


def output(*command: str, given: str = "") -> str:
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", input=given)
    return done.stdout


def filet(*arguments: str, given: str = "") -> str:
    return output(sys.executable, "-m", "filet", *arguments, given=given)


@pytest.fixture(scope="module", params=LANGUAGES)
def walked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    folder = tmp_path_factory.mktemp("demo")
    told = filet("--lang", request.param, "demo", "--out", str(folder))
    return Walked(request.param, folder, told)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", fold(text)))


def test_her_plan_stands_on_the_sheet_that_stays(walked: Walked) -> None:
    expected = {"fr": "Je vais vers l’entrée", "en": "I go"}[walked.language]
    assert expected in walked.text(FILES["stays"])
    assert "911" in walked.text(FILES["stays"])


@pytest.mark.parametrize("paper", FILES.values())
def test_another_program_finds_nothing_wrong_with_a_paper(walked: Walked, paper: str) -> None:
    assert "No syntax or stream encoding errors" in output(
        "qpdf", "--check", str(walked.folder / paper)
    )


@pytest.mark.parametrize("paper", FILES.values())
def test_every_font_is_embedded(walked: Walked, paper: str) -> None:
    rows = output("pdffonts", str(walked.folder / paper)).splitlines()[2:]
    assert rows
    assert all(row.split()[-5] == "yes" for row in rows)


@pytest.mark.parametrize("paper", FILES.values())
def test_every_paper_says_that_it_is_an_exercise(walked: Walked, paper: str) -> None:
    assert {"fr": "EXERCICE", "en": "TRAINING"}[walked.language] in walked.text(paper)


def test_the_sheet_she_takes_says_nothing_that_could_betray(
    walked: Walked, repository: Path
) -> None:
    taken = fold(walked.text(FILES["takes"]))
    forbidden = never_on_what_she_takes(repository / "resources" / "demo", walked.language)
    assert len(forbidden) > 20
    assert [text for text in forbidden if fold(text) in taken] == []


@pytest.mark.parametrize("paper", FILES.values())
def test_a_paper_tells_nothing_of_its_making(walked: Walked, paper: str) -> None:
    data = (walked.folder / paper).read_bytes()
    for name in (b"ReportLab", b"pikepdf", b"Filet", b"Mirabelle", b"anonymous"):
        assert name not in data.replace(b"FiletLisible", b"")


def test_the_protected_file_opens_with_its_phrase_only(walked: Walked) -> None:
    (phrase,) = re.findall(rf"{re.escape(PROTECTED)}\s?: (.+)", walked.told)
    assert len(phrase.split()) == 6
    opened = walked.folder / "opened.pdf"
    given = str(walked.folder / PROTECTED)
    output("qpdf", f"--password={phrase}", "--decrypt", given, str(opened))
    assert "911" in walked.text(opened.name)
    refused = subprocess.run(
        ["qpdf", "--password=autre", "--check", given],
        capture_output=True,
        check=False,
    )
    assert refused.returncode != 0


def test_no_word_of_the_dossier_is_in_any_file_of_the_vault(
    walked: Walked, repository: Path
) -> None:
    source = repository / "resources" / "demo" / f"text.{walked.language}.toml"
    texts = tomllib.loads(source.read_text(encoding="utf-8"))["texts"].values()
    words = {word for text in texts for word in re.findall(r"\w{6,}", text)}
    words |= {"Mirabelle", "Exemple", "Fulgence", "Prunelle", "neck_squeezed", "statement_made"}
    for file in (walked.folder / VAULT).iterdir():
        data = re.sub(rb'"\w+":|"passphrase"|"recovery"', b"", file.read_bytes())
        assert [word for word in words if word.encode() in data] == [], file.name


def test_the_vault_that_is_left_verifies(walked: Walked) -> None:
    vault = str(walked.folder / VAULT)
    answer = json.loads(
        filet("check", "--vault", vault, "--passphrase-stdin", "--json", given=PASSPHRASE + "\n")
    )
    assert answer["sound"] is True
    assert answer["vault"]["entries"] > 100
    assert answer["vault"]["dossiers"] == 1


def test_it_tells_what_it_did(walked: Walked) -> None:
    assert len(walked.told.splitlines()) > 100
    assert {"fr": "cou serré", "en": "neck squeezed"}[walked.language] in walked.told


def test_what_is_not_known_widens_the_range_of_the_form(walked: Walked) -> None:
    assert {"fr": "de 14 à 22", "en": "from 14 to 22"}[walked.language] in walked.told


def test_two_sources_that_disagree_are_to_be_cleared_up_when_a_level_is_signed(
    walked: Walked,
) -> None:
    word = {"fr": "À éclaircir : Arme à portée", "en": "To clarify: "}[walked.language]
    assert word in walked.told
