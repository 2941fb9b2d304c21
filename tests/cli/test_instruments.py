"""``filet instruments``, as an IT person or another program calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from packs import SOUND, changed, write

from filet.cli import run
from filet.domain.errors import (
    AnswersUnreadable,
    FileExists,
    ImpossibleAnswers,
    PackBroken,
    UnknownPack,
)

Score = Callable[[str, dict[str, Any]], tuple[int, dict[str, Any]]]
VECTORS = json.loads(
    (Path(__file__).parent.parent / "data" / "vectors.json").read_text(encoding="utf-8")
)
HARK = ("humiliated", "afraid", "raped", "kicked")
LAP = {"HIGH_PROTOCOL": "high_protocol", "HIGH_BELIEF": "high_belief"}


def rows(instrument: str) -> list[Any]:
    found = [row for row in VECTORS if row["instrument"] == instrument]
    return [pytest.param(row, id=row["id"]) for row in found]


@pytest.fixture
def score(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Score:
    def scored(instrument: str, given: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        file = tmp_path / "answers.json"
        file.write_text(json.dumps(given), encoding="utf-8")
        status = run(["instruments", "score", instrument, str(file)])
        return status, json.loads(capsys.readouterr().out)

    return scored


def answers(row: dict[str, Any], count: int) -> dict[str, str]:
    given = {str(number): "no" for number in range(1, count + 1)}
    given |= {str(number): "yes" for number in row["yes"]}
    return given | {str(number): "unknown" for number in row.get("unknown", [])}


@pytest.mark.parametrize("row", rows("DA-2004"))
def test_a_published_row_of_the_danger_form_holds(row: dict[str, Any], score: Score) -> None:
    flags = ["3a"] if row["three_a"] else []
    status, result = score("da-2004", {"answers": answers(row, 20), "flags": flags})
    expected = row["expected"]
    if "error" in expected:
        assert status == ImpossibleAnswers.exit_status
        assert result["errors"] == [expected["error"]]
        assert result["minimum"] is None
        return
    low = expected.get("weighted_min", expected.get("weighted"))
    high = expected.get("weighted_max", expected.get("weighted"))
    bands = expected.get("bands", [expected.get("band")] * 2)
    assert (status, result["minimum"], result["maximum"]) == (0, low, high)
    assert [result["band_minimum"], result["band_maximum"]] == bands
    assert result["complete"] is ("unknown" not in row)
    if "raw" in expected:
        assert result["count_minimum"] == result["count_maximum"] == expected["raw"]


@pytest.mark.parametrize("row", rows("LAP-2005"))
def test_a_published_row_of_the_first_responders_form_holds(
    row: dict[str, Any], score: Score
) -> None:
    flags = ["belief"] if row["belief"] else []
    _, result = score("lap", {"answers": answers(row, 11), "flags": flags})
    band = LAP.get(row["expected"], "not_screened_in")
    assert result["band_minimum"] == result["band_maximum"] == band


@pytest.mark.parametrize("row", rows("HARK"))
def test_a_published_row_of_hark_holds(row: dict[str, Any], score: Score) -> None:
    given = dict(zip(HARK, ("yes" if one else "no" for one in row["answers"]), strict=True))
    _, result = score("hark", {"answers": given, "flags": []})
    assert result["minimum"] == result["maximum"] == row["expected"]["score"]
    assert result["positive"] is row["expected"]["positive"]


def test_strangulation_alone_raises_its_marker_whatever_the_form_says(score: Score) -> None:
    _, result = score("lap", {"answers": {str(n): "no" for n in range(1, 12)} | {"5": "yes"}})
    assert result["markers"] == ["strangulation"]
    assert result["positive"] is False


def test_the_list_names_every_instrument(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["instruments", "list"]) == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in ("inventaire-filet", "hark", "da-2004", "lap"))


def test_an_unknown_instrument_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["instruments", "show", "odara"]) == UnknownPack.exit_status
    assert "odara" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"answers": 3}', '{"answers": {"1": "perhaps"}}', '{"flags": ["3a"]}']
)
def test_a_file_that_is_not_answers_is_refused_with_its_shape(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.json"
    file.write_text(text, encoding="utf-8")
    assert run(["instruments", "score", "lap", str(file)]) == AnswersUnreadable.exit_status
    told = capsys.readouterr()
    assert told.out == ""
    assert "answers" in told.err


def test_a_sound_pack_validates(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = repository / "resources" / "instruments" / "hark" / "1"
    assert run(["instruments", "validate", str(pack)]) == 0


def test_a_folder_without_a_pack_does_not_validate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["instruments", "validate", str(tmp_path)]) == PackBroken.exit_status
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["--lang", "en", "instruments", "list"], ["instruments", "list", "--lang", "en"]]
)
def test_the_language_may_stand_before_or_after_a_command(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 0
    assert "four questions" in capsys.readouterr().out


@pytest.mark.parametrize("row", rows("HITS"))
def test_a_published_row_of_hits_holds_for_both_thresholds(
    row: dict[str, Any], score: Score
) -> None:
    scales = {str(place): grade for place, grade in enumerate(row["answers"], 1)}
    _, result = score("hits", {"answers": {}, "scales": scales})
    expected = row["expected"]
    assert result["minimum"] == result["maximum"] == expected["score"]
    assert ("ten" in result["reached"]) is expected["positive_ge10"]
    assert ("eleven" in result["reached"]) is expected["positive_gt10"]


def test_no_row_of_the_published_ones_is_left_out() -> None:
    held = {"DA-2004", "LAP-2005", "HARK", "HITS"}
    other = {row["instrument"] for row in VECTORS if row["instrument"] not in held}
    assert all(name.startswith("ODARA") for name in other), "entered as an outside result"


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "licence: terms is missing"), ("fr", "licence : terms manque; dites à qui")],
)
def test_a_fault_is_told_by_line_in_the_language_that_is_asked_for(
    language: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write(tmp_path, changed("instrument.toml", "as the program", ""))
    asked = ["instruments", "validate", str(pack), "--lang", language]
    assert run(asked) == PackBroken.exit_status
    told = capsys.readouterr().out.replace("\u00a0", " ")
    assert told.startswith(f"instrument.toml:12: {said}")


def test_the_example_of_the_guide_is_copied_proves_itself_and_overwrites_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "jardin"
    assert run(["instruments", "example", str(folder)]) == 0
    assert {file.name for file in folder.iterdir()} == set(SOUND)
    assert run(["instruments", "validate", str(folder)]) == 0
    (folder / "instrument.toml").write_text("mine", encoding="utf-8")
    assert run(["instruments", "example", str(folder)]) == FileExists.exit_status
    assert (folder / "instrument.toml").read_text(encoding="utf-8") == "mine"
