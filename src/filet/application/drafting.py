"""Unfinished words: kept while they are typed, gone the moment they become an entry."""

from __future__ import annotations

import json
from collections.abc import Mapping

from filet.application.desk import Desk, Unfinished
from filet.application.keeping import DraftKey
from filet.application.outcome import Outcome, Topic
from filet.domain.ids import HOUSE, CaseId
from filet.domain.text import clean


class Drafting:
    """Keeps what is being typed, by worker, dossier and place of the screen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def key(self, place: str, case: CaseId = HOUSE) -> DraftKey:
        """Return whose draft it is, and where: what turns it into an entry drops it."""
        return DraftKey(self._desk.worker, case, place)

    def keep(self, key: DraftKey, fields: Mapping[str, str]) -> Outcome[None]:
        """Keep the texts of a form in the place of the former; empty ones are not a draft."""
        written = {name: clean(text) for name, text in fields.items() if text.strip()}
        if not written:
            return self.forget(key)
        body = json.dumps(written, ensure_ascii=False).encode("utf-8")
        at = self._desk.clock.now().at
        self._desk.keep_draft(Unfinished(key, body, at))
        return Outcome(None, frozenset({Topic.DRAFTS}))

    def read(self, key: DraftKey) -> Mapping[str, str]:
        """Return what was left unfinished; nothing where a draft cannot be read."""
        body = self._desk.vault.drafts.read(key)
        try:
            found = json.loads(body) if body else {}
        except ValueError:
            return {}
        return {name: text for name, text in found.items() if isinstance(text, str)}

    def places(self, case: CaseId, prefix: str) -> tuple[str, ...]:
        """Return the places of a dossier where this worker left something, the latest first."""
        keys = self._desk.vault.drafts.of_worker(self._desk.worker)
        return tuple(key.place for key in keys if key.case == case and key.place.startswith(prefix))

    def forget(self, key: DraftKey) -> Outcome[None]:
        """Forget a draft."""
        self._desk.vault.write(lambda: self._desk.vault.drafts.drop(key))
        return Outcome(None, frozenset({Topic.DRAFTS}))
