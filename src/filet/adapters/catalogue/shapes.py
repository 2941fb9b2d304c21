"""The shape of each data file, as it is written; a field more or less is a fault."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from filet.domain.instruments import ItemType, Kind, LicenceClass, Tier, Value
from filet.domain.kinds import Appears, Level
from filet.domain.levels import Group
from filet.domain.plan import Form, MeasureNature, Situation

Name: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
Version: TypeAlias = Annotated[str, Meta(pattern=r"^[0-9a-z][0-9a-z.]{0,15}$")]
Words: TypeAlias = Annotated[str, Meta(min_length=1, pattern=r"\S")]
Small: TypeAlias = Annotated[int, Meta(ge=-1000, le=1000)]
Grade: TypeAlias = Annotated[int, Meta(ge=0, le=100)]
Names: TypeAlias = Annotated[list[Name], Meta(max_length=500)]
Delay: TypeAlias = Annotated[int, Meta(ge=1, le=1000)]
Hour: TypeAlias = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Said: TypeAlias = Value | int | list[Value]


class Shape(Struct, frozen=True, forbid_unknown_fields=True):
    """A table whose keys are all known."""


# Instruments -------------------------------------------------------------------------


class LicenceShape(Shape, frozen=True, rename={"kind": "class"}):
    """[licence]."""

    kind: LicenceClass
    holder: str
    terms: str
    evidence: str


class TrainingShape(Shape, frozen=True):
    """[training]."""

    required: bool


class ItemShape(Shape, frozen=True):
    """[[items]]."""

    id: Name
    type: ItemType
    tier: Tier | None = None
    first_hour: Annotated[int, Meta(ge=1, le=100)] | None = None
    details: Names = []
    markers: Names = []
    marker_from: Small | None = None
    source: str = ""
    least: Grade = 0
    most: Grade = 10


class FlagShape(Shape, frozen=True):
    """[[flags]]."""

    id: Name


class WeightedSumShape(Shape, frozen=True, tag_field="type", tag="weighted_sum"):
    """[[rules]] of this type."""

    id: Name
    weights: dict[Name, Small]
    flags: dict[Name, Small] = {}


class CountShape(Shape, frozen=True, tag_field="type", tag="count"):
    """[[rules]] of this type."""

    id: Name
    items: Names


class AnyOfShape(Shape, frozen=True, tag_field="type", tag="any_of"):
    """[[rules]] of this type."""

    id: Name
    items: Names


class CountAtLeastShape(Shape, frozen=True, tag_field="type", tag="count_at_least"):
    """[[rules]] of this type."""

    id: Name
    items: Names
    at_least: Small


class OverrideShape(Shape, frozen=True, tag_field="type", tag="override"):
    """[[rules]] of this type."""

    id: Name
    flag: Name


class ExclusiveShape(Shape, frozen=True, tag_field="type", tag="exclusive"):
    """[[rules]] of this type."""

    id: Name
    item: Name
    flag: Name
    error: Words


class ScaleSumShape(Shape, frozen=True, tag_field="type", tag="scale_sum"):
    """[[rules]] of this type."""

    id: Name
    items: Names


class ScaleAtLeastShape(Shape, frozen=True, tag_field="type", tag="scale_at_least"):
    """[[rules]] of this type."""

    id: Name
    item: Name
    at_least: Small


class ReachesShape(Shape, frozen=True, tag_field="type", tag="reaches"):
    """[[rules]] of this type."""

    id: Name
    rule: Name
    at_least: Small
    source: Words


class AllOfShape(Shape, frozen=True, tag_field="type", tag="all_of"):
    """[[rules]] of this type."""

    id: Name
    rules: Names


RuleShape: TypeAlias = (
    WeightedSumShape
    | CountShape
    | AnyOfShape
    | CountAtLeastShape
    | OverrideShape
    | ExclusiveShape
    | ScaleSumShape
    | ScaleAtLeastShape
    | ReachesShape
    | AllOfShape
)


class OutcomeShape(Shape, frozen=True):
    """[outcome]."""

    score: Name | None = None
    count: Name | None = None
    positive: Names = []
    cutoffs: Names = []


class BandShape(Shape, frozen=True, rename={"start": "from"}):
    """[[bands]]."""

    id: Name
    start: Small | None = None
    when: Names | None = None


class ExpectedShape(Shape, frozen=True):
    """What a vector must give."""

    minimum: int | None = None
    maximum: int | None = None
    count_minimum: int | None = None
    count_maximum: int | None = None
    band_minimum: Name | None = None
    band_maximum: Name | None = None
    positive: bool | None = None
    reached: Names | None = None
    markers: Names | None = None
    error: str | None = None


class VectorShape(Shape, frozen=True):
    """[[vectors]]."""

    id: Words
    answers: dict[Name, Said]
    expected: ExpectedShape
    otherwise: Value | None = None
    flags: Names = []


class InstrumentShape(Shape, frozen=True):
    """instrument.toml."""

    format: Literal["filet-instrument/1"]
    id: Name
    version: Version
    kind: Kind
    optional: bool
    validated: dict[Name, bool]
    review_after: date
    licence: LicenceShape
    training: TrainingShape
    items: Annotated[list[ItemShape], Meta(max_length=500)]
    vectors: Annotated[list[VectorShape], Meta(max_length=500)] = []
    flags: Annotated[list[FlagShape], Meta(max_length=100)] = []
    rules: Annotated[list[RuleShape], Meta(max_length=100)] = []
    outcome: OutcomeShape = OutcomeShape()
    bands: Annotated[list[BandShape], Meta(max_length=100)] = []
    modified: bool = False


# Words -------------------------------------------------------------------------------


class ReviewShape(Shape, frozen=True):
    """Who read the words over, and when."""

    by: Words
    on: date


class TextShape(Shape, frozen=True, kw_only=True):
    """How every file of words begins."""

    language: Name
    reviewed: ReviewShape | bool
    translation: Literal["ours", "official", "validated"]


class ItemTextShape(Shape, frozen=True):
    """[items.<id>]: a paper form has its name alone."""

    name: Words
    question: Words | None = None
    why: Words | None = None
    at_once: str | None = None
    details: dict[Name, Words] = {}


class InstrumentTextShape(TextShape, frozen=True, kw_only=True):
    """Words of an instrument."""

    title: Words
    short: Words
    note: Words
    source_note: Words
    items: dict[Name, ItemTextShape]
    bands: dict[Name, Words] = {}
    flags: dict[Name, Words] = {}
    cutoffs: dict[Name, Words] = {}


# Markers, levels, plan, directory, law -----------------------------------------------


class MarkerShape(Shape, frozen=True):
    """[[markers]]."""

    id: Name
    critical: bool
    source: Words


class MarkersShape(Shape, frozen=True):
    """markers.toml."""

    markers: list[MarkerShape]


class MarkerTextShape(Shape, frozen=True):
    """[markers.<id>]."""

    name: Words
    fact: Words


class MarkersTextShape(TextShape, frozen=True, kw_only=True):
    """Words of the markers."""

    markers: dict[Name, MarkerTextShape]


class LevelShape(Shape, frozen=True):
    """[[levels]]."""

    id: Level
    severity: Annotated[int, Meta(ge=0, le=9)]
    reason: bool
    provisional: bool = False
    review_days: Delay | None = None
    review_hours: Delay | None = None


class LevelsShape(Shape, frozen=True):
    """levels.toml."""

    levels: list[LevelShape]
    shift_ends: list[Hour]


class ActionShape(Shape, frozen=True):
    """[[actions]]."""

    id: Name
    group: Group
    agreement: bool
    markers: Names = []
    levels: list[Level] = []


class ActionsShape(Shape, frozen=True):
    """actions.toml."""

    actions: list[ActionShape]


class LevelTextShape(Shape, frozen=True):
    """[levels.<id>]."""

    name: Words
    sentence: Words


class ActionTextShape(Shape, frozen=True):
    """[actions.<id>]."""

    text: Words


class LevelsTextShape(TextShape, frozen=True, kw_only=True):
    """Words of the levels and actions."""

    levels: dict[Name, LevelTextShape]
    groups: dict[Name, Words]
    actions: dict[Name, ActionTextShape]


class SectionShape(Shape, frozen=True):
    """[[sections]]."""

    id: Name


class ProposedByShape(Shape, frozen=True):
    """What brings a measure up."""

    items: Names = []
    markers: Names = []
    when: list[Situation] = []
    always: bool = False


class MeasureShape(Shape, frozen=True):
    """[[measures]]."""

    id: Name
    section: Name
    nature: MeasureNature
    appears: Appears
    form: Form
    proposed_by: ProposedByShape
    source: Words


class PlanShape(Shape, frozen=True):
    """measures.toml."""

    format: Literal["filet-plan/1"]
    id: Name
    version: Version
    sections: list[SectionShape]
    measures: list[MeasureShape]


class MeasureTextShape(Shape, frozen=True):
    """[measures.<id>]."""

    text: Words
    because: Words
    if_discovered: Words


class PlanTextShape(TextShape, frozen=True, kw_only=True):
    """Words of the measures."""

    sections: dict[Name, Words]
    measures: dict[Name, MeasureTextShape]


class BlockShape(Shape, frozen=True):
    """[[blocks]]."""

    id: Name
    verified: bool


class NumberShape(Shape, frozen=True):
    """[[numbers]]."""

    id: Name
    number: Annotated[str, Meta(pattern=r"^[0-9*#+()  -]{3,24}$")]
    confidence: Literal["A", "B", "C"]
    verified: bool
    source: Words
    area: Name
    printable: bool
    languages: Names = []


class DirectoryShape(Shape, frozen=True):
    """directory.toml."""

    numbers: list[NumberShape]
    blocks: list[BlockShape] = []


class BlockTextShape(Shape, frozen=True):
    """[blocks.<id>]."""

    title: Words
    text: Words
    note: str = ""


class NumberTextShape(Shape, frozen=True):
    """[numbers.<id>]."""

    name: Words
    hours: str
    note: str = ""


class DirectoryTextShape(TextShape, frozen=True, kw_only=True):
    """Words of the directory."""

    numbers: dict[Name, NumberTextShape]
    blocks: dict[Name, BlockTextShape] = {}


class LawVersionShape(Shape, frozen=True):
    """[[versions]]."""

    id: Name
    citation: Words
    source: Words
    verified: bool
    in_force_from: date | None = None
    in_force_to: date | None = None


class LawShape(Shape, frozen=True):
    """law.toml."""

    versions: list[LawVersionShape]


class LawVersionTextShape(Shape, frozen=True):
    """[versions.<id>]."""

    summary: Words
    note: str = ""


class LawTextShape(TextShape, frozen=True, kw_only=True):
    """Words of a rule."""

    title: Words
    versions: dict[Name, LawVersionTextShape]


# Papers ------------------------------------------------------------------------------


class LineShape(Shape, frozen=True):
    """lines: what a part says whatever the plan; its words are in [lines]."""

    id: Name
    form: Literal["know", "do", "number", "write"]
    when: list[Situation] = []
    count: Annotated[int, Meta(ge=1, le=20)] = 1
    sign: Annotated[str, Meta(max_length=20)] = ""


class PartShape(Struct, frozen=True):
    """[[parts]]: a title of the sheet, and the sections of the plan under it."""

    id: Name
    sections: Names = []
    contacts: bool = False
    lines: list[LineShape] = []
    asks: bool = False


class PaperShape(Struct, frozen=True):
    """paper.toml. A paper may have settings of its own beside these."""

    format: Literal["filet-paper/1"]
    id: Name
    version: Version
    parts: list[PartShape] = []
    left_out: Names = []
    by_hand_lines: Annotated[int, Meta(ge=0, le=20)] = 0
    printed: Names = []
    screen: Names = []
    without_paper: Names = []
    large: bool = False
