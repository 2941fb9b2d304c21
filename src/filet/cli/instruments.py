"""``filet instruments``: which are installed, what they ask, what answers come to."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from filet import bootstrap
from filet.cli.terminal import Terminal
from filet.domain.errors import (
    AnswersUnreadable,
    FileExists,
    FolderUnusable,
    ImpossibleAnswers,
    PackBroken,
)
from filet.domain.instruments import Instrument
from filet.domain.scoring import score
from filet.i18n.flaws import flaw_text, place_text
from filet.paths import Paths

EXAMPLE = "exemple-jardin"


def add_to(commands: Any) -> tuple[argparse.ArgumentParser, ...]:
    """Add the command, its own commands and their options."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "instruments", help="list, show, validate or score instruments"
    )
    own = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    listing = own.add_parser("list", help="list what is installed")
    listing.set_defaults(command=list_)
    showing = own.add_parser("show", help="show what one asks")
    showing.add_argument("id")
    showing.set_defaults(command=show)
    validating = own.add_parser("validate", help="say everything that is wrong with a pack")
    validating.add_argument("path", type=Path)
    validating.set_defaults(command=validate)
    scoring = own.add_parser("score", help="say what answers come to, in JSON")
    scoring.add_argument("id")
    scoring.add_argument("answers", type=Path, metavar="ANSWERS.json")
    scoring.set_defaults(command=score_)
    copying = own.add_parser("example", help="copy the example of the guide into a folder")
    copying.add_argument("folder", type=Path, metavar="FOLDER")
    copying.set_defaults(command=example)
    return (parser, listing, showing, validating, scoring, copying)


def list_(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """List every instrument, one a line."""
    for tool in bootstrap.catalogue(paths).instruments():
        text = tool.texts[options.lang]
        terminal.say(f"{tool.id}  {tool.version}  {tool.kind}  {len(tool.items)}  {text.title}")
    return 0


def show(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """Show what one instrument is, on what terms, and what it asks."""
    tool = bootstrap.catalogue(paths).instrument(options.id)
    text = tool.texts[options.lang]
    terminal.say(f"{text.title} ({tool.id} {tool.version})")
    terminal.say(text.note)
    if tool.modified:
        terminal.say(terminal.words.t("Modified version: what was measured does not apply to it."))
    terminal.say(f"{tool.licence.kind}: {tool.licence.holder}. {tool.licence.terms}")
    for item in tool.items:
        words = text.items[item.id]
        terminal.say(f"{item.id}  {words.name}")
        if words.question:
            terminal.say(f"    {words.question}")
    return 0


def validate(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """Say everything that is wrong with a pack, and run its own examples."""
    faults = bootstrap.catalogue(paths).validate(options.path)
    for fault in faults:
        one = fault.flaw
        said = flaw_text(terminal.words, one.code, one.of, one.fields)
        terminal.say(f"{place_text(fault.path, fault.line)}: {said}")
    if not faults:
        terminal.say(terminal.words.t("Nothing is wrong with this pack."))
    return PackBroken.exit_status if faults else 0


def example(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """Copy the example of the guide into a folder that is not there yet, or is empty."""
    folder: Path = options.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise FileExists(name=folder.name)
        for file in (paths.resources / "examples" / EXAMPLE).iterdir():
            (folder / file.name).write_bytes(file.read_bytes())
    except OSError:
        raise FolderUnusable(folder=str(folder)) from None
    terminal.say(terminal.words.t("The example is in {folder}.", folder=folder))
    return 0


def score_(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """Print what answers come to. Impossible answers give no number, and their own status."""
    data = bootstrap.catalogue(paths)
    tool = data.instrument(options.id)
    result = _score(tool, data.read_answers(_bytes(options.answers)))
    terminal.say(json.dumps(result, ensure_ascii=False, indent=2))
    return ImpossibleAnswers.exit_status if result["errors"] else 0


def _score(tool: Instrument, given: Any) -> dict[str, Any]:
    answers = {item: frozenset({value}) for item, value in given.answers.items()}
    scales = {item: frozenset({grade}) for item, grade in given.scales.items()}
    return asdict(score(tool, answers, given.flags, scales))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise AnswersUnreadable(fault=type(fault).__name__, example="{}") from None
