from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packs import MAIN, SOUND, TEXT, changed, write

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


REFUSED = {
    "instrument.toml: licence: terms is missing": pack("as the program", ""),
    "instrument.toml: Object missing required field `licence`": pack(
        MAIN[MAIN.index("[licence]") : MAIN.index("[training]")], ""
    ),
    "instrument.toml: fewer than 6 vectors: 5": pack(MAIN[MAIN.rindex("[[vectors]]") :], ""),
    "instrument.toml: vector V0: positive is True, expected False": pack(
        "{positive = true}", "{positive = false}"
    ),
    "instrument.toml: Invalid enum value 'mine'": pack('"own"', '"mine"'),
    "instrument.toml: Invalid enum value 'filet-instrument/2'": pack(
        "filet-instrument/1", "filet-instrument/2"
    ),
    "instrument.toml: rule any: there is no yes or no item lost": pack('["neck"]', '["lost"]'),
    "instrument.toml: Invalid value 'python'": pack('"any_of"', '"python"'),
    "instrument.toml: Object contains unknown field `colour`": pack(
        'id = "none"', 'id = "none"\ncolour = "red"'
    ),
    "instrument.toml: item neck stands 2 times": pack('id = "fear"', 'id = "neck"'),
    "instrument.toml: item fear: there is no marker lost": pack('"her_fear"', '"lost"'),
    "instrument.toml: Expected `str` matching regex": pack('id = "small"', 'id = "Sm/../all"'),
    "instrument.toml: validated: en has no words": pack(", en = false", ""),
    "text.fr.toml: Object missing required field `title`": pack(
        'title = "Petit outil"', "", "text.fr.toml"
    ),
    "text.fr.toml: items: fear has no words": pack(
        TEXT[TEXT.index("[items.fear]") : TEXT.index("[bands]")], "", "text.fr.toml"
    ),
    "text.fr.toml: items: nothing asks for dear": pack("items.fear", "items.dear", "text.fr.toml"),
    "text.en.toml: items.neck.details: when has no words": pack(
        'when = "Quand?"', "", "text.en.toml"
    ),
    "text.en.toml: items.neck: why has no words": pack('why = "Pour savoir."', "", "text.en.toml"),
    "text.fr.toml: bands: some has no words": pack('some = "quelque chose"', "", "text.fr.toml"),
    "text.fr.toml: flags: nothing asks for more": pack(
        'box = "la case"', 'box = "la case"\nmore = "encore"', "text.fr.toml"
    ),
    "text.fr.toml: language should be fr": pack('"fr"', '"en"', "text.fr.toml"),
    "text.fr.toml: reviewed is false, or says by whom and on which day": pack(
        "reviewed = false", "reviewed = true", "text.fr.toml"
    ),
    "text.fr.toml: Expected `str` of length >= 1": pack('"Petit"', '""', "text.fr.toml"),
    "text.en.toml: this file is missing": {k: v for k, v in SOUND.items() if "en" not in k[5:7]},
    "instrument.toml: this file is missing": {k: v for k, v in SOUND.items() if "text" in k},
}


@pytest.mark.parametrize("told", REFUSED)
def test_a_pack_that_cannot_be_used_says_why(tmp_path: Path, told: str) -> None:
    faults = validate(write(tmp_path, REFUSED[told]), markers=["strangulation", "her_fear"])
    assert any(fault.startswith(told) for fault in faults), faults


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    files = changed("instrument.toml", "as the program", " ")
    files["text.fr.toml"] = files["text.fr.toml"].replace('some = "quelque chose"', "")
    files["text.en.toml"] = "language = 3"
    write(tmp_path, files)
    assert {fault.partition(":")[0] for fault in validate(tmp_path)} == {"text.en.toml"}
    files["text.en.toml"] = SOUND["text.en.toml"].replace("items.fear", "items.dear")
    faults = validate(write(tmp_path, files))
    assert faults == (
        "instrument.toml: licence: terms is missing",
        "text.fr.toml: bands: some has no words",
        "text.en.toml: items: fear has no words",
        "text.en.toml: items: nothing asks for dear",
    )


def test_a_paper_form_ships_no_question(tmp_path: Path) -> None:
    faults = validate(write(tmp_path, changed("instrument.toml", '"screening"', '"paper_form"')))
    assert "text.fr.toml: items.neck: nothing asks for question" in faults


def test_a_folder_that_is_not_there_is_no_traceback(tmp_path: Path) -> None:
    assert "instrument.toml: this file is missing" in validate(tmp_path / "nowhere")


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
    assert all(fault.startswith(("instrument.toml: ", "text.")) for fault in validate(folder))
