"""How an interview is said: questions, answers, sources and what was said before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from filet.domain.instruments import Instrument, InstrumentText, Item, ItemText, ItemType, Value
from filet.domain.interview import Former, Interview, Question, Voice
from filet.domain.kinds import MayTellHer, Nature, SourceKind
from filet.gui.context import Context
from filet.gui.sayings import day_text
from filet.i18n import N_
from filet.i18n.dates import typography

ANSWERS: Mapping[Value, str] = {
    Value.YES: N_("Yes"),
    Value.NO: N_("No"),
    Value.UNKNOWN: N_("Doesn't know"),
    Value.DECLINED: N_("Prefers not to answer"),
    Value.NOT_APPLICABLE: N_("Does not apply"),
}
HER_ANSWERS: Mapping[Value, str] = {
    Value.YES: N_("Yes"),
    Value.NO: N_("No"),
    Value.UNKNOWN: N_("I don't know"),
    Value.DECLINED: N_("I prefer not to answer"),
    Value.NOT_APPLICABLE: N_("It does not concern me"),
}
_IN_A_LIST: Mapping[Value, str] = {**ANSWERS, Value.DECLINED: N_("Does not answer")}
_IN_A_SENTENCE: Mapping[Value, str] = {
    Value.YES: N_("yes"),
    Value.NO: N_("no"),
    Value.UNKNOWN: N_("that she did not know"),
    Value.DECLINED: N_("that she preferred not to answer"),
    Value.NOT_APPLICABLE: N_("that it did not apply"),
}
SOURCES: Mapping[SourceKind, str] = {
    SourceKind.HER: N_("She"),
    SourceKind.RELATIVE: N_("Someone close"),
    SourceKind.POLICE: N_("Police"),
    SourceKind.YOUTH_PROTECTION: N_("Youth protection"),
    SourceKind.TEAM: N_("Seen by the team"),
    SourceKind.DOCUMENT: N_("Document"),
    SourceKind.OTHER: N_("Other…"),
}
NATURES: Mapping[Nature, str] = {
    Nature.OBSERVED: N_("Seen"),
    Nature.REPORTED: N_("Told"),
    Nature.HYPOTHESIS: N_("Supposed"),
}
MAY_TELL: Mapping[MayTellHer, str] = {
    MayTellHer.UNDECIDED: N_("Not decided"),
    MayTellHer.YES: N_("She may be told"),
    MayTellHer.NO: N_("Not to tell her"),
}


@dataclass(frozen=True, slots=True)
class QuestionTexts:
    """The words of an instrument in the language of the screen."""

    context: Context
    text: InstrumentText

    @classmethod
    def of(cls, context: Context, instrument: Instrument) -> QuestionTexts:
        """Return the words of an instrument; French where the language has none."""
        texts = instrument.texts
        return cls(context, texts.get(context.language[:2]) or next(iter(texts.values())))

    @property
    def short(self) -> str:
        """What the instrument is called in a few letters."""
        return self._print(self.text.short)

    @property
    def names(self) -> dict[str, str]:
        """The short name of every item and box, by which it is looked for."""
        return {item: words.name for item, words in self.text.items.items()} | dict(self.text.flags)

    def name(self, item: Item) -> str:
        """Return the short name of an item."""
        return self._print(self._words(item).name)

    def question(self, item: Item) -> str:
        """Return how it is asked aloud."""
        return self._print(self._words(item).question or self._words(item).name)

    def why(self, item: Item) -> str:
        """Return why it is asked."""
        return self._print(self._words(item).why)

    def at_once(self, item: Item) -> str:
        """Return what is to be thought of at once after such an answer."""
        return self._print(self._words(item).at_once)

    def detail(self, item: Item, detail: str) -> str:
        """Return how one of its details is asked aloud."""
        return self._print(self._words(item).details.get(detail, ""))

    def _words(self, item: Item) -> ItemText:
        return self.text.items.get(item.id) or ItemText(self.text.flags.get(item.id, ""))

    def _print(self, text: str) -> str:
        return typography(text, self.context.language)


def place_text(context: Context, question: Question, counted: int) -> str:
    """Return « Première heure · question 7 sur 10 »."""
    t, number = context.t, question.number
    if question.first:
        return t("First hour · question {number} of {total}", number=number, total=counted)
    if counted < number:
        return t("Later, at her pace · question {number}", number=number)
    return t("Question {number} of {total}", number=number, total=counted)


def count_text(context: Context, answered: int, total: int) -> str:
    """Return « 8 réponses sur 10 »."""
    return context.tn(
        "{count} of {total} answered", "{count} of {total} answered", answered, total=total
    )


def resume_text(context: Context, count: int) -> str:
    """Return « 1 à reprendre », or nothing."""
    return context.tn("{count} to come back to", "{count} to come back to", count) if count else ""


def answer_text(context: Context, question: Question, voice: Voice | None) -> str:
    """Return an answer as a list says it; nothing where there is none."""
    if voice is None:
        return ""
    said = voice.statement
    if said.scale is not None:
        return scale_text(context, said.scale, question.item.most)
    if said.value is not None:
        return context.t(_IN_A_LIST[said.value])
    return context.t("Noted") if voice.words and question.item.type is ItemType.TOLD else ""


def scale_text(context: Context, scale: int, most: int) -> str:
    """Return « 7 sur 10 »."""
    return context.t("{scale} of {most}", scale=scale, most=most)


def grades_text(context: Context, item: Item) -> str:
    """Return « de 1 à 5 » for a scale, or nothing: what its digits are."""
    if item.type is not ItemType.SCALE:
        return ""
    return context.t("from {least} to {most}", least=item.least, most=item.most)


def impossible_text(context: Context, interview: Interview, texts: QuestionTexts) -> str:
    """Return which answers cannot both be true on the form, or nothing."""
    t = context.t
    said = [
        t(
            "“{item}” and “{box}” cannot both be true on this form.",
            item=texts.name(item.item),
            box=texts.name(box.item),
        )
        for item, box in interview.impossible
    ]
    rest = t("Both are kept. Until one is corrected, the form gives no result.")
    return " ".join([*said, rest]) if said else ""


def former_text(context: Context, former: Former, *, both: bool) -> str:
    """Return « Le 26 janv., elle avait dit non. Les deux réponses sont gardées. »."""
    t = context.t
    fields = {"day": day_text(context, former.day), "answer": _before(context, former)}
    if former.source.kind is SourceKind.HER:
        said = t("On {day}, she had said {answer}.", **fields)
    else:
        who = t(SOURCES[former.source.kind]).rstrip("…")
        said = t("On {day}, another source ({source}): {answer}.", source=who, **fields)
    kept = t("Both answers are kept.")
    return f"{said} {kept}" if both else said


def differs(former: Former, voice: Voice | None) -> bool:
    """Tell whether something else is said now."""
    if voice is None or not voice.answered:
        return False
    now = (voice.statement.value, voice.statement.scale)
    return now != (former.value, former.scale)


def _before(context: Context, former: Former) -> str:
    if former.scale is not None:
        return scale_text(context, former.scale, former.most)
    return context.t(_IN_A_SENTENCE[former.value]) if former.value is not None else ""
