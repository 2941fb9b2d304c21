"""On which line of a TOML file each of its tables and keys stands; tomllib does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

At = tuple[str | int, ...]

_TOKEN = re.compile(
    r'''"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|[\[\]{}\n]''',
    re.DOTALL,
)
_PART = re.compile(r'"((?:\\.|[^"\\])*)"|\'([^\']*)\'|([A-Za-z0-9_-]+)')


@dataclass(slots=True)
class Lines:
    """Finds lines; made from the text of a file that tomllib was able to read."""

    _lines: dict[At, int] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> Lines:
        """Read where everything stands."""
        found: dict[At, int] = {}
        counts: dict[At, int] = {}
        table: At = ()
        for line, statement in _statements(text.replace("\r\n", "\n")):
            if statement.startswith("["):
                names = _parts(statement.strip("[] \t"))
                table = _table(names, counts, repeated=statement.startswith("[["))
                for depth in range(1, len(table) + 1):
                    found.setdefault(table[:depth], line)
            else:
                found[(*table, *_parts(_key(statement)))] = line
        return cls(found)

    def line(self, at: At) -> int | None:
        """Return the line of a place, or of what it stands in; none for the file itself."""
        while at:
            if at in self._lines:
                return self._lines[at]
            at = at[:-1]
        return None


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Return each header and each key with what it is given, and the line it begins on."""
    begun, depth, line, first = 0, 0, 1, 1
    for token in _TOKEN.finditer(text):
        found = token[0]
        if found in ("[", "{"):
            depth += 1
        elif found in ("]", "}"):
            depth -= 1
        elif found == "\n" and depth <= 0:
            yield from _stated(first, text[begun : token.start()])
            begun, first, depth = token.end(), line + 1, 0
        line += found.count("\n")
    yield from _stated(first, text[begun:])


def _stated(line: int, text: str) -> Iterator[tuple[int, str]]:
    said = text.strip()
    if said.startswith("["):
        yield line, said.partition("#")[0].strip()
    elif said and not said.startswith("#"):
        yield line, said


def _key(statement: str) -> str:
    """Return what stands before the sign of a key; a quoted name may hold that sign."""
    end = 0
    for token in re.finditer(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|=', statement):
        if token[0] == "=":
            end = token.start()
            break
    return statement[:end]


def _parts(dotted: str) -> At:
    return tuple(next(filter(None, found.groups()), "") for found in _PART.finditer(dotted))


def _table(names: At, counts: dict[At, int], *, repeated: bool) -> At:
    """Return where a header leads: into the last of each list of tables that it goes through."""
    table: At = ()
    for place, name in enumerate(names):
        table = (*table, name)
        if repeated and place == len(names) - 1:
            counts[table] = counts.get(table, -1) + 1
        if table in counts:
            table = (*table, counts[table])
    return table
