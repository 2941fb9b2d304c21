"""A process that was hardened can neither be dumped nor read."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import ctypes, resource
from filet.adapters.host import harden
harden()
print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="what is asked here, only Linux answers")
def test_a_hardened_process_leaves_no_core_and_lets_nobody_read_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout.split() == ["0", "0"]


HUSHED = """
import threading
from filet.adapters.host import hush
hush()
def fault(): raise ValueError("Mirabelle")
thread = threading.Thread(target=fault)
thread.start()
thread.join()
fault()
"""


def test_a_fault_nobody_foresaw_never_writes_its_text() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HUSHED], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 1
    assert done.stderr.count("ValueError") == 2
    assert "Mirabelle" not in done.stderr + done.stdout
