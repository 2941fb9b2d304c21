"""``filet demo``: the whole job on the training dossier, in a vault of its own."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import Any

from filet import bootstrap
from filet.application.demonstrating import Step
from filet.application.printing import Issue, Sheet
from filet.cli.terminal import Terminal
from filet.domain.errors import FolderUnusable
from filet.domain.kinds import Destination
from filet.files import replace_file
from filet.i18n import N_
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
    "words": N_("Her words are kept"),
    "note": N_("A note is written"),
    "level": N_("A level is signed: {level}"),
    "action": N_("Something to do is planned: {proposed}"),
    "action_done": N_("It is done: {action}"),
    "measure": N_("An item of her plan, in her words ({section}, {appears})"),
    "paper": N_("A paper: {paper}, {destination}"),
}


def add_to(commands: Any) -> None:
    """Add the command and its options."""
    parser = commands.add_parser("demo", help="walk through the training dossier")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where to write")
    parser.set_defaults(command=demo)


def demo(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """Make a training vault, live the course in it, leave the vault and the papers."""
    out, language = _folder(options.out), options.lang
    door = bootstrap.Door(out / VAULT, INITIALS, PASSPHRASE)
    walk = bootstrap.demonstration(
        paths, door, language, lambda name, sheet: _keep(out, name, sheet)
    )
    try:
        for step in walk.demonstration.walk():
            terminal.say(_line(step, terminal))
        phrase = _papers(walk, out, language)
        _tell(walk, out, phrase, terminal)
    finally:
        walk.close()
    return 0


def _folder(out: Path) -> Path:
    """Make the folder. What an earlier walk left there is set aside, never written over."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        former = out / VAULT
        if former.exists():
            taken = len(list(out.glob(f"{VAULT}.*")))
            former.rename(out / f"{VAULT}.{taken + 1}")
        former.mkdir()
        (out / PROTECTED).unlink(missing_ok=True)
    except OSError:
        raise FolderUnusable(folder=str(out)) from None
    return out


def _keep(out: Path, template: str, sheet: Sheet) -> None:
    """Stand for the printer: an exercise may lie about in clear."""
    replace_file(out / FILES[template], sheet.data)


def _papers(walk: bootstrap.Walk, out: Path, language: str) -> str:
    """Issue what she takes and the empty card, then a protected file; return its phrase."""
    case, printing = walk.demonstration.case, walk.services.printing
    for template in ("takes", "card"):
        issue = Issue(template, language, Destination.LIVES_WITH_HIM)
        printing.issue(case, issue, partial(_keep, out, template))
    issue = Issue("takes", language, Destination.TRUSTED_PERSON)
    return printing.save(case, issue, out / PROTECTED).value[1]


def _line(step: Step, terminal: Terminal) -> str:
    names = {"value": step.fields.get("scale", "…"), "source": ""}
    fields = names | {name: str(value) for name, value in step.fields.items()}
    fields["source"] = step.fields.get("source", {}).get("kind", "")
    what = terminal.words.t(_DONE[step.do]).format_map(fields)
    return f"{step.day:3} {step.hour}  {what}"


def _tell(walk: bootstrap.Walk, out: Path, phrase: str, terminal: Terminal) -> None:
    words, case = terminal.words, walk.demonstration.case
    picture = walk.services.appraising.picture(case)
    ideas = walk.services.planning.ideas(case)
    lines = (
        words.t("Markers: {markers}", markers=", ".join(picture.markers)),
        words.t("To clarify: {items}", items=", ".join(picture.to_clarify)),
        words.t("Not known: {count}", count=len(picture.unknown)),
        words.t("Ideas still to propose to her: {count}", count=len(ideas)),
        words.t("In {folder}: {files}", folder=out, files=", ".join((*FILES.values(), PROTECTED))),
        words.t("The phrase of {file}: {phrase}", file=PROTECTED, phrase=phrase),
        words.t(
            "To verify: filet check --vault {vault} --passphrase-stdin (passphrase: {passphrase})",
            vault=out / VAULT,
            passphrase=PASSPHRASE,
        ),
    )
    terminal.say()
    for line in lines:
        terminal.say(line)
