"""Puts the pages that work into a room."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

from filet.application.services import Services
from filet.domain.ids import CaseId
from filet.gui.context import Context
from filet.gui.copier import Copier
from filet.gui.exporter import Exporter
from filet.gui.finder import DossierFinder
from filet.gui.given import Given, Inside
from filet.gui.room import Room
from filet.gui.rooms import Rooms
from filet.gui.screens.emergency import EmergencyScreen
from filet.gui.screens.help import HelpScreen
from filet.gui.screens.home import HomeScreen
from filet.gui.screens.register import RegisterScreen
from filet.gui.screens.settings import PartMaker, SettingsScreen
from filet.gui.screens.settings_about import AboutPart
from filet.gui.screens.settings_access import AccessPart
from filet.gui.screens.settings_copies import CopiesPart
from filet.gui.screens.settings_display import DisplayPart
from filet.gui.screens.settings_export import ExportPart
from filet.gui.screens.settings_keeping import KeepingPart, Papers
from filet.gui.screens.settings_lock import LockPart
from filet.gui.screens.settings_numbers import NumbersPart
from filet.gui.screens.settings_packs import PacksPart
from filet.gui.screens.settings_print import PrintPart
from filet.gui.where import DOSSIERS, EMERGENCY, HELP, REGISTER, SETTINGS
from filet.gui.widgets.part_list import PartName


@dataclass(frozen=True, slots=True)
class Behind:
    """What works behind the pages, and outlives them."""

    copier: Copier
    exporter: Exporter


def furnish(given: Given, behind: Behind, context: Context, inside: Inside, room: Room) -> None:
    """Add each place; its page is made when she first goes there."""
    t = context.t
    home = cache(lambda: HomeScreen(context, inside.services, inside.initials))
    room.add_place(
        DOSSIERS, t("Dossiers"), lambda: _dossiers(given, context, inside, room, home()), home
    )
    room.add_place(REGISTER, t("Register"), lambda: _register(context, inside, room))
    room.add_place(SETTINGS, t("Settings"), lambda: _settings(given, context, inside, room, behind))
    room.add_place(EMERGENCY, t("Emergency"), lambda: _emergency(context, inside, room))
    room.add_place(HELP, t("Help"), lambda: HelpScreen(context, given.help))


def _dossiers(
    given: Given, context: Context, inside: Inside, room: Room, home: HomeScreen
) -> Rooms:
    rooms = Rooms(context, inside.services, inside.initials, given.press, room.room_for, home)
    rooms.rail_changed.connect(lambda rail, long: room.show_case_rail(rail, long_work=long))
    rooms.alone_changed.connect(lambda alone: room.show_alone(alone=alone))
    rooms.path_changed.connect(lambda path: room.show_path(DOSSIERS, path))
    rooms.busy_changed.connect(room.busy_changed)
    rooms.saved.connect(lambda _: room.tell_saved())
    rooms.failed.connect(lambda _: room.tell_unsaved())
    rooms.emergency_wanted.connect(lambda: room.show_place(EMERGENCY))
    room.anything.find_with(DossierFinder(inside.services.home))
    room.anything.case_wanted.connect(lambda case: _go_to_case(room, rooms, case))
    return rooms


def _go_to_case(room: Room, rooms: Rooms, case: CaseId) -> None:
    room.show_place(DOSSIERS)
    rooms.open_case(case)


def _settings(
    given: Given, context: Context, inside: Inside, room: Room, behind: Behind
) -> SettingsScreen:
    t, services = context.t, inside.services

    def about() -> AboutPart:
        part = AboutPart(context, given.about)
        part.help_wanted.connect(lambda topic: room.show_place(HELP, topic))
        return part

    def printing() -> PrintPart:
        press = given.press()
        return PrintPart(
            context, lambda: [one.name for one in press.devices() if not one.makes_file]
        )

    def numbers() -> NumbersPart:
        return NumbersPart(context, services, inside.initials)

    def copies() -> CopiesPart:
        part = CopiesPart(context, services.backing_up, behind.copier)
        part.restore_wanted.connect(behind.copier.restore_wanted)
        return part

    def keeping() -> KeepingPart:
        return KeepingPart(context, services, Papers(given.press, given.draw, inside.training))

    def export() -> ExportPart:
        part = ExportPart(context, services, behind.exporter, given.press)
        part.help_wanted.connect(lambda topic: room.show_place(HELP, topic))
        return part

    makers = (
        PartMaker(
            PartName("access", t("Workers and access"), "users-round"),
            lambda: AccessPart(context, services, given.phrase),
        ),
        PartMaker(PartName("copies", t("Copies"), "hard-drive"), copies),
        PartMaker(PartName("keeping", t("Retention"), "archive"), keeping),
        PartMaker(PartName("export", t("Export everything"), "file-output"), export),
        PartMaker(
            PartName("display", t("Display and language"), "type"), lambda: DisplayPart(context)
        ),
        PartMaker(PartName("lock", t("Locking"), "lock"), lambda: LockPart(context)),
        PartMaker(PartName("printing", t("Printing"), "printer"), printing),
        PartMaker(PartName("numbers", t("Emergency numbers"), "phone"), numbers),
        PartMaker(
            PartName("packs", t("Questionnaires"), "list"),
            lambda: _packs(context, services, behind, room),
        ),
        PartMaker(PartName("about", t("About Filet"), "info"), about),
    )
    page = SettingsScreen(context, services, makers)
    settle = partial(_settle_exports, services, behind.exporter)
    context.runner.submit(page, settle, done=lambda _: None, failed=lambda _: None)
    page.saved.connect(lambda _: room.tell_saved())
    page.failed.connect(lambda _: room.tell_unsaved())
    return page


def _packs(context: Context, services: Services, behind: Behind, room: Room) -> PacksPart:
    part = PacksPart(context, services, behind.copier)
    part.help_wanted.connect(lambda topic: room.show_place(HELP, topic))
    return part


def _settle_exports(services: Services, exporter: Exporter) -> None:
    """Say in the register that what a crash stopped was not handed over; tried again next time."""
    if services.retaining.manages() and not exporter.busy:
        services.exporting.settle()


def _register(context: Context, inside: Inside, room: Room) -> RegisterScreen:
    page = RegisterScreen(context, inside.services)
    page.saved.connect(lambda _: room.tell_saved())
    page.failed.connect(lambda _: room.tell_unsaved())
    return page


def _emergency(context: Context, inside: Inside, room: Room) -> EmergencyScreen:
    page = EmergencyScreen(context, inside.services.numbers.directory)
    page.left.connect(lambda: room.toggle(EMERGENCY))
    return page
