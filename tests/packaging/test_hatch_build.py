import gettext
import importlib
from pathlib import Path
from types import ModuleType

import pytest

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Unlock</class>
<widget class="QWidget" name="Unlock"><widget class="QLabel" name="who">
<property name="text"><string>Who are you?</string></property>
</widget></widget></ui>
"""

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Who are you?"
msgstr "Qui êtes-vous?"
"""


@pytest.fixture
def hook(packaging_tools: None) -> ModuleType:
    return importlib.import_module("hatch_build")


def test_without_forms_qt_is_not_needed(hook: ModuleType, tmp_path: Path) -> None:
    hook.compile_forms(tmp_path)
    assert hook.forms_in(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_form_is_compiled_and_its_texts_are_translated(hook: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "unlock.ui").write_text(FORM, encoding="utf-8")
    hook.compile_forms(tmp_path)
    compiled = tmp_path / "src" / "filet" / "gui" / "forms" / "unlock.py"
    source = compiled.read_text(encoding="utf-8")
    compile(source, str(compiled), "exec")
    assert 'form_text(u"Who are you?"' in source
    assert "from filet.i18n.screen import form_text" in source


def test_what_is_drawn_no_more_is_compiled_no_more(hook: ModuleType, tmp_path: Path) -> None:
    compiled = tmp_path / "src" / "filet" / "gui" / "forms"
    for name in ("lock", "unlock"):
        (tmp_path / "ui").mkdir(exist_ok=True)
        (tmp_path / "ui" / f"{name}.ui").write_text(FORM, encoding="utf-8")
    hook.compile_forms(tmp_path)
    (tmp_path / "ui" / "lock.ui").unlink()
    hook.compile_forms(tmp_path)
    assert {path.name for path in compiled.iterdir()} == {"__init__.py", "unlock.py"}


def test_the_words_of_a_drawing_are_among_those_to_translate(
    hook: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "unlock.ui").write_text(FORM, encoding="utf-8")
    hook.compile_forms(tmp_path)
    found = importlib.import_module("words").template(tmp_path / "src" / "filet")
    assert [message.id for message in found if message.id] == ["Who are you?"]
    assert found["Who are you?"].locations == [("ui/unlock.ui", 0)]


def test_words_are_compiled_beside_their_source(hook: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "filet.po").write_text(PO, encoding="utf-8")
    hook.compile_words(tmp_path)
    with (tmp_path / "fr" / "filet.mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Who are you?") == "Qui êtes-vous?"


def test_translators_sources_and_hidden_files_stay_out_of_a_wheel(
    hook: ModuleType, tmp_path: Path
) -> None:
    for name in ("filet.po", "filet.mo", ".DS_Store"):
        (tmp_path / "resources").mkdir(exist_ok=True)
        (tmp_path / "resources" / name).touch()
    assert list(hook.resources_in(tmp_path).values()) == ["filet/resources/filet.mo"]
