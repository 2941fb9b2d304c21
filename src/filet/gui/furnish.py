"""Puts the pages that work into a room."""

from __future__ import annotations

from filet.gui.context import Context
from filet.gui.given import Given, Inside
from filet.gui.room import DOSSIERS, EMERGENCY, HELP, Room
from filet.gui.screens.emergency import EmergencyScreen
from filet.gui.screens.help import HelpScreen
from filet.gui.screens.home import HomeScreen


def furnish(given: Given, context: Context, inside: Inside, room: Room) -> None:
    """Add each place; its page is made when she first goes there."""
    t = context.t
    room.add_place(DOSSIERS, t("Dossiers"), lambda: _home(context, inside))
    room.add_place(EMERGENCY, t("Emergency"), lambda: _emergency(given, context, room))
    room.add_place(HELP, t("Help"), lambda: HelpScreen(context))


def _home(context: Context, inside: Inside) -> HomeScreen:
    home = HomeScreen(context, inside.services, inside.initials)
    home.load()
    return home


def _emergency(given: Given, context: Context, room: Room) -> EmergencyScreen:
    page = EmergencyScreen(context, given.directory)
    page.left.connect(lambda: room.toggle(EMERGENCY))
    return page
