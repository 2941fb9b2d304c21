"""What this computer remembers between two starts, in clear: nothing about anybody."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

from filet.files import replace_file

_log = logging.getLogger(__name__)


class PreferencesFile:
    """A small file beside the anchors. What cannot be read counts as nothing kept."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "preferences.json"

    def read(self) -> dict[str, Any]:
        """Return what was kept."""
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def keep(self, values: dict[str, Any]) -> None:
        """Keep values; a refusal of the disk is logged and changes nothing for the work."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(values, indent=1, sort_keys=True)
            replace_file(self._path, text.encode("utf-8"))
        except OSError as fault:
            _log.warning("preferences could not be kept: %s", type(fault).__name__)
