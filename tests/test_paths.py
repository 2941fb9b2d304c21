from pathlib import Path

from filet.paths import resource_folder, standard_paths


def test_a_checkout_finds_its_resources_beside_the_sources(tmp_path: Path) -> None:
    package = tmp_path / "src" / "filet"
    assert resource_folder(package) == tmp_path / "resources"


def test_a_wheel_finds_its_resources_inside(tmp_path: Path) -> None:
    (tmp_path / "filet" / "resources").mkdir(parents=True)
    assert resource_folder(tmp_path / "filet") == tmp_path / "filet" / "resources"


def test_this_checkout_finds_its_own(repository: Path) -> None:
    assert standard_paths().resources == repository / "resources"
