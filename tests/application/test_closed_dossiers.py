"""A dossier that is closed to a worker exists nowhere for her, whatever she asks of Filet.

Every use case is walked with whatever arguments its hints ask for, taken from the closed
dossier: a use case that is written tomorrow is walked as well.
"""

from __future__ import annotations

import copy
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from builders import House
from examples import EXAMPLES
from indoors import MAUDE, Indoors

from filet.application.access import Accesses
from filet.application.calls import Calls
from filet.application.cases import Cases
from filet.application.desk import Desk, HouseDesk, Write
from filet.application.drafting import Drafting
from filet.application.erasing import Erasing
from filet.application.home import Chip, Home, HomeList
from filet.application.interviewing import INVENTORY
from filet.application.keeping import DraftKey
from filet.application.projecting import rebuild
from filet.application.sight import Hidden, SeenLists
from filet.domain.casefile import CaseFile
from filet.domain.errors import CaseNotFound, DossierClosed, NotAllowed, WordsMissing
from filet.domain.ids import HOUSE, CaseId, WorkerId
from filet.domain.journal import Entry
from filet.domain.kinds import (
    AccessClosed,
    Appears,
    CallNoted,
    CommunicationMade,
    Content,
    Destination,
    DisclosureMade,
    Duty,
    ErasureReason,
    Ground,
    Level,
    MeasureWritten,
    SafeContactSet,
    SomeoneAsked,
    Source,
    SourceKind,
    Status,
    WordsNoted,
)
from filet.domain.moments import Due
from filet.domain.rows import people

SECRET, TOLD = "zephyrine", "indigo"
BY_NAME: dict[str, Any] = {
    "template": "stays",
    "language": "fr",
    "destination": Destination.STAYS_HERE,
    "pack": INVENTORY,
    "item": "neck_squeezed@inventaire-filet-1",
    "review": Due(date(2030, 1, 1)),
}
BOTH = f"{SECRET} {TOLD}"


def written(room: Indoors, case: CaseId) -> None:
    """Write something of every kind in a dossier; all of it says both words."""
    can = room.services
    can.cases.note(case, BOTH)
    can.cases.set_safe_contact(case, SafeContactSet("555-0100", when=BOTH))
    can.screening.quote(case, WordsNoted(BOTH, source=Source(SourceKind.HER)))
    can.planning.write(case, _example(MeasureWritten, text=BOTH, appears=Appears.STAYS))
    room.plan(case, BOTH, days=-2)
    room.sign(case, Level.IMMINENT, review=1)
    call = can.calls.note(CallNoted(_example(CallNoted).call, caller=BOTH, words=BOTH)).value
    can.calls.join(case, call.ref)
    asked = _example(SomeoneAsked, name=BOTH, about=BOTH, suspicious=True)
    can.calls.join(case, can.calls.note(asked).value.ref)
    can.calls.tell(CommunicationMade(case, BOTH, "", "", "", BOTH, BOTH, Ground.LAW))
    room.desk.record_house(Write(_example(DisclosureMade, about=case, purpose=BOTH)))
    can.drafting.keep(can.drafting.key("note", case), {"text": BOTH})


def _example(kind: type[Content], **changed: object) -> Any:
    found = next(one for one in EXAMPLES.values() if type(one) is kind)
    return replace(found, **changed)


class Walk:
    """A worker who tries everything about one dossier."""

    def __init__(self, room: Indoors, case: CaseId) -> None:
        self.room, self.case = room, case
        self.file = HouseDesk(room.vault, room.clock, MAUDE).read(case)
        self.entries = self.file.entries

    def everything(self) -> Iterator[tuple[str, Callable[[], object]]]:
        for name in self.room.services.__slots__:
            service = getattr(self.room.services, name)
            for method in dir(type(service)):
                if service is not None and not method.startswith("_"):
                    yield f"{name}.{method}", lambda s=service, m=method: self.call(getattr(s, m))  # type: ignore[misc]  # mypy cannot infer it

    def call(self, method: Callable[..., object]) -> object:
        hints = typing.get_type_hints(method)
        hints.pop("return", None)
        given = {name: self.named(name, hint) for name, hint in hints.items()}
        found = method(**given)
        return list(found) if isinstance(found, Iterator) else found

    def named(self, name: str, hint: Any) -> Any:
        """Return an argument, or the field of one, by its name where that says more."""
        if hint is DraftKey:
            return self.room.services.drafting.key("note", self.case)
        return BY_NAME[name] if name in BY_NAME else self.made(hint)

    def made(self, hint: Any) -> Any:
        """Return an argument that a hint asks for: of the closed dossier where it can be."""
        if hint is CaseId:
            return self.case
        if hint is HomeList:
            return self.room.services.home.all()
        if hint is CaseFile:
            return self.room.services.cases.read(self.case)
        if hint is Entry:
            return self.entries[-1]
        origin = typing.get_origin(hint)
        if origin in (types.UnionType, typing.Union):
            options = typing.get_args(hint)
            return None if type(None) in options else self.made(options[0])
        if origin is not None:
            return self._many(origin, hint)
        return self._one(hint)

    def _many(self, origin: Any, hint: Any) -> Any:
        inner = [one for one in typing.get_args(hint) if one is not Ellipsis]
        if issubclass(origin, Mapping):
            return {}
        if origin is Callable or not issubclass(origin, Iterable):
            return lambda *_: None
        made = self.made(inner[0])
        return frozenset() if issubclass(origin, frozenset) else (made,)

    def _one(self, hint: Any) -> Any:
        plain: dict[Any, Any] = {
            str: TOLD, int: 50, bool: False, date: date(2030, 1, 1), Path: Path("/nowhere/at/all"),
        }  # fmt: skip
        if hint in plain:
            return plain[hint]
        if isinstance(hint, typing.NewType):
            return self._identity(hint)
        if issubclass(hint, Enum):
            return next(iter(hint))
        if issubclass(hint, Content):
            return self._content(hint)
        if hint.__name__ == "Ref":
            return self.entries[-1].ref
        hints = typing.get_type_hints(hint)
        needed = [one.name for one in fields(hint) if one.default is MISSING]
        return hint(**{name: self.named(name, hints[name]) for name in needed})

    def _content(self, kind: type[Content]) -> Content:
        own = [entry.content for entry in self.entries if isinstance(entry.content, kind)]
        return own[-1] if own else _example(kind)

    def _identity(self, hint: Any) -> Any:
        """Return an identity of the closed dossier, found by the hints of what it holds."""
        for entry in reversed(self.entries):
            if entry.content is None:
                continue
            for name, own in typing.get_type_hints(type(entry.content)).items():
                if own is hint and getattr(entry.content, name) is not None:
                    return getattr(entry.content, name)
        return next(iter(people(self.file)), UUID(int=1))


def shown(value: object, unpack: Callable[[bytes], object]) -> Iterator[str]:
    """Yield every text in a value, however deep; packed lines are unpacked."""
    match value:
        case bytes():
            try:
                yield from shown(unpack(value), unpack)
            except Exception:  # noqa: BLE001 - bytes that are no packed line say nothing
                return
        case str() | UUID():
            yield str(value)
        case Mapping():
            yield from (
                text for pair in value.items() for one in pair for text in shown(one, unpack)
            )
        case Iterable():
            yield from (text for one in value for text in shown(one, unpack))
        case _ if is_dataclass(value):
            for one in fields(value):
                yield from shown(getattr(value, one.name), unpack)
        case _:
            return


def walked(room: Indoors, case: CaseId, number: str) -> set[str]:
    """Return which use cases told of the dossier."""
    walk = Walk(room, case)
    told = set[str]()
    kept = copy.copy(room.vault.state)
    for name, ask in walk.everything():
        try:
            found = ask()
        except Exception:  # noqa: BLE001, S112 - what refuses, or is asked nonsense, tells nothing
            continue
        finally:
            room.vault.state = copy.copy(kept)
            room.desk.look_again()
        texts = " ".join(shown(found, room.vault.lists.unpack))
        if SECRET in texts.casefold() or number in texts:
            told.add(name)
    return told


@pytest.fixture
def room() -> Indoors:
    made = Indoors()
    made.enroll()
    return made


@pytest.fixture
def case(room: Indoors) -> CaseId:
    found = room.case(BOTH, SECRET, status=Status.HOUSED, children=1)
    written(room, found)
    room.case("Mirabelle", "Exemple")
    return found


def close(room: Indoors, case: CaseId) -> Indoors:
    """Close a dossier to whoever is in this room, and come in again."""
    desk = HouseDesk(room.vault, room.clock, MAUDE)
    desk.record_house(Write(AccessClosed(case, MAUDE, "son cousin")))
    return Indoors(vault=room.vault, clock=room.clock)


TELL = {
    "home.all", "home.first_page", "home.due", "calls.near", "calls.latest", "calls.told_about",
    "cases.open", "cases.read", "cases.note", "attention.of", "printing.remember",
    "planning.write", "drafting.read", "interviewing.stop", "screening.quote", "erasing.move",
    "undoing.undo",
}  # fmt: skip
"""Some of what tells of the dossier while it is open: the walk is not an empty one."""


def test_no_use_case_tells_of_a_closed_dossier(room: Indoors, case: CaseId) -> None:
    number = room.services.home.first_page()[0].number
    assert walked(room, case, number) >= TELL
    assert walked(close(room, case), case, number) == set()


def test_no_use_case_changes_a_closed_dossier(room: Indoors, case: CaseId) -> None:
    closed = close(room, case)
    walk = Walk(closed, case)
    before = HouseDesk(room.vault, room.clock, MAUDE).fold(case).entries
    kept = copy.copy(room.vault.state)
    for _, ask in walk.everything():
        with suppress(Exception):
            ask()
        now = HouseDesk(room.vault, room.clock, MAUDE).fold(case).entries
        assert [one.ref for one in now] == [one.ref for one in before]
        assert not any(one.blank for one in now)
        closed.vault.state = copy.copy(kept)
        closed.desk.look_again()


# Each place where she could have met it -----------------------------------------------


@dataclass
class Two:
    """A director, and a worker to whom a dossier may be closed, in one house on disk."""

    house: House
    desk: Desk
    case: CaseId
    worker: WorkerId

    def close(self) -> None:
        Accesses(self.desk).close(self.case, self.worker, "son cousin")

    def hers(self) -> Desk:
        return Desk(self.desk.whole, self.house.clock, self.worker)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    house = House(tmp_path)
    entered = house.create()
    desk = house.desk(entered)
    worker = house.let_in(desk, "CD")
    case = Cases(desk).create("Zephyrine", "Indigo").value.case
    Cases(desk).note(case, "elle parle de la rivière")
    yield Two(house, desk, case, worker)
    entered.vault.close()


def found(desk: Desk, typed: str) -> int:
    home = Home(desk)
    return len(home.search(home.all(), typed))


def test_her_rows_counts_and_searches_hold_nothing_of_it(two: Two) -> None:
    Cases(two.desk).create("Zephyrine", "Autre")
    assert (found(two.hers(), "zeph"), found(two.hers(), "rivière")) == (2, 1)
    two.close()
    assert (found(two.hers(), "zeph"), found(two.hers(), "rivière")) == (1, 0)
    assert Home(two.hers()).all().counted()[Chip.ALL] == 1
    assert Home(two.desk).all().counted()[Chip.ALL] == 2
    assert found(two.desk, "rivière") == 1


def test_near_matches_do_not_warn_of_it(two: Two) -> None:
    assert Calls(two.hers()).near("Zephyrine Indigo")
    two.close()
    assert Calls(two.hers()).near("Zephyrine Indigo") == ()


def test_a_call_attached_to_it_is_hidden_in_every_note_of_it(two: Two) -> None:
    calls = Calls(two.desk)
    first = calls.note(_example(CallNoted, caller="Zephyrine")).value
    calls.note(replace(_example(CallNoted, caller="Zephyrine"), done="rappelée"), first)
    two.close()
    assert len(Calls(two.hers()).latest()) == 1
    calls.join(two.case, first.ref)
    assert Calls(two.hers()).latest() == ()
    assert len(Calls(two.desk).latest()) == 1


def test_a_limit_counts_what_she_sees(two: Two) -> None:
    lists = SeenLists(two.desk.whole.lists, Hidden(frozenset({two.case})))
    others = [Cases(two.desk).create(f"Iris{number}").value.case for number in range(3)]
    assert {line.case for line in lists.first(3)} == set(others)
    assert lists.search(["iris2"], 1)[0][0] == others[2]
    assert lists.search(["rivière"], 5) == ()


def test_drafts_she_left_in_it_wait_unseen(two: Two) -> None:
    drafting = Drafting(two.hers())
    key = drafting.key("note", two.case)
    drafting.keep(key, {"text": "mots"})
    two.close()
    closed = Drafting(two.hers())
    assert closed.read(key) == {}
    assert two.hers().vault.drafts.of_worker(two.worker) == ()
    with pytest.raises(DossierClosed):
        closed.keep(key, {"text": "encore"})
    Accesses(two.desk).reopen(two.case, two.worker, "erreur de nom")
    assert Drafting(two.hers()).read(key) == {"text": "mots"}


def test_lists_made_again_while_she_works_lose_nothing_of_it(two: Two) -> None:
    two.close()
    rebuild(two.hers())
    assert [row.case for row in two.desk.whole.lists.all()] == [two.case]


# Who closes and who opens -------------------------------------------------------------


def test_anybody_closes_a_dossier_to_herself_and_does_not_open_it_again(two: Two) -> None:
    Accesses(two.hers()).close(two.case, two.worker, "je connais son frère")
    with pytest.raises(DossierClosed):
        Cases(two.hers()).open(two.case)
    with pytest.raises(NotAllowed):
        Accesses(two.hers()).reopen(two.case, two.worker, "tout va bien")
    assert Cases(two.desk).open(two.case).case == two.case


def test_only_who_manages_closes_one_to_somebody_else(two: Two) -> None:
    with pytest.raises(NotAllowed):
        Accesses(two.hers()).close(two.case, two.desk.worker, "sa voisine")
    two.close()
    (closing,) = Accesses(two.desk).closings()
    assert (closing.worker, closing.reason, closing.by) == (
        two.worker, "son cousin", two.desk.worker,
    )  # fmt: skip
    with pytest.raises(NotAllowed):
        Accesses(two.hers()).closings()


def test_it_is_said_why(two: Two) -> None:
    for act in (Accesses(two.desk).close, Accesses(two.desk).reopen):
        with pytest.raises(WordsMissing):
            act(two.case, two.worker, " ")


def test_a_closure_goes_with_the_dossier_that_is_destroyed(two: Two) -> None:
    two.close()
    Erasing(two.desk).destroy(two.case, ErasureReason.RETENTION)
    assert Accesses(two.desk).closings() == ()
    names = ("access_closed/1",)
    assert two.desk.whole.journal.of_kinds(names, HOUSE) == ()


# Breaking the glass -------------------------------------------------------------------


@pytest.mark.parametrize("asked", ["26-A-0001", "Zephyrine Indigo", " indigo  ZEPHYRINE "])
def test_the_glass_is_broken_by_number_or_whole_name_and_with_a_reason(
    two: Two, asked: str
) -> None:
    two.close()
    desk = two.hers()
    line = Accesses(desk).break_glass(asked, "seule cette nuit").value
    assert line.case == two.case
    assert Cases(desk).open(two.case).case == two.case
    (breaking,) = Accesses(two.desk).breakings()
    assert (breaking.by, breaking.case, breaking.reason) == (
        two.worker, two.case, "seule cette nuit",
    )  # fmt: skip
    two.house.clock.move(hours=13)
    with pytest.raises(DossierClosed):
        Cases(two.hers()).open(two.case)


@pytest.mark.parametrize("asked", ["Zephyrine", "Zephyrine Autre", "26-A-0009", "", "26"])
def test_asking_is_kept_even_when_nothing_is_found(two: Two, asked: str) -> None:
    two.close()
    with pytest.raises(CaseNotFound):
        Accesses(two.hers()).break_glass(asked, "seule cette nuit")
    (breaking,) = Accesses(two.desk).breakings()
    assert (breaking.case, breaking.asked) == (None, asked)
    assert found(two.hers(), "zeph") == 0


def test_no_glass_is_broken_without_a_reason(two: Two) -> None:
    two.close()
    with pytest.raises(WordsMissing):
        Accesses(two.hers()).break_glass("26-A-0001", "  ")
    assert Accesses(two.desk).breakings() == ()


def test_only_who_manages_sees_who_broke_what(two: Two) -> None:
    with pytest.raises(NotAllowed):
        Accesses(two.hers()).breakings()


def test_a_manager_to_whom_it_is_closed_does_not_see_who_broke_it(two: Two) -> None:
    other = two.house.let_in(two.desk, "EF", Duty.COORDINATION)
    Accesses(two.desk).close(two.case, other, "sa belle-sœur")
    two.close()
    Accesses(two.hers()).break_glass("26-A-0001", "seule cette nuit")
    theirs = Accesses(Desk(two.desk.whole, two.house.clock, other))
    assert theirs.breakings() == ()
    assert theirs.closings() == ()
