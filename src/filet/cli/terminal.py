"""What the command line reads and writes: always UTF-8, never a failure to print."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from io import TextIOWrapper
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

    def passphrase(self, *, from_stdin: bool) -> str:
        """Return a passphrase: the first line of standard input, or typed unseen.

        Never an argument nor an environment variable: other programs can read those.
        """
        if not from_stdin:
            return getpass.getpass(self.words.t("Passphrase: "))
        return self.source.readline().rstrip("\r\n")
