"""One example of every kind, with every field filled: what ``bodies.json`` freezes."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from builders import person, ref

from filet.domain.ids import (
    ActionId,
    CallId,
    CaseId,
    ChangeId,
    ConsentId,
    ExportId,
    IncidentId,
    LevelId,
    MeasureId,
    OutsideId,
    PaperId,
    SessionId,
    SlotId,
    StatementId,
    VaultId,
    WorkerId,
)
from filet.domain.instruments import Value
from filet.domain.kinds import (
    AccessClosed,
    AccessReopened,
    ActionDone,
    ActionPlanned,
    Agreement,
    AgreementNoted,
    Answer,
    Appears,
    BackupMade,
    BackupMissed,
    BackupsArranged,
    BackupsGone,
    BackupTried,
    CallAttached,
    CallNoted,
    Capacity,
    CardWritten,
    CaseCreated,
    CaseOpened,
    ChainStarted,
    ChangeNoted,
    ClockMovedBack,
    ClosedSearched,
    CommunicationMade,
    ComputedRange,
    ConsentAnswered,
    ConsentWithdrawn,
    Content,
    ContentRemoved,
    Destination,
    DestructionAsked,
    DisclosureFollowed,
    DisclosureMade,
    DisclosureVoid,
    Duty,
    ErasureReason,
    ExportAbandoned,
    ExportBegun,
    ExportCompleted,
    Family,
    FileDestroyed,
    Form,
    GlassBroken,
    Ground,
    Hears,
    HoldLifted,
    HoldPlaced,
    HoldReason,
    IdeaBroughtBack,
    IdeaRefused,
    IncidentNoted,
    Interpreting,
    ItemGiven,
    Level,
    LevelReasoned,
    LevelSeconded,
    LevelSigned,
    LevelWithdrawn,
    LocksChanged,
    Lost,
    Manner,
    MayTellHer,
    MeasureRemoved,
    MeasureWritten,
    Nature,
    NoteWritten,
    NumberRetired,
    NumberSet,
    Opinion,
    OutsideResultNoted,
    PackImported,
    PackPartKept,
    PackWithdrawn,
    PaperIssued,
    PassphraseChanged,
    PassphraseReset,
    PersonDescribed,
    PhraseRead,
    PlanReviewed,
    QuickUnlockDeclared,
    QuickUnlockSet,
    Recipient,
    RecoverySet,
    RecoveryTried,
    Remembered,
    RetentionSet,
    Role,
    RollbackNoticed,
    SafeContactSet,
    SessionBegun,
    SessionEnded,
    SheetFate,
    SheetTraced,
    SituationsSet,
    SomeoneAsked,
    Source,
    SourceKind,
    StatementMade,
    Status,
    StatusSet,
    Still,
    TakenBack,
    ToTell,
    UnlocksFailed,
    VaultRestored,
    VaultSalvaged,
    VaultUnlocked,
    Whereabouts,
    Why,
    WordsNoted,
    WorkerDescribed,
    WorkerEnrolled,
    WorkerWithdrawn,
)
from filet.domain.moments import Due, Precision, Told


def _id(number: int) -> UUID:
    return UUID(int=number << 64 | 0x4000 << 64 | number, version=4)


DAY, LATER = date(2026, 2, 9), date(2026, 12, 1)
TOLD = Told("l’hiver passé", date(2025, 12, 1), LATER, Precision.SEASON)
ACTION, CALL, CASE = ActionId(_id(1)), CallId(_id(2)), CaseId(_id(3))
LEVEL, MEASURE, PAPER = LevelId(_id(4)), MeasureId(_id(5)), PaperId(_id(6))
SESSION, STATEMENT, WORKER = SessionId(_id(7)), StatementId(_id(8)), WorkerId(_id(9))
EXPORT = ExportId(_id(11))
CONSENT = ConsentId(_id(12))
PLACE = ref("a", 12)
POLICE = Recipient("Police d’essai", "Sgt Roy", Capacity.POLICE, "555-0107", "répertoire")

EXAMPLES: dict[str, Content] = {
    "chain_started/1": ChainStarted(
        VaultId(_id(10)), "poste-1", "0.1.0", True, "B", PLACE, "ab" * 32
    ),
    "worker_enrolled/1": WorkerEnrolled(
        WORKER, "AB", "Anne B.", "11" * 32, "22" * 32, Duty.TRAINEE, True, DAY, LATER
    ),
    "worker_described/1": WorkerDescribed(WORKER, "Anne B.", Duty.DIRECTION, False, DAY, LATER),
    "worker_withdrawn/1": WorkerWithdrawn(WORKER, "fin de contrat"),
    "passphrase_changed/1": PassphraseChanged(WORKER),
    "passphrase_reset/1": PassphraseReset(WORKER, "11" * 32, "22" * 32),
    "locks_changed/1": LocksChanged(3),
    "recovery_set/1": RecoverySet("33" * 16, "44" * 32, "55" * 32, WORKER),
    "recovery_tried/1": RecoveryTried("33" * 16, ("coffre", "notaire")),
    "unlocks_failed/1": UnlocksFailed(3, 1_795_462_200_123, 1_795_462_260_000),
    "access_closed/1": AccessClosed(CASE, WORKER, "son cousin"),
    "access_reopened/1": AccessReopened(CASE, WORKER, "erreur de nom"),
    "glass_broken/1": GlassBroken("26-A-0145", "seule cette nuit", CASE),
    "quick_unlock_declared/1": QuickUnlockDeclared("88" * 16, True, True, True),
    "quick_unlock_set/1": QuickUnlockSet(SlotId(WORKER), "88" * 16, True),
    "vault_unlocked/1": VaultUnlocked(True),
    "rollback_noticed/1": RollbackNoticed("66" * 16, 40, 12),
    "clock_moved_back/1": ClockMovedBack(61),
    "closed_searched/1": ClosedSearched(),
    "call_noted/1": CallNoted(
        CALL, "02:14", "Lou", "chuchote", Value.YES,
        Whereabouts("Saint-Élie", "rang 4", "1200", "auto bleue"),
        "555-0100", Value.NO, "raccrocher", "5 %", Value.UNKNOWN, "deux", "« vite »",
        "un lit", "le 911", "02:19",
    ),
    "someone_asked/1": SomeoneAsked(
        CALL, "10:00", "M. X", "CLSC", "555-0101", "Lou", "où elle est", "ni oui ni non", True
    ),
    "communication/1": CommunicationMade(
        CASE, "Sgt Roy", "SQ", "555-0102", "annuaire", "le rang", "sa vie", Ground.LAW,
        "P-39.1, 18.1", Due(DAY, "02:20"),
    ),
    "disclosure_made/1": DisclosureMade(
        PAPER, "C26-A-0031", CASE, CONSENT, POLICE, "qu’on la rappelle", ("Lou Tremblay",),
        (ItemGiven(Family.DANGER, "Il a une arme", "oui, dit par elle"),), "clé USB", "77" * 32,
        "66" * 32, 2, "fr", "1", Ground.LAW, "pour la joindre", "Maison d’essai", "la direction",
        "Anne B.", Duty.WORKER, True, DAY, LATER, Form.SPOKEN, (PLACE,),
    ),
    "disclosure_followed/1": DisclosureFollowed(PAPER, DAY, "reçu, rappelée"),
    "file_destroyed/1": FileDestroyed(
        CASE, ErasureReason.RETENTION, (PLACE,), 12, LATER, "26-A-0145", WORKER, "88" * 64,
        ("2026-11-23_2247",),
    ),
    "retention_set/1": RetentionSet(7, 45, DAY),
    "destruction_asked/1": DestructionAsked(
        CASE, ErasureReason.RETENTION, (PLACE,), "26-A-0145", "88" * 64
    ),
    "number_set/1": NumberSet(
        "sq_estrie", "Sûreté du Québec", "555-0105", "le jour", "poste 2", DAY, "AB", True
    ),
    "pack_part_kept/1": PackPartKept("66" * 32, "text.fr.toml", 1, 'title = "Jardin"'),
    "pack_imported/1": PackImported(
        "exemple-jardin",
        "1.m66666666",
        "66" * 32,
        "1",
        True,
        "Filet",
        "GPL-3.0-or-later",
        "La directrice",
        "Lettre du 3 novembre 2026",
    ),
    "pack_withdrawn/1": PackWithdrawn("exemple-jardin", "1.m66666666", "Le contrat est fini."),
    "number_retired/1": NumberRetired("sq_estrie", True),
    "backups_arranged/1": BackupsArranged(("E:/copies",)),
    "backup_made/1": BackupMade("2026-11-23_2247", "E:/copies", (PLACE,), 40, 3, ("99" * 16,)),
    "backup_missed/1": BackupMissed("E:/copies", Why.ABSENT),
    "backups_gone/1": BackupsGone(("2026-11-09_2247",), Why.ROTATED),
    "backup_tried/1": BackupTried("2026-11-23_2247", "E:/copies"),
    "vault_restored/1": VaultRestored("2026-11-23_2247", (PLACE,), 4, PLACE, ("CD",)),
    "vault_salvaged/1": VaultSalvaged(38, (Lost(PLACE, 13),)),
    "export_begun/1": ExportBegun(
        EXPORT, False, "changement de logiciel", 40, 3, "aa" * 32, WORKER, "bb" * 64,
        "je sors tout en clair",
    ),
    "export_completed/1": ExportCompleted(EXPORT),
    "export_abandoned/1": ExportAbandoned(EXPORT),
    "case_created/1": CaseCreated("26-A-0145"),
    "case_opened/1": CaseOpened(True),
    "call_attached/1": CallAttached(CALL, PLACE),
    "status_set/1": StatusSet(Status.HOUSED, DAY, "chambre 3", "à sa demande"),
    "person_described/1": PersonDescribed(
        person(1), Role.NEW_PARTNER, "Éloïse", "Tremblay", "Lou", "amie", TOLD, "elle",
        "555-0103", "fr", "inhalothérapeute",
    ),
    "safe_contact_set/1": SafeContactSet("555-0104", "cellulaire", "le jour", ("soir",), "rien"),
    "session_begun/1": SessionBegun(
        SESSION, Manner.PHONE, Value.NO, "un enfant", "es", "Mme Z", "citron", True, True,
        (Hears.CHILD, Hears.UNKNOWN), Interpreting.PHONE, (ToTell.WRITTEN,), (ToTell.LIMITS,),
        "« c’est correct »",
    ),
    "session_ended/1": SessionEnded(SESSION, True, "coupé"),
    "statement_made/1": StatementMade(
        STATEMENT, "neck_squeezed@inventaire-filet-1", Value.YES,
        Source(SourceKind.POLICE, person(2), "SQ", "rapport 7"), Nature.HYPOTHESIS, 7, TOLD,
        Still.BOTH, (person(3),), SESSION, MayTellHer.YES, True,
    ),
    "words_noted/1": WordsNoted(
        "« il m’a serrée »", STATEMENT, Source(SourceKind.RELATIVE, person(4)), "es", True, SESSION,
        MayTellHer.YES, "his_words",
    ),
    "note_written/1": NoteWritten("calme,\ntrop calme", STATEMENT, SESSION),
    "outside_result_noted/1": OutsideResultNoted(
        OutsideId(_id(16)),
        "ODARA",
        "5, catégorie 5-6",
        "2013",
        "2010",
        "Sûreté du Québec",
        Value.YES,
        TOLD,
        "rapport du 16 février",
    ),
    "level_signed/1": LevelSigned(
        LEVEL, Level.IMMINENT, (person(1),), (person(2),), "il cherche", Due(DAY, "09:00"), True,
        (ComputedRange("da", "1", 14, None, "grave", "extrême", True),), ("strangulation",),
        "dit", "la cellule", (PLACE,), Due(DAY, "07:00"),
    ),
    "level_reasoned/1": LevelReasoned(LEVEL, "il l'a dit à sa mère"),
    "level_withdrawn/1": LevelWithdrawn(LEVEL, "mauvais dossier"),
    "level_seconded/1": LevelSeconded(
        LEVEL, Opinion.DIFFERS, Level.IMMINENT, PLACE, "il sait où elle est", WORKER, "99" * 64
    ),
    "change_noted/1": ChangeNoted(
        ChangeId(_id(13)), "hearing", LATER, "au palais", Source(SourceKind.POLICE)
    ),
    "incident_noted/1": IncidentNoted(
        IncidentId(_id(14)), Told("en mai", DAY, LATER, Precision.MONTH), 3, "filet-gravite-1",
        "il l'a poussée", Source(SourceKind.POLICE), STATEMENT,
    ),
    "agreement_noted/1": AgreementNoted("police_words", Agreement.REFUSES),
    "action_planned/1": ActionPlanned(
        ACTION, "appeler", "call_911", "AB", Due(DAY), Agreement.REFUSES
    ),
    "action_done/1": ActionDone(ACTION, Due(DAY, "02:21"), "AB", "Sgt Roy", "en route"),
    "measure_written/1": MeasureWritten(
        MEASURE, "depart", "La porte", "m", Appears.TAKES, "departure", "do", "porte@plan-1",
        "je dis que…", "il le sait", "555-0105", person(5),
    ),
    "measure_removed/1": MeasureRemoved(MEASURE),
    "plan_reviewed/1": PlanReviewed("avec elle"),
    "idea_refused/1": IdeaRefused("porte@plan-1"),
    "idea_brought_back/1": IdeaBroughtBack("porte@plan-1"),
    "situations_set/1": SituationsSet(("rural", "pets")),
    "card_written/1": CardWritten("Ménage", (("Prune", "555-0106"),), "Épicerie", ("du lait",)),
    "paper_issued/1": PaperIssued(
        PAPER, "stays", "1", "fr", Destination.STAYS_HERE, ("La porte",), (MEASURE,), 2, "77" * 32,
        True, True, "classeur", LATER, (PLACE,), True,
    ),
    "consent_answered/1": ConsentAnswered(
        CONSENT, POLICE, "qu’on la rappelle", Answer.ACCEPTED, (Family.HER, Family.REACH),
        "« oui, mais pas mon fils »", Form.WRITTEN, LATER, "es", "Mme Z",
    ),
    "consent_withdrawn/1": ConsentWithdrawn(CONSENT, DAY, "« j’ai changé d’idée »"),
    "phrase_read/1": PhraseRead(PAPER),
    "disclosure_void/1": DisclosureVoid(PAPER),
    "sheet_traced/1": SheetTraced(PAPER, SheetFate.LOST, DAY),
    "remembered/1": Remembered(("sortir",), ("911",), DAY),
    "hold_placed/1": HoldPlaced(HoldReason.COURT, "assignation du 3 mars", LATER),
    "hold_lifted/1": HoldLifted("jugement rendu"),
    "taken_back/1": TakenBack(),
    "content_removed/1": ContentRemoved(ErasureReason.WRONG_DOSSIER, "direction"),
}  # fmt: skip
