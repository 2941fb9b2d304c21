"""Windows: the messages that say the session is locked, disconnected or put to sleep.

Written from the documentation and not tried on a Windows computer yet.
"""

from __future__ import annotations

import ctypes
import sys

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

from filet.gui.host.session import Session

POWER_BROADCAST, SESSION_CHANGE = 0x0218, 0x02B1
_SUSPEND = 0x0004
_LOGOFF, _LOCK, _CONSOLE_DISCONNECT, _REMOTE_DISCONNECT = 0x6, 0x7, 0x2, 0x4
_LEAVES = {
    POWER_BROADCAST: {_SUSPEND},
    SESSION_CHANGE: {_LOCK, _CONSOLE_DISCONNECT, _REMOTE_DISCONNECT, _LOGOFF},
}
_THIS_SESSION = 0


def leaves(message: int, what: int) -> bool:
    """Tell whether a message means that the worker is away from the screen."""
    return what in _LEAVES.get(message, set())


class _Message(ctypes.Structure):
    """The head of a Windows MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("what", ctypes.c_size_t),
    )


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Look at each message, and stop none."""
        if kind == b"windows_generic_MSG":
            heard = _Message.from_address(int(message))
            if leaves(heard.message, heard.what):
                self._session.left.emit()
        return False, 0


def listen(session: Session, window: QWidget) -> None:
    """Ask Windows to tell this window of its session, and hear it."""
    application = QCoreApplication.instance()
    if sys.platform != "win32" or application is None:
        return
    heard = _Filter(session)
    application.installNativeEventFilter(heard)
    application.aboutToQuit.connect(lambda: application.removeNativeEventFilter(heard))
    ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), _THIS_SESSION)
