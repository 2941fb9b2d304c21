"""Long works beside the vault: the dossiers are closed, and whoever asks is still answered."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import TypeVar

from filet.gui.runner import Runner

T = TypeVar("T")
_TURN = 0.02
"""Seconds after which others have their turn."""


def beside(runner: Runner, work: Callable[[], T]) -> T:
    """Do a work on a thread of its own, from that of the vault, which serves the others.

    It holds the place of the vault meanwhile: nothing opens the dossiers before it ended.
    """
    done = Future[T]()
    thread = Thread(target=lambda: _into(done, work), name="beside")
    thread.start()
    while not wait([done], _TURN).done:
        runner.serve()
    thread.join()
    return done.result()


def _into(future: Future[T], work: Callable[[], T]) -> None:
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001 - it is raised again by who started this
        future.set_exception(error)
