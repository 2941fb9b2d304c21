"""The papers of the training dossier, one after the other, in one language."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from filet import bootstrap
from filet.application.composing import NO_LARGE_PRINT, Issue
from filet.application.printing import Sheet
from filet.domain.blocks import Paper
from filet.domain.kinds import CardWritten, Content, Destination
from filet.paths import Paths, standard_paths

_CARDS = {
    "fr": CardWritten(
        "Semaine", (("Club de tricot", "819 555-0122"),), "À ne pas oublier", ("Laine bleue",)
    ),
    "en": CardWritten(
        "This week", (("Knitting club", "819 555-0122"),), "Don't forget", ("Blue wool",)
    ),
}
"""What an invented woman put on her card; nobody else may fill it."""


@dataclass(frozen=True, slots=True)
class Made:
    """A paper and its bytes; ``again`` are those of a second making."""

    name: str
    language: str
    paper: Paper
    sheet: Sheet
    again: Sheet


def made(language: str) -> Iterator[Made]:
    """Live the training course in a vault that is thrown away; give each of its papers."""
    resources = standard_paths().resources
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(resources, Path(folder, "local"))
        vault = Path(folder, "vault")
        vault.mkdir()
        door = bootstrap.Door(vault, "EX", "exercice rien de vrai ici")
        walk = bootstrap.demonstration(paths, door, language, lambda _, __: None)
        try:
            for _ in walk.demonstration.walk():
                pass
            templates = [pack.id for pack in bootstrap.catalogue(paths).papers()]
            yield from _papers(walk, templates, language)
        finally:
            walk.close()


def _papers(walk: bootstrap.Walk, templates: list[str], language: str) -> Iterator[Made]:
    printing, case = walk.services.printing, walk.demonstration.case
    for template in templates:
        typed: tuple[Content, ...] = (_CARDS[language],) if template == "card" else ()
        for large in (False, True):
            issue = Issue(template, language, Destination.STAYS_HERE, large=large)
            if large and template in NO_LARGE_PRINT:
                continue
            paper, sheet = printing.preview(case, issue, *typed)
            _, again = printing.preview(case, issue, *typed)
            name = f"{template}-large" if large else template
            yield Made(name, language, paper, sheet, again)
