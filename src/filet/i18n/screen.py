"""The language of the screen, for compiled forms: they can only call a module's function."""

from filet.i18n import SOURCE_LANGUAGE, Words
from filet.i18n.dates import typography

_screen = [Words(SOURCE_LANGUAGE)]


def speak(words: Words) -> None:
    """Choose the screen's language; called whenever the window is dressed, before its forms are."""
    _screen[0] = words


def form_text(text: str, _comment: str | None = None) -> str:
    """Translate a text of a form, as the language prints it; the comment is for translators."""
    words = _screen[0]
    return typography(words.t(text), words.language) if text else text
