"""``filet check``: the data that Filet brings along, and a vault if one is named."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from filet import bootstrap
from filet.application.checking import Finding, Report
from filet.cli.terminal import Terminal
from filet.i18n import N_
from filet.paths import Paths

UNSOUND = 30
"""Exit status when something is not as it should be."""


def add_to(commands: Any) -> tuple[argparse.ArgumentParser, ...]:
    """Add the command and its options."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "check", help="verify the data, and a vault"
    )
    parser.add_argument("--vault", type=Path, metavar="FOLDER", help="folder of the vault")
    parser.add_argument("--initials", default="", help="whose passphrase it is")
    parser.add_argument(
        "--passphrase-stdin", action="store_true", help="read the passphrase from standard input"
    )
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.set_defaults(command=check)
    return (parser,)


def check(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """Check, tell, and return 0 only when all is sound."""
    counts = bootstrap.catalogue(paths).verify()
    answer: dict[str, Any] = {"data": counts, "sound": True}
    report = None
    if options.vault is not None:
        report = _vault(options, paths, terminal)
        answer |= {"vault": asdict(report), "sound": report.sound}
    if options.json:
        terminal.say(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        _tell(counts, report, terminal)
    return 0 if answer["sound"] else UNSOUND


def _vault(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> Report:
    passphrase = terminal.passphrase(from_stdin=options.passphrase_stdin)
    unlocking = bootstrap.unlocking(paths)
    entered = unlocking.inspect(options.vault, options.initials, passphrase)
    try:
        return bootstrap.checking(entered, paths).check(
            tuple(type(one).__name__ for one in entered.noticed)
        )
    finally:
        unlocking.lock(entered)


def _tell(counts: dict[str, int], report: Report | None, terminal: Terminal) -> None:
    words = terminal.words
    for name, count in counts.items():
        terminal.say(f"{name}: {count}")
    if report is None:
        return
    terminal.say(
        words.t(
            "{entries} entries on {chains} chains, {blanks} erased, {dossiers} dossiers",
            entries=report.entries,
            chains=report.chains,
            blanks=report.blanks,
            dossiers=report.dossiers,
        )
    )
    if report.lost:
        terminal.say(
            words.tn(
                "{count} entry could not be saved from a damaged vault; its place says so.",
                "{count} entries could not be saved from a damaged vault; their places say so.",
                report.lost,
            )
        )
    if report.sound:
        terminal.say(words.t("Everything verifies."))
    for finding in report.findings:
        terminal.say(f"- {_sentence(finding, terminal)}")


_SENTENCES = {
    "file": N_("The file itself is damaged: {detail}"),
    "chain": N_("Entry {place} was changed ({detail})."),
    "cut": N_("A chain stops early, at {place}."),
    "blanked": N_("Entry {place} was emptied without an erasure."),
    "not_emptied": N_("Entry {place} should be erased and is not."),
    "hand": N_("Entry {place} gives somebody a key, and nobody known here signed it."),
    "signature": N_("The signature of entry {place} does not hold."),
    "second": N_("Entry {place} names a second person who did not sign it."),
    "rollback": N_(
        "This vault is older than one that was open on this computer, or the clock moved back."
    ),
    "rows": N_("A line of a list does not match its dossier: {detail}"),
}


def _sentence(finding: Finding, terminal: Terminal) -> str:
    place = f"{finding.chain[:8]}:{finding.seq}"
    message = terminal.words.t(_SENTENCES[finding.what])
    return message.format(place=place, detail=finding.detail)
