"""What the command line reads and writes: always UTF-8, never a failure to print."""

from __future__ import annotations

import getpass
import os
from contextlib import suppress
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from filet.i18n import Words


@dataclass(frozen=True, slots=True)
class Terminal:
    """A language, and three streams."""

    words: Words
    source: TextIO
    output: TextIO
    errors: TextIO

    def __post_init__(self) -> None:
        """Make the streams able to carry any name, whatever the console is set to."""
        for stream in (self.output, self.errors):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="replace")

    def say(self, text: str = "") -> None:
        """Write a line."""
        self.output.write(text + "\n")

    def complain(self, text: str) -> None:
        """Write a line of error."""
        self.errors.write(text + "\n")

    def flush(self) -> None:
        """Hand over what was written, so that a failure is met here and not at the end."""
        self.output.flush()

    def deafen(self) -> None:
        """Let nothing more be written to a reader who left."""
        with suppress(OSError, ValueError), Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), self.output.fileno())

    def passphrase(self, *, from_stdin: bool) -> str:
        """Return a passphrase: the first line of standard input, or typed unseen.

        Never an argument nor an environment variable: other programs can read those. Where
        nobody can type, it is empty.
        """
        if not from_stdin:
            with suppress(EOFError):
                return getpass.getpass(self.words.t("Passphrase: "))
            return ""
        return self.source.readline().rstrip("\r\n")
