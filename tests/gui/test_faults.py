"""What nobody foresaw ends in one function, and its report tells nothing that was typed."""

import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QtMsgType, qCritical, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from filet.gui.faults import FAULT, Faults


@pytest.fixture
def met(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Return the reports; the hooks of the tests stand aside meanwhile."""
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    former = qInstallMessageHandler(None)
    faults, reports = Faults(), list[str]()
    faults.met.connect(reports.append)
    faults.catch()
    yield reports
    qInstallMessageHandler(former)


def fall(words: str) -> None:
    raise ValueError(words)


def test_what_python_met_is_reported_without_its_words(met: list[str]) -> None:
    try:
        fall("Violette a peur")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    (report,) = met
    assert "ValueError" in report
    assert "fall" in report
    assert "Violette" not in report
    assert "/" not in report


def test_what_another_thread_met_is_reported(met: list[str], qtbot: QtBot) -> None:
    thread = threading.Thread(target=fall, args=("mot",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(met))
    assert "ValueError" in met[0]


def test_what_qt_calls_critical_is_reported_without_its_words(met: list[str]) -> None:
    qWarning("Violette")
    qCritical("Violette")
    (report,) = met
    assert QtMsgType.QtCriticalMsg.name in report
    assert "Violette" not in report


def test_she_reads_the_report_before_it_goes_anywhere(desk: Any, qtbot: QtBot) -> None:
    one = desk()
    one.open()
    faults = Faults(one.shell)
    faults.tell_in(one.shell.news)
    faults.met.emit("Filet 0.1.0, linux, ValueError")
    shown = one.shell.room.bars.shown
    assert "Ce qui était écrit est gardé" in shown[FAULT].accessibleName()
    shown[FAULT].chosen.emit(0)
    assert shown[FAULT].accessibleName().endswith("Filet 0.1.0, linux, ValueError")
    assert QApplication.clipboard().text() != "Filet 0.1.0, linux, ValueError"
    shown[FAULT].chosen.emit(0)
    assert QApplication.clipboard().text() == "Filet 0.1.0, linux, ValueError"
    shown[FAULT].chosen.emit(1)
    assert FAULT not in one.shell.room.bars.shown
