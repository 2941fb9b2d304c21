"""What a build adds to the sources: compiled forms, compiled words and, in a wheel, the resources."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FORM_IMPORT = "from filet.i18n.screen import form_text\n"


class CustomBuildHook(BuildHookInterface[Any]):
    """Called by hatchling for every wheel, editable ones included."""

    def dependencies(self) -> list[str]:
        """Qt is needed to build only when there is a form to compile."""
        return ["PySide6-Essentials~=6.11.3"] if forms_in(Path(self.root)) else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, then say where the resources go."""
        root = Path(self.root)
        compile_forms(root)
        compile_words(root / "resources" / "locale")
        if version != "editable":
            build_data["force_include"].update(resources_in(root))


def resources_in(root: Path) -> dict[str, str]:
    """Where each resource goes in a wheel; translators' sources and hidden files stay here."""
    files = (path for path in sorted((root / "resources").rglob("*")) if path.is_file())
    wanted = (p for p in files if p.suffix != ".po" and not p.name.startswith("."))
    return {str(path): f"filet/{path.relative_to(root).as_posix()}" for path in wanted}


def forms_in(root: Path) -> list[Path]:
    """Every Qt Designer form, in a stable order."""
    return sorted((root / "ui").glob("*.ui"))


def compile_forms(root: Path) -> None:
    """Turn `ui/NAME.ui` into `src/filet/gui/forms/NAME.py`; what is drawn no more goes."""
    forms = forms_in(root)
    target = root / "src" / "filet" / "gui" / "forms"
    for compiled in target.glob("*.py"):
        compiled.unlink()
    if forms:
        target.mkdir(parents=True, exist_ok=True)
        (target / "__init__.py").write_text('"""Compiled from ui/."""\n', encoding="utf-8")
    for form in forms:
        compile_form(form, target / f"{form.stem}.py")


def compile_form(form: Path, target: Path) -> None:
    """Let Qt write the class, and let its texts go through `filet.i18n`."""
    uic = [sys.executable, "-c", "import sys; from PySide6.scripts.pyside_tool import uic; uic()"]
    options = ["--tr", "form_text", "--no-autoconnection", str(form)]
    done = subprocess.run(uic + options, check=True, capture_output=True, encoding="utf-8")
    target.write_text(FORM_IMPORT + done.stdout, encoding="utf-8", newline="\n")


def compile_words(folder: Path) -> None:
    """Turn every `LANGUAGE/filet.po` into the `.mo` beside it."""
    for source in sorted(folder.glob("*/filet.po")):
        with source.open(encoding="utf-8") as text:
            catalogue = read_po(text, locale=source.parent.name)
        unfinished = source.with_suffix(f".{os.getpid()}.part")
        with unfinished.open("wb") as compiled:
            write_mo(compiled, catalogue)
        unfinished.replace(source.with_suffix(".mo"))  # whoever reads it meanwhile finds it whole
