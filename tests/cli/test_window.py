import os
import subprocess
import sys

import pytest

from filet.cli import NO_WINDOW, has_display


def test_without_a_display_it_says_so_and_leaves() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    if not sys.platform.startswith("linux"):
        pytest.skip("Windows and macOS always have one")
    command = [sys.executable, "-X", "utf8", "-m", "filet"]
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == NO_WINDOW
    assert "filet demo" in done.stderr


@pytest.mark.parametrize(
    ("system", "environment", "has"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_display_is_looked_for_before_qt_is(
    system: str, environment: dict[str, str], has: bool
) -> None:
    assert has_display(system, environment) is has


def test_the_other_commands_need_no_qt() -> None:
    code = "import sys; from filet.cli import run; run(['instruments', 'list']); print('PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "False", done.stderr
