"""Linux: logind says when the session is locked, left for another user's, or put to sleep."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusVariant,
)
from PySide6.QtWidgets import QWidget

from filet.gui.host.session import Session

SERVICE, MANAGER = "org.freedesktop.login1", "org.freedesktop.login1.Manager"
SESSION, PROPERTIES = "org.freedesktop.login1.Session", "org.freedesktop.DBus.Properties"
ROOT = "/org/freedesktop/login1"


def listen(session: Session, _: QWidget) -> None:
    """Let a session hear logind; where there is none, nothing is heard."""
    heard = Logind(QDBusConnection.systemBus(), session)
    heard.left.connect(session.left)
    heard.begin()


class Logind(QObject):
    """Listens on one bus. Every answer is waited for away from the window."""

    left = Signal()
    following = Signal()
    """The session is known, and followed."""

    def __init__(self, bus: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._path = ""
        self._asked: set[QDBusPendingCallWatcher] = set()

    def begin(self) -> None:
        """Listen for sleep at once, and find out which session is ours."""
        if not self._bus.isConnected():
            return
        self._hear(ROOT, MANAGER, "PrepareForSleep", SLOT("slept(QDBusMessage)"))
        self._ask(ROOT, MANAGER, "GetSession", ["auto"], self._follow)

    @Slot("QDBusMessage")
    def slept(self, message: QDBusMessage) -> None:
        """Hear that the computer is about to sleep; waking up is told the same way."""
        if message.arguments() == [True]:
            self.left.emit()

    @Slot("QDBusMessage")
    def locked(self, _: QDBusMessage) -> None:
        """Hear that the session is to be locked."""
        self.left.emit()

    @Slot("QDBusMessage")
    def changed(self, message: QDBusMessage) -> None:
        """Hear that something of the session changed; ask what."""
        if message.arguments()[:1] != [SESSION]:
            return
        self._ask(self._path, PROPERTIES, "Get", [SESSION, "Active"], self._leave_unless)
        self._ask(self._path, PROPERTIES, "Get", [SESSION, "LockedHint"], self._leave_if)

    def _follow(self, answer: Any) -> None:
        if not isinstance(answer, QDBusObjectPath):
            return
        self._path = answer.path()
        self._hear(self._path, SESSION, "Lock", SLOT("locked(QDBusMessage)"))
        self._hear(self._path, PROPERTIES, "PropertiesChanged", SLOT("changed(QDBusMessage)"))
        self._ask(self._path, PROPERTIES, "Get", [SESSION, "Active"], self._followed)

    def _followed(self, answer: Any) -> None:
        """Say that the session is followed: the bus keeps the order of what it was asked."""
        self.following.emit()
        self._leave_unless(answer)

    def _leave_unless(self, answer: Any) -> None:
        if _value(answer) is False:
            self.left.emit()

    def _leave_if(self, answer: Any) -> None:
        if _value(answer) is True:
            self.left.emit()

    def _hear(self, path: str, interface: str, name: str, slot: Any) -> None:
        """Take a slot as SLOT names it: the hints ask for bytes, and the call refuses them."""
        self._bus.connect(SERVICE, path, interface, name, self, slot)

    def _ask(
        self,
        path: str,
        interface: str,
        name: str,
        arguments: list[Any],
        answered: Callable[[Any], None],
    ) -> None:
        call = QDBusMessage.createMethodCall(SERVICE, path, interface, name)
        call.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)
        self._asked.add(watcher)

        def finished(_: object) -> None:
            self._asked.discard(watcher)
            said = watcher.reply().arguments()
            if not watcher.isError() and said:
                answered(said[0])

        watcher.finished.connect(finished)


def _value(answer: Any) -> Any:
    return answer.variant() if isinstance(answer, QDBusVariant) else answer
