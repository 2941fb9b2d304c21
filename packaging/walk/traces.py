"""What is left where somebody else could look: covered and locked, on disk, in a print job."""

from __future__ import annotations

import subprocess
import unicodedata

from walk.first_hour import FAMILY, GIVEN, PHONE
from walk.spool import Spool
from walk.stage import Stage

SECRETS = (GIVEN, FAMILY, PHONE, "classeur")


def look_around(stage: Stage, spool: Spool) -> str:
    """Cover, then lock; find nothing that tells a name. Return what was looked at."""
    say, eyes, hands = stage.say, stage.eyes, stage.hands
    hands.press("Escape", "Escape")
    eyes.wait_gone(say("Lock"))
    _silent("the covered window", eyes.all_words())
    hands.press("Return")
    eyes.wait_for(say("Lock"))
    eyes.wait("deaf for too long", lambda: _locked(stage))
    _silent("the locked window", eyes.all_words())
    _titles()
    files = stage.leaves()
    for path in files:
        _silent(f"the name of {path.name}", path.name)
        _silent(path.name, path.read_bytes().decode("utf-8", "ignore"))
    _silent("what the print job told", spool.told().decode("utf-8", "ignore"))
    return f"{len(files)} files, the covered and the locked window and the print job tell no name"


def _locked(stage: Stage) -> bool:
    """Press the key that locks until it is heard: the window is deaf after the cover."""
    stage.hands.press("ctrl+l")
    return stage.eyes.find(stage.say("Your &passphrase")) is not None


def _silent(where: str, text: str) -> None:
    found = [one for one in SECRETS if _bare(one) in _bare(text)]
    if found:
        raise AssertionError(f"{where} tells {', '.join(found)}")


def _bare(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def _titles() -> None:
    """Find no other title than « Filet » on any window of the screen."""
    search = ["xdotool", "search", "--onlyvisible", "--name", "."]
    windows = subprocess.run(search, capture_output=True, encoding="utf-8", check=False)
    for window in windows.stdout.split():
        named = ["xdotool", "getwindowname", window]
        name = subprocess.run(named, capture_output=True, encoding="utf-8", check=True)
        if name.stdout.strip() not in {"Filet", ""}:
            raise AssertionError(f"a window is called « {name.stdout.strip()} »")
