"""The libraries that this very program runs with, and their licences, as they declare them."""

from __future__ import annotations

from importlib import metadata

_MADE_WITH = (
    ("PySide6-Essentials", "LGPL-3.0-only"),
    ("sqlcipher3", "Zlib"),
    ("cryptography", "Apache-2.0 OR BSD-3-Clause"),
    ("keyring", "MIT"),
    ("reportlab", "BSD-3-Clause"),
    ("pikepdf", "MPL-2.0"),
    ("pypdfium2", "Apache-2.0 OR BSD-3-Clause"),
    ("pyrage", "MIT"),
    ("msgspec", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
)
"""What is said of them where a frozen program has lost their own words."""
_BESIDE = (
    ("Atkinson Hyperlegible Next", "", "SIL Open Font License 1.1"),
    ("Lucide", "1.62.0", "ISC"),
)


def components() -> tuple[tuple[str, str, str], ...]:
    """Return the name, version and licence of each."""
    return (*(_found(name, known) for name, known in _MADE_WITH), *_BESIDE)


def _found(name: str, known: str) -> tuple[str, str, str]:
    try:
        found = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return name, "", known
    said = found.json.get("license_expression")
    return name, found["Version"], said if isinstance(said, str) else known
