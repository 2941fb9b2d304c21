"""What keeps the dossiers closed, as its own page shows it: decided without a window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from filet.domain.errors import (
    AccessEnded,
    AccessNotBegun,
    ChainBroken,
    FiletError,
    KeysDamaged,
    KeysMissing,
    KeysTooNew,
    MistypedRecoveryKey,
    NetworkFolder,
    QuickUnlockOff,
    SyncedFolder,
    UnknownWorker,
    VaultDamaged,
    VaultEmpty,
    VaultForeign,
    VaultIsCopy,
    VaultMissing,
    VaultOpenElsewhere,
    VaultReadOnly,
    VaultTooNew,
    VaultTruncated,
    WrongPassphrase,
    WrongPin,
    WrongRecoveryKey,
)
from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.widgets.notice import Tone
from filet.i18n.dates import clock, short_date

_SIGHT = 60 * 60 * 24 * 1000
"""How far back « since » may lie before the day is said as well, in milliseconds."""


class Remedy(StrEnum):
    """What she can do about it from the page."""

    RETRY = "retry"
    LOOK_FOR = "look_for"
    RESTORE = "restore"
    KEYS_BACK = "keys_back"
    SALVAGE = "salvage"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the dossiers stay closed, what is safe, what can be done."""

    icon: str
    tone: Tone
    remedies: tuple[Remedy, ...]
    title: str = ""
    text: str = ""
    more: tuple[str, ...] = ()
    """What only helps whoever looks after the computer."""


_TYPED = (
    WrongPassphrase,
    WrongRecoveryKey,
    MistypedRecoveryKey,
    WrongPin,
    QuickUnlockOff,
    UnknownWorker,
    AccessEnded,
    AccessNotBegun,
)
_AGAIN = (Remedy.RETRY,)
_ELSEWHERE = (Remedy.RETRY, Remedy.LOOK_FOR)
_GONE = (Remedy.RETRY, Remedy.LOOK_FOR, Remedy.RESTORE)
_WORN = (Remedy.RESTORE, Remedy.SALVAGE, Remedy.RETRY, Remedy.LOOK_FOR)
_UNLOCKABLE = (Remedy.KEYS_BACK, Remedy.RETRY, Remedy.LOOK_FOR)
_LOOKS: dict[type[FiletError], Refusal] = {
    VaultMissing: Refusal("unplug", Tone.NOTE, _GONE),
    VaultEmpty: Refusal("file-x", Tone.ERROR, _GONE),
    VaultTruncated: Refusal("scissors", Tone.ERROR, _WORN),
    VaultDamaged: Refusal("database-zap", Tone.ERROR, _WORN),
    VaultForeign: Refusal("file-question-mark", Tone.ERROR, _GONE),
    VaultTooNew: Refusal("clock-arrow-up", Tone.NOTE, _AGAIN),
    VaultOpenElsewhere: Refusal("app-window", Tone.INFO, _AGAIN),
    VaultReadOnly: Refusal("hard-drive", Tone.NOTE, _ELSEWHERE),
    KeysMissing: Refusal("key-round", Tone.ERROR, _UNLOCKABLE),
    KeysDamaged: Refusal("key-round", Tone.ERROR, _UNLOCKABLE),
    KeysTooNew: Refusal("clock-arrow-up", Tone.NOTE, _AGAIN),
    SyncedFolder: Refusal("cloud", Tone.NOTE, _ELSEWHERE),
    NetworkFolder: Refusal("network", Tone.NOTE, _ELSEWHERE),
    VaultIsCopy: Refusal("copy", Tone.INFO, (Remedy.RESTORE, Remedy.LOOK_FOR)),
    ChainBroken: Refusal("database-zap", Tone.ERROR, _WORN),
}
_OTHERWISE = Refusal("circle-alert", Tone.ERROR, _AGAIN)


def is_of_the_typed(error: BaseException) -> bool:
    """Tell whether what was typed is at fault: it is told beside the field, not on a page."""
    return isinstance(error, _TYPED)


def refusal_of(context: Context, error: BaseException) -> Refusal:
    """Return the page of an error; one that nobody foresaw has a page as well."""
    said = message_of(context, error)
    look = _LOOKS.get(type(error), _OTHERWISE) if isinstance(error, FiletError) else _OTHERWISE
    more = _holder(context, error) if isinstance(error, VaultOpenElsewhere) else ()
    return replace(look, title=said.title, text=said.text, more=more)


def _holder(context: Context, error: VaultOpenElsewhere) -> tuple[str, ...]:
    """Say since when, and by which program; neither tells who."""
    since, pid = int(error.fields.get("since", 0)), int(error.fields.get("pid", 0))
    t, lines = context.t, []
    if since:
        lines.append(t("Open since {hour}.", hour=_said(context, since)))
    if pid:
        lines.append(t("For whoever looks after the computer: program no. {pid}.", pid=pid))
    return tuple(lines)


def _said(context: Context, since: int) -> str:
    zone, now = context.clock.wall().tzinfo, context.clock.now().at
    moment = datetime.fromtimestamp(since / 1000, UTC).astimezone(zone)
    hour = clock(moment.time(), context.language)
    far = abs(now - since) > _SIGHT
    return f"{short_date(moment.date(), context.language)}, {hour}" if far else hour
