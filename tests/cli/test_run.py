"""What the command line does when it is interrupted, cut short, or given a used folder."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from builders import House

from filet import cli
from filet.adapters.catalogue import Catalogue
from filet.cli import run
from filet.cli.demo import FILES, VAULT
from filet.domain.errors import FiletError, WrongPassphrase

FILET = (sys.executable, "-m", "filet")


@dataclass
class Torn:
    """A stream of which reading fails, as nobody foresaw."""

    failure: BaseException

    def readline(self) -> str:
        raise self.failure


@pytest.mark.parametrize(
    ("failure", "status"),
    [(ValueError("Mirabelle"), FiletError.exit_status), (KeyboardInterrupt(), 130)],
    ids=["bug", "interrupted"],
)
def test_what_nobody_foresaw_shows_nothing_of_what_was_typed(
    failure: BaseException,
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stdin", Torn(failure))
    assert run(["check", "--vault", str(tmp_path), "--passphrase-stdin"]) == status
    told = capsys.readouterr()
    assert "Mirabelle" not in told.out + told.err
    assert bool(told.err) is (status == FiletError.exit_status)


def test_a_reader_who_leaves_early_meets_no_traceback() -> None:
    show = (*FILET, "instruments", "show", "inventaire-filet")
    with subprocess.Popen(show, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == FiletError.exit_status


def test_nobody_there_to_type_is_an_empty_passphrase(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.create().vault.close()
    done = subprocess.run(
        (*FILET, "check", "--vault", house.folder, "--initials", "AB"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        check=False,
    )
    assert done.returncode == WrongPassphrase.exit_status
    assert b"Traceback" not in done.stderr


def test_a_demonstration_writes_over_nothing_that_lies_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / f"{VAULT}.2").mkdir()
    (tmp_path / VAULT).mkdir()
    (tmp_path / FILES["card"]).write_text("mine", encoding="utf-8")
    assert run(["demo", "--out", str(tmp_path)]) == 0
    assert (tmp_path / "carte.1.pdf").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / f"{VAULT}.1").is_dir()


def test_every_command_that_the_help_names_exists_with_its_options(repository: Path) -> None:
    parser = cli._parser(commands=True)
    (commands,) = (
        one.choices for one in parser._actions if isinstance(one, argparse._SubParsersAction)
    )
    topics = Catalogue(repository / "resources").help().topics
    said = " ".join(
        paragraph
        for topic in topics
        for text in topic.texts.values()
        for paragraph in text.paragraphs
    )
    named = re.findall(r"[«“]\s?filet ([^»”]+?)\s?[»”]", said)
    assert len(named) >= 6
    for words in named:
        name, *rest = words.split()
        options = set(commands[name]._option_string_actions)
        assert {word for word in rest if word.startswith("--")} <= options, words
