"""What is said of a questionnaire: what it is, whose it is, whether it proves itself; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from filet.application.packs import Candidate, Known, Listed
from filet.domain.flaws import Fault
from filet.domain.ids import WorkerId
from filet.domain.instruments import Instrument, InstrumentText, Kind
from filet.domain.packs import Tried
from filet.gui.context import Context
from filet.gui.sayings import day_text
from filet.i18n import N_
from filet.i18n.dates import typography
from filet.i18n.flaws import flaw_text

_KINDS: Mapping[Kind, str] = {
    Kind.INVENTORY: N_("inventory"),
    Kind.SCREENING: N_("screening questions"),
    Kind.PAPER_FORM: N_("form filled on paper"),
}
_LANGUAGES: Mapping[str, str] = {"fr": N_("French"), "en": N_("English")}
_KNOWN: Mapping[Known, str] = {
    Known.NEW: "",
    Known.SAME: N_("It is there already, word for word. There is nothing to add."),
    Known.BACK: N_("It was withdrawn. It will be offered again."),
    Known.MODIFIED: N_(
        "Modified version: a questionnaire of this name and version is known with other content."
        " What was measured does not apply to it; it will say so wherever it is shown."
    ),
}
MOST = 12
"""Faults that are shown at once: the others come once these are mended."""


@dataclass(frozen=True, slots=True)
class PackSaid:
    """A questionnaire in a few lines."""

    title: str
    what: str
    licence: str
    proof: str
    origin: str
    warning: str
    """What must be seen: a modified version, one that is not offered any more."""
    cutoff: str = ""
    """The threshold that the house set, where it set one."""


def pack_said(context: Context, listed: Listed, workers: Mapping[WorkerId, str]) -> PackSaid:
    """Return a questionnaire of the list."""
    tool = listed.instrument
    return PackSaid(
        title=title_said(context, tool),
        what=what_said(context, tool),
        licence=licence_said(context, tool),
        proof=proof_said(context, tool, listed.tried),
        origin=_origin(context, listed, workers),
        warning=" ".join(_warnings(context, listed)),
        cutoff=_cutoff(context, listed, workers),
    )


def what_said(context: Context, tool: Instrument) -> str:
    """Return its name, version, kind and languages."""
    t = context.t
    languages = ", ".join(t(_LANGUAGES[one]) if one in _LANGUAGES else one for one in tool.texts)
    version = t("version {version}", version=tool.version)
    return " · ".join((tool.id, version, t(_KINDS[tool.kind]), languages))


def licence_said(context: Context, tool: Instrument) -> str:
    """Return whose text it is, on what terms, and whether training is asked for."""
    licence = tool.licence
    said = (one.strip().removesuffix(".") for one in (licence.holder, licence.terms))
    parts = [". ".join(filter(None, said))]
    if tool.training.required:
        parts.append(context.t("training is asked for"))
    return typography(" · ".join(parts), context.language)


def proof_said(context: Context, tool: Instrument, tried: Tried) -> str:
    """Return how many of its examples come out, and whether its words were read over."""
    count = len(tool.vectors)
    passed = count - tried.failed
    proof = context.tn(
        "{passed} of {count} example comes out",
        "{passed} of {count} examples come out",
        count,
        passed=passed,
        count=count,
    )
    read = context.t("words read over") if _is_reviewed(tool) else context.t("words not read over")
    untried = context.t("examples not tried yet")
    return f"{proof if tried.was_run else untried} · {read}"


def known_said(context: Context, candidate: Candidate) -> str:
    """Return what the house knows already of a questionnaire that was chosen."""
    said = _KNOWN[candidate.known]
    return context.t(said) if said else ""


def fault_said(context: Context, fault: Fault) -> str:
    """Return where something is wrong, what, and how to mend it."""
    one = fault.flaw
    said = typography(flaw_text(context.words, one.code, one.of, one.fields), context.language)
    if fault.line is None:
        return context.t("{file}: {said}", file=fault.path, said=said)
    return context.t("{file}, line {line}: {said}", file=fault.path, line=fault.line, said=said)


def title_said(context: Context, tool: Instrument) -> str:
    """Return what it is called."""
    text = _text(context, tool)
    return typography(text.title, context.language) if text else tool.id


def _text(context: Context, tool: Instrument) -> InstrumentText | None:
    return tool.texts.get(context.language[:2])


def _is_reviewed(tool: Instrument) -> bool:
    return all(text.reviewed is not None for text in tool.texts.values())


def _origin(context: Context, listed: Listed, workers: Mapping[WorkerId, str]) -> str:
    t, kept, entry = context.t, listed.kept, listed.entry
    if kept is None or entry is None:
        return t("comes with Filet")
    day = day_text(context, entry.moment.local().date()) if entry.moment else ""
    by = workers.get(entry.by, "") if entry.by else ""
    added = t("added on {day} by {name}", day=day, name=by)
    allowed = t(
        "allowed by {who} ({what})", who=kept.imported.authorised_by, what=kept.imported.authority
    )
    return f"{added} · {allowed}"


def _cutoff(context: Context, listed: Listed, workers: Mapping[WorkerId, str]) -> str:
    """Return the threshold of the house, whose it is, why, and since when."""
    cutoff, entry = listed.cutoff, listed.cutoff_entry
    if cutoff is None or entry is None or entry.moment is None:
        return ""
    return context.t(
        "Threshold of the house: {least} or more ({source}), set on {day} by {name}. {reason}",
        least=cutoff.at_least,
        source=cutoff.source,
        day=day_text(context, entry.moment.local().date()),
        name=workers.get(entry.by, "") if entry.by else "",
        reason=cutoff.reason,
    )


def _warnings(context: Context, listed: Listed) -> Iterator[str]:
    t, kept = context.t, listed.kept
    if listed.instrument.modified:
        yield t("Modified version: what was measured does not apply to it.")
    if listed.tried.faults:
        yield t("It does not prove itself any more in this Filet: it is not offered.")
    if kept is not None and kept.withdrawn is not None:
        yield t(
            "Withdrawn: {reason}. It is not offered; what was answered stays readable.",
            reason=kept.withdrawn,
        )
