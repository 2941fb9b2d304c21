"""The papers of the training dossier, one after the other, in one language."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from filet import bootstrap
from filet.adapters.clock import SystemClock
from filet.application.composing import NO_LARGE_PRINT, Issue
from filet.application.offering import TEMPLATE
from filet.application.printing import Sheet
from filet.application.referring import Parcel, new_consent
from filet.domain.blocks import Paper
from filet.domain.kinds import (
    Answer,
    Capacity,
    CardWritten,
    ConsentAnswered,
    Content,
    Destination,
    Family,
    Recipient,
)
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
_POLICE = {"fr": ("Service de police (exemple)", ""), "en": ("Police service (example)", "")}
_WHY = {"fr": "Qu'on la rappelle avant vendredi.", "en": "To call her back before Friday."}


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
            packs = [pack.id for pack in bootstrap.catalogue(paths).papers()]
            yield from _papers(walk, [name for name in packs if name != TEMPLATE], language)
            yield _communication(walk, language)
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


def _communication(walk: bootstrap.Walk, language: str) -> Made:
    """Let her agree to all that may leave, and make the paper that holds it all."""
    referring, case = walk.services.referring, walk.demonstration.case
    agreed = ConsentAnswered(
        new_consent(),
        Recipient(*_POLICE[language], capacity=Capacity.POLICE),
        _WHY[language],
        Answer.ACCEPTED,
        tuple(Family),
        until=SystemClock().today() + timedelta(days=30),
    )
    referring.answer(case, agreed)
    offer = referring.offer(case, agreed.consent, language)
    parcel = Parcel(agreed.consent, frozenset(one.key for one in offer.items), language)
    paper, sheet = referring.preview(case, parcel)
    return Made(TEMPLATE, language, paper, sheet, referring.preview(case, parcel)[1])
