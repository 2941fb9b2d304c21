"""The keyring of a real system: there, locked, absent, or one that keeps nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from filet.adapters.keys.holder import ALLOWED

TESTS = Path(__file__).parents[2]
SERVICE = pytest.mark.skipif(
    shutil.which("gnome-keyring-daemon") is None or shutil.which("dbus-run-session") is None,
    reason="the keyring of a desktop is not installed here (gnome-keyring, dbus)",
)
UNLOCKED = "printf '{password}\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
PATIENCE = 90


def said(root: Path, *names: str, password: str | None = "", **variables: str) -> list[str]:
    """Run programs of ``children`` in turn, each in a session of its own; return what they say.

    Without a password there is no bus at all.
    """
    home = root / "home"
    home.mkdir(mode=0o700, exist_ok=True)
    run = " && ".join(f'"{sys.executable}" -m children {name} "{root}"' for name in names)
    script = run if password is None else f"{UNLOCKED.format(password=password)}; {run}"
    session = (
        ["bash", "-c", script]
        if password is None
        else ["dbus-run-session", "--", "bash", "-c", script]
    )
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"}
        and not name.startswith("XDG_")
    }
    done = subprocess.run(
        session,
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=PATIENCE,
        env={**kept, "HOME": str(home), "PYTHONPATH": str(TESTS), **variables},
    )
    return done.stdout.split()


@SERVICE
def test_a_real_keyring_holds_its_half_from_one_session_to_the_next(tmp_path: Path) -> None:
    assert said(tmp_path, "quick", "quick_again") == ["opened", "passphrase", "opened"]
    assert said(tmp_path, "quick_again", password="wrong") == ["quick_unlock_off"]  # noqa: S106 - opens nothing
    assert said(tmp_path, "quick_again") == ["opened"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a bus to be without")
def test_without_a_bus_the_passphrase_is_asked_for(tmp_path: Path) -> None:
    nowhere = "unix:path=/nowhere"
    off = ["quick_unlock_off", "quick_unlock_off", "passphrase"]
    assert said(tmp_path, "quick", password=None, DBUS_SESSION_BUS_ADDRESS=nowhere) == off


@pytest.mark.skipif(sys.platform == "win32", reason="it is started from a shell")
def test_a_backend_that_keeps_nothing_is_never_used(tmp_path: Path) -> None:
    null = "keyring.backends.null.Keyring"
    off = ["quick_unlock_off", "quick_unlock_off", "passphrase"]
    assert said(tmp_path, "quick", password=None, PYTHON_KEYRING_BACKEND=null) == off


def test_only_keyrings_that_encrypt_for_one_account_are_known() -> None:
    assert not any(word in name for name in ALLOWED for word in ("null", "fail", "chainer", "file"))
