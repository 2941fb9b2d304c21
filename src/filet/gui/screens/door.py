"""What the pages before the dossiers share: switches above, a card, the net, useful numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from filet.gui.context import Context
from filet.gui.theme import ThemeName
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.choice import Option, Segmented
from filet.gui.widgets.icons import IconLabel
from filet.gui.widgets.keycap import KeyCaps
from filet.gui.widgets.labels import Text
from filet.gui.widgets.net import Mark, NetGround
from filet.gui.widgets.tall import Tall

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

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.card = QFrame()
        self.card.setObjectName("kind-card")
        self.inside = QVBoxLayout(self.card)
        self.inside.setContentsMargins(28, 26, 28, 24)
        self.inside.setSpacing(14)
        self.head = QHBoxLayout()
        self._area = QScrollArea()
        self.below = QHBoxLayout()
        self._switches = switches(context)
        self._numbers = Link(context.theme, context.t("Useful &numbers"))
        self._help = Link(context.theme, context.t("Help"))
        self._lay_out()
        self._connect()

    def show_title(self, title: str, icon: str = "") -> None:
        """Show what page this is, beside the mark or an icon."""
        theme = self.context.theme
        if icon:
            picture = IconLabel(theme, 32)
            picture.show_icon(icon)
            self.head.addWidget(picture)
        else:
            self.head.addWidget(Mark(theme))
        heading = Text(theme, title, kind="h1")
        self.head.addWidget(heading, 1)

    def _connect(self) -> None:
        language, colours, size = self._switches
        language.chosen.connect(self.language_chosen)
        colours.chosen.connect(self.theme_chosen)
        size.chosen.connect(self.scale_chosen)
        self._numbers.clicked.connect(self.emergency_asked)
        self._help.clicked.connect(self.help_asked)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scrolled(), 1)
        whole.addWidget(self._foot())

    def _scrolled(self) -> QScrollArea:
        page = NetGround(self.context.theme)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 14, 0, 12)
        column.setSpacing(0)
        column.addLayout(self._above())
        column.addStretch(1)
        column.addLayout(self._middle())
        column.addStretch(2)
        area = self._area
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area

    def reveal(self, widget: QWidget) -> None:
        """Scroll to something that appeared."""
        QTimer.singleShot(0, widget, lambda: self._area.ensureWidgetVisible(widget))

    def _above(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addStretch(1)
        for switch in self._switches:
            row.addWidget(switch)
        return row

    def _middle(self) -> QHBoxLayout:
        block = Tall()
        block.setMaximumWidth(min(self.context.theme.px(CARD_WIDTH), 1000))
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(16)
        self.head.setSpacing(12)
        column.addLayout(self.head)
        column.addWidget(self.card)
        column.addLayout(self.below)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.addStretch(1)
        row.addWidget(block, 1000)
        row.addStretch(1)
        return row

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(10)
        picture = IconLabel(self.context.theme, 20)
        picture.show_icon("phone", "text.secondary")
        row.addStretch(1)
        row.addWidget(picture)
        row.addWidget(self._numbers)
        row.addWidget(KeyCaps(self.context.theme, "F9"))
        row.addSpacing(24)
        row.addWidget(self._help)
        row.addWidget(KeyCaps(self.context.theme, "F1"))
        row.addStretch(1)
        return foot
