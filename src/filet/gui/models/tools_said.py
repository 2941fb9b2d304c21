"""What the instruments say, in words and numbers: ranges, never one number where one is unknown.

Nothing here knows of a level: no sentence compares a judgement with a tool.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from filet.application.appraising import Sheet
from filet.domain.instruments import Instrument, InstrumentText, Kind, pack_key
from filet.domain.packs import HOUSE_CUTOFF
from filet.domain.rules import Reaches
from filet.domain.scoring import Result, score
from filet.gui.context import Context
from filet.i18n.dates import typography


@dataclass(frozen=True, slots=True)
class BandSaid:
    """A part of a scale, from where it begins."""

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class Scale:
    """What is counted at least and at most, on a scale with its bands."""

    low: int
    high: int
    first: int
    last: int
    bands: tuple[BandSaid, ...] = ()


@dataclass(frozen=True, slots=True)
class ToolSaid:
    """One instrument: what it comes to, and all that is not certain about it."""

    title: str
    range: str
    band: str
    unknown: str
    note: str
    scale: Scale | None = None
    scale_said: str = ""
    """The text twin of the painted scale."""
    warning: str = ""
    """That it is not what its holder published, where it is not."""
    cutoffs: tuple[str, ...] = ()
    """Each threshold that somebody published, with its source: none decides."""


def tools_said(context: Context, sheet: Sheet) -> tuple[ToolSaid, ...]:
    """Return what every tool in use says; the inventory counts nothing and says nothing."""
    return tuple(_tools(context, sheet))


def _tools(context: Context, sheet: Sheet) -> Iterator[ToolSaid]:
    for tool in sheet.lexicon.instruments:
        result, text = (
            sheet.picture.results.get(pack_key(tool)),
            tool.texts.get(context.language[:2]),
        )
        if result is not None and text is not None and tool.kind is not Kind.INVENTORY:
            said = _tool(context, tool, text, result)
            yield replace(
                said,
                title=_title(context, tool, text),
                warning=_warning(context, tool),
            )


def _title(context: Context, tool: Instrument, text: InstrumentText) -> str:
    """Return its title, and in which version it was answered."""
    title = typography(text.title, context.language)
    return context.t("{title}, version {version}", title=title, version=tool.version)


def _warning(context: Context, tool: Instrument) -> str:
    if not tool.modified:
        return ""
    return context.t("Modified version: what was measured does not apply to it.")


def _tool(context: Context, tool: Instrument, text: InstrumentText, result: Result) -> ToolSaid:
    if result.errors:
        wrong = context.t("The answers of this form contradict one another: it gives no result.")
        return ToolSaid(text.title, wrong, "", "", text.note)
    scale, band = _scale(tool, text, result), _band(context, tool, text, result)
    return ToolSaid(
        title=text.title,
        range=_range(context, scale),
        band=band,
        unknown=_unknown(context, result),
        note=typography(text.note, context.language),
        scale=scale,
        scale_said=_twin(context, scale, band),
        cutoffs=tuple(_cutoffs(context, tool, text, result)),
    )


def _cutoffs(
    context: Context, tool: Instrument, text: InstrumentText, result: Result
) -> Iterator[str]:
    """Say of each threshold whether it is reached; thresholds that do not agree stay side by side."""
    t = context.t
    for name in tool.outcome.cutoffs:
        threshold = _threshold(context, tool, text, name)
        if name in result.reached:
            yield t("{threshold}: reached", threshold=threshold)
        elif name in result.perhaps:
            yield t(
                "{threshold}: reached or not, depending on what is not known", threshold=threshold
            )
        else:
            yield t("{threshold}: not reached by these answers", threshold=threshold)


def _threshold(context: Context, tool: Instrument, text: InstrumentText, name: str) -> str:
    """Return a threshold in the words of its instrument; that of the house says whose it is."""
    rule = tool.rule(name)
    if name != HOUSE_CUTOFF or not isinstance(rule, Reaches):
        return typography(text.cutoffs.get(name, name), context.language)
    return context.t(
        "{least} or more, threshold of the house ({source})",
        least=rule.at_least,
        source=rule.source,
    )


def _scale(tool: Instrument, text: InstrumentText, result: Result) -> Scale | None:
    whole = score(tool, {}, frozenset())
    numbers = (result.minimum, result.maximum, whole.minimum, whole.maximum)
    low, high, first, last = (number if number is not None else -1 for number in numbers)
    if None in numbers:
        return None
    starts = [(band.start, text.bands.get(band.id, band.id)) for band in tool.bands]
    bands = tuple(BandSaid(max(start, first), name) for start, name in starts if start is not None)
    return Scale(low, high, min(first, low), max(last, high), bands)


def _range(context: Context, scale: Scale | None) -> str:
    if scale is None:
        return ""
    if scale.low == scale.high:
        return context.t("{low} out of {last}", low=scale.low, last=scale.last)
    return context.t(
        "From {low} to {high} out of {last}", low=scale.low, high=scale.high, last=scale.last
    )


def _band(context: Context, tool: Instrument, text: InstrumentText, result: Result) -> str:
    if not tool.bands:
        found = context.t("violence identified")
        return found if tool.kind is Kind.SCREENING and result.positive else ""
    low, high = (
        text.bands.get(name or "", "") for name in (result.band_minimum, result.band_maximum)
    )
    if not (low and high):
        return low or high
    return low if low == high else context.t("from “{low}” to “{high}”", low=low, high=high)


def _unknown(context: Context, result: Result) -> str:
    count = len({*result.unknown, *result.unanswered})
    missing = context.tn(
        "{count} answer unknown or not given.",
        "{count} answers unknown or not given.",
        count,
        count=count,
    )
    clear = len(result.contradictions)
    voices = context.tn(
        "{count} to be cleared up.", "{count} to be cleared up.", clear, count=clear
    )
    return " ".join(filter(None, (missing if count else "", voices if clear else "")))


def _twin(context: Context, scale: Scale | None, band: str) -> str:
    if scale is None:
        return ""
    t = context.t
    parts = [t("{low} counted", low=scale.low)]
    if scale.low != scale.high:
        parts.append(t("up to {high} if everything unknown were yes", high=scale.high))
    if band:
        parts.append(t("band: {band}", band=band))
    parts.append(t("scale from {first} to {last}", first=scale.first, last=scale.last))
    return "; ".join(parts)
