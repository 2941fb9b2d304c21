"""Reads the settings of a paper, and every word that stands on it or beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from string import Formatter
from typing import Any, TypeAlias

from filet.adapters.catalogue.shapes import PaperShape, PartShape
from filet.adapters.catalogue.toml import Folder
from filet.adapters.catalogue.words import head, mismatched, words_file
from filet.domain.blocks import NEUTRAL_TITLE
from filet.domain.errors import PackBroken
from filet.domain.instruments import ItemType
from filet.domain.paper_words import Asked, OwnLine, PaperWords, Part
from filet.i18n.dates import clock, long_date

Text: TypeAlias = str | tuple[str, ...]

_HEAD = ("language", "reviewed", "translation")
_LISTED = ("printed", "screen", "without_paper", "parts", "lines")
"""Tables of words whose keys the settings list."""

_FIELDS = {
    "made": frozenset({"date"}),
    "destroy_on": frozenset({"date"}),
    "place": frozenset({"place"}),
    "unreviewed": frozenset({"count"}),
    "page_number": frozenset({"page", "pages"}),
    "continued": frozenset({"title"}),
    "number": frozenset({"number"}),
    "phone": frozenset({"number"}),
    "team": frozenset({"facts"}),
    "if_discovered": frozenset({"answer"}),
    "if_read": frozenset({"answer"}),
    "issued_line": frozenset({"paper", "date", "fate"}),
    "left_out": frozenset({"count"}),
    "witness": frozenset({"witness"}),
    "as_of": frozenset({"witness"}),
    "level": frozenset({"level"}),
    "signed_by": frozenset({"date", "hour", "who"}),
    "concerned": frozenset({"whom", "about"}),
    "review": frozenset({"date"}),
    "sense": frozenset({"scale", "date"}),
    "scale": frozenset({"scale"}),
    "told_line": frozenset({"what", "value", "who"}),
    "unknown_line": frozenset({"what", "value"}),
    "control_when": frozenset({"when"}),
    "control_told": frozenset({"who"}),
    "control_noted": frozenset({"date"}),
    "control_quoted": frozenset({"words"}),
    "told_in": frozenset({"language"}),
    "added": frozenset({"date", "text"}),
    **dict.fromkeys(("why", "taken", "discussed"), frozenset({"text"})),
    **dict.fromkeys(
        ("second_shares", "second_differs"), frozenset({"who", "date", "level", "text"})
    ),
    "tool_line": frozenset({"tool", "low", "high"}),
    "tool_open": frozenset({"tool"}),
    "version_line": frozenset({"tool", "version"}),
    "version_modified": frozenset({"tool", "version"}),
    **dict.fromkeys(("to", "from"), frozenset({"who"})),
    "fact": frozenset({"label", "text"}),
    "on_scale": frozenset({"value", "most"}),
    "happened": frozenset({"when"}),
    "said_on": frozenset({"date"}),
    "level_line": frozenset({"level", "date"}),
    "agreed": frozenset({"date", "until"}),
    **dict.fromkeys(("fate_brought_back", "fate_destroyed", "fate_lost"), frozenset({"date"})),
}
"""What a printed text may leave to be filled in."""


@dataclass(frozen=True, slots=True)
class PaperPack:
    """One paper: how it is made, and its words by language and dotted key."""

    id: str
    shape: PaperShape
    settings: Mapping[str, Any]
    texts: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)

    @property
    def asks(self) -> bool:
        """Whether the questions of the first hour stand on it."""
        return any(part.asks for part in self.shape.parts)

    def words(
        self, language: str, unreviewed: int = 0, questions: Sequence[tuple[str, ItemType]] = ()
    ) -> PaperWords:
        """Return its words in one language, as a paper is composed from them.

        Raises PackBroken, naming the file of words that is not there.
        """
        said = self.texts.get(language)
        if said is None:
            missing = words_file(f"papers/{self.id}", language)
            raise PackBroken(path=missing, fault="this file is missing")
        return PaperWords(
            template=self.id,
            language=language,
            printed=_under("printed.", said),
            parts=tuple(self._part(part, said) for part in self.shape.parts),
            left_out=frozenset(self.shape.left_out),
            by_hand=self.shape.by_hand_lines,
            version=self.shape.version,
            document_title=_under("screen.", said).get("document_title", NEUTRAL_TITLE),
            unreviewed=unreviewed,
            asked=tuple(_asked_aloud(_under("printed.", said), *one) for one in questions),
            large=self.shape.large,
            beside={
                key: text
                for key, text in said.items()
                if key.startswith(("screen.", "without_paper.")) and isinstance(text, str)
            },
            write_date=partial(long_date, language=language),
            write_hour=partial(clock, language=language),
        )

    def _part(self, part: PartShape, said: Mapping[str, Text]) -> Part:
        titles, asides = _under("parts.", said), _under("asides.", said)
        own = _under("lines.", said)
        return Part(
            title=titles.get(part.id, ""),
            sections=tuple(part.sections),
            contacts=part.contacts,
            aside=asides.get(part.id, ""),
            lines=tuple(
                OwnLine(
                    own.get(line.id, ""), line.form, frozenset(line.when), line.count, line.sign
                )
                for line in part.lines
            ),
            asks=part.asks,
        )


def _asked_aloud(printed: Mapping[str, str], question: str, kind: ItemType) -> Asked:
    """Return a question with its boxes; what is told, or given on a scale, has lines alone."""
    answers = ("yes", "no", "unknown", "declined") if kind is ItemType.YES_NO else ()
    label = "scale" if kind is ItemType.SCALE else "her_words"
    return Asked(question, tuple(printed[one] for one in answers), printed.get(label, ""))


def _under(prefix: str, said: Mapping[str, Text]) -> dict[str, str]:
    return {
        key.removeprefix(prefix): text
        for key, text in said.items()
        if key.startswith(prefix) and isinstance(text, str)
    }


def paper(folder: Folder, path: str, languages: Sequence[str]) -> PaperPack | None:
    """Return a paper. What is wrong with it is noted in the folder's faults."""
    main = f"{path}/paper.toml"
    settings = folder.table(main)
    shape = None if settings is None else folder.shaped(main, settings, PaperShape)
    texts = {language: _words(folder, path, language) for language in languages}
    found = {language: text for language, text in texts.items() if text is not None}
    if settings is None or shape is None or len(found) < len(texts):
        return None
    name = path.rpartition("/")[2]
    if shape.id != name:
        folder.blame(main, [f"id should be {name}, like the folder"])
    wanted = frozenset(_asked(shape))
    for language, text in found.items():
        listed = [key for key in text if key.partition(".")[0] in _LISTED]
        folder.blame(words_file(path, language), mismatched("words", wanted, listed))
        folder.blame(words_file(path, language), _unfilled(_under("printed.", text)))
    folder.blame(main, _parity(found))
    return PaperPack(name, shape, settings, found)


def _words(folder: Folder, path: str, language: str) -> dict[str, Text] | None:
    file = words_file(path, language)
    found = folder.table(file)
    if found is None:
        return None
    head(folder, file, language, found.get("language"), found.get("reviewed"))
    flat = dict(_flat("", {key: said for key, said in found.items() if key not in _HEAD}))
    folder.blame(file, (f"{key} is not a text" for key, said in flat.items() if said is None))
    return {key: said for key, said in flat.items() if said is not None}


def _flat(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Text | None]]:
    """Give each text under its dotted key; whatever is no text comes as nothing."""
    for key, value in table.items():
        match value:
            case dict() if not prefix:
                yield from _flat(f"{key}.", value)
            case str():
                yield prefix + key, value
            case [*several] if all(isinstance(one, str) for one in several):
                yield prefix + key, tuple(several)
            case _:
                yield prefix + key, None


def _asked(shape: PaperShape) -> Iterator[str]:
    listed = {
        "printed": shape.printed,
        "screen": shape.screen,
        "without_paper": shape.without_paper,
        "parts": [part.id for part in shape.parts],
        "lines": [line.id for part in shape.parts for line in part.lines],
    }
    for table, keys in listed.items():
        yield from (f"{table}.{key}" for key in keys)


def _unfilled(printed: Mapping[str, str]) -> Iterator[str]:
    """Say which fields nothing fills: they would keep the paper from being printed."""
    for key, text in printed.items():
        try:
            asked = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        except ValueError:
            yield f"printed.{key} has a brace that is not closed"
            continue
        for name in sorted(asked - _FIELDS.get(key, frozenset())):
            yield f"printed.{key}: nothing fills {{{name}}}"


def _parity(texts: Mapping[str, Mapping[str, Text]]) -> Iterator[str]:
    every = {key for text in texts.values() for key in text}
    for language, text in texts.items():
        yield from (f"{key} is not said in {language}" for key in sorted(every - set(text)))
