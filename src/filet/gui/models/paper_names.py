"""What papers are called, where they may go, and what may become of them."""

from __future__ import annotations

from filet.domain.kinds import Destination, SheetFate
from filet.i18n import N_

TEMPLATES = {
    "stays": N_("Sheet that stays"),
    "takes": N_("Sheet she takes"),
    "card": N_("Card"),
    "bag": N_("List of what to gather"),
    "children": N_("A child's sheet"),
    "clinician": N_("Copy for the file"),
    "appraisal": N_("Copy of the appraisal"),
    "blank": N_("Blank forms"),
}
"""Every paper by its name; those of every day come first."""
PLACES: dict[Destination, str] = {
    Destination.STAYS_HERE: N_("It stays here"),
    Destination.NO_PAPER: N_("No paper: we remember it together"),
    Destination.LIVES_APART: N_("She takes it, lives without him"),
    Destination.LIVES_WITH_HIM: N_("She takes it, lives with him"),
    Destination.TRUSTED_PERSON: N_("With somebody she trusts"),
}
"""Where a sheet may go; what leaves nothing to find comes first."""
FATES: dict[SheetFate, str] = {
    SheetFate.BROUGHT_BACK: N_("brought back"),
    SheetFate.DESTROYED: N_("destroyed"),
    SheetFate.LOST: N_("lost"),
    SheetFate.NOT_PRINTED: N_("not printed"),
}
