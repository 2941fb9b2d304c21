"""What an item of a plan gives away, in words: what keeps it in the dossier, and why."""

from __future__ import annotations

from filet.domain.kinds import Appears
from filet.domain.papers import stays_inside
from filet.domain.plan import MeasureNature, may_leave
from filet.gui.context import Context
from filet.i18n import N_

NATURES: dict[MeasureNature, str] = {
    MeasureNature.GENERAL: N_("nothing in particular"),
    MeasureNature.DEPARTURE: N_("when or how she leaves"),
    MeasureNature.DESTINATION: N_("where she goes"),
    MeasureNature.DRIVER: N_("who drives her"),
    MeasureNature.BAG: N_("where the bag is"),
    MeasureNature.CODE_WORD: N_("a code word"),
    MeasureNature.HIDDEN_PHONE: N_("a hidden phone"),
    MeasureNature.WEAPON: N_("a weapon"),
    MeasureNature.WORKERS: N_("who works here"),
    MeasureNature.PARTNER_FACT: N_("what a partner told"),
    MeasureNature.LOCATION: N_("where she lives now"),
    MeasureNature.HIS_WHEREABOUTS: N_("where he is, or his thoughts of dying"),
}
"""What an item is about."""

_LEAVES = (Appears.TAKES, Appears.CARD)


def why_there(context: Context, nature: str, wanted: Appears, *, answered: bool) -> str:
    """Say what keeps an item where it is, or what must be asked before it goes further."""
    t = context.t
    about = t(NATURES[MeasureNature(nature)]) if nature in set(MeasureNature) else nature
    if stays_inside(nature):
        return t("It gives away {about}: it never goes on a paper that leaves.", about=about)
    if wanted in _LEAVES and not answered:
        return t("Before it leaves, ask her: “What if he reads it?”. Until then it stays here.")
    if not may_leave(nature) and wanted not in _LEAVES:
        ask = t("Putting it on a paper that leaves first asks “What if he reads it?”.")
        stays = t("It gives away {about}: it stays in the dossier.", about=about)
        return f"{stays} {ask}"
    return ""
