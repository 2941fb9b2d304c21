from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packs import MAIN, SOUND, TEXT, changed, told, write

from filet.adapters.catalogue import validate
from filet.adapters.catalogue.instruments import load
from filet.adapters.catalogue.toml import Folder
from filet.domain.instruments import ItemType, Kind, LicenceClass, Value


def test_a_sound_pack_has_no_fault(tmp_path: Path) -> None:
    assert validate(write(tmp_path, SOUND), markers=["strangulation", "her_fear"]) == ()


def test_a_pack_becomes_an_instrument(tmp_path: Path) -> None:
    tool = load(Folder(write(tmp_path, SOUND)), "", ("fr", "en"))
    assert tool is not None
    assert (tool.id, tool.version, tool.kind) == ("small", "1", Kind.SCREENING)
    assert tool.licence.kind is LicenceClass.OWN
    assert [item.type for item in tool.items] == [ItemType.YES_NO, ItemType.SCALE]
    assert tool.texts["fr"].items["neck"].details == {"when": "Quand?"}
    assert tool.texts["fr"].reviewed is None
    assert tool.vectors[0].answers == {"neck": frozenset({Value.YES})}
    assert tool.vectors[0].scales == {"fear": 1}


def pack(old: str, new: str, name: str = "instrument.toml") -> dict[str, str]:
    return changed(name, old, new)


def rules(text: str) -> dict[str, str]:
    """Return the sound pack with other rules above its own."""
    return pack("[[rules]]\n", text + "\n[[rules]]\n")


ROUND = """\
[[rules]]
id = "first"
type = "all_of"
rules = ["second"]

[[rules]]
id = "second"
type = "all_of"
rules = ["first"]
"""
ALMOST = """\
[[rules]]
id = "many"
type = "count_at_least"
items = ["neck"]
at_least = 3
"""
REFUSED: dict[str, tuple[str, dict[str, str]]] = {
    "a licence that says no terms": (
        "instrument.toml:12: licence: terms is missing", pack("as the program", "")
    ),
    "no licence at all": (
        "instrument.toml: missing required field `licence`",
        pack(MAIN[MAIN.index("[licence]") : MAIN.index("[training]")], ""),
    ),
    "five examples": (
        "instrument.toml:50: fewer than 6 vectors: 5", pack(MAIN[MAIN.rindex("[[vectors]]") :], "")
    ),
    "an example that does not come out": (
        "instrument.toml:50: vector V0: positive is True, expected False",
        pack("{positive = true}", "{positive = false}"),
    ),
    "an unknown class of licence": (
        "instrument.toml:10: mine is not one of the words", pack('"own"', '"mine"')
    ),
    "a format of tomorrow": (
        "instrument.toml:1: filet-instrument/2 is not one of",
        pack("filet-instrument/1", "filet-instrument/2"),
    ),
    "a rule on an item that is not there": (
        "instrument.toml:34: rule any: there is no yes or no item lost",
        pack('["neck"]', '["lost"]'),
    ),
    "an unknown form of rule": (
        "instrument.toml:36: there is no form of rule called python", pack('"any_of"', '"python"')
    ),
    "code in a rule": (
        "instrument.toml:37: unknown field `script`",
        pack('type = "any_of"', 'type = "any_of"\nscript = "import os"'),
    ),
    "a colour for a band": (
        "instrument.toml:44: unknown field `colour`", pack('id = "none"', 'id = "none"\ncolour = "red"')
    ),
    "two items of one name": (
        "instrument.toml:25: item neck stands 2 times", pack('id = "fear"', 'id = "neck"')
    ),
    "rules that go round": (
        "instrument.toml:34: rule first: no rule second stands above it", rules(ROUND)
    ),
    "a rule that builds on itself": (
        "instrument.toml:34: rule first: no rule first stands above it",
        rules(ROUND[: ROUND.index("\n[[rules]]")].replace('"second"', '"first"')),
    ),
    "more yes than there are items": (
        "instrument.toml:38: rule many: at_least is from 1 to the number", rules(ALMOST)
    ),
    "a scale that falls": (
        "instrument.toml:30: item fear: its scale goes up",
        pack("marker_from = 7", "marker_from = 7\nleast = 9\nmost = 3"),
    ),
    "a marker that nothing defines": (
        "instrument.toml:28: item fear: there is no marker lost", pack('"her_fear"', '"lost"')
    ),
    "a name that climbs out of its folder": (
        "instrument.toml:2: a name is made of small letters", pack('id = "small"', 'id = "Sm/../all"')
    ),
    "a language that says nothing of validation": (
        "instrument.toml:6: validated: en has no words", pack(", en = false", "")
    ),
    "a text without title": (
        "text.fr.toml: missing required field `title`",
        pack('title = "Petit outil"', "", "text.fr.toml"),
    ),
    "an item without words": (
        "text.fr.toml:10: items: fear has no words",
        pack(TEXT[TEXT.index("[items.fear]") : TEXT.index("[bands]")], "", "text.fr.toml"),
    ),
    "words for an item that is not there": (
        "text.fr.toml:18: items: nothing asks for dear",
        pack("items.fear", "items.dear", "text.fr.toml"),
    ),
    "a detail without words": (
        "text.en.toml:15: items.neck.details: when has no words",
        pack('when = "Quand?"', "", "text.en.toml"),
    ),
    "a question without its why": (
        "text.en.toml:10: items.neck: why has no words",
        pack('why = "Pour savoir."', "", "text.en.toml"),
    ),
    "a band without words": (
        "text.fr.toml:24: bands: some has no words",
        pack('some = "quelque chose"', "", "text.fr.toml"),
    ),
    "words for a box that is not there": (
        "text.fr.toml:30: flags: nothing asks for more",
        pack('box = "la case"', 'box = "la case"\nmore = "encore"', "text.fr.toml"),
    ),
    "a text in another language than its name": (
        "text.fr.toml:1: language should be fr", pack('"fr"', '"en"', "text.fr.toml")
    ),
    "words read over by nobody": (
        "text.fr.toml:2: reviewed is false, or says by whom and on which day",
        pack("reviewed = false", "reviewed = true", "text.fr.toml"),
    ),
    "an empty text": (
        "text.fr.toml:6: this text is empty", pack('"Petit"', '""', "text.fr.toml")
    ),
    "a direction that turns the text": (
        "text.fr.toml: title holds a character that cannot be seen",
        pack("Petit outil", "Petit \\u202eoutil", "text.fr.toml"),
    ),
    "a line that is not TOML": (
        "instrument.toml:4: this is not TOML", pack('kind = "screening"', "kind = screening")
    ),
    "ten megabytes of text": (
        "text.fr.toml: this file is larger than 1024 KiB",
        pack("De nous.", "De nous. " + "\n#".join(["x" * 8000] * 1300), "text.fr.toml"),
    ),
    "a program beside the pack": (
        "install.py: a pack has no such file", SOUND | {"install.py": "print()"}
    ),
    "no English": ("text.en.toml: this file is missing", {k: v for k, v in SOUND.items() if "en" not in k[5:7]}),
    "words alone": ("instrument.toml: this file is missing", {k: v for k, v in SOUND.items() if "text" in k}),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_pack_that_cannot_be_used_says_where_and_why(tmp_path: Path, name: str) -> None:
    wanted, files = REFUSED[name]
    faults = told(validate(write(tmp_path, files), markers=["strangulation", "her_fear"]))
    assert any(fault.startswith(wanted) for fault in faults), faults


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    files = changed("instrument.toml", "as the program", " ")
    files["text.fr.toml"] = files["text.fr.toml"].replace('some = "quelque chose"', "")
    files["text.en.toml"] = "language = 3"
    write(tmp_path, files)
    assert {fault.path for fault in validate(tmp_path)} == {"text.en.toml"}
    files["text.en.toml"] = SOUND["text.en.toml"].replace("items.fear", "items.dear")
    faults = told(validate(write(tmp_path, files)))
    assert [fault.partition(";")[0] for fault in faults] == [
        "instrument.toml:12: licence: terms is missing",
        "text.fr.toml:24: bands: some has no words",
        "text.en.toml:10: items: fear has no words",
        "text.en.toml:18: items: nothing asks for dear",
    ]


def test_a_paper_form_ships_no_question(tmp_path: Path) -> None:
    files = changed("instrument.toml", '"screening"', '"paper_form"')
    faults = told(validate(write(tmp_path, files)))
    assert "text.fr.toml:12: items.neck: nothing asks for question" in faults


def test_one_of_its_files_may_be_named_in_the_place_of_the_folder(tmp_path: Path) -> None:
    folder = write(tmp_path, SOUND | {"LICENCE.txt": "ours"})
    assert validate(folder / "text.fr.toml") == ()


def test_a_folder_that_is_not_there_is_no_traceback(tmp_path: Path) -> None:
    assert "instrument.toml: this file is missing" in told(validate(tmp_path / "nowhere"))


def test_without_a_list_of_markers_any_may_be_named(tmp_path: Path) -> None:
    assert validate(write(tmp_path, SOUND)) == ()


LINES = MAIN.splitlines()


@settings(max_examples=60)
@given(st.integers(0, len(LINES) - 1), st.sampled_from(["", "[[", "x = 1", "id = 3", 'id = "a"']))
def test_any_line_may_be_wrong(
    tmp_path_factory: pytest.TempPathFactory, line: int, instead: str
) -> None:
    text = "\n".join([*LINES[:line], instead, *LINES[line + 1 :]])
    folder = write(tmp_path_factory.mktemp("pack"), SOUND | {"instrument.toml": text})
    assert all(fault.path.startswith(("instrument.toml", "text.")) for fault in validate(folder))
