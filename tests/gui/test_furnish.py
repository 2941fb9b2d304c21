"""What the places of a room do when she goes there first."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from filet.application.desk import Desk as WritingDesk
from filet.application.desk import Write
from filet.domain.ids import HOUSE, ExportId
from filet.domain.kinds import ExportBegun
from filet.gui.where import SETTINGS


def test_an_export_that_a_crash_stopped_is_settled_when_the_settings_open(desk: Any) -> None:
    one = desk()
    one.open()
    inside: Any = one.shell._inside
    vault = inside.entered.vault
    at = WritingDesk(vault, one.house.clock, inside.entered.worker)
    at.record_house(Write(ExportBegun(ExportId(UUID(int=1)), True, "raison", 1, 1, "aa" * 32)))
    assert one.shell.room is not None
    assert vault.journal.of_kinds(("export_abandoned/1",), HOUSE) == ()
    one.shell.room.show_place(SETTINGS)
    (abandoned,) = vault.journal.of_kinds(("export_abandoned/1",), HOUSE)
    assert abandoned.content.export == ExportId(UUID(int=1))
