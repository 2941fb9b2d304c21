"""What is told of control, in words: one line for each, quoted; nothing is counted, nothing ranked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from filet.application.control import Told
from filet.domain.control import Noted, Tactic, Taxonomy, by_tactic, tactic_text
from filet.domain.ids import PersonId
from filet.domain.kinds import PersonDescribed, SourceKind, Still, TacticNoted, Whose
from filet.domain.rows import people
from filet.gui.context import Context
from filet.gui.models.told_in import INTERPRETED
from filet.gui.models.weighing import voice_text
from filet.gui.sayings import day_text, language_text
from filet.gui.typed import told_text
from filet.i18n import N_
from filet.i18n.dates import quoted, typography

WHOSE: Mapping[Whose, str] = {
    Whose.HERS: N_("Her words"),
    Whose.CHILD: N_("A child's words"),
    Whose.OTHER: N_("Somebody else's words"),
    Whose.TEAM: N_("What a worker saw, in her words"),
}
STILL: Mapping[Still, str] = {
    Still.UNKNOWN: N_("Not known"),
    Still.NOW: N_("It goes on"),
    Still.BEFORE: N_("It was before"),
    Still.BOTH: N_("Before, and still"),
}
_STILL: Mapping[Still, str] = {
    Still.NOW: N_("it goes on"),
    Still.BEFORE: N_("it was before"),
    Still.BOTH: N_("before, and still"),
    Still.UNKNOWN: N_("going on or not: not known"),
}
_WHOSE: Mapping[Whose, str] = {
    Whose.CHILD: N_("a child's words"),
    Whose.OTHER: N_("somebody else's words"),
}
_TIMELESS = N_("when: not known")


@dataclass(frozen=True, slots=True)
class ControlSaid:
    """Words about one tactic, and what is known about them."""

    said: TacticNoted
    tactic: str
    when: str
    words: str
    """In quotation marks, unless a worker tells what she saw."""
    about: str

    @property
    def hers(self) -> bool:
        """Whether they are her own."""
        return self.said.whose is Whose.HERS

    @property
    def sentence(self) -> str:
        """Return what a screen reader says of it."""
        return ", ".join((self.tactic, self.when, self.words, self.about))


@dataclass(frozen=True, slots=True)
class TacticSaid:
    """A tactic that may be chosen: what it is, what may be asked, and where the idea comes from."""

    key: str
    name: str
    sentence: str
    ask: str
    source: str


@dataclass(frozen=True, slots=True)
class ControlTold:
    """All of it: in the order of time, and by tactic."""

    title: str
    note: str
    by_time: tuple[ControlSaid, ...]
    groups: tuple[tuple[str, tuple[ControlSaid, ...]], ...]
    tactics: tuple[TacticSaid, ...]


def control_told(context: Context, told: Told) -> ControlTold:
    """Put what is told of control into words."""
    sayer, newest, language = _Sayer(context, told), told.lists[-1], context.language[:2]
    said = {one.ref: sayer.said(one) for one in told.noted}
    groups = (
        (sayer.name(tactic), tuple(said[one.ref] for one in held))
        for tactic, held in by_tactic(told.noted, told.lists)
    )
    return ControlTold(
        sayer.write(newest.titles[language]),
        sayer.write(newest.notes[language]),
        tuple(said[one.ref] for one in told.noted),
        tuple(groups),
        tuple(sayer.tactic(newest, one) for one in newest.tactics),
    )


class _Sayer:
    """Says words and tactics in the language of the page."""

    def __init__(self, context: Context, told: Told) -> None:
        self._context, self._lists = context, told.lists
        self._people: Mapping[PersonId, PersonDescribed] = people(told.file)

    def write(self, text: str) -> str:
        """Return a text as it is printed here."""
        return typography(text, self._context.language)

    def name(self, tactic: str) -> str:
        """Return what a tactic is called; never its code."""
        text = tactic_text(self._lists, tactic, self._context.language[:2])
        return self.write(text.name) if text is not None else self._context.t("Control")

    def tactic(self, taxonomy: Taxonomy, tactic: Tactic) -> TacticSaid:
        """Return a tactic that may be chosen."""
        t, text = self._context.t, tactic.texts[self._context.language[:2]]
        source = t("Source: {source}", source=self.write(tactic.source))
        unread = "" if taxonomy.verified else t("to be verified")
        return TacticSaid(
            taxonomy.names(tactic),
            self.write(text.name),
            self.write(text.sentence),
            t("To ask, for example: {question}", question=self.write(text.ask)),
            " · ".join(filter(None, (source, unread))),
        )

    def said(self, one: Noted) -> ControlSaid:
        """Return words with what is known about them."""
        said, context = one.said, self._context
        words = said.words.strip()
        seen = said.whose is Whose.TEAM
        return ControlSaid(
            said,
            self.name(said.tactic),
            told_text(context, said.happened) or context.t(_TIMELESS),
            words if seen else quoted(words, context.language),
            " · ".join(self._about(one)),
        )

    def _about(self, one: Noted) -> Iterator[str]:
        said, t = one.said, self._context.t
        yield t(_STILL[said.still])
        if said.whose in _WHOSE:
            yield t(_WHOSE[said.whose])
        if said.whose is Whose.TEAM:
            yield t("seen by the team")
        elif said.source.kind is SourceKind.HER:
            yield t("told by her")
        else:
            yield t("told by: {who}", who=voice_text(self._context, said.source, self._people))
        if said.language and said.language != self._context.language[:2]:
            yield t("said in: {language}", language=language_text(self._context, said.language))
        if said.through_interpreter:
            yield t(INTERPRETED)
        if one.on is not None:
            yield t("noted on {day}", day=day_text(self._context, one.on))
