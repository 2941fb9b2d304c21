"""Harm that is done to the files of a house, and what she is told of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from faults.results import Result
from filet.i18n import Words

Harm = Callable[[Result, Path, Words], Result]
HARMS: dict[str, Harm] = {}
