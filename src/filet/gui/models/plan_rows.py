"""The rows of a plan: the names of its sections, her items, and where another is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from filet.application.planning import measures
from filet.domain.casefile import CaseFile
from filet.domain.ids import MeasureId
from filet.domain.kinds import Appears, MeasureWritten
from filet.domain.plan import PlanCatalogue
from filet.gui.context import Context
from filet.i18n import N_
from filet.i18n.dates import typography

PAPERS: dict[Appears, str] = {
    Appears.DOSSIER: N_("dossier"),
    Appears.STAYS: N_("sheet that stays"),
    Appears.TAKES: N_("sheet she takes"),
    Appears.CARD: N_("card"),
}
"""How far an item may go, as rows and editors say it."""


class RowKind(StrEnum):
    """What a row is."""

    SECTION = "section"
    ITEM = "item"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row, and what a screen reader says of it."""

    kind: RowKind
    section: str
    text: str
    said: str
    note: str = ""
    measure: MeasureId | None = None
    appears: Appears = Appears.DOSSIER
    is_open: bool = False

    @property
    def key(self) -> tuple[RowKind, str, MeasureId | None]:
        """What stays the same when the row is shown again."""
        return self.kind, self.section, self.measure


def plan_rows(
    context: Context, catalogue: PlanCatalogue, file: CaseFile, opened: frozenset[str]
) -> tuple[PlanRow, ...]:
    """Return the rows of a plan; a closed section shows its name and how much it holds."""
    items = measures(file)
    return tuple(
        row
        for section in catalogue.sections
        for row in _section(
            context,
            (section.id, typography(section.names[context.language], context.language)),
            [item for item in items if item.section == section.id],
            is_open=section.id in opened,
        )
    )


def _section(
    context: Context,
    section: tuple[str, str],
    items: Sequence[MeasureWritten],
    *,
    is_open: bool,
) -> Iterator[PlanRow]:
    t, (key, name) = context.t, section
    note = _count(context, items)
    state = t("section open") if is_open else t("section closed")
    said = ", ".join(filter(None, (name, note, state)))
    yield PlanRow(RowKind.SECTION, key, name, said, note, is_open=is_open)
    if is_open:
        yield from (_item(context, item) for item in items)
        write = t("Write what she says, as she says it…")
        yield PlanRow(RowKind.WRITE, key, write, f"{name}. {write}")


def _count(context: Context, items: Sequence[MeasureWritten]) -> str:
    if not items:
        return ""
    inside = all(item.appears is Appears.DOSSIER for item in items)
    count = str(len(items))
    return context.t("{count}, in the dossier", count=count) if inside else count


def _item(context: Context, item: MeasureWritten) -> PlanRow:
    t = context.t
    text = f"{item.text}  {item.phone}" if item.phone else item.text
    may = t("May appear: {paper}.", paper=t(PAPERS[item.appears]))
    ask = "" if item.if_discovered else t("“What if he finds out?” is still to be asked.")
    said = " ".join(filter(None, (text, may, ask)))
    kind = RowKind.ITEM
    return PlanRow(kind, item.section, text, said, "", item.measure, item.appears)
