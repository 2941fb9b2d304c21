"""``filet backup``, ``filet restore``, ``filet salvage``: copies, made and put back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from filet import bootstrap
from filet.application.restoring import Restored, Way
from filet.application.salvaging import Rescued
from filet.application.unlocking import Entered, Unlocking
from filet.cli.terminal import Terminal
from filet.i18n.dates import date_and_clock
from filet.paths import Paths

LOST = 31
"""Exit status of a salvage that could not read all of it."""
_RECOVERY_LINES = 4


def add_to(commands: Any) -> tuple[argparse.ArgumentParser, ...]:
    """Add the three commands and their options."""
    return (_backup(commands), _restore(commands), _salvage(commands))


def _backup(commands: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        "backup", help="copy the dossiers, and read the copy again"
    )
    _vault(parser)
    parser.add_argument("--to", type=Path, metavar="PLACE", help="there, this once")
    parser.add_argument(
        "--from-now-on", action="store_true", help="with --to: this is where copies go"
    )
    add_door(parser)
    parser.set_defaults(command=backup)
    return parser


def _restore(commands: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        "restore", help="put a copy in the place of the dossiers, which are set aside"
    )
    parser.add_argument("copy", type=Path, metavar="COPY", help="folder with a date for a name")
    only = parser.add_mutually_exclusive_group(required=True)
    only.add_argument("--vault", type=Path, metavar="FOLDER", help="folder of the dossiers")
    only.add_argument("--try", dest="trying", action="store_true", help="only read it, apart")
    parser.add_argument("--keys-only", action="store_true", help="put back the key file alone")
    add_door(parser)
    parser.set_defaults(command=restore)
    return parser


def _salvage(commands: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        "salvage", help="save what can be read of a damaged vault into another folder"
    )
    _vault(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="a new folder")
    parser.add_argument("--keys-from", type=Path, metavar="COPY", help="where the keys are lost")
    add_door(parser)
    parser.set_defaults(command=salvage)
    return parser


def _vault(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--vault", type=Path, required=True, metavar="FOLDER", help="folder of the dossiers"
    )


def add_door(parser: argparse.ArgumentParser) -> None:
    """Add the options that say who opens, and from where her passphrase comes."""
    parser.add_argument("--initials", default="", help="whose passphrase it is")
    parser.add_argument(
        "--passphrase-stdin", action="store_true", help="read the passphrase from standard input"
    )
    parser.add_argument(
        "--recovery-stdin",
        action="store_true",
        help="read the four lines of the recovery key from standard input",
    )


def _way(options: argparse.Namespace, terminal: Terminal) -> Way:
    if options.recovery_stdin:
        return bootstrap.way_of_recovery(_recovery_lines(terminal))
    passphrase = terminal.passphrase(from_stdin=options.passphrase_stdin)
    return bootstrap.way_of_passphrase(options.initials, passphrase)


def _recovery_lines(terminal: Terminal) -> tuple[str, ...]:
    return tuple(terminal.source.readline().strip() for _ in range(_RECOVERY_LINES))


def enter(options: argparse.Namespace, unlocking: Unlocking, terminal: Terminal) -> Entered:
    """Open the dossiers as the options say."""
    if options.recovery_stdin:
        return unlocking.recover(options.vault, _recovery_lines(terminal))
    passphrase = terminal.passphrase(from_stdin=options.passphrase_stdin)
    initials = options.initials or bootstrap.initials_in(options.vault)
    return unlocking.unlock(options.vault, initials, passphrase)


def backup(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """Make a copy wherever copies go, or in one place; name each."""
    unlocking = bootstrap.unlocking(paths)
    entered = enter(options, unlocking, terminal)
    try:
        copies = bootstrap.services(entered, paths).backing_up
        only = (options.to,) if options.to is not None else ()
        if only and options.from_now_on:
            copies.arrange(*only)
        for name in copies.run(lambda: None, *only).value:
            terminal.say(terminal.words.t("{name}: opened again and read whole.", name=name))
    finally:
        unlocking.lock(entered)
    return 0


def restore(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """Read a copy, or put it in the place of the dossiers."""
    restoring, way, words = bootstrap.restoring(paths), _way(options, terminal), terminal.words
    if options.trying:
        holds = restoring.try_out(options.copy, way)
        terminal.say(
            words.t(
                "Read whole: {dossiers} dossiers, {entries} entries, nothing wrong.",
                dossiers=holds.dossiers,
                entries=holds.entries,
            )
        )
    elif options.keys_only:
        restoring.restore_keys(options.copy, options.vault, way)
        terminal.say(words.t("The key file is back in its place."))
    else:
        _tell_restored(restoring.restore(options.copy, options.vault, way), terminal)
    return 0


def _tell_restored(done: Restored, terminal: Terminal) -> None:
    words = terminal.words
    taken = done.holds.taken.local()
    when = date_and_clock(taken.date(), taken.time(), words.language)
    terminal.say(words.t("The dossiers are those of {when}.", when=when))
    terminal.say(words.t("Those that were there are in {folder}.", folder=done.aside))
    terminal.say(
        words.tn(
            "{count} entry that was erased since is erased again.",
            "{count} entries that were erased since are erased again.",
            done.erased_again,
        )
    )
    if not done.erasures_known:
        terminal.say(
            words.t("The former dossiers could not say what they had erased after this copy.")
        )
    for initials in done.opens_again:
        terminal.say(words.t("{initials} can open them again: withdraw her.", initials=initials))


def salvage(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """Save what can be read, and say exactly what cannot."""
    way = _way(options, terminal)
    rescued = bootstrap.salvaging(paths).salvage(options.vault, options.out, way, options.keys_from)
    _tell_rescued(rescued, terminal)
    return LOST if rescued.lost else 0


def _tell_rescued(rescued: Rescued, terminal: Terminal) -> None:
    words = terminal.words
    terminal.say(words.tn("{count} entry was read.", "{count} entries were read.", rescued.read))
    terminal.say(
        words.tn("{count} entry is lost.", "{count} entries are lost.", rescued.lost_entries)
    )
    for run in rescued.lost:
        place = f"{run.first.chain.hex()[:8]}:{run.first.seq}"
        terminal.say(f"- {place}" + (f" … {run.last}" if run.count > 1 else ""))
