"""Garbage is collected between two events, by the window alone."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from fakes.runner import ImmediateRunner
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from filet.gui.sweeping import Sweeper


class Ring:
    """Holds itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def sweeper(qapp: QApplication) -> Iterator[Sweeper]:
    owner = QObject()
    yield Sweeper(ImmediateRunner(), owner)
    delete(owner)
    assert gc.isenabled()


def test_nothing_is_collected_but_by_a_sweep(sweeper: Sweeper) -> None:
    gone = weakref.ref(Ring())
    kept = [[number] for number in range(50_000)]
    assert gone() is not None
    sweeper.sweep()
    assert gone() is None
    assert len(kept) == 50_000


def test_a_sweep_with_little_to_do_does_nothing(sweeper: Sweeper) -> None:
    gc.collect()
    gone = weakref.ref(Ring())
    sweeper.sweep()
    assert gone() is not None
