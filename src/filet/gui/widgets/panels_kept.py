"""What is typed in panels that are open, as one text of a draft."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

_ACTION = "action"


def kept_panels(panels: Sequence[Mapping[str, str]]) -> str:
    """Return the text; nothing where no panel is open."""
    return json.dumps(list(panels), ensure_ascii=False) if panels else ""


def read_panels(text: str) -> dict[str, Mapping[str, str]]:
    """Return what each panel held, by its action; nothing where the text cannot be read."""
    try:
        found = json.loads(text) if text else []
    except ValueError:
        return {}
    panels = found if isinstance(found, list) else []
    return {one[_ACTION]: one for one in panels if isinstance(one, dict) and _ACTION in one}
