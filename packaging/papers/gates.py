"""What other people's programs say of a paper: each gate is passed, missed, or not here."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path

from filet.domain.blocks import Paper, texts
from filet.domain.text import fold
from filet.i18n.dates import typography


class Verdict(StrEnum):
    """What a gate says."""

    PASSED = "ok"
    MISSED = "MISSED"
    ABSENT = "-"
    """The program is not on this computer."""


Gate = Callable[[Path, Paper], bool]


def is_sound(path: Path, _: Paper) -> bool:
    """Tell whether qpdf finds nothing wrong."""
    return _run("qpdf", "--check", str(path)).returncode == 0


def is_accessible(path: Path, _: Paper) -> bool:
    """Tell whether the file passes the automated checks of PDF/UA-1."""
    import page  # noqa: PLC0415 - of the development group: what is not here is said so

    return bool(page.validate_pdf(str(path), profile="ua1").is_compliant)


def embeds_its_fonts(path: Path, _: Paper) -> bool:
    """Tell whether every font is inside; a file without a word needs none."""
    rows = _run("pdffonts", str(path)).stdout.splitlines()[2:]
    return all(row.split()[-5] == "yes" for row in rows)


def reads_in_order(path: Path, paper: Paper) -> bool:
    """Tell whether every word of the paper is read, in order; feet of pages stand between."""
    read = iter(_words(_run("pdftotext", "-raw", str(path), "-").stdout))
    footer = _words(paper.footer)
    said = [word for text in texts(paper) for word in _words(typography(text, paper.language))]
    body = said[: len(said) - len(footer)] if footer else said
    return all(word in read for word in body)


GATES: Mapping[str, tuple[Gate, str]] = {
    "qpdf": (is_sound, "qpdf"),
    "ua1": (is_accessible, ""),
    "fonts": (embeds_its_fonts, "pdffonts"),
    "order": (reads_in_order, "pdftotext"),
}
"""Each gate, and the program that it needs."""


def passed(path: Path, paper: Paper) -> dict[str, Verdict]:
    """Return what every gate says of a file."""
    return {
        name: _verdict(partial(gate, path, paper), program)
        for name, (gate, program) in GATES.items()
    }


def _verdict(gate: Callable[[], bool], program: str) -> Verdict:
    if program and shutil.which(program) is None:
        return Verdict.ABSENT
    try:
        return Verdict.PASSED if gate() else Verdict.MISSED
    except ModuleNotFoundError:
        return Verdict.ABSENT


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def _words(text: str) -> Sequence[str]:
    """Return the words of a text; a number keeps its digits together, however it is cut."""
    joined = re.sub(r"(?<=\d)[^\w\n,]+(?=\d)", "", fold(text))
    return re.findall(r"\w+", joined)
