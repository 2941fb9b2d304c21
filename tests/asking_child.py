"""A program that asks a questionnaire: ``python -m asking_child ask FOLDER QUESTIONNAIRE``."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from builders import House
from children import say
from tools import shipped

from filet.application.cases import Cases
from filet.application.desk import Desk
from filet.application.drafting import Drafting
from filet.application.interviewing import Interviewing, Spot
from filet.application.packs import HousePacks
from filet.application.screening import Screening, new_session
from filet.domain.instruments import Instrument, ItemType, Value, item_key, pack_key
from filet.domain.kinds import Manner, SessionBegun
from filet.gui import returning
from filet.gui.places import At, Place
from filet.gui.where import DOSSIERS, Where

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def asking(desk: Desk, name: str) -> tuple[Spot, Instrument]:
    """Begin an interview with a questionnaire, which the house brings along where Filet has none."""
    packs = HousePacks(desk, shipped())
    own = RESOURCES / "examples" / name
    if own.is_dir():
        packs.take_in(packs.consider(own), "La directrice", "Lettre")
    tool, session = packs.instrument(name), new_session()
    case = Cases(desk).create("Mirabelle").value.case
    begun = SessionBegun(session, Manner.FACE_TO_FACE, pack=pack_key(tool))
    Screening(desk).begin(case, begun)
    return Spot(case, session, item_key(tool, tool.items[0])), tool


def ask(root: Path) -> None:
    """Answer one question after another, say of each that it is kept, and wait at the last."""
    house = House(root)
    desk = house.desk(house.unlock())
    spot, tool = asking(desk, sys.argv[3])
    use, drafting = Interviewing(desk, HousePacks(desk, shipped())), Drafting(desk)
    say(f"open {spot.case.hex}")
    for item in tool.items[:-1]:
        key = item_key(tool, item)
        inside = At(Place.INTERVIEW, spot.case, {"item": key, "view": "one"})
        where = returning.kept(Where(DOSSIERS, inside), house.clock.wall(), at_work=True)
        drafting.keep(drafting.key("where"), where)
        grade = item.least if item.type is ItemType.SCALE else None
        value = Value.YES if item.type is ItemType.YES_NO else None
        if grade is not None or value is not None:
            use.choose(replace(spot, item=key), value, grade)
        say(key)
    sys.stdin.readline()


if __name__ == "__main__":
    ask(Path(sys.argv[2]))
