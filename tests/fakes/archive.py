"""An archive that closes at once: stretching a phrase takes a second, which few tests are about."""

from __future__ import annotations

from filet.adapters.packages import Archive
from filet.application.copying import Between

_MARK = b"closed with "


class LightArchive(Archive):
    """Packs as the real one does; what it closes, nobody but a test opens."""

    def seal(self, data: bytes, phrase: str, between: Between) -> bytes:
        between()
        return _MARK + phrase.encode() + b"\n" + bytes(byte ^ 0x55 for byte in data)


def unsealed(data: bytes, phrase: str) -> bytes:
    """Return what was closed with a phrase."""
    head, _, rest = data.partition(b"\n")
    assert head == _MARK + phrase.encode()
    return bytes(byte ^ 0x55 for byte in rest)
