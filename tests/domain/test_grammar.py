"""How texts follow the grammar of a dossier, and how a dossier says which one."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from builders import CASE, entry, person
from hypothesis import given
from hypothesis import strategies as st

from filet.domain.casefile import CaseFile, fold
from filet.domain.grammar import (
    USUAL,
    Forms,
    Grammar,
    Inflected,
    Spoken,
    Whom,
    faults,
    in_every_form,
    inflected,
    marked,
    marks,
    spoken,
)
from filet.domain.ids import HOUSE
from filet.domain.instruments import ItemText
from filet.domain.kinds import PersonDescribed, Role
from filet.domain.speaking import forms_of, grammar_of

AUTHOR = {Grammar.FEMININE: "qu'elle", Grammar.NEUTRAL: "que cette personne"}
HER = {Grammar.MASCULINE: "seul", Grammar.NEUTRAL: "sans personne d'autre"}
LEXICON = {
    "qu'il": Inflected(Whom.AUTHOR, AUTHOR),
    "seule": Inflected(Whom.HER, HER),
}
EVERY = [Forms(her, author) for her, author in product(Grammar, Grammar)]
QUESTION = "Est-ce [qu'il] vous laisse [seule]?"


def test_nothing_said_is_a_woman_who_is_helped_and_a_man_who_is_the_author() -> None:
    assert Spoken(QUESTION, LEXICON) == "Est-ce qu'il vous laisse seule?"
    assert spoken(Spoken(QUESTION, LEXICON), USUAL) == "Est-ce qu'il vous laisse seule?"


@pytest.mark.parametrize(
    ("forms", "said"),
    [
        (Forms(Grammar.MASCULINE, Grammar.FEMININE), "Est-ce qu'elle vous laisse seul?"),
        (
            Forms(Grammar.NEUTRAL, Grammar.NEUTRAL),
            "Est-ce que cette personne vous laisse sans personne d'autre?",
        ),
        (Forms(Grammar.FEMININE, Grammar.FEMININE), "Est-ce qu'elle vous laisse seule?"),
        (Forms(Grammar.MASCULINE, Grammar.MASCULINE), "Est-ce qu'il vous laisse seul?"),
    ],
)
def test_each_of_the_two_is_spoken_of_on_its_own(forms: Forms, said: str) -> None:
    assert spoken(Spoken(QUESTION, LEXICON), forms) == said


def test_a_form_at_the_beginning_keeps_its_capital() -> None:
    text = Spoken("[Seule], elle attend.", LEXICON)
    assert text.of(Forms(her=Grammar.NEUTRAL)) == "Sans personne d'autre, elle attend."


def test_a_text_of_somebody_else_is_never_altered() -> None:
    published = "Has your partner [he/she] ever left you [seule]?"
    assert marked(published, LEXICON) is published
    for forms in EVERY:
        assert spoken(published, forms) is published


@given(st.text(), st.sampled_from(EVERY))
def test_words_that_somebody_typed_are_never_altered(typed: str, forms: Forms) -> None:
    assert spoken(typed, forms) is typed
    assert spoken((typed, {"said": typed}), forms) == (typed, {"said": typed})


WORDS = st.text(st.characters(categories=("L", "P", "Zs"), exclude_characters="[]"), max_size=12)


@given(
    st.lists(st.sampled_from([*LEXICON, "Qu'il", "Seule"]) | WORDS, max_size=8),
    st.sampled_from(EVERY),
)
def test_no_bracket_ever_reaches_anybody(parts: list[str], forms: Forms) -> None:
    known = {*LEXICON, "Qu'il", "Seule"}
    text = marked(" ".join(f"[{one}]" if one in known else one for one in parts), LEXICON)
    for said in (str(text), spoken(text, forms)):
        assert not set(said) & set("[]")
        assert said.replace(" ", "") or not any(part.strip() for part in parts)


@given(st.sampled_from(EVERY))
def test_a_text_is_found_however_deep_it_stands(forms: Forms) -> None:
    said = ItemText("nom", question=QUESTION, details={"when": QUESTION})
    deep = marked(({"fr": said},), LEXICON)
    (one,) = spoken(deep, forms)
    wanted = inflected(QUESTION, LEXICON, forms)
    assert (one["fr"].name, one["fr"].question) == ("nom", wanted)
    assert one["fr"].details == {"when": wanted}


def test_what_holds_no_such_text_is_the_very_same() -> None:
    said = ItemText("nom", details={"when": "Quand?"})
    assert marked(said, LEXICON) is said
    assert spoken(said, Forms(her=Grammar.NEUTRAL)) is said


def test_every_way_of_saying_a_text_is_known() -> None:
    assert in_every_form("fixe") == {"fixe"}
    assert in_every_form(Spoken("[Seule]", LEXICON)) == {"Seule", "Seul", "Sans personne d'autre"}


def test_what_stands_in_brackets_is_known_without_its_capital() -> None:
    assert marks("[Qu'il] parte, [seule]") == ("qu'il", "seule")


@pytest.mark.parametrize("said", ["", " ", "seul·e", "seul(e)", "[seul]"])
def test_a_form_is_words_that_can_be_read_aloud(said: str) -> None:
    form = Inflected(Whom.HER, {Grammar.MASCULINE: said, Grammar.NEUTRAL: "personne"})
    assert list(faults([("seule", form)]))


def test_a_form_that_stands_twice_or_with_a_capital_is_a_fault() -> None:
    form = LEXICON["seule"]
    assert list(faults([("seule", form), ("seule", form)])) == ["seule stands twice"]
    assert list(faults([("Seule", form)])) == ["Seule begins with a capital"]
    assert not list(faults(LEXICON.items()))


def described(*said: Role | str, again: str | None = None) -> CaseFile:
    """Return a dossier of persons: a role, then its grammar; ``again`` describes the first anew."""
    pairs = list(zip(said[::2], said[1::2], strict=True))
    contents = [
        PersonDescribed(person(place), Role(role), "", pronoun=str(pronoun))
        for place, (role, pronoun) in enumerate(pairs, 1)
    ]
    entries = [entry(("a", place), one) for place, one in enumerate(contents, 1)]
    if again is not None:
        anew = replace(contents[0], pronoun=again)
        entries.append(entry(("a", len(entries) + 1), anew, ("a", 1)))
    return fold(CASE, entries)


# What a dossier says ------------------------------------------------------------------------


def test_a_dossier_that_says_nothing_speaks_as_usual() -> None:
    assert forms_of(CaseFile(HOUSE)) == USUAL
    assert forms_of(described(Role.HER, "")) == USUAL


def test_a_man_who_is_helped_and_a_woman_who_is_the_author_are_spoken_of_as_such() -> None:
    file = described(Role.HER, "masculine", Role.AUTHOR, "feminine")
    assert forms_of(file) == Forms(Grammar.MASCULINE, Grammar.FEMININE)


def test_the_last_description_of_a_person_counts() -> None:
    file = described(Role.HER, "masculine", again="neutral")
    assert forms_of(file).her is Grammar.NEUTRAL


def test_two_authors_of_two_grammars_are_spoken_of_in_neutral_words() -> None:
    assert forms_of(described(Role.AUTHOR, "feminine", Role.AUTHOR, "")).author is Grammar.NEUTRAL
    both = described(Role.AUTHOR, "feminine", Role.AUTHOR, "feminine")
    assert forms_of(both).author is Grammar.FEMININE


def test_other_persons_change_nothing() -> None:
    assert forms_of(described(Role.CHILD, "masculine", Role.NEW_PARTNER, "feminine")) == USUAL


def test_a_word_that_a_later_version_wrote_is_spoken_of_as_usual() -> None:
    file = described(Role.HER, "something else")
    assert grammar_of(file.all(PersonDescribed)[0]) is None
    assert forms_of(file) == USUAL


def test_two_forms_that_are_written_alike_are_told_apart_after_a_bar() -> None:
    forms = {
        "elle": Inflected(Whom.HER, {Grammar.MASCULINE: "il", Grammar.NEUTRAL: "on"}),
        "elle|tonique": Inflected(Whom.HER, {Grammar.MASCULINE: "lui", Grammar.NEUTRAL: "on"}),
    }
    text = Spoken("[Elle] vient. Dit par : [elle|tonique].", forms)
    assert text == "Elle vient. Dit par : elle."
    assert text.of(Forms(her=Grammar.MASCULINE)) == "Il vient. Dit par : lui."
    assert not list(faults(forms.items()))
