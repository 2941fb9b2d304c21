"""Language, colours, size of the text, names, digits: how the screen speaks to her."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Slot

from filet.gui.context import Context
from filet.gui.habits import Habits
from filet.gui.screens.settings import SettingsPart
from filet.gui.theme import SCALES, ThemeName
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.page import card, line
from filet.gui.widgets.setting_row import SettingRow
from filet.i18n import N_

_SAID = {
    "language": N_("The language was changed."),
    "theme": N_("The colours were changed."),
    "scale": N_("The size of the text was changed."),
    "numbers_only": N_("What is shown of names was changed."),
    "digits": N_("The keys of the answers were changed."),
}


class DisplayPart(SettingsPart):
    """Applied the moment it is chosen."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(
            context,
            t("Display and language"),
            t("What is chosen here applies at once, on this computer."),
        )
        now = context.habits.now
        self.switches: dict[str, Segmented] = {
            "language": self._switch(t("Language"), _languages(), now.language),
            "theme": self._switch(t("Colours"), _themes(context), now.theme),
            "scale": self._switch(t("Size of the text"), _sizes(context), now.scale),
            "numbers_only": self._switch(t("Names"), _names(context), now.numbers_only),
            "digits": self._switch(t("Digits alone"), _digits(context), now.digits),
        }
        notes = {
            "language": t("Papers keep their own language, chosen each time."),
            "theme": t("Dark, for the night; high contrast, for tired eyes."),
            "scale": t("Ctrl + and Ctrl - do it from anywhere."),
            "numbers_only": t(
                "Numbers only, where somebody could look over your shoulder. Ctrl M from anywhere."
            ),
            "digits": t(
                "In an interview, 1 2 3 4 choose an answer. Turn this off where digits come by"
                " themselves: by voice, or with a switch."
            ),
        }
        self._lay_out(notes)
        for name, switch in self.switches.items():
            switch.chosen.connect(
                lambda value, name=name: self.take_habits(_SAID[name], **{name: value})
            )
        context.habits.changed.connect(self._show)

    def show_habit(self, name: str) -> None:
        """Put the keyboard on a switch."""
        if name in self.switches:
            self.switches[name].take_focus()

    @Slot(object, object)
    def _show(self, _: Habits, now: Habits) -> None:
        for name, switch in self.switches.items():
            switch.show_value(getattr(now, name))

    def _switch(self, name: str, options: Sequence[Option], value: Hashable) -> Segmented:
        return Segmented(self.context.theme, name, options, value)

    def _lay_out(self, notes: dict[str, str]) -> None:
        frame, column = card(self.context)
        for number, (name, switch) in enumerate(self.switches.items()):
            if number:
                column.addWidget(line())
            title = switch.accessibleName()
            column.addWidget(SettingRow(self.context, title, switch, notes[name]))
        self.column.addWidget(frame)


def _languages() -> list[Option]:
    """Each in its own words: she who needs it cannot read the other."""
    return [Option("fr", "Français"), Option("en", "English")]


def _themes(context: Context) -> list[Option]:
    t = context.t
    return [
        Option(ThemeName.LIGHT, t("Light")),
        Option(ThemeName.DARK, t("Dark")),
        Option(ThemeName.CONTRAST, t("High contrast")),
    ]


def _sizes(context: Context) -> list[Option]:
    return [Option(scale, context.t("{percent}%", percent=round(scale * 100))) for scale in SCALES]


def _names(context: Context) -> list[Option]:
    t = context.t
    return [Option(False, t("First name and initial")), Option(True, t("Numbers only"))]


def _digits(context: Context) -> list[Option]:
    t = context.t
    return [Option(True, t("Answer")), Option(False, t("Do nothing"))]
