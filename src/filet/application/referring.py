"""Sharing with her agreement: asked for one purpose and one recipient, and taken back at will.

Nothing leaves but a protected file with its entry in the register: both, or neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid4

from filet.application.desk import Desk, Write, told
from filet.application.keeping import DraftKey
from filet.application.offering import TEMPLATE, Offering, Sources
from filet.application.outcome import Outcome, Topic
from filet.application.outgoing import hand_over
from filet.application.printing import Printer, Protector, Sheet, Unread
from filet.domain.blocks import Paper
from filet.domain.casefile import CaseFile
from filet.domain.errors import (
    ConsentMissing,
    ConsentOver,
    NothingChosen,
    RecipientIsHim,
    TellsTooMuch,
    WordsMissing,
)
from filet.domain.grammar import spoken
from filet.domain.ids import CaseId, ConsentId, PaperId, Ref
from filet.domain.journal import Entry
from filet.domain.kinds import (
    Answer,
    ConsentAnswered,
    ConsentWithdrawn,
    DisclosureMade,
    DisclosureVoid,
    Ground,
    ItemGiven,
    PhraseRead,
    Role,
)
from filet.domain.law import in_force
from filet.domain.referral import Letter, referral
from filet.domain.rows import people
from filet.domain.sharing import Offer, Offered, Standing, Watched, is_him, stands
from filet.domain.speaking import forms_of
from filet.domain.text import clean, cleaned

_RULE = "p-39.1-consent"
_UNREAD = "sent phrase "
"""How the place of a draft begins that waits until the phrase of a file that left is read."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What she answered, where it stands today, and what she said when she took it back."""

    answered: ConsentAnswered
    on: date | None
    standing: Standing
    withdrawn: ConsentWithdrawn | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of law in our own words, where it stands, and whether a jurist read it over."""

    summary: str
    citation: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is to be handed over: by which agreement, what was chosen, and how it goes."""

    consent: ConsentId
    chosen: frozenset[str]
    language: str
    sender: str = ""
    necessary: str = ""
    channel: str = ""
    consulted: str = ""


class Referring:
    """Asks for her agreement, shows what would leave, and lets it leave."""

    def __init__(
        self, desk: Desk, sources: Sources, printer: Printer, protector: Protector
    ) -> None:
        self._desk = desk
        self._sources = sources
        self._offering = Offering(desk, sources)
        self._printer = printer
        self._protector = protector

    # Her agreement ---------------------------------------------------------------------

    def consents(self, case: CaseId) -> tuple[Consent, ...]:
        """Return every answer she gave, the latest first, and where each stands today."""
        file, today = self._desk.read(case), self._desk.clock.today()
        back = {one.consent: one for one in file.all(ConsentWithdrawn)}
        found = []
        for entry in reversed(file.live.of(ConsentAnswered)):
            if isinstance(entry.content, ConsentAnswered):
                withdrawn = back.get(entry.content.consent)
                standing = stands(entry.content, today, withdrawn=withdrawn is not None)
                on = entry.moment.local().date() if entry.moment else None
                found.append(Consent(entry.content, on, standing, withdrawn))
        return tuple(found)

    def answer(
        self, case: CaseId, answered: ConsentAnswered, draft: DraftKey | None = None
    ) -> Outcome[CaseFile]:
        """Keep what she answered. Raises WordsMissing, ConsentOver, RecipientIsHim, TellsTooMuch.

        An agreement says for what, until when, and to which families of information.
        """
        kept = cleaned(answered)
        for field, text in (
            ("recipient", kept.recipient.organisation),
            ("why", kept.purpose),
            ("until", kept.until if kept.answer is Answer.ACCEPTED else "-"),
            ("families", kept.families if kept.answer is Answer.ACCEPTED else "-"),
        ):
            if not text or (isinstance(text, str) and not text.strip()):
                raise WordsMissing(field=field)
        if kept.answer is Answer.ACCEPTED and kept.until and kept.until < self._desk.clock.today():
            raise ConsentOver
        file = self._desk.read(case)
        if is_him(kept.recipient, tuple(people(file).values())):
            raise RecipientIsHim
        _refuse(self._offering.watched(file), kept.purpose)
        return told(self._desk.record(case, Write(kept), draft=draft))

    def withdraw(self, case: CaseId, consent: ConsentId, words: str = "") -> Outcome[CaseFile]:
        """Take her agreement back: from now on nothing leaves by it."""
        back = ConsentWithdrawn(consent, self._desk.clock.today(), words)
        return told(self._desk.record(case, Write(back)), Topic.REGISTER)

    def rule(self, language: str) -> Rule | None:
        """Return what the law says today of asking for an agreement, in our own words."""
        found = [law for law in self._sources.law() if law.id == _RULE]
        version = in_force(found[0].versions, self._desk.clock.today()) if found else None
        if version is None or language not in version.texts:
            return None
        return Rule(version.texts[language].summary, version.citation, version.verified)

    # What would leave --------------------------------------------------------------------

    def offer(self, case: CaseId, consent: ConsentId, language: str) -> Offer:
        """Return what may be chosen: only of the families to which she agreed."""
        families = self._holding(case, consent).answered.families
        whole = self._offering.offer(case, language)
        kept = tuple(one for one in whole.items if one.family in families)
        return replace(whole, items=kept)

    def preview(self, case: CaseId, parcel: Parcel) -> tuple[Paper, Sheet]:
        """Return the paper as the recipient reads it, and its bytes; nothing is recorded."""
        letter, _ = self._letter(case, parcel)
        return self._made(case, letter, parcel)

    def send(
        self, case: CaseId, parcel: Parcel, path: Path, draft: DraftKey | None = None
    ) -> Outcome[tuple[Entry, str]]:
        """Write a protected file and its entry, both or neither; return the entry and the phrase.

        The phrase exists in memory only, and is given once the entry is on the disk. Raises
        ConsentMissing, ConsentOver, NothingChosen, NotOffered, TellsTooMuch, FileExists,
        FolderUnusable, ExportPlaceFull, ExportPlaceGone, ExportFailed.
        """
        letter, consent = self._letter(case, parcel)
        if not letter.chosen:
            raise NothingChosen
        paper, sheet = self._made(case, letter, parcel)
        phrase, vault, now = self._protector.phrase(), self._desk.vault, self._desk.clock.now()
        data = self._protector.protect(sheet.data, phrase)
        made = self._entry(case, parcel, letter, (paper, sheet, data), consent)

        def register() -> tuple[Entry, ...]:
            number = vault.next_register_number(self._desk.clock.today().year)
            vault.drafts.save(self._unread(case, made.paper), str(now.at).encode(), now.at)
            return self._desk.append_house((Write(_numbered(made, number)),), draft, now)

        (entry,) = hand_over(vault.outbox, path, data, now.at, vault.write, register)
        return Outcome((entry, phrase), frozenset({Topic.REGISTER}))

    # The phrase ---------------------------------------------------------------------------

    def phrase_read(self, case: CaseId, paper: PaperId) -> Outcome[None]:
        """Record that the phrase of a file that left was read by the worker."""
        self._desk.record_house(Write(PhraseRead(paper)), draft=self._unread(case, paper))
        return Outcome(None, frozenset({Topic.REGISTER}))

    def void(self, case: CaseId, paper: PaperId) -> Outcome[None]:
        """Record that nobody read the phrase of a file that left: it opens for nobody."""
        self._desk.record_house(Write(DisclosureVoid(paper)), draft=self._unread(case, paper))
        return Outcome(None, frozenset({Topic.REGISTER}))

    def unread_phrases(self) -> tuple[Unread, ...]:
        """Return the files that left whose phrase nobody said was read."""
        return tuple(self._waiting())

    def _waiting(self) -> Iterator[Unread]:
        drafts = self._desk.vault.drafts
        for key in drafts.of_worker(self._desk.worker):
            at = drafts.read(key) if key.place.startswith(_UNREAD) else None
            if at is not None:
                paper = PaperId(UUID(key.place.removeprefix(_UNREAD)))
                yield Unread(key.case, paper, int(at), left=True)

    def _unread(self, case: CaseId, paper: PaperId) -> DraftKey:
        return DraftKey(self._desk.worker, case, f"{_UNREAD}{paper}")

    # How it is made -----------------------------------------------------------------------

    def _holding(self, case: CaseId, consent: ConsentId) -> Consent:
        """Return an agreement that holds today. Raises ConsentMissing, ConsentOver."""
        found = next((one for one in self.consents(case) if one.answered.consent == consent), None)
        if found is None or found.standing in (Standing.REFUSED, Standing.NOT_ASKED):
            raise ConsentMissing
        if found.standing is not Standing.HOLDS:
            raise ConsentOver
        return found

    def _letter(self, case: CaseId, parcel: Parcel) -> tuple[Letter, Consent]:
        consent = self._holding(case, parcel.consent)
        offer = self.offer(case, parcel.consent, parcel.language)
        sender, necessary = clean(parcel.sender).strip(), clean(parcel.necessary).strip()
        _refuse(offer.watched, sender, necessary)
        chosen = offer.chosen(parcel.chosen)
        return Letter(consent.answered, consent.on, chosen, sender, necessary), consent

    def _made(self, case: CaseId, letter: Letter, parcel: Parcel) -> tuple[Paper, Sheet]:
        forms = forms_of(self._desk.read(case))
        words = spoken(self._sources.paper_words(TEMPLATE, parcel.language), forms)
        training = self._desk.vault.training
        paper = referral(letter, words, self._desk.clock.today(), exercise=training)
        return paper, self._printer.print(paper)

    def _entry(
        self,
        case: CaseId,
        parcel: Parcel,
        letter: Letter,
        made: tuple[Paper, Sheet, bytes],
        consent: Consent,
    ) -> DisclosureMade:
        """Return the entry, which says everything by itself; its number comes with it."""
        (paper, sheet, data), answered = made, consent.answered
        worker = self._desk.roster.workers.get(self._desk.worker)
        return DisclosureMade(
            paper=PaperId(uuid4()),
            number="",
            about=case,
            consent=answered.consent,
            recipient=answered.recipient,
            purpose=answered.purpose,
            concerned=_concerned(self._desk.read(case), letter.chosen),
            items=tuple(ItemGiven(one.family, one.label, one.text) for one in letter.chosen),
            channel=parcel.channel,
            digest=sheet.digest,
            file_digest=sha256(data).hexdigest(),
            pages=sheet.pages,
            language=parcel.language,
            template_version=paper.version,
            ground=Ground.AGREEMENT,
            necessary=letter.necessary,
            sender=letter.sender,
            consulted=parcel.consulted,
            decided_by=worker.called if worker else "",
            duty=worker.duty if worker else None,
            order_member=worker.order_member if worker else None,
            answered_on=consent.on,
            until=answered.until,
            form=answered.form,
            as_of=tuple(Ref(head.chain, head.seq) for head in self._desk.vault.journal.heads()),
        )


def new_consent() -> ConsentId:
    """Return the identity of an answer that is about to be asked for."""
    return ConsentId(uuid4())


def _refuse(watched: Watched, *texts: str) -> None:
    """Refuse texts that say what never leaves. Raises TellsTooMuch, with the very words."""
    found = watched.found_in(*texts)
    if found:
        raise TellsTooMuch(words=", ".join(found))


def _numbered(made: DisclosureMade, number: str) -> DisclosureMade:
    return replace(made, number=number)


def _concerned(file: CaseFile, chosen: Sequence[Offered]) -> tuple[str, ...]:
    """Return the names of the persons that what leaves is about: she always is."""
    her = [one for one in people(file).values() if one.role is Role.HER]
    names = [" ".join(filter(None, (one.given, one.family))) for one in her[-1:]]
    return tuple(dict.fromkeys((*names, *(name for one in chosen for name in one.concerns))))
