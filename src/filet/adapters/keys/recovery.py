"""The recovery key as people copy it: Crockford's base 32, groups of four, checked by line.

Sixteen bytes make 26 characters; two more carry ten bits of their SHA-256. Each line holds
seven of these 28 and a check character, computed in GF(32) so that it finds any one wrong
character, any two neighbours exchanged, and lines in the wrong order.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from filet.domain.errors import MistypedRecoveryKey

SECRET_SIZE = 16
LINES = 4

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ = {char: value for value, char in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_PER_LINE = 7
_POLYNOMIAL = 0b100101
_IGNORED = str.maketrans("", "", " -\t\u00a0\u202f\u2011")


def write(secret: bytes | bytearray) -> tuple[str, ...]:
    """Return the four lines of a key: two groups of four characters each."""
    number = int.from_bytes(secret, "big") << 12 | _digest(secret)
    values = [number >> shift & 31 for shift in range(135, -1, -5)]
    return tuple(_line(index, values) for index in range(LINES))


def read(lines: Sequence[str]) -> bytearray:
    """Return the sixteen bytes that lines stand for.

    Raises MistypedRecoveryKey with the number of the first wrong line, from 1; with 0
    when each line is right and the whole is not.
    """
    kept = [line.translate(_IGNORED).upper() for line in lines if line.strip()]
    if len(kept) != LINES:
        raise MistypedRecoveryKey(line=min(len(kept) + 1, LINES))
    values = [value for index, line in enumerate(kept) for value in _values(index, line)]
    number = 0
    for value in values:
        number = number << 5 | value
    secret = bytearray((number >> 12).to_bytes(SECRET_SIZE + 1, "big")[1:])
    if number >> 140 or (number >> 12).bit_length() > 128 or number & 0xFFF != _digest(secret):
        raise MistypedRecoveryKey(line=0)
    return secret


def _digest(secret: bytes | bytearray) -> int:
    return int.from_bytes(sha256(b"filet-recovery-1\0" + secret).digest()[:2], "big") >> 4


def _line(index: int, values: Sequence[int]) -> str:
    own = values[index * _PER_LINE : (index + 1) * _PER_LINE]
    text = "".join(_ALPHABET[value] for value in (*own, _check(index, own)))
    return f"{text[:4]} {text[4:]}"


def _values(index: int, line: str) -> list[int]:
    values = [_READ.get(char, -1) for char in line]
    own = values[:-1]
    if len(own) != _PER_LINE or -1 in values or _check(index, own) != values[-1]:
        raise MistypedRecoveryKey(line=index + 1)
    return own


def _check(index: int, values: Sequence[int]) -> int:
    check = index + 1
    for value in values:
        check = _double(check) ^ value
    return _double(check)


def _double(value: int) -> int:
    value <<= 1
    return value ^ _POLYNOMIAL if value & 32 else value
