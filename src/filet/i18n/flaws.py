"""What is wrong with a pack, in words: what it is, and how to mend it.

The only place where a flaw becomes a sentence. Flaws are known here by their code.
"""

from __future__ import annotations

from collections.abc import Mapping

from filet.i18n import N_, Words

_SAID: dict[str, str] = {
    # the file
    "file_missing": N_("this file is missing"),
    "file_unreadable": N_("this file cannot be read"),
    "not_a_file": N_("this is not a file"),
    "link_outside": N_("this link leads outside the folder"),
    "folder_unreadable": N_("this folder cannot be read"),
    "stray_file": N_("a pack has no such file: take it out; no program is ever run from a pack"),
    "too_large": N_(
        "this file is larger than {most} KiB: a pack holds a questionnaire, not a book"
    ),
    "line_too_long": N_("a line is longer than {most} characters: cut it in several"),
    "not_utf8": N_("this file is not in UTF-8: save it again in that encoding"),
    "too_deep": N_("this file is nested too deeply"),
    "not_toml": N_("this is not TOML: {message}"),
    "unseen": N_("{name} holds a character that cannot be seen: type that text again"),
    # its shape
    "field_missing": N_("missing required field `{name}`: write it here"),
    "field_unknown": N_("unknown field `{name}`: correct its name, or take it out"),
    "rule_form_unknown": N_(
        "there is no form of rule called {value}; the guide lists those there are"
    ),
    "not_a_choice": N_("{value} is not one of the words that may stand here"),
    "bad_name": N_("a name is made of small letters without accents, digits, - and _"),
    "empty": N_("this text is empty: write it"),
    "too_many": N_("there are more than {most} of them"),
    "wrong_kind": N_("expected `{expected}`, got `{got}`"),
    "misshapen": N_("{message}"),
    # its words
    "no_words": N_("{name} has no words"),
    "not_asked": N_("nothing asks for {name}"),
    "other_language": N_("language should be {language}"),
    "reviewed_by_nobody": N_("reviewed is false, or says by whom and on which day"),
    # what it is made of
    "no_item": N_("there is no item"),
    "bad_version": N_("a version has no hyphen, and no name has an @"),
    "twice": N_("{what} {name} stands {times} times: each has a name of its own"),
    "unknown_name": N_("there is no {what} {name}"),
    "licence_missing": N_(
        "licence: {name} is missing; say whose text it is, on what terms, and where that was read"
    ),
    # items
    "marker_from_alone": N_("markers and marker_from go together on a scale"),
    "scale_falls": N_("its scale goes up, from least to most"),
    "marker_from_off": N_("marker_from is a value of the scale, {least} to {most}"),
    "marker_from_no_scale": N_("only a scale has marker_from"),
    "told_marks": N_("free words raise no marker"),
    # rules
    "names_nothing": N_("it names nothing"),
    "at_least_off": N_("at_least is from 1 to the number of its items"),
    "no_rule_above": N_("no rule {name} stands above it"),
    "goes_round": N_(
        "no rule {name} stands above it: put {name} before this one, and let none build on itself"
    ),
    "not_a_number": N_("{name} is not a rule that gives a number"),
    "not_a_condition": N_("{name} is not a rule that holds or not"),
    "not_a_count": N_("{name} is not a rule that counts"),
    "not_a_cutoff": N_("cutoff {name} is not a rule of type reaches"),
    "inventory_counts": N_("an inventory has no rule and no band"),
    # bands
    "from_or_when": N_("it has either from or when"),
    "bands_mixed": N_("bands: all have from, or all have when"),
    "bands_fall": N_("bands: from does not rise"),
    "bands_without_score": N_("bands: from needs a score in outcome"),
    "band_missing": N_("bands: no band holds from {first} to {last}"),
    "band_beyond": N_("it begins above {most}, which is the most that the answers can come to"),
    # examples
    "few_vectors": N_(
        "fewer than {least} vectors: {count}; a pack proves itself on {least} examples"
    ),
    "disproved": N_("{name} is {got}, expected {wanted}: correct the example or the rule"),
}

_PARTS: dict[str, str] = {
    "item": N_("item"),
    "flag": N_("flag"),
    "rule": N_("rule"),
    "band": N_("band"),
    "vector": N_("vector"),
    "detail": N_("detail"),
    "marker": N_("marker"),
    "cutoff": N_("cutoff"),
    "scale": N_("scale"),
    "yes or no item": N_("yes or no item"),
    "place of the first hour": N_("place of the first hour"),
    "outcome": N_("outcome"),
}


def flaw_text(
    words: Words, code: str, of: tuple[str, str] | None, fields: Mapping[str, str | int]
) -> str:
    """Return what is wrong in one sentence, which begins with the part that it is about."""
    known = dict(fields)
    if "what" in known:
        known["what"] = words.t(_PARTS.get(str(known["what"]), str(known["what"])))
    said = words.t(_SAID[code], **known)
    if of is None:
        return said
    part, name = of
    whose = name if part == "table" else f"{words.t(_PARTS[part])} {name}".strip()
    return words.t("{part}: {said}", part=whose, said=said)


def place_text(path: str, line: int | None) -> str:
    """Return where it stands, as editors and compilers write it."""
    return path if line is None else f"{path}:{line}"
