"""What nobody foresaw: one function hears of it, says that work is kept, and offers a report.

The report says where in the program and what kind of fault; never a text, a value or a path.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from filet import __version__
from filet.gui.context import Context
from filet.gui.errors import message_of
from filet.gui.news import News
from filet.gui.widgets.notice import Message, Tone

FAULT = "fault"
_GRAVE = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


def report(kind: str, traceback: TracebackType | None = None) -> str:
    """Return where a fault happened, by module and line, and of what kind it is."""
    lines = [f"Filet {__version__}, {sys.platform}, {kind}"]
    while traceback is not None:
        frame = traceback.tb_frame
        module, name = frame.f_globals.get("__name__", "?"), frame.f_code.co_name
        lines.append(f"{module}:{traceback.tb_lineno} {name}")
        traceback = traceback.tb_next
    return "\n".join(lines)


class Faults(QObject):
    """Every hook of Python and of Qt ends in ``_meet``; it may be called from any thread."""

    met = Signal(str)
    """The report."""

    def catch(self) -> None:
        """Take the place of the hooks that stand; each is still called first."""
        sys.excepthook = partial(self._raised, sys.excepthook)
        threading.excepthook = partial(self._raised_in_thread, threading.excepthook)
        qInstallMessageHandler(self._said)

    def tell_in(self, news: News) -> None:
        """Say it above the pages, and show the report to whoever wants to read it."""
        self.met.connect(partial(_tell, news))

    def _raised(
        self,
        former: Callable[..., Any],
        kind: type[BaseException],
        error: BaseException,
        traceback: TracebackType | None,
    ) -> None:
        former(kind, error, traceback)
        if not issubclass(kind, KeyboardInterrupt):
            self._meet(kind.__name__, traceback)

    def _raised_in_thread(
        self, former: Callable[[Any], Any], fault: threading.ExceptHookArgs
    ) -> None:
        former(fault)
        self._meet(fault.exc_type.__name__, fault.exc_traceback)

    def _said(self, mode: QtMsgType, context: QMessageLogContext, _: str) -> None:
        """Hear what Qt says; its text may hold a path or what was typed, and goes nowhere."""
        if mode in _GRAVE:
            self._meet(f"{mode.name} {context.category}")

    def _meet(self, kind: str, traceback: TracebackType | None = None) -> None:
        self.met.emit(report(kind, traceback))


def _tell(news: News, said: str) -> None:
    news.tell(FAULT, _unforeseen, partial(_read, news, said), lambda: news.seen(FAULT))


def _read(news: News, said: str) -> None:
    say = partial(_report, said=said)
    news.tell(FAULT, say, partial(_copy, said), lambda: news.seen(FAULT))


def _copy(said: str) -> None:
    QGuiApplication.clipboard().setText(said)


def _unforeseen(context: Context) -> Message:
    t, said = context.t, message_of(context, RuntimeError())
    return Message(Tone.ERROR, said.title, said.text, (t("Read the &report"), t("&Seen")))


def _report(context: Context, said: str) -> Message:
    """Show all that would be given to somebody, before it is copied."""
    t = context.t
    title = t("Report: where in the program. It holds no name, no answer, no path.")
    return Message(Tone.INFO, title, said, (t("&Copy the report"), t("&Seen")))
