"""Translators' files: brings resources/locale up to date with the messages in the code."""

import argparse
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
LANGUAGES = ("fr", "en")
SOURCE_LANGUAGE = "en"
KEYWORDS = {"t": None, "N_": None, "tn": (1, 2), "form_text": None}


def main() -> int:
    """Update the files, or with --check only say what is out of date."""
    parser = argparse.ArgumentParser(prog="words", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail if out of date")
    checking = parser.parse_args().check
    found = template()
    complaints = [line for language in LANGUAGES for line in tend(language, found, checking)]
    print("\n".join(complaints) or f"{len(found)} messages, all in order.")
    return int(checking and bool(complaints))


def template(source: Path = ROOT / "src" / "filet") -> Catalog:
    """Collect the messages of the code, without line numbers: those change every day.

    Those of the drawings are in the forms that were compiled from them.
    """
    catalogue = Catalog(project="Filet", charset="utf-8")
    for file, _, message, comments, context in extract_from_dir(
        source, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    ):
        place = [(place_of(Path(file)), 0)]
        catalogue.add(message, None, place, auto_comments=comments, context=context)
    return catalogue


def place_of(file: Path) -> str:
    """Return where a message is written: in a module, or in the drawing of a form."""
    drawn = file.parent.name == "forms"
    return f"ui/{file.stem}.ui" if drawn else f"src/filet/{file.as_posix()}"


def tend(language: str, found: Catalog, checking: bool) -> Iterator[str]:
    """Bring one language up to date and yield what is left to do for it."""
    path = LOCALE / language / "filet.po"
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    catalogue = merged(language, before, found)
    after = written(catalogue)
    if before != after and checking:
        yield f"{language}: out of date; run: python3 packaging/tasks.py words"
    elif before != after:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(after, encoding="utf-8", newline="\n")
    if language != SOURCE_LANGUAGE:
        yield from (f"{language}: not translated: {text!r}" for text in untranslated(catalogue))


def merged(language: str, before: str, found: Catalog) -> Catalog:
    """Return a language's file with the messages of the code, its translations kept."""
    catalogue = read_po(io.StringIO(before), locale=language) if before else Catalog(language)
    created = catalogue.creation_date
    catalogue.update(found, no_fuzzy_matching=True)
    catalogue.creation_date = catalogue.revision_date = created
    return tidied(catalogue)


def tidied(catalogue: Catalog) -> Catalog:
    """Put our own heading in the place of gettext's blanks."""
    catalogue.header_comment = f"# Words of Filet: {catalogue.locale_identifier}"
    catalogue.project, catalogue.version, catalogue.fuzzy = "Filet", "words", False
    catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = ""
    return catalogue


def written(catalogue: Catalog) -> str:
    """Return the text of a file; old messages leave, git remembers them."""
    file = io.BytesIO()
    write_po(file, catalogue, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return file.getvalue().decode("utf-8")


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the messages that have no words yet, or doubtful ones."""
    waiting = [message for message in catalogue if message.id]
    return [str(m.id) for m in waiting if m.fuzzy or not all(texts(m.string))]


def texts(string: str | Sequence[str] | None) -> Sequence[str]:
    """Return the one text of a message, or those of its plurals."""
    return [string or ""] if string is None or isinstance(string, str) else string


if __name__ == "__main__":
    sys.exit(main())
