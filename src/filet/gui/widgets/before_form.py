"""What is settled before an interview, and what she is told; every field may stay empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from filet.domain.ids import SessionId
from filet.domain.instruments import Kind, Value
from filet.domain.kinds import Hears, Interpreting, Manner, SessionBegun, ToTell
from filet.gui.context import Context
from filet.gui.models.told_in import DANGER
from filet.gui.widgets.chip_set import ChipSet
from filet.gui.widgets.choice import Option
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.field_row import FieldRow
from filet.gui.widgets.labels import Heading, Text
from filet.gui.widgets.language_field import LanguageField
from filet.gui.widgets.notice import Message, Notice, Tone
from filet.gui.widgets.optional import OptionalChoice
from filet.gui.widgets.pack_choice import PackChoice
from filet.gui.widgets.page import card, line
from filet.gui.widgets.paper_fields import PaperFields, paper_texts_of
from filet.gui.widgets.paragraph import Paragraph
from filet.i18n import N_

TO_TELL: Mapping[ToTell, str] = {
    ToTell.WRITTEN: N_("What is written, and why: for her safety and that of the children."),
    ToTell.LIMITS: N_(
        "It stays between us, unless a life is in danger, a child is in danger,"
        " or a court requires it."
    ),
    ToTell.RIGHTS: N_("She may read what is written about her, and have it corrected."),
    ToTell.FREE: N_("She may leave a question, take a break or stop whenever she wants."),
}
_SAID, _NOT_YET, _YES, _NO = "said", "not_yet", "yes", "no"


class BeforeForm:
    """The fields of the page, by name, and the entry that they make."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.pack, self.paper = PackChoice(context), PaperFields(context)
        self.fields: dict[str, Any] = {"pack": self.pack}

    def settled(self, session: SessionId) -> SessionBegun:
        """Return what is settled, as it is written."""
        tool = self.pack.tool
        if tool is not None and self.is_copied():
            return self.paper.settled(session, tool)
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        told = [one for one in ToTell if texts[one] == _SAID]
        freely, interpreting = texts["speaks_freely"], texts["interpreting"]
        return SessionBegun(
            session,
            Manner(texts["manner"]) if texts["manner"] else None,
            Value(freely) if freely else None,
            texts["who_hears"],
            texts["language"],
            "",
            texts["stop_word"],
            len(told) == len(ToTell),
            texts["screen_turned"] == _YES,
            tuple(Hears(one) for one in texts["hears"].split()),
            Interpreting(interpreting) if interpreting else None,
            tuple(told),
            tuple(one for one in ToTell if texts[one] == _NOT_YET),
            texts["her_words"],
            pack=texts["pack"],
        )

    def is_copied(self) -> bool:
        """Tell whether a form that was filled on paper is chosen: nobody is asked anything."""
        return self.pack.tool is not None and self.pack.tool.kind is Kind.PAPER_FORM

    def copied(self) -> QWidget:
        """Return the card of a form that was filled on paper."""
        self.fields |= self.paper.fields
        return self.paper.card()

    def left(self) -> QWidget:
        """Return the card of what is settled."""
        t, context = self._context.t, self._context
        frame, column = card(context)
        column.setSpacing(0)
        rows = (
            FieldRow(context, *self._choice("manner", t("How do &you talk?"), self._manners())),
            FieldRow(
                context, *self._choice("speaks_freely", t("Can she speak &freely?"), self._known())
            ),
            self._hearing(),
            self._language(),
            FieldRow(
                context,
                *self._choice("interpreting", t("&Interpreter"), self._interpreters()),
                hint=t(DANGER),
            ),
            self._stop_word(),
            FieldRow(
                context,
                *self._choice("screen_turned", t("Is the &screen turned to her?"), self._yes_no()),
                hint=t("Yes: the view “With her” opens (F11)."),
            ),
        )
        for place, row in enumerate(rows):
            if place:
                column.addWidget(line())
            column.addWidget(row)
        column.addStretch(1)
        return frame

    def right(self) -> QWidget:
        """Return the card of what she is told, and of her words on it."""
        t, context = self._context.t, self._context
        frame, column = card(context)
        column.addWidget(Heading(context.theme, t("To tell her, in your own words"), kind="h3"))
        for one, words in TO_TELL.items():
            column.addWidget(line())
            column.addWidget(self._telling(one, t(words)))
        words_on_it = Paragraph(context, t("What she says &of it"), lines=2, hers=True)
        column.addWidget(self._keep("her_words", words_on_it))
        advice = Notice(context)
        text = t("If she cannot speak freely: yes or no questions only, or call back as she asked.")
        column.addWidget(advice)
        advice.show_message(Message(Tone.INFO, "", text))
        column.addStretch(1)
        return frame

    def _telling(self, one: ToTell, words: str) -> QWidget:
        t, box = self._context.t, QWidget()
        options = [Option(_SAID, t("It is said")), Option(_NOT_YET, t("Not yet"))]
        choice = OptionalChoice(self._context, words, options)
        choice.label.hide()
        self._keep(one, choice)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Text(self._context.theme, words), 1)
        row.addWidget(choice, 0, Qt.AlignmentFlag.AlignVCenter)
        return box

    def _hearing(self) -> FieldRow:
        t, context = self._context.t, self._context
        options = [
            Option(Hears.NOBODY, t("Nobody")),
            Option(Hears.CHILD, t("A child")),
            Option(Hears.SOMEBODY, t("Somebody else")),
            Option(Hears.UNKNOWN, t("Not known")),
        ]
        label = t("&Who may hear? A child counts.")
        chips = ChipSet(context, label.replace("&", ""), options)
        words = LabelledField(context, label)
        words.label.setParent(None)
        self._keep("hears", chips)
        self._keep("who_hears", words)
        return FieldRow(context, words.label, chips, words)

    def _language(self) -> FieldRow:
        field = LanguageField(self._context, self._context.t("&Language"))
        return FieldRow(self._context, field.label, self._keep("language", field))

    def _stop_word(self) -> FieldRow:
        field = LabelledField(self._context, self._context.t("A wor&d to stop at once"))
        field.line.setFixedWidth(self._context.theme.px(220))
        return FieldRow(self._context, field.label, self._keep("stop_word", field))

    def _choice(self, key: str, label: str, options: list[Option]) -> tuple[Any, QWidget]:
        choice = self._keep(key, OptionalChoice(self._context, label, options))
        return choice.label, choice

    def _manners(self) -> list[Option]:
        t = self._context.t
        return [
            Option(Manner.FACE_TO_FACE, t("In person")),
            Option(Manner.PHONE, t("By telephone")),
            Option(Manner.DOCUMENTS, t("Documents")),
        ]

    def _interpreters(self) -> list[Option]:
        t = self._context.t
        return [
            Option(Interpreting.NONE, t("None")),
            Option(Interpreting.PHONE, t("By telephone")),
            Option(Interpreting.ON_SITE, t("On site")),
            Option(Interpreting.RELATIVE, t("Somebody close")),
        ]

    def _yes_no(self) -> list[Option]:
        t = self._context.t
        return [Option(_YES, t("Yes")), Option(_NO, t("No"))]

    def _known(self) -> list[Option]:
        return [*self._yes_no(), Option(Value.UNKNOWN, self._context.t("Not known"))]

    def _keep(self, key: str, field: Any) -> Any:
        self.fields[key] = field
        return field


def texts_of(begun: SessionBegun) -> dict[str, str]:
    """Return what was settled, as the fields show it."""
    told = dict.fromkeys(begun.told, _SAID) | dict.fromkeys(begun.not_yet, _NOT_YET)
    return {
        "manner": begun.manner or "",
        "speaks_freely": begun.speaks_freely or "",
        "hears": " ".join(begun.hears),
        "who_hears": begun.who_hears,
        "language": begun.language,
        "interpreting": begun.interpreting or "",
        "stop_word": begun.stop_word,
        "screen_turned": _YES if begun.screen_turned else "",
        "her_words": begun.her_words,
        "pack": begun.pack,
        **paper_texts_of(begun),
        **{str(one): value for one, value in told.items()},
    }
