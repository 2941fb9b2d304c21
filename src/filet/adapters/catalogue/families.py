"""Reads what is not an instrument: markers, levels, plan, directory, law, papers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import TypeAlias

from filet.adapters.catalogue import shapes
from filet.adapters.catalogue.toml import Folder
from filet.adapters.catalogue.words import match, words
from filet.domain import directory as directories
from filet.domain import law as laws
from filet.domain import levels as level_rules
from filet.domain import plan as plans
from filet.domain.directory import Block, BlockText, Directory, Number, NumberText
from filet.domain.factors import Marker, MarkerText
from filet.domain.instruments import duplicates
from filet.domain.law import Law, LawText, LawVersion
from filet.domain.levels import Group, LevelRule, Levels, LevelText, ProposedAction
from filet.domain.plan import Measure, MeasureText, PlanCatalogue, ProposedBy, Section

Languages: TypeAlias = Sequence[str]


def markers(folder: Folder, path: str, languages: Languages) -> tuple[Marker, ...]:
    """Return the markers, in the order in which they are shown."""
    main = f"{path}/markers.toml"
    shape = folder.read(main, shapes.MarkersShape)
    texts = words(folder, path, languages, shapes.MarkersTextShape)
    if shape is None or texts is None:
        return ()
    names = [marker.id for marker in shape.markers]
    folder.blame(main, duplicates("marker", names))
    match(folder, path, texts, {"markers": names})
    return tuple(_marker(marker, texts) for marker in shape.markers)


def _marker(shape: shapes.MarkerShape, texts: Mapping[str, shapes.MarkersTextShape]) -> Marker:
    said = {language: text.markers.get(shape.id) for language, text in texts.items()}
    spoken = {language: MarkerText(text.name, text.fact) for language, text in said.items() if text}
    return Marker(shape.id, shape.critical, shape.source, spoken)


def levels(folder: Folder, path: str, languages: Languages, known: Iterable[str]) -> Levels | None:
    """Return the levels and actions of a region; ``known`` are the markers that exist."""
    rules = folder.read(f"{path}/levels.toml", shapes.LevelsShape)
    actions = folder.read(f"{path}/actions.toml", shapes.ActionsShape)
    texts = words(folder, path, languages, shapes.LevelsTextShape)
    if rules is None or actions is None or texts is None:
        return None
    tables = {
        "levels": [str(level.id) for level in rules.levels],
        "actions": [action.id for action in actions.actions],
        "groups": [str(group) for group in Group],
    }
    match(folder, path, texts, tables)
    found = Levels(
        region=path.rpartition("/")[2],
        rules=tuple(_level(level, texts) for level in rules.levels),
        actions=tuple(_action(action, texts) for action in actions.actions),
        groups={language: _groups(text) for language, text in texts.items()},
        shift_ends=tuple(rules.shift_ends),
    )
    folder.blame(f"{path}/actions.toml", level_rules.faults(found, known))
    return found


def _level(shape: shapes.LevelShape, texts: Mapping[str, shapes.LevelsTextShape]) -> LevelRule:
    said = {language: text.levels.get(shape.id) for language, text in texts.items()}
    spoken = {lang: LevelText(text.name, text.sentence) for lang, text in said.items() if text}
    delay = timedelta(days=shape.review_days or 0, hours=shape.review_hours or 0)
    return LevelRule(
        level=shape.id,
        severity=shape.severity,
        reason=shape.reason,
        provisional=shape.provisional,
        review=delay or None,
        texts=spoken,
    )


def _action(
    shape: shapes.ActionShape, texts: Mapping[str, shapes.LevelsTextShape]
) -> ProposedAction:
    said = {language: text.actions.get(shape.id) for language, text in texts.items()}
    return ProposedAction(
        id=shape.id,
        group=shape.group,
        markers=frozenset(shape.markers),
        levels=frozenset(shape.levels),
        agreement=shape.agreement,
        texts={language: text.text for language, text in said.items() if text},
    )


def _groups(text: shapes.LevelsTextShape) -> dict[Group, str]:
    return {group: text.groups[group] for group in Group if group in text.groups}


def plan(
    folder: Folder, path: str, languages: Languages, critical: frozenset[str]
) -> PlanCatalogue | None:
    """Return the measures of a region; ideas of ``critical`` markers will come first."""
    main = f"{path}/measures.toml"
    shape = folder.read(main, shapes.PlanShape)
    texts = words(folder, path, languages, shapes.PlanTextShape)
    if shape is None or texts is None:
        return None
    tables = {
        "sections": [section.id for section in shape.sections],
        "measures": [measure.id for measure in shape.measures],
    }
    match(folder, path, texts, tables)
    found = PlanCatalogue(
        id=shape.id,
        version=shape.version,
        sections=tuple(_section(section.id, texts) for section in shape.sections),
        measures=tuple(_measure(measure, texts) for measure in shape.measures),
        critical=critical,
    )
    folder.blame(main, plans.faults(found))
    return found


def _section(name: str, texts: Mapping[str, shapes.PlanTextShape]) -> Section:
    return Section(name, {lang: text.sections.get(name, "") for lang, text in texts.items()})


def _measure(shape: shapes.MeasureShape, texts: Mapping[str, shapes.PlanTextShape]) -> Measure:
    by = shape.proposed_by
    said = {language: text.measures.get(shape.id) for language, text in texts.items()}
    return Measure(
        id=shape.id,
        section=shape.section,
        proposed_by=ProposedBy(
            frozenset(by.items), frozenset(by.markers), frozenset(by.when), by.always
        ),
        nature=shape.nature,
        appears=shape.appears,
        form=shape.form,
        source=shape.source,
        texts={language: _measure_text(text) for language, text in said.items() if text},
    )


def _measure_text(shape: shapes.MeasureTextShape) -> MeasureText:
    return MeasureText(shape.text, shape.because, shape.if_discovered)


def directory(folder: Folder, path: str, languages: Languages) -> Directory | None:
    """Return the emergency page of a region."""
    main = f"{path}/directory.toml"
    shape = folder.read(main, shapes.DirectoryShape)
    texts = words(folder, path, languages, shapes.DirectoryTextShape)
    if shape is None or texts is None:
        return None
    tables = {
        "numbers": [number.id for number in shape.numbers],
        "blocks": [block.id for block in shape.blocks],
    }
    match(folder, path, texts, tables)
    found = Directory(
        region=path.rpartition("/")[2],
        blocks=tuple(_block(block, texts) for block in shape.blocks),
        numbers=tuple(_number(number, texts) for number in shape.numbers),
    )
    folder.blame(main, directories.faults(found))
    return found


def _block(shape: shapes.BlockShape, texts: Mapping[str, shapes.DirectoryTextShape]) -> Block:
    said = {language: text.blocks.get(shape.id) for language, text in texts.items()}
    spoken = {
        lang: BlockText(text.title, text.text, text.note) for lang, text in said.items() if text
    }
    return Block(shape.id, shape.verified, spoken)


def _number(shape: shapes.NumberShape, texts: Mapping[str, shapes.DirectoryTextShape]) -> Number:
    said = {language: text.numbers.get(shape.id) for language, text in texts.items()}
    return Number(
        id=shape.id,
        number=shape.number,
        confidence=shape.confidence,
        verified=shape.verified,
        source=shape.source,
        area=shape.area,
        languages=tuple(shape.languages),
        offered=shape.printable,
        texts={
            lang: NumberText(text.name, text.hours, text.note)
            for lang, text in said.items()
            if text
        },
    )


def law(folder: Folder, path: str, languages: Languages) -> Law | None:
    """Return a rule with its versions."""
    main = f"{path}/law.toml"
    shape = folder.read(main, shapes.LawShape)
    texts = words(folder, path, languages, shapes.LawTextShape)
    if shape is None or texts is None:
        return None
    match(folder, path, texts, {"versions": [version.id for version in shape.versions]})
    found = Law(
        id=path.rpartition("/")[2],
        versions=tuple(_version(version, texts) for version in shape.versions),
        titles={language: text.title for language, text in texts.items()},
    )
    folder.blame(main, laws.faults(found))
    return found


def _version(shape: shapes.LawVersionShape, texts: Mapping[str, shapes.LawTextShape]) -> LawVersion:
    said = {language: text.versions.get(shape.id) for language, text in texts.items()}
    return LawVersion(
        id=shape.id,
        citation=shape.citation,
        source=shape.source,
        verified=shape.verified,
        in_force_from=shape.in_force_from,
        in_force_to=shape.in_force_to,
        texts={lang: LawText(text.summary, text.note) for lang, text in said.items() if text},
    )
