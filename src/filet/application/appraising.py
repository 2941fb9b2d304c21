"""Appréciation: the picture of what is known, and the judgement that a person signs.

The machine proposes no level and compares none: it shows what was said, by whom, what is
not known, what has changed, and keeps the reasons that a worker writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import uuid4

from filet.application.desk import Desk, Write, told
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome
from filet.application.picture import Picture, Tools, drawn, in_use
from filet.domain.actions import ActionState, action_states
from filet.domain.casefile import CaseFile
from filet.domain.errors import MarkersUnanswered, ReasonMissing, ReviewMissing, WordsMissing
from filet.domain.factors import Marker
from filet.domain.grammar import spoken
from filet.domain.ids import ActionId, CaseId, LevelId, PersonId, Ref
from filet.domain.instruments import Instrument
from filet.domain.kinds import (
    ActionDone,
    ActionPlanned,
    AgreementNoted,
    ComputedRange,
    Level,
    LevelReasoned,
    LevelSigned,
    LevelWithdrawn,
    PersonDescribed,
    Role,
)
from filet.domain.levels import Levels
from filet.domain.moments import Due
from filet.domain.scoring import Result
from filet.domain.speaking import forms_of
from filet.domain.text import clean, cleaned

_CALM = (Level.NOT_ASSESSED, Level.NOT_ESTABLISHED, Level.MODERATE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a worker decides: a level, for whom, about whom, why, until when."""

    level: Level
    persons: tuple[PersonId, ...]
    authors: tuple[PersonId, ...]
    reasons: str
    review: Due | None
    provisional: bool = False
    taken_into_account: str = ""
    discussed_with: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of instruments, markers, levels and proposed actions."""

    instruments: tuple[Instrument, ...]
    markers: tuple[Marker, ...]
    levels: Levels


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the page of the judgement is drawn from."""

    file: CaseFile
    picture: Picture
    states: Mapping[str, ActionState]
    """By proposed action: what was planned, done or agreed."""
    lexicon: Lexicon


class Appraising:
    """Shows the picture, signs and withdraws levels, plans and notes actions."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        self._desk = desk
        self._tools = tools

    def lexicon(self) -> Lexicon:
        """Return the words of what the picture names."""
        tools = self._tools
        return Lexicon(tuple(tools.instruments()), tuple(tools.markers()), tools.levels())

    def picture(self, case: CaseId, level: Level | None = None) -> Picture:
        """Return what is known; the actions depend on the level that is being considered."""
        return drawn(self._desk.read(case), self._tools, level)

    def sheet(self, case: CaseId, level: Level | None = None) -> Sheet:
        """Return a dossier, its picture, what was done of what is proposed, and their words."""
        file = self._desk.read(case)
        picture = drawn(file, self._tools, level)
        lexicon = replace(self.lexicon(), instruments=in_use(file, self._tools))
        states = action_states(file, picture.since)
        actions, lexicon = spoken((picture.actions, lexicon), forms_of(file))
        return Sheet(file, replace(picture, actions=actions), states, lexicon)

    def sign(
        self, case: CaseId, judgement: Judgement, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Sign a level. All it asserts is in it; nothing is ever computed again.

        It is for her unless somebody is named. A provisional one waits for its reason until
        the end of the shift. Raises ReasonMissing, ReviewMissing, MarkersUnanswered, and
        WordsMissing when it is for nobody.
        """
        judgement = cleaned(judgement)
        picture = self.picture(case, judgement.level)
        _acceptable(judgement, list(picture.critical))
        signed = LevelSigned(
            level_id=LevelId(uuid4()),
            level=judgement.level,
            persons=judgement.persons or _her(self._desk.read(case)),
            authors=judgement.authors,
            reasons=judgement.reasons,
            review=judgement.review,
            provisional=judgement.provisional,
            ranges=self._ranges(picture.results),
            markers=picture.markers,
            taken_into_account=judgement.taken_into_account,
            discussed_with=judgement.discussed_with,
            as_of=self._heads(),
            reason_due=self._reason_due(judgement),
        )
        return told(self._desk.record(case, Write(signed), draft=draft))

    def give_reason(
        self, case: CaseId, level: LevelId, reasons: str, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Say why a level was signed at once; the level itself stays as it was."""
        why = clean(reasons)
        if not why.strip():
            raise ReasonMissing
        file = self._desk.read(case)
        if not file.refs(LevelSigned, lambda signed: signed.level_id == level):
            raise WordsMissing(field="level")
        return told(self._desk.record(case, Write(LevelReasoned(level, why)), draft=draft))

    def withdraw(
        self, case: CaseId, level: LevelId, reason: str, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Withdraw a level signed by mistake; both entries stay."""
        why = clean(reason)
        if not why.strip():
            raise ReasonMissing
        refs = self._desk.read(case).refs(LevelSigned, lambda signed: signed.level_id == level)
        if not refs:
            raise WordsMissing(field="level")
        withdrawn = Write(LevelWithdrawn(level, why), refs)
        return told(self._desk.record(case, withdrawn, draft=draft))

    def plan(self, case: CaseId, action: ActionPlanned) -> Outcome[CaseFile]:
        """Say that something is to be done, by whom and when."""
        return told(self._desk.record(case, self._planned(case, action)))

    def done(
        self, case: CaseId, done: ActionDone, planned: ActionPlanned | None = None
    ) -> Outcome[CaseFile]:
        """Say that it is done; what was never planned is named in the same act."""
        named = (self._planned(case, planned),) if planned is not None else ()
        return told(self._desk.record(case, *named, Write(done)))

    def agree(self, case: CaseId, noted: AgreementNoted) -> Outcome[CaseFile]:
        """Note what she says of an action; one that is planned says it from now on as well."""
        file = self._desk.read(case)
        refs = file.refs(AgreementNoted, lambda former: former.proposed == noted.proposed)
        state = action_states(file).get(noted.proposed)
        writes = [Write(noted, refs)]
        if state is not None and state.planned is not None and state.done is None:
            agreed = replace(state.planned, agreement=noted.agreement)
            writes.append(self._planned(case, agreed))
        return told(self._desk.record(case, *writes))

    def _planned(self, case: CaseId, action: ActionPlanned) -> Write:
        kept = cleaned(action)
        if not kept.text.strip():
            raise WordsMissing(field="action")
        file = self._desk.read(case)
        return Write(kept, file.refs(ActionPlanned, lambda former: former.action == kept.action))

    def _reason_due(self, judgement: Judgement) -> Due | None:
        if not judgement.provisional or judgement.reasons.strip():
            return None
        return self._tools.levels().end_of_shift(self._desk.clock.wall())

    @staticmethod
    def _ranges(results: Mapping[str, Result]) -> tuple[ComputedRange, ...]:
        return tuple(
            ComputedRange(
                pack,
                version,
                result.minimum,
                result.maximum,
                result.band_minimum or "",
                result.band_maximum or "",
                result.complete,
            )
            for key, result in results.items()
            for pack, _, version in [key.rpartition("-")]
        )

    def _heads(self) -> tuple[Ref, ...]:
        return tuple(Ref(head.chain, head.seq) for head in self._desk.vault.journal.heads())


def new_action() -> ActionId:
    """Return the identity of something to do."""
    return ActionId(uuid4())


def _acceptable(judgement: Judgement, critical: list[str]) -> None:
    provisional = judgement.level is Level.IMMINENT and judgement.provisional
    if not judgement.reasons.strip() and not provisional:
        raise ReasonMissing
    if judgement.review is None:
        raise ReviewMissing
    if judgement.level in _CALM and critical and not judgement.taken_into_account.strip():
        raise MarkersUnanswered(markers=", ".join(critical))


def _her(file: CaseFile) -> tuple[PersonId, ...]:
    """Return her, for whom a level is signed by default: one for nobody would show nowhere."""
    found = tuple(one.person for one in file.all(PersonDescribed) if one.role is Role.HER)
    if not found:
        raise WordsMissing(field="persons")
    return found[-1:]
