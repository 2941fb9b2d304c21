"""Makes a notice of an error: the only place where the window does so."""

from __future__ import annotations

import logging

from filet.domain.errors import FiletError, MachineError
from filet.gui.context import Context
from filet.gui.widgets.notice import Message, Tone
from filet.i18n import errors
from filet.i18n.dates import typography

_log = logging.getLogger(__name__)


def _breakable(value: str | int) -> str | int:
    """Let a long path break after each folder: a line never takes a path apart by itself."""
    if isinstance(value, int):
        return value
    return value.replace("/", "/\u200b").replace("\\", "\\\u200b")


def message_of(context: Context, error: BaseException) -> Message:
    """Return what to say of an error; one that was not foreseen is logged without values."""
    code, fields = ("", {})
    if isinstance(error, FiletError):
        code, fields = error.code, {k: _breakable(v) for k, v in error.fields.items()}
    else:
        _log.error("unforeseen: %s", type(error).__name__)
    told = errors.told(context.words, code, fields)
    happened, remedy = (typography(text, context.language) for text in (told.happened, told.remedy))
    tone = Tone.NOTE if isinstance(error, MachineError) else Tone.ERROR
    return Message(tone, happened, remedy)
