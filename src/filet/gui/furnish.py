"""Puts the pages that work into a room."""

from __future__ import annotations

from filet.gui.context import Context
from filet.gui.given import Given, Inside
from filet.gui.room import DOSSIERS, EMERGENCY, HELP, Room
from filet.gui.rooms import Rooms
from filet.gui.screens.emergency import EmergencyScreen
from filet.gui.screens.help import HelpScreen


def furnish(given: Given, context: Context, inside: Inside, room: Room) -> None:
    """Add each place; its page is made when she first goes there."""
    t = context.t
    room.add_place(DOSSIERS, t("Dossiers"), lambda: _dossiers(given, context, inside, room))
    room.add_place(EMERGENCY, t("Emergency"), lambda: _emergency(given, context, room))
    room.add_place(HELP, t("Help"), lambda: HelpScreen(context))


def _dossiers(given: Given, context: Context, inside: Inside, room: Room) -> Rooms:
    rooms = Rooms(context, inside.services, inside.initials, given.press())
    rooms.rail_changed.connect(lambda rail, long: room.show_case_rail(rail, long_work=long))
    rooms.alone_changed.connect(lambda alone: room.show_alone(alone=alone))
    rooms.path_changed.connect(lambda path: room.show_path(DOSSIERS, path))
    rooms.busy_changed.connect(room.busy_changed)
    rooms.saved.connect(lambda _: room.tell_saved())
    rooms.failed.connect(lambda _: room.tell_unsaved())
    rooms.emergency_wanted.connect(lambda: room.show_place(EMERGENCY))
    return rooms


def _emergency(given: Given, context: Context, room: Room) -> EmergencyScreen:
    page = EmergencyScreen(context, given.directory)
    page.left.connect(lambda: room.toggle(EMERGENCY))
    return page
