"""Packs that a house brings along: kept in the vault, and readable for ever."""

from __future__ import annotations

from pathlib import Path

import pytest
from indoors import MAUDE, RESOURCES, Indoors
from packs import write
from weighed import say

from filet.application.composing import Issue
from filet.application.desk import Write
from filet.application.interviewing import Spot
from filet.application.packs import Known
from filet.application.screening import new_session
from filet.domain.errors import (
    CutoffOutOfReach,
    NotAllowed,
    PackBroken,
    ReasonMissing,
    UnknownPack,
    WordsMissing,
)
from filet.domain.ids import HOUSE, CaseId
from filet.domain.instruments import Value, pack_key
from filet.domain.kinds import (
    CutoffSet,
    Destination,
    Duty,
    Level,
    PackImported,
    PackPartKept,
    SessionBegun,
    WorkerDescribed,
    WorkerEnrolled,
)
from filet.domain.packs import HOUSE_CUTOFF, digest_of, pieces
from filet.domain.scoring import Result

GARDEN = RESOURCES / "examples" / "exemple-jardin"
LETTER = ("La directrice", "Lettre du 3 novembre 2026")


@pytest.fixture
def house() -> Indoors:
    made = Indoors()
    made.desk.record_house(Write(WorkerEnrolled(MAUDE, "MR", "Maude R.", "", "", Duty.DIRECTION)))
    made.desk.look_again()
    return made


def copied(place: Path, old: str = "", new: str = "", source: Path = GARDEN) -> Path:
    """Return a copy of a pack in which one text was replaced."""
    files = {one.name: one.read_text(encoding="utf-8") for one in source.iterdir()}
    assert old in files["instrument.toml"], "there is nothing to change"
    files["instrument.toml"] = files["instrument.toml"].replace(old, new)
    return write(place, files)


def imported(house: Indoors, path: Path = GARDEN) -> PackImported:
    packs = house.services.packs
    return packs.take_in(packs.consider(path), *LETTER).value


def names(house: Indoors) -> list[str]:
    return [f"{tool.id} {tool.version}" for tool in house.services.packs.instruments()]


def test_an_imported_pack_is_offered_beside_those_that_ship(house: Indoors) -> None:
    before = names(house)
    kept = imported(house)
    assert (kept.pack, kept.version, kept.modified) == ("exemple-jardin", "1", False)
    assert (kept.holder, kept.authorised_by, kept.authority) == ("Filet", *LETTER)
    assert set(names(house)) - set(before) == {"exemple-jardin 1"}


def test_it_travels_in_the_vault_and_needs_its_folder_no_more(
    house: Indoors, tmp_path: Path
) -> None:
    folder = copied(tmp_path / "garden")
    imported(house, folder)
    for file in folder.iterdir():
        file.unlink()
    again = Indoors(vault=house.vault)
    tool = again.services.packs.instrument("exemple-jardin", "1")
    assert tool.texts["fr"].items["sun"].question.startswith("De 0 à 4")
    assert len(tool.vectors) == 8


def test_a_long_pack_is_kept_in_pieces_that_an_entry_can_hold(
    house: Indoors, tmp_path: Path
) -> None:
    folder = copied(tmp_path / "long")
    main = folder / "instrument.toml"
    text = main.read_text(encoding="utf-8") + "\n# " + "\n# ".join(["é" * 8000] * 9)
    main.write_text(text, encoding="utf-8", newline="\n")
    imported(house, folder)
    parts = [entry.content for entry in house.vault.journal.of_kinds(("pack_part_kept/1",), HOUSE)]
    assert len(parts) > 5
    assert all(isinstance(one, PackPartKept) and len(one.text.encode()) < 60_000 for one in parts)
    assert Indoors(vault=house.vault).services.packs.instrument("exemple-jardin").items


def test_who_allowed_it_must_be_said(house: Indoors) -> None:
    packs = house.services.packs
    for said in (("", "lettre"), ("direction", " ")):
        with pytest.raises(WordsMissing):
            packs.take_in(packs.consider(GARDEN), *said)
    assert "exemple-jardin 1" not in names(house)


def test_a_pack_that_proves_nothing_is_not_kept(house: Indoors, tmp_path: Path) -> None:
    packs = house.services.packs
    folder = copied(tmp_path / "wrong", "at_least = 2", "at_least = 3")
    candidate = packs.consider(folder)
    assert not candidate.usable
    assert candidate.tried.failed == 3
    with pytest.raises(PackBroken):
        packs.take_in(candidate, *LETTER)


def test_a_folder_without_a_pack_says_what_is_missing(house: Indoors, tmp_path: Path) -> None:
    candidate = house.services.packs.consider(tmp_path / "nowhere")
    assert candidate.tried.instrument is None
    assert {one.flaw.code for one in candidate.tried.faults} == {"file_missing"}
    assert len(candidate.tried.faults) == 3


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("text.fr.toml", "# " + "mot " * (10 * 1024 * 1024 // 4), "too_large"),
        ("rules.py", "import os\n", "stray_file"),
    ],
    ids=["ten mebibytes of text", "code"],
)
def test_what_has_no_place_in_a_pack_is_named_and_nothing_is_kept(
    house: Indoors, tmp_path: Path, name: str, text: str, code: str
) -> None:
    packs, before = house.services.packs, names(house)
    folder = copied(tmp_path / "wrong", "at_least = 2", "at_least = 2")
    (folder / name).write_text(text, encoding="utf-8")
    candidate = packs.consider(folder)
    assert code in {one.flaw.code for one in candidate.tried.faults}
    assert {one.path for one in candidate.tried.faults} >= {name}
    with pytest.raises(PackBroken):
        packs.take_in(candidate, *LETTER)
    assert names(house) == before


def test_whoever_does_not_manage_the_house_imports_nothing(house: Indoors) -> None:
    candidate = house.services.packs.consider(GARDEN)
    house.desk.record_house(Write(WorkerDescribed(MAUDE, "Maude R.", Duty.WORKER)))
    house.desk.look_again()
    packs = house.services.packs
    for attempt in (
        lambda: packs.consider(GARDEN),
        lambda: packs.take_in(candidate, *LETTER),
        lambda: packs.withdraw("exemple-jardin", "1", "fini"),
    ):
        with pytest.raises(NotAllowed):
            attempt()


# One name, one content ------------------------------------------------------------------


def test_the_name_of_a_shipped_pack_with_other_content_is_a_modified_version(
    house: Indoors, tmp_path: Path
) -> None:
    hark = RESOURCES / "instruments" / "hark" / "1"
    folder = copied(tmp_path / "hark", "review_after = ", "# ici\nreview_after = ", hark)
    packs = house.services.packs
    candidate = packs.consider(folder)
    assert candidate.known is Known.MODIFIED
    kept = packs.take_in(candidate, *LETTER).value
    assert (kept.declared, kept.modified) == ("1", True)
    assert kept.version.startswith("1.m")
    tool = packs.instrument("hark")
    assert (tool.version, tool.modified) == (kept.version, True)
    assert not packs.instrument("hark", "1").modified


def test_a_shipped_pack_word_for_word_is_known(house: Indoors, tmp_path: Path) -> None:
    folder = copied(tmp_path / "hark", source=RESOURCES / "instruments" / "hark" / "1")
    assert house.services.packs.consider(folder).known is Known.SAME


def test_a_pack_of_the_house_under_the_same_version_with_other_content_is_modified(
    house: Indoors, tmp_path: Path
) -> None:
    imported(house)
    folder = copied(tmp_path / "other", "most = 4", "most = 4 # ou 5")
    assert house.services.packs.consider(GARDEN).known is Known.SAME
    kept = imported(house, folder)
    assert kept.modified
    assert house.services.packs.instrument("exemple-jardin").version == kept.version


def test_a_later_version_of_a_pack_takes_its_place_and_the_former_stays(
    house: Indoors, tmp_path: Path
) -> None:
    imported(house)
    imported(house, copied(tmp_path / "two", 'version = "1"', 'version = "2"'))
    packs = house.services.packs
    assert [name for name in names(house) if "jardin" in name] == ["exemple-jardin 2"]
    assert packs.instrument("exemple-jardin", "1").version == "1"


# Withdrawn ------------------------------------------------------------------------------


def test_what_was_answered_with_a_withdrawn_pack_stays_readable(house: Indoors) -> None:
    imported(house)
    case = house.case("Violette")
    say(house, case, "watered", pack="exemple-jardin-1")
    packs = house.services.packs
    packs.withdraw("exemple-jardin", "1", "Le contrat est fini.")
    assert "exemple-jardin 1" not in names(house)
    sheet = house.services.appraising.sheet(case)
    assert sheet.picture.results["exemple-jardin-1"].count_minimum == 1
    assert "exemple-jardin" in {tool.id for tool in sheet.lexicon.instruments}
    (listed,) = [one for one in packs.listed() if one.kept is not None]
    assert listed.kept is not None
    assert listed.kept.withdrawn == "Le contrat est fini."


def test_a_withdrawn_pack_is_begun_no_more_and_goes_on_where_it_was(house: Indoors) -> None:
    imported(house)
    case, use, session = house.case("Lou"), house.services, new_session()
    garden = "exemple-jardin-1"
    assert garden in {pack_key(tool) for tool in use.interviewing.beginning(case).tools}
    use.screening.begin(case, SessionBegun(session, pack=garden))
    use.packs.withdraw("exemple-jardin", "1", "licence finie")
    assert garden in {pack_key(tool) for tool in use.interviewing.beginning(case).tools}
    spot = Spot(case, session, f"sun@{garden}")
    assert use.interviewing.choose(spot, None, 3).value.answered == 1
    use.interviewing.stop(case, session, paused=False)
    assert garden not in {pack_key(tool) for tool in use.interviewing.beginning(case).tools}


def test_a_withdrawn_pack_asks_for_nothing_any_more(house: Indoors) -> None:
    imported(house)
    case = house.case("Violette")
    say(house, case, "watered", pack="exemple-jardin-1")
    asked = house.services.appraising.picture(case).unknown
    house.services.packs.withdraw("exemple-jardin", "1", "fini")
    assert "weeded@exemple-jardin-1" in asked
    assert "weeded@exemple-jardin-1" not in house.services.appraising.picture(case).unknown


def test_the_same_pack_may_come_back(house: Indoors) -> None:
    imported(house)
    packs = house.services.packs
    packs.withdraw("exemple-jardin", "1", "fini")
    candidate = packs.consider(GARDEN)
    assert candidate.known is Known.BACK
    assert packs.take_in(candidate, "La directrice", "Nouveau contrat").value.version == "1"
    assert "exemple-jardin 1" in names(house)
    assert packs.consider(GARDEN).known is Known.SAME


def test_a_withdrawal_says_why_and_of_what(house: Indoors) -> None:
    imported(house)
    packs = house.services.packs
    with pytest.raises(ReasonMissing):
        packs.withdraw("exemple-jardin", "1", " ")
    for pack, version in (("exemple-jardin", "7"), ("hark", "1")):
        with pytest.raises(UnknownPack):
            packs.withdraw(pack, version, "fini")


def test_an_answer_to_a_former_version_counts_beside_those_of_today(
    house: Indoors, tmp_path: Path
) -> None:
    imported(house)
    case = house.case("Violette")
    say(house, case, "watered", pack="exemple-jardin-1")
    imported(house, copied(tmp_path / "two", 'version = "1"', 'version = "2"'))
    say(house, case, "watered", Value.NO, pack="exemple-jardin-2")
    results = house.services.appraising.picture(case).results
    assert results["exemple-jardin-1"].count_minimum == 1
    assert results["exemple-jardin-2"].count_maximum == 2


def test_a_pack_that_a_later_filet_cannot_prove_is_read_and_not_offered(house: Indoors) -> None:
    files = {one.name: one.read_text(encoding="utf-8") for one in GARDEN.iterdir()}
    files["instrument.toml"] = files["instrument.toml"].replace("at_least = 3", "at_least = 4")
    kept = PackImported("exemple-jardin", "1", digest_of(files), "1", False, "us", "ours", *LETTER)
    house.desk.record_house(*(Write(part) for part in pieces(files)), Write(kept))
    packs = house.services.packs
    assert "exemple-jardin 1" not in names(house)
    assert packs.instrument("exemple-jardin", "1").items
    (listed,) = [one for one in packs.listed() if one.kept is not None]
    assert listed.tried.failed == 1


def test_pieces_that_are_not_the_pack_give_none(house: Indoors) -> None:
    kept = PackImported("exemple-jardin", "1", "0" * 64, "1", False, "us", "ours", *LETTER)
    house.desk.record_house(Write(PackPartKept("0" * 64, "instrument.toml", 0, "x")), Write(kept))
    assert "exemple-jardin 1" not in names(house)
    with pytest.raises(UnknownPack):
        house.services.packs.instrument("exemple-jardin", "1")


def test_the_copy_of_an_appreciation_says_that_a_version_was_modified_and_loses_no_answer(
    house: Indoors, tmp_path: Path
) -> None:
    hark = RESOURCES / "instruments" / "hark" / "1"
    kept = imported(
        house, copied(tmp_path / "hark", "review_after = ", "# ici\nreview_after = ", hark)
    )
    case = house.case("Violette")
    say(house, case, "afraid", pack=f"hark-{kept.version}")
    house.sign(case, Level.AGGRAVATED)
    house.services.packs.withdraw("hark", kept.version, "fini")
    issue = Issue("appraisal", "fr", Destination.STAYS_HERE)
    said = repr(house.services.printing.compose(case, issue)).replace("\\xa0", " ")
    assert f"version {kept.version}. Version modifiée" in said
    name = house.services.packs.instrument("hark", "1").texts["fr"].items["afraid"].name
    assert name.replace("'", "’")[:12] in said.replace("'", "’")


# A threshold of the house ---------------------------------------------------------------


def hits(house: Indoors, case: CaseId) -> Result:
    return house.services.appraising.picture(case).results["hits-1"]


def test_a_threshold_of_the_house_stands_beside_the_published_ones(house: Indoors) -> None:
    case = house.case("Violette")
    for item, grade in (("1", 3), ("2", 2), ("3", 2), ("4", 1)):
        say(house, case, item, None, scale=grade, pack="hits-1")
    before = hits(house, case)
    packs = house.services.packs
    packs.set_cutoff(CutoffSet("hits", "1", 8, "Étude de 2021", "Décision de l'équipe"))
    assert hits(house, case).reached == (*before.reached, HOUSE_CUTOFF)
    packs.set_cutoff(CutoffSet("hits", "1", 9, "Étude de 2024", "Nouvelle étude"))
    assert hits(house, case) == before
    assert packs.cutoffs()["hits-1"].source == "Étude de 2024"
    packs.set_cutoff(CutoffSet("hits", "1", 9, "", "On y renonce", removed=True))
    assert HOUSE_CUTOFF not in packs.instrument("hits").outcome.cutoffs


def test_a_threshold_says_where_it_comes_from_and_why_and_can_be_reached(house: Indoors) -> None:
    packs = house.services.packs
    for source, reason in ((" ", "raison"), ("source", "")):
        with pytest.raises(WordsMissing):
            packs.set_cutoff(CutoffSet("hits", "1", 9, source, reason))
    for beyond in (4, 21):
        with pytest.raises(CutoffOutOfReach) as wrong:
            packs.set_cutoff(CutoffSet("hits", "1", beyond, "source", "raison"))
        assert wrong.value.fields == {"low": 5, "high": 20}
    with pytest.raises(CutoffOutOfReach):
        packs.set_cutoff(CutoffSet("inventaire-filet", "1", 3, "source", "raison"))
    assert packs.cutoffs() == {}
