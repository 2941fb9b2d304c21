"""Where things lie on this computer: what Filet brings along, and what it keeps here."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_dir


@dataclass(frozen=True, slots=True)
class Paths:
    """The two folders Filet cannot do without."""

    resources: Path
    """Instruments, words, fonts: read only, the same for everybody."""
    local: Path
    """What stays on this computer: the device's file, its anchors, its preferences."""


def standard_paths() -> Paths:
    """Return the folders of a normal start."""
    local = user_data_dir("Filet", appauthor=False, roaming=False)
    return Paths(resource_folder(Path(__file__).resolve().parent), Path(local))


def resource_folder(package: Path) -> Path:
    """Return the resources inside the package, or beside the sources of a checkout.

    Wheels and frozen programs both carry them as ``filet/resources``.
    """
    packed = package / "resources"
    return packed if packed.is_dir() else package.parent.parent / "resources"
