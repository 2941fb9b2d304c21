import shutil
from pathlib import Path

import pytest
from packs import MARKERS, SOUND, changed, told, write
from tools import RESOURCES, shipped

from filet.adapters.catalogue import Catalogue
from filet.domain.errors import LanguageUnreviewed, PackBroken, UnknownPack
from filet.domain.instruments import Kind
from filet.domain.kinds import Level


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """Return a small folder of data, sound as far as it goes."""
    write(tmp_path / "markers", MARKERS)
    write(tmp_path / "instruments" / "small" / "1", SOUND)
    return tmp_path


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of what ships, to be broken."""
    families = (
        "instruments",
        "markers",
        "levels",
        "plan",
        "directory",
        "law",
        "papers",
        "help",
        "time",
        "grammar",
        "control",
    )
    for name in families:
        shutil.copytree(RESOURCES / name, tmp_path / name)
    return tmp_path


def break_(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, "there is nothing to break"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


# Instruments -------------------------------------------------------------------------


def test_the_last_version_is_the_highest_number(resources: Path) -> None:
    for version in ("2", "10"):
        files = changed("instrument.toml", 'version = "1"', f'version = "{version}"')
        write(resources / "instruments" / "small" / version, files)
    catalogue = Catalogue(resources)
    assert catalogue.instrument("small").version == "10"
    assert catalogue.instrument("small", "2").version == "2"
    assert [tool.version for tool in catalogue.instruments()] == ["10"]


def test_an_unknown_instrument_is_named(resources: Path) -> None:
    for name, version in (("big", None), ("small", "7"), ("../markers", None)):
        with pytest.raises(UnknownPack) as unknown:
            Catalogue(resources).instrument(name, version)
        assert unknown.value.fields["name"] == f"{name} {version or ''}".strip()


def test_a_pack_lies_in_the_folder_of_its_name(resources: Path) -> None:
    write(resources / "instruments" / "other" / "1", SOUND)
    with pytest.raises(PackBroken) as broken:
        Catalogue(resources).instrument("other")
    assert broken.value.fields["path"] == "instruments/other/1"


def test_a_marker_that_nothing_defines_is_refused(resources: Path) -> None:
    files = changed("instrument.toml", '"her_fear"', '"lost"')
    write(resources / "instruments" / "small" / "1", files)
    with pytest.raises(PackBroken) as broken:
        Catalogue(resources).instruments()
    assert broken.value.fields == {
        "path": "instruments/small/1/instrument.toml",
        "fault": "item fear: there is no marker lost",
    }


def test_a_pack_of_the_house_is_validated_against_our_markers(resources: Path) -> None:
    folder = write(resources / "mine", changed("instrument.toml", '"her_fear"', '"lost"'))
    faults = told(Catalogue(resources).validate(folder))
    assert faults == ("instrument.toml:28: item fear: there is no marker lost",)


def test_what_was_read_is_not_read_again(resources: Path) -> None:
    catalogue = Catalogue(resources)
    first = catalogue.instrument("small")
    shutil.rmtree(resources / "instruments")
    assert catalogue.instrument("small") is first


def test_what_is_broken_can_be_mended_while_running(resources: Path) -> None:
    catalogue = Catalogue(resources)
    text = resources / "markers" / "text.en.toml"
    text.rename(text.with_suffix(".away"))
    with pytest.raises(PackBroken):
        catalogue.markers()
    text.with_suffix(".away").rename(text)
    assert len(catalogue.markers()) == 2


def test_who_read_the_words_over_is_counted(resources: Path) -> None:
    catalogue = Catalogue(resources)
    (marker, *_) = catalogue.markers()
    assert marker.texts["en"].fact == "Il lui a serré le cou."
    assert catalogue.instrument("small").texts["fr"].reviewed is None


# The other families ------------------------------------------------------------------

BROKEN = [
    ("markers/markers.toml", 'id = "weapon"', 'id = "plan"', "marker plan stands 2 times"),
    ("markers/text.en.toml", "[markers.weapon]", "[markers.arm]", "markers: weapon has no words"),
    ("levels/quebec/actions.toml", '["her_suicidality"]', '["lost"]', "no marker lost"),
    ("levels/quebec/levels.toml", "severity = 3", "severity = -1", "Expected `int` >= 0"),
    ("levels/quebec/text.fr.toml", "[levels.moderate]", "[levels.mild]", "levels: moderate has"),
    ("plan/quebec/1/measures.toml", 'section = "signs"', 'section = "lost"', "no section lost"),
    ("plan/quebec/1/measures.toml", '"general"', '"bag"', "it starts in the dossier"),
    ("plan/quebec/1/text.en.toml", "[measures.signs_calm]", "[measures.x]", "signs_calm has no"),
    ("plan/quebec/1/text.fr.toml", 'signs = "', 'sign = "', "sections: signs has no words"),
    ("directory/quebec/directory.toml", "printable = false", "printable = true", "not printable"),
    ("directory/quebec/directory.toml", '"811"', '"310-4141"', "is being withdrawn"),
    ("directory/quebec/text.fr.toml", 'hours = "', 'open = "', "unknown field `open`"),
    (
        "law/r-22.1-74/law.toml",
        "in_force_from = 2024-07-01",
        'in_force_from = "x"',
        "expected `date",
    ),
    ("law/r-22.1-74/text.en.toml", "[versions.v2024]", "[versions.v1]", "v2024 has no words"),
    ("levels/quebec/text.en.toml", "[groups]", "[[groups]]", "expected `object`"),
    ("plan/quebec/1/measures.toml", 'version = "1"', 'version = "1-0"', "a name is made of"),
    (
        "directory/quebec/text.en.toml",
        'translation = "ours"',
        'translation = "free"',
        "free is not one of",
    ),
    ("law/lpj-39/law.toml", "verified = false", "verified = 0", "expected `bool`"),
    ("papers/takes/text.fr.toml", 'language = "fr"', 'language = "en"', "language should be fr"),
    ("papers/takes/text.fr.toml", "[parts]", "[parts", "not TOML"),
    ("papers/stays/paper.toml", "filet-paper/1", "filet-paper/2", "filet-paper/2"),
    ("papers/stays/paper.toml", 'id = "stays"', 'id = "goes"', "id should be stays"),
    ("papers/bag/paper.toml", '"pets"', '"fish"', "fish"),
    ("papers/bag/text.fr.toml", "leash = ", "lead = ", "leash"),
    ("papers/clinician/text.en.toml", "{facts}", "{fact}", "nothing fills {fact}"),
    ("papers/stays/text.en.toml", 'made = "', 'mad = "', "words: printed.made has no words"),
    (
        "papers/card/text.en.toml",
        "words_that_betray",
        "words_that_tell",
        "words_that_tell is not said in fr",
    ),
    ("papers/card/text.fr.toml", '"cou"', "3", "words_that_betray is not a text"),
    ("papers/takes/text.en.toml", "{date}", "{dat}", "nothing fills {dat}"),
    ("papers/takes/text.en.toml", "{page} of", "{page of", "a brace that is not closed"),
]


@pytest.mark.parametrize(("path", "old", "new", "told"), BROKEN)
def test_a_broken_file_is_named_with_its_fault(
    copied: Path, path: str, old: str, new: str, told: str
) -> None:
    break_(copied / path, old, new)
    with pytest.raises(PackBroken) as broken:
        Catalogue(copied).verify()
    assert str(broken.value.fields["path"]).startswith(path.rpartition("/")[0])
    assert told in str(broken.value.fields["fault"])


def test_a_measure_proposed_by_an_unknown_item_is_refused(copied: Path) -> None:
    break_(copied / "plan/quebec/1/measures.toml", '"believes_he_could_kill"', '"lost"')
    with pytest.raises(PackBroken) as broken:
        Catalogue(copied).verify()
    assert "there is no item lost" in str(broken.value.fields["fault"])


def test_a_paper_in_a_language_that_nobody_read_over_is_refused() -> None:
    with pytest.raises(LanguageUnreviewed) as refused:
        shipped().paper_words("takes", "es")
    assert refused.value.fields == {"name": "es"}


def test_a_paper_in_a_language_it_has_no_words_in_names_the_missing_file() -> None:
    with pytest.raises(PackBroken) as broken:
        Catalogue(RESOURCES, ("fr", "en", "es")).paper_words("takes", "es")
    assert "text.es.toml" in str(broken.value.fields["path"])


def test_a_missing_family_is_named(tmp_path: Path) -> None:
    for read in ("instruments", "markers", "levels", "plan", "directory", "law", "papers"):
        with pytest.raises(PackBroken):
            getattr(Catalogue(tmp_path), read)()


def test_all_that_ships_is_counted() -> None:
    counts = shipped().verify()
    assert counts["instruments"] >= 4
    assert all(counts.values())


def test_one_catalogue_serves_every_use_case() -> None:
    catalogue = shipped()
    assert catalogue.instruments()[0].kind is Kind.INVENTORY
    assert catalogue.actions() == catalogue.levels().actions
    assert catalogue.levels().rule(Level.IMMINENT) is not None
    assert catalogue.plan().critical <= {marker.id for marker in catalogue.markers()}
    assert catalogue.read_answers(b'{"answers": {}}').flags == frozenset()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "template", ["stays", "takes", "card", "bag", "children", "blank", "clinician"]
)
def test_a_paper_has_its_words_and_parts(template: str, language: str) -> None:
    words = shipped().paper_words(template, language)
    assert (words.template, words.language) == (template, language)
    assert all(part.title for part in words.parts)
    assert words.printed["training"]
    assert words.unreviewed == 2


@pytest.mark.parametrize("language", ["fr", "en"])
def test_blank_forms_ask_the_ten_questions_of_the_first_hour_in_their_order(language: str) -> None:
    asked = shipped().paper_words("blank", language).asked
    (inventory,) = (tool for tool in shipped().instruments() if tool.kind is Kind.INVENTORY)
    first = sorted(
        (item.first_hour, inventory.texts[language].items[item.id].question)
        for item in inventory.items
        if item.first_hour is not None
    )
    assert [one.text for one in asked] == [question for _, question in first]
    assert {len(one.answers) for one in asked} == {0, 4}
    assert all(one.label for one in asked)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_other_papers_ask_nothing_and_only_a_child_s_is_always_large(language: str) -> None:
    for template in ("stays", "takes", "card", "bag", "children", "clinician", "appraisal"):
        words = shipped().paper_words(template, language)
        assert words.asked == ()
        assert words.large is (template == "children")


def test_lines_of_a_paper_come_with_what_calls_for_them() -> None:
    words = shipped().paper_words("bag", "fr")
    (vet, *_) = words.parts[-1].lines
    assert (vet.text, vet.form, vet.when) == (
        "Carnet du vétérinaire",
        "do",
        frozenset({"pets"}),
    )


def test_the_count_of_unread_words_is_the_number_of_such_files() -> None:
    catalogue = shipped()
    folders = (
        "instruments",
        "markers",
        "levels",
        "plan",
        "directory",
        "law",
        "papers",
        "help",
        "time",
        "grammar",
        "control",
    )
    files = [path for name in folders for path in (RESOURCES / name).rglob("text.*.toml")]
    unread = [path for path in files if "reviewed = false" in path.read_text(encoding="utf-8")]
    assert catalogue.unreviewed() == len(unread)
