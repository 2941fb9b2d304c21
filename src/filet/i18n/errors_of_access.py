"""Errors in words: who may enter, and who may do what."""

from __future__ import annotations

from filet.i18n import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "wrong_passphrase": (
        N_("These initials and this passphrase do not open the dossiers."),
        N_("Check Caps Lock and the keyboard language. Nothing is lost or blocked."),
    ),
    "wrong_recovery_key": (
        N_("This recovery key is well written, but it does not open these dossiers."),
        N_("Check that the sheet belongs to this house. Nothing is lost or blocked."),
    ),
    "mistyped_recovery_key": (
        N_("Line {line} of the recovery key has a wrong character (line 0: lines exchanged)."),
        N_("Compare it with the sheet, one group of four at a time."),
    ),
    "access_ended": (
        N_("Your access to these dossiers has ended."),
        N_("Speak to the coordination: she can set its last day again. Nothing is lost."),
    ),
    "access_not_begun": (
        N_("Your access to these dossiers has not begun yet."),
        N_("Check the date of this computer, then speak to the coordination."),
    ),
    "initials_taken": (
        N_("A colleague already has the initials {initials}."),
        N_("Add a letter: initials may have up to four."),
    ),
    "initials_unusable": (
        N_("Initials are two to four letters."),
        N_("Write letters only, without period or space."),
    ),
    "not_allowed": (
        N_("This is for the coordination and the direction."),
        N_("Ask one of them. Nothing was changed."),
    ),
    "read_only_duty": (
        N_("You can read here, and not write."),
        N_(
            "Ask a colleague to write it in her own session. What you typed is still on the screen."
        ),
    ),
    "dossier_closed": (
        N_("This dossier is not open to you."),
        N_("The coordination can tell you why."),
    ),
    "case_not_found": (
        N_("No dossier was found by this number or this name. The question was recorded."),
        N_("Check the number, or call the coordination. A new dossier can always be opened."),
    ),
    "last_manager": (
        N_("Nobody else could look after the accesses of the house."),
        N_("First give the coordination or the direction to somebody else."),
    ),
    "unknown_worker": (
        N_("Nobody by these initials has access here."),
        N_("Look at the list of accesses again."),
    ),
    "same_person": (
        N_("Two people are needed for this, and one answered twice."),
        N_("Let the second person type her own initials and passphrase."),
    ),
    "passphrase_too_short": (
        N_("This passphrase is too short: at least {limit} letters."),
        N_("Five words that have nothing to do with each other are enough."),
    ),
    "wrong_pin": (
        N_("This PIN does not open. Tries left: {left}."),
        N_("Your passphrase always opens. Nothing is lost."),
    ),
    "quick_unlock_off": (
        N_("A PIN cannot open here now."),
        N_("Type your passphrase."),
    ),
    "pin_unusable": (
        N_("This PIN is too short or too easy: at least {limit} digits."),
        N_("Avoid the same digit again and again, and digits in a row."),
    ),
    "hands_untrusted": (
        N_("Something other than Filet changed the list of who may enter. Nothing was done."),
        N_("Run “filet check” on this folder, keep a copy of it, and tell the coordinator."),
    ),
    "rekey_interrupted": (
        N_("The change of keys stopped halfway. Nothing is lost."),
        N_("Open the dossiers again: it will be finished by itself."),
    ),
    "keys_missing": (
        N_("The key file is missing: {folder}."),
        N_("Put back filet.keys from the latest backup. The dossiers are not touched."),
    ),
    "keys_damaged": (
        N_("The key file is damaged, and so is its copy."),
        N_("Put back filet.keys from the latest backup. The dossiers are not touched."),
    ),
    "keys_too_new": (
        N_("The key file was written by a later Filet."),
        N_("Install the latest Filet on this computer. Nothing was changed."),
    ),
}
