"""A long work beside the vault: others are answered meanwhile, and what it raises is raised."""

from __future__ import annotations

import threading

import pytest
from fakes.runner import ImmediateRunner
from PySide6.QtWidgets import QApplication

from filet.gui.beside import beside


class Counting(ImmediateRunner):
    """Counts the turns that others were given, and tells when there was one."""

    def __init__(self) -> None:
        super().__init__()
        self.served = threading.Event()

    def serve(self) -> bool:
        self.served.set()
        return True


def test_others_have_their_turn_before_it_ends(qapp: QApplication) -> None:
    runner = Counting()
    assert beside(runner, lambda: runner.served.wait(20))


def test_what_it_raises_is_raised_to_who_asked(qapp: QApplication) -> None:
    with pytest.raises(ZeroDivisionError):
        beside(Counting(), lambda: 1 // 0)
