"""The start stays quick: what is heavy is imported when it is first used."""

import subprocess
import sys

LATER = {"PySide6", "reportlab", "keyring", "pikepdf", "cryptography", "pypdfium2", "pyrage"}

IMPORTS = """
import sys
import filet.__main__
print(*{name.partition(".")[0] for name in sys.modules})
"""


def test_nothing_heavy_is_imported_at_the_start() -> None:
    command = [sys.executable, "-c", IMPORTS]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert not LATER & set(done.stdout.split())
