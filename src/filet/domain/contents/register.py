"""The names of the kinds for ever, and what sets some of them apart."""

from __future__ import annotations

from filet.domain.contents.appraisal import (
    ActionDone,
    ActionPlanned,
    AgreementNoted,
    LevelReasoned,
    LevelSeconded,
    LevelSigned,
    LevelWithdrawn,
)
from filet.domain.contents.changes import ChangeNoted, IncidentNoted, PlanReviewed
from filet.domain.contents.control import TacticNoted, TacticWithdrawn
from filet.domain.contents.copies import (
    BackupMade,
    BackupMissed,
    BackupsArranged,
    BackupsGone,
    BackupTried,
    ExportAbandoned,
    ExportBegun,
    ExportCompleted,
    HoldLifted,
    HoldPlaced,
    VaultRestored,
    VaultSalvaged,
)
from filet.domain.contents.dossier import (
    CallAttached,
    CaseCreated,
    CaseOpened,
    NoteWritten,
    PersonDescribed,
    SafeContactSet,
    SessionBegun,
    SessionEnded,
    StatementMade,
    StatusSet,
    WordsNoted,
)
from filet.domain.contents.house import (
    CallNoted,
    ChainStarted,
    ClockMovedBack,
    ClosedSearched,
    CommunicationMade,
    FileDestroyed,
    NumberRetired,
    NumberSet,
    RollbackNoticed,
    SomeoneAsked,
    VaultUnlocked,
)
from filet.domain.contents.outside import OutsideResultNoted
from filet.domain.contents.packs import CutoffSet, PackImported, PackPartKept, PackWithdrawn
from filet.domain.contents.plan import (
    CardWritten,
    DisclosureVoid,
    IdeaBroughtBack,
    IdeaRefused,
    MeasureRemoved,
    MeasureWritten,
    PaperIssued,
    PhraseRead,
    Remembered,
    SheetTraced,
    SituationsSet,
)
from filet.domain.contents.retention import DestructionAsked, RetentionSet
from filet.domain.contents.shared import (
    Content,
)
from filet.domain.contents.sharing import (
    ConsentAnswered,
    ConsentWithdrawn,
    DisclosureFollowed,
    DisclosureMade,
)
from filet.domain.contents.standing import ContentRemoved, TakenBack
from filet.domain.contents.workers import (
    AccessClosed,
    AccessReopened,
    GlassBroken,
    LocksChanged,
    PassphraseChanged,
    PassphraseReset,
    QuickUnlockDeclared,
    QuickUnlockSet,
    RecoverySet,
    RecoveryTried,
    UnlocksFailed,
    WorkerDescribed,
    WorkerEnrolled,
    WorkerWithdrawn,
)

KINDS: dict[str, type[Content]] = {
    "chain_started/1": ChainStarted,
    "worker_enrolled/1": WorkerEnrolled,
    "worker_described/1": WorkerDescribed,
    "worker_withdrawn/1": WorkerWithdrawn,
    "passphrase_changed/1": PassphraseChanged,
    "passphrase_reset/1": PassphraseReset,
    "locks_changed/1": LocksChanged,
    "recovery_set/1": RecoverySet,
    "recovery_tried/1": RecoveryTried,
    "unlocks_failed/1": UnlocksFailed,
    "access_closed/1": AccessClosed,
    "access_reopened/1": AccessReopened,
    "glass_broken/1": GlassBroken,
    "quick_unlock_declared/1": QuickUnlockDeclared,
    "quick_unlock_set/1": QuickUnlockSet,
    "vault_unlocked/1": VaultUnlocked,
    "rollback_noticed/1": RollbackNoticed,
    "clock_moved_back/1": ClockMovedBack,
    "closed_searched/1": ClosedSearched,
    "call_noted/1": CallNoted,
    "someone_asked/1": SomeoneAsked,
    "communication/1": CommunicationMade,
    "disclosure_made/1": DisclosureMade,
    "disclosure_followed/1": DisclosureFollowed,
    "file_destroyed/1": FileDestroyed,
    "retention_set/1": RetentionSet,
    "destruction_asked/1": DestructionAsked,
    "number_set/1": NumberSet,
    "pack_part_kept/1": PackPartKept,
    "pack_imported/1": PackImported,
    "pack_withdrawn/1": PackWithdrawn,
    "cutoff_set/1": CutoffSet,
    "number_retired/1": NumberRetired,
    "backups_arranged/1": BackupsArranged,
    "backup_made/1": BackupMade,
    "backup_missed/1": BackupMissed,
    "backups_gone/1": BackupsGone,
    "backup_tried/1": BackupTried,
    "vault_restored/1": VaultRestored,
    "vault_salvaged/1": VaultSalvaged,
    "export_begun/1": ExportBegun,
    "export_completed/1": ExportCompleted,
    "export_abandoned/1": ExportAbandoned,
    "case_created/1": CaseCreated,
    "case_opened/1": CaseOpened,
    "call_attached/1": CallAttached,
    "status_set/1": StatusSet,
    "person_described/1": PersonDescribed,
    "safe_contact_set/1": SafeContactSet,
    "session_begun/1": SessionBegun,
    "session_ended/1": SessionEnded,
    "statement_made/1": StatementMade,
    "words_noted/1": WordsNoted,
    "note_written/1": NoteWritten,
    "outside_result_noted/1": OutsideResultNoted,
    "level_signed/1": LevelSigned,
    "level_reasoned/1": LevelReasoned,
    "level_withdrawn/1": LevelWithdrawn,
    "level_seconded/1": LevelSeconded,
    "change_noted/1": ChangeNoted,
    "incident_noted/1": IncidentNoted,
    "tactic_noted/1": TacticNoted,
    "tactic_withdrawn/1": TacticWithdrawn,
    "agreement_noted/1": AgreementNoted,
    "action_planned/1": ActionPlanned,
    "action_done/1": ActionDone,
    "measure_written/1": MeasureWritten,
    "measure_removed/1": MeasureRemoved,
    "plan_reviewed/1": PlanReviewed,
    "idea_refused/1": IdeaRefused,
    "idea_brought_back/1": IdeaBroughtBack,
    "situations_set/1": SituationsSet,
    "card_written/1": CardWritten,
    "paper_issued/1": PaperIssued,
    "consent_answered/1": ConsentAnswered,
    "consent_withdrawn/1": ConsentWithdrawn,
    "phrase_read/1": PhraseRead,
    "disclosure_void/1": DisclosureVoid,
    "sheet_traced/1": SheetTraced,
    "remembered/1": Remembered,
    "hold_placed/1": HoldPlaced,
    "hold_lifted/1": HoldLifted,
    "taken_back/1": TakenBack,
    "content_removed/1": ContentRemoved,
}
NAMES: dict[type[Content], str] = {kind: name for name, kind in KINDS.items()}

HANDS = (WorkerEnrolled, PassphraseReset, RecoverySet, WorkerWithdrawn)
"""Kinds that say whose key signs, and to which keys the dossiers are sealed."""

ON_WORKERS = (
    *HANDS,
    WorkerDescribed,
    LocksChanged,
    AccessClosed,
    AccessReopened,
    GlassBroken,
    QuickUnlockDeclared,
)
"""Kinds by which somebody decides who may do what."""

SIGNED = (
    LevelSigned,
    LevelReasoned,
    LevelWithdrawn,
    LevelSeconded,
    PaperIssued,
    CommunicationMade,
    ConsentAnswered,
    ConsentWithdrawn,
    DisclosureMade,
    ContentRemoved,
    FileDestroyed,
    VaultRestored,
    VaultSalvaged,
    HoldPlaced,
    HoldLifted,
    RetentionSet,
    DestructionAsked,
    ExportBegun,
    PackImported,
    PackWithdrawn,
    CutoffSet,
    *ON_WORKERS,
)
"""Kinds that carry the writer's signature."""

BARRIERS = (*SIGNED, Remembered, PhraseRead, DisclosureVoid, SheetTraced)
"""Kinds that undo never crosses."""

KEPT = (
    ChainStarted,
    *HANDS,
    WorkerDescribed,
    TakenBack,
    ContentRemoved,
    FileDestroyed,
    VaultRestored,
    VaultSalvaged,
    HoldPlaced,
    HoldLifted,
)
"""Kinds that carry the chain itself, or keep a dossier, and are never erased one by one."""
