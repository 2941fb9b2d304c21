"""Every flaw that code can find has a sentence, in every language."""

import re
from pathlib import Path

import pytest
from indoors import words

from filet.i18n.flaws import _PARTS, _SAID, flaw_text

FOUND_BY = ("domain/defects.py", "domain/flaws.py", "domain/proving.py", "adapters/catalogue")
CODE = re.compile(r'flaw\(\s*"([a-z0-9_]+)"|"(not_a_number|not_a_condition)"')
CHOSEN = {"rule_form_unknown", "not_a_choice"}


def codes(repository: Path) -> set[str]:
    found: set[str] = set()
    for place in FOUND_BY:
        path = repository / "src" / "filet" / place
        for file in path.rglob("*.py") if path.is_dir() else (path,):
            text = file.read_text(encoding="utf-8")
            found |= {first or second for first, second in CODE.findall(text)}
    return found


def test_no_flaw_is_without_sentence_and_no_sentence_without_flaw(repository: Path) -> None:
    assert codes(repository) | CHOSEN == set(_SAID)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_flaw_is_said_in_every_language_with_what_it_names(language: str) -> None:
    fields = {
        name: name.upper() for said in _SAID.values() for name in re.findall(r"{(\w+)}", said)
    }
    for code, said in _SAID.items():
        told = flaw_text(words(language), code, ("rule", "r"), fields)
        assert "{" not in told
        assert all(fields[name] in told for name in re.findall(r"{(\w+)}", said) if name != "what")


def test_a_part_is_named_in_french() -> None:
    told = flaw_text(words("fr"), "unknown_name", ("rule", "any"), {"what": "flag", "name": "x"})
    assert "flag" not in told
    assert "rule" not in told
    assert all(words("fr").t(part) for part in _PARTS.values())
