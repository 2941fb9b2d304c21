"""A real bus with a service on it that speaks as logind does."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusVariant,
    QDBusVirtualObject,
)
from pytestqt.qtbot import QtBot

from filet.gui.host.logind import MANAGER, PROPERTIES, ROOT, SERVICE, SESSION, Logind

PATH = "/org/freedesktop/login1/session/_32"
CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth><policy context="default">
<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"""


class FakeLogind(QDBusVirtualObject):
    """Answers what is asked of logind, and says what a test tells it to."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self.bus = bus
        self.values: dict[str, Any] = {"Active": True, "LockedHint": False}
        for path in (ROOT, PATH):
            assert bus.registerVirtualObject(path, self)
        assert bus.registerService(SERVICE)

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:  # noqa: N802 - Qt's name
        if message.member() == "GetSession" and message.arguments() == ["auto"]:
            answer: Any = QDBusObjectPath(PATH)
        else:
            answer = QDBusVariant(self.values[message.arguments()[1]])
        return connection.send(message.createReply(answer))

    def say(self, path: str, interface: str, name: str, *said: Any) -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(said))
        assert self.bus.send(message)

    def change(self, name: str, value: Any) -> None:
        self.values[name] = value
        self.say(PATH, PROPERTIES, "PropertiesChanged", SESSION, {name: value}, [])


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("this computer has no bus")
    config = tmp_path / "bus.conf"
    config.write_text(CONFIG.format(folder=tmp_path), encoding="utf-8")
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as bus:
        assert bus.stdout is not None
        yield bus.stdout.readline().strip()
        bus.terminate()


@pytest.fixture
def logind(address: str, qapp: QObject) -> Iterator[FakeLogind]:
    yield FakeLogind(QDBusConnection.connectToBus(address, "fake"))
    QDBusConnection.disconnectFromBus("fake")


@pytest.fixture
def heard(address: str, logind: FakeLogind, qtbot: QtBot) -> Iterator[Logind]:
    found = Logind(QDBusConnection.connectToBus(address, "heard"))
    with qtbot.waitSignal(found.following):
        found.begin()
    yield found
    QDBusConnection.disconnectFromBus("heard")


def test_about_to_sleep_is_heard(logind: FakeLogind, heard: Logind, qtbot: QtBot) -> None:
    with qtbot.waitSignal(heard.left):
        logind.say(ROOT, MANAGER, "PrepareForSleep", True)


def test_a_locked_session_is_heard(logind: FakeLogind, heard: Logind, qtbot: QtBot) -> None:
    with qtbot.waitSignal(heard.left):
        logind.say(PATH, SESSION, "Lock")


def test_another_user_is_heard(logind: FakeLogind, heard: Logind, qtbot: QtBot) -> None:
    with qtbot.waitSignal(heard.left):
        logind.change("Active", False)


def test_a_screen_that_the_desktop_locked_is_heard(
    logind: FakeLogind, heard: Logind, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(heard.left):
        logind.change("LockedHint", True)


def test_what_leaves_her_at_the_screen_is_not(
    logind: FakeLogind, heard: Logind, qtbot: QtBot
) -> None:
    left: list[bool] = []
    heard.left.connect(lambda: left.append(True))
    logind.say(ROOT, MANAGER, "PrepareForSleep", False)
    logind.say("/org/freedesktop/login1/session/_33", SESSION, "Lock")
    logind.change("Active", True)
    with qtbot.waitSignal(heard.left):  # the bus keeps the order: what came before was heard
        logind.say(PATH, SESSION, "Lock")
    assert left == [True]


def test_without_a_bus_nothing_is_heard_and_nothing_fails(qapp: QObject) -> None:
    Logind(QDBusConnection("nowhere")).begin()
