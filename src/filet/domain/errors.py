"""What can go wrong, told apart by who can mend it.

* FiletError
  + UserError      the worker can mend it: a sentence at the place
  + MachineError   file, disk, key, system: a sentence and a remedy
Everything else is a bug. An error carries a code and plain fields; its words are
written once, in ``filet.i18n.errors``, in every language.
"""

from __future__ import annotations

from typing import ClassVar


class FiletError(Exception):
    """Something foreseen went wrong; ``code`` names it, ``fields`` fill its sentence."""

    code: ClassVar[str] = "unexpected"
    exit_status: ClassVar[int] = 1
    passing: ClassVar[bool] = False
    """Whether the disk is at fault: what was to be written is held, and tried again."""

    def __init__(self, **fields: str | int) -> None:
        """Keep the fields that the sentence names; never a secret.

        A field may hold what she typed, so a traceback or a log shows the code alone.
        """
        super().__init__(self.code)
        self.fields = fields
        self.refused: tuple[object, ...] = ()
        """What could not be written, as the desk had it; for who tries again."""


class UserError(FiletError):
    """The worker can mend it."""

    exit_status = 2


class MachineError(FiletError):
    """The machine, a file or a key is at fault."""

    exit_status = 3


# Opening a vault ---------------------------------------------------------------------


class WrongPassphrase(UserError):
    """No slot with these initials opens with this passphrase."""

    code = "wrong_passphrase"
    exit_status = 10


class WrongRecoveryKey(UserError):
    """The recovery key is well written, and opens nothing here."""

    code = "wrong_recovery_key"
    exit_status = 10


class MistypedRecoveryKey(UserError):
    """A line of the recovery key has a wrong character; ``line`` counts from 1."""

    code = "mistyped_recovery_key"
    exit_status = 10


class AccessEnded(UserError):
    """The passphrase is right, and the worker's time in this house is over."""

    code = "access_ended"
    exit_status = 10


class AccessNotBegun(UserError):
    """The passphrase is right, and the worker's time in this house has not begun."""

    code = "access_not_begun"
    exit_status = 10


class InitialsTaken(UserError):
    """Another worker of the house has these initials."""

    code = "initials_taken"


class InitialsUnusable(UserError):
    """Initials are two to four letters."""

    code = "initials_unusable"


class VaultMissing(MachineError):
    """There is no vault in this folder."""

    code = "vault_missing"
    exit_status = 11


class VaultExists(UserError):
    """There is a vault in this folder already."""

    code = "vault_exists"
    exit_status = 11


class VaultEmpty(MachineError):
    """The vault file holds nothing at all."""

    code = "vault_empty"
    exit_status = 12


class VaultTruncated(MachineError):
    """The vault file stops before its end."""

    code = "vault_truncated"
    exit_status = 12


class VaultDamaged(MachineError):
    """The vault opens with the right key and cannot be read whole."""

    code = "vault_damaged"
    exit_status = 12
    passing = True


class VaultForeign(MachineError):
    """The file is not the vault that these keys belong to."""

    code = "vault_foreign"
    exit_status = 13


class VaultTooNew(MachineError):
    """The vault was written by a later Filet."""

    code = "vault_too_new"
    exit_status = 14


class KeysMissing(MachineError):
    """The key file, and its copy, are not there."""

    code = "keys_missing"
    exit_status = 15


class KeysDamaged(MachineError):
    """The key file does not match its own checksum, nor does its copy."""

    code = "keys_damaged"
    exit_status = 15


class KeysTooNew(MachineError):
    """The key file was written by a later Filet."""

    code = "keys_too_new"
    exit_status = 14


class VaultOpenElsewhere(MachineError):
    """Another process holds the vault."""

    code = "vault_open_elsewhere"
    exit_status = 16
    passing = True


class VaultReadOnly(MachineError):
    """The folder or the file of the vault cannot be written."""

    code = "vault_read_only"
    exit_status = 17
    passing = True


class SyncedFolder(UserError):
    """The folder is copied elsewhere by a program, such as OneDrive."""

    code = "synced_folder"
    exit_status = 18


class PersonalFolder(UserError):
    """The folder belongs to one person, or is often copied elsewhere: Documents, the Desktop."""

    code = "personal_folder"
    exit_status = 18


class NetworkFolder(UserError):
    """The folder is on another computer."""

    code = "network_folder"
    exit_status = 18


class DiskFull(MachineError):
    """The disk is full, the reserve included: nothing was changed."""

    code = "disk_full"
    exit_status = 19
    passing = True


class WriteFailed(MachineError):
    """The system refused to write: nothing was changed."""

    code = "write_failed"
    exit_status = 19
    passing = True


class RekeyInterrupted(MachineError):
    """The data key could not be changed everywhere: the former is still the one in use."""

    code = "rekey_interrupted"
    exit_status = 19


class CipherTooOld(MachineError):
    """The SQLCipher in use is older than the one whose faults were mended."""

    code = "cipher_too_old"
    exit_status = 20


# Copies ------------------------------------------------------------------------------


class MediumMissing(MachineError):
    """The place of the copies is not there: its key is not plugged in."""

    code = "medium_missing"
    exit_status = 25


class MediumFull(MachineError):
    """There is no room for one more copy."""

    code = "medium_full"
    exit_status = 25


class MediumReadOnly(MachineError):
    """The place of the copies cannot be written in."""

    code = "medium_read_only"
    exit_status = 25


class MediumVanished(MachineError):
    """The medium went away, or failed, while a copy was made."""

    code = "medium_vanished"
    exit_status = 25


class BackupBesideVault(UserError):
    """A copy in the folder of the dossiers would be lost together with them."""

    code = "backup_beside_vault"
    exit_status = 18


class NumberWithdrawn(UserError):
    """The number is being withdrawn: whoever dials it may reach nobody."""

    code = "number_withdrawn"


class BackupsNotArranged(UserError):
    """Nobody has said where copies go."""

    code = "backups_not_arranged"


class BackupStopped(UserError):
    """A copy was interrupted by a lock; nothing of it remains."""

    code = "backup_stopped"


class BackupMissing(UserError):
    """There is no copy in this folder."""

    code = "backup_missing"
    exit_status = 26


class BackupForeign(UserError):
    """The copy is of another house."""

    code = "backup_foreign"
    exit_status = 26


class VaultIsCopy(UserError):
    """The folder is a copy: it is gone back to, and never written in."""

    code = "vault_is_copy"
    exit_status = 26


class BackupDamaged(MachineError):
    """A copy cannot be read whole; ``what`` is the file, the keys or the manifest."""

    code = "backup_damaged"
    exit_status = 26


class BackupDiffers(MachineError):
    """A copy does not hold what its own manifest says."""

    code = "backup_differs"
    exit_status = 26


class NothingToSalvage(MachineError):
    """Nothing at all could be read of a damaged vault."""

    code = "nothing_to_salvage"
    exit_status = 27


class DossierHeld(UserError):
    """A dossier may not be destroyed while a court, a coroner or a request wants it."""

    code = "dossier_held"


class NotOverYet(UserError):
    """A dossier is open, or the time for which the house keeps it is not over."""

    code = "not_over_yet"


class AskAgain(UserError):
    """What was asked cannot be agreed to any more: the dossier or a key changed since."""

    code = "ask_again"


class NoSuchNumber(UserError):
    """No dossier that she may see has this number."""

    code = "no_such_number"


class SecondPersonNeeded(UserError):
    """Two persons decide this; the second is missing, or is the first."""

    code = "second_person_needed"


class SentenceNotTyped(UserError):
    """The sentence that opens the way was not typed as it stands."""

    code = "sentence_not_typed"


class HandsUntrusted(MachineError):
    """The journal gives somebody a key, and nobody known here signed for it."""

    code = "hands_untrusted"
    exit_status = 21


# Who may do what ---------------------------------------------------------------------


class NotAllowed(UserError):
    """Her duty in the house does not let her do this."""

    code = "not_allowed"


class ReadOnlyDuty(UserError):
    """She reads, and writes nothing: a trainee."""

    code = "read_only_duty"


class DossierClosed(UserError):
    """The dossier does not exist for whoever asks: it is closed to her."""

    code = "dossier_closed"


class CaseNotFound(UserError):
    """Nothing that is closed to her has this number or this name."""

    code = "case_not_found"


class LastManager(UserError):
    """Nobody would be left to manage the house."""

    code = "last_manager"


class UnknownWorker(UserError):
    """Nobody by that name may enter here any more, or ever could."""

    code = "unknown_worker"


class SamePerson(UserError):
    """Two people are needed, and one answered twice."""

    code = "same_person"


class PassphraseTooShort(UserError):
    """A passphrase has at least ``limit`` letters."""

    code = "passphrase_too_short"


class WrongPin(UserError):
    """A PIN opened nothing; ``left`` says how often it may still be tried."""

    code = "wrong_pin"
    exit_status = 10


class QuickUnlockOff(UserError):
    """A PIN cannot be used here and now: the passphrase is asked for."""

    code = "quick_unlock_off"
    exit_status = 10


class PinUnusable(UserError):
    """A PIN has at least ``limit`` digits, and is not one that is tried first."""

    code = "pin_unusable"


# The journal -------------------------------------------------------------------------


class ChainBroken(MachineError):
    """An entry does not follow from the one before it; ``seq`` says which."""

    code = "chain_broken"
    exit_status = 21


class ForkFound(MachineError):
    """Two different entries claim the same place of the same chain."""

    code = "fork_found"
    exit_status = 21


class EntryTooLarge(UserError):
    """A single text is longer than an entry may be (64 KiB)."""

    code = "entry_too_large"


class WordsMissing(UserError):
    """A field that cannot be empty is empty; ``field`` names it."""

    code = "words_missing"


class ReasonMissing(UserError):
    """A level was signed without saying why."""

    code = "reason_missing"


class ReviewMissing(UserError):
    """A level was signed without a date to look at it again."""

    code = "review_missing"


class MarkersUnanswered(UserError):
    """Critical markers stand and nothing says how they were taken into account."""

    code = "markers_unanswered"


class NotErasable(UserError):
    """Only what was written about someone can be erased, not the chain's own entries."""

    code = "not_erasable"


class NothingToTakeBack(UserError):
    """There is nothing to undo here since the last signature, print or erasure."""

    code = "nothing_to_take_back"


class DayToCome(UserError):
    """What has happened is given a day that has not come yet."""

    code = "day_to_come"


class DateUnclear(UserError):
    """A date could not be understood."""

    code = "date_unclear"


class PendingUnreadable(MachineError):
    """What was put aside when the disk refused it does not open with these keys."""

    code = "pending_unreadable"


# Data --------------------------------------------------------------------------------


class PackBroken(MachineError):
    """A pack of data cannot be read or is refused; ``path`` and ``fault`` say where and why."""

    code = "pack_broken"
    exit_status = 22


class UnknownPack(UserError):
    """There is no pack of that name."""

    code = "unknown_pack"


class CutoffOutOfReach(UserError):
    """No answers can come to this threshold, or all do; ``low`` and ``high`` say which can."""

    code = "cutoff_out_of_reach"


class AnswersUnreadable(UserError):
    """A file of answers is not in the documented shape."""

    code = "answers_unreadable"
    exit_status = 23


class ImpossibleAnswers(UserError):
    """Two answers cannot both be true on the form; ``faults`` names them."""

    code = "impossible_answers"
    exit_status = 24


# What leaves -------------------------------------------------------------------------


class ExportPlaceFull(MachineError):
    """There is no room left where a file was to go."""

    code = "export_place_full"
    exit_status = 22


class ExportPlaceGone(MachineError):
    """The key or the disk where a file was to go went away, or lets nobody write any more."""

    code = "export_place_gone"
    exit_status = 22


class ConsentMissing(UserError):
    """She did not agree to this: she refused, could not be asked, or nothing was asked."""

    code = "consent_missing"


class ConsentOver(UserError):
    """Her agreement ended, or she took it back."""

    code = "consent_over"


class NothingChosen(UserError):
    """Nothing was chosen of what may leave."""

    code = "nothing_chosen"


class NotOffered(UserError):
    """Something that was chosen is not, or is no longer, among what may leave."""

    code = "not_offered"


class TellsTooMuch(UserError):
    """A text for a recipient holds ``words`` that never leave: staff, rooms, other women."""

    code = "tells_too_much"


class RecipientIsHim(UserError):
    """The recipient has the name or the number of the person who uses violence."""

    code = "recipient_is_him"


class LanguageUnreviewed(UserError):
    """Papers in a language wait until somebody who reads it has read them over."""

    code = "language_unreviewed"


# Paper -------------------------------------------------------------------------------


class DestinationUnanswered(UserError):
    """Nobody has said where the sheet will go."""

    code = "destination_unanswered"


class NotForThisPaper(UserError):
    """Something chosen for a paper may not leave the house."""

    code = "not_for_this_paper"


class CardTooFull(UserError):
    """A line does not fit on the card; ``line`` says which."""

    code = "card_too_full"


class PrinterFailed(MachineError):
    """A printer is gone, or gave up in the middle of a sheet; ``name`` says which."""

    code = "printer_failed"


class PrintsToFile(UserError):
    """What looks like a printer writes a file in clear; ``name`` says which."""

    code = "prints_to_file"


class FileExists(UserError):
    """A file of that name is there already; nothing was overwritten."""

    code = "file_exists"


class ExportFailed(MachineError):
    """A file could not be written whole; no file and no record remain."""

    code = "export_failed"


class FolderUnusable(UserError):
    """The folder asked for cannot be used."""

    code = "folder_unusable"


class ExportStopped(UserError):
    """An export was stopped before it was whole; nothing of it remains."""

    code = "export_stopped"


class LibraryMissing(MachineError):
    """A part that this one act needs is not installed on this computer."""

    code = "library_missing"
