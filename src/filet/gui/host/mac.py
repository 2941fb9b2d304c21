"""macOS: the notices that the screen is locked or its saver began.

Written from the documentation and not tried on a Mac yet. Sleep is seen by the clock.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys

from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtWidgets import QWidget

from filet.gui.host.session import Session

NOTICES = ("com.apple.screenIsLocked", "com.apple.screensaver.didstart")
_UTF8, _AT_ONCE = 0x08000100, 4
_CALLBACK = ctypes.CFUNCTYPE(
    None,
    ctypes.c_void_p,
    ctypes.c_void_p,
    ctypes.c_void_p,
    ctypes.c_void_p,
    ctypes.c_void_p,
)


def listen(session: Session, _: QWidget) -> None:
    """Hear the notices of this user's session for as long as the program lives."""
    found = ctypes.util.find_library("CoreFoundation")
    if sys.platform != "darwin" or found is None:
        return
    core = ctypes.cdll.LoadLibrary(found)
    core.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
    core.CFStringCreateWithCString.restype = ctypes.c_void_p
    heard = _CALLBACK(lambda *_: _tell(session))
    session.setProperty("heard", heard)  # Python must not let go of what the system calls
    center = ctypes.c_void_p(core.CFNotificationCenterGetDistributedCenter())
    for notice in NOTICES:
        name = ctypes.c_void_p(core.CFStringCreateWithCString(None, notice.encode(), _UTF8))
        core.CFNotificationCenterAddObserver(center, None, heard, name, None, _AT_ONCE)


def _tell(session: Session) -> None:
    QMetaObject.invokeMethod(session, "left", Qt.ConnectionType.QueuedConnection)
