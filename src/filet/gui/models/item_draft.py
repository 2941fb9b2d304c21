"""An item of a plan as its draft keeps it: by name, as texts, under a place of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from filet.application.planning import measures
from filet.domain.casefile import CaseFile
from filet.domain.ids import MeasureId
from filet.domain.kinds import Appears, MeasureWritten

PREFIX = "scenario:"
_TEXTS = (
    "section", "text", "nature", "form", "origin", "if_discovered", "read_by_him", "phone",
)  # fmt: skip


def place_of(measure: MeasureId) -> str:
    """Return under which place an item that is being written is kept."""
    return f"{PREFIX}{measure.hex}"


def kept(measure: MeasureWritten) -> dict[str, str]:
    """Return an item as texts; without her words there is nothing to keep."""
    if not measure.text.strip():
        return {}
    return {name: getattr(measure, name) for name in _TEXTS} | {"appears": measure.appears.value}


def restored(
    place: str, texts: Mapping[str, str], file: CaseFile
) -> tuple[MeasureWritten, MeasureWritten] | None:
    """Return an item as it was before, and as it was left; nothing of a draft that says little."""
    try:
        measure = MeasureId(UUID(hex=place.removeprefix(PREFIX)))
        appears = Appears(texts["appears"])
    except (ValueError, KeyError):
        return None
    fields: dict[str, Any] = {name: texts.get(name, "") for name in _TEXTS}
    known = next((item for item in measures(file) if item.measure == measure), None)
    base = known or MeasureWritten(measure, fields["section"], "", "", Appears.DOSSIER)
    return base, replace(base, appears=appears, **fields)
