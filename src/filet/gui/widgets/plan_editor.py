"""Where an item of her plan is written: her words, how far they may go, and what if he knows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from filet.domain.kinds import Appears, MeasureWritten
from filet.domain.papers import stays_inside
from filet.domain.plan import Form, MeasureNature, may_leave
from filet.gui.context import Context
from filet.gui.models.natures import NATURES, why_there
from filet.gui.models.plan_rows import PAPERS
from filet.gui.widgets.appearing import parts_of
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.choice import FilterChip, Option, Segmented
from filet.gui.widgets.choice_box import ChoiceBox
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.item_text import ItemText
from filet.gui.widgets.labels import Text

_LEAVES = (Appears.TAKES, Appears.CARD)


class PlanEditor(QFrame):
    """One item being written, in the row where it stands.

    It can be made before it is wanted: what it shows comes with ``begin``, once.
    """

    edited = Signal()
    confirmed = Signal()
    left = Signal()
    removed = Signal()
    move_asked = Signal(int)
    undo_asked = Signal()
    grew = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("planEditor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build(context)
        self._lay_out(context)

    def begin(self, base: MeasureWritten, shown: MeasureWritten, hint: str = "") -> None:
        """Show an item, or what a draft kept of it.

        ``hint`` is what the catalogue says of « Et s'il le découvre? ».
        """
        self._base, self._wanted = base, shown.appears
        self.words.show_text(shown.text)
        self.papers.show_value(shown.appears)
        self.read_by_him.show_text(shown.read_by_him)
        self.if_discovered.show_text(shown.if_discovered)
        self.if_discovered.show_hint(hint)
        self.phone.show_text(shown.phone)
        self.contact.setChecked(shown.form == Form.CONTACT)
        self._show_nature(shown.nature)
        self._connect()
        self._explain()

    @property
    def base(self) -> MeasureWritten:
        """The item as it was before."""
        return self._base

    def measure(self) -> MeasureWritten:
        """Return the item as it is written; it goes no further than what she answered allows."""
        read, nature = self.read_by_him.text().strip(), self._nature()
        appears = self._wanted
        if appears in _LEAVES and (stays_inside(nature) or not read):
            appears = self._base.appears if self._base.appears not in _LEAVES else Appears.DOSSIER
        form = str(Form.CONTACT if self.contact.isChecked() else self._plain_form())
        return replace(
            self._base,
            text=self.words.toPlainText().strip(),
            appears=appears,
            nature=nature,
            form=form,
            read_by_him=read,
            if_discovered=self.if_discovered.text().strip(),
            phone=self.phone.text().strip() if form == Form.CONTACT else "",
        )

    def take_focus(self) -> None:
        """Put the caret at the end of her words."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def under_words(self) -> tuple[QWidget, ...]:
        """Return what stands under her words, each being painted by itself."""
        return tuple(part for part in parts_of(self) if part is not self.words)

    def ask_discovered(self) -> None:
        """Put the caret where « Et s'il le découvre? » is answered."""
        self.if_discovered.take_focus()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Tell that wrapped words need more lines where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of everything that is shown."""
        return self._column.totalHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for more or less room when the width changes."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.grew.emit()

    def _build(self, context: Context) -> None:
        t, theme = context.t, context.theme
        self.words = ItemText(context, t("Her words"))
        papers = [Option(one, t(PAPERS[one]), kind="small") for one in Appears]
        self.papers = Segmented(theme, t("May appear"), papers, Appears.DOSSIER)
        self.why = Text(theme, kind="small", tone="muted")
        self.read_by_him = LabelledField(context, t("What if he reads it?"))
        self.if_discovered = LabelledField(context, t("What if he finds out?"))
        self.phone = LabelledField(context, t("Phone number"))
        self.contact = FilterChip(theme, Option("", t("Somebody to call"), icon="phone"))
        self.about = _natures(context)
        self.done = Link(theme, t("It is well said"), icon="check", keys=(t("Enter"),))
        self.up, self.down = Link(theme, t("Move up")), Link(theme, t("Move down"))
        self.remove = Link(theme, t("Take out of the plan"))

    def _lay_out(self, context: Context) -> None:
        t, theme, px = context.t, context.theme, context.theme.px
        may = Flow(gap=8, line_gap=4)
        label = QLabel(t("May appear:"))
        label.setFont(theme.font("small"))
        may.add(label)
        may.add(self.papers)
        about = Flow(gap=8, line_gap=4)
        words = QLabel(t("It gives away"))
        words.setFont(theme.font("small"))
        words.setBuddy(self.about)
        about.add(words)
        about.add(self.about)
        about.add(self.contact)
        asked = Flow(gap=12, line_gap=6)
        for field in (self.phone, self.read_by_him, self.if_discovered):
            asked.add(field, least=px(240), stretch=1)
        acts = Flow(gap=6, line_gap=2)
        for act in (self.done, self.up, self.down, self.remove):
            acts.add(act)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(8), px(10), px(6))
        column.setSpacing(px(6))
        column.addWidget(self.words)
        column.addLayout(may)
        column.addWidget(self.why)
        column.addLayout(about)
        column.addLayout(asked)
        column.addLayout(acts)

    def _connect(self) -> None:
        self.words.textChanged.connect(self.edited)
        for field in (self.read_by_him, self.if_discovered, self.phone):
            field.edited.connect(lambda _: self._touched())
            field.confirmed.connect(self.confirmed)
        self.papers.chosen.connect(self._want)
        self.about.currentIndexChanged.connect(lambda _: self._change_nature())
        self.contact.toggled.connect(lambda _: self._touched())
        self.words.confirmed.connect(self.confirmed)
        self.words.left.connect(self.left)
        self.words.move_asked.connect(self.move_asked)
        self.words.undo_asked.connect(self.undo_asked)
        self.words.grew.connect(self.grew)
        self.done.clicked.connect(lambda *_: self.confirmed.emit())
        self.up.clicked.connect(lambda *_: self.move_asked.emit(-1))
        self.down.clicked.connect(lambda *_: self.move_asked.emit(1))
        self.remove.clicked.connect(lambda *_: self.removed.emit())

    def _want(self, paper: Appears) -> None:
        """Take how far she wants it to go; what must be asked first is asked here."""
        self._wanted = paper
        if paper in _LEAVES and stays_inside(self._nature()):
            self._wanted = self.measure().appears
            self.papers.show_value(self._wanted)
        self._touched()
        if self._wanted in _LEAVES and not self.read_by_him.text().strip():
            self.read_by_him.take_focus()

    def _change_nature(self) -> None:
        """Take what gives more away back to the dossier, until it is said otherwise."""
        if not may_leave(self._nature()):
            self._wanted = Appears.DOSSIER
            self.papers.show_value(self._wanted)
        self._touched()

    def _touched(self) -> None:
        self._explain()
        self.edited.emit()

    def _explain(self) -> None:
        answered = bool(self.read_by_him.text().strip())
        why = why_there(self._context, self._nature(), self._wanted, answered=answered)
        self.why.setText(why)
        self.papers.setAccessibleDescription(why)
        self.why.setVisible(bool(why))
        self.read_by_him.setVisible(self._wanted in _LEAVES or answered)
        self.phone.setVisible(self.contact.isChecked())
        self.up.setVisible(bool(self._base.rank))
        self.down.setVisible(bool(self._base.rank))
        self.grew.emit()

    def _show_nature(self, nature: str) -> None:
        """Show what an item gives away; a nature from a later pack stays what it is."""
        if nature not in set(MeasureNature):
            self.about.addItem(nature, nature)
        self.about.setCurrentIndex(self.about.findData(str(nature)))

    def _nature(self) -> str:
        return str(self.about.currentData())

    def _plain_form(self) -> str:
        return Form.KNOW if self._base.form == Form.CONTACT else self._base.form


def _natures(context: Context) -> ChoiceBox:
    """Return what an item may be about."""
    box = ChoiceBox(context.theme)
    for nature, words in NATURES.items():
        box.addItem(context.t(words), str(nature))
    box.setAccessibleName(context.t("What it gives away"))
    return box
