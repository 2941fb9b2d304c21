"""A form that keeps itself while it is written: a draft after 400 ms of quiet, no button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QTimer

from filet.application.keeping import DraftKey
from filet.application.services import Services
from filet.gui.context import Context
from filet.gui.keeper import Place
from filet.gui.widgets.page import Page


class Writable(Protocol):
    """A field of a form."""

    def text(self) -> str:
        """Return what is written."""

    def show_text(self, text: str) -> None:
        """Put a text in it."""


class DraftedPage(Page):
    """A page with fields, and one draft for all of them."""

    def __init__(self, context: Context, services: Services, key: DraftKey) -> None:
        super().__init__(context)
        self._services, self._key = services, key
        self.fields: dict[str, Writable] = {}
        self._untouched: Mapping[str, str] = {}
        self._sent: Mapping[str, str] | None = None
        """The texts that are becoming an entry."""
        self._has_draft = False
        wait = context.theme.wait("autosave_debounce")
        self._quiet = QTimer(self, singleShot=True, interval=wait)
        self._quiet.timeout.connect(self.flush)

    def tend(self, fields: Mapping[str, Any]) -> None:
        """Take these fields under care, in the order in which they are read."""
        self.fields = dict(fields)
        for field in fields.values():
            field.edited.connect(self._changed)

    def texts(self) -> dict[str, str]:
        """Return what is written, by field."""
        return {name: field.text() for name, field in self.fields.items()}

    def is_written(self) -> bool:
        """Tell whether anything was written by a person."""
        return any(
            text.strip() and text != self._untouched.get(name)
            for name, text in self.texts().items()
        )

    def begin(self, proposed: Mapping[str, str]) -> None:
        """Show what was left unfinished, or what is proposed."""
        self._untouched = proposed
        drafting = self._services.drafting
        self.ask(lambda: drafting.read(self._key), lambda kept: self._begin_with(kept, proposed))

    @property
    def becomes_entry(self) -> bool:
        """Whether what was written was sent to be an entry, and is not one yet."""
        return self._sent is not None

    def waits(self) -> bool:
        """Tell whether something is written that is not becoming an entry."""
        return self.is_written() and self.texts() != self._sent

    def flush(self) -> None:
        """Keep what is written as a draft, now; what was all taken out again is no draft."""
        self._quiet.stop()
        dropped = self._has_draft and not self.is_written() and not self.becomes_entry
        if not (self.waits() or dropped):
            return
        self._has_draft = not dropped
        texts, drafting = {} if dropped else self.texts(), self._services.drafting
        super().keep(
            lambda: drafting.keep(self._key, texts), lambda _: None, place=Place(self._key)
        )

    def written(self) -> DraftKey:
        """Stop keeping the draft: it becomes an entry; return what drops it."""
        self._quiet.stop()
        self._sent = self.texts()
        return self._key

    def resume(self) -> None:
        """Keep drafts again: the entry was not written, or another one begins."""
        self._sent = None

    def keep(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        *,
        place: Place | None = None,
    ) -> None:
        """Write; what is typed while an entry waits for the disk stays in the fields."""
        sent = self._sent
        if place is not None or sent is None:
            super().keep(work, done, place=place)
            return

        def kept(value: Any) -> None:
            typed = self.texts()
            done(value)
            if typed != sent and self._sent in (sent, None):
                self._show_typed(typed)

        super().keep(work, kept, place=Place(self._key, kept=False))

    def _show_typed(self, typed: Mapping[str, str]) -> None:
        """Show again what was typed after the entry was sent, and keep it as a draft."""
        self.resume()
        self._show(typed)
        self.flush()

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong; what is written is still a draft."""
        self.resume()
        super().show_error(error)

    def show_changed(self) -> None:
        """Show what follows from the fields; a page may say more."""

    def _begin_with(self, kept: Mapping[str, str], proposed: Mapping[str, str]) -> None:
        self._has_draft = bool(kept)
        self._show(kept or proposed)

    def _show(self, texts: Mapping[str, str]) -> None:
        for name, field in self.fields.items():
            field.show_text(texts.get(name, ""))
        self._quiet.stop()
        self.show_changed()

    def _changed(self, *_: object) -> None:
        self._quiet.start()
        self.show_changed()
