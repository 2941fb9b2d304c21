import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run(
        [*command, "--directory", str(folder)], cwd=repository, capture_output=True, check=True
    )
    (built,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(built).namelist())


def kept(repository: Path, folder: str) -> list[PurePosixPath]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", folder]
    listed = subprocess.run(command, cwd=repository, capture_output=True, check=True).stdout
    names = [PurePosixPath(name) for name in listed.decode("utf-8").split("\0") if name]
    return [name for name in names if (repository / name).is_file()]


def expected(repository: Path) -> set[str]:
    code = {str(path.relative_to("src")) for path in kept(repository, "src/filet")}
    resources = {f"filet/{p}" for p in kept(repository, "resources") if p.name[0] != "."}
    words = {name for name in resources if name.endswith(".po")}
    compiled = {f"{name.removesuffix('.po')}.mo" for name in words}
    return code | (resources - words) | compiled | forms(repository)


def forms(repository: Path) -> set[str]:
    stems = [path.stem for path in kept(repository, "ui") if path.suffix == ".ui"]
    return {f"filet/gui/forms/{stem}.py" for stem in (*stems, "__init__") if stems}


def test_the_wheel_holds_code_forms_words_resources_and_nothing_else(
    wheel: set[str], repository: Path
) -> None:
    assert {name for name in wheel if ".dist-info/" not in name} == expected(repository)


def test_the_wheel_says_what_it_is_and_under_which_licence(wheel: set[str]) -> None:
    about = {name.partition(".dist-info/")[2] for name in wheel if ".dist-info/" in name}
    assert about == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
