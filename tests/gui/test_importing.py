"""Modules are imported a few at a time, each after those that it needs."""

import subprocess
import sys

PROGRAM = """
import sys
from filet.gui.importing import modules

def ours():
    return {name for name in sys.modules if name.startswith("filet.")}

acts = 0
for act in modules(("filet.gui.rooms", "filet.no_such_module")):
    known = ours()
    act()
    acts += 1
    if len(ours() - known) > 5:
        print(*sorted(ours() - known), sep="+")
assert acts > 300, acts
assert "filet.gui.rooms" in sys.modules
"""


def test_no_module_brings_many_others_along() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
