"""The one place that builds: who needs what, and which adapter it gets.

What the window has before its door is painted is built at the ``doorstep``.

Adapters that are heavy to import, or not needed at every start, are imported where they
are built.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from filet import __version__
from filet.adapters.clock import HOUSE_ZONE, SystemClock
from filet.application.access import Accesses
from filet.application.appraising import Appraising
from filet.application.attention import Attention
from filet.application.backing_up import BackingUp
from filet.application.calls import Calls
from filet.application.cases import Cases
from filet.application.checking import Checking
from filet.application.composing import Issue
from filet.application.control import Control
from filet.application.course import CourseClock
from filet.application.demonstrating import Demonstration, Send
from filet.application.desk import Desk
from filet.application.destroying import Destroying
from filet.application.drafting import Drafting
from filet.application.erasing import Erasing
from filet.application.exporting import Exporting
from filet.application.home import Home
from filet.application.interviewing import Interviewing
from filet.application.keeping import Clock
from filet.application.numbers import Numbers
from filet.application.outside import OutsideResults
from filet.application.over_time import OverTime
from filet.application.packs import HousePacks
from filet.application.pending import Pending
from filet.application.planning import Planning, measures
from filet.application.printing import Printing
from filet.application.quick import QuickUnlock
from filet.application.recovery import Recovery
from filet.application.referring import Referring
from filet.application.register import Register
from filet.application.restoring import Restoring, Way
from filet.application.retaining import Retaining
from filet.application.reviewing import Reviewing
from filet.application.salvaging import Salvaging
from filet.application.screening import Screening
from filet.application.seconding import Seconding
from filet.application.services import Services
from filet.application.undoing import Undoing
from filet.application.unlocking import Entered, Unlocking
from filet.application.versions import Versions
from filet.application.workers import Locker, Workers
from filet.domain.errors import LibraryMissing
from filet.domain.ids import CaseId
from filet.domain.kinds import Destination
from filet.paths import Paths

if TYPE_CHECKING:
    from filet.adapters.catalogue import Catalogue
    from filet.adapters.keys.cabinet import Cabinet
    from filet.adapters.keys.local import LocalSlots
    from filet.adapters.store.copies import Copies
    from filet.adapters.store.vaults import SqlVaults
    from filet.application.printing import Sheet
    from filet.domain.blocks import Paper
    from filet.domain.directory import Directory
    from filet.domain.help import Help
    from filet.gui.about import About
    from filet.gui.given import Mending
    from filet.gui.press import Press


def catalogue(paths: Paths) -> Catalogue:
    """Return the data that Filet brings along: read once, however often somebody unlocks."""
    return _catalogue(paths.resources)


@lru_cache(4)
def _catalogue(resources: Path) -> Catalogue:
    from filet.adapters.catalogue import Catalogue

    return Catalogue(resources)


def unlocking(paths: Paths) -> Unlocking:
    """Return the door of the house."""
    return _unlocking(paths, SystemClock())


def _unlocking(paths: Paths, clock: Clock) -> Unlocking:
    triggers = catalogue(paths).triggers
    return Unlocking(_key_files(), _vaults(paths, clock), clock, _pocket(paths), triggers)


def _vaults(paths: Paths, clock: Clock) -> SqlVaults:
    from filet.adapters.store.vaults import SqlVaults
    from filet.adapters.store.witness import Witness

    return SqlVaults(Witness(paths.local), clock, __version__, os.environ)


def services(entered: Entered, paths: Paths) -> Services:
    """Return what the worker who entered can do."""
    return _services(entered, paths, SystemClock())


def _services(entered: Entered, paths: Paths, clock: Clock) -> Services:
    from filet.adapters.documents import PdfProtector, ReportlabPrinter
    from filet.adapters.packages import Archive
    from filet.adapters.store.pending import JsonPacking
    from filet.adapters.store.replacing import beside

    data, locker = catalogue(paths), _locker(entered.folder)
    desk = Desk(entered.vault, clock, entered.worker, data.triggers)
    packs = HousePacks(desk, data)
    workers, erasing = Workers(desk, locker), Erasing(desk)
    phrases = PdfProtector(paths.resources / "phrases" / "fr.txt")
    printer = ReportlabPrinter(paths.resources / "fonts")
    printing = Printing(desk, data, printer, phrases, packs)
    archive = Archive(paths.resources / "export", phrases.phrase)
    destroying = Destroying(desk, erasing, workers, lambda: beside(entered.folder))
    return Services(
        cases=Cases(desk),
        calls=Calls(desk),
        screening=Screening(desk),
        appraising=Appraising(desk, packs),
        seconding=Seconding(desk, workers),
        reviewing=Reviewing(desk, data),
        planning=Planning(desk, packs),
        over_time=OverTime(desk, data),
        printing=printing,
        versions=Versions(desk, packs),
        erasing=erasing,
        undoing=Undoing(desk),
        home=Home(desk),
        drafting=Drafting(desk),
        pending=Pending(desk, entered.hand.hiding, JsonPacking()),
        attention=Attention(desk, packs),
        numbers=Numbers(desk, data),
        packs=packs,
        outside=OutsideResults(desk),
        control=Control(desk, data),
        interviewing=Interviewing(desk, packs),
        accesses=Accesses(desk),
        workers=workers,
        recovery=Recovery(desk, locker, workers),
        quick=QuickUnlock(desk, entered.folder, _pocket(paths)),
        backing_up=BackingUp(desk, entered, _copies(), _key_files(), __version__),
        destroying=destroying,
        retaining=Retaining(desk, workers, destroying, data),
        exporting=Exporting(
            desk, workers, archive, lambda case: _plan(desk, printing, case), _refuse_travelling
        ),
        referring=Referring(desk, data, printer, phrases),
        register=Register(desk),
    )


def _plan(desk: Desk, printing: Printing, case: CaseId) -> bytes | None:
    """Return a woman's plan as the sheet that stays, where there is one."""
    if not measures(desk.read(case)):
        return None
    return printing.preview(case, Issue("stays", "fr", Destination.STAYS_HERE))[1].data


def _pocket(paths: Paths) -> LocalSlots:
    """Return the slots of this computer that a PIN opens."""
    from filet.adapters.keys.derive import measured_cost
    from filet.adapters.keys.holder import Holder
    from filet.adapters.keys.local import LocalSlots
    from filet.adapters.store.witness import Witness

    witness = Witness(paths.local)
    return LocalSlots(
        paths.local, Holder(), lambda vault: witness.device(vault)[:16].hex(), measured_cost
    )


def _locker(folder: Path) -> Locker:
    """Return the key file of a house, and who works on it."""
    from filet.adapters.keys.cabinet import Cabinet
    from filet.adapters.keys.derive import measured_cost
    from filet.adapters.keys.locksmith import Locksmith
    from filet.adapters.keys.signatures import verify

    return Locker(folder, Cabinet(measured_cost), Locksmith(measured_cost), verify)


@dataclass(frozen=True, slots=True)
class Behind:
    """What the window asks for once its door was painted; each is made at the call."""

    paths: Paths

    def unlocking(self) -> Unlocking:
        """Return the door of the house."""
        return unlocking(self.paths)

    def services(self, entered: Entered) -> Services:
        """Return what the worker who entered can do."""
        return services(entered, self.paths)

    def directory(self) -> Directory:
        """Return the numbers that Filet brings along."""
        return catalogue(self.paths).directory()

    def help(self) -> Help:
        """Return what the help says."""
        return catalogue(self.paths).help()

    def proposed_folder(self) -> Path:
        """Return one folder that everybody who uses this computer can write."""
        from filet.adapters.store.places import shared_folder

        return shared_folder(os.environ, self.paths.local)

    def draw(self, paper: Paper) -> Sheet:
        """Return the sheet of a paper that is about nobody."""
        from filet.adapters.documents import ReportlabPrinter

        return ReportlabPrinter(self.paths.resources / "fonts").print(paper)

    def about(self) -> About:
        """Return what is said of Filet itself."""
        from filet.adapters.host.components import components
        from filet.gui.about import About, Component

        made_with = tuple(Component(*one) for one in components())
        return About(__version__, catalogue(self.paths).unreviewed(), made_with)

    def phrase(self) -> str:
        """Return five words that nobody chose (55 bits); nothing where their list is missing."""
        from filet.adapters.documents.protect import words_of

        try:
            words = words_of(self.paths.resources / "phrases" / "fr.txt")
        except LibraryMissing:
            return ""
        return " ".join(secrets.choice(words) for _ in range(5))

    def mending(self) -> Mending:
        """Return what goes back to a copy, and what saves the remains of damaged dossiers."""
        return _mending(self.paths, SystemClock())

    def press(self) -> Press:
        """Return what shows papers and prints them."""
        from filet.adapters.documents import Preview
        from filet.gui.printers import QtPress

        return QtPress(Preview())

    def refuse_place(self, folder: Path) -> None:
        """Refuse a place for dossiers before any passphrase is thought of."""
        from filet.adapters.store.places import refuse_personal

        refuse_personal(folder)
        _vaults(Paths(self.paths.resources, folder), SystemClock()).prepare(folder)


def _mending(paths: Paths, clock: Clock) -> Mending:
    from filet.gui.given import Mending

    return Mending(
        _restoring(paths, clock), _salvaging(paths, clock), way_of_passphrase, way_of_recovery
    )


def _refuse_travelling(folder: Path) -> None:
    """Refuse a folder from which a file would leave this computer by itself."""
    from filet.adapters.store.places import drive_of, refuse_unsafe

    refuse_unsafe(folder, os.environ, drive_of(folder))


@dataclass(frozen=True, slots=True)
class Door:
    """Which vault, and who opens it."""

    folder: Path
    initials: str
    passphrase: str


@dataclass(frozen=True, slots=True)
class Walk:
    """A demonstration in a training vault of its own."""

    demonstration: Demonstration
    services: Services
    entered: Entered

    def close(self) -> None:
        """Lock the vault."""
        self.entered.vault.close()


def demonstration(paths: Paths, door: Door, language: str, send: Send) -> Walk:
    """Return a walk through the training dossier, which ends today."""
    from filet.adapters.catalogue.course import read_course

    data = catalogue(paths)
    actions = {action.id: action.texts[language] for action in data.actions()}
    course = read_course(paths.resources / "demo", language, actions)
    start = SystemClock().today() - timedelta(days=course.days + 1)
    clock = CourseClock(start, HOUSE_ZONE)
    entered, _ = _unlocking(paths, clock).create(
        door.folder, door.initials, door.passphrase, training=True
    )
    can = _services(entered, paths, clock)
    return Walk(Demonstration(course, clock, can, send), can, entered)


def restoring(paths: Paths) -> Restoring:
    """Return what puts a copy in the place of the dossiers."""
    return _restoring(paths, SystemClock())


def _restoring(paths: Paths, clock: Clock) -> Restoring:
    triggers = catalogue(paths).triggers
    return Restoring(_copies(), _key_files(), _vaults(paths, clock), clock, triggers)


def salvaging(paths: Paths) -> Salvaging:
    """Return what saves the remains of a damaged vault."""
    return _salvaging(paths, SystemClock())


def _salvaging(paths: Paths, clock: Clock) -> Salvaging:
    from filet.adapters.store.wrecks import SqlWrecks

    triggers = catalogue(paths).triggers
    return Salvaging(SqlWrecks(_vaults(paths, clock)), _key_files(), clock, triggers)


def way_of_passphrase(initials: str, passphrase: str) -> Way:
    """Return how the keys in a folder open with a passphrase."""
    keys = _key_files()
    return lambda folder: keys.open(folder, initials or keys.only_label(folder), passphrase)


def initials_in(folder: Path) -> str:
    """Return the initials of the only worker of a house; nothing when there are several."""
    return _key_files().only_label(folder)


def way_of_recovery(lines: tuple[str, ...]) -> Way:
    """Return how the keys in a folder open with the recovery key."""
    keys = _key_files()
    return lambda folder: keys.recover(folder, lines)


def _copies() -> Copies:
    from filet.adapters.store.copies import Copies

    return Copies(os.environ)


def _key_files() -> Cabinet:
    from filet.adapters.keys.cabinet import Cabinet
    from filet.adapters.keys.derive import measured_cost

    return Cabinet(measured_cost)


def checking(entered: Entered, paths: Paths) -> Checking:
    """Return what verifies an open vault."""
    from filet.adapters.keys.signatures import verify

    desk = Desk(entered.vault, SystemClock(), entered.worker, catalogue(paths).triggers)
    return Checking(desk, verify)
