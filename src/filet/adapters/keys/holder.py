"""The keyring of the system holds one half of a secret, never a whole one.

It may be absent, locked, hanging behind a window, or a backend that forgets or writes in
clear. Every call is made on a thread that ends with the program, is given a few seconds,
and is believed only when what was set reads back. Everything else is « not here ».
"""

from __future__ import annotations

import importlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from filet.domain.errors import QuickUnlockOff

T = TypeVar("T")

SERVICE = "Filet"
SECRET_SIZE = 32
PATIENCE = 4.0
"""Seconds: a window of the system that asks for a password may be behind ours."""
ALLOWED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
    }
)
"""What keeps a secret for one account, and encrypted."""


def allowed_backend() -> Any:
    """Return the keyring of this system. Raises QuickUnlockOff for one that is not known."""
    found = importlib.import_module("keyring").get_keyring()  # heavy: only when it is asked for
    for backend in getattr(found, "backends", None) or (found,):
        if _name(backend) in ALLOWED:
            return _kept_here(backend)
    raise QuickUnlockOff


def _name(backend: object) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _kept_here(backend: Any) -> Any:
    """Keep what Windows holds on this computer: by default it follows the account elsewhere."""
    if hasattr(backend, "persist"):
        backend.persist = "local machine"
    return backend


class Holder:
    """Asks the keyring, and waits no longer than it may."""

    def __init__(
        self, find: Callable[[], Any] = allowed_backend, patience: float = PATIENCE
    ) -> None:
        self._find = find
        self._patience = patience
        self._asking: Thread | None = None

    def is_there(self) -> bool:
        """Tell whether a keyring that may hold a half answers here."""
        try:
            self._within(lambda _: None)
        except QuickUnlockOff:
            return False
        return True

    def hold(self, name: str, secret: bytearray) -> None:
        """Keep a secret under a name. Raises QuickUnlockOff unless it reads back."""
        self._within(lambda backend: backend.set_password(SERVICE, name, _text(secret)))
        try:
            same = self.held(name) == secret
        except QuickUnlockOff:
            same = False
        if not same:
            self.drop(name)
            raise QuickUnlockOff

    def held(self, name: str) -> bytearray:
        """Return the secret under a name. Raises QuickUnlockOff where there is none."""
        text = self._within(lambda backend: backend.get_password(SERVICE, name))
        try:
            secret = bytearray(b64decode(text, validate=True))
        except (TypeError, ValueError):
            raise QuickUnlockOff from None
        if len(secret) != SECRET_SIZE:
            raise QuickUnlockOff
        return secret

    def drop(self, name: str) -> None:
        """Forget a name, where it can be; what cannot be forgotten opens nothing alone."""
        try:
            self._within(lambda backend: backend.delete_password(SERVICE, name))
        except QuickUnlockOff:
            return

    def _within(self, work: Callable[[Any], T]) -> T:
        """Do it on a thread of its own; one that hangs is not waited for a second time."""
        if self._asking is not None and self._asking.is_alive():
            raise QuickUnlockOff
        answers: SimpleQueue[tuple[bool, Any]] = SimpleQueue()
        self._asking = Thread(target=self._ask, args=(work, answers), daemon=True)
        self._asking.start()
        try:
            done, answer = answers.get(timeout=self._patience)
        except Empty:
            raise QuickUnlockOff from None
        if not done:
            raise QuickUnlockOff
        self._asking.join()
        return answer  # type: ignore[no-any-return]  # what the work returned

    def _ask(self, work: Callable[[Any], Any], answers: SimpleQueue[tuple[bool, Any]]) -> None:
        try:
            answers.put((True, work(self._find())))
        except Exception:  # noqa: BLE001 - backends raise whatever their system does
            answers.put((False, None))


def _text(secret: bytearray) -> str:
    return b64encode(secret).decode("ascii")
