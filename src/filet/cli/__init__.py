"""The command line, for IT people and tests: its words, its options, its exit statuses."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence

from filet import doorstep
from filet.adapters.host import without_words
from filet.cli.terminal import Terminal
from filet.domain.errors import FiletError
from filet.i18n import Words, errors
from filet.paths import Paths, standard_paths

LANGUAGES = ("fr", "en")
INTERRUPTED = 130
"""Exit status of what was stopped from the keyboard, as a shell gives it."""
NO_WINDOW = 5
"""Exit status of ``filet`` alone where there is no window to open."""


def run(arguments: Sequence[str]) -> int:
    """Do what is asked and return the exit status; a foreseen error is told in words."""
    parsed = _parser(commands=bool(arguments)).parse_args(arguments)
    doorstep.harden()
    paths = standard_paths()
    words = Words.of(parsed.lang, paths.resources / "locale")
    terminal = Terminal(words, sys.stdin, sys.stdout, sys.stderr)
    try:
        status = int(parsed.command(parsed, paths, terminal))
        terminal.flush()
    except FiletError as error:
        terminal.complain(str(errors.told(words, error.code, error.fields)))
        return error.exit_status
    except BrokenPipeError:  # whoever read the answer has had enough of it
        terminal.deafen()
        return FiletError.exit_status
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as bug:  # noqa: BLE001 - a traceback could show what somebody typed
        terminal.complain(str(errors.told(words, FiletError.code, {})))
        terminal.complain(without_words(type(bug), bug.__traceback__))
        return FiletError.exit_status
    return status


def _parser(*, commands: bool) -> argparse.ArgumentParser:
    """Return what reads the arguments; without any, no command is looked for."""
    parser = argparse.ArgumentParser(prog="filet", description="Filet")
    parser.set_defaults(command=_window, lang=LANGUAGES[0])
    _add_language(parser)
    if commands:
        _add_commands(parser.add_subparsers(title="commands", metavar="COMMAND"))
    return parser


def _add_commands(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add each command; the window needs none of them, and is not kept waiting for them."""
    from filet.cli import check, copies, demo, export, instruments, workers  # noqa: PLC0415 - see above

    for module in (demo, check, instruments, copies, export, workers):
        for command in module.add_to(parsers):
            _add_language(command)


def _add_language(parser: argparse.ArgumentParser) -> None:
    """Let the language stand before or after the name of a command."""
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help="langue / language"
    )


def _window(parsed: argparse.Namespace, paths: Paths, terminal: Terminal) -> int:
    """Open the window; say so where there is nowhere to open it."""
    if not has_display(sys.platform, os.environ):
        words = terminal.words
        terminal.complain(
            words.t("This computer has no display. Without one: filet demo --out FOLDER")
        )
        return NO_WINDOW
    return doorstep.window(paths, parsed.lang)


def has_display(system: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be opened; Qt would end the program where it cannot."""
    if not system.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
