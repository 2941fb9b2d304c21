"""Reads the lists of tactics of coercive control: what each is, and what may be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from filet.adapters.catalogue.shapes import LicenceShape, Name, Shape, TextShape, Version, Words
from filet.adapters.catalogue.toml import Folder
from filet.adapters.catalogue.words import match, words
from filet.domain.control import Tactic, TacticText, Taxonomy
from filet.domain.flaws import flaw
from filet.domain.instruments import Licence, duplicates


class TacticShape(Shape, frozen=True):
    """[[tactics]]."""

    id: Name
    source: Words


class TacticsShape(Shape, frozen=True):
    """tactics.toml."""

    format: Literal["filet-tactics/1"]
    id: Name
    version: Version
    verified: bool
    licence: LicenceShape
    tactics: list[TacticShape]


class TacticTextShape(Shape, frozen=True):
    """[tactics.<id>]."""

    name: Words
    sentence: Words
    ask: Words


class TacticsTextShape(TextShape, frozen=True, kw_only=True):
    """Words of the tactics."""

    title: Words
    note: Words
    tactics: dict[Name, TacticTextShape]


def tactics(folder: Folder, path: str, languages: Sequence[str]) -> Taxonomy | None:
    """Return one version of the list. What is wrong with it is noted in the folder's faults."""
    main = f"{path}/tactics.toml"
    shape = folder.read(main, TacticsShape)
    texts = words(folder, path, languages, TacticsTextShape)
    if shape is None or texts is None:
        return None
    names = [one.id for one in shape.tactics]
    folder.blame(main, duplicates("tactic", names))
    if path.rpartition("/")[2] != shape.version:
        folder.blame(main, [flaw("misshapen", ("version",), message=_FOLDER)])
    match(folder, path, texts, {"tactics": names})
    licence = shape.licence
    return Taxonomy(
        id=shape.id,
        version=shape.version,
        licence=Licence(licence.kind, licence.holder, licence.terms, licence.evidence),
        verified=shape.verified,
        tactics=tuple(_tactic(one, texts) for one in shape.tactics),
        titles={language: text.title for language, text in texts.items()},
        notes={language: text.note for language, text in texts.items()},
    )


_FOLDER = "its folder is not named after this version"


def _tactic(shape: TacticShape, texts: Mapping[str, TacticsTextShape]) -> Tactic:
    said = {language: text.tactics.get(shape.id) for language, text in texts.items()}
    return Tactic(
        id=shape.id,
        source=shape.source,
        texts={
            language: TacticText(text.name, text.sentence, text.ask)
            for language, text in said.items()
            if text
        },
    )
