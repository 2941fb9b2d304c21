"""Reads what is about time: triggers of another look, degrees of an incident, stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from filet.adapters.catalogue.shapes import Name, Names, Shape, TextShape, Version, Words
from filet.adapters.catalogue.toml import Folder
from filet.adapters.catalogue.words import match, mismatched, words, words_file
from filet.domain.incidents import Severity, SeverityText
from filet.domain.instruments import duplicates
from filet.domain.kinds import Role, Status
from filet.domain.stages import Stage, Stages
from filet.domain.triggers import Trigger, TriggerText


class TriggerShape(Shape, frozen=True):
    """[[triggers]]."""

    id: Name
    verified: bool
    items: tuple[Name, ...] = ()
    situations: tuple[Name, ...] = ()
    roles: tuple[Role, ...] = ()
    statuses: tuple[Status, ...] = ()
    sought: bool = False
    noted: bool = True


class TriggersShape(Shape, frozen=True):
    """triggers.toml."""

    format: Literal["filet-triggers/1"]
    triggers: list[TriggerShape]


class SeverityShape(Shape, frozen=True):
    """severity.toml."""

    format: Literal["filet-severity/1"]
    id: Name
    version: Version
    degrees: list[int]
    items: Names


class StageShape(Shape, frozen=True):
    """[[stages]]."""

    id: Name
    items: Names


class StagesShape(Shape, frozen=True):
    """stages.toml."""

    format: Literal["filet-stages/1"]
    verified: bool
    stages: list[StageShape]


class TriggerTextShape(Shape, frozen=True):
    """[triggers.<id>]."""

    name: Words
    hint: Words
    source: Words


class SeverityTextShape(Shape, frozen=True):
    """[severities]."""

    title: Words
    source: Words
    none: Words
    degrees: dict[Name, Words]


class StagesTextShape(Shape, frozen=True):
    """[stages]."""

    title: Words
    source: Words
    note: Words
    names: dict[Name, Words]


class TimeTextShape(TextShape, frozen=True, kw_only=True):
    """Words about time."""

    triggers: dict[Name, TriggerTextShape]
    severities: SeverityTextShape
    stages: StagesTextShape


@dataclass(frozen=True, slots=True)
class Timely:
    """All of it."""

    triggers: tuple[Trigger, ...]
    severity: Severity
    stages: Stages


def timely(folder: Folder, path: str, languages: Sequence[str]) -> Timely | None:
    """Return what is about time. What is wrong with it is noted in the folder's faults."""
    triggers = folder.read(f"{path}/triggers.toml", TriggersShape)
    severity = folder.read(f"{path}/severity.toml", SeverityShape)
    stages = folder.read(f"{path}/stages.toml", StagesShape)
    texts = words(folder, path, languages, TimeTextShape)
    if triggers is None or severity is None or stages is None or texts is None:
        return None
    names = [one.id for one in triggers.triggers]
    folder.blame(f"{path}/triggers.toml", duplicates("trigger", names))
    folder.blame(f"{path}/stages.toml", duplicates("stage", [one.id for one in stages.stages]))
    match(folder, path, texts, {"triggers": names})
    for language, text in texts.items():
        file, degrees = words_file(path, language), map(str, severity.degrees)
        folder.blame(file, mismatched("severities.degrees", degrees, text.severities.degrees))
        wanted = [one.id for one in stages.stages]
        folder.blame(file, mismatched("stages.names", wanted, text.stages.names))
    found = tuple(_trigger(one, texts) for one in triggers.triggers)
    return Timely(found, _severity(severity, texts), _stages(stages, texts))


def _trigger(shape: TriggerShape, texts: Mapping[str, TimeTextShape]) -> Trigger:
    said = {language: text.triggers.get(shape.id) for language, text in texts.items()}
    return Trigger(
        id=shape.id,
        items=frozenset(shape.items),
        situations=frozenset(shape.situations),
        roles=frozenset(shape.roles),
        statuses=frozenset(shape.statuses),
        sought=shape.sought,
        noted=shape.noted,
        verified=shape.verified,
        texts={
            lang: TriggerText(text.name, text.hint, text.source)
            for lang, text in said.items()
            if text
        },
    )


def _severity(shape: SeverityShape, texts: Mapping[str, TimeTextShape]) -> Severity:
    said = {language: text.severities for language, text in texts.items()}
    return Severity(
        id=shape.id,
        version=shape.version,
        degrees=tuple(shape.degrees),
        items=frozenset(shape.items),
        texts={
            lang: SeverityText(
                text.title,
                text.source,
                text.none,
                {degree: text.degrees.get(str(degree), "") for degree in shape.degrees},
            )
            for lang, text in said.items()
        },
    )


def _stages(shape: StagesShape, texts: Mapping[str, TimeTextShape]) -> Stages:
    said = {language: text.stages for language, text in texts.items()}
    stages = tuple(
        Stage(
            one.id,
            tuple(one.items),
            {language: text.names.get(one.id, "") for language, text in said.items()},
        )
        for one in shape.stages
    )
    return Stages(
        verified=shape.verified,
        stages=stages,
        sources={language: text.source for language, text in said.items()},
        titles={language: text.title for language, text in said.items()},
        notes={language: text.note for language, text in said.items()},
    )
