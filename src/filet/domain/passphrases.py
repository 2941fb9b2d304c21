"""What may close a door: passphrases long enough, PINs that nobody guesses first."""

from __future__ import annotations

from itertools import pairwise

from filet.domain.errors import PassphraseTooShort, PinUnusable

SHORTEST = 16
"""Letters of the shortest passphrase that somebody may choose."""
PIN_DIGITS = 6
"""Digits of the shortest PIN."""


def require_long(passphrase: str) -> None:
    """Raise PassphraseTooShort for one that could be guessed."""
    if len(passphrase) < SHORTEST:
        raise PassphraseTooShort(limit=SHORTEST)


def require_unguessable(pin: str) -> None:
    """Raise PinUnusable for what is no PIN, is too short, or is tried first by anybody.

    Those are one digit again and again, and digits that follow each other up or down.
    """
    digits = pin.isascii() and pin.isdecimal()
    if not digits or len(pin) < PIN_DIGITS:
        raise PinUnusable(limit=PIN_DIGITS)
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        raise PinUnusable(limit=PIN_DIGITS)
