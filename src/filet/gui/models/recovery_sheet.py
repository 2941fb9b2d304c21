"""The sheet of a recovery key: what it is, its four lines, and where to keep it."""

from __future__ import annotations

from collections.abc import Sequence

from filet.domain.blocks import (
    Heading,
    Lead,
    Notice,
    Numbers,
    Paper,
    Point,
    Title,
)
from filet.gui.context import Context
from filet.i18n.dates import long_date


def recovery_sheet(context: Context, lines: Sequence[str], *, exercise: bool) -> Paper:
    """Return the sheet. It names no house and no person: whoever finds it learns nothing."""
    t = context.t
    day = long_date(context.clock.today(), context.language)
    rows = tuple((t("Line {number}", number=n), line) for n, line in enumerate(lines, 1))
    blocks = (
        Title(t("Recovery key")),
        Lead(day),
        Numbers(rows),
        Notice(t("Seal it."), t("In an envelope, in two safe places outside the office.")),
        Heading(t("What it is for")),
        Point(t("It opens what a lost passphrase keeps closed. Two people use it together.")),
        Point(t("Each line has a check character at its end: a slip of the pen is told.")),
        Point(t("Once a year, type it back to be sure that it can still be read.")),
    )
    training = t("EXERCISE") if exercise else ""
    return Paper(
        "recovery",
        context.language,
        blocks,
        watermark=training,
        banner=t("EXERCISE. Nothing is real here.") if exercise else "",
    )
