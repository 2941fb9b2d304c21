"""Where a form that was filled on paper comes from: who filled it, and when it says it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from filet.domain.ids import SessionId
from filet.domain.instruments import Instrument, pack_key
from filet.domain.kinds import Manner, SessionBegun, Source, SourceKind
from filet.gui.context import Context
from filet.gui.widgets.choice import Option
from filet.gui.widgets.field import LabelledField
from filet.gui.widgets.optional import OptionalChoice
from filet.gui.widgets.page import card, muted

_BY, _NAME, _ON = "filled_by", "filled_name", "filled_on"
_BETWEEN = " · "


class PaperFields:
    """The fields of the card, by name, and the entry that they make."""

    def __init__(self, context: Context) -> None:
        self._context = context
        t = context.t
        by = (
            Option(SourceKind.HER, t("She did")),
            Option(SourceKind.TEAM, t("The team did")),
            Option(SourceKind.OTHER, t("Somebody else")),
        )
        self.by = OptionalChoice(context, t("W&ho filled it in?"), by)
        self.name = LabelledField(context, t("Which &person or organisation?"))
        self.on = LabelledField(context, t("When? As the for&m says."))
        for field in (self.name, self.on):
            field.line.setMaximumWidth(context.theme.px(420))
        self.fields: dict[str, Any] = {_BY: self.by, _NAME: self.name, _ON: self.on}

    def card(self) -> QWidget:
        """Return the card."""
        context = self._context
        frame, column = card(context, context.t("The form on paper"))
        column.setSpacing(context.theme.px(12))
        for field in (self.by, self.name, self.on):
            column.addWidget(field)
        kept = context.t(
            "Where nobody is chosen, the answers are kept as read on a document. The form itself"
            " goes where the house keeps its papers, or is destroyed as they are."
        )
        column.addWidget(muted(context, kept))
        column.addStretch(1)
        return frame

    def settled(self, session: SessionId, tool: Instrument) -> SessionBegun:
        """Return what is settled of the form; its title and its date name the document."""
        by, name, on = (field.text().strip() for field in (self.by, self.name, self.on))
        text = tool.texts.get(self._context.language[:2]) or next(iter(tool.texts.values()))
        kind = SourceKind(by) if by else SourceKind.DOCUMENT
        document = _BETWEEN.join(filter(None, (text.short, on)))
        filled = Source(kind, organisation=name, document=document)
        return SessionBegun(session, Manner.DOCUMENTS, pack=pack_key(tool), filled=filled)


def paper_texts_of(begun: SessionBegun) -> Mapping[str, str]:
    """Return what was settled of a form, as the fields show it."""
    filled = begun.filled
    if filled is None:
        return {}
    by = "" if filled.kind is SourceKind.DOCUMENT else str(filled.kind)
    return {_BY: by, _NAME: filled.organisation, _ON: filled.document.partition(_BETWEEN)[2]}
