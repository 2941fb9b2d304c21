"""What a tool filled in elsewhere said, in the words in which it was given; nothing is added to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from filet.domain.casefile import CaseFile
from filet.domain.ids import OutsideId
from filet.domain.instruments import Value
from filet.domain.kinds import OutsideResultNoted
from filet.gui.context import Context
from filet.gui.typed import told_text
from filet.i18n.dates import quoted


@dataclass(frozen=True, slots=True)
class OutsideSaid:
    """One result: which tool, what it gave, and all that is known of how."""

    outside: OutsideId
    title: str
    result: str
    about: str


def outside_said(context: Context, file: CaseFile) -> tuple[OutsideSaid, ...]:
    """Return the results of other tools, the last that was noted first."""
    return tuple(_said(context, one) for one in reversed(file.all(OutsideResultNoted)))


def _said(context: Context, one: OutsideResultNoted) -> OutsideSaid:
    title = context.t("{tool}, filled in elsewhere", tool=one.tool)
    about = " · ".join(_about(context, one))
    return OutsideSaid(one.outside, title, quoted(one.result, context.language), about)


def _about(context: Context, one: OutsideResultNoted) -> Iterator[str]:
    t = context.t
    if one.version:
        yield t("version {version}", version=one.version)
    if one.norms:
        yield t("norms: {norms}", norms=one.norms)
    yield t("by {who}", who=one.filled_by) if one.filled_by else t("by whom is not known")
    yield _training(context, one.trained)
    yield told_text(context, one.on) or t("day not known")
    if one.document:
        yield t("from: {document}", document=one.document)


def _training(context: Context, trained: Value) -> str:
    if trained is Value.YES:
        return context.t("trained in this tool")
    if trained is Value.NO:
        return context.t("not trained in this tool")
    return context.t("trained or not: not known")
