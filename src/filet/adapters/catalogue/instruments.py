"""Reads an instrument pack; one that cannot prove itself is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from filet.adapters.catalogue import shapes
from filet.adapters.catalogue.toml import Folder
from filet.adapters.catalogue.words import (
    LANGUAGES,
    inside,
    match,
    mismatched,
    review,
    words,
    words_file,
)
from filet.domain.defects import flaws
from filet.domain.flaws import Fault, Flaw, flaw, unknown
from filet.domain.instruments import (
    Band,
    Expected,
    Flag,
    Instrument,
    InstrumentText,
    Item,
    ItemText,
    Kind,
    Licence,
    Outcome,
    Training,
    Value,
    Vector,
)
from filet.domain.proving import disproofs
from filet.domain.rules import (
    AllOf,
    AnyOf,
    Count,
    CountAtLeast,
    Exclusive,
    Override,
    Reaches,
    Rule,
    ScaleAtLeast,
    ScaleSum,
    WeightedSum,
)

MAIN = "instrument.toml"

_BESIDE = ("LICENCE", "LICENSE", "LICENCE.txt", "LICENSE.txt", "README.md", "LISEZMOI.md")
"""What may lie beside the files of a pack; none of it is read."""

_RULES: Mapping[type, Callable[..., Rule]] = {
    shapes.WeightedSumShape: WeightedSum,
    shapes.CountShape: Count,
    shapes.AnyOfShape: AnyOf,
    shapes.CountAtLeastShape: CountAtLeast,
    shapes.OverrideShape: Override,
    shapes.ExclusiveShape: Exclusive,
    shapes.ScaleSumShape: ScaleSum,
    shapes.ScaleAtLeastShape: ScaleAtLeast,
    shapes.ReachesShape: Reaches,
    shapes.AllOfShape: AllOf,
}


def validate(
    path: Path, languages: Iterable[str] = LANGUAGES, markers: Iterable[str] | None = None
) -> tuple[Fault, ...]:
    """Return every fault of a pack in a folder of its own; none when it can be used.

    ``markers`` are those that exist; without them, any may be named. One of its own files
    may be named in the place of the folder.
    """
    place = folder_of(path)
    folder = Folder(place)
    load(folder, "", languages, markers)
    folder.faults += _stray(place, languages)
    return tuple(folder.faults)


def gather(path: Path, languages: Iterable[str]) -> tuple[dict[str, str], tuple[Fault, ...]]:
    """Return the texts of a pack by the names of its files, and what else lies beside them.

    A file that cannot be taken is left out, and is said.
    """
    place, files = folder_of(path), {}
    folder = Folder(place)
    for name in files_of(languages):
        text = folder.text(name)
        if text is not None:
            files[name] = text
    return files, (*folder.faults, *_stray(place, languages))


def folder_of(path: Path) -> Path:
    """Return the folder of a pack: one of its files may be named in its place."""
    return path.parent if path.is_file() else path


def files_of(languages: Iterable[str] = LANGUAGES) -> tuple[str, ...]:
    """Return the names of the files that a pack is made of."""
    return (MAIN, *(words_file("", language) for language in languages))


def _stray(folder: Path, languages: Iterable[str]) -> list[Fault]:
    """Say what else stands in the folder of a pack: code has no place in one."""
    try:
        found = sorted(one.name for one in folder.iterdir() if not one.name.startswith("."))
    except OSError:
        return []
    known = (*files_of(languages), *_BESIDE)
    return [Fault(name, flaw("stray_file", ())) for name in found if name not in known]


def load(
    folder: Folder, path: str, languages: Iterable[str], markers: Iterable[str] | None = None
) -> Instrument | None:
    """Return the pack in a folder. What is wrong with it is noted in the folder's faults."""
    before = len(folder.faults)
    main = inside(path, MAIN)
    shape = folder.read(main, shapes.InstrumentShape)
    texts = words(folder, path, languages, shapes.InstrumentTextShape)
    if shape is None or texts is None:
        return None
    instrument = _instrument(shape, texts)
    folder.blame(main, _languages(instrument))
    folder.blame(main, _markers(instrument, markers))
    folder.blame(main, flaws(instrument))
    _compare(folder, path, instrument, texts)
    if len(folder.faults) == before:
        folder.blame(main, disproofs(instrument))
    return instrument


def _languages(instrument: Instrument) -> Iterator[Flaw]:
    yield from mismatched("validated", instrument.texts, instrument.validated)


def _markers(instrument: Instrument, markers: Iterable[str] | None) -> Iterator[Flaw]:
    known = None if markers is None else frozenset(markers)
    for place, item in enumerate(instrument.items):
        if known is not None:
            at, of = ("items", place, "markers"), ("item", item.id)
            yield from unknown("marker", item.markers, known, at, of)


# Words against what is asked for -----------------------------------------------------


def _compare(
    folder: Folder,
    path: str,
    instrument: Instrument,
    texts: Mapping[str, shapes.InstrumentTextShape],
) -> None:
    tables = {
        "items": [item.id for item in instrument.items],
        "bands": [band.id for band in instrument.bands],
        "flags": [flag.id for flag in instrument.flags],
        "cutoffs": list(instrument.outcome.cutoffs),
    }
    match(folder, path, texts, tables)
    for language, text in texts.items():
        for item in instrument.items:
            said = text.items.get(item.id)
            if said is not None:
                file = words_file(path, language)
                folder.blame(file, _item_words(instrument.kind, item, said))


def _item_words(kind: Kind, item: Item, said: shapes.ItemTextShape) -> Iterator[Flaw]:
    table = f"items.{item.id}"
    yield from mismatched(f"{table}.details", item.details, said.details)
    spoken = {"question": said.question, "why": said.why, "at_once": said.at_once}
    wanted = () if kind is Kind.PAPER_FORM else tuple(spoken)
    there = (name for name, text in spoken.items() if text is not None)
    yield from mismatched(table, wanted, there)


# From the file to the domain ---------------------------------------------------------


def _instrument(
    shape: shapes.InstrumentShape, texts: Mapping[str, shapes.InstrumentTextShape]
) -> Instrument:
    licence = shape.licence
    return Instrument(
        id=shape.id,
        version=shape.version,
        kind=shape.kind,
        licence=Licence(licence.kind, licence.holder, licence.terms, licence.evidence),
        items=tuple(_item(item) for item in shape.items),
        vectors=tuple(_vector(vector) for vector in shape.vectors),
        review_after=shape.review_after,
        training=Training(shape.training.required),
        optional=shape.optional,
        modified=shape.modified,
        validated=shape.validated,
        flags=tuple(Flag(flag.id) for flag in shape.flags),
        rules=tuple(_rule(rule) for rule in shape.rules),
        outcome=_outcome(shape.outcome),
        bands=tuple(_band(band) for band in shape.bands),
        texts={language: _text(text) for language, text in texts.items()},
    )


def _item(shape: shapes.ItemShape) -> Item:
    return Item(
        id=shape.id,
        type=shape.type,
        tier=shape.tier,
        first_hour=shape.first_hour,
        details=tuple(shape.details),
        markers=tuple(shape.markers),
        marker_from=shape.marker_from,
        source=shape.source,
        least=shape.least,
        most=shape.most,
    )


def _rule(shape: shapes.RuleShape) -> Rule:
    """Return a rule of the domain: it has the fields of its shape, lists being tuples."""
    fields = {name: getattr(shape, name) for name in shape.__struct_fields__}
    return _RULES[type(shape)](**{name: _frozen(value) for name, value in fields.items()})


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _outcome(shape: shapes.OutcomeShape) -> Outcome:
    positive, cutoffs = tuple(shape.positive), tuple(shape.cutoffs)
    return Outcome(shape.score, shape.count, positive, cutoffs)


def _band(shape: shapes.BandShape) -> Band:
    return Band(shape.id, shape.start, None if shape.when is None else tuple(shape.when))


def _vector(shape: shapes.VectorShape) -> Vector:
    told = {name: said for name, said in shape.answers.items() if not isinstance(said, int)}
    return Vector(
        id=shape.id,
        answers={name: _values(said) for name, said in told.items()},
        expected=_expected(shape.expected),
        scales={name: said for name, said in shape.answers.items() if isinstance(said, int)},
        otherwise=shape.otherwise,
        flags=frozenset(shape.flags),
    )


def _values(said: Value | list[Value]) -> frozenset[Value]:
    return frozenset(said) if isinstance(said, list) else frozenset({said})


def _expected(shape: shapes.ExpectedShape) -> Expected:
    return Expected(
        minimum=shape.minimum,
        maximum=shape.maximum,
        count_minimum=shape.count_minimum,
        count_maximum=shape.count_maximum,
        band_minimum=shape.band_minimum,
        band_maximum=shape.band_maximum,
        positive=shape.positive,
        reached=None if shape.reached is None else frozenset(shape.reached),
        markers=None if shape.markers is None else frozenset(shape.markers),
        error=shape.error,
    )


def _text(shape: shapes.InstrumentTextShape) -> InstrumentText:
    return InstrumentText(
        language=shape.language,
        title=shape.title,
        short=shape.short,
        note=shape.note,
        source_note=shape.source_note,
        items={name: _item_text(item) for name, item in shape.items.items()},
        bands=shape.bands,
        flags=shape.flags,
        cutoffs=shape.cutoffs,
        translation=shape.translation,
        reviewed=review(shape.reviewed),
    )


def _item_text(shape: shapes.ItemTextShape) -> ItemText:
    return ItemText(
        name=shape.name,
        question=shape.question or "",
        why=shape.why or "",
        at_once=shape.at_once or "",
        details=shape.details,
    )
