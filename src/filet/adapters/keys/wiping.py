"""Overwrites secrets in memory."""

from __future__ import annotations

import ctypes
import sys


def wipe(buffer: bytearray) -> None:
    """Overwrite a buffer of ours."""
    buffer[:] = bytes(len(buffer))


def take(secret: bytes) -> bytearray:
    """Return a wipeable copy of what a library returned as ``bytes``, and wipe the original.

    Python means ``bytes`` to be unchangeable, so this goes behind its back; it is safe
    here because nobody else holds the object (CPython never shares bytes this long).
    """
    copy = bytearray(secret)
    if sys.implementation.name == "cpython" and len(secret) > 1:
        place = ctypes.pythonapi.PyBytes_AsString
        place.restype = ctypes.c_void_p
        place.argtypes = [ctypes.py_object]
        ctypes.memset(place(secret), 0, len(secret))
    return copy
