"""What can be read by F1: topics, in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from filet.domain.text import fold


@dataclass(frozen=True, slots=True)
class TopicText:
    """A topic in one language: a title, a few paragraphs, and other words that find it."""

    title: str
    paragraphs: tuple[str, ...]
    words: str = ""

    def holds(self, typed: str) -> bool:
        """Tell whether every word typed stands in it, accents and capitals aside."""
        text = fold(" ".join((self.title, self.words, *self.paragraphs)))
        return all(word in text for word in fold(typed).split())


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to know."""

    id: str
    pages: tuple[str, ...]
    """On which pages it stands first."""
    texts: Mapping[str, TopicText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Help:
    """All of it."""

    topics: tuple[Topic, ...]

    def only(self, page: str) -> Help:
        """Return what names a page, and nothing else."""
        return Help(tuple(topic for topic in self.topics if page in topic.pages))

    def of_page(self, page: str) -> tuple[Topic, ...]:
        """Return every topic, those of a page first."""
        return tuple(sorted(self.topics, key=lambda topic: page not in topic.pages))

    def found(self, typed: str, language: str) -> tuple[Topic, ...]:
        """Return the topics that hold every word typed; those whose title does come first."""
        kept = [topic for topic in self.topics if topic.texts[language].holds(typed)]
        words = fold(typed).split()

        def below(topic: Topic) -> bool:
            title = fold(topic.texts[language].title)
            return not all(word in title for word in words)

        return tuple(sorted(kept, key=below))
