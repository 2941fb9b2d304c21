"""Makes every row again from the journal, when rows are made otherwise than before."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

from filet.application.desk import Desk, HouseDesk
from filet.domain.casefile import CaseFile
from filet.domain.errors import MachineError
from filet.domain.ids import HOUSE, Ref
from filet.domain.kinds import NAMES, CallNoted, CommunicationMade, SomeoneAsked
from filet.domain.rows import PROJECTION_VERSION, search_text

Progress = Callable[[int, int], None]
_log = logging.getLogger(__name__)

_AT_ONCE = 20_000
_HOUSE_KINDS = tuple(NAMES[kind] for kind in (CallNoted, SomeoneAsked, CommunicationMade))


def is_current(desk: Desk) -> bool:
    """Tell whether the rows were made by this version."""
    return desk.vault.projection == PROJECTION_VERSION


def bring_up_to_date(desk: Desk, progress: Progress | None = None) -> None:
    """Make all rows again if they were made by another version; a full disk waits."""
    if is_current(desk):
        return
    try:
        rebuild(desk, progress)
    except MachineError as error:
        _log.warning("the lists could not be made again: %s", error.code)


def rebuild(desk: Desk, progress: Progress | None = None) -> int:
    """Make all rows again in one transaction; return the number of dossiers."""
    whole = HouseDesk(desk.whole, desk.clock, desk.worker, desk.triggers)
    return whole.vault.write(lambda: _rebuild(whole, progress))


def _rebuild(desk: Desk, progress: Progress | None) -> int:
    desk.vault.lists.clear()
    cases = tuple(desk.vault.journal.cases())
    words: list[tuple[Ref, str]] = []
    for done, case in enumerate(cases, 1):
        file = desk.fold(case)
        desk.write_rows(file)
        words += _searchable(file)
        if len(words) > _AT_ONCE:
            _write(desk, words)
        if progress is not None:
            progress(done, len(cases))
    _write(desk, words)
    _house(desk)
    desk.vault.projection = PROJECTION_VERSION
    return len(cases)


def _searchable(file: CaseFile) -> Iterator[tuple[Ref, str]]:
    for entry in (entry for found in file.live.by_kind.values() for entry in found):
        words = search_text(entry.content)
        if words and entry.case == file.case:
            yield entry.ref, words


def _write(desk: Desk, words: list[tuple[Ref, str]]) -> None:
    """Write words in the order of the journal: going back, the index writes all it holds."""
    for ref, text in sorted(words):
        desk.vault.lists.write_search(ref, text)
    words.clear()


def _house(desk: Desk) -> None:
    """Make the registers again: a call that was noted again is listed once."""
    entries = desk.vault.journal.of_kinds(_HOUSE_KINDS, HOUSE)
    replaced = {ref for entry in entries for ref in entry.refs}
    for entry in entries:
        if entry.ref not in replaced:
            desk.list_in_house(entry)
