"""Reads data files that anyone may have written: every fault is named, none is a traceback."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from filet.adapters.catalogue.lines import Lines
from filet.adapters.catalogue.misshapen import misshapen, shortened
from filet.domain.errors import PackBroken
from filet.domain.flaws import Fault, Flaw, flaw
from filet.i18n import Words
from filet.i18n.flaws import flaw_text

S = TypeVar("S", bound=msgspec.Struct)

LARGEST = 1024 * 1024
"""A data file is at most 1 MiB."""

LONGEST_LINE = 8192
"""tomllib needs quadratic time for a key of very many parts; a key stands on one line."""

_SUSPECT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters, and those that turn the direction of a text or hide in it."""

_PLACE = re.compile(r" \(at line (\d+), column \d+\)$")
_ENGLISH = Words("en")


def english(fault: Fault) -> str:
    """Return what is wrong as it stands in the code."""
    one = fault.flaw
    return flaw_text(_ENGLISH, one.code, one.of, one.fields)


def broken(fault: Fault) -> PackBroken:
    """Return the error that says so."""
    return PackBroken(path=fault.path, fault=english(fault))


class Folder:
    """Files below one folder, and what was found wrong with them so far."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._texts: dict[str, str] = {}
        self.faults: list[Fault] = []
        self.unreviewed: list[str] = []
        """Files of words that no second person has read."""

    def blame(self, path: str, faults: Iterable[Flaw | str]) -> None:
        """Note what is wrong with a file."""
        found = tuple(faults)
        lines = Lines.of(self._texts.get(path, "") if found else "")
        for one in found:
            known = flaw("misshapen", (), message=one) if isinstance(one, str) else one
            self.faults.append(Fault(path, known, lines.line(known.at)))

    def folders(self, path: str = "") -> list[str]:
        """Return the names of the folders below one, in order."""
        try:
            return sorted(
                found.name
                for found in (self._root / path).iterdir()
                if found.is_dir() and not found.name.startswith(".")
            )
        except OSError:
            self.blame(path or ".", [flaw("folder_unreadable", ())])
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
            self.blame(path, [misshapen(str(error))])
            return None

    def table(self, path: str) -> dict[str, Any] | None:
        """Return what a file says, in whatever shape; nothing, and a fault, when it cannot."""
        text = self.text(path)
        if text is None:
            return None
        try:
            found = parsed(text)
        except Refused as refusal:
            self.faults.append(Fault(path, refusal.flaw, refusal.line))
            return None
        self._texts[path] = text
        self.blame(path, _suspects(found))
        return found

    def text(self, path: str) -> str | None:
        """Return the text of a file; nothing, and a fault, when it cannot be taken."""
        try:
            return decoded(self.bytes(path))
        except Refused as refusal:
            self.faults.append(Fault(path, refusal.flaw, refusal.line))
            return None

    def bytes(self, path: str) -> bytes:
        """Return the bytes of a file, and never more than one may hold."""
        file = self._root / path
        try:
            if not file.resolve(strict=True).is_relative_to(self._root.resolve()):
                raise Refused(flaw("link_outside", ()))
            if not file.is_file():
                raise Refused(flaw("not_a_file", ()))
            with file.open("rb") as source:
                return source.read(LARGEST + 1)
        except FileNotFoundError:
            raise Refused(flaw("file_missing", ())) from None
        except (OSError, RuntimeError, ValueError):
            raise Refused(flaw("file_unreadable", ())) from None


class Pile(Folder):
    """Files that stand in no folder: a pack as the vault keeps it."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(Path())
        self._files = files

    def bytes(self, path: str) -> bytes:
        """Return the bytes of a file."""
        if path not in self._files:
            raise Refused(flaw("file_missing", ()))
        return self._files[path]


class Refused(Exception):
    """Why a file was not taken."""

    def __init__(self, why: Flaw, line: int | None = None) -> None:
        super().__init__(why.code)
        self.flaw, self.line = why, line


def decoded(data: bytes) -> str:
    """Return the text of a file that may be read any further. Raises Refused."""
    if len(data) > LARGEST:
        raise Refused(flaw("too_large", (), most=LARGEST // 1024))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(flaw("not_utf8", ())) from None
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST_LINE:
            raise Refused(flaw("line_too_long", (), most=LONGEST_LINE), number)
    return text


def parsed(text: str) -> dict[str, Any]:
    """Return what a TOML file says. Raises Refused."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise Refused(flaw("too_deep", ())) from None
    except ValueError as error:
        place = _PLACE.search(str(error))
        said = shortened(_PLACE.sub("", str(error)))
        line = int(place[1]) if place else None
        raise Refused(flaw("not_toml", (), message=said), line) from None


def _suspects(found: dict[str, Any]) -> list[Flaw]:
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
                faults.append(_visible(where))
    return [flaw("unseen", (), name=name) for name in sorted(set(faults))]


def _visible(name: str) -> str:
    return shortened(name.encode("ascii", "backslashreplace").decode("ascii"))
