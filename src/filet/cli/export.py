"""``filet export``: everything in one file, closed unless two people decide otherwise."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from filet import bootstrap
from filet.application.exporting import InClear
from filet.cli.copies import add_door, enter
from filet.cli.terminal import Terminal
from filet.paths import Paths


def add_to(commands: Any) -> tuple[argparse.ArgumentParser, ...]:
    """Add the command and its options."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "export", help="write everything into one file that can be read without Filet"
    )
    parser.add_argument(
        "--vault", type=Path, required=True, metavar="FOLDER", help="folder of the dossiers"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="a new file")
    parser.add_argument("--why", required=True, help="the reason, kept in the register")
    parser.add_argument(
        "--in-clear", metavar="INITIALS", default="", help="unclosed, decided with this colleague"
    )
    add_door(parser)
    parser.set_defaults(command=export)
    return (parser,)


def export(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """Write the file, then say the phrase that opens it: it is kept nowhere."""
    words, unlocking = terminal.words, bootstrap.unlocking(paths)
    entered = enter(options, unlocking, terminal)
    try:
        sentence = words.t("I let everything leave in clear")
        in_clear = _in_clear(options, sentence, terminal) if options.in_clear else None
        exporting = bootstrap.services(entered, paths).exporting
        done = exporting.export(options.out, options.why, sentence, in_clear).value
    finally:
        unlocking.lock(entered)
    terminal.say(
        words.t(
            "{dossiers} dossiers and {entries} entries are in {file}.",
            dossiers=done.dossiers,
            entries=done.entries,
            file=done.path,
        )
    )
    if done.phrase:
        terminal.say(words.t("The phrase that opens it: {phrase}", phrase=done.phrase))
    return 0


def _in_clear(options: argparse.Namespace, sentence: str, terminal: Terminal) -> InClear:
    """Ask for the colleague's passphrase, and for the sentence."""
    words, unseen = terminal.words, not options.passphrase_stdin
    if unseen:
        terminal.complain(
            words.t("{initials} types her own passphrase.", initials=options.in_clear)
        )
    passphrase = terminal.passphrase(from_stdin=options.passphrase_stdin)
    if unseen:
        terminal.complain(words.t("Type: {sentence}", sentence=sentence))
    typed = terminal.source.readline().strip()
    return InClear((options.in_clear, passphrase), typed)
