"""``filet demo``: the whole job on the training dossier, in a vault of its own."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from filet import bootstrap
from filet.adapters.catalogue import Catalogue
from filet.application.composing import Issue
from filet.application.course import Step
from filet.application.printing import Sheet
from filet.cli.terminal import Terminal
from filet.domain.errors import FolderUnusable
from filet.domain.kinds import Destination
from filet.files import replace_file
from filet.i18n import N_, Words
from filet.paths import Paths

INITIALS = "EX"
PASSPHRASE = "exercice rien de vrai ici"  # noqa: S105 - of a vault in which nothing is real
VAULT = "vault"
FILES = {"stays": "scenario.pdf", "takes": "aide-memoire.pdf", "card": "carte.pdf"}
PROTECTED = "aide-memoire-protege.pdf"

_DONE = {
    "call": N_("A call is noted, without a dossier"),
    "someone_asks": N_("Somebody asks about her: neither confirmed nor denied"),
    "open_case": N_("A dossier is opened"),
    "person": N_("A person is described"),
    "attach_call": N_("The call is attached to the dossier"),
    "status": N_("Where she stands is dated"),
    "safe_contact": N_("How to reach her without danger"),
    "session": N_("An interview begins"),
    "statement": N_("Said about “{item}”: {value} ({source})"),
    "form": N_("A form filled on paper is entered: {pack}"),
    "words": N_("Her words are kept"),
    "tactic": N_("Words about control are kept, under a tactic"),
    "note": N_("A note is written"),
    "level": N_("A level is signed: {level}"),
    "action": N_("Something to do is planned: {proposed}"),
    "action_done": N_("Something that was to do is done"),
    "measure": N_("An item of her plan, in her words ({section}, {appears})"),
    "paper": N_("A paper: {paper}, {destination}"),
}


_VALUES = {
    "yes": N_("yes"),
    "no": N_("no"),
    "unknown": N_("does not know"),
    "declined": N_("would rather not answer"),
    "not_applicable": N_("does not apply"),
    "her": N_("she"),
    "relative": N_("a relative"),
    "police": N_("police"),
    "youth_protection": N_("youth protection"),
    "team": N_("the team saw it"),
    "document": N_("a document"),
    "other": N_("someone else"),
    "dossier": N_("stays in the dossier"),
    "stays": N_("sheet that stays"),
    "takes": N_("sheet she takes"),
    "card": N_("card"),
    "stays_here": N_("stays here"),
    "no_paper": N_("no paper, remembered together"),
}
_TOLD = N_("in her words")


def add_to(commands: Any) -> tuple[argparse.ArgumentParser, ...]:
    """Add the command and its options."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "demo", help="walk through the training dossier"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where to write")
    parser.set_defaults(command=demo)
    return (parser,)


def demo(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """Make a training vault, live the course in it, leave the vault and the papers."""
    out, language = _folder(options.out), options.lang
    door = bootstrap.Door(out / VAULT, INITIALS, PASSPHRASE)
    walk = bootstrap.demonstration(
        paths, door, language, lambda name, sheet: _keep(out, name, sheet)
    )
    try:
        names = _names(bootstrap.catalogue(paths), language)
        for step in walk.demonstration.walk():
            terminal.say(_line(step, names, terminal))
            if step.do == "level":
                for line in _picture(walk, names, terminal.words):
                    terminal.say(f"{'':11}{line}")
        phrase = _papers(walk, out, language)
        for line in _summary(walk, terminal.words):
            terminal.say(line)
        _tell(out, phrase, terminal)
    finally:
        walk.close()
    return 0


def _folder(out: Path) -> Path:
    """Make the folder. What an earlier walk left there is set aside, never written over."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name in (VAULT, *FILES.values(), PROTECTED):
            _set_aside(out / name)
        (out / VAULT).mkdir()
    except OSError:
        raise FolderUnusable(folder=str(out)) from None
    return out


def _set_aside(former: Path) -> None:
    """Give another name to what bears one that the walk needs: it may be somebody's own."""
    if former.exists():
        names = (former.with_name(f"{former.stem}.{n}{former.suffix}") for n in count(1))
        former.rename(next(name for name in names if not name.exists()))


def _keep(out: Path, template: str, sheet: Sheet) -> None:
    """Stand for the printer: an exercise may lie about in clear."""
    try:
        replace_file(out / FILES[template], sheet.data)
    except OSError:
        raise FolderUnusable(folder=str(out)) from None


def _papers(walk: bootstrap.Walk, out: Path, language: str) -> str:
    """Issue what she takes and the empty card, then a protected file; return its phrase."""
    case, printing = walk.demonstration.case, walk.services.printing
    for template in ("takes", "card"):
        issue = Issue(template, language, Destination.LIVES_WITH_HIM)
        printing.issue(case, issue, partial(_keep, out, template))
    issue = Issue("takes", language, Destination.TRUSTED_PERSON)
    return printing.save(case, issue, out / PROTECTED).value[1]


def _line(step: Step, names: dict[str, str], terminal: Terminal) -> str:
    """Return a step as a line: data by its names, never by its ids."""
    words, given = terminal.words, step.fields
    value = given.get("value") or given.get("scale") or _TOLD
    told = {"value": value, "source": given.get("source", {}).get("kind", "")}
    told |= {name: given.get(name, "") for name in _NAMED}
    shown = {name: _shown(str(one), names, words) for name, one in told.items()}
    return f"{step.day:3} {step.hour}  {words.t(_DONE[step.do]).format_map(shown)}"


_NAMED = ("item", "pack", "level", "proposed", "section", "appears", "paper", "destination")


def _shown(value: str, names: dict[str, str], words: Words) -> str:
    return names.get(value) or words.t(_VALUES.get(value, value))


def _marker(name: str) -> str:
    """Keep markers apart from the items that bear the same id."""
    return f"marker {name}"


def _item(key: str, names: dict[str, str]) -> str:
    """Return what an item is called; those of a paper form have its numbers for names."""
    item, _, pack = key.partition("@")
    return names.get(item) or f"{names[pack]} {item}"


def _names(data: Catalogue, language: str) -> dict[str, str]:
    """Return what items, markers, levels, actions and sections are called."""
    levels, tool = data.levels(), data.instrument("inventaire-filet")
    names = {item: text.name for item, text in tool.texts[language].items.items()}
    names |= {_marker(one.id): one.texts[language].name for one in data.markers()}
    names |= {rule.level.value: rule.texts[language].name for rule in levels.rules}
    names |= {one.id: one.texts[language].short for one in data.instruments()}
    names |= {f"{one.id}-{one.version}": names[one.id] for one in data.instruments()}
    names |= {action.id: action.texts[language] for action in levels.actions}
    return names | {section.id: section.names[language] for section in data.plan().sections}


def _picture(walk: bootstrap.Walk, names: dict[str, str], words: Words) -> Iterator[str]:
    """Return what a worker sees when she signs; no level is ever computed."""
    picture = walk.services.appraising.picture(walk.demonstration.case)
    markers = ", ".join(names[_marker(one)] for one in picture.markers)
    unclear = ", ".join(_item(item, names) for item in picture.to_clarify)
    yield words.t("Markers: {markers}", markers=markers)
    yield words.t("To clarify: {items}", items=unclear or words.t("nothing"))
    yield words.tn(
        "{count} thing is not known", "{count} things are not known", len(picture.unknown)
    )
    for tool, result in picture.results.items():
        if result.minimum is not None:
            yield words.t(
                "{tool}: from {low} to {high}",
                tool=names[tool.rpartition("-")[0]],
                low=result.minimum,
                high=result.maximum,
            )


def _summary(walk: bootstrap.Walk, words: Words) -> tuple[str, ...]:
    ideas = walk.services.planning.ideas(walk.demonstration.case)
    told = words.tn(
        "{count} idea is left to propose", "{count} ideas are left to propose", len(ideas)
    )
    return ("", told)


def _tell(out: Path, phrase: str, terminal: Terminal) -> None:
    words = terminal.words
    files = ", ".join((*FILES.values(), PROTECTED))
    check = f"filet check --vault {out / VAULT} --passphrase-stdin"
    lines = (
        words.t("In {folder}: {files}", folder=out, files=files),
        words.t("The phrase of {file}: {phrase}", file=PROTECTED, phrase=phrase),
        words.t("To verify: {command} (passphrase: {phrase})", command=check, phrase=PASSPHRASE),
    )
    for line in ("", *lines):
        terminal.say(line)
