"""A dossier as on a common evening of appreciation: statements, words, a former level."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache
from uuid import uuid4

from indoors import Indoors

from filet.application.screening import new_session
from filet.domain.ids import CaseId, SessionId, StatementId
from filet.domain.instruments import Value
from filet.domain.kinds import (
    Level,
    Manner,
    PersonDescribed,
    Role,
    SessionBegun,
    Source,
    SourceKind,
    StatementMade,
    Status,
    WordsNoted,
)

_MILLISECOND = timedelta(milliseconds=1)
HER, POLICE = Source(SourceKind.HER), Source(SourceKind.POLICE)


def say(
    house: Indoors,
    case: CaseId,
    item: str,
    value: Value | None = Value.YES,
    source: Source = HER,
    *,
    scale: int | None = None,
    session: SessionId | None = None,
    pack: str = "inventaire-filet-1",
) -> StatementId:
    statement = StatementId(uuid4())
    said = StatementMade(statement, f"{item}@{pack}", value, source, scale=scale, session=session)
    house.services.screening.state(case, said)
    return statement


def correct(house: Indoors, case: CaseId, statement: StatementId, value: Value) -> None:
    """Correct a statement: it takes the place of the former."""
    made = house.desk.read(case).all(StatementMade)
    (former,) = [one for one in made if one.statement == statement]
    house.services.screening.state(case, replace(former, value=value))


def person(house: Indoors, case: CaseId, role: Role, given: str, family: str = "") -> None:
    described = PersonDescribed(house.services.cases.new_person(), role, given, family)
    house.services.cases.describe(case, described)


def weighed(house: Indoors) -> CaseId:
    """Return the dossier of Mirabelle: a level, then what was said since."""
    assert not house.vault.state.entries, "it takes the place of all that was written"
    case, written = _written(house.language)
    house.vault.take(written.vault)
    house.clock.move(milliseconds=(written.clock.wall() - house.clock.wall()) // _MILLISECOND)
    return case


@cache
def _written(language: str) -> tuple[CaseId, Indoors]:
    """Write it once: tests ask for it by the hundred."""
    house = Indoors(language)
    house.enroll()
    case = house.case("Mirabelle", "Exemple-Roy", status=Status.OUTREACH, children=1)
    person(house, case, Role.AUTHOR, "Fulgence", "Modèle")
    for item in ("neck_squeezed", "threats_to_kill", "people_ready", "phone_he_does_not_know"):
        say(house, case, item)
    say(house, case, "he_knows_leaving", Value.NO)
    say(house, case, "weapon_in_reach", Value.UNKNOWN)
    say(house, case, "her_fear", None, scale=5)
    house.sign(case, Level.AGGRAVATED, review=2)
    house.clock.move(days=7)
    session = new_session()
    begun = SessionBegun(session, Manner.FACE_TO_FACE)
    house.services.screening.begin(case, begun)
    say(house, case, "he_knows_leaving", session=session)
    say(house, case, "weapon_in_reach", source=POLICE)
    say(house, case, "weapon_in_reach", Value.NO, session=session)
    say(house, case, "stalking", Value.DECLINED, session=session)
    fear = say(house, case, "her_fear", None, scale=8, session=session)
    words = "Là, j'ai peur. C'est son calme qui me fait peur."
    house.services.screening.quote(case, WordsNoted(words, fear, session=session))
    for number in range(1, 20):
        value = Value.YES if number in (2, 6, 10) else Value.NO
        answer = Value.UNKNOWN if number in (14, 17) else value
        say(house, case, str(number), answer, pack="da-2004-1")
    return case, house
