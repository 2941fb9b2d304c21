"""Where she was, as a draft keeps it through a lock, an end or a fall of the program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from filet.domain.ids import CaseId
from filet.gui.guards import AWAY
from filet.gui.places import At, Place
from filet.gui.where import DOSSIERS, Where

_AT_WORK = "yes"


def kept(where: Where, now: datetime, *, at_work: bool) -> dict[str, str]:
    """Return what a draft keeps: places and identities, never a name.

    ``at_work`` stands until the dossiers are closed, so that a fall is known by it.
    """
    at = where.inside if isinstance(where.inside, At) else At()
    return {
        "place": where.place,
        "page": at.place.value if where.place == DOSSIERS else "",
        "case": at.case.hex if at.case is not None else "",
        "inside": _written(at.inside),
        "at": now.isoformat(),
        "at_work": _AT_WORK if at_work else "",
    }


def where_of(fields: Mapping[str, str]) -> Where:
    """Return where she was; home where a draft says nothing that is known."""
    if fields.get("place", DOSSIERS) != DOSSIERS:
        return Where(fields["place"])
    try:
        case = CaseId(UUID(fields["case"])) if fields.get("case") else None
        at = At(Place(fields["page"]), case, _read(fields.get("inside", "")))
    except (KeyError, ValueError):
        return Where()
    return Where(DOSSIERS, at)


def fell(fields: Mapping[str, str]) -> datetime | None:
    """Return until when all was kept, where the program fell while she worked."""
    return _moment(fields) if fields.get("at_work") == _AT_WORK else None


def is_recent(fields: Mapping[str, str], now: datetime) -> bool:
    """Tell whether her page may come back without asking."""
    moment = _moment(fields)
    return moment is not None and timedelta() <= now - moment <= timedelta(seconds=AWAY)


def says_somewhere(fields: Mapping[str, str]) -> bool:
    """Tell whether she was elsewhere than on the list of dossiers."""
    return bool(fields) and where_of(fields) not in (Where(), Where(DOSSIERS, At()))


def _moment(fields: Mapping[str, str]) -> datetime | None:
    try:
        return datetime.fromisoformat(fields["at"])
    except (KeyError, ValueError):
        return None


def _written(inside: Any) -> str:
    """Return a place on a page as text; one that is no plain value is not kept."""
    try:
        return json.dumps({"tuple": inside} if isinstance(inside, tuple) else inside)
    except TypeError:
        return ""


def _read(text: str) -> Any:
    found = json.loads(text) if text else None
    return tuple(found["tuple"]) if isinstance(found, dict) and found.keys() == {"tuple"} else found
