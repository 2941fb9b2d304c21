"""The end of a dossier by two: what goes, what stays, which copies; asked for, then agreed to."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.application.retaining import Asked, Kept, Weight
from filet.gui.context import Context
from filet.gui.models.keeping_texts import day, names_said
from filet.gui.sayings import moment_text
from filet.gui.widgets.buttons import Primary, Secondary
from filet.gui.widgets.field import LabelledField, SecretField
from filet.gui.widgets.flow import Flow
from filet.gui.widgets.labels import Text
from filet.gui.widgets.page import card, emptied


class EndingCard(QWidget):
    """Nothing is destroyed by one person, nor by an open session alone."""

    asked = Signal(str)
    """Her passphrase: she asks for it."""
    agreed = Signal(str)
    """Her passphrase: she agrees to it."""
    taken_back = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        t, theme = context.t, context.theme
        self._context = context
        self._number, self._asks = "", True
        self.said = Text(theme, kind="strong")
        self.next = Text(theme)
        self.number = LabelledField(context, t("Type the n&umber of the dossier"))
        self.own = SecretField(context, t("&Type your passphrase once more"), large=False)
        self.go = Primary(theme, t("As&k for its destruction"))
        self.back = Secondary(theme, t("Take &back what was asked"))
        self._weights = QVBoxLayout()
        self._weights.setSpacing(4)
        self._typing = QWidget()
        self._lay_out()
        self.go.clicked.connect(lambda *_: self._send())
        self.own.confirmed.connect(self.go.setFocus)
        self.back.clicked.connect(lambda *_: self.taken_back.emit())

    def show_ending(self, kept: Kept, weight: Weight, who: str) -> None:
        """Show where the two of them are; ``who`` asked for it."""
        t, asked = self._context.t, kept.asked
        self._number, self._asks = kept.number, asked is None
        self._show_weight(weight)
        waits = asked is not None and asked.hers
        self.said.setText(self._said(asked, who))
        self.next.setText(self._next(asked))
        self.number.setVisible(not self._asks)
        self._typing.setVisible(not waits)
        self.go.setVisible(not waits)
        words = (
            t("As&k for its destruction") if self._asks else t("&Destroy it with {who}", who=who)
        )
        self.go.name_it(words)
        mine = t("Take &back what was asked") if waits else t("Do not a&gree")
        self.back.name_it(mine)
        self.back.setVisible(not self._asks)

    def clear(self) -> None:
        """Forget what was typed."""
        self.own.take()
        self.number.show_text("")

    def _said(self, asked: Asked | None, who: str) -> str:
        t = self._context.t
        if asked is None or asked.entry.moment is None:
            return t("Two persons destroy it: one asks, another agrees.")
        when = moment_text(self._context, asked.entry.moment.local())
        if asked.hers:
            return t("You asked for its destruction ({when}).", when=when)
        return t("{who} asks for its destruction ({when}).", who=who, when=when)

    def _next(self, asked: Asked | None) -> str:
        t = self._context.t
        if asked is None:
            return t(
                "Nothing is destroyed when you ask. A colleague of the coordination or the"
                " direction then opens Filet herself, comes here, and agrees."
            )
        if asked.hers:
            return t(
                "Nothing is destroyed yet. Lock, and let a colleague of the coordination or the"
                " direction open with her own passphrase: she finds the request here."
            )
        return t("This cannot be undone. Read what goes and what stays, then decide.")

    def _show_weight(self, weight: Weight) -> None:
        emptied(self._weights)
        for title, lines in self._blocks(weight):
            self._weights.addWidget(Text(self._context.theme, title, kind="strong"))
            for words in lines:
                self._weights.addWidget(Text(self._context.theme, words))

    def _blocks(self, weight: Weight) -> Iterable[tuple[str, list[str]]]:
        t = self._context.t
        yield t("What is destroyed"), self._goes(weight)
        yield t("What remains"), self._stays(weight)
        if weight.copies:
            names = names_said(self._context, weight.copies)
            yield (
                t("Copies that would still hold it"),
                [
                    names,
                    t("“Destroyed” is said only once none of them is left."),
                ],
            )

    def _goes(self, weight: Weight) -> list[str]:
        t, tn = self._context.t, self._context.tn
        goes = [
            tn(
                "{count} entry: all that was written in it, drafts and search words included.",
                "{count} entries: all that was written in it, drafts and search words included.",
                weight.entries,
            )
        ]
        if weight.calls:
            goes.append(
                tn("{count} call joined to it.", "{count} calls joined to it.", weight.calls)
            )
        if weight.written is not None:
            when = day(self._context, weight.written)
            goes.append(t("Something was last written in it on {day}.", day=when))
        return goes

    def _stays(self, weight: Weight) -> list[str]:
        t, tn = self._context.t, self._context.tn
        stays = [t("One line in the register: its number, the day, who decided. No content.")]
        if weight.communications:
            stays.append(
                tn(
                    "{count} communication to a partner, in its own register.",
                    "{count} communications to partners, in their own register.",
                    weight.communications,
                )
            )
        if weight.sheets:
            stays.append(
                tn(
                    "{count} printed sheet of which nobody said what became of it.",
                    "{count} printed sheets of which nobody said what became of them.",
                    weight.sheets,
                )
            )
        return stays

    def _send(self) -> None:
        t = self._context.t
        right = self._asks or self.number.text().strip().upper() == self._number.upper()
        self.number.show_wrong("" if right else t("This is not the number of this dossier."))
        empty = not self.own.text()
        self.own.show_wrong(t("Type your passphrase.") if empty else "")
        if not right or empty:
            (self.own if right else self.number).take_focus()
            return
        (self.asked if self._asks else self.agreed).emit(self.own.take())

    def _lay_out(self) -> None:
        frame, column = card(self._context, self._context.t("Destroy it"))
        column.addWidget(self.said)
        column.addWidget(self.next)
        column.addLayout(self._weights)
        typing = QVBoxLayout(self._typing)
        typing.setContentsMargins(0, 0, 0, 0)
        typing.setSpacing(8)
        typing.addWidget(self.number)
        typing.addWidget(self.own)
        column.addWidget(self._typing)
        row = Flow(gap=8, line_gap=8)
        row.add(self.go)
        row.add(self.back)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
