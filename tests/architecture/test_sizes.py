"""Modules and functions stay small enough to be read in one go."""

import ast
import io
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

MOST_CODE_LINES = 300
MOST_STATEMENTS = 30

Function = ast.FunctionDef | ast.AsyncFunctionDef


def written_by_hand(repository: Path) -> Iterator[Path]:
    folders = [repository / "src", repository / "packaging"]
    modules = (path for folder in folders for path in sorted(folder.rglob("*.py")))
    return (path for path in modules if path.parent.name != "forms")


def code_lines(source: str) -> int:
    """Count lines that are neither blank, nor comment, nor docstring."""
    silent = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
    lines = set[int]()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in silent | {tokenize.ENDMARKER}:
            lines.update(range(token.start[0], token.end[0] + 1))
    return len(lines - docstring_lines(ast.parse(source)))


def docstring_lines(tree: ast.AST) -> set[int]:
    """Return the lines of every string that stands alone."""
    alone = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )
    return {line for node in alone for line in range(node.lineno, (node.end_lineno or 0) + 1)}


def statements(function: Function) -> int:
    return sum(isinstance(node, ast.stmt) for node in ast.walk(function)) - 1


def too_long(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function) and statements(node) > MOST_STATEMENTS:
            yield f"{path.name}:{node.lineno} {node.name}: {statements(node)} statements"


def test_every_module_fits_in_the_head(repository: Path) -> None:
    lengths = {p: code_lines(p.read_text(encoding="utf-8")) for p in written_by_hand(repository)}
    long = {str(p.relative_to(repository)): n for p, n in lengths.items() if n > MOST_CODE_LINES}
    assert not long, f"more than {MOST_CODE_LINES} lines of code"


def test_every_function_fits_on_a_screen(repository: Path) -> None:
    long = [line for path in written_by_hand(repository) for line in too_long(path)]
    assert not long, f"more than {MOST_STATEMENTS} statements"


def test_every_module_opens_with_what_it_is_for(repository: Path) -> None:
    silent = [
        str(path.relative_to(repository))
        for path in written_by_hand(repository)
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not silent


@pytest.mark.parametrize(
    ("source", "lines"),
    [("", 0), ("# a\n\nx = 1\n", 1), ('"""a\nb"""\nx = """\n"""\n', 2), ("x = [\n1,\n]\n", 3)],
)
def test_only_lines_of_code_count(source: str, lines: int) -> None:
    assert code_lines(source) == lines
