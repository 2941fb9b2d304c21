import os
import socket
import tempfile
from pathlib import Path

import pytest

from filet.paths import standard_paths


def test_no_test_reaches_another_computer() -> None:
    with socket.socket() as sock, pytest.raises(AssertionError, match="no test may reach"):
        sock.connect(("192.0.2.1", 80))


def test_no_test_asks_for_an_address() -> None:
    with pytest.raises(AssertionError, match="no test may reach"):
        socket.create_connection(("example.org", 80))


def test_no_test_touches_the_folders_of_a_person() -> None:
    away = Path(tempfile.gettempdir()).resolve()
    assert away in standard_paths().local.resolve().parents
    assert away in Path.home().resolve().parents


def test_no_test_needs_a_display() -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
