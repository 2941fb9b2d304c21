"""Telephone numbers of North America, found in a text or typed alone."""

import re

IN_TEXT = re.compile(
    r"(?<![\w-])(?:1[ \u00a0\u2011-])?"  # the 1 of a toll-free number
    r"(?:\([2-9]\d\d\)|[2-9]\d\d)[ \u00a0\u2011-]"
    r"\d{3}[ \u00a0\u2011-]\d{4}(?![\w-])"
)


def groups(number: str) -> list[str]:
    """Return ``["819", "555", "0117"]``, with a ``"1"`` in front if it was dialled, or nothing."""
    digits = re.sub(r"[\s().\u2011-]", "", number.removeprefix("+"))
    match = re.fullmatch(r"(1?)([2-9][0-9]{2})([0-9]{3})([0-9]{4})", digits)
    return [group for group in match.groups() if group] if match else []
