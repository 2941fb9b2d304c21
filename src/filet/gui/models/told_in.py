"""In which language something was told, and through whom."""

from __future__ import annotations

from collections.abc import Mapping

from filet.domain.kinds import Interpreting
from filet.gui.context import Context
from filet.gui.sayings import language_text
from filet.i18n import N_

THROUGH: Mapping[Interpreting, str] = {
    Interpreting.ON_SITE: N_("through an interpreter"),
    Interpreting.PHONE: N_("through an interpreter by telephone"),
    Interpreting.RELATIVE: N_("through somebody close: to be asked again"),
}
"""By how it was interpreted; an interpreter is never named."""
DANGER = N_("Somebody close may change what she says, or repeat it to him. Never a child.")
INTERPRETED = N_("with somebody who interprets")
"""Where only that much is kept: of words."""


def words_told_in(context: Context, language: str, *, interpreted: bool) -> str:
    """Return how words were told, of which only whether somebody interpreted is kept."""
    through = context.t(INTERPRETED) if interpreted else ""
    return ", ".join(filter(None, (told_in(context, language, None), through)))


def told_in(context: Context, language: str, through: Interpreting | None) -> str:
    """Return « dit en espagnol, par interprète »; nothing of what was told in French, directly."""
    t = context.t
    named = language_text(context, language)
    name = named[:1].lower() + named[1:] if context.language[:2] == "fr" else named
    spoken = t("said in {language}", language=name) if language not in ("", "fr") else ""
    whom = t(THROUGH[through]) if through is not None and through in THROUGH else ""
    return ", ".join(filter(None, (spoken, whom)))
