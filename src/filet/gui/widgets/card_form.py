"""What she puts on her discreet card: it begins empty, and every word is hers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from filet.domain.kinds import CardWritten
from filet.gui.context import Context
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.check_line import CheckLine
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.paragraph import Paragraph

_ROWS = 4


class CardForm(QFrame):
    """Two sides: numbers under names she invents, then a few lines."""

    edited = Signal()

    def __init__(self, context: Context, beside: Mapping[str, str]) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        said = {key.removeprefix("screen."): words for key, words in beside.items()}
        self.title = LabelledField(context, said.get("panel_first", ""))
        self.names = [LabelledField(context, said.get("line_name", "")) for _ in range(_ROWS)]
        self.numbers = [LabelledField(context, said.get("line_number", "")) for _ in range(_ROWS)]
        self.back_title = LabelledField(context, said.get("panel_second", ""))
        self.lines = Paragraph(context, said.get("line_words", ""), lines=3)
        self.begins = Text(theme, said.get("starts_empty", ""), kind="small", tone="muted")
        self.house = Text(theme, said.get("house_number", ""), kind="small", tone="muted")
        self.contacts = Flow(gap=4, line_gap=2)
        self.betrays = Text(theme, kind="strong", tone="note")
        self.why = Text(theme, said.get("betrays_why", ""), kind="small")
        self.kept_words = CheckLine(theme, t("She keeps these words, knowing it"))
        self._says, self._betraying = said.get("betrays", "{word}"), False
        self._lay_out()
        self.show_betraying(())

    def card(self) -> CardWritten:
        """Return the card as it is written."""
        rows = ((a.text().strip(), b.text().strip()) for a, b in self._rows())
        lines = (line.strip() for line in self.lines.text().splitlines())
        return CardWritten(
            self.title.text().strip(),
            tuple(row for row in rows if any(row)),
            self.back_title.text().strip(),
            tuple(filter(None, lines)),
        )

    def texts(self) -> dict[str, str]:
        """Return what is written, as a draft keeps it."""
        return {name: field.text() for name, field in self._fields().items()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show what a draft kept; nothing is said."""
        self.lines.area.blockSignals(True)
        for name, field in self._fields().items():
            field.show_text(texts.get(name, ""))
        self.lines.area.blockSignals(False)

    def show_card(self, card: CardWritten) -> None:
        """Show a card; nothing is said."""
        names = {f"name{n}": row[0] for n, row in enumerate(card.numbers)}
        numbers = {f"number{n}": row[1] for n, row in enumerate(card.numbers)}
        sides = {"title": card.title, "back_title": card.back_title}
        self.show_texts(sides | names | numbers | {"lines": "\n".join(card.lines)})

    def show_contacts(self, phones: Sequence[str]) -> None:
        """Offer the numbers of her plan; she still invents the name."""
        while self.contacts.count():
            item = self.contacts.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for phone in phones:
            link = Link(self._context.theme, self._context.t("Put {number}", number=phone))
            link.clicked.connect(lambda *_, phone=phone: self._put(phone))
            self.contacts.add(link)

    def show_betraying(self, words: Sequence[str]) -> None:
        """Name the exact words that would tell him what the card is for."""
        self._betraying = bool(words)
        self.betrays.setText(self._says.format(word=", ".join(words)))
        for widget in (self.betrays, self.why, self.kept_words):
            widget.setVisible(bool(words))
        if not words:
            self.kept_words.setChecked(False)

    def has_betraying(self) -> bool:
        """Tell whether a word of the card would betray her."""
        return self._betraying

    def take_focus(self) -> None:
        """Put the caret on the first name."""
        self.names[0].take_focus()

    def _rows(self) -> list[tuple[LabelledField, LabelledField]]:
        return list(zip(self.names, self.numbers, strict=True))

    def _fields(self) -> dict[str, LabelledField | Paragraph]:
        names = {f"name{n}": field for n, field in enumerate(self.names)}
        numbers = {f"number{n}": field for n, field in enumerate(self.numbers)}
        sides = {"title": self.title, "back_title": self.back_title}
        return {**sides, **names, **numbers, "lines": self.lines}

    def _put(self, phone: str) -> None:
        """Put a number on the first empty line, and ask for the name she invents."""
        for name, number in self._rows():
            if not name.text().strip() and not number.text().strip():
                number.show_text(phone)
                name.take_focus()
                self._changed()
                return

    def _changed(self, *_: object) -> None:
        self.kept_words.setChecked(False)
        self.edited.emit()

    def _lay_out(self) -> None:
        px = self._context.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.begins)
        column.addWidget(self.title)
        for pair in self._rows():
            row = Flow(gap=8, line_gap=4)
            for field in pair:
                row.add(field, least=px(120), stretch=1)
            column.addLayout(row)
        column.addLayout(self.contacts)
        under: tuple[QWidget, ...] = (self.back_title, self.lines, self.house)
        for widget in (*under, self.betrays, self.why, self.kept_words):
            column.addWidget(widget)
        for field in (self.title, self.back_title, *self.names, *self.numbers):
            field.edited.connect(self._changed)
        self.lines.edited.connect(self._changed)
