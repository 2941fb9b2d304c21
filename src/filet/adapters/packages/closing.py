"""Closes a file with a phrase, in a program of its own.

Stretching a phrase takes seconds, and the library holds everything else still meanwhile: in
the program of the window, the window would stand still too, and a lock would wait for it.
Phrase and file come by standard input, and nothing but the closed file goes out.
"""

from __future__ import annotations

import subprocess
import sys
from threading import Thread

from filet.application.copying import Between

TURN = 0.04
"""Seconds between two turns of whoever waits."""
_LENGTH = 4


def close_aside(data: bytes, phrase: str, between: Between) -> bytes:
    """Return a file closed by another program; what ``between`` raises ends that program."""
    if getattr(sys, "frozen", False):  # its only program is the window itself
        return closed(data, phrase)
    words = phrase.encode("utf-8")
    given = len(words).to_bytes(_LENGTH, "big") + words + data
    with subprocess.Popen(  # noqa: S603 - this very module, by our own interpreter
        [sys.executable, "-I", "-c", f"from {__name__} import main; main()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as aside:
        said = _said(aside, given, between)
    if aside.returncode or not said:
        raise OSError("the program that closes a file gave up")
    return said


def _said(aside: subprocess.Popen[bytes], given: bytes, between: Between) -> bytes:
    """Return what it says, waiting for it on a thread of its own."""
    said: list[bytes] = []
    waiting = Thread(target=lambda: said.append(aside.communicate(given)[0]), daemon=True)
    waiting.start()
    try:
        while waiting.is_alive():
            between()
            waiting.join(TURN)
    except BaseException:
        aside.kill()
        waiting.join()
        raise
    return b"".join(said)


def closed(data: bytes, phrase: str) -> bytes:
    """Return an age file that the phrase opens."""
    from pyrage import passphrase  # noqa: PLC0415 -- it has no wheel on every system

    sealed: bytes = passphrase.encrypt(data, phrase)
    return sealed


def main() -> None:
    """Read the phrase and the file, and write the closed file."""
    source = sys.stdin.buffer
    phrase = source.read(int.from_bytes(source.read(_LENGTH), "big")).decode("utf-8")
    sys.stdout.buffer.write(closed(source.read(), phrase))
