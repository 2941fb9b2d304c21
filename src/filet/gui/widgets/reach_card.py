"""« La joindre sans danger », and the persons around her: always in sight, changed in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from filet.domain.casefile import CaseFile
from filet.domain.kinds import PersonDescribed, Role, SafeContactSet
from filet.domain.rows import people
from filet.domain.speaking import grammar_of
from filet.gui.context import Context
from filet.gui.sayings import GRAMMARS, ROLES
from filet.gui.widgets.buttons import Link
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.form_panel import FormPanel
from filet.gui.widgets.icons import IconDisc, IconLabel
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.page import card, emptied, line, muted
from filet.gui.widgets.paragraph import Paragraph
from filet.gui.widgets.role_choice import GrammarChoice, RoleChoice
from filet.i18n.dates import phone


class ReachCard(QWidget):
    """How to reach her."""

    contact_set = Signal(object)
    """A SafeContactSet."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t = context.t
        self._context, self._contact = context, SafeContactSet("")
        self.change = Link(context.theme, t("&Change"))
        self.change.setAccessibleName(t("Change how to reach her"))
        self.panel = FormPanel(
            context, t("Reach her safely"), lambda: _reach_fields(context), button=t("Keep")
        )
        head = QHBoxLayout()
        head.addWidget(Heading(context.theme, t("Reach her safely"), kind="h3"), 1)
        head.addWidget(self.change)
        frame, self._inside = card(context, kind="sunken")
        self._frame = frame
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(frame)
        column.addWidget(self.panel)
        self.change.clicked.connect(lambda *_: self.begin())
        self.panel.sent.connect(self._send)
        self.panel.closed.connect(self._frame.show)

    def begin(self) -> None:
        """Show the fields in the place of the card."""
        said = self._contact
        self._frame.hide()
        texts = {
            "phone": said.phone,
            "which": said.which,
            "when": said.when,
            "never": "\n".join(said.never),
            "if_other_answers": said.if_other_answers,
        }
        self.panel.begin(texts, self.change)

    def show_file(self, file: CaseFile) -> None:
        """Show how to reach her today."""
        contact = file.last(SafeContactSet)
        self._contact = contact or SafeContactSet("")
        self.panel.hide()
        self._frame.show()
        emptied(self._inside)
        if contact is None:
            none = self._context.t("Not known yet. Do not call before it is.")
            self._inside.addWidget(Text(self._context.theme, none, tone="note"))
            return
        self._draw(contact)

    def _draw(self, contact: SafeContactSet) -> None:
        t, theme, language = self._context.t, self._context.theme, self._context.language
        number = phone(contact.phone, language) if contact.phone else t("no number")
        self._inside.addWidget(Text(theme, number, kind="h2"))
        if contact.which:
            self._inside.addWidget(Text(theme, contact.which, kind="small", tone="secondary"))
        if contact.when:
            self._inside.addWidget(_beside(self._context, "clock", contact.when))
        for never in contact.never:
            self._inside.addWidget(_beside(self._context, "ban", never))
        if contact.if_other_answers:
            self._inside.addWidget(line())
            say = t("➜ If somebody else answers, say:")
            self._inside.addWidget(Text(theme, say, kind="small", tone="secondary"))
            words = t("“{words}”", words=contact.if_other_answers.strip('«»“”" \u00a0'))
            self._inside.addWidget(Text(theme, words, kind="strong"))

    def _send(self, texts: dict[str, str]) -> None:
        never = tuple(filter(None, map(str.strip, texts.pop("never").splitlines())))
        self.contact_set.emit(SafeContactSet(never=never, **texts))


_LOOKS = {
    Role.HER: "user-round",
    Role.CHILD: "baby",
    Role.AUTHOR: "user-round-x",
    Role.RELATIVE: "heart-handshake",
    Role.NEW_PARTNER: "user-round-plus",
    Role.OTHER: "users-round",
}


class PeopleCard(QWidget):
    """The persons around her."""

    described = Signal(object)
    """A PersonId, or None for somebody new, and how the person is described."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        t = context.t
        self._context = context
        self._described: PersonDescribed | None = None
        self.add = Link(context.theme, t("&Add"))
        self.add.setAccessibleName(t("Add a person around her"))
        self.panel = FormPanel(
            context, t("A person"), lambda: _person_fields(context), button=t("Keep")
        )
        head = QHBoxLayout()
        head.addWidget(Heading(context.theme, t("Around her"), kind="h3"), 1)
        head.addWidget(self.add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.panel)
        column.addLayout(self._rows)
        self.add.clicked.connect(lambda *_: self.begin(None, self.add))
        self.panel.sent.connect(self._send)

    def begin(self, person: PersonDescribed | None, opener: QWidget) -> None:
        """Show the fields of somebody, or of somebody new."""
        self._described = person
        texts: dict[str, str] = {"role": Role.CHILD.value}
        if person is not None:
            names = ("given", "family", "called", "pronoun", "tie", "phone", "language", "note")
            texts = {name: getattr(person, name) for name in names} | {"role": person.role.value}
        self.panel.begin(texts, opener)

    def show_file(self, file: CaseFile) -> None:
        """Show the persons of a dossier."""
        self.panel.hide()
        emptied(self._rows)
        for person in people(file).values():
            self._draw(person)

    def _draw(self, person: PersonDescribed) -> None:
        t, theme = self._context.t, self._context.theme
        name = " ".join(filter(None, (person.given, person.family))) or t("no name")
        parts = (
            person.tie or t(ROLES[person.role]),
            self._spoken(person),
            person.note,
            person.phone,
        )
        change = Link(theme, t("Change"))
        font = theme.font("small")
        font.setUnderline(True)
        change.setFont(font)
        change.setAccessibleName(t("Change {name}", name=name))
        change.clicked.connect(lambda *_: self.begin(person, self.add))
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(theme.px(10))
        disc = IconDisc(theme, 32)
        disc.show_icon(_LOOKS[person.role])
        inside.addWidget(disc)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Text(theme, name, kind="strong"))
        texts.addWidget(muted(self._context, " · ".join(filter(None, parts))))
        inside.addLayout(texts, 1)
        inside.addWidget(change, 0, Qt.AlignmentFlag.AlignBottom)
        self._rows.addWidget(row)
        self._rows.addWidget(line())

    def _spoken(self, person: PersonDescribed) -> str:
        """Return the name and the grammar that were chosen, where one was."""
        chosen = grammar_of(person)
        words = self._context.t(GRAMMARS[chosen]) if chosen is not None else ""
        said = person.called and self._context.t("call: {name}", name=person.called)
        return " · ".join(filter(None, (said, words)))

    def _send(self, texts: dict[str, str]) -> None:
        role = Role(texts.pop("role") or Role.OTHER)
        before = self._described
        kept = {"born": before.born} if before else {}
        person = before.person if before else None
        self.described.emit((person, {"role": role, **kept, **texts}))


def _beside(context: Context, icon: str, text: str) -> QWidget:
    row = QWidget()
    inside = QHBoxLayout(row)
    inside.setContentsMargins(0, 0, 0, 0)
    label = IconLabel(context.theme, 16)
    label.show_icon(icon, "text.secondary")
    inside.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    inside.addWidget(Text(context.theme, text), 1)
    return row


def _reach_fields(context: Context) -> dict[str, Any]:
    """Return the fields of how one reaches her."""
    t = context.t
    return {
        "phone": LabelledField(context, t("Telephone")),
        "which": LabelledField(context, t("Whose, where it is")),
        "when": LabelledField(context, t("When")),
        "never": Paragraph(context, t("Never (one per line)"), lines=2),
        "if_other_answers": LabelledField(context, t("If somebody else answers, say")),
    }


def _person_fields(context: Context) -> dict[str, Any]:
    """Return the fields of somebody around her."""
    t = context.t
    return {
        "given": LabelledField(context, t("First name")),
        "family": LabelledField(context, t("Family name")),
        "called": LabelledField(context, t("Name to say")),
        "role": RoleChoice(context, t("Who it is")),
        "pronoun": GrammarChoice(context, t("Spoken of")),
        "tie": LabelledField(context, t("Tie with her")),
        "phone": LabelledField(context, t("Telephone")),
        "language": LabelledField(context, t("Language")),
        "note": Paragraph(context, t("To know"), lines=2),
    }
