"""``filet workers``: who may enter, by initials; nothing of what anybody wrote."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from filet import bootstrap
from filet.application.workers import Access
from filet.cli.copies import add_door, enter
from filet.cli.terminal import Terminal
from filet.domain.kinds import Duty
from filet.i18n import N_
from filet.paths import Paths

_DUTIES = {
    Duty.WORKER: N_("Worker"),
    Duty.COORDINATION: N_("Coordination"),
    Duty.DIRECTION: N_("Direction"),
    Duty.TRAINEE: N_("Trainee, reads only"),
}


def add_to(commands: Any) -> tuple[argparse.ArgumentParser, ...]:
    """Add the command, its own command and its options."""
    parser: argparse.ArgumentParser = commands.add_parser("workers", help="list who may enter")
    own = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    listing = own.add_parser("list", help="initials, role, first and last day")
    listing.add_argument(
        "--vault", type=Path, required=True, metavar="FOLDER", help="folder of the dossiers"
    )
    listing.add_argument("--json", action="store_true", help="answer in JSON")
    add_door(listing)
    listing.set_defaults(command=list_)
    return (parser, listing)


def list_(options: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """List everybody who works or worked here, one a line; that it was opened is an entry."""
    unlocking = bootstrap.unlocking(paths)
    entered = enter(options, unlocking, terminal)
    try:
        accesses = bootstrap.services(entered, paths).workers.accesses()
    finally:
        unlocking.lock(entered)
    if options.json:
        lines = [_fields(one) for one in accesses]
        terminal.say(json.dumps(lines, ensure_ascii=False, indent=2))
        return 0
    for one in accesses:
        terminal.say("  ".join(_line(one, terminal)))
    return 0


def _fields(access: Access) -> dict[str, Any]:
    """Return what a program reads: days as ISO 8601, nothing where none was said."""
    worker = access.worker
    return {
        "initials": worker.initials,
        "role": worker.duty.value,
        "since": worker.since.isoformat() if worker.since else None,
        "until": worker.until.isoformat() if worker.until else None,
        "withdrawn": worker.withdrawn,
        "opens": access.keyed,
    }


def _line(access: Access, terminal: Terminal) -> tuple[str, ...]:
    worker, t = access.worker, terminal.words.t
    days = []
    if worker.since is not None:
        days.append(t("since {day}", day=worker.since.isoformat()))
    if worker.until is not None:
        days.append(t("until {day}", day=worker.until.isoformat()))
    state = t("access withdrawn") if worker.withdrawn else ", ".join(days)
    return tuple(filter(None, (f"{worker.initials:4}", t(_DUTIES[worker.duty]), state)))
