"""Small drawings beside sentences: each is one of ours, and says nothing to a screen reader."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from sheets import saved

from filet.adapters.catalogue import Catalogue
from filet.adapters.documents import ReportlabPrinter
from filet.adapters.documents.signs import GRID, NAMES, trace
from filet.domain.blocks import Layout, Paper, Point, Title, texts


class Path2D:
    """Remembers every point that a path goes through."""

    def __init__(self) -> None:
        self.points: list[tuple[float, float]] = []

    def moveTo(self, x: float, y: float) -> None:  # noqa: N802 - reportlab's name
        self.points.append((x, y))

    lineTo = moveTo  # noqa: N815 - reportlab's name

    def curveTo(self, *numbers: float) -> None:  # noqa: N802 - reportlab's name
        self.points += zip(numbers[::2], numbers[1::2], strict=True)

    def circle(self, x: float, y: float, radius: float) -> None:
        self.points += [(x - radius, y - radius), (x + radius, y + radius)]


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_drawing_stays_in_its_square(name: str) -> None:
    path = Path2D()
    trace(name, path, 100, 200, GRID)
    assert len(path.points) > 3
    assert all(100 <= x <= 100 + GRID and 200 <= y <= 200 + GRID for x, y in path.points)


def test_every_sign_that_a_paper_asks_for_is_drawn(repository: Path) -> None:
    parts = Catalogue(repository / "resources").paper_words("children", "fr").parts
    asked = {line.sign for part in parts for line in part.lines if line.sign}
    assert asked == NAMES


def test_a_drawing_is_ink_and_no_text(printer: ReportlabPrinter, tmp_path: Path) -> None:
    page_checks = pytest.importorskip("page")
    blocks = (Title("Ma feuille"), Point("Ce n'est pas ma faute.", "heart"))
    paper = Paper("children", "fr", blocks, layout=Layout.LARGE)
    made = printer.print(paper)
    with pdfium.PdfDocument(made.data) as document:
        page = document[0]
        assert page.get_textpage().get_text_range().split()[-1] == "faute."
        ink = page.render(scale=1).to_pil().convert("L").crop((54, 80, 100, 160))
        assert ink.getextrema()[0] < 60
    assert "heart" not in texts(paper)
    assert page_checks.validate_pdf(str(saved(tmp_path, made.data)), profile="ua1").is_compliant


def test_a_sign_that_nobody_drew_is_a_bullet(printer: ReportlabPrinter) -> None:
    known = printer.print(Paper("stays", "fr", (Title("t"), Point("mot"))))
    other = printer.print(Paper("stays", "fr", (Title("t"), Point("mot", "dragon"))))
    with pdfium.PdfDocument(known.data) as one, pdfium.PdfDocument(other.data) as two:
        read = [d[0].get_textpage().get_text_range() for d in (one, two)]
    assert read[0] == read[1]
