"""From the words of a paper, as they are kept, to the words that a paper is composed with."""

from __future__ import annotations

from functools import partial

from filet.adapters.catalogue.papers import PaperPack
from filet.domain.papers import NEUTRAL_TITLE, PaperWords, Part
from filet.i18n import dates


def paper_words(pack: PaperPack, language: str) -> PaperWords:
    """Return the words of one paper in one language."""
    texts = {key: text for key, text in pack.texts[language].items() if isinstance(text, str)}
    printed = _under("printed.", texts)
    return PaperWords(
        template=pack.id,
        language=language,
        printed=printed,
        parts=tuple(_part(part, texts) for part in pack.settings.get("parts", ())),
        left_out=frozenset(pack.settings.get("left_out", ())),
        by_hand=int(pack.settings.get("by_hand_lines", 0)),
        version=pack.version,
        document_title=texts.get("screen.document_title", NEUTRAL_TITLE),
        unreviewed=0 if pack.reviewed[language] else len(printed),
        write_date=partial(dates.long_date, language=language),
    )


def _part(part: dict[str, object], texts: dict[str, str]) -> Part:
    sections = part.get("sections", ())
    return Part(
        title=texts.get(f"parts.{part['id']}", ""),
        sections=tuple(map(str, sections)) if isinstance(sections, list) else (),
        contacts=part.get("contacts") is True,
    )


def _under(prefix: str, texts: dict[str, str]) -> dict[str, str]:
    return {key[len(prefix) :]: text for key, text in texts.items() if key.startswith(prefix)}
