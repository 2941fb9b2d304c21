import subprocess
import sys
from pathlib import Path

LINT_IMPORTS = "import sys, importlinter.cli as c; sys.exit(c.lint_imports(no_cache=True))"


def test_nothing_looks_upward(repository: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", LINT_IMPORTS],
        cwd=repository,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout
