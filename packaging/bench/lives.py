"""What is written in an invented dossier, visit after visit: the same at every run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from uuid import UUID

from bench.invented import family, given, sentence
from filet.domain.ids import (
    ActionId,
    CallId,
    CaseId,
    LevelId,
    MeasureId,
    PersonId,
    Ref,
    SessionId,
    StatementId,
)
from filet.domain.instruments import Value
from filet.domain.kinds import (
    ActionDone,
    ActionPlanned,
    Appears,
    CallAttached,
    CallNoted,
    CaseCreated,
    CaseOpened,
    Content,
    Level,
    LevelSigned,
    Manner,
    MeasureWritten,
    Nature,
    NoteWritten,
    PersonDescribed,
    Role,
    SessionBegun,
    SessionEnded,
    Source,
    SourceKind,
    StatementMade,
    Status,
    StatusSet,
    WordsNoted,
)
from filet.domain.moments import Due, Told

FIRST_DAY = date(2024, 1, 8)
LONG_VISIT = 15
"""Entries of a long visit."""
STAYING = 30
"""Women who stay in the house now: as many as it has beds, however many dossiers it keeps."""
_ITEMS = 46
_LEVELS = (Level.NOT_ESTABLISHED, Level.MODERATE, Level.AGGRAVATED, Level.IMMINENT)


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be written, and what of this dossier it replaces: named by its slot."""

    content: Content
    slot: str = ""


@dataclass(slots=True)
class Dossier:
    """A dossier that is being written: chance of its own, and the last entry of each slot."""

    index: int
    case: CaseId
    her: PersonId
    random: Random
    last: dict[str, Ref] = field(default_factory=dict)


def uuid(random: Random) -> UUID:
    """Return a random identity that chance gives again at the next run."""
    return UUID(int=random.getrandbits(128), version=4)


def dossier(seed: str, index: int) -> Dossier:
    """Return a dossier in which nothing is written yet."""
    random = Random(f"{seed}/{index}")  # noqa: S311 - invented data, no secret
    return Dossier(index, CaseId(uuid(random)), PersonId(uuid(random)), random)


def opening(file: Dossier) -> Iterator[Said]:
    """Write who she is."""
    random = file.random
    yield Said(CaseCreated(f"26-A-{file.index:05}"))
    yield Said(PersonDescribed(file.her, Role.HER, given(random), family(random)), "her")
    gone = random.choices((Status.FIRST_CONTACT, Status.OUTREACH, Status.AFTER_STAY), (1, 5, 6))[0]
    status = Status.HOUSED if 0 <= file.index < STAYING else gone
    yield Said(StatusSet(status, FIRST_DAY))
    for _ in range(random.choices((0, 1, 2), (6, 2, 1))[0]):
        yield Said(PersonDescribed(PersonId(uuid(random)), Role.CHILD, given(random)))


def closing(file: Dossier) -> Iterator[Said]:
    """Close one dossier in fifty."""
    if file.index % 50 == 0:
        yield Said(StatusSet(Status.CLOSED, FIRST_DAY + timedelta(days=500)))


def short_visit(file: Dossier, number: int) -> Iterator[Said]:
    """Write two statements, and now and then words, a thing to do or a level."""
    yield statement(file, 2 * number)
    yield statement(file, 2 * number + 1)
    if number == 1 or file.random.random() < 0.1:
        yield Said(WordsNoted(sentence(file.random)))
    if number == 2 and file.index % 3 == 0:
        yield planned(file)
    if number == 3 and file.index % 4 == 0:
        yield level(file)


def long_visit(file: Dossier, number: int) -> Iterator[Said]:
    """Write fifteen entries, of which some correct the visit before."""
    random, session = file.random, SessionId(uuid(file.random))
    yield Said(CaseOpened())
    yield Said(SessionBegun(session, Manner.FACE_TO_FACE, Value.YES, language="fr"))
    for turn in range(6):
        yield statement(file, 6 * number + turn)
    yield Said(WordsNoted(sentence(random), session=session))
    yield Said(WordsNoted(sentence(random, 30), session=session))
    yield Said(NoteWritten(sentence(random, 40), session=session))
    yield measure(file, number % 8)
    yield planned(file) if number % 2 else done(file)
    yield level(file) if number % 5 == 4 else statement(file, number)
    yield Said(SessionEnded(session))


def call(file: Dossier) -> Iterator[Said]:
    """Note a call; one in ten belongs to a dossier."""
    random, identity = file.random, CallId(uuid(file.random))
    words, slot = sentence(random, 25), f"call {identity}"
    noted = CallNoted(identity, "22:47", given(random), words=words, asked=sentence(random, 5))
    yield Said(noted, slot)
    if random.random() < 0.1:
        yield Said(CallAttached(identity, file.last.pop(slot)))


def statement(file: Dossier, number: int) -> Said:
    """Answer an item; one answer in ten corrects the former answer to it."""
    item, random = number % _ITEMS, file.random
    said = StatementMade(
        StatementId(uuid(random)),
        f"item_{item:02}@inventaire-filet-1",
        random.choice((Value.YES, Value.NO, Value.NO, Value.UNKNOWN)),
        Source(SourceKind.HER),
        Nature.REPORTED,
        happened=Told("l'été passé", FIRST_DAY, FIRST_DAY + timedelta(days=90)),
        about=(file.her,),
    )
    return Said(said, f"item {item}" if random.random() < 0.1 else "")


def measure(file: Dossier, number: int) -> Said:
    """Write an item of her plan again."""
    identity = MeasureId(uuid(Random(f"{file.case}/{number}")))  # noqa: S311 - invented data
    words = sentence(file.random, 10)
    written = MeasureWritten(identity, "leaving", words, f"m{number}", Appears.STAYS)
    return Said(written, f"measure {number}")


def planned(file: Dossier) -> Said:
    """Plan something to do."""
    random = file.random
    due = Due(FIRST_DAY + timedelta(days=random.randrange(1200)), "13:30")
    return Said(ActionPlanned(ActionId(uuid(random)), sentence(random, 6), who="LB", due=due))


def done(file: Dossier) -> Said:
    """Say that something was done."""
    on = Due(FIRST_DAY + timedelta(days=file.random.randrange(600)))
    return Said(ActionDone(ActionId(uuid(file.random)), on, result=sentence(file.random, 6)))


def level(file: Dossier) -> Said:
    """Sign a level in the place of the former."""
    random = file.random
    signed = LevelSigned(
        level_id=LevelId(uuid(random)),
        level=random.choices(_LEVELS, (5, 4, 2, 1))[0],
        persons=(file.her,),
        authors=(),
        reasons=sentence(random, 20),
        review=Due(FIRST_DAY + timedelta(days=random.randrange(1200))),
        provisional=False,
        ranges=(),
        markers=("strangulation",),
        taken_into_account=sentence(random, 8),
        discussed_with="",
        as_of=(),
    )
    return Said(signed, "level")


def name(file: Dossier) -> PersonDescribed:
    """Give her another name."""
    return PersonDescribed(file.her, Role.HER, given(file.random), family(file.random))
