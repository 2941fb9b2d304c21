"""What the pages before the dossiers share: switches above, a card, the net, useful numbers."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from filet.gui.context import Context
from filet.gui.forms.door import Ui_Door
from filet.gui.forms.door_page import Ui_DoorPage
from filet.gui.theme import ThemeName
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.icons import IconLabel
from filet.gui.widgets.keycap import KeyCaps
from filet.gui.widgets.labels import Text
from filet.gui.widgets.net import Mark, NetGround
from filet.gui.widgets.reading import read_as_laid_out

CARD_WIDTH = 560
SIZES = (1.0, 1.5, 2.0)
"""The three sizes of text that the switch offers; the keyboard has those between."""


def switches(context: Context) -> tuple[Segmented, Segmented, Segmented]:
    """Return the switches of language, colours and size of text."""
    t, theme = context.t, context.theme
    languages = [Option("fr", "Français"), Option("en", "English")]
    colours = [
        Option(ThemeName.LIGHT, t("Light")),
        Option(ThemeName.DARK, t("Dark")),
        Option(ThemeName.CONTRAST, t("Contrast")),
    ]
    sizes = [
        Option(1.0, "A", t("Normal text")),
        Option(1.5, "A", t("Large text"), kind="lead"),
        Option(2.0, "A", t("Very large text"), kind="h2"),
    ]
    nearest = min(SIZES, key=lambda size: abs(size - theme.scale))
    return (
        Segmented(theme, t("Language"), languages, context.language),
        Segmented(theme, t("Colours"), colours, theme.name),
        Segmented(theme, t("Size of the text"), sizes, nearest),
    )


class DoorPage(QWidget):
    """A page that tells nothing of the house; its card is filled by others."""

    language_chosen = Signal(object)
    theme_chosen = Signal(object)
    scale_chosen = Signal(object)
    help_asked = Signal()
    emergency_asked = Signal()
    busy = False
    """Whether what comes of a work is told on this very page, which must stay until then."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.form, self._page = Ui_Door(), Ui_DoorPage()
        self._switches = switches(context)
        self._numbers = Link(context.theme, context.t("Useful &numbers"))
        self._help = Link(context.theme, context.t("Help"))
        self._lay_out()
        self.inside, self.below = self._page.inside, self._page.below
        self._connect()

    def show_title(self, title: str, icon: str = "") -> None:
        """Show what page this is, beside the mark or an icon."""
        theme, head = self.context.theme, self._page.head
        if icon:
            picture = IconLabel(theme, 32)
            picture.show_icon(icon)
            head.addWidget(picture)
        else:
            head.addWidget(Mark(theme))
        heading = Text(theme, title, kind="h1")
        head.addWidget(heading, 1)

    def _connect(self) -> None:
        language, colours, size = self._switches
        language.chosen.connect(self.language_chosen)
        colours.chosen.connect(self.theme_chosen)
        size.chosen.connect(self.scale_chosen)
        self._numbers.clicked.connect(self.emergency_asked)
        self._help.clicked.connect(self.help_asked)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to something that appeared."""
        QTimer.singleShot(0, widget, lambda: self.form.area.ensureWidgetVisible(widget))

    def _lay_out(self) -> None:
        self.form.setupUi(self)
        self.form.area.setWidget(self._filled_page())
        self._fill_foot()

    def _filled_page(self) -> NetGround:
        theme, page = self.context.theme, self._page
        ground = NetGround(theme)
        page.setupUi(ground)
        page.card.setObjectName("kind-card")
        page.block.setMaximumWidth(min(theme.px(CARD_WIDTH), 1000))
        for switch in self._switches:
            page.above.addWidget(switch)
        read_as_laid_out(ground)
        page.column.setContentsMargins(0, 14, 0, 12)
        page.above.setContentsMargins(16, 0, 16, 0)
        page.middle.setContentsMargins(24, 0, 24, 0)
        page.parts.setContentsMargins(0, 12, 0, 12)
        page.inside.setContentsMargins(28, 26, 28, 24)
        return ground

    def _fill_foot(self) -> None:
        theme, form = self.context.theme, self.form
        picture = IconLabel(theme, 20)
        picture.show_icon("phone", "text.secondary")
        for widget in (picture, self._numbers, KeyCaps(theme, "F9")):
            form.numbers.addWidget(widget)
        for widget in (self._help, KeyCaps(theme, "F1")):
            form.help.addWidget(widget)
        form.row.setContentsMargins(16, 7, 16, 7)
