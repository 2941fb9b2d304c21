"""The picture of what is known, and the judgement that a person signs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from builders import person
from fakes.clock import FixedClock
from fakes.vault import FakeVault
from tools import shipped

from filet.adapters.catalogue import Catalogue
from filet.application.appraising import Appraising, Judgement, new_action
from filet.application.cases import Cases
from filet.application.desk import Desk, Write
from filet.application.drafting import Drafting
from filet.application.screening import PaperForm, Screening
from filet.domain.casefile import CaseFile
from filet.domain.errors import MarkersUnanswered, ReasonMissing, ReviewMissing, WordsMissing
from filet.domain.ids import CaseId, LevelId, PersonId, StatementId, WorkerId
from filet.domain.instruments import Tier, Value
from filet.domain.kinds import (
    ActionDone,
    ActionPlanned,
    Agreement,
    AgreementNoted,
    Level,
    LevelSigned,
    LevelWithdrawn,
    Source,
    SourceKind,
    StatementMade,
    TakenBack,
    WordsNoted,
)
from filet.domain.moments import Due
from filet.domain.rows import DueKind, case_line, due_lines

HER, HIM = person(1), person(2)
DUE = Due(date(2027, 2, 18))
HER_VOICE = Source(SourceKind.HER)
POLICE = Source(SourceKind.POLICE, organisation="police")


class Room:
    """One dossier, and the use cases that speak of it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.desk = Desk(FakeVault(), FixedClock(), WorkerId(uuid4()))
        self.appraising = Appraising(self.desk, catalogue)
        self.screening = Screening(self.desk)
        self.case: CaseId = Cases(self.desk).create("Mirabelle").value.case

    def say(
        self,
        item: str,
        value: Value | None = Value.YES,
        source: Source = HER_VOICE,
        *,
        pack: str = "inventaire-filet-1",
        scale: int | None = None,
    ) -> StatementId:
        said = StatementMade(StatementId(uuid4()), f"{item}@{pack}", value, source, scale=scale)
        self.screening.state(self.case, said)
        return said.statement

    def sign(
        self,
        level: Level = Level.AGGRAVATED,
        *,
        reasons: str = "Il sait qu'elle part.",
        review: Due | None = DUE,
        provisional: bool = False,
        taken_into_account: str = "",
        persons: tuple[PersonId, ...] = (HER,),
    ) -> CaseFile:
        judgement = Judgement(
            level, persons, (HIM,), reasons, review, provisional, taken_into_account
        )
        return self.appraising.sign(self.case, judgement).value


@pytest.fixture(scope="module")
def catalogue(repository: Path) -> Catalogue:
    return shipped()


@pytest.fixture
def room(catalogue: Catalogue) -> Room:
    return Room(catalogue)


def test_critical_facts_weigh_first(room: Room) -> None:
    room.say("jealousy")
    room.say("job_loss")
    room.say("neck_squeezed")
    names = [fact.item.partition("@")[0] for fact in room.appraising.picture(room.case).weighs]
    assert names == ["neck_squeezed", "job_loss", "jealousy"]


def test_what_protects_stands_apart(room: Room) -> None:
    room.say("people_ready")
    picture = room.appraising.picture(room.case)
    assert [fact.tier for fact in picture.protects] == [Tier.PROTECTIVE]
    assert picture.weighs == ()


def test_two_sources_that_disagree_are_to_be_cleared_up_and_raise_the_marker(room: Room) -> None:
    room.say("weapon_in_reach", Value.NO)
    room.say("weapon_in_reach", Value.YES, POLICE)
    picture = room.appraising.picture(room.case)
    assert [item.partition("@")[0] for item in picture.to_clarify] == ["weapon_in_reach"]
    assert "weapon" in picture.markers


def test_an_unknown_is_listed_and_is_not_a_no(room: Room) -> None:
    room.say("stalking", Value.UNKNOWN)
    assert "stalking@inventaire-filet-1" in room.appraising.picture(room.case).unknown


def test_unknowns_of_a_paper_form_widen_its_range(room: Room) -> None:
    for number in range(1, 20):
        value = Value.UNKNOWN if number == 2 else Value.NO
        room.say(str(number), value, pack="da-2004-1")
    result = room.appraising.picture(room.case).results["da-2004-1"]
    assert (result.minimum, result.maximum) == (0, 5)


def test_a_form_filled_on_paper_is_entered_in_one_act_with_its_boxes(room: Room) -> None:
    answers = {str(number): Value.NO for number in range(1, 21)} | {"6": Value.YES}
    form = PaperForm("da-2004-1", answers, HER_VOICE, frozenset({"3a"}))
    room.screening.enter_form(room.case, form)
    result = room.appraising.picture(room.case).results["da-2004-1"]
    assert (result.minimum, result.maximum, result.complete) == (0, 0, True)
    assert result.markers == ("death_threats",)


def test_a_form_that_contradicts_itself_gives_no_number(room: Room) -> None:
    form = PaperForm("da-2004-1", {"3": Value.YES}, HER_VOICE, frozenset({"3a"}))
    room.screening.enter_form(room.case, form)
    result = room.appraising.picture(room.case).results["da-2004-1"]
    assert (result.minimum, result.errors) == (None, ("Q3_and_3a_exclusive",))


def test_her_own_sense_and_words_come_with_the_picture(room: Room) -> None:
    statement = room.say("her_fear", None, scale=8)
    room.screening.quote(room.case, WordsNoted("Là, j'ai peur.", statement))
    picture = room.appraising.picture(room.case)
    assert (picture.sense, picture.her_words) == (8, "Là, j'ai peur.")
    assert "her_fear" in picture.markers


def test_what_others_say_of_her_fear_never_stands_for_her_own(room: Room) -> None:
    statement = room.say("her_fear", None, scale=9)
    room.screening.quote(room.case, WordsNoted("Il va le faire.", statement))
    room.say("her_fear", None, POLICE, scale=2)
    picture = room.appraising.picture(room.case)
    assert (picture.sense, picture.her_words) == (9, "Il va le faire.")


def test_what_changed_since_the_last_level_is_said_both_ways(room: Room) -> None:
    room.say("neck_squeezed", Value.NO)
    room.sign()
    room.say("neck_squeezed", Value.YES)
    (change,) = room.appraising.picture(room.case).changes
    assert (change.before, change.after) == (frozenset({Value.NO}), frozenset({Value.YES}))


def test_a_fear_that_grew_since_the_last_level_is_a_change(room: Room) -> None:
    room.say("her_fear", None, scale=3)
    room.sign()
    room.say("her_fear", None, scale=10)
    (change,) = room.appraising.picture(room.case).changes
    assert (change.scale_before, change.scale_after) == (3, 10)


@pytest.mark.parametrize("reasons", ["  ", "\x00"])
def test_a_level_needs_a_reason_of_which_something_is_kept(room: Room, reasons: str) -> None:
    with pytest.raises(ReasonMissing):
        room.sign(reasons=reasons)


def test_something_to_do_says_what(room: Room) -> None:
    with pytest.raises(WordsMissing):
        room.appraising.plan(room.case, ActionPlanned(new_action(), " "))


def test_imminent_may_be_signed_at_once_and_say_why_later(room: Room) -> None:
    file = room.sign(Level.IMMINENT, reasons="", provisional=True)
    line = case_line(file)
    assert line is not None
    assert (line.level, line.provisional, line.sort[0]) == (Level.IMMINENT, True, "0")


def test_a_provisional_level_other_than_imminent_still_needs_its_reason(room: Room) -> None:
    with pytest.raises(ReasonMissing):
        room.sign(Level.MODERATE, reasons="", provisional=True)


def test_a_level_needs_a_day_to_be_looked_at_again(room: Room) -> None:
    with pytest.raises(ReviewMissing):
        room.sign(review=None)


def test_a_level_that_names_nobody_is_for_her_and_shows(room: Room) -> None:
    line = case_line(room.sign(Level.IMMINENT, persons=()))
    assert line is not None
    assert line.level is Level.IMMINENT


@pytest.mark.parametrize("level", [Level.NOT_ASSESSED, Level.NOT_ESTABLISHED, Level.MODERATE])
def test_a_calm_level_answers_the_critical_markers(room: Room, level: Level) -> None:
    room.say("neck_squeezed")
    with pytest.raises(MarkersUnanswered):
        room.sign(level)
    file = room.sign(level, taken_into_account="Vu à l'urgence; il est détenu.")
    assert file.last(LevelSigned) is not None


def test_a_level_without_any_acute_factor_is_allowed_with_its_reason(room: Room) -> None:
    room.say("jealousy")
    assert room.sign(Level.IMMINENT).last(LevelSigned) is not None


def test_a_signed_level_holds_what_was_known_and_is_signed(room: Room) -> None:
    room.say("2", Value.YES, pack="da-2004-1")
    signed = room.sign().last(LevelSigned)
    assert signed is not None
    (computed,) = signed.ranges
    assert (computed.pack, computed.version, computed.minimum) == ("da-2004", "1", 5)
    assert signed.markers == ("weapon",)
    assert signed.as_of


def test_what_is_learned_later_does_not_change_a_signed_level(room: Room) -> None:
    room.sign()
    room.say("neck_squeezed")
    signed = room.desk.read(room.case).last(LevelSigned)
    assert signed is not None
    assert signed.markers == ()


def test_a_level_signed_by_mistake_is_withdrawn_and_both_stay(room: Room) -> None:
    signed = room.sign().last(LevelSigned)
    assert signed is not None
    file = room.appraising.withdraw(room.case, signed.level_id, "mauvais dossier").value
    assert file.all(LevelSigned) == ()
    kept = [type(entry.content) for entry in file.entries]
    assert LevelSigned in kept
    assert LevelWithdrawn in kept


def test_the_review_of_a_level_is_something_to_do(room: Room) -> None:
    (due,) = due_lines(room.sign())
    assert (due.kind, due.due[:10]) == ("review", "2027-02-18")


def test_an_action_that_is_done_is_not_to_do_any_more(room: Room) -> None:
    action = new_action()
    planned = room.appraising.plan(room.case, ActionPlanned(action, "Avis médical", due=DUE))
    assert [line.text for line in due_lines(planned.value)] == ["Avis médical"]
    done = room.appraising.done(room.case, ActionDone(action, DUE, "Maude"))
    assert due_lines(done.value) == ()


def test_imminent_proposes_first_what_care_puts_first(room: Room) -> None:
    actions = room.appraising.picture(room.case, Level.IMMINENT).actions
    firsts = [action.texts["fr"] for action in actions[:5]]
    assert firsts[0] == "Le 911 est-il appelé?"
    assert [text[:8] for text in firsts[1:]] == ["Lui dire", "Savoir o", "La maiso", "La coord"]


def test_a_provisional_level_waits_for_its_reason_until_the_shift_ends(room: Room) -> None:
    file = room.sign(Level.IMMINENT, reasons="", provisional=True)
    kinds = {line.kind: line.due for line in due_lines(file)}
    assert kinds == {DueKind.REVIEW: "2027-02-18 24:00", DueKind.REASON: "2026-11-23 23:00"}


def test_a_reason_given_later_leaves_the_level_as_it_was(room: Room) -> None:
    signed = room.sign(Level.IMMINENT, reasons="", provisional=True).last(LevelSigned)
    assert signed is not None
    file = room.appraising.give_reason(room.case, signed.level_id, "Il vient.").value
    assert file.last(LevelSigned) == signed
    assert [line.kind for line in due_lines(file)] == [DueKind.REVIEW]
    line = case_line(file)
    assert line is not None
    assert not line.provisional


def test_a_reason_of_which_nothing_is_kept_is_refused(room: Room) -> None:
    signed = room.sign(Level.IMMINENT, reasons="", provisional=True).last(LevelSigned)
    assert signed is not None
    with pytest.raises(ReasonMissing):
        room.appraising.give_reason(room.case, signed.level_id, " ")
    with pytest.raises(WordsMissing):
        room.appraising.give_reason(room.case, LevelId(uuid4()), "Il vient.")


def test_signing_drops_the_draft_it_came_from(room: Room) -> None:
    drafting = Drafting(room.desk)
    key = drafting.key("result", room.case)
    drafting.keep(key, {"why": "Il sait"})
    judgement = Judgement(Level.AGGRAVATED, (HER,), (HIM,), "Il sait.", DUE)
    room.appraising.sign(room.case, judgement, key)
    assert drafting.read(key) == {}


def test_something_done_that_was_never_planned_is_named_in_the_same_act(room: Room) -> None:
    action = new_action()
    named = ActionPlanned(action, "Appeler le 911", "call_911")
    file = room.appraising.done(room.case, ActionDone(action, DUE, "Maude"), named).value
    assert due_lines(file) == ()
    (planned, done) = (file.live.of(ActionPlanned)[0], file.live.of(ActionDone)[0])
    assert planned.moment == done.moment


def test_what_she_says_of_a_planned_action_holds_from_now_on(room: Room) -> None:
    planned = ActionPlanned(new_action(), "Police", "police_words", agreement=Agreement.NOT_ASKED)
    room.appraising.plan(room.case, planned)
    noted = AgreementNoted("police_words", Agreement.REFUSES)
    file = room.appraising.agree(room.case, noted).value
    assert [one.agreement for one in file.all(ActionPlanned)] == [Agreement.REFUSES]
    changed = AgreementNoted("police_words", Agreement.AGREES)
    file = room.appraising.agree(room.case, changed).value
    assert file.all(AgreementNoted) == (changed,)


def test_what_was_told_in_free_words_is_known(room: Room) -> None:
    room.say("body_now", None)
    room.say("stalking", None)
    unknown = room.appraising.picture(room.case).unknown
    assert "body_now@inventaire-filet-1" not in unknown
    assert "stalking@inventaire-filet-1" in unknown


def test_a_question_to_come_back_to_is_not_known_yet(room: Room) -> None:
    said = StatementMade(
        StatementId(uuid4()), "body_now@inventaire-filet-1", None, HER_VOICE, to_resume=True
    )
    room.screening.state(room.case, said)
    assert "body_now@inventaire-filet-1" in room.appraising.picture(room.case).unknown


def test_an_answer_that_was_taken_away_is_a_change(room: Room) -> None:
    room.say("neck_squeezed")
    room.say("jealousy")
    room.sign()
    (taken,) = [e.ref for e in room.desk.read(room.case).live.of(StatementMade)][:1]
    room.desk.record(room.case, Write(TakenBack(), (taken,)))
    (change,) = room.appraising.picture(room.case).changes
    assert (change.before, change.after) == (frozenset({Value.YES}), frozenset())


def test_every_time_she_was_asked_how_afraid_she_is_is_told(room: Room) -> None:
    room.say("her_fear", None, scale=5)
    room.say("her_fear", None, POLICE, scale=1)
    room.say("her_fear", None, scale=8)
    assert [sense.scale for sense in room.appraising.picture(room.case).senses] == [5, 8]


def test_words_about_her_fear_are_hers_even_without_a_number(room: Room) -> None:
    statement = room.say("believes_he_could_kill")
    room.screening.quote(room.case, WordsNoted("Il en est capable.", statement))
    picture = room.appraising.picture(room.case)
    assert (picture.sense, picture.her_words) == (None, "Il en est capable.")


def test_a_sheet_brings_the_words_of_what_it_names(room: Room) -> None:
    sheet = room.appraising.sheet(room.case, Level.IMMINENT)
    assert sheet.lexicon.levels.rule(Level.IMMINENT) is not None
    assert sheet.picture.actions[0].id == "call_911"
    assert sheet.states == {}
