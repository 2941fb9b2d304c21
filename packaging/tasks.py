"""Everything one does with this repository: python3 packaging/tasks.py TASK.

Needs nothing but Python: the first call makes .venv from packaging/requirements.lock.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from typing import Callable, NamedTuple, Sequence  # noqa: UP035 -- an old Python must come to ready()

import libraries
from environment import PYTHON, ROOT, Trouble, ready, run, shown

Arguments = Sequence[str]

PYTEST = ["-X", "warn_default_encoding", "-m", "pytest"]
EVERYTHING = ["-n", "auto"]
MYPY = ["-m", "mypy"]
TESTS_APART = ["--explicit-package-bases", "tests"]
"""Two rooms may each have a test of the same name."""

LINT_IMPORTS = "import sys, importlinter.cli as cli; sys.exit(cli.lint_imports(no_logo=True))"
"""import-linter has a command but no module to run."""


class Task(NamedTuple):
    """What a word on the command line stands for."""

    start: Callable[[Arguments], int]
    needs: dict[str, str]
    help: str


class Step(NamedTuple):
    """One of the checks, and the arguments Python gets for it."""

    name: str
    arguments: list[str]


def run_filet(arguments: Arguments) -> int:
    """Open the window; without one, or without a display, write the demonstration's papers."""
    if has_window() and libraries.has_display():
        return run(["-m", "filet", *arguments])
    why = "This computer has no display" if has_window() else "There is no window yet"
    folder = ROOT / ".filet-demo"
    shutil.rmtree(folder, ignore_errors=True)  # what the last run left, and nothing else
    print(f"{why}: writing an invented file and its papers instead.", flush=True)
    code = run(["-m", "filet", "demo", "--out", str(folder), *arguments])
    if code == 0 and "--out" not in arguments:
        print(f"They are in {shown(folder)}")
    return code


def test(arguments: Arguments) -> int:
    """Run pytest; texts opened without an encoding are mistakes.

    Without arguments everything runs, on every core.
    """
    return run([*PYTEST, *(arguments or EVERYTHING)])


def check(arguments: Arguments) -> int:
    """Run every check, whatever the others say, then show which ones failed."""
    steps = static_checks()
    if "--no-tests" not in arguments:
        steps.append(Step("tests", [*PYTEST, *EVERYTHING, "-q"]))
    results = [(step.name, *timed(step)) for step in steps]
    print()
    for name, code, seconds in results:
        print(f"{'ok' if code == 0 else 'FAILED':8}{name:24}{seconds:6.1f} s")
    return int(any(code for _, code, _ in results))


def static_checks() -> list[Step]:
    """Return the checks that run none of our code."""
    steps = [
        Step("format", ["-m", "ruff", "format", "--check", "--quiet", "."]),
        Step("lint", ["-m", "ruff", "check", "--quiet", "."]),
        Step("contracts", ["-c", LINT_IMPORTS]),
        Step("types, packaging", [*MYPY, "--cache-dir", ".mypy_cache/packaging", "packaging"]),
        Step("types, tests", [*MYPY, "--cache-dir", ".mypy_cache/tests", *TESTS_APART]),
    ]
    for system in ("linux", "win32", "darwin"):
        options = ["--platform", system, "--cache-dir", f".mypy_cache/{system}"]
        steps.append(Step(f"types, {system}", [*MYPY, *options]))
    if (ROOT / "resources" / "locale").is_dir():
        steps.append(Step("words", ["packaging/words.py", "--check"]))
    return steps


def timed(step: Step) -> tuple[int, float]:
    """Run a check; return its exit code and how long it took."""
    print(f"-- {step.name}", flush=True)
    start = time.perf_counter()
    return run(step.arguments), time.perf_counter() - start


def bench(arguments: Arguments) -> int:
    """Measure what the budgets speak of."""
    return run(["-m", "bench", *arguments], PYTHONPATH=str(ROOT / "packaging"))


def faults(arguments: Arguments) -> int:
    """Harm vaults in every way that was foreseen, and see what is left."""
    return run(["-m", "faults", *arguments], PYTHONPATH=str(ROOT / "packaging"))


def screenshots(arguments: Arguments) -> int:
    """Take pictures of every screen, once there is one."""
    if not has_window():
        print("There is no window yet, so there is nothing to take a picture of.")
        return 1
    return run(["packaging/screenshots.py", *arguments], PYTHONPATH=str(ROOT / "tests"))


def walk(arguments: Arguments) -> int:
    """Use the program from outside, by real keys and by what a screen reader hears."""
    display = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--"]
    command = [*display, "/usr/bin/python3", "-m", "walk", *arguments]
    seen = dict(os.environ, PYTHONPATH=str(ROOT / "packaging"), PYTHONUTF8="1")
    return subprocess.call(command, cwd=ROOT, env=seen)


def papers(arguments: Arguments) -> int:
    """Write every paper of an exercise, and pass each through every gate."""
    return run(["-m", "papers", *arguments], PYTHONPATH=str(ROOT / "packaging"))


def words(arguments: Arguments) -> int:
    """Bring the translators' files up to date with the code."""
    return run(["packaging/words.py", *arguments])


def lock(arguments: Arguments) -> int:
    """Choose versions again, for every system at once, with their hashes."""
    if run(["-c", "import uv"], quiet=True) and run(["-m", "pip", "install", "--quiet", "uv"]):
        raise Trouble("uv could not be installed. Is the network reachable?")
    target = ["--output-file", "packaging/requirements.lock", "--no-header", "--no-annotate"]
    kind = ["--universal", "--generate-hashes", "--python-version", "3.11", "--group", "dev"]
    compile_ = ["-m", "uv", "pip", "compile", "--quiet", "pyproject.toml"]
    return run([*compile_, *kind, *target, *arguments])


def build(arguments: Arguments) -> int:
    """Build the wheel into dist/."""
    return run(["-m", "hatchling", "build", "--target", "wheel", *arguments])


def has_window() -> bool:
    """Whether the room of the window is built."""
    return (ROOT / "src" / "filet" / "gui" / "__init__.py").is_file()


TASKS = {
    "run": Task(run_filet, {**libraries.QT, **libraries.WINDOW}, "start Filet"),
    "test": Task(
        test,
        {**libraries.QT, **libraries.PDF_TOOLS, **libraries.KEYRING},
        "run the tests; arguments go to pytest",
    ),
    "check": Task(
        check,
        {**libraries.QT, **libraries.PDF_TOOLS, **libraries.KEYRING},
        "format, lint, types for three systems, contracts, words, tests (--no-tests)",
    ),
    "bench": Task(bench, {}, "measure the budgets"),
    "faults": Task(faults, {}, "harm vaults in every way, and count what is lost (--rounds N)"),
    "screenshots": Task(screenshots, libraries.QT, "take pictures of the screens"),
    "walk": Task(
        walk,
        {**libraries.QT, **libraries.WINDOW, **libraries.WALK, **libraries.PDF_TOOLS},
        "use the program by keys and as a screen reader does (--language)",
    ),
    "papers": Task(
        papers,
        {**libraries.QT, **libraries.PDF_TOOLS},
        "write every paper of an exercise, and check each (--pictures)",
    ),
    "words": Task(words, {}, "update the translators' files (--check: only look)"),
    "lock": Task(lock, {}, "choose the versions of all packages again (--upgrade)"),
    "build": Task(build, {}, "build the wheel into dist/"),
}


def main(arguments: Arguments) -> int:
    """Make the environment ready, then do what is asked."""
    name, rest = parsed(arguments)
    task = TASKS[name]
    try:
        libraries.provide(task.needs, may_install=libraries.is_administrator())
        ready()
        return task.start(rest)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def parsed(arguments: Arguments) -> tuple[str, Arguments]:
    """Split the task from what is passed on to it."""
    tasks = "\n".join(f"  {name:13}{task.help}" for name, task in TASKS.items())
    parser = argparse.ArgumentParser(
        prog="tasks.py",
        description=f"tasks:\n{tasks}",
        epilog=f"Everything runs with {shown(PYTHON)}, made on the first call.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("task", choices=TASKS, metavar="TASK")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on to the task")
    found = parser.parse_args(arguments)
    return found.task, found.arguments


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
