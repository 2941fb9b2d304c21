"""Reads the help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from msgspec import Meta

from filet.adapters.catalogue.shapes import Name, Names, Shape, TextShape, Words
from filet.adapters.catalogue.toml import Folder
from filet.adapters.catalogue.words import match, words
from filet.domain.help import Help, Topic, TopicText
from filet.domain.instruments import duplicates


class TopicShape(Shape, frozen=True):
    """[[topics]]."""

    id: Name
    pages: Names


class HelpShape(Shape, frozen=True):
    """help.toml."""

    topics: list[TopicShape]


class TopicTextShape(Shape, frozen=True):
    """[topics.<id>]."""

    title: Words
    words: str
    text: Annotated[list[Words], Meta(min_length=1)]


class HelpTextShape(TextShape, frozen=True, kw_only=True):
    """Words of the help."""

    topics: dict[Name, TopicTextShape]


def read_help(folder: Folder, path: str, languages: Sequence[str]) -> Help | None:
    """Return the help, in the order in which it is listed."""
    main = f"{path}/help.toml"
    shape = folder.read(main, HelpShape)
    texts = words(folder, path, languages, HelpTextShape)
    if shape is None or texts is None:
        return None
    names = [topic.id for topic in shape.topics]
    folder.blame(main, duplicates("topic", names))
    match(folder, path, texts, {"topics": names})
    return Help(tuple(_topic(topic, texts) for topic in shape.topics))


def _topic(shape: TopicShape, texts: Mapping[str, HelpTextShape]) -> Topic:
    said = {language: text.topics.get(shape.id) for language, text in texts.items()}
    spoken = {
        language: TopicText(text.title, tuple(text.text), text.words)
        for language, text in said.items()
        if text
    }
    return Topic(shape.id, tuple(shape.pages), spoken)
