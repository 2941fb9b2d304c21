"""The gates that papers pass: each must also be able to be missed."""

import importlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from reportlab.pdfgen.canvas import Canvas
from sheets import letter, saved

from filet.adapters.documents import ReportlabPrinter
from filet.domain.blocks import (
    Numbers,
    Paper,
    Point,
    Title,
)

PAPER = letter(Title("Aide-mémoire"), Numbers((("Prunelle", "8195550122"),)), Point("Je sors."))


@pytest.fixture
def gates(packaging_tools: None) -> ModuleType:
    return importlib.import_module("papers.gates")


@pytest.fixture
def ours(repository: Path, tmp_path: Path) -> Path:
    printer = ReportlabPrinter(repository / "resources" / "fonts")
    return saved(tmp_path, printer.print(PAPER).data)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Return a file of reportlab alone: no tag, no font inside."""
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 72, "Je sors.")
    canvas.save()
    return saved(tmp_path, out.getvalue())


def missed(gates: ModuleType, path: Path, paper: Paper) -> set[str]:
    found = gates.passed(path, paper)
    assert gates.Verdict.ABSENT not in found.values()
    return {name for name, verdict in found.items() if verdict is gates.Verdict.MISSED}


def test_a_paper_of_ours_passes_every_gate(gates: ModuleType, ours: Path) -> None:
    assert missed(gates, ours, PAPER) == set()


def test_a_file_without_tags_fonts_or_words_misses_what_it_lacks(
    gates: ModuleType, plain: Path
) -> None:
    assert missed(gates, plain, PAPER) == {"ua1", "fonts", "order"}


def test_words_in_another_order_are_noticed(gates: ModuleType, ours: Path) -> None:
    turned = replace(PAPER, blocks=PAPER.blocks[::-1])
    assert missed(gates, ours, turned) == {"order"}


def test_half_a_file_is_noticed(gates: ModuleType, ours: Path) -> None:
    ours.write_bytes(ours.read_bytes()[:-300])
    assert not gates.is_sound(ours, PAPER)


def test_a_program_that_is_not_here_is_no_fault(
    gates: ModuleType, ours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert gates.passed(ours, PAPER)["qpdf"] is gates.Verdict.ABSENT
