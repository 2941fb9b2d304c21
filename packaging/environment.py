"""The virtual environment in .venv: made once, mended when its sources change."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterable, Sequence  # noqa: UP035 -- an old Python must come to find_python()

from libraries import has_display

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = Path("packaging", "requirements.lock")
STAMP = VENV / "filet-stamp.json"

OLDEST = (3, 11)
KNOWN = ("3.13", "3.12", "3.11")


class Trouble(Exception):
    """Something the person at the keyboard can mend, in a sentence."""


def run(arguments: Sequence[str], *, quiet: bool = False, **variables: str) -> int:
    """Run the environment's Python at the top of the repository."""
    sink = subprocess.DEVNULL if quiet else None
    command, seen = [str(PYTHON), *arguments], {**surroundings(), **variables}
    return subprocess.call(command, cwd=ROOT, env=seen, stdout=sink, stderr=sink)


def surroundings() -> dict[str, str]:
    """Return the variables our programs see: UTF-8 everywhere, and no display needed."""
    found = dict(os.environ, PYTHONUTF8="1")
    if not has_display():
        found.setdefault("QT_QPA_PLATFORM", "offscreen")
    return found


def shown(path: Path) -> str:
    """Return a path as one would type it from here."""
    return os.path.relpath(path)


def ready() -> None:
    """Install what is missing or has changed; when nothing has, do nothing."""
    wanted, found = stamps(ROOT), read_stamp(STAMP)
    if found == wanted and PYTHON.exists() and not unfinished_words():
        return
    if found.get("packages") != wanted["packages"] or not PYTHON.exists():
        STAMP.unlink(missing_ok=True)
        make_venv()
        install_packages()
    install_filet()
    STAMP.write_text(json.dumps(wanted), encoding="utf-8")


def stamps(root: Path) -> dict[str, str]:
    """Return what the two halves of the environment are made from."""
    forms = sorted((root / "ui").glob("*.ui"))
    words = sorted((root / "resources" / "locale").glob("*/filet.po"))
    project = [root / "pyproject.toml", root / "packaging" / "hatch_build.py"]
    return {
        "packages": digest([root / LOCK], root),
        "filet": digest([*project, *forms, *words], root),
    }


def digest(paths: Iterable[Path], root: Path) -> str:
    """Return one hash over names and contents."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(f"{path.relative_to(root).as_posix()}\n".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def read_stamp(stamp: Path) -> dict[str, str]:
    """Return the stamps of the last set-up that went through."""
    try:
        found: dict[str, str] = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def unfinished_words() -> bool:
    """Whether a translation waits to be compiled, as after `git clean`."""
    sources = (ROOT / "resources" / "locale").glob("*/filet.po")
    return any(not source.with_suffix(".mo").exists() for source in sources)


def make_venv() -> None:
    """Make an empty environment, unless there is one that works."""
    if PYTHON.exists() and run(["-c", "import pip"], quiet=True) == 0:
        return
    refuse_what_has_no_wheels()
    python = find_python()
    print(f"Making {shown(VENV)} with {python}", flush=True)
    if subprocess.call([python, "-m", "venv", "--clear", str(VENV)]):
        raise Trouble("The environment could not be made. On Debian: apt-get install python3-venv")


def refuse_what_has_no_wheels() -> None:
    """Say it before pip does: cryptography has no wheel for Python built for Windows on ARM."""
    if sys.platform == "win32" and platform.machine() == "ARM64":
        raise Trouble("On Windows on ARM, please use Python for x64: it runs there as well.")


def find_python(oldest: tuple[int, int] = OLDEST) -> str:
    """Return a Python new enough: the one that runs, or else one that is installed."""
    if sys.version_info[:2] >= oldest:
        return getattr(sys, "_base_executable", None) or sys.executable
    for candidate in (shutil.which(f"python{version}") for version in KNOWN):
        if candidate and is_new_enough(candidate, oldest):
            return candidate
    raise Trouble(
        f"Filet needs Python {'.'.join(map(str, oldest))} or newer; this is "
        f"{sys.version.split()[0]}, and none of {', '.join(KNOWN)} was found.\n"
        "Install one from https://www.python.org/downloads/ or with your system's packages."
    )


def is_new_enough(python: str, oldest: tuple[int, int]) -> bool:
    """Ask another Python for its version; a launcher that leads nowhere says no."""
    question = f"import sys; sys.exit(sys.version_info[:2] < {oldest})"
    asked = subprocess.run([python, "-c", question], capture_output=True, check=False)
    return asked.returncode == 0


def install_packages() -> None:
    """Install every package of the lock, wheels only, each with the hash it had then."""
    print(f"Installing the packages of {LOCK} (about 200 MB)", flush=True)
    options = ["--require-hashes", "--only-binary=:all:", "--no-compile"]
    if pip([*options, "-r", str(LOCK)]):
        raise Trouble(
            "The packages could not be installed: pip says why above. If it speaks of a "
            "connection, check the network or proxy, then start again; nothing is lost."
        )
    run(["-m", "compileall", "-q", "-j", "0", str(VENV)], quiet=True)


def install_filet() -> None:
    """Install Filet itself from its sources, which stay where they are."""
    if pip(["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]):
        raise Trouble("Filet itself could not be installed: pip says why above.")


def pip(arguments: Sequence[str]) -> int:
    """Run pip; where nobody watches, without its progress."""
    noise = [] if sys.stdout.isatty() else ["--quiet"]
    general = ["--disable-pip-version-check", "--no-input", *noise]
    return run(["-m", "pip", "install", *general, *arguments])
