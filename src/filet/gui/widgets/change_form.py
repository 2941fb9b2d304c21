"""« Noter un changement »: what changed, on which day, in a few words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filet.domain.triggers import Trigger
from filet.gui.context import Context
from filet.gui.typed import NEAR
from filet.gui.widgets.combo import Combo, labelled
from filet.gui.widgets.date_field import DateField
from filet.gui.widgets.form_panel import FormPanel
from filet.gui.widgets.labels import Text
from filet.gui.widgets.paragraph import Paragraph
from filet.gui.widgets.source_box import SourceBox
from filet.i18n.dates import typography


class TriggerBox(QWidget):
    """Which change; under it, what belongs there and where the idea comes from."""

    edited = Signal()

    def __init__(self, context: Context, triggers: Mapping[str, Trigger]) -> None:
        super().__init__()
        self._context, self._triggers = context, triggers
        self.box = Combo(context, context.t("What changed"))
        self.box.may_shrink()
        self.hint = Text(context.theme, kind="small", tone="muted")
        language = context.language[:2]
        for trigger in triggers.values():
            if trigger.noted and language in trigger.texts:
                name = typography(trigger.texts[language].name, context.language)
                self.box.addItem(name, trigger.id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(labelled(context, context.t("What changed"), self.box))
        column.addWidget(self.hint)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(lambda _: self._show_hint())
        self.box.activated.connect(lambda _: self.edited.emit())
        self._show_hint()

    def text(self) -> str:
        """Return the id of what is chosen."""
        return str(self.box.currentData() or "")

    def show_text(self, text: str) -> None:
        """Show a choice; the first where none was made."""
        self.box.setCurrentIndex(max(0, self.box.findData(text)))

    def _show_hint(self) -> None:
        trigger = self._triggers.get(self.text())
        if trigger is None:
            return
        t, language = self._context.t, self._context.language
        text = trigger.texts[language[:2]]
        hint = typography(text.hint, language)
        source = t("Source: {source}", source=typography(text.source, language))
        unread = "" if trigger.verified else t("to be verified")
        self.hint.setText(f"{hint}\n{' · '.join(filter(None, (source, unread)))}")
        self.box.setAccessibleDescription(hint)


def change_panel(context: Context, triggers: Callable[[], Mapping[str, Trigger]]) -> FormPanel:
    """Return the panel; its fields are made when it is first opened."""

    def fields() -> dict[str, Any]:
        t = context.t
        return {
            "trigger": TriggerBox(context, triggers()),
            "on": DateField(context, t("On which day (past or to come)"), reading=NEAR),
            "source": SourceBox(context),
            "words": Paragraph(context, t("What was learned, and from whom"), lines=2),
        }

    return FormPanel(context, context.t("Note a change"), fields, button=context.t("Keep"))
