"""The shipped translations fit the messages they stand for."""

import string
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Yield each translation with the message it is made from; French counts 0 and 1 alike."""
    sources = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    texts = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    yield from ((sources[-1], text) for text in texts if text)


def translations(repository: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((repository / "resources" / "locale").glob("*/filet.po")):
        with path.open(encoding="utf-8") as file:
            for message in read_po(file, locale=path.parent.name):
                if message.id:
                    yield from pairs(message)


def test_every_field_survives_the_translation(repository: Path) -> None:
    differing = [(s, t) for s, t in translations(repository) if fields(s) != fields(t)]
    assert not differing
