"""The language of the screen, for compiled forms: they can only call a module's function."""

from filet.i18n import SOURCE_LANGUAGE, Words

_screen = [Words(SOURCE_LANGUAGE)]


def speak(words: Words) -> None:
    """Choose the screen's language; called once, before the first form is built."""
    _screen[0] = words


def form_text(text: str, _comment: str | None = None) -> str:
    """Translate a text of a form; the comment is for translators."""
    return _screen[0].t(text) if text else text
