"""Libraries and programs of the system that Python packages cannot bring along on Linux."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

QT = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
}
"""Debian's package, and the library to look for: what Qt needs even without a display."""

WINDOW = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libx11-xcb1": "libX11-xcb.so.1",
}
"""What Qt needs besides on an X11 display."""

WALK = {
    "xvfb": "Xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "dbus": "dbus-run-session",
    "at-spi2-core": "/usr/libexec/at-spi-bus-launcher",
    "python3-pyatspi": "/usr/lib/python3/dist-packages/pyatspi/__init__.py",
    "cups-daemon": "/usr/sbin/cupsd",
    "cups-client": "/usr/sbin/lpadmin",
}
"""A display that nobody sees, keys, what a screen reader hears, and a printer: for the walk."""

PDF_TOOLS = {"qpdf": "qpdf", "poppler-utils": "pdftotext"}
"""Programs with which the tests read papers as others do."""

KEYRING = {"gnome-keyring": "gnome-keyring-daemon", "dbus": "dbus-run-session"}
"""The keyring of a desktop, and a bus to reach it, with which quick unlock is tested."""


def provide(needs: dict[str, str], *, may_install: bool) -> None:
    """Install what is missing if we may; else say how, and go on."""
    lacking = missing(needs) if sys.platform == "linux" else []
    if not lacking:
        return
    if not may_install:
        print(f"Missing on this system: {', '.join(lacking)}. If something fails, install with")
        print(f"  sudo apt-get install --no-install-recommends {' '.join(lacking)}", flush=True)
    elif not install(lacking):
        print(f"Could not install {', '.join(lacking)} (apt-get says why above); going on.")


def missing(needs: dict[str, str]) -> list[str]:
    """Return the packages whose library or program is not here."""
    return [package for package, thing in needs.items() if not is_here(thing)]


def is_here(thing: str) -> bool:
    """Whether a library can be loaded, or a program or a file found."""
    if thing.startswith("/"):
        return os.path.exists(thing)  # noqa: PTH110 - an old Python must come to find_python()
    if ".so." not in thing:
        return shutil.which(thing) is not None
    try:
        ctypes.CDLL(thing)
    except OSError:
        return False
    return True


def is_administrator() -> bool:
    """Whether this is an apt system and we are its administrator."""
    if sys.platform == "win32":
        return False
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: list[str]) -> bool:
    """Install packages of the system, asking nothing."""
    print(f"Installing {', '.join(packages)}", flush=True)
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    options = ["--yes", "--no-install-recommends"]
    subprocess.call([*apt, "update"], env=quiet)
    done = subprocess.call(
        [*apt, "install", *options, *packages], env=quiet, stdout=subprocess.DEVNULL
    )
    return done == 0


def has_display() -> bool:
    """Whether a window could be shown."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
