"""How long nobody may touch anything before the screen locks."""

from __future__ import annotations

from PySide6.QtCore import Slot

from filet.gui.context import Context
from filet.gui.guards import COVERED, IDLE_BUSY, WARNING
from filet.gui.habits import IDLE_MINUTES, Habits
from filet.gui.screens.settings import SettingsPart
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import card, line
from filet.gui.widgets.setting_row import SettingRow
from filet.i18n import N_

_SAID = N_("The wait before the lock was changed.")


class LockPart(SettingsPart):
    """From 2 to 15 minutes."""

    def __init__(self, context: Context) -> None:
        t = context.t
        lead = t(
            "A lock closes the dossiers and keeps everything. The passphrase opens them again."
        )
        super().__init__(context, t("Locking"), lead)
        options = [
            Option(minutes, t("{minutes} min", minutes=minutes), _spoken(context, minutes))
            for minutes in IDLE_MINUTES
        ]
        title = t("Without a key or the mouse, lock after")
        self.idle = Segmented(context.theme, title, options, context.habits.now.idle)
        self.idle.chosen.connect(lambda minutes: self.take_habits(_SAID, idle=minutes))
        context.habits.changed.connect(self._show)
        note = t("It is announced {seconds} seconds before.", seconds=round(WARNING))
        frame, column = card(context)
        column.addWidget(SettingRow(context, title, self.idle, note))
        column.addWidget(line())
        for sentence in self._sentences():
            column.addWidget(Text(context.theme, sentence, tone="secondary"))
        self.column.addWidget(frame)

    def show_habit(self, name: str) -> None:
        """Put the keyboard on the switch."""
        if name == "idle":
            self.idle.take_focus()

    @Slot(object, object)
    def _show(self, _: Habits, now: Habits) -> None:
        self.idle.show_value(now.idle)

    def _sentences(self) -> tuple[str, ...]:
        t = self.context.t
        busy = round(IDLE_BUSY / 60)
        return (
            t(
                "During an interview, a call or a plan, the screen is covered first and locks"
                " after {minutes} minutes.",
                minutes=busy,
            ),
            t(
                "A screen that you covered yourself locks after {seconds} seconds.",
                seconds=round(COVERED),
            ),
            t("Ctrl L locks at once, from anywhere."),
        )


def _spoken(context: Context, minutes: int) -> str:
    return context.tn("{count} minute", "{count} minutes", minutes)
