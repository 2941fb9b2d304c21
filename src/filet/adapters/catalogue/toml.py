"""Reads data files that anyone may have written: every fault is named, none is a traceback."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from filet.domain.errors import PackBroken

S = TypeVar("S", bound=msgspec.Struct)

LARGEST = 1024 * 1024
"""A data file is at most 1 MiB."""

LONGEST_LINE = 8192
"""tomllib needs quadratic time for a key of very many parts; a key stands on one line."""

_SUSPECT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters, and those that turn the direction of a text or hide in it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and in which file, relative to the folder that was asked for."""

    path: str
    what: str

    def __str__(self) -> str:
        """Return the fault on one line."""
        return f"{self.path}: {self.what}"

    def error(self) -> PackBroken:
        """Return the error that says so."""
        return PackBroken(path=self.path, fault=self.what)


class Folder:
    """Files below one folder, and what was found wrong with them so far."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.faults: list[Fault] = []
        self.unreviewed: list[str] = []
        """Files of words that no second person has read."""

    def blame(self, path: str, faults: Iterable[str]) -> None:
        """Note what is wrong with a file."""
        self.faults += [Fault(path, what) for what in faults]

    def folders(self, path: str = "") -> list[str]:
        """Return the names of the folders below one, in order."""
        try:
            return sorted(
                found.name
                for found in (self._root / path).iterdir()
                if found.is_dir() and not found.name.startswith(".")
            )
        except OSError:
            self.blame(path or ".", ["this folder cannot be read"])
            return []

    def read(self, path: str, shape: type[S]) -> S | None:
        """Return a file in the shape it must have; nothing, and a fault, when it has not."""
        found = self.table(path)
        return None if found is None else self.shaped(path, found, shape)

    def shaped(self, path: str, found: dict[str, Any], shape: type[S]) -> S | None:
        """Return what a file says in the shape it must have; nothing when it has not."""
        try:
            return msgspec.convert(found, shape, strict=True, builtin_types=(date,))
        except (msgspec.ValidationError, RecursionError) as error:
            self.blame(path, [_shortened(str(error))])
            return None

    def table(self, path: str) -> dict[str, Any] | None:
        """Return what a file says, in whatever shape; nothing, and a fault, when it cannot."""
        try:
            found = parsed(self._bytes(path))
        except _Refused as refusal:
            self.blame(path, [str(refusal)])
            return None
        self.blame(path, _suspects(found))
        return found

    def _bytes(self, path: str) -> bytes:
        file = self._root / path
        try:
            if not file.resolve(strict=True).is_relative_to(self._root.resolve()):
                raise _Refused("this link leads outside the folder")
            if not file.is_file():
                raise _Refused("this is not a file")
            with file.open("rb") as source:
                return source.read(LARGEST + 1)
        except FileNotFoundError:
            raise _Refused("this file is missing") from None
        except (OSError, RuntimeError, ValueError):
            raise _Refused("this file cannot be read") from None


class _Refused(Exception):
    """Why a file was not taken."""


def parsed(data: bytes) -> dict[str, Any]:
    """Return what the bytes of a TOML file say."""
    if len(data) > LARGEST:
        raise _Refused(f"this file is larger than {LARGEST // 1024} KiB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _Refused("this file is not in UTF-8") from None
    if any(len(line) > LONGEST_LINE for line in text.splitlines()):
        raise _Refused(f"a line is longer than {LONGEST_LINE} characters")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise _Refused("this file is nested too deeply") from None
    except ValueError as error:
        raise _Refused(f"this is not TOML: {_shortened(str(error))}") from None


def _shortened(message: str) -> str:
    return message if len(message) <= 200 else f"{message[:200]}…"


def _suspects(found: dict[str, Any]) -> list[str]:
    """Say under which keys a text holds characters that nobody can see."""
    faults = []
    waiting: list[tuple[str, object]] = [("", found)]
    while waiting:
        where, value = waiting.pop()
        match value:
            case dict():
                waiting += [(str(key), inner) for key, inner in value.items()]
                waiting += [(str(key), str(key)) for key in value]
            case list():
                waiting += [(where, inner) for inner in value]
            case str() if _SUSPECT.search(value):
                faults.append(f"{_visible(where)} holds a character that cannot be seen")
    return sorted(set(faults))


def _visible(name: str) -> str:
    return _shortened(name.encode("ascii", "backslashreplace").decode("ascii"))
