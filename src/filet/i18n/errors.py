"""Every foreseen error in words: what happened, what is safe, what to do.

The only place where an error becomes a sentence. Errors are known here by their code;
a test goes through all of them in every language.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from filet.i18n import N_, Words
from filet.i18n.errors_of_access import SENTENCES as OF_ACCESS
from filet.i18n.errors_of_sharing import SENTENCES as OF_SHARING
from filet.i18n.missing import MISSING


@dataclass(frozen=True, slots=True)
class Told:
    """An error as it is shown: what happened, then what to do."""

    happened: str
    remedy: str

    def __str__(self) -> str:
        """Return both, on two lines where there are two."""
        return "\n".join(filter(None, (self.happened, self.remedy)))


_UNEXPECTED = (
    N_("Something unexpected happened in Filet."),
    N_("What was written is kept. Close Filet, open it again, and tell the coordinator."),
)

_SENTENCES: dict[str, tuple[str, str]] = (
    OF_ACCESS
    | OF_SHARING
    | {
        "vault_missing": (
            N_("The dossiers are not in their place: {folder}."),
            N_("Are they on a key that is unplugged? Plug it in, then try again."),
        ),
        "vault_exists": (
            N_("There are dossiers in this folder already: {folder}."),
            N_("Choose another folder, or open the dossiers that are there."),
        ),
        "vault_empty": (
            N_("The file of the dossiers is empty: {folder}."),
            N_("Do not delete anything. Open the latest backup, and keep this folder as it is."),
        ),
        "vault_truncated": (
            N_("The file of the dossiers stops before its end. Nothing was changed."),
            N_("Was a copy interrupted? Copy it again, or open the latest backup."),
        ),
        "vault_damaged": (
            N_("The dossiers do not open completely: a part of the file is damaged."),
            N_("Nothing was changed. Do not delete anything; open the latest backup."),
        ),
        "vault_foreign": (
            N_("This file is not the one that these keys open."),
            N_("Check that filet.vault and filet.keys come from the same folder or backup."),
        ),
        "vault_too_new": (
            N_(
                "These dossiers were written by a later Filet (shape {found}, known here: {known})."
            ),
            N_("Install the latest Filet on this computer. Nothing was changed."),
        ),
        "vault_open_elsewhere": (
            N_("The dossiers are already open in another Filet on this computer."),
            N_("Go back to that window, or close it and try again."),
        ),
        "vault_read_only": (
            N_("Filet cannot write in the folder of the dossiers."),
            N_("Ask whoever looks after the computer for the right to write there."),
        ),
        "synced_folder": (
            N_("This folder is copied elsewhere by a program: {folder}."),
            N_("Choose a folder that stays on this computer only."),
        ),
        "personal_folder": (
            N_("Documents and the Desktop are no place for the dossiers: {folder}."),
            N_("They are often copied elsewhere, and belong to one person. Choose another folder."),
        ),
        "network_folder": (
            N_("This folder is on another computer: {folder}."),
            N_("Choose a folder on this computer: the network could damage the dossiers."),
        ),
        "disk_full": (
            N_("The disk is full. Nothing that was already recorded is lost."),
            N_("Free some space, then try again. Do not close Filet before."),
        ),
        "write_failed": (
            N_("The disk refused to write. Nothing that was already recorded is lost."),
            N_("Try again. If it goes on, call whoever looks after the computer."),
        ),
        "pending_unreadable": (
            N_(
                "What was put aside cannot be read: the dossiers have other keys since, or it is damaged."
            ),
            N_("Keep the file, and tell the coordinator. Nothing else is touched."),
        ),
        "cipher_too_old": (
            N_("The encryption component is too old ({found}; at least {wanted} is needed)."),
            N_("Install Filet again. The dossiers are not touched."),
        ),
        "medium_missing": (
            N_("The place of the copies is not there: {place}."),
            N_("Plug in its key, then try again. The dossiers are not touched."),
        ),
        "medium_full": (
            N_("There is no room left for one more copy: {place}."),
            N_("Free some space there, or choose another key. The former copies are all there."),
        ),
        "medium_read_only": (
            N_("Filet cannot write in the place of the copies: {place}."),
            N_("Does the key have a lock, or an owner? Choose another one if need be."),
        ),
        "medium_vanished": (
            N_("The copy was interrupted: its key went away or refused to write ({place})."),
            N_("Plug it in again, then start over. The dossiers and the former copies are safe."),
        ),
        "backup_beside_vault": (
            N_("A copy beside the dossiers would be lost together with them: {folder}."),
            N_("Choose a USB key, or another disk."),
        ),
        "backups_not_arranged": (
            N_("Nobody has said yet where the copies go."),
            N_("Choose a place: a USB key, or another disk."),
        ),
        "backup_stopped": (
            N_("The copy was interrupted by a lock. Nothing of it remains."),
            N_("Filet makes one while it is locked, and reads it at the next opening."),
        ),
        "backup_missing": (
            N_("There is no copy in this folder: {folder}."),
            N_("A copy is a folder with a date for a name, such as 2026-11-23_2247."),
        ),
        "vault_is_copy": (
            N_("This folder is a copy of the dossiers: {folder}."),
            N_("Nothing is ever written in a copy. Go back to it instead: nothing was changed."),
        ),
        "backup_foreign": (
            N_("This copy is of another house: {folder}."),
            N_("Choose a copy of this one. Nothing was changed."),
        ),
        "backup_damaged": (
            N_("This copy cannot be read whole: {folder} ({what})."),
            N_("Take an older copy. Nothing was changed; keep this one, it may still serve."),
        ),
        "backup_differs": (
            N_("This copy does not hold what it should: {folder} ({what})."),
            N_("Take an older copy. Nothing was changed; keep this one, it may still serve."),
        ),
        "nothing_to_salvage": (
            N_("Nothing could be read of these dossiers: the damage is at their very beginning."),
            N_("Open the latest copy. Keep this folder as it is: nothing in it was changed."),
        ),
        "dossier_held": (
            N_("This dossier must be kept for now."),
            N_("Somebody asked that it not be destroyed. Lift that first, with its reason."),
        ),
        "not_over_yet": (
            N_("The time for which the house keeps this dossier is not over."),
            N_(
                "Nothing was destroyed. A dossier is destroyed once it is closed and its time is over."
            ),
        ),
        "ask_again": (
            N_("Something changed since this was asked."),
            N_("Nothing was destroyed. Look at the dossier, then ask for it anew."),
        ),
        "no_such_number": (
            N_("No dossier has this number."),
            N_("Write it as the list of dossiers shows it."),
        ),
        "second_person_needed": (
            N_("Two persons decide this together."),
            N_("A colleague other than you types her own initials and passphrase."),
        ),
        "sentence_not_typed": (
            N_("The sentence was not typed as it stands."),
            N_("Type it again: “{sentence}”"),
        ),
        "chain_broken": (
            N_("The journal does not follow at entry {seq}: something changed the file."),
            N_("Do not write anything more in it. Keep this folder, and tell the coordinator."),
        ),
        "fork_found": (
            N_("Two different entries claim the same place in the journal."),
            N_("Nothing was taken. Keep both folders, and tell the coordinator."),
        ),
        "entry_too_large": (
            N_("This text is too long to be kept in one piece."),
            N_("Divide it into several notes. What you wrote is still here."),
        ),
        "cutoff_out_of_reach": (
            N_("The answers of this questionnaire cannot come to this threshold."),
            N_("Write a number from {low} to {high}."),
        ),
        "day_to_come": (
            N_("This day has not come yet."),
            N_("Write the day on which it was done, or leave the day empty."),
        ),
        "words_missing": (
            N_("Something is still missing here: {field}."),
            N_("A few words are enough."),
        ),
        "number_withdrawn": (
            N_("This number is being withdrawn: whoever dials it may reach nobody."),
            N_("Write the full number of the police station. In danger: 911."),
        ),
        "reason_missing": (
            N_("Say why you chose this level."),
            N_("One or two sentences are enough."),
        ),
        "review_missing": (
            N_("Say when this level will be looked at again."),
            N_("A day is enough."),
        ),
        "markers_unanswered": (
            N_("Critical markers are present: {markers}."),
            N_("Say how you take them into account."),
        ),
        "not_erasable": (
            N_("This cannot be erased by itself: it holds the journal together."),
            N_("Choose the notes or the statements themselves."),
        ),
        "nothing_to_take_back": (
            N_("There is nothing to undo here."),
            N_("What was signed, printed or erased is not undone: write a correction."),
        ),
        "date_unclear": (
            N_("This date was not understood."),
            N_("Write it like “Feb. 16” or “in 3 days”."),
        ),
        "pack_broken": (
            N_("A data file is not usable: {path}. {fault}"),
            N_("Correct it, then run “filet instruments validate” on its folder."),
        ),
        "unknown_pack": (
            N_("There is no instrument named {name}."),
            N_("“filet instruments list” shows those that are installed."),
        ),
        "answers_unreadable": (
            N_("The file of answers could not be read: {fault}"),
            N_("It must look like this: {example}"),
        ),
        "impossible_answers": (
            N_("Some answers cannot both be true: {faults}"),
            N_("Look at the paper form again, and correct one of them."),
        ),
        "destination_unanswered": (
            N_("Nothing is printed before we know where this sheet will go."),
            N_("Answer “Where will this sheet go?”."),
        ),
        "not_for_this_paper": (
            N_("Something chosen here must not leave the house ({nature})."),
            N_("Leave it in the dossier, or say it aloud with her."),
        ),
        "card_too_full": (
            N_("This line does not fit on the card: {line}"),
            N_("Shorten it. Nothing is ever printed smaller."),
        ),
        "printer_failed": (
            N_("The printer {name} did not take the sheet."),
            N_("It is noted as not printed. Look at the printer and its tray, then print again."),
        ),
        "prints_to_file": (
            N_("{name} is not a printer: it writes a file that anyone can open."),
            N_("Choose a real printer, or make a protected PDF."),
        ),
        "file_exists": (
            N_("There is a file named {name} already. Nothing was overwritten."),
            N_("Choose another name or another folder."),
        ),
        "export_stopped": (
            N_("The file was not made: something stopped it."),
            N_("Nothing of it remains. You can begin again."),
        ),
        "export_failed": (
            N_("The file {name} could not be written. No part of it remains."),
            N_("Nothing was put in the register. Choose another place, then try again."),
        ),
        "folder_unusable": (
            N_("This folder cannot be used: {folder}."),
            N_("Choose a folder that exists and that you may write in."),
        ),
        "library_missing": (
            N_("A component is missing on this computer: {name}."),
            N_("Everything else works. Ask whoever looks after the computer to install it."),
        ),
    }
)


def known_codes() -> frozenset[str]:
    """Return the codes that have words."""
    return frozenset(_SENTENCES)


def told(words: Words, code: str, fields: dict[str, Any]) -> Told:
    """Return an error in words. A code without words is told as unexpected."""
    happened, remedy = _SENTENCES.get(code, _UNEXPECTED)
    given = _Lenient(fields)
    if missing := MISSING.get(str(fields.get("field"))):
        given["field"] = words.t(missing)
    return Told(
        words.t(happened).format_map(given) if happened else "",
        words.t(remedy).format_map(given) if remedy else "",
    )


class _Lenient(dict[str, Any]):
    """Fields of which one may be missing: an error must never fail to be told."""

    def __missing__(self, key: str) -> str:
        return "?"
