"""How a dossier speaks, by what was said of the people in it."""

from __future__ import annotations

from filet.domain.casefile import CaseFile
from filet.domain.grammar import USUAL, Forms, Grammar
from filet.domain.kinds import PersonDescribed, Role


def grammar_of(person: PersonDescribed) -> Grammar | None:
    """Return what was said of somebody; nothing where nothing was, or nothing we know."""
    known = [one for one in Grammar if one.value == person.pronoun]
    return known[0] if known else None


def forms_of(file: CaseFile) -> Forms:
    """Return how a dossier speaks. Several authors of several grammars are said neutrally."""
    last = {one.person: one for one in file.all(PersonDescribed)}.values()
    said = {
        role: {grammar_of(one) or usual for one in last if one.role is role}
        for role, usual in ((Role.HER, USUAL.her), (Role.AUTHOR, USUAL.author))
    }
    return Forms(_one(said[Role.HER], USUAL.her), _one(said[Role.AUTHOR], USUAL.author))


def _one(said: set[Grammar], usual: Grammar) -> Grammar:
    if len(said) > 1:
        return Grammar.NEUTRAL
    return next(iter(said), usual)
