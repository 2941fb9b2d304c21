"""Data files for tests: a small pack that is sound, and what to break in it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from filet.domain.flaws import Fault, Flaw
from filet.i18n import Words
from filet.i18n.flaws import flaw_text, place_text

MAIN = """\
format = "filet-instrument/1"
id = "small"
version = "1"
kind = "screening"
optional = true
validated = {fr = false, en = false}
review_after = 2027-11-30

[licence]
class = "own"
holder = "us"
terms = "as the program"
evidence = "written here"

[training]
required = false

[[items]]
id = "neck"
type = "yes_no"
details = ["when"]
markers = ["strangulation"]
source = "here"

[[items]]
id = "fear"
type = "scale"
markers = ["her_fear"]
marker_from = 7

[[flags]]
id = "box"

[[rules]]
id = "any"
type = "any_of"
items = ["neck"]

[outcome]
positive = ["any"]

[[bands]]
id = "none"
when = []

[[bands]]
id = "some"
when = ["any"]

""" + "\n".join(
    f"""\
[[vectors]]
id = "V{number}"
answers = {{neck = "{answer}", fear = {fear}}}
expected = {{positive = {positive}}}
"""
    for number, (answer, fear, positive) in enumerate([("yes", 1, "true"), ("no", 9, "false")] * 3)
)

TEXT = """\
language = "fr"
reviewed = false
translation = "ours"

title = "Petit outil"
short = "Petit"
note = "Une note."
source_note = "De nous."

[items.neck]
name = "Le cou"
question = "Est-ce arrivé?"
why = "Pour savoir."
at_once = ""
[items.neck.details]
when = "Quand?"

[items.fear]
name = "La peur"
question = "De 0 à 10?"
why = "Pour savoir."
at_once = ""

[bands]
none = "rien"
some = "quelque chose"

[flags]
box = "la case"
"""

SOUND = {
    "instrument.toml": MAIN,
    "text.fr.toml": TEXT,
    "text.en.toml": TEXT.replace('"fr"', '"en"'),
}

MARKERS = {
    "markers.toml": """\
[[markers]]
id = "strangulation"
critical = true
source = "here"

[[markers]]
id = "her_fear"
critical = false
source = "here"
""",
    "text.fr.toml": """\
language = "fr"
reviewed = {by = "A. B.", on = 2026-11-01}
translation = "ours"
[markers.strangulation]
name = "cou serré"
fact = "Il lui a serré le cou."
[markers.her_fear]
name = "sa peur"
fact = "Elle a peur."
""",
}
MARKERS["text.en.toml"] = MARKERS["text.fr.toml"].replace('"fr"', '"en"')


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write data files into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_bytes(text.encode("utf-8"))
    return folder


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """Return the sound pack with something else in one of its files."""
    assert old in SOUND[name], "there is nothing to change"
    return SOUND | {name: SOUND[name].replace(old, new)}


def english(flaws: Iterable[Flaw]) -> tuple[str, ...]:
    """Return what is wrong as it stands in the code."""
    return tuple(flaw_text(Words("en"), one.code, one.of, one.fields) for one in flaws)


def told(faults: Iterable[Fault]) -> tuple[str, ...]:
    """Return where each fault stands, and what is wrong there."""
    return tuple(
        f"{place_text(fault.path, fault.line)}: {said}"
        for fault in faults
        for said in english([fault.flaw])
    )
