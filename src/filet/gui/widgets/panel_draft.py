"""What is typed in a panel, as one text that a draft keeps; showing it opens the panel again."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from filet.gui.widgets.form_panel import FormPanel

_ABOUT = "about"


class PanelDraft(QObject):
    """A field of a page that keeps drafts; empty while nothing but what was there is in the panel.

    ``about`` says what the panel is about, and ``open_again`` opens it on that.
    """

    edited = Signal()

    def __init__(
        self, panel: FormPanel, about: Callable[[], str], open_again: Callable[[str], None]
    ) -> None:
        super().__init__(panel)
        self._panel, self._about, self._open = panel, about, open_again
        panel.edited.connect(self.edited)
        panel.closed.connect(self.edited)

    def text(self) -> str:
        """Return what is typed, with what it is about."""
        if self._panel.isHidden() or not self._panel.is_changed():
            return ""
        return json.dumps({_ABOUT: self._about(), **self._panel.texts()})

    def show_text(self, text: str) -> None:
        """Open the panel on what a draft kept; nothing where it kept nothing."""
        if not text:
            return
        kept: dict[str, str] = json.loads(text)
        self._open(kept.pop(_ABOUT, ""))
        for name, field in self._panel.fields.items():
            field.show_text(kept.get(name, ""))
