"""The words of errors about what leaves the house with her agreement."""

from __future__ import annotations

from filet.i18n import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "export_place_full": (
        N_("There is no room left in the place that was chosen: {folder}."),
        N_("No part of the file remains and nothing was put in the register. Choose another key."),
    ),
    "export_place_gone": (
        N_("The place that was chosen is gone, or lets nobody write: {folder}."),
        N_(
            "Nothing was put in the register. Plug the key in again or choose another one, and"
            " start over."
        ),
    ),
    "consent_missing": (
        N_("She did not agree to this: nothing leaves."),
        N_("Her agreement is asked for each purpose and for each recipient."),
    ),
    "consent_over": (
        N_("Her agreement is over, or she took it back: nothing leaves."),
        N_("She can be asked again, whenever she wants."),
    ),
    "nothing_chosen": (
        N_("Nothing was chosen yet of what may leave."),
        N_("Choose one by one what the recipient needs, with her."),
    ),
    "not_offered": (
        N_("Something that was chosen may not leave any more: it changed since."),
        N_("Look again at what is chosen, then at the page."),
    ),
    "tells_too_much": (
        N_("This text says what never leaves the house: {words}."),
        N_("Take these words out, then look at the page again."),
    ),
    "recipient_is_him": (
        N_("This recipient has the name or the number of the person who uses violence."),
        N_("Check to whom this goes, with a number that you found yourself."),
    ),
    "language_unreviewed": (
        N_("No paper is made in this language yet ({name}): nobody has read its words over."),
        N_("Print in French or in English, and have it read aloud by an interpreter."),
    ),
}
