"""A short round of the faults that ``packaging/tasks.py faults`` does by the thousand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="only POSIX lets a test wait on a pipe for so short a time"
)


def test_a_short_round_of_every_fault_loses_nothing(repository: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "faults", "--rounds", "8", "--quick"],
        env={**os.environ, "PYTHONPATH": str(repository / "packaging")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 lost" in done.stdout.splitlines()[-1]
